import type { Kysely } from 'kysely';
import { noteInLog, type RoomEvent } from '../db/room/events.ts';
import { listPeople, type RoomPerson } from '../db/room/people.ts';
import { applySeats, listRotation, seatingVersion, storeRotation } from '../db/room/seating.ts';
import { listTables, type RoomTable } from '../db/room/tables.ts';
import type { Database } from '../db/schema.ts';
import { type Home, repeatsIn, travellingRotation } from '../survey/room/rotation.ts';
import { type Guest, type Seating, seatGuests } from '../survey/room/seating.ts';

/** How people are to be seated. */
export interface SeatingAsked {
  seed: number;
  /** Everybody who sits keeps their seat: only late-comers are placed. */
  keep: boolean;
  /** The fewest and the most people at a table. */
  min?: number | undefined;
  max?: number | undefined;
  /** How much each segment question counts, 1 where it is not said. */
  weights?: Readonly<Record<string, number>> | undefined;
}

/** A proposal, and what it was made on. */
export interface SeatingProposal {
  version: string;
  asked: SeatingAsked;
  /** Open tables by number. */
  tables: RoomTable[];
  people: RoomPerson[];
  seating: Seating;
}

/**
 * Proposes seats for everybody who has joined. Fixed seats and hosts stay where they are; experts
 * are those with that mark, and the project team counts as a group of its own.
 */
export async function proposeSeats(
  db: Kysely<Database>,
  event: RoomEvent,
  asked: SeatingAsked,
): Promise<SeatingProposal> {
  const version = await seatingVersion(db, event);
  const [all, people] = await Promise.all([listTables(db, event), listPeople(db, event)]);
  const tables = all.filter(({ closedAt }) => closedAt === null);
  const open = new Set(tables.map(({ id }) => id));
  const { seed, keep, min, max, weights } = asked;
  const guests = people.map((person): Guest => {
    const { id, answers, mark, tableId, fixed, role } = person;
    const stays = tableId !== null && open.has(tableId) && (keep || fixed || role === 'host');
    const told = Object.entries(answers).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    );
    return {
      id,
      facts: {
        ...Object.fromEntries(told.map(([question, value]) => [question, String(value)])),
        ...(mark === 'team' && { '@mark': mark }),
      },
      isExpert: mark === 'expert',
      fixedTo: stays ? tableId : null,
    };
  });
  const limits = tables.map(({ id }) => ({
    id,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  }));
  const seating = seatGuests(guests, limits, { seed, ...(weights && { weights }) });
  return { version, asked, tables, people, seating };
}

/** Seats people as proposed, and notes it; false when the hall has changed since. */
export async function seatAsProposed(
  db: Kysely<Database>,
  event: RoomEvent,
  { seating, asked }: SeatingProposal,
  by: { version: string; name: string | null; at: Date },
): Promise<boolean> {
  const { tableOf, mixing } = seating;
  if (!(await applySeats(db, event, { version: by.version, tableOf }))) return false;
  const detail = { ...asked, people: tableOf.size, mixing };
  await noteInLog(db, event, { at: by.at, by: by.name, action: 'seat', detail });
  return true;
}

/** How people go from table to table. */
export interface RotationPlan {
  kind: 'static' | 'travelling';
  /** By round: the table of each person. The first is how they sit now. */
  rounds: { round: number; seats: ReadonlyMap<string, string> }[];
  /** Times that people meet somebody again. */
  repeats: number;
}

/** The plan as it is stored; static when there is none for a later round. */
export async function rotationOf(db: Kysely<Database>, event: RoomEvent): Promise<RotationPlan> {
  const { round } = event.state;
  const [people, planned] = await Promise.all([listPeople(db, event), listRotation(db, event)]);
  const now = new Map(
    people.flatMap(({ id, tableId }): [string, string][] => (tableId ? [[id, tableId]] : [])),
  );
  const later = [...planned].filter(([number]) => number > round);
  const rounds = [
    { round, seats: now },
    ...later.map(([number, seats]) => ({ round: number, seats })),
  ];
  return {
    kind: later.length > 0 ? 'travelling' : 'static',
    rounds,
    repeats: repeatsIn(rounds.map(({ seats }) => seats)),
  };
}

/**
 * Plans the rounds from the one that runs, from the seats that people have now, and notes it. Hosts
 * stay. A static plan takes an earlier one away.
 */
export async function planRotation(
  db: Kysely<Database>,
  event: RoomEvent,
  asked: { kind: RotationPlan['kind']; rounds: number; by: string | null; at: Date },
): Promise<void> {
  const { kind, rounds, by, at } = asked;
  const first = event.state.round;
  const [tables, people] = await Promise.all([listTables(db, event), listPeople(db, event)]);
  const homes = tables
    .filter(({ closedAt }) => closedAt === null)
    .map(({ id }): Home => {
      const here = people.filter(({ tableId }) => tableId === id);
      const named = (isHost: boolean) =>
        here.filter(({ role }) => (role === 'host') === isHost).map((person) => person.id);
      return { table: id, hosts: named(true), travellers: named(false) };
    });
  const plan = kind === 'static' || homes.length === 0 ? [] : travellingRotation(homes, rounds);
  const seats = 'rounds' in plan ? plan.rounds : [];
  await storeRotation(db, event, { first, rounds: seats });
  await noteInLog(db, event, { at, by, action: 'rotation', detail: { kind, rounds, first } });
}
