import { type Kysely, sql } from 'kysely';

/**
 * What designers decide about a study's curriculum, and how stable a curriculum is: the latter is
 * kept by what it stands on, so that nothing is worked out twice.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table plan (
      study_id uuid not null primary key references study (id) on delete cascade,
      revision integer not null,
      settings jsonb not null,
      changed_at timestamptz not null,
      changed_by text
    )`.execute(db);

  // `worked_at` tells a computation that is under way from one whose process has ended; `run` names
  // the one that may write.
  await sql`
    create table plan_stability (
      study_id uuid not null references study (id) on delete cascade,
      basis text not null,
      run uuid not null,
      state text not null check (state in ('running', 'done', 'failed')),
      done integer not null default 0,
      samples integer not null,
      drawn jsonb,
      result jsonb,
      worked_at timestamptz not null,
      primary key (study_id, basis)
    )`.execute(db);
}
