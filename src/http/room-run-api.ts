import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { countNow } from '../db/import-responses.ts';
import { changePerson, listPeople, type PersonChange } from '../db/room/people.ts';
import {
  addTables,
  changeTable,
  findTable,
  type RoomTable,
  type TableChange,
} from '../db/room/tables.ts';
import { tablesFor } from '../survey/room/table-cards.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import {
  ActionBody,
  DealBody,
  EventBody,
  MergeBody,
  NewTables,
  OverviewBody,
  PersonBody,
  PersonChangeBody,
  TableBody,
  TableChangeBody,
} from './room-body.ts';
import { eventFor } from './room-event-api.ts';
import { deal, joinTables, lockTables, runAction } from './room-run.ts';
import { toldEvent, toldOverview, toldPerson, toldTable } from './room-told.ts';
import { roomOverview } from './room-view.ts';
import { valid } from './valid.ts';

const PATH = '/api/studies/:id/events/:event';

/** Only who may run the study gets as far as its body being looked at. */
async function runnersOnly(c: Context<Env>, next: () => Promise<void>): Promise<void> {
  await eventFor(c, 'run');
  await next();
}

/** A room as its facilitators run it. */
export const roomRunApi = new Hono<Env>()
  .get(
    `${PATH}/overview`,
    describe({
      summary: 'Who is in, how far each table is, and the clock: counts, never answers',
      tag: 'room',
      success: { 200: [OverviewBody, 'The room now.'] },
      errors: [404],
    }),
    async (c) => {
      const { study, event } = await eventFor(c, 'read');
      return c.json(toldOverview(await roomOverview(c.var.db, c.var.config, study, event)));
    },
  )
  .post(
    `${PATH}/actions`,
    describe({
      summary: 'Starts, pauses, prolongs, closes, reveals: what a facilitator does',
      tag: 'room',
      success: {
        200: [EventBody, 'Done; the event as it is now.'],
        409: [
          z.object({ error: z.string(), event: EventBody }),
          'Somebody else has done something meanwhile, or it does not fit; the event as it is.',
        ],
      },
      errors: [400, 404, 413, 415, 422],
    }),
    runnersOnly,
    valid('json', ActionBody),
    async (c) => {
      const { study, event } = await eventFor(c, 'run');
      const { revision, ...action } = c.req.valid('json');
      const by = c.var.principal!.name;
      const ran = await runAction(c.var.db, c.var.config, study, event, { action, revision, by });
      if (!ran.event) throw new Refusal(404, 'There is no such event.');
      if (ran.outcome === 'done') return c.json(toldEvent(ran.event));
      if (ran.outcome === 'no-phase' || ran.outcome === 'no-question') {
        throw new Refusal(422, 'The event has no such part, or the study no such question.');
      }
      if (ran.outcome === 'no-table' && action.action === 'screen') {
        throw new Refusal(422, 'The event has no such table.');
      }
      const error =
        ran.outcome === 'changed'
          ? 'Somebody has changed the room meanwhile: this is how it is now.'
          : `This does not fit the room as it is (${ran.outcome}).`;
      return c.json({ error, event: toldEvent(ran.event) }, 409);
    },
  )
  .post(
    `${PATH}/tables`,
    describe({
      summary: 'Adds tables or breakout rooms, by number or by size',
      tag: 'room',
      success: { 201: [z.object({ tables: z.array(TableBody) }), 'The new tables.'] },
      errors: [400, 404, 413, 415, 422],
    }),
    runnersOnly,
    valid('json', NewTables),
    async (c) => {
      const { event } = await eventFor(c, 'run');
      const { count, people, size, kind, name } = c.req.valid('json');
      const tables = await addTables(c.var.db, event, count ?? tablesFor(people!, size!), {
        kind,
        name: (number) => `${name} ${number}`,
      });
      return c.json({ tables: tables.map(toldTable) }, 201);
    },
  )
  .patch(
    `${PATH}/tables/:table`,
    describe({
      summary: 'Renames, closes, opens, locks or unlocks a table; its answers keep their key',
      tag: 'room',
      success: { 200: [TableBody, 'The table as it is now.'] },
      errors: [400, 404, 413, 415, 422],
    }),
    runnersOnly,
    valid('json', TableChangeBody),
    async (c) => {
      const { study, event, table } = await tableFor(c);
      const { closed, locked, name, link, moderators } = c.req.valid('json');
      const change: TableChange = {
        ...(name !== undefined && { name }),
        ...(link !== undefined && { link }),
        ...(moderators !== undefined && { moderators }),
        ...(closed !== undefined && { closedAt: closed ? c.var.config.now() : null }),
      };
      await changeTable(c.var.db, table, change);
      if (locked !== undefined) {
        const by = c.var.principal!.name;
        await lockTables(c.var.db, c.var.config, study, event, { tables: [table], locked, by });
      }
      return c.json(toldTable((await tableFor(c)).table));
    },
  )
  .post(
    `${PATH}/tables/:table/merge`,
    describe({
      summary: 'Merges a table into another: its people move, its code leads there',
      tag: 'room',
      success: { 200: [TableBody, 'The table that goes on.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    runnersOnly,
    valid('json', MergeBody),
    async (c) => {
      const { study, event, table } = await tableFor(c);
      const into = await findTable(c.var.db, event.studyId, c.req.valid('json').into);
      if (into?.eventId !== event.id) throw new Refusal(404, 'There is no such table.');
      const joined = { from: table, into, by: c.var.principal!.name };
      if (!(await joinTables(c.var.db, c.var.config, study, event, joined))) {
        throw new Refusal(409, 'A table merges once, and into another one that goes on.');
      }
      return c.json(toldTable((await findTable(c.var.db, event.studyId, into.id))!));
    },
  )
  .post(
    `${PATH}/deal`,
    describe({
      summary: 'Deals challenge cards, round the tables or to one by hand',
      tag: 'room',
      success: { 204: 'Dealt; each table sees its own.' },
      errors: [400, 404, 413, 415, 422],
    }),
    runnersOnly,
    valid('json', DealBody),
    async (c) => {
      const { study, event } = await eventFor(c, 'run');
      const body = c.req.valid('json');
      const noted = { by: c.var.principal!.name, at: c.var.config.now() };
      if (body.how === 'round-robin') {
        await deal(c.var.db, study, event, { how: 'round-robin', ...noted });
        return c.body(null, 204);
      }
      const table = await findTable(c.var.db, study.id, body.table);
      if (table?.eventId !== event.id) throw new Refusal(404, 'There is no such table.');
      const dealt = { how: 'by-hand' as const, table, cards: body.cards, ...noted };
      if (!(await deal(c.var.db, study, event, dealt))) {
        throw new Refusal(422, 'The study has no such card.');
      }
      return c.body(null, 204);
    },
  )
  .get(
    `${PATH}/people`,
    describe({
      summary: 'Who is present: numbers and what they said on joining, no names',
      tag: 'room',
      success: { 200: [z.object({ people: z.array(PersonBody) }), 'In the order they came.'] },
      errors: [404],
    }),
    async (c) => {
      const { event } = await eventFor(c, 'run');
      return c.json({ people: (await listPeople(c.var.db, event)).map(toldPerson) });
    },
  )
  .patch(
    `${PATH}/people/:person`,
    describe({
      summary: 'Moves somebody, or changes their role or mark',
      tag: 'room',
      success: { 200: [PersonBody, 'As they are now.'] },
      errors: [400, 404, 413, 415, 422],
    }),
    runnersOnly,
    valid('json', PersonChangeBody),
    async (c) => {
      const { study, event } = await eventFor(c, 'run');
      const { table, role, mark, fixed } = c.req.valid('json');
      if (table) {
        const found = await findTable(c.var.db, event.studyId, table);
        if (found?.eventId !== event.id || found.closedAt) {
          throw new Refusal(404, 'There is no such table.');
        }
      }
      const change: PersonChange = {
        ...(table !== undefined && { tableId: table }),
        ...(role !== undefined && { role }),
        ...(mark !== undefined && { mark }),
        ...(fixed !== undefined && { fixed }),
      };
      const person = await changePerson(c.var.db, event, c.req.param('person'), change);
      if (!person) throw new Refusal(404, 'There is no such person.');
      if (mark !== undefined) await countNow(c.var.db, study);
      return c.json(toldPerson(person));
    },
  );

/** The table that the path names, and its event. */
async function tableFor(
  c: Context<Env>,
): Promise<Awaited<ReturnType<typeof eventFor>> & { table: RoomTable }> {
  const { study, event } = await eventFor(c, 'run');
  const table = await findTable(c.var.db, event.studyId, c.req.param('table') ?? '');
  if (table?.eventId !== event.id) throw new Refusal(404, 'There is no such table.');
  return { study, event, table };
}
