import { answerCoder, FIELD } from './answer-code.ts';
import type { Definition } from './definition.ts';
import { change, type NetChanges, respondentsIn } from './net-changes.ts';
import {
  combineQuestionTallies,
  countCodes,
  emptyQuestionTally,
  type QuestionTally,
  type TallyShape,
  tallyShape,
  whyLeftOut,
} from './question-tally.ts';
import type { Voice } from './respondent.ts';
import { codedSegment, type CodeGroup, EVERYONE, talliedSegments } from './study-tally.ts';

/** One coded response with where it comes from, as the ledger adds it or takes it out. */
export interface LedgerEntry extends Omit<CodeGroup, 'codes'> {
  code: string;
}

/** What a slice shows, and what has been counted since, which a later step will show. */
export interface SteppedTally {
  shown: QuestionTally;
  held: Held | null;
}

export interface Held {
  tally: QuestionTally;
  /** Answers that count: put in, and taken out. */
  added: number;
  taken: number;
}

/**
 * The slices of a question by one segment, by `voice:value`, and their whole under the bare voice;
 * null with too many values.
 */
export type SteppedSlices = Map<string, SteppedTally> | null;

export interface SteppedQuestion {
  shape: TallyShape;
  /** By segment. */
  segments: Map<string, SteppedSlices>;
  /** Answers that not even everyone's figures show. */
  waiting: LedgerEntry[];
}

/** The tallies of a study as they are shown while people answer, by countable question. */
export type SteppedStudy = Map<string, SteppedQuestion>;

const MOST_VALUES = 1000;
const VOICES: readonly Voice[] = ['individual', 'table'];

/** The stepped tallies of a study that nobody has answered. */
export function steppedStudy(definition: Definition): SteppedStudy {
  const segments = talliedSegments(definition);
  return new Map(
    answerCoder(definition).questions.map((question) => [
      question.id,
      {
        shape: tallyShape(definition, question),
        segments: new Map(segments.map((id) => [id, new Map()])),
        waiting: [],
      },
    ]),
  );
}

/**
 * Counts new entries of the ledger into a study, in place. What is shown moves in steps:
 * everyone's figures of a question by at least `minCell` respondents who answered it, and those
 * that don't count ("no opinion", none) likewise; each row of a rating matrix by nobody or as many.
 * The slices of a segment then move together, when every one of them does by nobody or by at least
 * `minCell` (`canMove`); until then they and their whole stay as they are.
 *
 * @param minCell 1 shows everything at once, as when a study is closed
 * @example
 * addEntries(definition, study, groups, definition.privacy.minCell)
 */
export function addEntries(
  definition: Definition,
  study: SteppedStudy,
  groups: readonly CodeGroup[],
  minCell: number,
): void {
  holdEntries(definition, study, groups, minCell);
  showSteps(study, minCell);
}

/** Shows what is held, where that is a step. */
export function showSteps(study: SteppedStudy, minCell: number): void {
  for (const { shape, segments } of study.values()) {
    for (const [segment, slices] of segments) {
      for (const voice of VOICES) {
        const own = [...(slices ?? [])].filter(([value]) => value.split(':', 1)[0] === voice);
        if (segment === EVERYONE || canMove(shape, own, voice, minCell)) showHeld(own);
      }
    }
  }
}

/**
 * The first half of `addEntries`: counts entries without showing any, so that many batches can
 * make one step (`showSteps`).
 */
