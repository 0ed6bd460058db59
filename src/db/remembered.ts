import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** Gives what is known under a key of a database, or works it out. */
type Remembered<Value> = (
  db: Kysely<Database>,
  key: string,
  work: () => Promise<Value>,
) => Promise<Value>;

/**
 * Remembers what was worked out lately, the least recently asked for forgotten first; what failed is
 * worked out again. Kept by database: on Workers, where each request opens its own, no request waits
 * for another's.
 *
 * @param most so many results of a database are kept; what they follow from belongs into the key
 * @example
 * const counts = remembered<number>(100);
 * await counts(db, `${study.id} ${version}`, () => countAll(db, study));
 */
export function remembered<Value>(most: number): Remembered<Value> {
  const databases = new WeakMap<Kysely<Database>, Map<string, Promise<Value>>>();
  return (db, key, work) => {
    let known = databases.get(db);
    if (!known) databases.set(db, (known = new Map()));
    const own = known;
    const value = own.get(key) ?? work();
    own.delete(key);
    own.set(key, value);
    if (own.size > most) own.delete(own.keys().next().value!);
    value.catch(() => own.get(key) === value && own.delete(key));
    return value;
  };
}
