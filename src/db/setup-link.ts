import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';
import { hashOf, newSecretText } from './secret-text.ts';
import type { Designer } from './tokens.ts';

/** How long a set-up link can be used, in days. */
const LINK_DAYS = 7;

/**
 * Makes the link that lets the first designer in: the last part of `/setup/TOKEN`. Null when there
 * is a designer already. Each start makes another link; whichever is used first ends them all.
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
    where not exists (select from designer)
    returning hash`.execute(db);
  return rows.length > 0 ? token : null;
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
      and not exists (select from designer)`.execute(db);
  return rows.length > 0;
}

/**
 * Uses a set-up link up and makes the first designer, who owns everything.
 *
 * @returns null when the link is unknown, too old or was used; of two at once only one gets in
 */
export async function useSetupLink(
  db: Kysely<Database>,
  token: string,
  now: Date,
): Promise<Designer | null> {
  const id = crypto.randomUUID();
  const { rows } = await sql<Designer>`
    with used as (
      delete from setup_link where hash = ${await hashOf(token)} returning created_at
    )
    insert into designer (id, name, role, created_at)
    select ${id}::uuid, 'First designer', 'owner', ${now}::timestamptz
    from used
    where created_at > ${oldest(now)} and not exists (select from designer)
    returning id, name, role`.execute(db);
  const designer = rows[0];
  if (designer) await db.deleteFrom('setup_link').execute();
  return designer ?? null;
}

function oldest(now: Date): Date {
  return new Date(now.getTime() - LINK_DAYS * 86_400_000);
}
