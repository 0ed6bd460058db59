import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';
import { hashOf, newSecretText } from './secret-text.ts';

/** How long a set-up link can be used, in days. */
const LINK_DAYS = 7;

/**
 * Makes the link that lets the first owner in: the last part of `/setup/TOKEN`. Null when anybody
 * has an account already. Each start makes another link; whichever is used first ends them all.
 *
 * @example
 * const token = await setupLink(db, new Date());
 * if (token) console.log(`${origin}/setup/${token}`);
 */
export async function setupLink(db: Kysely<Database>, now: Date): Promise<string | null> {
  const token = newSecretText();
  const { rows } = await sql`
    insert into setup_link (hash, created_at)
    select ${await hashOf(token)}, ${now}::timestamptz
    where not exists (select from member)
    returning hash`.execute(db);
  return rows.length > 0 ? token : null;
}

/** Whether nobody has an account yet. */
export async function isNew(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql`select from member limit 1`.execute(db);
  return rows.length === 0;
}

/** Whether a set-up link could still be used. Looking does not use it up. */
export async function isSetupLink(
  db: Kysely<Database>,
  token: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    select from setup_link
    where hash = ${await hashOf(token)} and created_at > ${oldest(now)}
      and not exists (select from member)`.execute(db);
  return rows.length > 0;
}

/**
 * Uses a set-up link up, and with it every other.
 *
 * @returns false when it is unknown, too old or was used; of two at once only one gets in
 */
export async function useSetupLink(
  db: Kysely<Database>,
  token: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    delete from setup_link
    where exists (
      select from setup_link
      where hash = ${await hashOf(token)} and created_at > ${oldest(now)}
    ) and not exists (select from member)
    returning hash`.execute(db);
  return rows.length > 0;
}

/** Makes a set-up link usable again whose use came to nothing. */
export async function restoreSetupLink(
  db: Kysely<Database>,
  token: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto('setup_link')
    .values({ hash: await hashOf(token), created_at: now })
    .execute();
}

function oldest(now: Date): Date {
  return new Date(now.getTime() - LINK_DAYS * 86_400_000);
}
