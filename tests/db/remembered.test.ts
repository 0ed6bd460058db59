import { expect, test } from 'vitest';
import type { Kysely } from 'kysely';
import { remembered } from '../../src/db/remembered.ts';
import type { Database } from '../../src/db/schema.ts';

// Only a key: nothing is asked of it.
const database = () => ({}) as Kysely<Database>;

test('what is known is not worked out again, in each database for itself', async () => {
  const [one, two] = [database(), database()];
  const squares = remembered<number>(2);
  let worked = 0;
  const square = (db: Kysely<Database>, n: number) =>
    squares(db, String(n), async () => {
      worked += 1;
      return n * n;
    });
  expect(await Promise.all([square(one, 3), square(one, 3), square(two, 3)])).toEqual([9, 9, 9]);
  expect(worked).toBe(2);
});

test('the least recently asked for is forgotten first', async () => {
  const db = database();
  const squares = remembered<string>(2);
  const worked: string[] = [];
  const ask = (key: string) =>
    squares(db, key, async () => {
      worked.push(key);
      return key;
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await ask(key)).toBe(key);
  expect(worked).toEqual(['a', 'b', 'c', 'b']);
});

test('what failed is worked out again', async () => {
  const db = database();
  const answers = remembered<string>(2);
  await expect(answers(db, 'a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await answers(db, 'a', async () => 'there')).toBe('there');
});
