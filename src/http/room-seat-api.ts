import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type RoomEvent, findEvent, runningEvents } from '../db/room/events.ts';
import { joinEvent, seePerson } from '../db/room/people.ts';
import { findTableByCode, listTables, type RoomTable, takeOver } from '../db/room/tables.ts';
import { onSchedule } from '../db/schedule.ts';
import { findStudyByCode, type Study } from '../db/studies.ts';
import { answerIssues } from '../survey/answer.ts';
import { parseJoinCode } from '../survey/join-code.ts';
import { isLanguage } from '../survey/language.ts';
import { secondsLeft } from '../survey/room/room-state.ts';
import { namesOf } from '../survey/room/table-name.ts';
import { describe } from './describe.ts';
import type { Config, Env } from './env.ts';
import { localised } from './localised.ts';
import { rateLimit } from './rate-limit.ts';
import { Refusal } from './refusal.ts';
import { CurrentField, FieldBody, JoinBody, SeatBody } from './room-body.ts';
import { codeHash } from './receipt.ts';
import { findSeat, type Seat } from './room-seat.ts';
import { sendTable, writeWork } from './room-table.ts';
import { toldPerson, toldTable } from './room-told.ts';
import { LATE, LOCKED } from './submit.ts';
import { tableView } from './room-view.ts';
import { valid } from './valid.ts';

const SeatHeader = z.object({
  seat: z.string().max(40).describe('The return code, such as 7K2M-9QXP-4RT0.'),
});
const At = z.object({ code: z.string(), event: z.uuid() });
const AtField = At.extend({ field: z.string().max(80) });

/** A room as the people in it see it. Nobody signs in: the return code is all there is. */
export function roomSeatApi(config: Config): Hono<Env> {
  return new Hono<Env>()
    .post(
      '/api/join/:code/room',
      describe({
        summary: 'Joins an event, at a table or waiting for one; twice is once',
        tag: 'room',
        open: true,
        success: { 200: [SeatBody, 'The place.'] },
        errors: [400, 404, 409, 413, 415, 422, 429],
      }),
      rateLimit('submissions', config),
      valid('param', z.object({ code: z.string() })),
      valid('json', JoinBody),
      async (c) => {
        const study = await roomStudy(c);
        const seat = await takeSeat(c, study, c.req.valid('json'));
        return c.json(await toldSeat(c, seat));
      },
    )
    .get(
      '/api/join/:code/room/:event',
      describe({
        summary: 'One’s place in a room: the phase, the table, what it has written',
        tag: 'room',
        open: true,
        success: { 200: [SeatBody, 'The place.'] },
        errors: [404, 422],
      }),
      valid('param', At),
      valid('header', SeatHeader),
      async (c) => c.json(await toldSeat(c, await ownSeat(c))),
    )
    .put(
      '/api/join/:code/room/:event/fields/:field',
      describe({
        summary: 'Writes one field of the table’s work, as it was read',
        tag: 'room',
        open: true,
        success: {
          200: [CurrentField, 'Written; the field as it is now.'],
          409: [
            z.object({ error: z.string(), current: CurrentField }),
            'Somebody else has written it meanwhile; the field as it is now.',
          ],
        },
        errors: [400, 403, 404, 413, 415, 422, 429],
      }),
      rateLimit('submissions', config),
      valid('param', AtField),
      valid('header', SeatHeader),
      valid('json', FieldBody),
      async (c) => {
        const study = await roomStudy(c);
        const seat = withTable(await ownSeat(c, study));
        const { field } = c.req.valid('param');
        const { value, revision } = c.req.valid('json');
        const wrote = await writeWork(c.var.db, config, study, seat, { field, value, revision });
        switch (wrote.outcome) {
          case 'written':
            return c.json(wrote.current);
          case 'changed': {
            const error = 'Somebody else has written this meanwhile: this is how it is now.';
            return c.json({ error, current: wrote.current }, 409);
          }
          case 'forbidden':
            throw new Refusal(403, 'Only the writer of a table answers for it.');
          case 'locked':
            throw new Refusal(403, LOCKED);
          case 'closed':
            throw new Refusal(403, LATE);
          case 'unknown':
            throw new Refusal(404, 'A table has no such field.');
          case 'wrong':
            throw new Refusal(422, 'This is no value for the field.');
        }
      },
    )
    .post(
      '/api/join/:code/room/:event/writer',
      describe({
        summary: 'Becomes the writer of one’s table',
        tag: 'room',
        open: true,
        success: { 200: [SeatBody, 'The place, with the right to write.'] },
        errors: [404, 422, 429],
      }),
      rateLimit('submissions', config),
      valid('param', At),
      valid('header', SeatHeader),
      async (c) => {
        const { table, person } = withTable(await ownSeat(c));
        await takeOver(c.var.db, table, person.id);
        return c.json(await toldSeat(c, await ownSeat(c)));
      },
    )
    .post(
      '/api/join/:code/room/:event/send',
      describe({
        summary: 'Sends the table’s answers; again after a change',
        tag: 'room',
        open: true,
        success: { 200: [SeatBody, 'The place; what is not finished was left out.'] },
        errors: [403, 404, 409, 410, 422, 429],
      }),
      rateLimit('submissions', config),
      valid('param', At),
      valid('header', SeatHeader),
      async (c) => {
        const study = await roomStudy(c);
        const seat = withTable(await ownSeat(c, study));
        if (seat.table.lockedAt) throw new Refusal(403, LOCKED);
        if (!(await tableView(c.var.db, config, seat)).mayAnswer) {
          throw new Refusal(403, 'Only the writer of a table answers for it.');
        }
        const outcome = await sendTable(c.var.db, config, study, seat.event, seat.table);
        if (!outcome) throw new Refusal(422, 'There is nothing finished to send yet.');
        if (!('receipt' in outcome)) throw new Refusal(outcome.status, outcome.error);
        return c.json(await toldSeat(c, seat));
      },
    );
}

