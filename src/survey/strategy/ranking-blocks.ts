import { type Ranked } from './ranking-sentences.ts';
import { type Reading, resultsTrace } from './reading.ts';
import type { ChartBlock, TableBlock, Trace, TracedFigure } from './strategy-document.ts';
import { between, number, percent, said } from './told.ts';

interface RankedRow {
  id: string;
  at: number;
  place: number;
  /** Number of the tier, 1 = may be first. */
  tier: number;
}

/** The items of a ranking in the order of its consensus, unordered ones last. */
function rowsOf({ slice }: Ranked): RankedRow[] {
  const ids = slice.items.map(({ id }) => String(id));
  const { order, tiers } = slice.consensus;
  const tierOf = (id: string) => tiers.findIndex((tier) => tier.map(String).includes(id)) + 1;
  let place = 1;
  return order.flatMap((group) => {
    const own = group
      .map(String)
      .map((id) => ({ id, at: ids.indexOf(id), place, tier: tierOf(id) }));
    place += group.length;
    return own;
  });
}

/** The order of a ranking with mean ranks and their intervals; groups can't be told apart. */
export function rankingChart(reading: Reading, ranked: Ranked): ChartBlock[] {
  const { question, slice } = ranked;
  const { meanRank, meanRankInterval } = slice;
  if (!meanRank) return [];
  const rows = rowsOf(ranked);
  const first = rows[0];
  if (!first) return [];
  return [
    {
      kind: 'chart',
      id: `ranking-chart:${question}`,
      chart: 'intervals',
      caption: reading.titleOf(question),
      summary: reading.say(
        said('chartRanking', {
          items: { is: 'items', question, ids: [first.id] },
          n: number(slice.n),
        }),
      ),
      x: {
        label: reading.say(said('columnMeanRank')),
        min: 1,
        max: slice.items.length,
        reversed: true,
      },
      rows: rows.map(({ id, at, tier }) => ({
        label: reading.labelOf(question, id),
        x: meanRank[at] ?? null,
        low: meanRankInterval?.[at]?.[0] ?? null,
        high: meanRankInterval?.[at]?.[1] ?? null,
        text: meanRank[at] === null ? '–' : reading.write(number(meanRank[at]!, 1)),
        group: tier,
      })),
      trace: rankingTrace(reading, ranked, rows),
    },
  ];
}

/** The order of a ranking in figures. */
export function rankingTable(reading: Reading, ranked: Ranked): TableBlock {
  const { question, slice } = ranked;
  const rows = rowsOf(ranked);
  const head = (
    text:
      | 'columnPlace'
      | 'columnItem'
      | 'columnMeanRank'
      | 'columnRange'
      | 'columnFirst'
      | 'columnTier',
  ) => ({ label: reading.say(said(text)), numeric: text !== 'columnItem' });
  const none = '–';
  return {
    kind: 'table',
    id: `ranking:${question}`,
    caption: reading.titleOf(question),
    columns: [
      head('columnPlace'),
      head('columnItem'),
      head('columnMeanRank'),
      head('columnRange'),
      head('columnFirst'),
      head('columnTier'),
    ],
    rows: rows.map(({ id, at, place, tier }) => {
      const rank = slice.meanRank?.[at] ?? null;
      const range = slice.rankRange?.[at];
      const first = slice.firstShare[at] ?? null;
      return [
        reading.write(number(place)),
        reading.labelOf(question, id),
        rank === null ? none : reading.write(number(rank, 1)),
        range ? reading.write(between(number(range[0]), number(range[1]))) : none,
        first === null ? none : reading.write(percent(first)),
        tier === 0 ? none : reading.write(number(tier)),
      ];
    }),
    trace: rankingTrace(reading, ranked, rows),
  };
}

function rankingTrace(reading: Reading, { question, slice }: Ranked, rows: RankedRow[]): Trace {
  const figures = rows.flatMap(({ id, at }): TracedFigure[] => {
    const rank = slice.meanRank?.[at] ?? null;
    const first = slice.firstShare[at] ?? null;
    return [
      ...(rank === null
        ? []
        : [{ name: id, value: rank, method: 'mean-rank' as const, question, item: id }]),
      ...(first === null
        ? []
        : [{ name: id, value: first, method: 'first-share' as const, question, item: id }]),
    ];
  });
  return resultsTrace(reading, { question }, figures);
}
