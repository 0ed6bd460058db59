import { type Kysely, sql } from 'kysely';
import { jsonb } from './portable.ts';
import type { Answers, Database } from './schema.ts';

/** An answer that was given to try a study out. */
export interface TestResponse {
  id: string;
  revision: number;
  locale: string;
  answers: Answers;
  at: Date;
}

/**
 * Keeps a test answer apart from all responses, so that nothing can count it.
 *
 * @returns whether it is new
 */
export async function putTestResponse(
  db: Kysely<Database>,
  studyId: string,
  { id, revision, locale, answers, at }: TestResponse,
): Promise<boolean> {
  const { rows } = await sql<{ added: boolean }>`
    insert into test_response (study_id, id, revision, locale, answers, created_at)
    values (${studyId}, ${id}, ${revision}, ${locale}, ${jsonb(answers)}, ${at})
    on conflict (study_id, id) do update set
      revision = excluded.revision, locale = excluded.locale, answers = excluded.answers
    returning xmax = 0 as added`.execute(db);
  return rows[0]!.added;
}

/** How many test answers a study has. */
export async function countTestResponses(db: Kysely<Database>, studyId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from test_response where study_id = ${studyId}`.execute(db);
  return rows[0]!.n;
}

/** Deletes all test answers of a study. */
export async function deleteTestResponses(db: Kysely<Database>, studyId: string): Promise<void> {
  await db.deleteFrom('test_response').where('study_id', '=', studyId).execute();
}
