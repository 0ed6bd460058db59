import { z } from 'zod';
import { Agenda } from '../survey/room/agenda.ts';
import { Moderator } from '../survey/room/moderator.ts';
import { PERSON_MARKS, PERSON_ROLES } from '../survey/room/room-rights.ts';
import { RoomAction, SCREENS } from '../survey/room/room-state.ts';
import { isTimeZone } from '../survey/zoned-time.ts';

const Line = z.string().trim().max(200);
const Nullable = Line.nullable().default(null);

const facts = {
  name: Line.min(1),
  place: Nullable,
  room: Nullable,
  series: Nullable.describe('What editions of one event have in common.'),
  seriesNumber: z.int().min(1).max(10_000).nullable().default(null).describe('The edition.'),
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
  timeZone: z.string().max(60).refine(isTimeZone, 'use an IANA time zone such as Europe/Madrid'),
};

const isInOrder = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
  Date.parse(startsAt) < Date.parse(endsAt);
const ORDER = { message: 'the end is not after the start', path: ['endsAt'] };

/** A new event; without an agenda it gets that of the study's workshop plan. */
export const NewEvent = z
  .strictObject({ ...facts, agenda: Agenda.optional() })
  .refine(isInOrder, ORDER);

/** What replaces the facts of an event. */
export const EventChange = z
  .strictObject({
    ...facts,
    agenda: Agenda,
    edition: z.int().min(1).describe('Of the event that was changed; 409 when it has another.'),
  })
  .refine(isInOrder, ORDER);

const Counted = z.object({
  stage: z.enum(['planned', 'running', 'ended']),
  phase: z.string().nullable(),
  startedAt: z.number().nullable().describe('Milliseconds since 1970, as all moments of a state.'),
  pausedAt: z.number().nullable(),
  pausedFor: z.number(),
  added: z.number().describe('Seconds added to the phase.'),
  lastCall: z.boolean(),
  open: z.object({ individual: z.array(z.string()), table: z.array(z.string()) }),
  closed: z
    .object({
      individual: z.record(z.string(), z.number()),
      table: z.record(z.string(), z.number()),
    })
    .describe('When facilitators closed questions; two minutes later no answer counts any more.'),
  revealed: z.boolean(),
  round: z.int(),
  screen: z.enum(SCREENS),
  question: z.string().nullable(),
  table: z.uuid().nullable().describe('The table that presents; null for the first.'),
  rows: z
    .array(z.string())
    .nullable()
    .describe('Items of tables side by side as first shown; sending the screen sorts them anew.'),
  floor: z.boolean().describe('Whether questions from the floor are taken.'),
  done: z.array(z.string()),
});

/** An event as the API tells it. */
export const EventBody = z.object({
  id: z.uuid(),
  key: z.string().describe('What answers carry as their event; never changes.'),
  name: z.string(),
  place: z.string().nullable(),
  room: z.string().nullable(),
  series: z.string().nullable(),
  seriesNumber: z.int().nullable(),
  organiser: z.string().nullable().describe('The organisation that made the event.'),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  timeZone: z.string(),
  agenda: z.array(z.object({ id: z.string() }).loose()),
  edition: z.int(),
  state: Counted,
  revision: z.int().describe('Of the state; an action names the one that it was decided on.'),
});

/** A facilitator's action, and the revision of the room that they saw. */
export const ActionBody = z.intersection(RoomAction, z.object({ revision: z.int().min(1) }));

/** How many tables to make: a number, or enough for so many people. */
export const NewTables = z
  .strictObject({
    count: z.int().min(1).max(400).optional(),
    people: z.int().min(1).max(4000).optional(),
    size: z.int().min(2).max(50).optional(),
    kind: z.enum(['table', 'online']).default('table'),
    name: Line.min(1).max(30).default('Table').describe('Before the number of each.'),
  })
  .refine(
    ({ count, people, size }) =>
      (count !== undefined) !== (people !== undefined && size !== undefined),
    'send either count, or people and size',
  );

