import { keepRows } from '../db/room/events.ts';
import { roomAnswers } from '../db/room/room-ballots.ts';
import { listTables, type RoomTable } from '../db/room/tables.ts';
import { latestWork } from '../db/room/work.ts';
import type { RankingQuestion } from '../survey/definition.ts';
import { unrankedMode } from '../survey/question-options.ts';
import { rankingOf } from '../survey/ranking-results.ts';
import { type RoomBallot, tableKey, tableRankings } from '../survey/room-analysis/room-ballot.ts';
import {
  farFrom,
  inKeptOrder,
  placesIn,
  tablesAbreast,
} from '../survey/room-analysis/tables-abreast.ts';
import { presents } from '../survey/room/presenting.ts';
import { TABLES_ABREAST } from '../survey/room/room-state.ts';
import { namedIn } from '../survey/room/table-name.ts';
import { conclusionsIn } from '../survey/room/table-work.ts';
import type { ScreenDocument, TableScreen } from './room-screen-document.ts';
import { labelsOf, MOST_ROWS, roomPlaces, type Shown } from './room-screen-figures.ts';

const MOST_ANSWERS = 8000;

/**
 * The table that presents: its conclusions, and its order beside the room's once revealed.
 *
 * @param of `question` is null in a study without a ranking
 */
export async function tableScreen(
  of: Omit<Shown, 'question'> & { question: RankingQuestion | null },
): Promise<ScreenDocument> {
  const { db, study, event, question, words } = of;
  const { state } = event;
  const tables = await presenting(of);
  const at = Math.max(
    0,
    tables.findIndex(({ id }) => id === state.table),
  );
  const table = tables[at];
  if (!table) return { shows: 'held', reason: 'no-tables' };
  const work = await latestWork(db, event, state.round);
  const document: TableScreen = {
    shows: 'table',
    table: { id: table.id, name: table.name },
    place: at + 1,
    of: tables.length,
    conclusions: conclusionsIn(work.get(table.id) ?? {}),
    title: words((question ?? study.definition).title),
    rows: null,
    reason: 'hidden',
    isRoomShown: false,
  };
  if (!state.revealed) return document;
  if (!question) return { ...document, reason: 'no-ranking' };
  const shown: Shown = { ...of, question };
  const labels = labelsOf(shown);
  const own = (await rankingsOf(shown)).get(tableKey({ event: event.key, table: table.key }));
  if (!own) return { ...document, reason: 'no-ranking' };
  const places = placesIn(labels.length, own);
  const room = await roomPlaces(shown);
  const far = farFrom(labels.length, own, { mode: unrankedMode(question), room });
  const top = own.flat().length;
  const rows = labels
    .map(({ id, label }, item) => ({
      id,
      label,
      own: places[item]!,
      room: room?.[item] ?? null,
      far: far[item]!,
    }))
    .filter((row) => row.own !== null || (row.room !== null && row.room <= top))
    .toSorted(
      (a, b) => (a.own ?? Infinity) - (b.own ?? Infinity) || (a.room ?? 0) - (b.room ?? 0) || 0,
    )
    .slice(0, MOST_ROWS);
  return { ...document, rows, reason: null, isRoomShown: room !== null };
}

/**
 * Tables side by side: what they differed most about when this was first shown comes first, and
 * stays there until a facilitator sends the screen again.
 */
export async function compareScreen(shown: Shown): Promise<ScreenDocument> {
  const { db, event, question, words } = shown;
  const rankings = await rankingsOf(shown);
  const tables = (await presenting(shown)).flatMap((table) => {
    const ranking = rankings.get(tableKey({ event: event.key, table: table.key }));
    return ranking ? [{ table, ranking }] : [];
  });
  if (tables.length < 2) return { shows: 'held', reason: 'no-tables' };
  const labels = labelsOf(shown);
  const room = await roomPlaces(shown);
  const items = tablesAbreast(
    labels.length,
    tables.map(({ ranking }) => ranking),
    { mode: unrankedMode(question), room },
  );
  const rows = items.map(({ item, ...row }) => ({ ...labels[item]!, item, ...row }));
  const kept =
    event.state.rows ??
    (await keepRows(
      db,
      event,
      rows.slice(0, MOST_ROWS).map(({ id }) => id),
    ));
  const first = tables.findIndex(({ table }) => table.id === event.state.table);
  const from = Math.floor(Math.max(0, first) / TABLES_ABREAST) * TABLES_ABREAST;
  const page = tables.slice(from, from + TABLES_ABREAST);
  return {
    shows: 'compare',
    title: words(question.title),
    tables: page.map(({ table }) => ({ id: table.id, name: table.name })),
    from: from + 1,
    of: tables.length,
    isRoomShown: room !== null,
    rows: inKeptOrder(rows, kept)
      .slice(0, MOST_ROWS)
      .map(({ id, label, item, places, far, spread }) => ({
        id,
        label,
        room: room?.[item] ?? null,
        places: places.slice(from, from + TABLES_ABREAST),
        far: far.slice(from, from + TABLES_ABREAST),
        spread,
      })),
  };
}

/** The tables that present, in their order. */
async function presenting({
  db,
  event,
  reader,
}: Pick<Shown, 'db' | 'event' | 'reader'>): Promise<RoomTable[]> {
  return (await listTables(db, event))
    .filter(presents)
    .map((table) => namedIn(reader.language, table));
}

/** What each table of the event has sent by this round, by `tableKey`. */
async function rankingsOf(shown: Shown): Promise<ReturnType<typeof tableRankings>> {
  const { db, study, event, question } = shown;
  const asked = { question: question.id, event: event.key, most: MOST_ANSWERS };
  const rows = await roomAnswers(db, study.id, { ...asked, voice: 'table' });
  const index = new Map(labelsOf(shown).map(({ id }, item) => [id, item]));
  const ballots = rows.flatMap(({ answer, mark, ...row }): RoomBallot[] => {
    if (!Array.isArray(answer)) return [];
    const ranking = rankingOf(answer, index);
    return ranking.length > 0 ? [{ ...row, mark: mark ?? 'participant', ranking }] : [];
  });
  return tableRankings(ballots, event.state.round);
}
