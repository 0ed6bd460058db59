import type { ChoiceFigures } from '../choice-results.ts';
import type { QuestionKind } from '../question.ts';
import type { NumberFigures } from '../number-results.ts';
import type { ShownSlice } from '../results-document.ts';
import { smallCells } from '../small-cells.ts';
import { questionIn, type Reading, resultsTrace, shownAll } from './reading.ts';
import type { ChartBlock, ChartRow } from './strategy-document.ts';
import { items, number, percent, said } from './told.ts';

/** An option or category with how often it was chosen. */
export interface CountedOption {
  id: string;
  n: number;
  share: number;
  interval: readonly [number, number];
}

/**
 * The options or categories of a choice or an ordered question that may be named: not those with
 * too few answers, nor those that would give them away.
 *
 * @example
 * namedCounts(slice, 5) // => [{ id: 'yes', n: 40, share: 0.8, interval: [0.67, 0.89] }]
 */
export function namedCounts(slice: ShownSlice, minCell: number): CountedOption[] {
  const counts = allCounts(slice);
  const sizes = counts.map(({ n }) => n);
  const held = smallCells(sizes, minCell);
  return counts.filter((_, index) => held[index] === undefined);
}

/**
 * How many answers went to options that may not be named: what is left of all of them. 0 where
 * people may choose several options, as then nothing is left that is theirs alone.
 */
export function unnamedCount(
  slice: ShownSlice,
  named: readonly CountedOption[],
  kind: QuestionKind,
): number {
  if (kind === 'multiple') return 0;
  const known = new Set(named.map(({ id }) => id));
  return allCounts(slice).reduce((sum, { id, n }) => (known.has(id) ? sum : sum + n), 0);
}

/** Every option or category; none of a question with other answers. */
export function allCounts(slice: ShownSlice): CountedOption[] {
  if ('counts' in slice) return (slice as ShownSlice<ChoiceFigures>).counts;
  if (!('histogram' in slice)) return [];
  const bars = (slice as ShownSlice<NumberFigures>).histogram;
  return bars.flatMap((bar) => ('id' in bar ? [bar] : []));
}

/** The shares of the answers to a choice or an ordered question. */
export function barsChart(reading: Reading, question: string | null): ChartBlock[] {
  if (question === null) return [];
  const { definition, results } = reading.input;
  const slice = shownAll(results[question]);
  const counts = slice ? namedCounts(slice, definition.privacy.minCell) : [];
  const most = counts.toSorted((a, b) => b.n - a.n)[0];
  if (!slice || !most || most.n === 0) return [];
  const unnamed = unnamedCount(slice, counts, questionIn(reading, question).kind) / slice.n;
  return [
    {
      kind: 'chart',
      id: `bars:${question}`,
      chart: 'bars',
      caption: reading.titleOf(question),
      summary: reading.say(
        said('chartBars', { n: number(slice.n), items: items(question, [most.id]) }),
      ),
      x: { label: reading.say(said('columnShare')), min: 0, max: 1 },
      rows: [
        ...counts.map(({ id, share, interval }) => ({
          label: reading.labelOf(question, id),
          x: share,
          low: interval[0],
          high: interval[1],
          text: reading.write(percent(share)),
        })),
        ...(unnamed > 0 ? [unnamedBar(reading, unnamed)] : []),
      ],
      trace: resultsTrace(
        reading,
        { question },
        counts.map(({ id, share: value }) => ({
          name: id,
          value,
          method: 'share',
          question,
          item: id,
        })),
      ),
    },
  ];
}

/** The bar of all options that too few chose to be named; it has no interval. */
function unnamedBar(reading: Reading, share: number): ChartRow {
  const label = reading.say(said('rowSmallGroups'));
  return { label, x: share, low: null, high: null, text: reading.write(percent(share)) };
}