export const TableChangeBody = z.strictObject({
  name: Line.min(1).max(40).optional(),
  link: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable()
    .optional(),
  moderators: z.array(Moderator).max(10).optional(),
  closed: z.boolean().optional(),
  locked: z.boolean().optional().describe('Nothing that it or its people say is taken any more.'),
});

export const MergeBody = z.strictObject({ into: z.uuid() });

export const DealBody = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('round-robin') }),
  z.strictObject({
    how: z.literal('by-hand'),
    table: z.uuid(),
    cards: z.array(z.string().max(60)).max(50),
  }),
]);

export const PersonChangeBody = z.strictObject({
  table: z.uuid().nullable().optional().describe('Null takes the seat away.'),
  role: z.enum(PERSON_ROLES).optional(),
  mark: z.enum(PERSON_MARKS).optional(),
  fixed: z.boolean().optional().describe('Seating leaves them where they are.'),
});

/** A table in a list. */
export const TableBody = z.object({
  id: z.uuid(),
  number: z.int(),
  key: z.string(),
  name: z.string(),
  kind: z.enum(['table', 'online']),
  link: z.string().nullable(),
  code: z.string().describe('At the end of the address in the table’s QR code.'),
  cards: z.array(z.string()),
  moderators: z.array(Moderator),
  closed: z.boolean(),
  locked: z.boolean().describe('What it and its people have answered stays as it is.'),
  mergedInto: z.uuid().nullable(),
});

/** How far a table is: counts, never answers. */
export const ProgressBody = TableBody.extend({
  people: z.int(),
  active: z.int(),
  hasWriter: z.boolean(),
  sentAlone: z.int().describe('People who have sent answers of their own in this round.'),
  answered: z.int(),
  asked: z.int(),
  isSent: z.boolean(),
  quiet: z.object({ minutes: z.int(), why: z.enum(['empty', 'no-writer', 'silent']) }).nullable(),
});

/** Somebody present. */
export const PersonBody = z.object({
  id: z.uuid(),
  number: z.int(),
  role: z.enum(PERSON_ROLES),
  mark: z.enum(PERSON_MARKS),
  answers: z.record(z.string(), z.unknown()),
  table: z.uuid().nullable(),
  fixed: z.boolean(),
  joinedAt: z.iso.datetime(),
});

/** The console. */
export const OverviewBody = z.object({
  event: EventBody,
  left: z.number().nullable().describe('Seconds left of the phase; null when none runs.'),
  now: z.number().describe('The server’s clock, milliseconds since 1970.'),
  joined: z.int(),
  active: z.int(),
  sentAlone: z.int(),
  tables: z.array(ProgressBody),
});

/** What a phone joins with. */
export const JoinBody = z.strictObject({
  code: z.string().max(40).describe('A return code that the phone has made: 12 characters.'),
  event: z.uuid().optional().describe('Needed where several events run and no table is named.'),
  table: z.string().max(40).optional().describe('A table’s code, or its name.'),
  mark: z.enum(PERSON_MARKS).default('participant'),
  answers: z
    .record(z.string().max(60), z.unknown())
    .refine((answers) => Object.keys(answers).length <= 30, 'more than 30 answers')
    .default(() => ({})),
  lang: z.string().max(20).optional(),
});

/** A place in a room as its person sees it. */
export const SeatBody = z.object({
  event: z.object({ id: z.uuid(), name: z.string() }),
  stage: z.enum(['planned', 'running', 'ended']),
  phase: z.string().nullable(),
  left: z.number().nullable(),
  now: z.number(),
  round: z.int(),
  open: z.object({ individual: z.array(z.string()), table: z.array(z.string()) }),
  person: PersonBody.omit({ answers: true }),
  table: z
    .object({
      ...TableBody.shape,
      people: z.int(),
      writer: z.int().nullable(),
      mayAnswer: z.boolean(),
      isSent: z.boolean(),
      work: z.record(z.string(), z.object({ value: z.unknown(), revision: z.int() })),
    })
    .nullable(),
});

export const FieldBody = z.strictObject({
  value: z.unknown(),
  revision: z.int().min(0).describe('Of the field as it was read; 0 while nobody has written it.'),
});

/** A field as it is now. */
export const CurrentField = z.object({ value: z.unknown(), revision: z.int() });
