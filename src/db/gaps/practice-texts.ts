import { type Kysely, sql } from 'kysely';
import type { Answers, Database } from '../schema.ts';

/** What somebody wrote about a practice, with their answers that can be counted. */
export interface PracticeText {
  text: string;
  answers: Answers;
}

/** More are not looked at. */
const MOST_TEXTS = 2000;

/**
 * What people and tables wrote in answer to a question, in no telling order. A voice of which fewer
 * than `minCell` answered shows nothing, as in its results.
 */
export async function practiceTexts(
  db: Kysely<Database>,
  studyId: string,
  question: string,
  minCell: number,
): Promise<PracticeText[]> {
  const { rows } = await sql<{ words: unknown; answers: Answers | null }>`
    with answer as materialized (
      select r.id, r.voice, r.texts -> ${question}::text as words, r.entry as answers
      from response r
      where r.study_id = ${studyId} and r.withdrawn_at is null and r.texts ? ${question}::text
    )
    select words, answers from answer
    where voice in (select voice from answer group by voice having count(*) >= ${minCell})
    order by id
    limit ${MOST_TEXTS}`.execute(db);
  return rows.flatMap(({ words, answers }) =>
    [words]
      .flat()
      .filter((text): text is string => typeof text === 'string' && text.trim() !== '')
      .map((text) => ({ text, answers: answers ?? {} })),
  );
}
