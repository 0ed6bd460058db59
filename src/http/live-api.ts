import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { currentVersion, type VersionFeed } from '../db/version-feed.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { studyFor } from './study-api.ts';

/** Opens the database for one look. */
export type OpenDb = (
  c: Context<Env>,
) =>
  | { db: Kysely<Database>; done?: () => void }
  | Promise<{ db: Kysely<Database>; done?: () => void }>;

const HEARTBEAT = 15_000;
const RETRY = 2000;
const MOST_STREAMS = 5000;

/** Where no process watches for everybody (Workers), each stream looks by itself, and not for long. */
const OWN_PAUSE = 2500;
const OWN_LIFE = 5 * 60_000;

/**
 * The versions of a study's results as server-sent events. A stream carries versions only: who gets
 * a new one fetches what it shows, with its ETag.
 *
 * @param feed shared by all streams of a process; without it each opens the database for each look
 */
export function liveApi(openDb: OpenDb, feed?: VersionFeed): Hono<Env> {
  return new Hono<Env>().get(
    '/api/studies/:id/live',
    describe({
      summary: 'Versions of the results, as server-sent events',
      tag: 'results',
      success: {
        200: {
          type: 'text/event-stream',
          text: 'Events `version`; id and data are the version, nothing else.',
        },
      },
      errors: [404, 503],
    }),
    async (c) => {
      const { id } = await studyFor(c, 'read');
      if (feed && feed.size() >= MOST_STREAMS) {
        c.header('Retry-After', '30');
        throw new Refusal(503, 'Too many screens are watching: try again in half a minute.');
      }
      const watch =
        feed?.watch ??
        ((study: string, tell: Tell) =>
          watchAlone(openDb, c, (db) => currentVersion(db, study), tell));
      c.header('Cache-Control', 'no-store');
      c.header('X-Accel-Buffering', 'no');
      return streamVersions(c, (tell) => watch(id, tell));
    },
  );
}

/** Gets each new version, and null at the end. */
export type Tell = (version: string | null) => void;

/** Answers with a stream of the versions that `watch` tells; ends when it tells null. */
export function streamVersions(c: Context<Env>, watch: (tell: Tell) => () => void): Response {
  let last = c.req.header('last-event-id') ?? null;
  return streamSSE(c, async (stream) => {
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    let written: Promise<unknown> = stream.write(`retry: ${RETRY}\n\n`);
    const send = (text: string) => {
      written = written.then(() => stream.write(text)).catch(() => end());
    };
    const stop = watch((version) => {
      if (version === null) return end();
      if (version === last) return;
      last = version;
      send(`event: version\nid: ${version}\ndata: ${version}\n\n`);
    });
    const heartbeat = setInterval(() => send(':\n\n'), HEARTBEAT);
    stream.onAbort(end);
    await ended;
    clearInterval(heartbeat);
    stop();
    await written;
  });
}

/** Looks again and again for one stream alone, where no process looks for everybody. */
export function watchAlone(
  openDb: OpenDb,
  c: Context<Env>,
  read: (db: Kysely<Database>) => Promise<string | null>,
  tell: Tell,
): () => void {
  let isOver = false;
  const until = Date.now() + OWN_LIFE;
  const look = async (): Promise<void> => {
    while (!isOver && Date.now() < until) {
      const { db, done } = await openDb(c);
      try {
        const version = await read(db);
        if (!isOver) tell(version);
      } finally {
        done?.();
      }
      await new Promise((resolve) => setTimeout(resolve, OWN_PAUSE));
    }
    if (!isOver) tell(null);
  };
  look().catch(() => tell(null));
  return () => {
    isOver = true;
  };
}
