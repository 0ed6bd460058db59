import { groupOf, maxCodedItems } from '../ranking/ballot-code.ts';
import type { Ballots } from '../ranking/ballots.ts';
import { tallyBatch } from '../ranking/batch-tally.ts';
import { packTally, unpackTally } from '../ranking/packed-tally.ts';
import {
  addBallot,
  emptyTally,
  mergeTallies,
  positionsOfSize,
  subtractTallies,
  tallyArrays,
} from '../ranking/tally.ts';
import type { Tally } from '../ranking/tally.ts';
import { DONT_KNOW, fittedRanking, NO_OPINION, placeOf, WORDS_ONLY } from './answer-code.ts';
import type { Definition, Question } from './definition.ts';
import { optionsOf, scalePoints } from './question-options.ts';
import type { LeftOutReason } from './results-document.ts';

/** What reading the codes of one question takes. */
export interface TallyShape {
  kind: Question['kind'];
  /** Items, options or rows. */
  options: number;
  /** Points of a rating row. */
  points: number;
  /** Options that leave the base. */
  excluded: ReadonlySet<number>;
}

/** Everything that counts can say about the answers of some respondents to one question. */
export interface QuestionTally {
  /** Answers that count. */
  n: number;
  /** By reason, those that do not, in the order of {@link REASONS}. */
  leftOut: Float64Array;
  /**
   * Answers by option (single, multiple, scale), or by row and within it "don't know", then each
   * point (rating matrix); empty for other kinds.
   */
  cells: Float64Array;
  /** Answers by number. */
  values: Map<number, number>;
  ranking: Tally | null;
}

/** Counted answers to start from, in place of answers one by one. */
export interface Counted {
  tally: QuestionTally;
  /** Every different ranking and how often it was given; absent where only the tally is known. */
  ballots?: Ballots | undefined;
  writeIns?: readonly string[] | undefined;
}

export const REASONS: readonly LeftOutReason[] = [
  'noAnswer',
  'noOpinion',
  'dontKnow',
  'excluded',
  'writeInsOnly',
];

/**
 * How the answers to a question are tallied.
 *
 * @example
 * tallyShape(definition, question).options // 12
 */
export function tallyShape(definition: Definition, question: Question): TallyShape {
  const points = scalePoints(definition, question);
  const options = optionsOf(definition, question);
  const byScale = question.kind === 'scale' && points.length > 0;
  return {
    kind: question.kind,
    options: byScale ? points.length : options.length,
    points: question.kind === 'rating-matrix' ? points.length : 0,
    excluded: new Set(
      byScale || question.kind === 'ranking'
        ? []
        : options.flatMap(({ exclude }, place) => (exclude ? [place] : [])),
    ),
  };
}

/** The tally of no answers. */
export function emptyQuestionTally(shape: TallyShape): QuestionTally {
  return {
    n: 0,
    leftOut: new Float64Array(REASONS.length),
    cells: new Float64Array(cellsOf(shape)),
    values: new Map(),
    ranking: shape.kind === 'ranking' ? emptyTally(shape.options) : null,
  };
}

function cellsOf({ kind, options, points }: TallyShape): number {
  if (kind === 'ranking' || kind === 'number') return 0;
  return kind === 'rating-matrix' ? options * (points + 1) : options;
}

/**
 * Why the answer with a code does not count; null when it does.
 *
 * @example
 * whyLeftOut(shape, '-') // 'noOpinion'
 */
export function whyLeftOut(shape: TallyShape, code: string): LeftOutReason | null {
  if (code === '') return 'noAnswer';
  switch (shape.kind) {
    case 'ranking':
      if (code === NO_OPINION) return 'noOpinion';
      return fittedRanking(code, shape.options) === WORDS_ONLY ? 'writeInsOnly' : null;
    case 'rating-matrix':
      return /^[0-]+$/.test(code) ? 'dontKnow' : null;
    case 'number':
      return null;
    default:
      if (shape.excluded.size === 0) return null;
      for (let k = 0; k < code.length; k++) {
        if (!shape.excluded.has(placeOf(code.charCodeAt(k)))) return null;
      }
      return 'excluded';
  }
}

/**
 * Counts coded answers into a tally, in place; a sign of -1 takes them out again.
 *
 * @param codes one for each respondent, also where they did not answer
 * @example
 * countCodes(tally, shape, ['21', '', '-'], 1) // one ballot; one without, one of no opinion
 */
export function countCodes(
  tally: QuestionTally,
  shape: TallyShape,
  codes: readonly string[],
  sign: 1 | -1,
): void {
  const ballots: string[] = [];
  for (const given of codes) {
    const code = tally.ranking ? fittedRanking(given, shape.options) : given;
    const reason = whyLeftOut(shape, code);
    if (reason !== null) {
      tally.leftOut[REASONS.indexOf(reason)]! += sign;
      continue;
    }
    tally.n += sign;
    if (tally.ranking) ballots.push(code);
    else if (shape.kind === 'number') raise(tally.values, Number(code), sign);
    else if (shape.kind === 'rating-matrix') countRatings(tally.cells, shape, code, sign);
    else countOptions(tally.cells, code, sign);
  }
  if (tally.ranking && ballots.length > 0) {
    tally.ranking = countBallots(tally.ranking, ballots, sign);
  }
}

