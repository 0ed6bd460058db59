import type { Ballots } from '../ranking/ballots.ts';
import { answerCoder, FIELD } from './answer-code.ts';
import type { Definition, Question } from './definition.ts';
import type { Language } from './language.ts';
import { unrankedMode } from './question-options.ts';
import {
  combineQuestionTallies,
  emptyQuestionTally,
  type QuestionTally,
  REASONS,
  type TallyShape,
  whyLeftOut,
} from './question-tally.ts';
import type { LeftOut, ResultsDocument } from './results-document.ts';
import { openFilters, type OpenFilter } from './results-filter.ts';
import type { ResultsQuery } from './results-query.ts';
import { gather } from './results.ts';
import { inSegmentOrder, type Segment, type SegmentNames, segmentOf } from './segment.ts';
import { slicesOf, type SliceGroup } from './slices.ts';
import type { SteppedQuestion, SteppedTally } from './stepped-tally.ts';
import { EVERYONE, talliedSegments } from './study-tally.ts';

/** What tallies can't tell about a slice: its ballots and what respondents wrote themselves. */
export interface SliceTexts {
  ballots?: Ballots | undefined;
  writeIns?: readonly string[] | undefined;
}

/** By slice: `all`, or a value of the segment. */
export type TextsBySlice = ReadonlyMap<string, SliceTexts>;

/** Tallies of one document: everyone who matches, and each value of its segment. */
export interface DocumentTallies {
  all: QuestionTally;
  /** Answers that a filter keeps out, by the pattern of the filters that they pass. */
  beside: ReadonlyMap<number, number>;
  slices: ReadonlyMap<string, { tally: QuestionTally; beside: ReadonlyMap<number, number> }>;
  filters: OpenFilter[];
}

/**
 * The segments whose stored tallies answer a query, `[]` for everyone alone; null for a query that
 * has to be counted from the answers: one that crosses segments, or asks for what people wrote.
 *
 * @example
 * segmentsFor(definition, { question: 'topics', by: 'role', where: [], voice: 'individual' })
 * // => ['role']
 */
export function segmentsFor(definition: Definition, query: ResultsQuery): string[] | null {
  const question = definition.questions.find(({ id }) => id === query.question);
  if (!question || question.kind === 'short-text' || question.kind === 'long-text') return null;
  const kept = talliedSegments(definition);
  const [filter, ...more] = query.where;
  if (!filter) {
    if (query.by === null || query.by === '@voice') return [];
    return kept.includes(query.by) ? [query.by] : null;
  }
  if (more.length > 0 || query.by !== null || !kept.includes(filter.segment)) return null;
  const divided = definition.questions.find(({ id }) => id === filter.segment);
  return divided?.kind === 'multiple' && filter.values.length > 1 ? null : [filter.segment];
}

/**
 * The tallies of a document out of the stored ones; null where a segment has too many values to
 * be stored.
 */
export function documentTallies(
  definition: Definition,
  query: ResultsQuery,
  stored: SteppedQuestion,
): DocumentTallies | null {
  const { shape } = stored;
  const everyone = stored.segments.get(EVERYONE);
  const prefix = `${query.voice}:`;
  const filters = openFilters(definition, query.where);
  const none = new Map<number, number>();
  const slices = new Map<string, { tally: QuestionTally; beside: ReadonlyMap<number, number> }>();
  const whole = (segment: Map<string, SteppedTally> | null | undefined, key: string) => {
    const tally = shownOf(shape, segment?.get(key));
    if (tally.n === 0) tally.n = waitingAnswers(definition, query, stored);
    return tally;
  };
  const segment = filters[0]?.segment.id ?? query.by;
  if (segment === null || segment === '@voice') {
    if (segment === '@voice') {
      for (const [key, slice] of everyone ?? []) {
        slices.set(key.slice(0, -1), { tally: shownOf(shape, slice), beside: none });
      }
    }
    return { all: whole(everyone, prefix), beside: none, slices, filters };
  }
  const values = stored.segments.get(segment);
  if (!values) return null;
  const all = whole(values, query.voice);
  for (const [key, slice] of values) {
    if (!key.startsWith(prefix)) continue;
    slices.set(key.slice(prefix.length), {
      tally: shownOf(shape, slice),
      beside: none,
    });
  }
  const [filter] = filters;
  if (!filter) return { all, beside: none, slices, filters };
  const passed = emptyQuestionTally(shape);
  for (const [value, { tally }] of slices) {
    if (tally.n > 0) filter.sizes.set(value, tally.n);
    if (filter.values.has(value)) combineQuestionTallies(passed, tally, 1);
  }
  const beside = all.n > passed.n ? new Map([[0, all.n - passed.n]]) : none;
  return { all: passed, beside, slices: new Map(), filters };
}

