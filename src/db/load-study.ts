import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import type { Definition } from '../survey/definition.ts';
import type { Distribution } from '../survey/distribution.ts';
import { withMerges } from '../survey/write-in-merge.ts';
import type { Database, SharedRole, StudyStatus, StudyTable } from './schema.ts';
import { activeMerges, type MergeRow, mergesByQuestion } from './write-in-rows.ts';

/** A study with its own copy of all that it asks. */
export interface Study {
  id: string;
  /** Whose study it is: to everybody else it does not exist. */
  organisationId: string;
  /** What the owning organisation is called. */
  owner: string;
  /** The organisations that share the study, by id, with the most that their members may do. */
  partners: Readonly<Record<string, SharedRole>>;
  /** Six characters; `formatJoinCode` writes it for people. */
  joinCode: string;
  status: StudyStatus;
  definition: Definition;
  definitionRevision: number;
  /** Rises with each change that was made after somebody had answered, from 1. */
  version: number;
  /** Made by the generator, and to be marked so wherever it is shown. */
  synthetic: boolean;
  createdAt: Date;
  openedAt: Date | null;
  closedAt: Date | null;
  distribution: Distribution;
}

/** A row of the table `study` without its definition, as `summaryColumns` select it. */
export interface StudyRow extends Omit<Selectable<StudyTable>, 'definition'> {
  owner: string;
  partners: Record<string, SharedRole> | null;
}

/** Selects a study `s` without its definition, which can have a hundred kilobytes. */
export const summaryColumns = sql`s.id, s.organisation_id, s.join_code, s.status, s.definition_revision, s.version, s.synthetic,
  s.created_at, s.opened_at, s.closed_at, s.opens_at, s.closes_at, s.time_zone, s.quotas, s.access,
  s.embed_origins,
  (select o.name from organisation o where o.id = s.organisation_id) as owner,
  (select jsonb_object_agg(p.organisation_id, p.role) from study_partner p
    where p.study_id = s.id) as partners`;

/**
 * Definitions in use, by study and revision, which never change: a submission need not fetch and
 * parse a hundred kilobytes.
 */
const definitions = new Map<string, Definition>();
const MOST_DEFINITIONS = 100;

/**
 * The study that a condition on `s` selects, or null.
 *
 * @example
 * loadStudy(db, sql`where s.id = ${id}`)
 */
export async function loadStudy(
  db: Kysely<Database>,
  where: RawBuilder<unknown>,
): Promise<Study | null> {
  const { rows } = await sql<StudyRow>`
    select ${summaryColumns} from study s ${where}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const key = `${row.id}/${row.definition_revision}`;
  const definition = definitions.get(key) ?? (await loadDefinition(db, row.id, row));
  if (!definition) return loadStudy(db, where);
  definitions.delete(key);
  definitions.set(key, definition);
  if (definitions.size > MOST_DEFINITIONS) definitions.delete(definitions.keys().next().value!);
  return { ...summaryOf(row), definition, definitionRevision: row.definition_revision };
}

/** Null when the definition has changed since `row` was read. */
async function loadDefinition(
  db: Kysely<Database>,
  id: string,
  row: Pick<StudyRow, 'definition_revision'>,
): Promise<Definition | null> {
  const { rows } = await sql<{ definition: Definition; merges: MergeRow[] | null }>`
    select s.definition, ${activeMerges} as merges from study s
    where s.id = ${id} and s.definition_revision = ${row.definition_revision}`.execute(db);
  const found = rows[0];
  return found ? withMerges(found.definition, mergesByQuestion(found.merges ?? [])) : null;
}

/** A row as the rest of the product knows it. */
export function summaryOf(row: StudyRow): Omit<Study, 'definition' | 'definitionRevision'> {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    owner: row.owner,
    partners: row.partners ?? {},
    joinCode: row.join_code,
    status: row.status,
    synthetic: row.synthetic,
    version: row.version,
    createdAt: row.created_at,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    distribution: {
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      timeZone: row.time_zone,
      quotas: row.quotas,
      access: row.access,
      embedOrigins: row.embed_origins,
    },
  };
}