function countOptions(cells: Float64Array, code: string, sign: number): void {
  for (let k = 0; k < code.length; k++) {
    const place = placeOf(code.charCodeAt(k));
    if (place >= 0) cells[place]! += sign;
  }
}

function countRatings(cells: Float64Array, shape: TallyShape, code: string, sign: number): void {
  const width = shape.points + 1;
  for (let row = 0; row < code.length; row++) {
    if (code[row] === DONT_KNOW) cells[row * width]! += sign;
    else {
      const point = placeOf(code.charCodeAt(row));
      if (point > 0) cells[row * width + point]! += sign;
    }
  }
}

/** Few ballots are added one by one; many pay for the transposing of a batch. */
const FEW = 24;

function countBallots(tally: Tally, ballots: readonly string[], sign: 1 | -1): Tally {
  if (ballots.length < FEW || tally.m > maxCodedItems) {
    for (const code of ballots) addBallot(tally, rankingIn(code), sign);
    return tally;
  }
  const batch = tallyBatch(tally.m, ballots.join(''));
  return sign > 0 ? mergeTallies(tally, batch) : subtractTallies(tally, batch);
}

/** The ranking in a code, of any number of items. */
export function rankingIn(code: string): number[][] {
  const groups: number[][] = [];
  for (let item = 0; item < code.length; item++) {
    const group = groupOf(code.charCodeAt(item));
    if (group > 0) (groups[group - 1] ??= []).push(item);
  }
  return groups.filter((group) => group.length > 0);
}

function raise(counts: Map<number, number>, value: number, by: number): void {
  const count = (counts.get(value) ?? 0) + by;
  if (count === 0) counts.delete(value);
  else counts.set(value, count);
}

/**
 * Adds one tally to another, in place, `sign` times.
 *
 * @returns the first
 */
export function combineQuestionTallies(
  into: QuestionTally,
  other: QuestionTally,
  sign: 1 | -1,
): QuestionTally {
  into.n += sign * other.n;
  for (let k = 0; k < into.leftOut.length; k++) into.leftOut[k]! += sign * other.leftOut[k]!;
  for (let k = 0; k < into.cells.length; k++) into.cells[k]! += sign * other.cells[k]!;
  for (const [value, count] of other.values) raise(into.values, value, sign * count);
  if (into.ranking && other.ranking) addRankings(into.ranking, other.ranking, sign);
  return into;
}

/** In place: a fold of a million ballots would leave hundreds of megabytes of sums behind. */
function addRankings(into: Tally, other: Tally, sign: 1 | -1): void {
  if (into.m !== other.m) throw new RangeError('tallies of different questions');
  into.n += sign * other.n;
  into.tieSum += sign * other.tieSum;
  for (const name of tallyArrays) addCounts(into[name], other[name], sign);
  for (const [size, counts] of Object.entries(other.tiedPositions)) {
    addCounts(positionsOfSize(into, Number(size)), counts, sign);
  }
}

function addCounts(into: Float64Array, other: Float64Array, sign: 1 | -1): void {
  for (let k = 0; k < into.length; k++) into[k]! += sign * other[k]!;
}

/** Whether anybody is counted, answered or not. */
export function isEmptyTally({ n, leftOut }: QuestionTally): boolean {
  return n === 0 && leftOut.every((count) => count === 0);
}

/**
 * A tally as JSON-ready data; equal tallies give equal data.
 *
 * @example
 * unpackQuestionTally(shape, packQuestionTally(tally)) // equals tally
 */
export function packQuestionTally(tally: QuestionTally): PackedTally {
  const numbers = [tally.n, ...tally.leftOut, ...tally.cells];
  if (tally.ranking) {
    // Merging drops the counts of tied groups that have all been taken out again.
    const ranking = mergeTallies(tally.ranking, emptyTally(tally.ranking.m));
    return [numbers.join(' '), base64(packTally(ranking))];
  }
  const values = [...tally.values].toSorted(([a], [b]) => a - b);
  return [numbers.join(' '), values.map(([value, count]) => `${value}:${count}`).join(' ')];
}

/** Counts, then either a packed ranking tally or counted numbers. */
export type PackedTally = [counts: string, rest: string];

/** The tally that `packQuestionTally` wrote; throws a RangeError when it is of another shape. */
export function unpackQuestionTally(shape: TallyShape, [counts, rest]: PackedTally): QuestionTally {
  const tally = emptyQuestionTally(shape);
  const numbers = counts.split(' ').map(Number);
  if (numbers.length !== 1 + REASONS.length + tally.cells.length) {
    throw new RangeError('a packed tally of another shape');
  }
  tally.n = numbers[0]!;
  tally.leftOut.set(numbers.slice(1, 1 + REASONS.length));
  tally.cells.set(numbers.slice(1 + REASONS.length));
  if (tally.ranking) tally.ranking = unpackTally(bytesOf(rest));
  else if (rest !== '') {
    for (const pair of rest.split(' ')) {
      const [value, count] = pair.split(':');
      tally.values.set(Number(value), Number(count));
    }
  }
  return tally;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let k = 0; k < bytes.length; k += 8192) {
    text += String.fromCharCode(...bytes.subarray(k, k + 8192));
  }
  return btoa(text);
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
