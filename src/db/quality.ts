import { type Kysely, sql } from 'kysely';
import { type ReviewedResponse, takesAnswers } from '../survey/quality-signs.ts';
import { answerCoder } from '../survey/answer-code.ts';
import type { ResponseMark } from '../survey/respondent.ts';
import type { Definition } from '../survey/definition.ts';
import { joinAnswers } from './ledger.ts';
import type { Answers, Database, Voice } from './schema.ts';

/** A response to look at, with all that results know of it. */
export interface QualityRow extends ReviewedResponse {
  id: string;
  locale: string;
  table: string | null;
  event: string | null;
  mark: ResponseMark | null;
}

interface Row {
  id: string;
  locale: string;
  voice: Voice;
  table_name: string | null;
  round: number;
  event: string | null;
  mark: ResponseMark | null;
  entry: Answers | null;
  texts: Answers | null;
  shown: Record<string, string[]> | null;
  code: string | null;
  seconds: number | null;
  created_at: Date;
}

const CHUNK = 1000;

type RatedStudy = { id: string; definition: Definition };

/**
 * All responses to a study with what signs of their quality are read from, in chunks, in the order
 * of their random ids. Of their answers only those that signs need besides the codes are there:
 * reading the others would take most of the time. Personal answers are not among them.
 */
export function reviewedRows(
  db: Kysely<Database>,
  study: RatedStudy,
): AsyncGenerator<QualityRow[], void, undefined> {
  return readRows(db, study, study.definition.questions.some(takesAnswers));
}

/** The same responses with all their answers. */
export function qualityRows(
  db: Kysely<Database>,
  study: RatedStudy,
): AsyncGenerator<QualityRow[], void, undefined> {
  return readRows(db, study, true);
}

async function* readRows(
  db: Kysely<Database>,
  { id: studyId, definition }: RatedStudy,
  whole: boolean,
): AsyncGenerator<QualityRow[], void, undefined> {
  const { encode } = answerCoder(definition);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows }: { rows: Row[] } = await sql<Row>`
      select id, locale, voice, table_name, round, event, mark, texts, shown, code,
        case when code is null or ${whole}::boolean then entry end as entry, (flags ->> 'seconds')::int as seconds, created_at
      from response
      where study_id = ${studyId} and withdrawn_at is null and id > ${after}::uuid
      order by id
      limit ${CHUNK}`.execute(db);
    yield rows.map(({ entry, texts, code, shown, table_name, created_at, ...row }) => ({
      ...row,
      answers: entry ? joinAnswers(entry, texts) : (texts ?? {}),
      code: code ?? encode(entry ?? {}),
      shown: shown ?? {},
      table: table_name,
      at: created_at.getTime(),
    }));
    // An embedded database answers without ever going back to the event loop: requests wait there.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (rows.length < CHUNK) return;
    after = rows.at(-1)!.id;
  }
}
