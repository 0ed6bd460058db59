import { type Kysely, type Selectable, sql } from 'kysely';
import { contentHash } from '../../survey/strategy/content-hash.ts';
import type { StrategyDocument } from '../../survey/strategy/strategy-document.ts';
import { readStrategy } from '../../survey/strategy/strategy-schema.ts';
import { jsonb } from '../portable.ts';
import type { Database } from '../schema.ts';
import { isUuid } from '../studies.ts';
import type { StrategyVersionTable } from './strategy-tables.ts';

/** A frozen strategy, as lists tell of it. */
export interface StrategyVersionHead {
  id: string;
  language: string;
  filter: string;
  name: string;
  note: string;
  signedBy: string | null;
  /** The version of results and plan that its figures come from. */
  basis: string;
  hash: string;
  frozenAt: Date;
  frozenBy: string | null;
}

/** A frozen strategy with its document. */
export interface StrategyVersion extends StrategyVersionHead {
  document: StrategyDocument;
  /** The document still has the hash that it was frozen with. */
  isIntact: boolean;
}

/** What is said about a version when it is frozen. */
export interface Freezing {
  language: string;
  filter: string;
  name: string;
  note: string;
  signedBy: string | null;
  document: StrategyDocument;
  by: string | null;
  at: Date;
}

/** Freezes a strategy: the whole document as it is read now, which nothing changes any more. */
export async function freezeVersion(
  db: Kysely<Database>,
  studyId: string,
  { language, filter, name, note, signedBy, document, by, at }: Freezing,
): Promise<StrategyVersion> {
  const id = crypto.randomUUID();
  // What JSON does not keep, such as fields that are undefined, is not part of the hash.
  const kept: unknown = JSON.parse(JSON.stringify(document));
  await sql`
    insert into strategy_version (study_id, id, language, filter, name, note, signed_by, document,
      hash, frozen_at, frozen_by)
    values (${studyId}::uuid, ${id}::uuid, ${language}, ${filter}, ${name}, ${note}, ${signedBy},
      ${jsonb(kept)}, ${await contentHash(kept)}, ${at}::timestamptz, ${by})`.execute(db);
  return (await findVersion(db, studyId, id))!;
}

/** The versions of a study's strategies, the latest first. */
export async function listVersions(
  db: Kysely<Database>,
  studyId: string,
): Promise<StrategyVersionHead[]> {
  const { rows } = await sql<HeadRow>`
    select id, language, filter, name, note, signed_by, hash, frozen_at, frozen_by,
      document ->> 'basis' as basis
    from strategy_version where study_id = ${studyId}::uuid order by place desc`.execute(db);
  return rows.map(headOf);
}

/** One version; null when there is none, also for text that is no id. */
export async function findVersion(
  db: Kysely<Database>,
  studyId: string,
  id: string,
): Promise<StrategyVersion | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<HeadRow & { document: unknown }>`
    select id, language, filter, name, note, signed_by, hash, frozen_at, frozen_by, document,
      document ->> 'basis' as basis
    from strategy_version
    where study_id = ${studyId}::uuid and id = ${id}::uuid`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const document = readStrategy(row.document);
  return { ...headOf(row), document, isIntact: (await contentHash(row.document)) === row.hash };
}

/** Deletes a version with its comments and links; false when there is none. */
export async function deleteVersion(
  db: Kysely<Database>,
  studyId: string,
  id: string,
): Promise<boolean> {
  if (!isUuid(id)) return false;
  const gone = await db
    .deleteFrom('strategy_version')
    .where('study_id', '=', studyId)
    .where('id', '=', id)
    .returning('id')
    .execute();
  return gone.length > 0;
}

type HeadRow = Omit<Selectable<StrategyVersionTable>, 'document' | 'study_id' | 'place'> & {
  basis: string;
};

function headOf(row: HeadRow): StrategyVersionHead {
  return {
    id: row.id,
    language: row.language,
    filter: row.filter,
    name: row.name,
    note: row.note,
    signedBy: row.signed_by,
    basis: row.basis,
    hash: row.hash,
    frozenAt: row.frozen_at,
    frozenBy: row.frozen_by,
  };
}
