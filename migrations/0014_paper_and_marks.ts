import { type Kysely, sql } from 'kysely';

/**
 * What people came as becomes part of their answers, and answers can come on paper.
 *
 * `mark` is null for participants and for tables. `channel` is null for what somebody sent
 * themselves; `sheet` is the number that is printed on a sheet of paper.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table response
      add column mark text check (mark in ('team', 'expert')),
      add column channel text check (channel = 'paper'),
      add column entered_by text,
      add column sheet text`.execute(db);
  await sql`alter table ledger add column mark text`.execute(db);
  await sql`
    create index response_sheet on response (study_id, event, sheet)
    where sheet is not null`.execute(db);
  // Marks were known from seats only: what they stand on is counted over, as after any change.
  await sql`
    update response r set mark = coalesce(p.mark, a.mark)
    from room_answer a
    left join room_person p on p.study_id = a.study_id and p.id = a.person_id
    where r.study_id = a.study_id and r.id = a.response_id and r.voice = 'individual'
      and r.withdrawn_at is null and coalesce(p.mark, a.mark) in ('team', 'expert')`.execute(db);
  await sql`
    insert into ledger (study_id, sign, locale, voice, table_name, round, event, mark, code, entry)
    select r.study_id, s.sign, r.locale, r.voice, r.table_name, r.round, r.event,
      case when s.sign > 0 then r.mark end, r.code, case when r.code is null then r.entry end
    from response r cross join (values (-1), (1)) as s (sign)
    where r.mark is not null`.execute(db);

  // A table that is done: what it has said stays as it is until it is unlocked.
  await sql`alter table room_table add column locked_at timestamptz`.execute(db);
}
