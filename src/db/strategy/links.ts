import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';
import { hashOf, newSecretText } from '../secret-text.ts';
import { isUuid } from '../studies.ts';

/** A link to a frozen strategy for people without an account. */
export interface StrategyLink {
  id: string;
  studyId: string;
  versionId: string;
  /** `review`: its readers may comment too. */
  kind: 'read' | 'review';
  /** Its readers may take the strategy home as a file. */
  files: boolean;
  madeAt: Date;
  madeBy: string | null;
  expiresAt: Date;
  endedAt: Date | null;
}

/** So many links of a version that still work. */
export const MOST_LINKS = 50;

/**
 * Makes a link to a frozen strategy.
 *
 * @returns the last part of `/s/TOKEN`, of which only the hash is stored; null when the version has
 *   as many links as it may
 */
export async function makeLink(
  db: Kysely<Database>,
  link: Omit<StrategyLink, 'id' | 'endedAt'>,
): Promise<{ id: string; token: string } | null> {
  const token = newSecretText();
  const id = crypto.randomUUID();
  const { studyId, versionId, kind, files, madeAt, madeBy, expiresAt } = link;
  const { rows } = await sql`
    insert into strategy_link (study_id, id, version_id, hash, kind, files, made_at, made_by,
      expires_at)
    select ${studyId}::uuid, ${id}::uuid, ${versionId}::uuid, ${await hashOf(token)}, ${kind},
      ${files}::boolean, ${madeAt}::timestamptz, ${madeBy}, ${expiresAt}::timestamptz
    where (select count(*) from strategy_link
      where study_id = ${studyId}::uuid and version_id = ${versionId}::uuid and ended_at is null
        and expires_at > ${madeAt}::timestamptz) < ${MOST_LINKS}
    returning id`.execute(db);
  return rows.length > 0 ? { id, token } : null;
}

/** The link with a secret, also one that has ended; null when nobody ever made it. */
export async function findLink(db: Kysely<Database>, token: string): Promise<StrategyLink | null> {
  const found = await selected(db)
    .where('hash', '=', await hashOf(token))
    .executeTakeFirst();
  return found ?? null;
}

/** The links to a version, the latest first. */
export async function listLinks(
  db: Kysely<Database>,
  studyId: string,
  versionId: string,
): Promise<StrategyLink[]> {
  return selected(db)
    .where('study_id', '=', studyId)
    .where('version_id', '=', versionId)
    .orderBy('made_at', 'desc')
    .execute();
}

/** Ends a link at once; false when the study has none with this id. */
export async function endLink(
  db: Kysely<Database>,
  studyId: string,
  id: string,
  at: Date,
): Promise<boolean> {
  if (!isUuid(id)) return false;
  const { rows } = await sql`
    update strategy_link set ended_at = coalesce(ended_at, ${at}::timestamptz)
    where study_id = ${studyId}::uuid and id = ${id}::uuid returning id`.execute(db);
  return rows.length > 0;
}

/** Whether a link still leads somewhere. */
export function isAlive({ endedAt, expiresAt }: StrategyLink, now: Date): boolean {
  return endedAt === null && expiresAt > now;
}

function selected(db: Kysely<Database>) {
  return db
    .selectFrom('strategy_link')
    .select([
      'id',
      'study_id as studyId',
      'version_id as versionId',
      'kind',
      'files',
      'made_at as madeAt',
      'made_by as madeBy',
      'expires_at as expiresAt',
      'ended_at as endedAt',
    ]);
}
