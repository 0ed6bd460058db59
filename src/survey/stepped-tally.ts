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
const VOICES = ['individual', 'table'] as const;

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
 * that don't count ("no opinion", none) likewise. The slices of a segment then move together, when
 * every one of them does by nobody or by at least `minCell` (`canMove`); until then they and their
 * whole stay as they are.
 *
 * @param minCell 1 shows everything at once, as when a study is closed
 * @example
 * addEntries(definition, study, entries, definition.privacy.minCell)
 */
export function addEntries(
  definition: Definition,
  study: SteppedStudy,
  entries: readonly LedgerEntry[],
  minCell: number,
): void {
  const { questions } = answerCoder(definition);
  const all = [...entries];
  const owners = entries.map(() => '');
  for (const [id, question] of study) {
    for (const entry of question.waiting) {
      all.push(entry);
      owners.push(id);
    }
    question.waiting = [];
  }
  const rows = all.map(({ code }) => code.split(FIELD));
  const buckets = sortIntoSlices(definition, all, rows);
  const fields = new Map(questions.map(({ id }, field) => [id, field]));
  for (const [id, question] of study) {
    const field = fields.get(id)!;
    const own = all.flatMap((_, index) =>
      owners[index] === '' || owners[index] === id ? [index] : [],
    );
    const handed = handOn(question, own, all, rows, field, minCell);
    for (const [segment, slices] of question.segments) {
      if (!slices) continue;
      for (const [value, indices] of buckets.get(segment) ?? []) {
        const [added, taken]: [string[], string[]] = [[], []];
        for (const index of indices) {
          if (!handed[index]) continue;
          (all[index]!.sign > 0 ? added : taken).push(rows[index]![field] ?? '');
        }
        if (added.length + taken.length > 0) holdCodes(question.shape, slices, value, added, taken);
      }
      for (const voice of VOICES) {
        const ofVoice = [...slices].filter(([value]) => value.split(':')[0] === voice);
        if (segment === EVERYONE || canMove(ofVoice, voice, minCell)) showHeld(ofVoice);
      }
      if (slices.size > MOST_VALUES) question.segments.set(segment, null);
    }
  }
}

type Buckets = Map<string, Map<string, number[]>>;

/** The places of the entries by segment and by `voice:value`. */
function sortIntoSlices(
  definition: Definition,
  entries: readonly LedgerEntry[],
  rows: readonly string[][],
): Buckets {
  const { questions } = answerCoder(definition);
  const buckets: Buckets = new Map();
  for (const segment of talliedSegments(definition)) {
    const valuesOf = codedSegment(definition, questions, segment);
    const slices = new Map<string, number[]>();
    for (const [index, entry] of entries.entries()) {
      for (const own of valuesOf(rows[index]!, { ...entry, codes: [] })) {
        put(slices, `${entry.voice}:${own}`, index);
      }
      if (segment !== EVERYONE) put(slices, entry.voice, index);
    }
    buckets.set(segment, slices);
  }
  return buckets;
}

function put(slices: Map<string, number[]>, value: string, index: number): void {
  const slice = slices.get(value);
  if (slice) slice.push(index);
  else slices.set(value, [index]);
}

/**
 * Which of a question's entries everyone's figures take now, by place. Those of one voice that
 * count go on together, once they are at least `minCell` changes, and so do those that don't count;
 * the others wait.
 */
function handOn(
  question: SteppedQuestion,
  own: readonly number[],
  entries: readonly LedgerEntry[],
  rows: readonly string[][],
  field: number,
  minCell: number,
): Uint8Array {
  const handed = new Uint8Array(entries.length);
  const pools = new Map<string, number[]>();
  for (const index of own) {
    const counts = whyLeftOut(question.shape, rows[index]![field] ?? '') === null;
    const key = `${entries[index]!.voice} ${counts}`;
    const pool = pools.get(key);
    if (pool) pool.push(index);
    else pools.set(key, [index]);
  }
  for (const pool of pools.values()) {
    const added = pool.reduce((sum, index) => sum + entries[index]!.sign, 0);
    const enough = Math.abs(added) >= minCell || respondentsIn(netOf(pool, entries)) >= minCell;
    if (enough) for (const index of pool) handed[index] = 1;
    else question.waiting.push(...uncancelled(pool, entries));
  }
  return handed;
}

function netOf(pool: readonly number[], entries: readonly LedgerEntry[]): NetChanges {
  const net: NetChanges = new Map();
  for (const index of pool) change(net, identityOf(entries[index]!), entries[index]!.sign);
  return net;
}

/** The entries of a pool without those that another one takes back. */
function uncancelled(pool: readonly number[], entries: readonly LedgerEntry[]): LedgerEntry[] {
  const net = netOf(pool, entries);
  const kept: LedgerEntry[] = [];
  for (const index of pool) {
    const entry = entries[index]!;
    const key = identityOf(entry);
    if ((net.get(key) ?? 0) * entry.sign <= 0) continue;
    change(net, key, -entry.sign);
    kept.push(entry);
  }
  return kept;
}

/** What tells entries apart; equal ones can stand for each other. */
export function identityOf({
  locale,
  voice,
  table,
  round,
  event,
  code,
}: Omit<LedgerEntry, 'sign'>): string {
  return JSON.stringify([locale, voice, table, round, event, code]);
}

function holdCodes(
  shape: TallyShape,
  slices: Map<string, SteppedTally>,
  value: string,
  added: readonly string[],
  taken: readonly string[],
): void {
  let slice = slices.get(value);
  if (!slice) slices.set(value, (slice = { shown: emptyQuestionTally(shape), held: null }));
  slice.held ??= { tally: emptyQuestionTally(shape), added: 0, taken: 0 };
  const { held } = slice;
  const before = held.tally.n;
  countCodes(held.tally, shape, added, 1);
  held.added += held.tally.n - before;
  const between = held.tally.n;
  countCodes(held.tally, shape, taken, -1);
  held.taken += between - held.tally.n;
}

/**
 * Whether the slices of one voice may all show what they hold: each that has been shown moves by
 * nobody or at least `minCell` respondents, and so do those too small to be shown, together. So no
 * slice, and no whole less its shown slices, ever moves by a few. Nothing stands in the way while
 * the whole has been too small to be shown.
 */
function canMove(
  slices: readonly (readonly [string, SteppedTally])[],
  voice: string,
  minCell: number,
): boolean {
  let [added, taken, wasShown] = [0, 0, false];
  for (const [value, { shown, held }] of slices) {
    if (value === voice) {
      wasShown = shown.n >= minCell;
    } else if (shown.n < minCell) {
      added += held?.added ?? 0;
      taken += held?.taken ?? 0;
    }
  }
  if (!wasShown) return true;
  const steps = slices
    .filter(([value, { shown }]) => value !== voice && shown.n >= minCell)
    .map(([, { held }]) => Math.max(held?.added ?? 0, held?.taken ?? 0));
  return [...steps, Math.max(added, taken)].every((step) => step === 0 || step >= minCell);
}

function showHeld(slices: readonly (readonly [string, SteppedTally])[]): void {
  for (const [, slice] of slices) {
    if (slice.held) combineQuestionTallies(slice.shown, slice.held.tally, 1);
    slice.held = null;
  }
}