/**
 * A copy of what a slice shows. What it holds is in no way part of a document: a size that counted
 * it could let another slice be shown that gives a small one away.
 */
function shownOf(shape: TallyShape, slice: SteppedTally | undefined): QuestionTally {
  const tally = emptyQuestionTally(shape);
  return slice ? combineQuestionTallies(tally, slice.shown, 1) : tally;
}

/** Answers that are too few to be shown, whose number is. */
function waitingAnswers(
  definition: Definition,
  { question, voice }: ResultsQuery,
  { shape, waiting }: SteppedQuestion,
): number {
  const field = answerCoder(definition).questions.findIndex(({ id }) => id === question);
  return waiting.reduce((sum, entry) => {
    if (entry.voice !== voice) return sum;
    const counts = whyLeftOut(shape, entry.code.split(FIELD)[field] ?? '') === null;
    return counts ? sum + entry.sign : sum;
  }, 0);
}

/**
 * The results document of tallies: the same as `gatherResults` makes of the answers one by one.
 *
 * @param texts what the tallies can't tell; a ranking without ballots has no Plackett–Luce
 *   worths and no run-off
 */
export function tallyDocument(
  definition: Definition,
  query: ResultsQuery,
  { language, names }: { language: Language; names: SegmentNames },
  tallies: DocumentTallies,
  texts: TextsBySlice,
): Omit<ResultsDocument, 'version' | 'study'> {
  const question = definition.questions.find(({ id }) => id === query.question)!;
  const by = query.by === null ? null : segmentOf(definition, query.by, language, names);
  const groupOf = (
    key: string,
    label: string,
    tally: QuestionTally,
    beside: ReadonlyMap<number, number>,
    own: SliceTexts | undefined,
  ): SliceGroup => ({
    key,
    label,
    n: tally.n,
    leftOut: leftOutOf(tally),
    gathering: gather(definition, question, language, { tally, ...own }),
    beside: new Map(beside),
  });
  return {
    question: headOf(question),
    slices: slicesOf(
      groupOf('all', names.all, tallies.all, tallies.beside, texts.get('all')),
      inOrder(by, tallies).map(([value, { tally, beside }]) =>
        groupOf(`${by!.id}:${value}`, by!.label(value), tally, beside, texts.get(`=${value}`)),
      ),
      tallies.filters,
      {
        minCell: definition.privacy.minCell,
        personal: 'personal' in question && question.personal === true,
        apart: by?.id === '@voice',
      },
    ),
  };
}

function inOrder(by: Segment | null, { slices }: DocumentTallies) {
  if (!by) return [];
  return inSegmentOrder(by, slices.keys()).map((value) => [value, slices.get(value)!] as const);
}

function headOf(question: Question): ResultsDocument['question'] {
  const { id, kind } = question;
  return { id, kind, ...(question.kind === 'ranking' && { unranked: unrankedMode(question) }) };
}

function leftOutOf({ leftOut }: QuestionTally): LeftOut {
  const counts: LeftOut = {};
  for (const [place, reason] of REASONS.entries()) {
    if (leftOut[place]! > 0) counts[reason] = leftOut[place]!;
  }
  return counts;
}
