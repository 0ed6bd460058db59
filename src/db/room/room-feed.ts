import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';

/** What changes when a room does: one text for the whole room, one for each table. */
export interface RoomVersions {
  /** For those who see everything. */
  room: string;
  /** For those at one table: it and the state of the event, by the table's id. */
  tables: Readonly<Record<string, string>>;
  /** For those who ask from the floor: what moderators have done, and the state of the event. */
  floor: string;
}

/** Where phones watch the questions from the floor, in place of a table. */
export const FLOOR = 'floor';

/** Tells who watches a room when something in it has changed. */
export interface RoomFeed {
  /**
   * Watches an event, or one table of it; `tell` gets each new version in order, and null once the
   * event is gone or the feed ends.
   *
   * @returns stops watching
   */
  watch: (place: WatchedPlace, tell: (version: string | null) => void) => () => void;
  /** Watchers at the moment. */
  size: () => number;
  /** Ends every watch. */
  close: () => void;
}

export interface WatchedPlace {
  studyId: string;
  eventId: string;
  /** Null for the whole room; {@link FLOOR} for the questions. */
  tableId: string | null;
}

type Tell = (version: string | null) => void;

interface Watched {
  studyId: string;
  tells: Map<Tell, string | null>;
  versions: RoomVersions | null;
}

const PAUSE = 1000;

/**
 * Looks at each watched event once a second, however many phones and screens watch it and its
 * tables.
 *
 * @param pause between two looks, in milliseconds
 * @example
 * const stop = roomFeed(db).watch({ studyId, eventId, tableId: null }, (version) => tell(version));
 */
export function roomFeed(db: Kysely<Database>, pause = PAUSE): RoomFeed {
  const watched = new Map<string, Watched>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const look = async (eventId: string, one: Watched): Promise<void> => {
    try {
      const versions = await roomVersions(db, one.studyId, eventId);
      const before = one.versions;
      one.versions = versions;
      if (!versions) watched.delete(eventId);
      for (const [tell, tableId] of one.tells) {
        const now = versionAt(versions, tableId);
        if (now !== versionAt(before, tableId) || now === null) tell(now);
      }
    } catch {
      // The database is away for a moment: the next turn looks again.
    }
  };

  const turn = async (): Promise<void> => {
    await Promise.all([...watched].map(([id, one]) => look(id, one)));
    timer = watched.size > 0 ? setTimeout(() => void turn(), pause) : null;
  };

  return {
    watch: ({ studyId, eventId, tableId }, tell) => {
      let one = watched.get(eventId);
      if (!one) {
        watched.set(eventId, (one = { studyId, tells: new Map(), versions: null }));
        void look(eventId, one);
      }
      one.tells.set(tell, tableId);
      if (one.versions) tell(versionAt(one.versions, tableId));
      timer ??= setTimeout(() => void turn(), pause);
      return () => {
        one.tells.delete(tell);
        if (one.tells.size === 0 && watched.get(eventId) === one) watched.delete(eventId);
      };
    },
    size: () => [...watched.values()].reduce((sum, { tells }) => sum + tells.size, 0),
    close: () => {
      if (timer) clearTimeout(timer);
      timer = null;
      const all = [...watched.values()];
      watched.clear();
      for (const { tells } of all) for (const tell of tells.keys()) tell(null);
    },
  };
}

/** The version at a place; null where there is nothing any more. */
export function versionAt(versions: RoomVersions | null, tableId: string | null): string | null {
  if (!versions) return null;
  if (tableId === FLOOR) return versions.floor;
  return tableId === null ? versions.room : (versions.tables[tableId] ?? null);
}

/** The versions of one event now; null when it is gone. One statement. */
export async function roomVersions(
  db: Kysely<Database>,
  studyId: string,
  eventId: string,
): Promise<RoomVersions | null> {
  const { rows } = await sql<{
    head: string;
    tables: Record<string, number> | null;
    people: string;
    answers: number;
    asked: string;
    moderated: string;
  }>`
    select e.edition || '.' || e.revision as head,
      (select jsonb_object_agg(t.id, t.revision) from room_table t
        where t.study_id = ${studyId} and t.event_id = ${eventId}) as tables,
      (select count(*) || '.' || coalesce(sum(p.revision), 0) from room_person p
        where p.study_id = ${studyId} and p.event_id = ${eventId}) as people,
      (select count(*)::integer from room_answer a
        where a.study_id = ${studyId} and a.event_id = ${eventId}) as answers,
      (select count(*) || '.' || (select count(*) from floor_support s join floor_question own
          on own.study_id = s.study_id and own.id = s.question_id
          where own.study_id = ${studyId} and own.event_id = ${eventId})
        from floor_question q where q.study_id = ${studyId} and q.event_id = ${eventId}) as asked,
      (select coalesce(sum(q.revision - 1), 0)::text from floor_question q
        where q.study_id = ${studyId} and q.event_id = ${eventId}) as moderated
    from room_event e where e.study_id = ${studyId} and e.id = ${eventId}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const tables = Object.entries(row.tables ?? {});
  const sum = tables.reduce((total, [, revision]) => total + revision, tables.length);
  return {
    room: [row.head, sum, row.people, row.answers, row.asked, row.moderated].join('-'),
    floor: `${row.head}-${row.moderated}`,
    tables: Object.fromEntries(tables.map(([id, revision]) => [id, `${row.head}-${revision}`])),
  };
}
