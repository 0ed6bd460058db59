import type { RankingFigures } from '../../src/survey/ranking-results.ts';
import type { ShownSlice } from '../../src/survey/results-document.ts';
import type { SayResults } from '../text/results/texts.ts';
import type { FigureWords } from './figure-words.ts';

type ItemId = RankingFigures['items'][number]['id'];

export type RankingSlice = ShownSlice<RankingFigures>;

/** What panels of one page share: its words and its numbers. */
export interface Words {
  say: SayResults;
  figures: FigureWords;
  /** Short names of options by id, for charts and narrow columns. */
  short: (id: ItemId) => string;
  /** Whole names of options by id, for sentences. */
  name: (id: ItemId) => string;
}

/** The place of each item, counted from 1; tied items share the best of their places. */
export function placesIn(
  order: readonly (readonly ItemId[])[],
  items: readonly { id: ItemId }[],
): number[] {
  const places = new Map<ItemId, number>();
  let place = 1;
  for (const group of order) {
    for (const id of group) places.set(id, place);
    place += group.length;
  }
  return items.map(({ id }) => places.get(id) ?? place);
}
