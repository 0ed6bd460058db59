import { median } from 'simple-statistics';
import { type AnswerTrace, fastShare, qualityFlags } from '../ranking/quality-flags.ts';
import type { Ranking } from '../ranking/ranking.ts';
import type { Answers } from './answer.ts';
import {
  answerCoder,
  FIELD,
  fittedRanking,
  NO_ANSWER,
  NO_OPINION,
  WORDS_ONLY,
} from './answer-code.ts';
import type { Definition, Question } from './definition.ts';
import { optionsOf } from './question-options.ts';
import { findDuplicates } from './quality-duplicates.ts';
import type { Voice } from './respondent.ts';
import { rankingIn } from './question-tally.ts';
import { rankingOf } from './ranking-results.ts';
import { looseText } from './write-in-key.ts';
import { mergesOf } from './write-in-merge.ts';

/** Signs that an answer may not be considered, each explained on the quality page. */
export const QUALITY_SIGNS = ['fast', 'straight-line', 'shown-order', 'duplicate', 'test'] as const;

export type QualitySign = (typeof QUALITY_SIGNS)[number];

/** What is known of one response. */
export interface ReviewedResponse {
  /** Texts, and the rankings whose codes say too little (`takesAnswers`). */
  answers: Answers;
  /** As `answerCoder` writes them. */
  code: string;
  shown: Readonly<Record<string, readonly string[]>>;
  voice: Voice;
  round: number;
  /** How long the person took; null where the phone did not say. */
  seconds: number | null;
  /** When it was first sent, in milliseconds. */
  at: number;
}

/** A straight line: in all rating questions with at least `rows` ratings, `ratings` in all. */
const STRAIGHT = { rows: 5, ratings: 10 };

/** Keeping the shown order is a sign where chance would do as much in fewer than 2 of 1,000. */
const CHANCE = 0.002;

/** Fewer times than this have no median worth the name. */
const LEAST_TIMES = 5;

/** What is kept of a response until all are known. */
export type Kept = Pick<ReviewedResponse, 'code' | 'voice' | 'round' | 'seconds' | 'at'> & {
  /** Signs that need no other response. */
  own: readonly QualitySign[];
};

/**
 * The signs of each response, in the order given. Nothing is decided by them: see `isFlagged`.
 * - `fast`: less than a third of the median time of the same voice
 * - `straight-line`: one and the same rating throughout, or a ranking of one tie
 * - `shown-order`: rankings that keep, or reverse, the random order shown more often than chance
 * - `duplicate`: the same answers as an earlier response, but for one question at most
 * - `test`: "test" and the like as a text
 *
 * @example
 * qualitySigns(definition, responses)[0] // ['fast', 'straight-line']
 */
export function qualitySigns(
  definition: Definition,
  responses: readonly ReviewedResponse[],
): QualitySign[][] {
  const read = signReader(definition);
  const tracesOf = rankingTraces(definition);
  const kept = responses.map((response) => read(response, tracesOf(response)));
  return signsTogether(definition, kept);
}

/**
 * Reads the signs that one response has by itself, from it and its `rankingTraces`, so that its
 * answers need not be kept.
 */
export function signReader(
  definition: Definition,
): (response: ReviewedResponse, traced: readonly RankingTrace[]) => Kept {
  const { questions } = answerCoder(definition);
  const matrices = questions.flatMap(({ kind }, field) => (kind === 'rating-matrix' ? field : []));
  const texts = definition.questions.filter(
    (question) =>
      (question.kind === 'short-text' || question.kind === 'long-text') && !question.personal,
  );
  return (response, traced) => {
    const { seconds, voice, round, at, answers, code } = response;
    const own: QualitySign[] = [];
    const traces = traced.map(({ trace }) => trace);
    const flags = qualityFlags(traces);
    const fields = code.split(FIELD);
    const isTied = flags.some((found) => found.includes('all-tied'));
    if (isTied || isStraight(matrices.map((field) => fields[field] ?? ''))) {
      own.push('straight-line');
    }
    const isOrdered = (['shown-order-kept', 'shown-order-reversed'] as const).some((flag) => {
      if (!flags.some((found) => found.includes(flag))) return false;
      const chances = traces.map(({ ranking }, k) =>
        flags[k]!.includes(flag) ? 1 / factorial(ranking.length) : 1,
      );
      return traces.length * chances.reduce((product, chance) => product * chance, 1) <= CHANCE;
    });
    if (isOrdered) own.push('shown-order');
    if (texts.some(({ id }) => [answers[id]].flat().some(isTest))) own.push('test');
    return { code, voice, round, seconds, at, own };
  };
}