/** The open study whose join code the path names. */
export async function roomStudy(c: Context<Env>): Promise<Study> {
  const code = parseJoinCode(c.req.param('code') ?? '');
  const found = code ? await findStudyByCode(c.var.db, code) : null;
  const study = await onSchedule(c.var.db, found, c.var.config.now());
  if (!study || study.status === 'draft') throw new Refusal(404, 'No study has this join code.');
  return study;
}

/**
 * Seats somebody as they ask: at the table with a code or name, in the event that runs. Answers
 * about oneself are kept if they fit the study's segment questions.
 */
export async function takeSeat(
  c: Context<Env>,
  study: Study,
  asked: z.infer<typeof JoinBody>,
): Promise<Seat> {
  const { db, config } = c.var;
  const table = asked.table ? await tableNamed(c, study, asked.table) : null;
  if (asked.table && !table) throw new Refusal(404, 'There is no such table.');
  if (table?.closedAt) throw new Refusal(409, 'This table is closed: take another one.');
  const event = await eventAsked(c, study, table?.eventId ?? asked.event);
  if (!event) throw new Refusal(404, 'No event of this study runs now.');
  if (event.state.stage === 'ended') throw new Refusal(409, 'This event has ended.');
  const keyHash = await codeHash(config.secret, `seat ${event.id}`, asked.code);
  if (!keyHash) throw new Refusal(422, 'A return code has 12 letters and digits.');
  const locale = isLanguage(asked.lang) ? asked.lang : study.definition.defaultLanguage;
  const person = await joinEvent(db, event, {
    keyHash,
    mark: asked.mark,
    answers: aboutOneself(study, asked.answers),
    locale,
    tableId: table?.id ?? null,
    now: config.now(),
  });
  return (
    (await findSeat(db, config.secret, study.id, { event: event.id, code: asked.code })) ?? {
      event,
      person,
      table,
    }
  );
}

/** The table with a code; else the one with a name in an event that runs, as on printed cards. */
export async function tableNamed(
  c: Context<Env>,
  study: Study,
  name: string,
): Promise<RoomTable | null> {
  const byCode = await findTableByCode(c.var.db, study.id, name);
  if (byCode) return byCode;
  const wanted = name.trim().toLowerCase();
  for (const event of await runningEvents(c.var.db, study.id)) {
    const tables = await listTables(c.var.db, event);
    const found = tables.find((table) =>
      [table.key, ...namesOf(table), String(table.number)].some(
        (known) => known.toLowerCase() === wanted,
      ),
    );
    if (found) return found.mergedInto ? findTableByCode(c.var.db, study.id, found.code) : found;
  }
  return null;
}

async function eventAsked(
  c: Context<Env>,
  study: Study,
  id: string | undefined,
): Promise<RoomEvent | null> {
  if (id !== undefined) return findEvent(c.var.db, study.id, id);
  const running = await runningEvents(c.var.db, study.id);
  return running.length === 1 ? running[0]! : null;
}

/** Segment questions with a fixed set of answers, as far as they are answered rightly. */
function aboutOneself(study: Study, answers: Record<string, unknown>): Record<string, unknown> {
  const { definition } = study;
  const local = localised(definition, definition.defaultLanguage, 'individual');
  const asked = new Set(
    local.questions
      .filter(({ kind, personal, id, segment }) => {
        const divides = segment === true || definition.segments.includes(id);
        return (kind === 'single' || kind === 'scale') && !personal && divides;
      })
      .map(({ id }) => id),
  );
  const wrong = new Set(answerIssues(local, answers).map(({ path }) => String(path[1])));
  return Object.fromEntries(
    Object.entries(answers).filter(([id]) => asked.has(id) && !wrong.has(id)),
  );
}

/** The caller's place by the return code in the header `Seat`. */
async function ownSeat(c: Context<Env>, known?: Study): Promise<Seat> {
  const study = known ?? (await roomStudy(c));
  const { db, config } = c.var;
  const place = { event: c.req.param('event') ?? '', code: c.req.header('seat') ?? '' };
  const seat = await findSeat(db, config.secret, study.id, place);
  if (!seat) throw new Refusal(404, 'Nobody has joined this event with this code.');
  await seePerson(db, seat.person, config.now());
  return seat;
}

function withTable(seat: Seat): Seat & { table: RoomTable } {
  const { table } = seat;
  if (!table) throw new Refusal(404, 'You have no seat at a table yet.');
  return { ...seat, table };
}

async function toldSeat(c: Context<Env>, seat: Seat) {
  const { config } = c.var;
  const { event, person, table } = seat;
  const { stage, phase, round, open } = event.state;
  const now = config.now().getTime();
  const { answers: _, ...told } = toldPerson(person);
  const view = table && (await tableView(c.var.db, config, { ...seat, table }));
  return {
    event: { id: event.id, name: event.name },
    stage,
    phase,
    left: secondsLeft(event.state, event.agenda, now),
    now,
    round,
    open,
    person: told,
    table: view && {
      ...toldTable(view.table),
      people: view.people,
      writer: view.writer,
      mayAnswer: view.mayAnswer,
      isSent: view.isSent,
      work: view.work,
    },
  };
}
