import type { MixingAnswers, OrdinalAnswers } from '../../needs/decision-input.ts';
import { ordinalSummary } from '../../needs/ordinal.ts';
import type { RankingFindings } from '../../needs/ranking-statements.ts';
import { certaintyOf, fewestAnswers } from '../../needs/statement.ts';
import type { TrainingNecessary } from '../../needs/training-verdict.ts';
import type { ChoiceFigures } from '../choice-results.ts';
import type { NumberFigures } from '../number-results.ts';
import type { Option } from '../option.ts';
import type { RankingFigures } from '../ranking-results.ts';
import type { RatingFigures } from '../rating-results.ts';
import type { ShownSlice, Slice } from '../results-document.ts';
import type { Finding, Missing, OrdinalFigures, RankedFigures } from './needs-document.ts';

/** A finding without figures. */
export function nothing<T>(
  questions: string[],
  missing: Missing,
  n: number | null = null,
): Finding<T> {
  return { questions, n, certainty: 'too-few', figures: null, missing };
}

/**
 * The figures that a slice of results holds, as a finding; without them where the results hold them
 * back, and where fewer answered than a statement needs.
 *
 * @param read takes the figures of a slice that shows them
 * @param borne whether an interval or a test bears what the figures say
 * @example
 * foundIn('topics', slice, rankedFigures, ({ tiers }) => tiers.length > 1).certainty // => 'firm'
 */
export function foundIn<T>(
  question: string,
  slice: Slice,
  read: (slice: ShownSlice) => T,
  borne: (figures: T) => boolean,
): Finding<T> {
  const { n } = slice;
  if (n === 0) return nothing([question], 'no-answers', 0);
  if (slice.suppressed) return nothing([question], slice.suppressed, n);
  if (slice.n < fewestAnswers) return nothing([question], 'too-few', n);
  const figures = read(slice);
  const certainty = certaintyOf(slice.n, borne(figures));
  return { questions: [question], n: slice.n, certainty, figures, missing: null };
}

/** What a ranking says, of all that its results hold. */
export function rankedFigures(slice: ShownSlice): RankedFigures {
  const ranking = slice as ShownSlice<RankingFigures>;
  const { consensus, agreement, items } = ranking;
  return {
    order: consensus.order.map(texts),
    tiers: orderedTiers(consensus),
    kendallW: agreement.kendallW,
    polarised: consensus.notes.flatMap((note) =>
      note.kind === 'polarised' ? String(note.item) : [],
    ),
    topCount: ranking.topCount,
    items: items.map(({ id }, at) => ({
      id: String(id),
      meanRank: ranking.meanRank?.[at] ?? null,
      meanRankInterval: ranking.meanRankInterval?.[at] ?? null,
      range: ranking.rankRange?.[at] ?? null,
      firstShare: ranking.firstShare[at] ?? null,
      topShare: ranking.topShare[at] ?? null,
    })),
  };
}

/**
 * Groups of items that the data can't tell apart, best first; each in the order of the consensus.
 *
 * @example
 * orderedTiers({ tiers: [[1, 2]], order: [[2], [1]] }) // => [['2', '1']]
 */
export function orderedTiers({
  tiers,
  order,
}: Pick<RankingFigures['consensus'], 'tiers' | 'order'>): string[][] {
  const places = new Map(order.flat().map((id, place) => [id, place]));
  const placeOf = (id: string | number) => places.get(id) ?? places.size;
  return tiers.map((tier) => texts(tier.toSorted((a, b) => placeOf(a) - placeOf(b))));
}

function texts(ids: readonly (string | number)[]): string[] {
  return ids.map(String);
}

/** The same for the rules that make statements of it. */
export function rankingFindings(
  { n }: Finding<RankedFigures>,
  { tiers, kendallW, polarised }: RankedFigures,
): RankingFindings {
  return { n: n ?? 0, tiers, kendallW, polarised };
}

/**
 * Ordered categories with their counts; a number question has one category for each value given.
 *
 * @param values how often each number was given, where the slice has only bins of them
 */
export function ordinalFigures(
  slice: ShownSlice,
  values?: ReadonlyMap<number, number>,
): OrdinalFigures {
  const { histogram } = slice as ShownSlice<NumberFigures>;
  const categories = values
    ? [...values]
        .toSorted(([a], [b]) => a - b)
        .map(([value, n]) => ({ id: String(value), value, label: String(value), n }))
    : histogram.map((bar) =>
        'id' in bar
          ? { id: bar.id, value: bar.value, label: bar.label, n: bar.n }
          : { id: String(bar.from), value: bar.from, label: String(bar.from), n: bar.n },
      );
  return { summary: ordinalSummary(categories, countsOf(categories)), categories };
}

/** Counted categories as the mathematics of needs takes them. */
export function ordinalAnswers({ categories }: OrdinalFigures): OrdinalAnswers {
  return { categories, counts: countsOf(categories) };
}

function countsOf(categories: OrdinalFigures['categories']): Record<string, number> {
  return Object.fromEntries(categories.map(({ id, n }) => [id, n]));
}

/** Whether a slice of numbers shows bins instead of single values. */
export function hasBins(slice: ShownSlice): boolean {
  const { histogram } = slice as ShownSlice<NumberFigures>;
  return histogram.some((bar) => !('id' in bar) && bar.from !== bar.to);
}

/**
 * Answers to "is training necessary?", by what the options stand for: 2 and 3 yes, 1 what exists is
 * enough, 0 the problem is another one.
 */
export function necessaryAnswers(slice: ShownSlice, options: readonly Option[]): TrainingNecessary {
  const { counts } = slice as ShownSlice<ChoiceFigures>;
  const of = (...values: number[]) =>
    counts
      .filter(({ id }) => values.includes(options.find((one) => one.id === id)?.value ?? NaN))
      .reduce((sum, { n }) => sum + n, 0);
  return {
    necessary: of(2, 3),
    existingEnough: of(1),
    otherCause: of(0),
    dontKnow: slice.leftOut.excluded ?? 0,
  };
}

/** Agreement with each row: above, at and below the middle of the scale; held rows are left out. */
export function mixingAnswers(slice: ShownSlice): MixingAnswers[] {
  const { points, rows } = slice as ShownSlice<RatingFigures>;
  const values = points.map(({ value }) => value);
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  return rows.flatMap(({ id, counts }) => {
    if (!counts) return [];
    const of = (isMeant: (value: number) => boolean) =>
      counts.reduce((sum, n, at) => (isMeant(values[at]!) ? sum + n : sum), 0);
    return {
      row: id,
      agree: of((value) => value > middle),
      neutral: of((value) => value === middle),
      disagree: of((value) => value < middle),
    };
  });
}
