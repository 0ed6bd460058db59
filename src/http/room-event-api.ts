import { type Context, Hono } from 'hono';
import { z } from 'zod';
import {
  changeEvent,
  createEvent,
  deleteEvent,
  type EventFacts,
  findEvent,
  listEvents,
  type RoomEvent,
  roomLog,
} from '../db/room/events.ts';
import type { Study } from '../db/studies.ts';
import { agendaOf, startingAt } from '../survey/room/agenda.ts';
import { wallTime } from '../survey/zoned-time.ts';
import { agendaProblem } from '../survey/room/agenda-rules.ts';
import type { Action } from './authorise.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Next, Page, pageOf } from './page-link.ts';
import { Refusal } from './refusal.ts';
import { EventBody, EventChange, NewEvent } from './room-body.ts';
import { toldEvent } from './room-told.ts';
import { studyFor } from './study-api.ts';
import { valid } from './valid.ts';

/** The events of a study, as those who organise and run them handle them. */
export const roomEventApi = new Hono<Env>()
  .get(
    '/api/studies/:id/events',
    describe({
      summary: 'The events of a study, by date',
      tag: 'room',
      success: { 200: [z.object({ events: z.array(EventBody), next: Next }), 'By date.'] },
      errors: [404, 422],
    }),
    valid('query', Page),
    async (c) => {
      const { id } = await studyFor(c, 'read');
      const events = await listEvents(c.var.db, id);
      const { page, next } = pageOf(c, events, (event) => event.id, c.req.valid('query'));
      return c.json({ events: page.map(toldEvent), next });
    },
  )
  .post(
    '/api/studies/:id/events',
    describe({
      summary: 'Makes an event; without an agenda, that of the workshop plan from its start on',
      tag: 'room',
      success: { 201: [EventBody, 'The event, which has not begun.'] },
      errors: [400, 404, 413, 415, 422],
    }),
    async (c, next) => {
      await studyFor(c, 'run');
      await next();
    },
    valid('json', NewEvent),
    async (c) => {
      const study = await studyFor(c, 'run');
      const facts = c.req.valid('json');
      const begins = wallTime(new Date(facts.startsAt), facts.timeZone).slice(11, 16);
      const agenda = facts.agenda ?? startingAt(agendaOf(study.definition), begins);
      const checked = factsFor(study, { ...facts, agenda });
      const organiser = c.var.principal!.organisation.id;
      const now = c.var.config.now();
      const event = await createEvent(c.var.db, study.id, checked, now, organiser);
      c.header('Location', `/api/studies/${study.id}/events/${event.id}`);
      return c.json(toldEvent(event), 201);
    },
  )
  .get(
    '/api/studies/:id/events/:event',
    describe({
      summary: 'An event and what runs in it',
      tag: 'room',
      success: { 200: [EventBody, 'The event.'] },
      errors: [404],
    }),
    async (c) => c.json(toldEvent((await eventFor(c, 'read')).event)),
  )
  .patch(
    '/api/studies/:id/events/:event',
    describe({
      summary: 'Replaces what is said about an event, its agenda too',
      tag: 'room',
      success: { 200: [EventBody, 'The event as it is now.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    async (c, next) => {
      await eventFor(c, 'run');
      await next();
    },
    valid('json', EventChange),
    async (c) => {
      const { study, event } = await eventFor(c, 'run');
      const { edition, ...facts } = c.req.valid('json');
      const checked = factsFor(study, facts);
      if (!(await changeEvent(c.var.db, { ...event, edition }, checked))) {
        throw new Refusal(409, 'Somebody has changed the event meanwhile: read it again.');
      }
      return c.json(toldEvent((await eventFor(c, 'run')).event));
    },
  )
  .delete(
    '/api/studies/:id/events/:event',
    describe({
      summary: 'Deletes an event with its tables, people and notes; answers that were sent stay',
      tag: 'room',
      success: { 204: 'Deleted, with the names of presenters.' },
      errors: [404],
    }),
    async (c) => {
      const { study, event } = await eventFor(c, 'delete');
      await deleteEvent(c.var.db, study.id, event.id);
      return c.body(null, 204);
    },
  )
  .get(
    '/api/studies/:id/events/:event/log',
    describe({
      summary: 'What facilitators have done, the latest first',
      tag: 'room',
      success: {
        200: [
          z.object({
            entries: z.array(
              z.object({
                at: z.iso.datetime(),
                by: z.string().nullable(),
                action: z.string(),
                detail: z.unknown(),
              }),
            ),
          }),
          'At most a hundred.',
        ],
      },
      errors: [404],
    }),
    async (c) => {
      const { event } = await eventFor(c, 'read');
      return c.json({ entries: await roomLog(c.var.db, event) });
    },
  );

/** The study and the event that the path names, if the caller may do this to the study. */
export async function eventFor(
  c: Context<Env>,
  action: Action,
): Promise<{ study: Study; event: RoomEvent }> {
  const study = await studyFor(c, action);
  const event = await findEvent(c.var.db, study.id, c.req.param('event') ?? '');
  if (!event) throw new Refusal(404, 'There is no such event.');
  return { study, event };
}

/** Facts as they are stored; 422 when the agenda names what the study does not have. */
export function factsFor(
  { definition }: Study,
  facts: Omit<EventFacts, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string },
): EventFacts {
  const problem = agendaProblem(definition, facts.agenda);
  if (problem) throw new Refusal(422, problem);
  return { ...facts, startsAt: new Date(facts.startsAt), endsAt: new Date(facts.endsAt) };
}
