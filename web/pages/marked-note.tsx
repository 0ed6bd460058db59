import type { JSX } from 'preact';
import type { Kysely } from 'kysely';
import type { Database } from '../../src/db/schema.ts';
import type { Study } from '../../src/db/studies.ts';
import { type Reader, resultsOf } from '../../src/http/results-of.ts';
import type { SegmentValues } from '../../src/http/segment-values.ts';
import type { Language } from '../../src/survey/language.ts';
import { orderDistance } from '../../src/ranking/order-distance.ts';
import type { ResultsDocument } from '../../src/survey/results-document.ts';
import { namedFilters, pageParameters, type ResultsQuery } from '../../src/survey/results-query.ts';
import { roomResultsTexts } from '../text/room-results/texts.ts';
import type { Words } from './ranking-slice.ts';
import { markName } from './room-results-words.ts';

/** What becomes of a headline without those who came as experts or of the project team. */
export interface WithoutMarked {
  marks: ('expert' | 'team')[];
  left: number;
  n: number;
  change: 'leader' | 'order' | null;
}

/**
 * Whether the order of everybody holds without the people who are marked; null where nobody is, or
 * where the figures of those who stay are held back.
 *
 * @param values the values that people have in each segment
 */
export async function withoutMarked(
  db: Kysely<Database>,
  study: Study,
  query: ResultsQuery,
  { values, reader }: { values: SegmentValues; reader: Reader },
): Promise<WithoutMarked | null> {
  const marks = (['expert', 'team'] as const).filter((mark) => values.get('@mark')?.includes(mark));
  const named = namedFilters(query);
  if (marks.length === 0 || named.length > 0 || query.voice === 'table') return null;
  const read = async (asked: Partial<ResultsQuery>) =>
    orderIn(await (await resultsOf(db, study, { ...query, ...asked }, reader)).document());
  // While people answer, the groups of a segment move together: both are of the same moment.
  const all = await read({ by: '@mark' });
  const where = [...query.where, { segment: '@mark', values: ['participant'] }];
  const rest = all && (await read({ by: null, where }));
  if (!rest) return null;
  const { discordant, tiedInOne } = orderDistance(placesOf(all.order), placesOf(rest.order));
  const isLed = all.order[0]!.toSorted().join() === rest.order[0]!.toSorted().join();
  const change = !isLed ? 'leader' : discordant + tiedInOne > 0 ? 'order' : null;
  return { marks, left: all.n - rest.n, n: rest.n, change };
}

/** The consensus of everyone in a document; null where there is none to be shown. */
function orderIn({ slices: [all] }: ResultsDocument): { n: number; order: string[][] } | null {
  if (all.suppressed || !('consensus' in all)) return null;
  const order = all.consensus?.order.map((group) => group.map(String));
  return order && order.length > 0 ? { n: all.n, order } : null;
}

/** The place of each item, tied ones alike, in the order of the items’ ids. */
function placesOf(order: readonly (readonly string[])[]): number[] {
  return order
    .flatMap((group, place) => group.map((id) => ({ id, place })))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ place }) => place);
}

/** Says beside the headline whether it depends on those who are marked. */
export function MarkedNote(props: {
  study: Study;
  query: ResultsQuery;
  found: WithoutMarked;
  words: Words;
  language: Language;
}): JSX.Element {
  const { study, query, found, words, language } = props;
  const tell = roomResultsTexts(language);
  const { marks, change, left, n } = found;
  const who = words.figures.list(marks.map((mark) => markName(mark, tell)));
  const title =
    change === 'leader' ? 'markedLeader' : change === 'order' ? 'markedChanged' : 'markedSame';
  const where = [{ segment: '@mark', values: ['participant'] }];
  const address = pageParameters({ ...query, by: null, where });
  return (
    <p class={`marked-note${change ? ' is-changed' : ''}`}>
      <strong>{tell(title, { who })}.</strong> {tell('markedMethod', { left, n })}{' '}
      <a href={`/studies/${study.id}/results?${address}`} data-swap>
        {tell('markedWithout', { who })}
      </a>
    </p>
  );
}
