import { answerCoder, FIELD } from './answer-code.ts';
import type { Definition } from './definition.ts';
import { changesIn, hold, type HeldCodes, release } from './held-codes.ts';
import {
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

/** What a slice shows, and what has been counted but waits until it is part of a larger step. */
export interface SteppedTally {
  shown: QuestionTally;
  held: HeldCodes;
}

/** The slices of a question by one segment, by `voice:value`; null with too many values. */
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
 * Counts new entries of the ledger into a study, in place. What is shown moves in steps: everyone's
 * figures of a question by at least `minCell` respondents who answered it, and then each slice as
 * `release` allows. Answers that don't count ("no opinion", none) move in steps of their own.
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
      for (const voice of ['individual', 'table']) {
        const arrivals = new Map<string, Arrivals>();
        for (const [value, indices] of buckets.get(segment) ?? []) {
          if (!value.startsWith(`${voice}:`)) continue;
          const codes: Arrivals = { added: [], taken: [] };
          for (const index of indices) {
            if (!handed[index]) continue;
            const list = all[index]!.sign > 0 ? codes.added : codes.taken;
            list.push(rows[index]![field] ?? '');
          }
          if (codes.added.length + codes.taken.length > 0) arrivals.set(value, codes);
        }
        moveSlices(question.shape, slices, arrivals, voice, segment === EVERYONE ? 1 : minCell);
      }
      if (slices.size > MOST_VALUES) question.segments.set(segment, null);
    }
  }
}

interface Arrivals {
  added: string[];
  taken: string[];
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
        const value = `${entry.voice}:${own}`;
        const slice = slices.get(value);
        if (slice) slice.push(index);
        else slices.set(value, [index]);
      }
    }
    buckets.set(segment, slices);
  }
  return buckets;
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
    const enough = Math.abs(added) >= minCell || changesIn(netOf(pool, entries)) >= minCell;
    if (enough) for (const index of pool) handed[index] = 1;
    else question.waiting.push(...uncancelled(pool, entries));
  }
  return handed;
}

function netOf(pool: readonly number[], entries: readonly LedgerEntry[]): HeldCodes {
  const net: HeldCodes = new Map();
  for (const index of pool) hold(net, identityOf(entries[index]!), entries[index]!.sign);
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
    hold(net, key, -entry.sign);
    kept.push(entry);
  }
  return kept;
}

function identityOf({ locale, voice, table, round, event, code }: LedgerEntry): string {
  return JSON.stringify([locale, voice, table, round, event, code]);
}

/** Takes new codes into the slices of one voice, and shows what may be shown. */
function moveSlices(
  shape: TallyShape,
  slices: Map<string, SteppedTally>,
  arrivals: ReadonlyMap<string, Arrivals>,
  voice: string,
  minCell: number,
): void {
  if (arrivals.size === 0 && minCell > 1) return;
  for (const value of arrivals.keys()) {
    if (!slices.has(value)) {
      slices.set(value, { shown: emptyQuestionTally(shape), held: new Map() });
    }
  }
  const own = [...slices].filter(([value]) => value.startsWith(`${voice}:`));
  if (minCell === 1) {
    for (const [value, slice] of own) {
      const codes = arrivals.get(value);
      if (codes) countCodes(slice.shown, shape, codes.added, 1);
      if (codes) countCodes(slice.shown, shape, codes.taken, -1);
      show(shape, slice, slice.held);
      slice.held = new Map();
    }
    return;
  }
  for (const counting of [true, false]) {
    const pools = new Map<string, HeldCodes>();
    for (const [value, slice] of own) {
      const is = (code: string) => (whyLeftOut(shape, code) === null) === counting;
      const pool: HeldCodes = new Map();
      for (const [code, net] of slice.held) {
        if (!is(code)) continue;
        pool.set(code, net);
        slice.held.delete(code);
      }
      const added = (arrivals.get(value)?.added ?? []).filter(is);
      const taken = (arrivals.get(value)?.taken ?? []).filter(is);
      const spare = Math.abs(added.length - taken.length) - 2 * minCell;
      if (spare >= minCell) {
        // Far more than a step: all but a few are shown without asking which cancel out.
        const [most, fewer, sign] =
          added.length > taken.length ? [added, taken, 1 as const] : [taken, added, -1 as const];
        countCodes(slice.shown, shape, most.splice(0, spare), sign);
        countCodes(slice.shown, shape, fewer.splice(0), sign === 1 ? -1 : 1);
      }
      for (const code of added) hold(pool, code, 1);
      for (const code of taken) hold(pool, code, -1);
      pools.set(value, pool);
    }
    const shown = release(pools, minCell);
    for (const [value, slice] of own) {
      show(shape, slice, shown.get(value) ?? new Map());
      for (const [code, net] of pools.get(value)!) slice.held.set(code, net);
    }
  }
}

function show(shape: TallyShape, slice: SteppedTally, codes: HeldCodes): void {
  if (codes.size === 0) return;
  const [added, taken]: [string[], string[]] = [[], []];
  for (const [code, net] of codes) {
    const list = net > 0 ? added : taken;
    for (let k = Math.abs(net); k > 0; k--) list.push(code);
  }
  countCodes(slice.shown, shape, added, 1);
  countCodes(slice.shown, shape, taken, -1);
}
