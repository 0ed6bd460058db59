import postgres from 'postgres';
import { expect, test } from 'vitest';
import { freshDatabase } from '../postgres.ts';

test('each test file gets an empty PostgreSQL database of its own', async () => {
  const first = await freshDatabase();
  const second = await freshDatabase();
  const sql = postgres(first.url);
  const other = postgres(second.url);
  await sql`create table mark (id int)`;
  const [found] = await other`select to_regclass('mark') as mark`;
  expect(found?.['mark']).toBeNull();
  await sql.end();
  await other.end();
  await Promise.all([first.drop(), second.drop()]);
});
