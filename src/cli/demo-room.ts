import { type Kysely, sql } from 'kysely';
import type { BulkResponse } from '../db/import-responses.ts';
import { jsonb } from '../db/portable.ts';
import { changeState, createEvent } from '../db/room/events.ts';
import { addTables } from '../db/room/tables.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import { agendaMinutes, agendaOf } from '../survey/room/agenda.ts';

/** A response of a synthetic study, and who gave it. */
export interface DemoResponse extends BulkResponse {
  /** The same in each round; null for a table. */
  person: number | null;
}

/**
 * The room in which synthetic responses were given: an event that has ended, its tables, and the
 * people at them, so that rounds can be paired and tables be set beside their members. Nothing
 * where no response names an event.
 */
export async function demoRoom(
  db: Kysely<Database>,
  study: Study,
  responses: readonly DemoResponse[],
): Promise<void> {
  const given = responses.filter(({ event }) => event !== null);
  const [first] = given;
  if (!first?.event) return;
  const startsAt = new Date(Math.min(...given.map(({ at }) => at.getTime())));
  const agenda = agendaOf(study.definition);
  const event = await createEvent(
    db,
    study.id,
    {
      name: first.event,
      place: null,
      room: null,
      series: null,
      startsAt,
      endsAt: new Date(startsAt.getTime() + agendaMinutes(agenda) * 60_000),
      timeZone: study.definition.workshop.timezone,
      agenda,
    },
    startsAt,
  );
  const rounds = Math.max(...given.map(({ round }) => round));
  await changeState(db, event, { ...event.state, stage: 'ended', round: rounds, revealed: true });
  const names = [...new Set(given.flatMap(({ table }) => table ?? []))].toSorted(
    (a, b) => Number(a) - Number(b),
  );
  const tables = await addTables(db, event, names.length, {
    kind: 'table',
    name: (number) => names[number - 1]!,
  });
  await seatPeople(db, event, new Map(tables.map(({ key, id }) => [key, id])), given);
}

/** Everybody at the table of their first answer, under a code that nobody has. */
async function seatPeople(
  db: Kysely<Database>,
  event: { studyId: string; id: string },
  tables: ReadonlyMap<string, string>,
  responses: readonly DemoResponse[],
): Promise<void> {
  const seats = responses.flatMap(({ id, person, table, round, locale, at }) =>
    person === null || table === null
      ? []
      : [{ response: id, person, table: tables.get(table)!, round, locale, at }],
  );
  const ids = new Map<number, string>();
  const rows = seats.flatMap(({ person, table, locale, at }) => {
    if (ids.has(person)) return [];
    const id = crypto.randomUUID();
    ids.set(person, id);
    return [{ id, number: ids.size, key: crypto.randomUUID(), table, locale, at }];
  });
  await sql`
    insert into room_person (study_id, event_id, id, number, key_hash, role, mark, answers, locale,
      table_id, joined_at, seen_at)
    select ${event.studyId}::uuid, ${event.id}::uuid, p.id, p.number, p.key, 'participant',
      'participant', '{}'::jsonb, p.locale, p."table", p.at, p.at
    from jsonb_to_recordset(${jsonb(rows)}) as p (id uuid, number integer, key text, locale text,
      "table" uuid, at timestamptz)`.execute(db);
  const answers = seats.map(({ person, ...seat }) => ({ ...seat, person: ids.get(person)! }));
  await sql`
    insert into room_answer (study_id, event_id, response_id, person_id, table_id, round, mark,
      answered_at)
    select ${event.studyId}::uuid, ${event.id}::uuid, a.response, a.person, a."table", a.round,
      'participant', a.at
    from jsonb_to_recordset(${jsonb(answers)}) as a (response uuid, person uuid, "table" uuid,
      round integer, at timestamptz)`.execute(db);
}