export function holdEntries(
  definition: Definition,
  study: SteppedStudy,
  groups: readonly CodeGroup[],
  minCell: number,
): void {
  const { questions } = answerCoder(definition);
  const batch = batchOf(study, groups);
  const buckets = sortIntoSlices(definition, batch);
  const fields = new Map(questions.map(({ id }, field) => [id, field]));
  for (const [id, question] of study) {
    const field = fields.get(id)!;
    const handed = handOn(id, question, batch, field, minCell);
    const whole = new Map(
      VOICES.map((voice) => [
        voice,
        changeOf(question.shape, batch, field, handed, buckets.get(EVERYONE)?.get(`${voice}:`)),
      ]),
    );
    for (const [segment, slices] of question.segments) {
      if (!slices) continue;
      for (const [value, indices] of buckets.get(segment) ?? []) {
        const all = whole.get(value.split(':', 1)[0] as Voice)!;
        // Most segments have a value that everybody shares.
        const isAll = indices.length >= all.size && countMarked(indices, handed) === all.size;
        const own = isAll ? all : changeOf(question.shape, batch, field, handed, indices);
        if (own.size > 0) hold(question.shape, slices, value, own, isAll);
      }
      if (slices.size > MOST_VALUES) question.segments.set(segment, null);
    }
  }
}

/**
 * Entries side by side, so that a million of them leave little behind: an entry is a place in
 * `rows` and `sources`. Those that waited for one question come last.
 */
interface Batch {
  rows: string[][];
  sources: Omit<CodeGroup, 'codes'>[];
  /** Whether any entry takes an answer out. */
  takes: boolean;
  /** Entries that are new to every question. */
  fresh: number;
  /** By place less `fresh`, the only question that an entry is for. */
  owners: string[];
}

function batchOf(study: SteppedStudy, groups: readonly CodeGroup[]): Batch {
  const batch: Batch = { rows: [], sources: [], takes: false, fresh: 0, owners: [] };
  for (const group of groups) {
    for (const code of group.codes) {
      batch.rows.push(code.split(FIELD));
      batch.sources.push(group);
    }
  }
  batch.fresh = batch.rows.length;
  for (const [id, question] of study) {
    for (const entry of question.waiting) {
      batch.rows.push(entry.code.split(FIELD));
      batch.sources.push(entry);
      batch.owners.push(id);
    }
    question.waiting = [];
  }
  batch.takes = batch.sources.some(({ sign }) => sign < 0);
  return batch;
}

type Buckets = Map<string, Map<string, Int32Array>>;

/** The places of the entries by segment and by `voice:value`. */
function sortIntoSlices(definition: Definition, { rows, sources }: Batch): Buckets {
  const { questions } = answerCoder(definition);
  const buckets: Buckets = new Map();
  const voices = VOICES.map((voice) => ({
    voice,
    places: sorted(rows.length, (place) => (sources[place]!.voice === voice ? [''] : NO_KEYS)),
  }));
  for (const segment of talliedSegments(definition)) {
    const valuesOf = codedSegment(definition, questions, segment);
    const slices = new Map<string, Int32Array>();
    for (const { voice, places } of voices) {
      const whole = places.get('');
      if (!whole) continue;
      if (segment !== EVERYONE) slices.set(voice, whole);
      const own = sorted(rows.length, (place) => {
        const source = sources[place]!;
        return source.voice === voice ? valuesOf(rows[place]!, source) : NO_KEYS;
      });
      for (const [value, indices] of own) slices.set(`${voice}:${value}`, indices);
    }
    buckets.set(segment, slices);
  }
  return buckets;
}

const NO_KEYS: readonly string[] = [];

/** The places from 0 up to `size` by their keys, of which a place may have several or none. */
function sorted(
  size: number,
  keysOf: (place: number) => readonly string[],
): Map<string, Int32Array> {
  const counts = new Map<string, number>();
  for (let place = 0; place < size; place++) {
    const keys = keysOf(place);
    for (let k = 0; k < keys.length; k++) counts.set(keys[k]!, (counts.get(keys[k]!) ?? 0) + 1);
  }
  const places = new Map<string, Int32Array>();
  let total = 0;
  for (const count of counts.values()) total += count;
  const memory = new Int32Array(total);
  for (const [key, count] of counts) {
    places.set(key, memory.subarray(total - count, total));
    total -= count;
  }
  for (let place = 0; place < size; place++) {
    const keys = keysOf(place);
    for (let k = 0; k < keys.length; k++) {
      const own = places.get(keys[k]!)!;
      const left = counts.get(keys[k]!)!;
      own[own.length - left] = place;
      counts.set(keys[k]!, left - 1);
    }
  }
  return places;
}

