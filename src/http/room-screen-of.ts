import type { Kysely } from 'kysely';
import type { RoomEvent } from '../db/room/events.ts';
import { floorQuestions } from '../db/room/floor.ts';
import { roomAnswers } from '../db/room/room-ballots.ts';
import { listTables, type RoomTable } from '../db/room/tables.ts';
import { latestWork } from '../db/room/work.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import type { RankingQuestion } from '../survey/definition.ts';
import { type Text, textIn } from '../survey/language.ts';
import { optionsOf, unrankedMode } from '../survey/question-options.ts';
import { rankingOf } from '../survey/ranking-results.ts';
import { primaryQuestion } from '../survey/results-query.ts';
import { movedItems } from '../survey/room-analysis/moved-items.ts';
import { type RoomBallot, tableRankings, tableKey } from '../survey/room-analysis/room-ballot.ts';
import { farFrom, placesIn, tablesAbreast } from '../survey/room-analysis/tables-abreast.ts';
import { floorOrder } from '../survey/room/floor.ts';
import { roomInstructions } from '../survey/room/room-instructions.ts';
import { TABLES_ABREAST } from '../survey/room/room-state.ts';
import { conclusionsIn } from '../survey/room/table-work.ts';
import { ENGLISH_NAMES } from '../survey/segment.ts';
import { liveRanking } from './live-ranking.ts';
import type { Reader } from './results-of.ts';
import { pairedOf } from './room-results-of.ts';
import type { ScreenDocument, TableScreen } from './room-screen-document.ts';

/** More rows could not be read from the back of the hall. */
const MOST_ROWS = 8;
const MOST_ANSWERS = 8000;

/** What the parts of the screen are worked out from. */
interface Shown {
  db: Kysely<Database>;
  study: Study;
  event: RoomEvent;
  question: RankingQuestion;
  reader: Reader;
  words: (text: Text) => string;
}

/**
 * What the big screen shows, as data. Figures only once they are revealed, of people only where
 * there are enough of them, questions only once they are accepted; never a name.
 *
 * @example
 * await screenOf(db, study, event) // { shows: 'join' }
 */
export async function screenOf(
  db: Kysely<Database>,
  study: Study,
  event: RoomEvent,
  reader: Reader = { language: study.definition.defaultLanguage, names: ENGLISH_NAMES },
): Promise<ScreenDocument> {
  const { definition } = study;
  const { screen, question: asked } = event.state;
  const words = (text: Text) => textIn(text, reader.language, definition.defaultLanguage);
  const question =
    definition.questions.find(
      (one): one is RankingQuestion => one.id === asked && one.kind === 'ranking',
    ) ?? primaryQuestion(definition);
  switch (screen) {
    case 'join':
      return { shows: 'join' };
    case 'instructions':
      return instructionsScreen(study, event, words);
    case 'questions':
      return questionsScreen(db, event);
  }
  if (question.kind !== 'ranking') return { shows: 'held', reason: 'few' };
  const shown: Shown = { db, study, event, question, reader, words };
  if (screen === 'tables') return tableScreen(shown);
  if (!event.state.revealed) return { shows: 'held', reason: 'hidden' };
  if (screen === 'compare') return compareScreen(shown);
  return screen === 'changed' ? changedScreen(shown) : rankingScreen(shown);
}

function instructionsScreen(
  { definition }: Study,
  { agenda, state }: RoomEvent,
  words: (text: Text) => string,
): ScreenDocument {
  const { part, brief, steps, back } = roomInstructions(definition, agenda, state.phase);
  return {
    shows: 'instructions',
    title: part && words(part.title),
    minutes: part?.minutes ?? null,
    back,
    brief: brief && words(brief),
    steps: steps.map((step) =>
      step.kind === 'together' ? { ...step, titles: step.titles.map(words) } : step,
    ),
  };
}

async function questionsScreen(db: Kysely<Database>, event: RoomEvent): Promise<ScreenDocument> {
  const questions = floorOrder(await floorQuestions(db, event));
  const shown = questions.find(({ status }) => status === 'shown');
  return {
    shows: 'questions',
    question: shown
      ? { id: shown.id, number: shown.number, text: shown.text, support: shown.support }
      : null,
    waiting: questions.filter(({ status }) => status === 'accepted').length,
    isOpen: event.state.floor && event.state.stage !== 'ended',
  };
}

