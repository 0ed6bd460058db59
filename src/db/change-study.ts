import { type Kysely, sql } from 'kysely';
import type { Definition } from '../survey/definition.ts';
import { type DefinitionChange, definitionChanges } from '../survey/definition-changes.ts';
import { withMerges } from '../survey/write-in-merge.ts';
import { jsonb } from './portable.ts';
import { betweenWriters, stopWriters } from './response-writers.ts';
import type { Database } from './schema.ts';
import { activeMerges, type MergeRow, mergesByQuestion } from './write-in-rows.ts';
import { isRecodeDue } from './write-in-merges.ts';
import { recodeWriteIns } from './write-in-recode.ts';

/**
 * What became of a change. `stale`: somebody else was faster. `frozen`: people have answered, and
 * no new version was asked for. `refused`: it would take the meaning from what they answered.
 */
export type ChangeOutcome =
  | { outcome: 'saved' | 'stale'; revision: number; version: number }
  | { outcome: 'frozen' | 'refused'; changes: DefinitionChange[] };

/** A definition in place of another. */
export interface StudyEdit {
  definition: Definition;
  /** The revision that it was made from; without it, whichever there is. */
  revision?: number | undefined;
  /** Make a new version if people have answered already. */
  newVersion?: boolean | undefined;
  /** Who makes it, for the log of versions. */
  by: string | null;
  now: Date;
}

/**
 * Replaces the definition of a study. Once somebody has answered, it is frozen: then a change makes
 * a new version, which is logged with the old one, and only if answers keep their meaning.
 *
 * @returns null when there is no such study
 * @example
 * await changeStudy(db, study.id, { definition, revision: 3, by: 'Ada', now: new Date() })
 */
export async function changeStudy(
  db: Kysely<Database>,
  id: string,
  edit: StudyEdit,
): Promise<ChangeOutcome | null> {
  const made = await betweenWriters(() => replaceDefinition(db, id, edit));
  // Items made of write-ins stand behind the options: where there are more of those, they move.
  if (made?.outcome === 'saved' && (await isRecodeDue(db, id))) await recodeWriteIns(db, id);
  return made;
}

async function replaceDefinition(
  db: Kysely<Database>,
  id: string,
  { definition, revision, newVersion = false, by, now }: StudyEdit,
): Promise<ChangeOutcome | null> {
  return db.transaction().execute(async (transaction) => {
    // Who waited for the lock has an old view of all but this row: others are read after it.
    const { rows: held } = await sql<{ opened: boolean }>`
      select opened_at is not null as opened from study where id = ${id} for update`.execute(
      transaction,
    );
    let row = await readRow(transaction, id);
    if (!row) return null;
    if (revision !== undefined && revision !== row.revision) {
      return { outcome: 'stale', revision: row.revision, version: row.version };
    }
    if (!row.answered && held[0]?.opened) {
      // The first answers may be on their way.
      await stopWriters(transaction);
      row = (await readRow(transaction, id))!;
    }
    if (!row.answered) return write(transaction, id, definition, row.version);
    // Items made of write-ins have places behind the options: nothing new can come before them.
    const merges = mergesByQuestion(row.merges ?? []);
    const changes = definitionChanges(
      withMerges(row.definition, merges),
      withMerges(definition, merges),
    );
    if (changes.length === 0) return { outcome: 'saved', ...row };
    if (changes.some(({ effect }) => effect === 'refused')) return { outcome: 'refused', changes };
    if (!newVersion) return { outcome: 'frozen', changes };
    await log(transaction, id, 1, { ...row, at: row.since, by: null, changes: [] });
    const version = row.version + 1;
    await log(transaction, id, version, { definition, at: now, by, changes });
    return write(transaction, id, definition, version);
  });
}

interface Row {
  definition: Definition;
  revision: number;
  version: number;
  since: Date;
  merges: MergeRow[] | null;
  answered: boolean;
}

async function readRow(db: Kysely<Database>, id: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select s.definition, s.definition_revision as revision, s.version,
      ${activeMerges} as merges, coalesce(s.opened_at, s.created_at) as since,
      exists (select from response r where r.study_id = s.id) as answered
    from study s where s.id = ${id}`.execute(db);
  return rows[0];
}

async function write(
  db: Kysely<Database>,
  id: string,
  definition: Definition,
  version: number,
): Promise<ChangeOutcome> {
  const { rows } = await sql<{ revision: number }>`
    update study set definition = ${jsonb(definition)}, version = ${version},
      definition_revision = definition_revision + 1
    where id = ${id} returning definition_revision as revision`.execute(db);
  return { outcome: 'saved', revision: rows[0]!.revision, version };
}

async function log(
  db: Kysely<Database>,
  id: string,
  version: number,
  entry: { definition: Definition; at: Date; by: string | null; changes: DefinitionChange[] },
): Promise<void> {
  await sql`
    insert into study_version (study_id, version, definition, made_at, made_by, changes)
    values (${id}, ${version}, ${jsonb(entry.definition)}, ${entry.at}, ${entry.by},
      ${jsonb(entry.changes)})
    on conflict do nothing`.execute(db);
}

/** A version of a study in its log. */
export interface StudyVersion {
  version: number;
  madeAt: Date;
  madeBy: string | null;
  changes: DefinitionChange[];
  /** Responses whose answers fit this version. */
  responses: number;
}

/** The versions of a study, newest first; empty while there is only the first. */
export async function studyVersions(db: Kysely<Database>, id: string): Promise<StudyVersion[]> {
  const { rows } = await sql<StudyVersion>`
    select v.version, v.made_at as "madeAt", v.made_by as "madeBy", v.changes,
      (select count(*) from response r where r.study_id = v.study_id
        and r.definition_version = v.version and r.withdrawn_at is null) as responses
    from study_version v where v.study_id = ${id} order by v.version desc`.execute(db);
  return rows;
}

/**
 * The versions of a study before its present one, newest first, that phones may still have on the
 * screen: those that were replaced after a moment.
 */
export async function earlierVersions(
  db: Kysely<Database>,
  { id, version }: { id: string; version: number },
  after: Date,
): Promise<{ version: number; definition: Definition }[]> {
  if (version === 1) return [];
  const { rows } = await sql<{ version: number; definition: Definition }>`
    select v.version, v.definition from study_version v
    join study_version next on next.study_id = v.study_id and next.version = v.version + 1
    where v.study_id = ${id} and v.version < ${version} and next.made_at > ${after}
    order by v.version desc limit 3`.execute(db);
  return rows;
}
