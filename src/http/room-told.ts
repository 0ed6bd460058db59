import type { RoomEvent } from '../db/room/events.ts';
import type { RoomPerson } from '../db/room/people.ts';
import type { RoomTable } from '../db/room/tables.ts';
import type { RoomOverview, TableProgress } from './room-view.ts';

/** An event as `EventBody` has it. */
export function toldEvent(event: RoomEvent) {
  const { id, key, name, place, room, series, startsAt, endsAt, timeZone, agenda } = event;
  const { edition, state, revision, seriesNumber = null, organiser } = event;
  const facts = { id, key, name, place, room, series, startsAt, endsAt, timeZone, agenda };
  return { ...facts, seriesNumber, organiser, edition, state, revision };
}

/** A table as `TableBody` has it. */
export function toldTable(table: RoomTable) {
  const { id, number, key, name, kind, link, code, cards, moderators, mergedInto } = table;
  const facts = { id, number, key, name, kind, link, code, cards, moderators, mergedInto };
  return { ...facts, closed: table.closedAt !== null, locked: table.lockedAt !== null };
}

/** Somebody as `PersonBody` has them. */
export function toldPerson(person: RoomPerson) {
  const { id, number, role, mark, answers, tableId: table, fixed, joinedAt } = person;
  return { id, number, role, mark, answers, table, fixed, joinedAt };
}

/** A room as `OverviewBody` has it. */
export function toldOverview({
  event,
  left,
  now,
  joined,
  active,
  sentAlone,
  tables,
}: RoomOverview) {
  return {
    left,
    now,
    joined,
    active,
    sentAlone,
    event: toldEvent(event),
    tables: tables.map(({ table, ...progress }: TableProgress) => ({
      ...toldTable(table),
      ...progress,
    })),
  };
}
