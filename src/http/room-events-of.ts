import type { Kysely } from 'kysely';
import type { RoomEvent } from '../db/room/events.ts';
import type { Database } from '../db/schema.ts';
import { orderByScore, placesOf } from '../ranking/order.ts';
import type { RankingQuestion } from '../survey/definition.ts';
import type { RankingFigures } from '../survey/ranking-results.ts';
import type { Filter } from '../survey/results-query.ts';
import type { Slice } from '../survey/results-document.ts';
import type { Suppression } from '../survey/small-cells.ts';
import { compareOf } from './compare-of.ts';
import { type Reader, resultsOf, type ResultsStudy } from './results-of.ts';

/** What the people of one event, or of several, rank together. */
export interface GroupOrder {
  /** Null where that is held back. */
  n: number | null;
  suppressed: Suppression | null;
  /** By item, 1 the best; null where held back. */
  places: number[] | null;
  meanRank: (number | null)[] | null;
  kendallW: number | null;
}

/** Events side by side, and rolled up over each series. */
export interface EventsCompared {
  /** Only where there are two or more; each also against all the others. */
  list: (GroupOrder & {
    key: string;
    name: string;
    series: string | null;
    againstOthers: { tauX: number | null; opposed: number; pairs: number; pValue: number } | null;
  })[];
  series: (GroupOrder & {
    name: string;
    events: string[];
    /** Places when every shown event counts the same, however many came. */
    equalWeight: number[] | null;
  })[];
}

/** Events beyond this are listed without a test of their own. */
const MOST_TESTED = 12;

/**
 * The events of a study side by side, from the results and by their rules: small events are held
 * back, and so is one that the others would give away.
 *
 * @param hasRounds people answered more than once: only their first answers are compared, as the
 *   same person must not count twice
 */
export async function eventsCompared(
  db: Kysely<Database>,
  study: ResultsStudy,
  { id }: RankingQuestion,
  { events, hasRounds }: { events: readonly RoomEvent[]; hasRounds: boolean },
  reader: Reader,
): Promise<EventsCompared> {
  const first: Filter[] = hasRounds ? [{ segment: '@round', values: ['1'] }] : [];
  const query = { question: id, where: first, voice: 'individual' } as const;
  const { document } = await resultsOf(db, study, { ...query, by: '@event' }, reader);
  const slices = (await document()).slices.slice(1);
  const byKey = new Map(slices.map((slice) => [slice.key.slice('@event:'.length), slice]));
  byKey.delete('');
  if (byKey.size < 2) return { list: [], series: [] };
  const list: EventsCompared['list'] = [];
  for (const [key, slice] of byKey) {
    const event = events.find((candidate) => candidate.key === key);
    const order = orderOf(slice);
    const rest = slices.map((other) => other.key.slice('@event:'.length));
    const others = rest.filter((other) => other !== key);
    const of = (values: string[]) => [...first, { segment: '@event', values }];
    const isTested = !order.suppressed && list.length < MOST_TESTED;
    const two = isTested
      ? await compareOf(
          db,
          study,
          { ...query, by: null, where: of([key]) },
          { where: of(others), voice: 'individual' },
          reader,
        )
      : null;
    const found = two && (await two.document()).comparison;
    const { orders, test } = found ?? {};
    list.push({
      key,
      name: event?.name ?? key,
      series: event?.series ?? null,
      ...order,
      againstOthers: orders && test ? { ...orders, pValue: test.pValue } : null,
    });
  }
  const series: EventsCompared['series'] = [];
  for (const [name, members] of Map.groupBy(list, (event) => event.series)) {
    if (name === null || members.length < 2) continue;
    const where = [...first, { segment: '@event', values: members.map(({ key }) => key) }];
    const results = await resultsOf(db, study, { ...query, by: null, where }, reader);
    const [all] = (await results.document()).slices;
    series.push({
      name,
      events: members.map((event) => event.name),
      ...orderOf(all),
      equalWeight: equalWeight(members),
    });
  }
  return { list, series };
}

function orderOf(slice: Slice): GroupOrder {
  if (slice.suppressed) {
    const { n, suppressed } = slice;
    return { n, suppressed, places: null, meanRank: null, kendallW: null };
  }
  const { n, items, consensus, meanRank, agreement } = slice as typeof slice & RankingFigures;
  const place = new Map<string | number, number>();
  let before = 1;
  for (const group of consensus.order) {
    for (const id of group) place.set(id, before);
    before += group.length;
  }
  return {
    n,
    suppressed: null,
    places: items.map(({ id }) => place.get(id) ?? before),
    meanRank,
    kendallW: agreement.kendallW,
  };
}

/** Places by the mean of the events' mean ranks; null unless every event is shown. */
function equalWeight(events: readonly GroupOrder[]): number[] | null {
  const ranks = events.map(({ meanRank }) => meanRank);
  const [first] = ranks;
  if (!first || ranks.some((own) => !own || own.includes(null))) return null;
  const sums = first.map((_, item) => ranks.reduce((sum, own) => sum + own![item]!, 0));
  const order = orderByScore(sums.map((sum) => -Math.round(sum * 1e9)));
  const starts = order.map((_, at) => 1 + order.slice(0, at).flat().length);
  return placesOf(sums.length, order).map((group) => starts[group]!);
}
