import { type Kysely, sql } from 'kysely';
import type { MergeStep } from '../../survey/gaps/merge-log.ts';
import { jsonb } from '../portable.ts';
import type { Database } from '../schema.ts';

/** A decision about ideas and gaps, who made it and who took it back. */
export interface GapStep extends MergeStep {
  id: string;
  /** Where each stood before, by idea or gap. */
  before: Record<string, string | null>;
  madeAt: Date;
  madeBy: string | null;
  undoneAt: Date | null;
  undoneBy: string | null;
}

interface Decision {
  by: string | null;
  at: Date;
}

/** The decisions of a study in the order in which they were made. */
export async function gapSteps(db: Kysely<Database>, studyId: string): Promise<GapStep[]> {
  const rows = await db
    .selectFrom('gap_step')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('place')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ideas: row.ideas,
    gap: row.gap,
    into: row.into_gap,
    undone: row.undone_at !== null,
    before: row.before,
    madeAt: row.made_at,
    madeBy: row.made_by,
    undoneAt: row.undone_at,
    undoneBy: row.undone_by,
  }));
}

/** Adds a decision to the log. */
export async function addStep(
  db: Kysely<Database>,
  studyId: string,
  { ideas, gap, into, before }: Pick<GapStep, 'ideas' | 'gap' | 'into' | 'before'>,
  { by, at }: Decision,
): Promise<string> {
  const id = crypto.randomUUID();
  await sql`
    insert into gap_step (study_id, id, ideas, gap, into_gap, before, made_at, made_by)
    values (${studyId}::uuid, ${id}::uuid, ${jsonb(ideas)}, ${gap}, ${into}, ${jsonb(before)},
      ${at}::timestamptz, ${by})`.execute(db);
  return id;
}

/** Takes a decision back; the log keeps it. False when there is none, or it has been taken back. */
export async function undoStep(
  db: Kysely<Database>,
  studyId: string,
  id: string,
  { by, at }: Decision,
): Promise<boolean> {
  const { rows } = await sql`
    update gap_step set undone_at = ${at}::timestamptz, undone_by = ${by}
    where study_id = ${studyId}::uuid and id = ${id}::uuid and undone_at is null
    returning id`.execute(db);
  return rows.length > 0;
}

/** A gap that facilitators added to those of the study's list. */
export interface AddedGap {
  id: string;
  label: string;
}

/** The added gaps of a study, the oldest first. */
export async function addedGaps(db: Kysely<Database>, studyId: string): Promise<AddedGap[]> {
  return db
    .selectFrom('gap_item')
    .select(['id', 'label'])
    .where('study_id', '=', studyId)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

/** Adds a gap; false when another one has taken its id meanwhile. */
export async function addGap(
  db: Kysely<Database>,
  studyId: string,
  { id, label }: AddedGap,
  { by, at }: Decision,
): Promise<boolean> {
  const { rows } = await sql`
    insert into gap_item (study_id, id, label, made_at, made_by)
    values (${studyId}::uuid, ${id}, ${label}, ${at}::timestamptz, ${by})
    on conflict do nothing returning id`.execute(db);
  return rows.length > 0;
}
