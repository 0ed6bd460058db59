import { type Kysely, sql } from 'kysely';
import type { Definition } from '../survey/definition.ts';
import type { Text } from '../survey/language.ts';
import { optionsOf } from '../survey/question-options.ts';
import { type StudyRow, summaryColumns, summaryOf } from './load-study.ts';
import { jsonb } from './portable.ts';
import type { Database } from './schema.ts';
import type { StudySummary } from './studies.ts';

/** A study that asks something of what another one asks. */
export type RelatedStudy = Pick<
  StudySummary,
  'id' | 'organisationId' | 'partners' | 'joinCode' | 'createdAt' | 'title'
>;

/** So many of the newest studies are looked at. */
const NEWEST = 300;

/**
 * Studies of the same template, and those that rank or rate an item under the same question; the
 * same template first, then the newest. The study itself is not among them.
 *
 * @param list whose studies: those that an organisation owns or shares, or a single one
 * @example
 * (await relatedStudies(db, study, { organisationId, studyId: null })).map(({ title }) => title)
 */
export async function relatedStudies(
  db: Kysely<Database>,
  { id, definition }: { id: string; definition: Definition },
  list: { organisationId: string; studyId: string | null },
): Promise<RelatedStudy[]> {
  const { rows } = await sql<StudyRow & { title: Text }>`
    select ${summaryColumns}, s.definition -> 'title' as title
    from (
      select * from study s
      where (s.organisation_id = ${list.organisationId} or exists (
          select from study_partner p
          where p.study_id = s.id and p.organisation_id = ${list.organisationId}))
        ${list.studyId === null ? sql`` : sql`and s.id = ${list.studyId}`}
      order by s.created_at desc
      limit ${NEWEST}
    ) s
    where s.id <> ${id} and (s.definition ->> 'id' = ${definition.id} or exists (
      select from jsonb_array_elements(s.definition -> 'questions') q,
        jsonb_array_elements(coalesce(q -> 'options', q -> 'rows',
          s.definition -> 'lists' -> coalesce(q ->> 'optionsFrom', q ->> 'rowsFrom'))) item
      where (q ->> 'id') || ' ' || (item ->> 'id')
        in (select jsonb_array_elements_text(${jsonb(itemsIn(definition))}))))
    order by (s.definition ->> 'id' = ${definition.id}) desc, s.created_at desc`.execute(db);
  return rows.map((row) => ({ ...summaryOf(row), title: row.title }));
}

/** The items that a study ranks or rates, each with its question. */
function itemsIn(definition: Definition): string[] {
  return definition.questions.flatMap((question) =>
    question.kind === 'ranking' || question.kind === 'rating-matrix'
      ? optionsOf(definition, question).map(({ id }) => `${question.id} ${id}`)
      : [],
  );
}
