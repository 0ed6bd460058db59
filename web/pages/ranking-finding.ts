import type { RankingSlice, Words } from './ranking-slice.ts';

/** Item indices in the order of the consensus, tied items by mean rank; never ranked ones last. */
export function leadingItems({ items, consensus, meanRank, neverRanked }: RankingSlice): number[] {
  const index = new Map(items.map(({ id }, place) => [id, place]));
  return [...consensus.order, neverRanked].flatMap((group) =>
    group
      .map((id) => index.get(id)!)
      .toSorted((a, b) => (meanRank?.[a] ?? 0) - (meanRank?.[b] ?? 0) || a - b),
  );
}

/** Items that may be first, all items together at 95 %, best first; with one answer all of them. */
export function contenders(slice: RankingSlice): number[] {
  const [first = []] = slice.consensus.tiers;
  return leadingItems(slice).filter((item) => first.includes(slice.items[item]!.id));
}

/**
 * The finding of a ranking in one sentence that claims no more than the answers carry: one leader
 * only where no other item can be first, otherwise who cannot be told apart.
 */
export function leadSentence(slice: RankingSlice, { say, figures, name: nameOf }: Words): string {
  const order = leadingItems(slice);
  const name = (item: number) => nameOf(slice.items[item]!.id);
  const [best = 0] = order;
  const top = contenders(slice);
  if (top.length >= order.length && top.length > 1) return say('leadNone');
  const [a = best, b = best, c = best] = top;
  if (top.length === 1) {
    const share = slice.firstShare[a];
    return share
      ? say('leadsShare', { item: name(a), share: figures.share(share) })
      : say('leads', { item: name(a) });
  }
  if (top.length === 2) return say('leadTwo', { a: name(a), b: name(b) });
  if (top.length === 3) return say('leadThree', { a: name(a), b: name(b), c: name(c) });
  return say('leadMany', { item: name(best), count: top.length - 1 });
}
