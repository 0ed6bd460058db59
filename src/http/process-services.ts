import type { OpenDatabase } from '../db/open-postgres.ts';
import { roomFeed } from '../db/room/room-feed.ts';
import { submissionQueue } from '../db/submission-queue.ts';
import { RELEASES } from '../db/tally-snapshot.ts';
import { versionFeed } from '../db/version-feed.ts';
import type { Config } from './env.ts';
import { startMetrics } from './metrics.ts';

/** What requests of one long-lived process share. */
export interface ProcessServices {
  config: Required<Pick<Config, 'submissions' | 'feed' | 'rooms' | 'metrics'>> &
    Pick<Config, 'backup'>;
  /** Ends streams, so that the server can end. */
  close: () => void;
}

/**
 * Starts what a process that serves many requests adds to each of them: one queue of submissions,
 * one look at versions, and its figures. Not for Workers, whose requests share nothing.
 *
 * @example
 * const services = processServices(opened);
 * createApp({ config: { ...config, ...services.config }, openDb: () => ({ db: opened.db }) });
 */
export function processServices({ db, dump, listen }: OpenDatabase): ProcessServices {
  const submissions = submissionQueue(db);
  const feed = versionFeed(db);
  const rooms = roomFeed(db);
  const metrics = startMetrics([
    {
      name: 'plenary_submissions_waiting',
      help: 'Submissions that wait or are being stored.',
      read: submissions.size,
    },
    {
      name: 'plenary_live_streams',
      help: 'Open streams of versions.',
      read: () => feed.size() + rooms.size(),
    },
    {
      name: 'plenary_resident_bytes',
      help: 'Memory of the process.',
      read: () => memoryOf().rss,
    },
    {
      name: 'plenary_heap_bytes',
      help: 'Memory of JavaScript objects.',
      read: () => memoryOf().heapUsed,
    },
  ]);
  // Only an accelerator: without it the feed looks by itself.
  void listen?.(RELEASES, feed.look).catch(() => {});
  return {
    config: { submissions, feed, rooms, metrics, ...(dump && { backup: dump }) },
    close: () => {
      feed.close();
      rooms.close();
    },
  };
}

/** Node's `process`, where there is one. */
function memoryOf(): { rss: number; heapUsed: number } {
  const { process } = globalThis as {
    process?: { memoryUsage?: () => { rss: number; heapUsed: number } };
  };
  return process?.memoryUsage?.() ?? { rss: 0, heapUsed: 0 };
}
