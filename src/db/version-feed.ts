import type { Kysely } from 'kysely';
import { currentTallies } from './current-tallies.ts';
import type { Database } from './schema.ts';
import { onSchedule } from './schedule.ts';
import { findStudy } from './studies.ts';
import { versionOf } from './watermark.ts';

/** Tells who watches a study when its results have a new version. */
export interface VersionFeed {
  /**
   * Watches a study; `tell` gets each new version in order, and null once the study is gone or the
   * feed ends.
   *
   * @returns stops watching
   */
  watch: (studyId: string, tell: (version: string | null) => void) => () => void;
  /** Watchers at the moment. */
  size: () => number;
  /** Looks at a study now instead of at the next turn, if anybody watches it. */
  look: (studyId: string) => void;
  /** Ends every watch. */
  close: () => void;
}

const PAUSE = 1000;

interface Watched {
  tells: Set<(version: string | null) => void>;
  version: string | null;
  isLooking: boolean;
  isAsked: boolean;
}

/**
 * Looks at each watched study once a second, however many watch it. New answers are counted on the
 * way, so that versions appear also while nobody asks for results.
 *
 * @param pause between two looks, in milliseconds
 * @example
 * const feed = versionFeed(db);
 * const stop = feed.watch(study.id, (version) => console.log(version));
 */
export function versionFeed(db: Kysely<Database>, pause = PAUSE): VersionFeed {
  const watched = new Map<string, Watched>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const look = async (id: string, one: Watched): Promise<void> => {
    if (one.isLooking) {
      one.isAsked = true;
      return;
    }
    one.isLooking = true;
    try {
      do {
        one.isAsked = false;
        const version = await currentVersion(db, id);
        if (version !== one.version || version === null) {
          one.version = version;
          for (const tell of one.tells) tell(version);
        }
        if (version === null) watched.delete(id);
      } while (one.isAsked);
    } catch {
      // The database is away for a moment: the next turn looks again.
    } finally {
      one.isLooking = false;
    }
  };

  const turn = async (): Promise<void> => {
    await Promise.all([...watched].map(([id, one]) => look(id, one)));
    timer = watched.size > 0 ? setTimeout(() => void turn(), pause) : null;
  };

  return {
    watch: (id, tell) => {
      let one = watched.get(id);
      if (!one) {
        watched.set(
          id,
          (one = { tells: new Set(), version: null, isLooking: false, isAsked: false }),
        );
      }
      one.tells.add(tell);
      if (one.version !== null) tell(one.version);
      else void look(id, one);
      timer ??= setTimeout(() => void turn(), pause);
      return () => {
        one.tells.delete(tell);
        if (one.tells.size === 0 && watched.get(id) === one) watched.delete(id);
      };
    },
    size: () => [...watched.values()].reduce((sum, { tells }) => sum + tells.size, 0),
    look: (id) => {
      const one = watched.get(id);
      if (one) void look(id, one);
    },
    close: () => {
      if (timer) clearTimeout(timer);
      timer = null;
      const all = [...watched.values()];
      watched.clear();
      for (const { tells } of all) for (const tell of tells) tell(null);
    },
  };
}

/** The version of a study's results, after counting new answers; null when it is gone. */
export async function currentVersion(
  db: Kysely<Database>,
  studyId: string,
): Promise<string | null> {
  const study = await onSchedule(db, await findStudy(db, studyId), new Date());
  const head = study && (await currentTallies(db, study));
  return head ? versionOf(head) : null;
}