/** By voice, those that don't count and those that do. */
const POOLS = VOICES.flatMap((voice) => [[`${voice} left out`], [`${voice} counts`]]);

/**
 * Which of a question's entries everyone's figures take now, by place. Those of one voice that
 * count go on together, once they are at least `minCell` changes, and so do those that don't count;
 * the others wait.
 */
function handOn(
  id: string,
  question: SteppedQuestion,
  batch: Batch,
  field: number,
  minCell: number,
): Uint8Array {
  const { rows, sources, fresh, owners } = batch;
  const handed = new Uint8Array(rows.length);
  const pools = sorted(rows.length, (place) => {
    if (place >= fresh && owners[place - fresh] !== id) return NO_KEYS;
    const counts = whyLeftOut(question.shape, rows[place]![field] ?? '') === null;
    return POOLS[VOICES.indexOf(sources[place]!.voice) * 2 + Number(counts)]!;
  });
  for (const pool of pools.values()) {
    if (isStep(question.shape, pool, batch, field, minCell)) {
      for (let k = 0; k < pool.length; k++) handed[pool[k]!] = 1;
    } else question.waiting.push(...uncancelled(pool, batch));
  }
  return handed;
}

/** Whether so many respondents changed that everyone's figures may show it. */
function isStep(
  shape: TallyShape,
  pool: Int32Array,
  batch: Batch,
  field: number,
  minCell: number,
): boolean {
  if (minCell === 1) return true;
  let added = 0;
  for (const index of pool) added += batch.sources[index]!.sign;
  if (Math.abs(added) < minCell && respondentsIn(netOf(pool, batch)) < minCell) return false;
  if (shape.kind !== 'rating-matrix') return true;
  return doRowsMove(shape, changeOf(shape, batch, field, null, pool).tally, minCell);
}

function netOf(pool: Int32Array, batch: Batch): NetChanges {
  const net: NetChanges = new Map();
  for (const index of pool) {
    const entry = entryAt(batch, index);
    change(net, identityOf(entry), entry.sign);
  }
  return net;
}

/** The entries of a pool without those that another one takes back. */
function uncancelled(pool: Int32Array, batch: Batch): LedgerEntry[] {
  const net = netOf(pool, batch);
  const kept: LedgerEntry[] = [];
  for (const index of pool) {
    const entry = entryAt(batch, index);
    const key = identityOf(entry);
    if ((net.get(key) ?? 0) * entry.sign <= 0) continue;
    change(net, key, -entry.sign);
    kept.push(entry);
  }
  return kept;
}

function entryAt({ rows, sources }: Batch, index: number): LedgerEntry {
  const { sign, locale, voice, table, round, event, mark } = sources[index]!;
  const code = rows[index]!.join(FIELD);
  return { sign, locale, voice, table, round, event, ...(mark && { mark }), code };
}

/** What tells entries apart; equal ones can stand for each other. */
export function identityOf({
  locale,
  voice,
  table,
  round,
  event,
  mark = null,
  code,
}: Omit<LedgerEntry, 'sign'>): string {
  return JSON.stringify([locale, voice, table, round, event, code, mark]);
}

/** What some entries change in the figures of a question. */
interface Change extends Held {
  /** Entries, counting or not. */
  size: number;
}

/** How many of some places are marked. */
function countMarked(places: Int32Array, marks: Uint8Array): number {
  let size = 0;
  for (let k = 0; k < places.length; k++) size += marks[places[k]!]!;
  return size;
}

/** @param handed which of the entries are meant; all where null */
function changeOf(
  shape: TallyShape,
  batch: Batch,
  field: number,
  handed: Uint8Array | null,
  indices: Int32Array | undefined,
): Change {
  const tally = emptyQuestionTally(shape);
  if (!indices) return { tally, added: 0, taken: 0, size: 0 };
  const put = codesOf(batch, field, handed, indices, 1);
  countCodes(tally, shape, put, 1);
  const added = tally.n;
  const back = batch.takes ? codesOf(batch, field, handed, indices, -1) : [];
  countCodes(tally, shape, back, -1);
  return { tally, added, taken: added - tally.n, size: put.length + back.length };
}

