import { type Kysely, sql } from 'kysely';

/**
 * Gaps and barriers: ideas that people send, the gaps that facilitators merge them into, and the
 * register of good practice. Ideas are never changed: what they belong to is what the steps say.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `event_key` and `table_key` as answers carry them; nobody's name, and no link to a person.
  await sql`
    create table gap_idea (
      study_id uuid not null references study (id) on delete cascade,
      id uuid not null,
      place integer generated always as identity,
      text text not null,
      event_key text,
      table_key text,
      sent_at timestamptz not null,
      primary key (study_id, id)
    )`.execute(db);

  await sql`
    create table gap_item (
      study_id uuid not null references study (id) on delete cascade,
      id text not null,
      label text not null,
      made_at timestamptz not null,
      made_by text,
      primary key (study_id, id)
    )`.execute(db);

  // The log is the table: either ideas (by key) or one gap go into a gap; null takes ideas out.
  // `before` is where each stood when the step was made.
  await sql`
    create table gap_step (
      study_id uuid not null references study (id) on delete cascade,
      id uuid not null,
      place integer generated always as identity,
      ideas jsonb not null,
      gap text,
      into_gap text,
      before jsonb not null,
      made_at timestamptz not null,
      made_by text,
      undone_at timestamptz,
      undone_by text,
      primary key (study_id, id)
    )`.execute(db);

  await sql`
    create table gap_practice (
      study_id uuid not null references study (id) on delete cascade,
      id uuid not null,
      status text not null check (status in ('proposed', 'published', 'hidden')),
      facts jsonb not null,
      revision integer not null default 1,
      made_at timestamptz not null,
      made_by text,
      changed_at timestamptz not null,
      changed_by text,
      primary key (study_id, id)
    )`.execute(db);
}
