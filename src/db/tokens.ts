import { type Kysely, type Selectable, sql } from 'kysely';
import { organisationOrFirst, type Organisation } from './organisations.ts';
import type { ApiTokenTable, Database, Role } from './schema.ts';
import { hashOf, newSecretText } from './secret-text.ts';
import { isUuid } from './studies.ts';

/** What a token can be limited to, each within what its role allows. */
export const SCOPES = ['read', 'export', 'run', 'edit'] as const;
export type Scope = (typeof SCOPES)[number];

/** Roles from the least to the most. */
export const ROLES = ['viewer', 'facilitator', 'designer', 'owner'] as const satisfies Role[];

/** What an API token may do. */
export interface TokenRights {
  role: Role;
  /** Null for all that the role allows. */
  scopes: Scope[] | null;
  /** The one study that it is for; null for all of the organisation. */
  studyId: string | null;
  expiresAt: Date | null;
}

/** Whoever sends a token: it acts for an organisation, within its rights. */
export interface TokenHolder extends TokenRights {
  id: string;
  name: string;
  organisation: Organisation;
}

/** An API token in a list; the token itself was shown once and is not stored. */
export interface TokenSummary extends TokenRights {
  id: string;
  name: string;
  createdAt: Date;
  /** A day such as `2026-11-22`, or null when it was never used. */
  lastUsedOn: string | null;
}

/** A token that is to be made; without an organisation it is for the first one. */
export interface NewToken extends Partial<TokenRights> {
  name: string;
  role: Role;
  organisationId?: string;
  /** The person who makes it: it ends when they leave, and never does more than they may. */
  createdBy?: string | null;
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
  { name, role, organisationId, scopes, studyId, expiresAt, createdBy }: NewToken,
  now: Date,
): Promise<{ id: string; token: string }> {
  const token = `plenary_${newSecretText()}`;
  const id = crypto.randomUUID();
  await db
    .insertInto('api_token')
    .values({
      id,
      organisation_id: organisationOrFirst(organisationId),
      name,
      role,
      scopes: scopes ? scopes.join(' ') : null,
      study_id: studyId ?? null,
      created_by: createdBy ?? null,
      hash: await hashOf(token),
      created_at: now,
      expires_at: expiresAt ?? null,
    })
    .execute();
  return { id, token };
}

/** Whose token this is; null when it is unknown or expired. Notes the day of its use, once a day. */
export async function holderOfToken(
  db: Kysely<Database>,
  token: string,
  now: Date,
): Promise<TokenHolder | null> {
  if (!/^plenary_[0-9A-Za-z]{43}$/.test(token)) return null;
  const hash = await hashOf(token);
  return findHolder(db, sql`t.hash = ${hash}`, now);
}

/** Whose browser session was opened with a token; null when it is unknown or over. */
export async function holderOfTokenSession(
  db: Kysely<Database>,
  text: string,
  now: Date,
): Promise<TokenHolder | null> {
  const hash = await hashOf(text);
  return findHolder(
    db,
    sql`t.id = (
      select api_token_id from token_session where hash = ${hash} and expires_at > ${now}
    )`,
    now,
  );
}

type HolderRow = Pick<
  Selectable<ApiTokenTable>,
  'id' | 'name' | 'role' | 'scopes' | 'study_id' | 'expires_at' | 'last_used_on' | 'created_by'
> & { organisation_id: string; organisation: string; maker: Role | null };

async function findHolder(
  db: Kysely<Database>,
  condition: ReturnType<typeof sql>,
  now: Date,
): Promise<TokenHolder | null> {
  const { rows } = await sql<HolderRow>`
    select t.id, t.name, t.role, t.scopes, t.study_id, t.expires_at, t.last_used_on, t.created_by,
      o.id as organisation_id, o.name as organisation, m.role as maker
    from api_token t
    join organisation o on o.id = t.organisation_id
    left join member m on m.organisation_id = t.organisation_id and m.person_id = t.created_by
    where ${condition} and (t.expires_at is null or t.expires_at > ${now})
      and (t.created_by is null or m.role is not null)`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const today = now.toISOString().slice(0, 10);
  if (row.last_used_on !== today) {
    await db
      .updateTable('api_token')
      .set({ last_used_on: today })
      .where('id', '=', row.id)
      .execute();
  }
  return {
    id: row.id,
    name: row.name,
    organisation: { id: row.organisation_id, name: row.organisation },
    ...rightsOf(row),
    role: row.maker ? lesserRole(row.role, row.maker) : row.role,
  };
}

/** The API tokens of an organisation, oldest first; only those of one maker with `createdBy`. */
export async function listTokens(
  db: Kysely<Database>,
  { organisationId, createdBy }: { organisationId: string; createdBy?: string },
): Promise<TokenSummary[]> {
  const rows = await db
    .selectFrom('api_token')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .$if(createdBy !== undefined, (query) => query.where('created_by', '=', createdBy!))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    ...rightsOf(row),
    createdAt: row.created_at,
    lastUsedOn: row.last_used_on,
  }));
}

/**
 * Revokes a token, which ends the sessions that it opened.
 *
 * @returns false when the organisation, or `createdBy`, has no such token
 */
export async function deleteToken(
  db: Kysely<Database>,
  { id, organisationId, createdBy }: { id: string; organisationId: string; createdBy?: string },
): Promise<boolean> {
  if (!isUuid(id)) return false;
  const gone = await db
    .deleteFrom('api_token')
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .$if(createdBy !== undefined, (query) => query.where('created_by', '=', createdBy!))
    .returning('id')
    .execute();
  return gone.length > 0;
}

/** The role of two that may do less. */
export function lesserRole(one: Role, other: Role): Role {
  return ROLES[Math.min(ROLES.indexOf(one), ROLES.indexOf(other))]!;
}

function rightsOf(
  row: Pick<HolderRow, 'role' | 'scopes' | 'study_id' | 'expires_at'>,
): TokenRights {
  return {
    role: row.role,
    scopes: row.scopes === null ? null : (row.scopes.split(' ').filter(Boolean) as Scope[]),
    studyId: row.study_id,
    expiresAt: row.expires_at,
  };
}
