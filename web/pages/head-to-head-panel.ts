import { wilsonInterval } from '../../src/ranking/wilson.ts';
import { countedWords } from './left-out.ts';
import { leadingItems } from './ranking-finding.ts';
import type { RankingSlice, Words } from './ranking-slice.ts';
import type { Cell, Panel } from './results-panel.tsx';

/** More items than this make a matrix that nobody reads. */
const MOST_ITEMS = 8;

/** Share of those with a preference who place one item above another, among the leading items. */
export function headToHeadPanel(slice: RankingSlice, words: Words): Panel {
  const { say, figures, short, name: nameOf } = words;
  const order = leadingItems(slice).slice(0, MOST_ITEMS);
  const name = (item: number) => short(slice.items[item]!.id);
  const shareOf = (i: number, j: number): number | null => {
    const above = slice.pairwise[i]?.[j] ?? 0;
    const below = slice.pairwise[j]?.[i] ?? 0;
    return i === j || above + below === 0 ? null : above / (above + below);
  };
  const [a = 0, b = 0] = order;
  const pair = { a: nameOf(slice.items[a]!.id), b: nameOf(slice.items[b]!.id) };
  const wins = slice.pairwise[a]?.[b] ?? 0;
  const interval = wilsonInterval(wins, wins + (slice.pairwise[b]?.[a] ?? 0));
  const isClear = interval !== null && interval[0] > 0.5;
  const cells = order.map((i) => order.map((j) => shareOf(i, j)));
  return {
    id: 'head-to-head',
    title: isClear
      ? say('headFinding', { ...pair, share: figures.share(shareOf(a, b)!) })
      : say('headLevel', pair),
    method: say('headMethod', { count: order.length }),
    chart: {
      kind: 'matrix',
      labels: order.map((item, place) => `${place + 1}  ${name(item)}`),
      cells,
    },
    head: [say('columnItem'), ...order.map((_, place) => String(place + 1))],
    rows: order.map((item, place) => [
      { text: `${place + 1}  ${slice.items[item]!.name}` },
      ...cells[place]!.map((share): Cell =>
        share === null
          ? { text: '–' }
          : { text: String(Math.round(share * 100)), shade: Math.round(share * 10) },
      ),
    ]),
    span: 5,
    how: [
      say('howHead', { n: slice.n }),
      say(slice.mode === 'bottom' ? 'coverageBottom' : 'coverageIgnore'),
      ...countedWords(slice, words),
    ],
  };
}
