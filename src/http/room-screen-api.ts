import { Hono } from 'hono';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { eventFor } from './room-event-api.ts';
import { ScreenDocument } from './room-screen-document.ts';
import { screenOf } from './room-screen-of.ts';

/** The big screen as data, for halls that draw their own. */
export const roomScreenApi = new Hono<Env>().get(
  '/api/studies/:id/events/:event/screen',
  describe({
    summary: 'What the big screen shows: figures once they are revealed, never a name',
    tag: 'room',
    success: { 200: [ScreenDocument, 'The screen now.'] },
    errors: [404],
  }),
  async (c) => {
    const { study, event } = await eventFor(c, 'read');
    return c.json(await screenOf(c.var.db, study, event));
  },
);