function codesOf(
  { rows, sources }: Batch,
  field: number,
  handed: Uint8Array | null,
  indices: Int32Array,
  sign: 1 | -1,
): string[] {
  const isMeant = (place: number) =>
    sources[place]!.sign === sign && (!handed || handed[place] === 1);
  let size = 0;
  for (let k = 0; k < indices.length; k++) if (isMeant(indices[k]!)) size++;
  const codes = Array.from<string>({ length: size });
  for (let k = 0, next = 0; k < indices.length; k++) {
    const place = indices[k]!;
    if (isMeant(place)) codes[next++] = rows[place]![field] ?? '';
  }
  return codes;
}

/** Whether everything that a question has counted is shown. */
export function isStill({ waiting, segments }: SteppedQuestion): boolean {
  if (waiting.length > 0) return false;
  for (const slices of segments.values()) {
    for (const { held } of slices?.values() ?? []) if (held) return false;
  }
  return true;
}

/** @param isShared whether the same tally is held elsewhere, too; else it is taken over */
function hold(
  shape: TallyShape,
  slices: Map<string, SteppedTally>,
  value: string,
  { tally, added, taken }: Held,
  isShared: boolean,
): void {
  let slice = slices.get(value);
  if (!slice) slices.set(value, (slice = { shown: emptyQuestionTally(shape), held: null }));
  if (!slice.held && !isShared) {
    slice.held = { tally, added, taken };
    return;
  }
  slice.held ??= { tally: emptyQuestionTally(shape), added: 0, taken: 0 };
  combineQuestionTallies(slice.held.tally, tally, 1);
  slice.held.added += added;
  slice.held.taken += taken;
}

/**
 * Whether the slices of one voice may all show what they hold: each that has been shown moves by
 * nobody or at least `minCell` respondents, and so do those too small to be shown, together. So no
 * slice, and no whole less its shown slices, ever moves by a few. Nothing stands in the way while
 * the whole has been too small to be shown.
 */
function canMove(
  shape: TallyShape,
  slices: readonly (readonly [string, SteppedTally])[],
  voice: string,
  minCell: number,
): boolean {
  if (minCell === 1) return true;
  const small: Held = { tally: emptyQuestionTally(shape), added: 0, taken: 0 };
  let wasShown = false;
  const steps: Held[] = [small];
  for (const [value, { shown, held }] of slices) {
    if (value === voice) wasShown = shown.n >= minCell;
    else if (held && shown.n >= minCell) steps.push(held);
    else if (held) {
      combineQuestionTallies(small.tally, held.tally, 1);
      small.added += held.added;
      small.taken += held.taken;
    }
  }
  if (!wasShown) return true;
  return steps.every(({ tally, added, taken }) => {
    const step = Math.max(added, taken);
    return (step === 0 || step >= minCell) && doRowsMove(shape, tally, minCell);
  });
}

/**
 * Whether each row of a rating matrix changes by nobody's rating or by at least `minCell`; true
 * for other kinds of questions.
 */
export function doRowsMove(shape: TallyShape, { cells }: QuestionTally, minCell: number): boolean {
  if (shape.kind !== 'rating-matrix') return true;
  const width = shape.points + 1;
  for (let row = 0; row < shape.options; row++) {
    let [added, taken] = [0, 0];
    for (const count of cells.subarray(row * width + 1, (row + 1) * width)) {
      if (count > 0) added += count;
      else taken -= count;
    }
    const step = Math.max(added, taken);
    if (step > 0 && step < minCell) return false;
  }
  return true;
}

function showHeld(slices: readonly (readonly [string, SteppedTally])[]): void {
  for (const [, slice] of slices) {
    if (slice.held) combineQuestionTallies(slice.shown, slice.held.tally, 1);
    slice.held = null;
  }
}
