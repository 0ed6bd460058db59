import { type Kysely, sql } from 'kysely';

/**
 * What designers decide about answers in people's own words: which write-ins count as which
 * option, and which texts belong to which theme. Texts are named by their key, never by their
 * words: those stay with the response, so that a withdrawal erases them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The log is the table: a merge that was undone stays. `item` is the option that a merge made.
  // `recoded_revision`: the revision of the study that the stored codes were last brought to.
  await sql`
    create table write_in_merge (
      study_id uuid not null references study (id) on delete cascade,
      id uuid not null,
      place integer generated always as identity,
      question text not null,
      keys jsonb not null,
      target text not null,
      item jsonb,
      merged_at timestamptz not null,
      merged_by text,
      undone_at timestamptz,
      undone_by text,
      recoded_revision integer not null default 0,
      primary key (study_id, id)
    )`.execute(db);

  await sql`
    create table theme (
      study_id uuid not null references study (id) on delete cascade,
      question text not null,
      id text not null,
      label text not null,
      created_at timestamptz not null,
      primary key (study_id, question, id)
    )`.execute(db);
  await sql`
    create table theme_code (
      study_id uuid not null references study (id) on delete cascade,
      question text not null,
      text_key text not null,
      theme text not null,
      primary key (study_id, question, text_key, theme)
    )`.execute(db);
  // `keys` are those that the step really changed, so that undoing it touches nothing else.
  await sql`
    create table theme_step (
      study_id uuid not null references study (id) on delete cascade,
      id uuid not null,
      place integer generated always as identity,
      question text not null,
      theme text not null,
      adds boolean not null,
      keys jsonb not null,
      made_at timestamptz not null,
      made_by text,
      undone_at timestamptz,
      undone_by text,
      primary key (study_id, id)
    )`.execute(db);
}
