import { type Kysely, sql } from 'kysely';
import { Definition } from '../../survey/definition.ts';
import { Prior } from '../../survey/rounds/prior.ts';
import { jsonb } from '../portable.ts';
import type { Database } from '../schema.ts';
import { isUuid } from '../studies.ts';

/** A study that an organisation has published as a template, with what it found. */
export interface StudyTemplate {
  id: string;
  name: string;
  definition: Definition;
  prior: Prior;
  madeAt: Date;
  madeBy: string | null;
}

/** So many templates an organisation keeps. */
export const MOST_TEMPLATES = 100;

/** Publishes a study as a template of its organisation; null when that has as many as it keeps. */
export async function publishTemplate(
  db: Kysely<Database>,
  organisationId: string,
  { name, definition, prior, madeAt, madeBy }: Omit<StudyTemplate, 'id'>,
): Promise<string | null> {
  const id = crypto.randomUUID();
  const { rows } = await sql`
    insert into study_template (id, organisation_id, name, definition, prior, made_at, made_by)
    select ${id}::uuid, ${organisationId}::uuid, ${name}, ${jsonb(definition)}, ${jsonb(prior)},
      ${madeAt}::timestamptz, ${madeBy}
    where (select count(*) from study_template where organisation_id = ${organisationId}::uuid)
      < ${MOST_TEMPLATES}
    returning id`.execute(db);
  return rows.length > 0 ? id : null;
}

/**
 * The templates of an organisation, the latest first. None for who may see a single study: they
 * tell what other studies found.
 */
export async function listTemplates(
  db: Kysely<Database>,
  { organisationId, studyId }: { organisationId: string; studyId: string | null },
): Promise<StudyTemplate[]> {
  if (studyId !== null) return [];
  const rows = await selected(db)
    .where('organisation_id', '=', organisationId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(templateIn);
}

/** One template of an organisation; null when it has none with this id. */
export async function findTemplate(
  db: Kysely<Database>,
  organisationId: string,
  id: string,
): Promise<StudyTemplate | null> {
  if (!isUuid(id)) return null;
  const row = await selected(db)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? templateIn(row) : null;
}

/** Deletes a template; studies that were started from it stay. False when there is none. */
export async function deleteTemplate(
  db: Kysely<Database>,
  organisationId: string,
  id: string,
): Promise<boolean> {
  if (!isUuid(id)) return false;
  const gone = await db
    .deleteFrom('study_template')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .returning('id')
    .execute();
  return gone.length > 0;
}

/** Keeps with a study what the round before found, and whether participants are told. */
export async function keepPrior(
  db: Kysely<Database>,
  studyId: string,
  { prior, shown }: { prior: Prior; shown: boolean },
): Promise<void> {
  await sql`
    insert into study_prior (study_id, prior, shown)
    values (${studyId}::uuid, ${jsonb(prior)}, ${shown}::boolean)`.execute(db);
}

/** What the round before a study found; null for a study that is nobody's next round. */
export async function findPrior(
  db: Kysely<Database>,
  studyId: string,
): Promise<{ prior: Prior; shown: boolean } | null> {
  const row = await db
    .selectFrom('study_prior')
    .select(['prior', 'shown'])
    .where('study_id', '=', studyId)
    .executeTakeFirst();
  return row ? { prior: Prior.parse(row.prior), shown: row.shown } : null;
}

function selected(db: Kysely<Database>) {
  return db
    .selectFrom('study_template')
    .select(['id', 'name', 'definition', 'prior', 'made_at as madeAt', 'made_by as madeBy']);
}

function templateIn(row: {
  id: string;
  name: string;
  definition: unknown;
  prior: unknown;
  madeAt: Date;
  madeBy: string | null;
}): StudyTemplate {
  const { definition, prior } = row;
  return { ...row, definition: Definition.parse(definition), prior: Prior.parse(prior) };
}