/** What individuals of this event and round rank, by the share that has each item in their top. */
async function rankingScreen(shown: Shown): Promise<ScreenDocument> {
  const { db, study, event, question, reader, words } = shown;
  const all = await liveRanking(db, study, event, { question, language: reader.language });
  if (!all) return { shows: 'held', reason: 'few' };
  const { items, topShare, topShareInterval, topCount, agreement, meanRank, n } = all;
  const labels = new Map(labelsOf(shown).map(({ id, label }) => [id, label]));
  const rows = items
    .map(({ id, name }, index) => {
      const [low, high] = topShareInterval[index] ?? [0, 0];
      return {
        id: String(id),
        label: labels.get(String(id)) ?? name,
        share: topShare[index] ?? 0,
        low,
        high,
        mean: meanRank?.[index] ?? 0,
      };
    })
    .toSorted((a, b) => b.share - a.share || a.mean - b.mean || (a.id < b.id ? -1 : 1))
    .map(({ mean: _, ...row }, index) => ({ ...row, place: index + 1, isTop: index < topCount }));
  return {
    shows: 'ranking',
    title: words(question.title),
    rows,
    top: topCount,
    n,
    kendallW: agreement.kendallW,
  };
}

/** The room's place of each item, 1 the best; null where too few have answered. */
async function roomPlaces(shown: Shown): Promise<number[] | null> {
  const ranking = await rankingScreen(shown);
  if (ranking.shows !== 'ranking') return null;
  const places = new Map(ranking.rows.map(({ id, place }) => [id, place]));
  return labelsOf(shown).map(({ id }) => places.get(id) ?? ranking.rows.length);
}

/** The table that presents: its conclusions, and its order beside the room's once revealed. */
async function tableScreen(shown: Shown): Promise<ScreenDocument> {
  const { db, event, question, words } = shown;
  const { state } = event;
  const tables = await presenting(db, event);
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
    title: words(question.title),
    rows: null,
    reason: 'hidden',
    isRoomShown: false,
  };
  if (!state.revealed) return document;
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

/** Tables side by side, what they differ most about first. */
async function compareScreen(shown: Shown): Promise<ScreenDocument> {
  const { db, event, question, words } = shown;
  const rankings = await rankingsOf(shown);
  const tables = (await presenting(db, event)).flatMap((table) => {
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
    rows: items.slice(0, MOST_ROWS).map(({ item, places, far, spread }) => ({
      id: labels[item]!.id,
      label: labels[item]!.label,
      room: room?.[item] ?? null,
      places: places.slice(from, from + TABLES_ABREAST),
      far: far.slice(from, from + TABLES_ABREAST),
      spread,
    })),
  };
}

/** The latest two rounds, by those who were there in both. */
async function changedScreen(shown: Shown): Promise<ScreenDocument> {
  const { db, study, event, question, words } = shown;
  const pairs = await pairedOf(db, study, event, question);
  const two = pairs.findLast(({ after }) => after <= event.state.round) ?? pairs.at(-1);
  if (!two) return { shows: 'held', reason: 'one-round' };
  const { before, after, n, leavers, newcomers, held, agreement, isCoarse } = two;
  if (held) return { shows: 'held', reason: 'few' };
  const labels = labelsOf(shown);
  return {
    shows: 'changed',
    title: words(question.title),
    before,
    after,
    n,
    leavers,
    newcomers,
    isCoarse,
    agreement: agreement && { before: agreement.before, after: agreement.after },
    rows: movedItems(two.items, MOST_ROWS).map(({ item, ...places }) => ({
      id: labels[item]!.id,
      label: labels[item]!.label,
      ...places,
    })),
  };
}

/** The tables that present, in their order: those that were merged into others do not. */
async function presenting(db: Kysely<Database>, event: RoomEvent): Promise<RoomTable[]> {
  return (await listTables(db, event)).filter(({ mergedInto }) => mergedInto === null);
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

function labelsOf({ study, question, words }: Shown): { id: string; label: string }[] {
  return optionsOf(study.definition, question).map(({ id, short, label }) => ({
    id,
    label: words(short ?? label),
  }));
}
