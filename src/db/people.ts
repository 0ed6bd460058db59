import type { Kysely } from 'kysely';
import type { Language } from '../survey/language.ts';
import type { Database } from './schema.ts';
import type { Person } from './sessions.ts';

/** The person with an e-mail address, in whatever case it is written; null when there is none. */
export async function findPerson(db: Kysely<Database>, email: string): Promise<Person | null> {
  const found = await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'language'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
  return found ?? null;
}

/** Changes what a person is called, or the language that their pages have. */
export async function updatePerson(
  db: Kysely<Database>,
  id: string,
  change: { name?: string; language?: Language },
): Promise<void> {
  await db.updateTable('person').set(change).where('id', '=', id).execute();
}

/** Whether a person can sign in with a password. */
export async function hasPassword(db: Kysely<Database>, personId: string): Promise<boolean> {
  const found = await db
    .selectFrom('account')
    .select('id')
    .where('person_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .where('password', 'is not', null)
    .executeTakeFirst();
  return found !== undefined;
}