/** The signs of responses that have been read one by one, with those that need all the others. */
export function signsTogether(definition: Definition, kept: readonly Kept[]): QualitySign[][] {
  const limits = fastLimits(kept);
  const copies = findDuplicates(definition, kept);
  return kept.map(({ seconds, voice, own }, index) => {
    const isFast = seconds !== null && seconds < limits[voice];
    const all = [...own, ...(isFast ? ['fast' as const] : [])];
    if (copies.has(index)) all.push('duplicate');
    return QUALITY_SIGNS.filter((sign) => all.includes(sign));
  });
}

/**
 * Whether a response is left out where flagged ones are: a copy, a test, or two signs at once. One
 * sign alone is often an honest answer.
 */
export function isFlagged(signs: readonly QualitySign[]): boolean {
  return signs.length > 1 || signs.includes('duplicate') || signs.includes('test');
}

function fastLimits(responses: readonly Kept[]): Record<Voice, number> {
  const limit = (voice: Voice) => {
    const times = responses.flatMap((one) =>
      one.voice === voice && one.seconds !== null ? one.seconds : [],
    );
    return times.length < LEAST_TIMES ? 0 : median(times) * fastShare;
  };
  return { individual: limit('individual'), table: limit('table') };
}

/**
 * Whether signs are looked for in an answer itself: a code has what was written in as the item that
 * it was merged into, which nobody was shown.
 */
export function takesAnswers(question: Question): boolean {
  return question.kind === 'ranking' && mergesOf(question) !== undefined;
}

/** An answer to a ranking, and the order shown. */
export interface RankingTrace {
  question: string;
  trace: AnswerTrace & { shown: readonly number[] };
}

/**
 * The rankings of a response, as places, with the order shown, where it was a random one. Where an
 * order is not wanted for itself, and its first items show that it was neither kept nor reversed,
 * it is left empty: of most responses it need not be read to its end.
 */
export function rankingTraces(
  definition: Definition,
): (
  response: Pick<ReviewedResponse, 'answers' | 'code' | 'shown'>,
  isWanted?: (question: string) => boolean,
) => RankingTrace[] {
  const rankings = answerCoder(definition).questions.flatMap((question, field) => {
    if (question.kind !== 'ranking') return [];
    const items = optionsOf(definition, question).map(({ id }) => id);
    const index = new Map(items.map((id, place) => [id, place]));
    return [{ id: question.id, field, items, index, own: takesAnswers(question) }];
  });
  return ({ answers, code, shown }, isWanted = () => true) => {
    const codes = code.split(FIELD);
    return rankings.flatMap(({ id, field, items, index, own }) => {
      const order = Object.hasOwn(shown, id) ? shown[id] : undefined;
      if (!order) return [];
      const ranking = own
        ? givenRanking(answers[id], index)
        : codedRanking(fittedRanking(codes[field] ?? NO_ANSWER, items.length));
      if (!ranking) return [];
      if (!isWanted(id) && isOrderBroken(ranking, items, order)) {
        return [{ question: id, trace: { ranking, shown: [] } }];
      }
      const places: number[] = [];
      for (const item of order) {
        const place = index.get(item);
        if (place !== undefined) places.push(place);
      }
      return [{ question: id, trace: { ranking, shown: places } }];
    });
  };
}

/** Whether the first three items alone say that a ranking neither keeps nor reverses an order. */
function isOrderBroken(
  ranking: Ranking,
  items: readonly string[],
  order: readonly string[],
): boolean {
  if (ranking.length < 3) return false;
  const [first, second, third] = ranking
    .slice(0, 3)
    .map(([place]) => order.indexOf(items[place!]!)) as [number, number, number];
  return Math.min(first, second, third) < 0 || second > first !== third > second;
}

function givenRanking(answer: unknown, index: ReadonlyMap<string, number>): Ranking | null {
  return Array.isArray(answer) ? rankingOf(answer, index) : null;
}

function codedRanking(code: string): Ranking | null {
  if (code === NO_ANSWER || code === NO_OPINION) return null;
  return code === WORDS_ONLY ? [] : rankingIn(code);
}

/** Codes of rating questions: `0` not rated, `-` don't know, then the points. */
function isStraight(codes: readonly string[]): boolean {
  const rated = codes
    .map((code) => code.replace(/[0*-]/g, ''))
    .filter(({ length }) => length >= STRAIGHT.rows);
  const ratings = rated.reduce((sum, { length }) => sum + length, 0);
  return ratings >= STRAIGHT.ratings && rated.every((code) => new Set(code).size === 1);
}

const TESTS = new Set(
  'test tests testing teste prueba pruebas prova proves essai toets probe asdf asdfasdf qwerty qwertz azerty abc abcd loremipsum blabla'.split(
    ' ',
  ),
);

function isTest(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  const loose = looseText(text);
  return TESTS.has(loose) || /^(.)\1{2,}$/.test(loose) || /^(test)+\d*$/.test(loose);
}

function factorial(n: number): number {
  let product = 1;
  for (let k = 2; k <= n; k++) product *= k;
  return product;
}
