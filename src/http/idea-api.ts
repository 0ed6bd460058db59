import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { addIdea } from '../db/gaps/ideas.ts';
import { runningEvents } from '../db/room/events.ts';
import type { Study } from '../db/studies.ts';
import { describe } from './describe.ts';
import type { Config, Env } from './env.ts';
import { IdeaBody } from './gap-body.ts';
import { rateLimit } from './rate-limit.ts';
import { Refusal } from './refusal.ts';
import { roomStudy, tableNamed } from './room-seat-api.ts';
import { valid } from './valid.ts';

const Told = z.object({ id: z.uuid() });

/** Why an idea was not stored. */
const REFUSED = {
  closed: [410, 'This study is closed.'],
  'no-event': [409, 'No event of this study runs now.'],
  'no-table': [404, 'There is no such table in an event that runs.'],
  full: [409, 'The study has as many ideas as it can keep.'],
} as const;

/** What became of an idea. */
export type IdeaOutcome = keyof typeof REFUSED | 'added' | 'repeated';

/** Free ideas of people in a running event. */
export function ideaApi(config: Config): Hono<Env> {
  return new Hono<Env>().post(
    '/api/join/:code/ideas',
    describe({
      summary: 'Sends an idea in a running event; needs no account',
      tag: 'room',
      open: true,
      success: { 200: [Told, 'It was stored before.'], 201: [Told, 'Stored.'] },
      errors: [400, 404, 409, 410, 413, 415, 422, 429],
    }),
    rateLimit('submissions', config),
    valid('param', z.object({ code: z.string() })),
    valid('json', IdeaBody),
    async (c) => {
      const study = await roomStudy(c);
      const idea = c.req.valid('json');
      const outcome = await sendIdea(c, study, idea);
      if (outcome !== 'added' && outcome !== 'repeated') {
        const [status, sentence] = REFUSED[outcome];
        throw new Refusal(status, sentence);
      }
      return c.json({ id: idea.id }, outcome === 'added' ? 201 : 200);
    },
  );
}

/**
 * Stores an idea of somebody in the room, once however often it is sent: `repeated` when it was there.
 *
 * @returns what became of it; nothing is stored unless it is `added`
 */
export async function sendIdea(
  c: Context<Env>,
  study: Study,
  { id, text, table: name }: z.infer<typeof IdeaBody>,
): Promise<IdeaOutcome> {
  const { db, config } = c.var;
  if (study.status !== 'open') return 'closed';
  const running = await runningEvents(db, study.id);
  if (running.length === 0) return 'no-event';
  const table = name ? await tableNamed(c, study, name) : null;
  const ofTable = running.find((one) => one.id === table?.eventId);
  if (name && !ofTable) return 'no-table';
  const event = ofTable ?? (running.length === 1 ? running[0]! : null);
  return addIdea(db, study.id, {
    id,
    text,
    eventKey: event?.key ?? null,
    tableKey: table?.key ?? null,
    at: config.now(),
  });
}
