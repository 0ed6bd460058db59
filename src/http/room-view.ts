import type { Kysely } from 'kysely';
import type { RoomEvent } from '../db/room/events.ts';
import { listPeople, type RoomPerson } from '../db/room/people.ts';
import { countSenders, hasSent, sentByPeople, storedRevisions } from '../db/room/progress.ts';
import { listTables, type RoomTable } from '../db/room/tables.ts';
import { eventWork, presenters, tableWork } from '../db/room/work.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import { type Quiet, quietTable } from '../survey/room/quiet-table.ts';
import { mayAnswerFor } from '../survey/room/room-rights.ts';
import { secondsLeft } from '../survey/room/room-state.ts';
import { answerField, isOwnField, type TableWork } from '../survey/room/table-work.ts';
import type { Config } from './env.ts';
import { type Seat, tableResponseId } from './room-seat.ts';
import { sentRevision } from './room-table.ts';

/** One table as a facilitator sees it: counts, never what anybody answered. */
export interface TableProgress {
  table: RoomTable;
  people: number;
  /** People whose phone was there in the last minutes. */
  active: number;
  hasWriter: boolean;
  /** People who have sent answers of their own in this round. */
  sentAlone: number;
  /** Of the questions open to tables, how many the table has answered. */
  answered: number;
  asked: number;
  isSent: boolean;
  quiet: Quiet | null;
}

/** A room as its facilitators see it. */
export interface RoomOverview {
  event: RoomEvent;
  /** Seconds left of the phase at `now`; null when none runs. */
  left: number | null;
  now: number;
  joined: number;
  active: number;
  sentAlone: number;
  tables: TableProgress[];
  people: RoomPerson[];
}

/** Phones look at least once a minute while they are awake. */
const ACTIVE_FOR = 150_000;

/** All that the facilitator's console shows, in a handful of statements whatever the size. */
export async function roomOverview(
  db: Kysely<Database>,
  config: Pick<Config, 'secret' | 'now'>,
  study: Study,
  event: RoomEvent,
): Promise<RoomOverview> {
  const { state, agenda } = event;
  const now = config.now().getTime();
  const [tables, people, work, alone, senders] = await Promise.all([
    listTables(db, event),
    listPeople(db, event),
    eventWork(db, event, state.round),
    sentByPeople(db, event, state.round),
    countSenders(db, event, state.round),
  ]);
  const ids = await Promise.all(
    tables.map((table) => tableResponseId(config.secret, table, state.round)),
  );
  const stored = await storedRevisions(db, study.id, ids);
  const isActive = ({ seenAt }: RoomPerson) => now - seenAt.getTime() < ACTIVE_FOR;
  return {
    event,
    now,
    left: secondsLeft(state, agenda, now),
    joined: people.length,
    active: people.filter(isActive).length,
    sentAlone: senders,
    people,
    tables: tables.map((table, index) => {
      const seated = people.filter(({ tableId }) => tableId === table.id);
      const written = work.get(table.id) ?? {};
      const asked = state.open.table.filter((id) => !isOwnField(study.definition, id));
      const isSent = isSentAs(written, stored.get(ids[index]!));
      const hasWriter = seated.some(({ id }) => id === table.writerId);
      return {
        table,
        people: seated.length,
        active: seated.filter(isActive).length,
        hasWriter,
        sentAlone: alone.get(table.id) ?? 0,
        answered: asked.filter((id) => isWritten(written, id)).length,
        asked: asked.length,
        isSent,
        quiet: quietTable(
          {
            people: seated.length,
            hasWriter,
            activeAt: table.activeAt?.getTime() ?? null,
            isSent,
            isClosed: table.closedAt !== null || table.lockedAt !== null,
          },
          state,
          now,
        ),
      };
    }),
  };
}

/** A table as those at it see it. */
export interface TableView extends Seat {
  table: RoomTable;
  left: number | null;
  now: number;
  people: number;
  /** The number of whoever writes; null for an empty seat. */
  writer: number | null;
  mayAnswer: boolean;
  work: TableWork;
  presenter: string;
  isSent: boolean;
  /** This person has sent answers of their own in this round. */
  hasSentAlone: boolean;
}

/** What a phone at a table shows: the table's work live, and what this person may do. */
export async function tableView(
  db: Kysely<Database>,
  config: Pick<Config, 'secret' | 'now'>,
  { event, person, table }: Seat & { table: RoomTable },
): Promise<TableView> {
  const { state, agenda } = event;
  const now = config.now().getTime();
  const [people, work, names, hasSentAlone, responseId] = await Promise.all([
    listPeople(db, event),
    tableWork(db, table, state.round),
    presenters(db, event),
    hasSent(db, event, person.id, state.round),
    tableResponseId(config.secret, table, state.round),
  ]);
  const stored = await storedRevisions(db, table.studyId, [responseId]);
  const seated = people.filter(({ tableId }) => tableId === table.id);
  return {
    event,
    person,
    table,
    now,
    left: secondsLeft(state, agenda, now),
    people: seated.length,
    writer: seated.find(({ id }) => id === table.writerId)?.number ?? null,
    mayAnswer:
      table.lockedAt === null &&
      mayAnswerFor(person, { ...table, isClosed: table.closedAt !== null }),
    work,
    presenter: names.get(table.id) ?? '',
    isSent: isSentAs(work, stored.get(responseId)),
    hasSentAlone,
  };
}

function isWritten(work: TableWork, question: string): boolean {
  const value = work[answerField(question)]?.value;
  return value !== undefined && value !== null;
}

function isSentAs(work: TableWork, stored: number | undefined): boolean {
  return stored !== undefined && stored === sentRevision(work);
}
