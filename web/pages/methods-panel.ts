import type { Sample } from '../../src/survey/results-document.ts';
import { countedWords } from './left-out.ts';
import { contenders, leadingItems } from './ranking-finding.ts';
import { placesIn, type RankingSlice, type Words } from './ranking-slice.ts';
import type { Panel } from './results-panel.tsx';

type Method = { name: string; places: readonly number[] };

/** The place of every item by every method, so that a winner by method shows. */
export function methodsPanel(slice: RankingSlice, words: Words, sample?: Sample | null): Panel {
  const { say, figures } = words;
  const methods = methodsOf(slice, words);
  const sampleNote = ({ responses, at, missing }: Sample) =>
    missing
      ? say('methodMissing', { n: responses })
      : say('methodSample', { n: responses, time: figures.time(new Date(at)) });
  return {
    id: 'methods',
    title: methodsSentence(slice, words),
    method: say('methodsMethod'),
    chart: null,
    head: [say('columnItem'), ...methods.map(({ name }) => name)],
    rows: leadingItems(slice).map((item) => [
      { text: slice.items[item]!.name },
      ...methods.map(({ places }) => ({
        text: String(places[item]),
        strong: places[item] === 1,
      })),
    ]),
    span: 7,
    note: [...whyMethodsDiffer(slice, words), ...(sample ? [sampleNote(sample)] : [])].join(' '),
    how: [say('howMethods', { n: slice.n }), say('methodExplain'), ...countedWords(slice, words)],
  };
}

/**
 * Where methods disagree: who leads by which, and why they can come to different orders. Empty
 * where all agree on the first place.
 */
export function whyMethodsDiffer(slice: RankingSlice, words: Words): string[] {
  const { say, figures, name } = words;
  const methods = methodsOf(slice, words);
  const leaders = new Map<string, string[]>();
  for (const { name: method, places } of methods) {
    const first = places.flatMap((place, item) => (place === 1 ? [item] : []));
    const named = figures.list(first.map((item) => name(slice.items[item]!.id)));
    leaders.set(named, [...(leaders.get(named) ?? []), method]);
  }
  if (leaders.size < 2) return [];
  const lines = [...leaders]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([item, by]) => say('methodsLeader', { item, methods: figures.list(by) }));
  const leadersOf = (keys: readonly string[]) =>
    new Set(
      [...leaders].filter(([, by]) => by.some((method) => keys.includes(method))).map(([i]) => i),
    );
  const points = leadersOf([say('methodMean'), say('methodBorda')]);
  const duels = leadersOf([say('methodSchulze'), say('methodKemeny'), say('methodCopeland')]);
  const firsts = leadersOf([say('methodPlackettLuce')]);
  const differs = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
    a.size > 0 && [...a].join() !== [...b].join();
  const cycle = slice.consensus.notes.find(({ kind }) => kind === 'cycle');
  return [
    ...lines,
    ...(cycle && 'items' in cycle
      ? [say('noteCycle', { items: figures.list(cycle.items.map(name)) })]
      : []),
    ...(differs(points, duels) ? [say('whyDuels')] : []),
    ...(differs(firsts, duels) ? [say('whyFirsts')] : []),
    ...(slice.rankedPairs.tieBreakMatters ? [say('noteTieBreak')] : []),
    ...(contenders(slice).length > 1 ? [say('whyClose')] : []),
  ];
}

/** How many of the methods put the same item first, in one sentence. */
export function methodsSentence(slice: RankingSlice, words: Words): string {
  const { say, name } = words;
  const methods = methodsOf(slice, words);
  const firsts = methods.map(({ places }) => {
    const first = places.flatMap((place, item) => (place === 1 ? [item] : []));
    return first.length === 1 ? first[0] : undefined;
  });
  const votes = new Map<number, number>();
  for (const item of firsts) if (item !== undefined) votes.set(item, (votes.get(item) ?? 0) + 1);
  const [best] = [...votes].toSorted(([, a], [, b]) => b - a);
  if (!best) return say('methodsTied');
  const item = name(slice.items[best[0]]!.id);
  return best[1] === methods.length
    ? say('methodsSame', { count: methods.length, item })
    : say('methodsMost', { n: best[1], count: methods.length, item });
}

function methodsOf(slice: RankingSlice, { say }: Words): Method[] {
  const { items, meanRank, borda, bordaNet, copelandNet, schulze, rankedPairs, kemeny } = slice;
  const logWorth = slice.plackettLuce?.logWorth ?? null;
  const ranks = slice.mode === 'bottom' ? meanRank : null;
  const scores: [string, readonly (number | null)[] | null | undefined][] = [
    [say('methodMean'), ranks?.map((rank) => -(rank ?? NaN))],
    [say('methodBorda'), borda ?? bordaNet],
    [say('methodCopeland'), copelandNet],
    [say('methodPlackettLuce'), logWorth],
  ];
  const orders: [string, Parameters<typeof placesIn>[0]][] = [
    [say('methodSchulze'), schulze.order],
    [say('methodRankedPairs'), rankedPairs.order],
    [say('methodKemeny'), kemeny.order],
  ];
  return [
    ...orders.map(([name, order]) => ({ name, places: placesIn(order, items) })),
    ...scores
      .filter((entry): entry is [string, number[]] => entry[1]?.every((x) => x !== null) === true)
      .map(([name, values]) => ({ name, places: values.map((x) => placeOf(x, values)) })),
  ];
}

/** 1 for the highest score; equal scores (to rounding) share a place. */
function placeOf(score: number, scores: readonly number[]): number {
  return 1 + scores.filter((other) => other > score + 1e-9).length;
}
