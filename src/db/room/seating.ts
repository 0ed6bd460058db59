import { type Kysely, sql } from 'kysely';
import { jsonb } from '../portable.ts';
import type { Database } from '../schema.ts';
import type { RoomPerson } from './people.ts';
import { listTables, lockEvent, settleWriter } from './tables.ts';

interface Place {
  studyId: string;
  id: string;
}

/** What seats were decided on: it changes when anybody comes, moves or changes, or a table closes. */
export async function seatingVersion(
  db: Kysely<Database>,
  { studyId, id }: Place,
): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select (select count(*) || '.' || coalesce(sum(revision), 0) from room_person
        where study_id = ${studyId} and event_id = ${id}) || '-' ||
      (select count(*) || '.' || count(closed_at) from room_table
        where study_id = ${studyId} and event_id = ${id}) as version`.execute(db);
  return rows[0]!.version;
}

/**
 * Seats everybody in one go, if the hall is still as it was when the seats were decided on. Whoever
 * has no table in `tableOf` loses theirs; whoever is not in it, or would come to a table that has
 * closed, stays.
 *
 * @param version what `seatingVersion` said then; null to seat whatever has changed
 * @returns false when something has changed: nothing was done then
 */
export async function applySeats(
  db: Kysely<Database>,
  event: Place,
  { version, tableOf }: { version: string | null; tableOf: ReadonlyMap<string, string | null> },
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await lockEvent(transaction, event);
    if (version !== null && (await seatingVersion(transaction, event)) !== version) return false;
    const tables = await listTables(transaction, event);
    const open = new Set(tables.filter(({ closedAt }) => closedAt === null).map(({ id }) => id));
    const seats = [...tableOf].flatMap(([person, table]) =>
      table === null || open.has(table) ? [{ person, table }] : [],
    );
    await sql`
      update room_person p set table_id = s."table", revision = revision + 1
      from jsonb_to_recordset(${jsonb(seats)}) as s(person uuid, "table" uuid)
      where p.study_id = ${event.studyId} and p.event_id = ${event.id} and p.id = s.person
        and p.table_id is distinct from s."table"`.execute(transaction);
    for (const id of open) await settleWriter(transaction, { studyId: event.studyId, id });
    return true;
  });
}

/**
 * Stores where everybody sits in the rounds after one; replaces any earlier plan.
 *
 * @param first the round of `rounds[0]`, which is how people sit now and is not stored
 */
export async function storeRotation(
  db: Kysely<Database>,
  event: Place,
  { first, rounds }: { first: number; rounds: readonly ReadonlyMap<string, string>[] },
): Promise<void> {
  const rows = rounds
    .slice(1)
    .flatMap((seats, at) =>
      [...seats].map(([person, table]) => ({ round: first + at + 1, person, table })),
    );
  await db.transaction().execute(async (transaction) => {
    await lockEvent(transaction, event);
    await sql`
      delete from room_rotation
      where study_id = ${event.studyId} and event_id = ${event.id}`.execute(transaction);
    await sql`
      insert into room_rotation (study_id, event_id, round, person_id, table_id)
      select ${event.studyId}::uuid, ${event.id}::uuid, r.round, r.person, r."table"
      from jsonb_to_recordset(${jsonb(rows)}) as r(round integer, person uuid, "table" uuid)
    `.execute(transaction);
    await sql`
      update room_table set revision = revision + 1
      where study_id = ${event.studyId} and event_id = ${event.id}`.execute(transaction);
  });
}

/** The planned tables by round and person; merged tables as the ones that go on. */
export async function listRotation(
  db: Kysely<Database>,
  { studyId, id }: Place,
): Promise<Map<number, Map<string, string>>> {
  const { rows } = await sql<{ round: number; person: string; table: string }>`
    select r.round, r.person_id as person, coalesce(t.merged_into, t.id) as "table"
    from room_rotation r
    join room_table t on t.study_id = ${studyId} and t.id = r.table_id
    join room_person p on p.study_id = ${studyId} and p.id = r.person_id
    where r.study_id = ${studyId} and r.event_id = ${id}
    order by r.round, p.number`.execute(db);
  const rounds = new Map<number, Map<string, string>>();
  for (const { round, person, table } of rows) {
    if (!rounds.has(round)) rounds.set(round, new Map());
    rounds.get(round)!.set(person, table);
  }
  return rounds;
}

/** Where somebody goes in the round after one; null when they stay or nothing is planned. */
export async function nextTable(
  db: Kysely<Database>,
  { studyId, id, tableId }: Pick<RoomPerson, 'studyId' | 'id' | 'tableId'>,
  round: number,
): Promise<{ number: number; name: string } | null> {
  const { rows } = await sql<{ id: string; number: number; name: string }>`
    select t.id, t.number, t.name from room_rotation r
    join room_table planned on planned.study_id = ${studyId} and planned.id = r.table_id
    join room_table t on t.study_id = ${studyId}
      and t.id = coalesce(planned.merged_into, planned.id)
    where r.study_id = ${studyId} and r.person_id = ${id} and r.round = ${round + 1}
      and t.closed_at is null`.execute(db);
  const [next] = rows;
  return next && next.id !== tableId ? { number: next.number, name: next.name } : null;
}

/** Brings everybody to the table that is planned for a round; who has no plan stays. */
export async function takePlannedSeats(
  db: Kysely<Database>,
  event: Place,
  round: number,
): Promise<void> {
  const tableOf = (await listRotation(db, event)).get(round);
  if (tableOf) await applySeats(db, event, { version: null, tableOf });
}
