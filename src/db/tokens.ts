import { type Kysely, sql } from 'kysely';
import type { Database, DesignerTable } from './schema.ts';
import { hashOf, newSecretText } from './secret-text.ts';
import { isUuid } from './studies.ts';

type Role = DesignerTable['role'];

/** A designer as a request acts for them. */
export interface Designer {
  id: string;
  name: string;
  role: Role;
}

/** An API token in a list; the token itself was shown once and is not stored. */
export interface TokenSummary {
  id: string;
  name: string;
  role: Role;
  createdAt: Date;
  /** A day such as `2026-11-22`, or null when it was never used. */
  lastUsedOn: string | null;
}

/**
 * Makes an API token. Only its hash is stored: this is the one time it can be seen.
 *
 * @example
 * const { token } = await createToken(db, { name: 'import', role: 'designer' }, new Date());
 * // 'plenary_x9Qe…'
 */
export async function createToken(
  db: Kysely<Database>,
  { name, role }: { name: string; role: Role },
  now: Date,
): Promise<{ id: string; token: string }> {
  const token = `plenary_${newSecretText()}`;
  const id = crypto.randomUUID();
  await sql`
    with designer as (
      insert into designer (id, name, role, created_at)
      values (${crypto.randomUUID()}, ${name}, ${role}, ${now})
      returning id
    )
    insert into api_token (id, designer_id, hash, created_at)
    select ${id}::uuid, id, ${await hashOf(token)}, ${now}::timestamptz from designer`.execute(db);
  return { id, token };
}

/** Whose token this is, or null; notes the day of its use, at most once a day. */
export async function designerOfToken(
  db: Kysely<Database>,
  token: string,
  now: Date,
): Promise<Designer | null> {
  if (!/^plenary_[0-9A-Za-z]{43}$/.test(token)) return null;
  const found = await db
    .selectFrom('api_token')
    .innerJoin('designer', 'designer.id', 'api_token.designer_id')
    .select(['designer.id', 'designer.name', 'designer.role'])
    .select(['api_token.id as token_id', 'api_token.last_used_on'])
    .where('api_token.hash', '=', await hashOf(token))
    .executeTakeFirst();
  if (!found) return null;
  const { token_id, last_used_on, ...designer } = found;
  const today = now.toISOString().slice(0, 10);
  if (last_used_on !== today) {
    await db
      .updateTable('api_token')
      .set({ last_used_on: today })
      .where('id', '=', token_id)
      .execute();
  }
  return designer;
}

/** Every API token, oldest first. */
export async function listTokens(db: Kysely<Database>): Promise<TokenSummary[]> {
  const rows = await db
    .selectFrom('api_token')
    .innerJoin('designer', 'designer.id', 'api_token.designer_id')
    .select(['api_token.id', 'designer.name', 'designer.role'])
    .select(['api_token.created_at', 'api_token.last_used_on'])
    .orderBy('api_token.created_at')
    .orderBy('api_token.id')
    .execute();
  return rows.map(({ created_at, last_used_on, ...row }) => ({
    ...row,
    createdAt: created_at,
    lastUsedOn: last_used_on,
  }));
}

/**
 * Revokes a token and ends the sessions that it opened.
 *
 * @returns false when there is no such token
 */
export async function deleteToken(db: Kysely<Database>, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  const { rows } = await sql`
    with gone as (delete from api_token where id = ${id} returning designer_id),
    ended as (delete from session using gone where session.designer_id = gone.designer_id)
    select 1 from gone`.execute(db);
  return rows.length > 0;
}
