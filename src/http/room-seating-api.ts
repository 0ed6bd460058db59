import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { eventFor } from './room-event-api.ts';
import {
  planRotation,
  proposeSeats,
  type RotationPlan,
  rotationOf,
  type SeatingProposal,
  seatAsProposed,
} from './room-seating.ts';
import { valid } from './valid.ts';

const PATH = '/api/studies/:id/events/:event';

const Limit = z.int().min(0).max(1000).optional();

/** How people are to be seated; see `seatGuests` for what is sought. */
const SeatingBody = z.strictObject({
  seed: z.int().min(0).max(0xffffffff).default(1).describe('The same seed gives the same seats.'),
  keep: z
    .boolean()
    .default(false)
    .describe('Everybody who sits keeps their seat: only late-comers are placed.'),
  min: Limit.describe('The fewest people at a table.'),
  max: Limit.describe('The most people at a table.'),
  weights: z
    .record(z.string().max(60), z.number().min(0).max(100))
    .refine((weights) => Object.keys(weights).length <= 60, 'more than 60 weights')
    .optional()
    .describe('How much a segment question counts, by its id; 1 where it is not said.'),
});

const ApplyBody = SeatingBody.extend({
  version: z.string().max(80).describe('Of the proposal; 409 when the hall has changed since.'),
});

const ProposalBody = z.object({
  version: z.string(),
  mixing: z
    .number()
    .nullable()
    .describe('How much less people at a table have in common than by chance: 0 to 1.'),
  shared: z.number().describe('Weighted pairs at one table with something in common.'),
  byChance: z.number().describe('The same, expected of tables that are filled by lot.'),
  experts: z.object({ fewest: z.int(), most: z.int() }),
  tables: z.array(
    z.object({ id: z.uuid(), number: z.int(), name: z.string(), people: z.array(z.uuid()) }),
  ),
  unseated: z.array(z.uuid()).describe('For whom no table has a place.'),
});

const RotationBody = z.object({
  kind: z.enum(['static', 'travelling']),
  rounds: z.array(
    z.object({
      round: z.int(),
      seats: z.array(z.object({ person: z.uuid(), table: z.uuid() })),
    }),
  ),
  repeats: z.int().describe('Times that people meet somebody again.'),
});

/** Seats and rotation, as facilitators decide them. */
export const roomSeatingApi = new Hono<Env>()
  .post(
    `${PATH}/seating/proposal`,
    describe({
      summary: 'Proposes mixed tables for everybody who has joined; changes nothing',
      tag: 'room',
      success: { 200: [ProposalBody, 'The proposal, and how mixed it is.'] },
      errors: [400, 404, 413, 415, 422],
    }),
    runnersOnly,
    valid('json', SeatingBody),
    async (c) => {
      const { event } = await eventFor(c, 'run');
      return c.json(toldProposal(await proposeSeats(c.var.db, event, c.req.valid('json'))));
    },
  )
  .post(
    `${PATH}/seating`,
    describe({
      summary: 'Seats everybody as proposed, all at once',
      tag: 'room',
      success: { 200: [ProposalBody, 'Seated; the version is the new one.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    runnersOnly,
    valid('json', ApplyBody),
    async (c) => {
      const { event } = await eventFor(c, 'run');
      const { version, ...asked } = c.req.valid('json');
      const { db, config, principal } = c.var;
      const proposal = await proposeSeats(db, event, asked);
      const by = { version, name: principal!.name, at: config.now() };
      if (!(await seatAsProposed(db, event, proposal, by))) {
        throw new Refusal(409, 'Somebody has come, moved or changed meanwhile: propose again.');
      }
      return c.json(toldProposal(await proposeSeats(db, event, { ...asked, keep: true })));
    },
  )
  .get(
    `${PATH}/rotation`,
    describe({
      summary: 'Who sits where in the rounds to come',
      tag: 'room',
      success: { 200: [RotationBody, 'From the round that runs.'] },
      errors: [404],
    }),
    async (c) => {
      const { event } = await eventFor(c, 'run');
      return c.json(toldRotation(await rotationOf(c.var.db, event)));
    },
  )
  .put(
    `${PATH}/rotation`,
    describe({
      summary: 'Plans the rounds from the seats that people have now; hosts stay',
      tag: 'room',
      success: { 200: [RotationBody, 'The plan.'] },
      errors: [400, 404, 413, 415, 422],
    }),
    runnersOnly,
    valid(
      'json',
      z.strictObject({
        kind: z.enum(['static', 'travelling']),
        rounds: z.int().min(1).max(20).default(3).describe('With the one that runs.'),
      }),
    ),
    async (c) => {
      const { event } = await eventFor(c, 'run');
      const { kind, rounds } = c.req.valid('json');
      const { db, config, principal } = c.var;
      await planRotation(db, event, { kind, rounds, by: principal!.name, at: config.now() });
      return c.json(toldRotation(await rotationOf(db, event)));
    },
  );

async function runnersOnly(c: Context<Env>, next: () => Promise<void>): Promise<void> {
  await eventFor(c, 'run');
  await next();
}

function toldProposal({ version, seating, tables }: SeatingProposal) {
  const { tableOf, mixing, shared, byChance, experts } = seating;
  const at = (table: string | null) => [...tableOf].filter(([, seat]) => seat === table);
  const [fewest, most] = experts;
  return {
    version,
    mixing,
    shared,
    byChance,
    experts: { fewest, most },
    tables: tables.map(({ id, number, name }) => ({
      id,
      number,
      name,
      people: at(id).map(([person]) => person),
    })),
    unseated: at(null).map(([person]) => person),
  };
}

function toldRotation({ kind, rounds, repeats }: RotationPlan) {
  return {
    kind,
    repeats,
    rounds: rounds.map(({ round, seats }) => ({
      round,
      seats: [...seats].map(([person, table]) => ({ person, table })),
    })),
  };
}
