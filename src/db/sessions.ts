import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';
import { hashOf, newSecretText } from './secret-text.ts';
import type { Designer } from './tokens.ts';

/** How long a session lasts, in days. */
export const SESSION_DAYS = 30;

/**
 * Opens a session for a designer.
 *
 * @returns the text for the cookie; only its hash is stored
 */
export async function createSession(
  db: Kysely<Database>,
  designerId: string,
  now: Date,
): Promise<string> {
  const text = newSecretText();
  await db.deleteFrom('session').where('expires_at', '<=', now).execute();
  await db
    .insertInto('session')
    .values({
      hash: await hashOf(text),
      designer_id: designerId,
      created_at: now,
      expires_at: new Date(now.getTime() + SESSION_DAYS * 86_400_000),
    })
    .execute();
  return text;
}

/** Whose session this is; null when it is unknown, over or ended. */
export async function designerOfSession(
  db: Kysely<Database>,
  text: string,
  now: Date,
): Promise<Designer | null> {
  const found = await db
    .selectFrom('session')
    .innerJoin('designer', 'designer.id', 'session.designer_id')
    .select(['designer.id', 'designer.name', 'designer.role'])
    .where('session.hash', '=', await hashOf(text))
    .where('session.expires_at', '>', now)
    .executeTakeFirst();
  return found ?? null;
}

/** Ends a session; does nothing for an unknown one. */
export async function endSession(db: Kysely<Database>, text: string): Promise<void> {
  await db
    .deleteFrom('session')
    .where('hash', '=', await hashOf(text))
    .execute();
}
