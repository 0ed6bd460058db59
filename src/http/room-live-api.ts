import { type Context, Hono } from 'hono';
import { z } from 'zod';
import {
  FLOOR,
  type RoomFeed,
  roomVersions,
  versionAt,
  type WatchedPlace,
} from '../db/room/room-feed.ts';
import { findEvent } from '../db/room/events.ts';
import { findTable } from '../db/room/tables.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { type OpenDb, streamVersions, type Tell, watchAlone } from './live-api.ts';
import { Refusal } from './refusal.ts';
import { eventFor } from './room-event-api.ts';
import { roomStudy } from './room-seat-api.ts';
import { valid } from './valid.ts';

const MOST_STREAMS = 10_000;

const STREAM = {
  200: {
    type: 'text/event-stream',
    text: 'Events `version`; id and data are the version, nothing else.',
  },
} as const;

const EventOfCode = z.object({ code: z.string(), event: z.uuid() });

/**
 * Tells screens and phones that something in a room has changed, as server-sent events that carry a
 * version only. Phones hear of their own table and of the phase, facilitators of everything.
 *
 * @param feed shared by all streams of a process; without it each opens the database for each look
 */
export function roomLiveApi(openDb: OpenDb, feed?: RoomFeed): Hono<Env> {
  const stream = (c: Context<Env>, place: WatchedPlace) => {
    if (feed && feed.size() >= MOST_STREAMS) {
      c.header('Retry-After', '30');
      throw new Refusal(503, 'Too many screens are watching: try again in half a minute.');
    }
    c.header('Cache-Control', 'no-store');
    c.header('X-Accel-Buffering', 'no');
    return streamVersions(c, (tell: Tell) =>
      feed
        ? feed.watch(place, tell)
        : watchAlone(
            openDb,
            c,
            async (db) =>
              versionAt(await roomVersions(db, place.studyId, place.eventId), place.tableId),
            tell,
          ),
    );
  };
  const streamEvent = async (c: Context<Env>, id: string, tableId: WatchedPlace['tableId']) => {
    const study = await roomStudy(c);
    const event = await findEvent(c.var.db, study.id, id);
    if (!event) throw new Refusal(404, 'There is no such event.');
    return stream(c, { studyId: study.id, eventId: event.id, tableId });
  };
  return new Hono<Env>()
    .get(
      '/api/studies/:id/events/:event/live',
      describe({
        summary: 'Versions of a room, as server-sent events',
        tag: 'room',
        success: STREAM,
        errors: [404, 503],
      }),
      async (c) => {
        const { study, event } = await eventFor(c, 'read');
        return stream(c, { studyId: study.id, eventId: event.id, tableId: null });
      },
    )
    .get(
      '/api/join/:code/room/tables/:table/live',
      describe({
        summary: 'Versions of a table and its event, as server-sent events',
        tag: 'room',
        open: true,
        success: STREAM,
        errors: [404, 422, 503],
      }),
      valid('param', z.object({ code: z.string(), table: z.uuid() })),
      async (c) => {
        const study = await roomStudy(c);
        const table = await findTable(c.var.db, study.id, c.req.valid('param').table);
        if (!table) throw new Refusal(404, 'There is no such table.');
        return stream(c, { studyId: study.id, eventId: table.eventId, tableId: table.id });
      },
    )
    .get(
      '/api/join/:code/room/:event/live',
      describe({
        summary: 'Versions of an event for those who have no seat yet',
        tag: 'room',
        open: true,
        success: STREAM,
        errors: [404, 422, 503],
      }),
      valid('param', EventOfCode),
      (c) => streamEvent(c, c.req.valid('param').event, null),
    )
    .get(
      '/api/join/:code/room/:event/floor/live',
      describe({
        summary: 'Versions of the questions from the floor, as server-sent events',
        tag: 'room',
        open: true,
        success: STREAM,
        errors: [404, 422, 503],
      }),
      valid('param', EventOfCode),
      (c) => streamEvent(c, c.req.valid('param').event, FLOOR),
    );
}
