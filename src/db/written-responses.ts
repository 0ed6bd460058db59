import { type Kysely, sql } from 'kysely';
import { answerCoder } from '../survey/answer-code.ts';
import type { ResponseMark } from '../survey/respondent.ts';
import type { WrittenResponse } from '../survey/slice-texts.ts';
import { unmergedWords } from '../survey/write-in-merge.ts';
import type { FoldedStudy } from './fold.ts';
import type { Answers, Database, Voice } from './schema.ts';

interface Row {
  id: string;
  locale: string;
  voice: Voice;
  table_name: string | null;
  round: number;
  event: string | null;
  mark: ResponseMark | null;
  code: string | null;
  entry: Answers | null;
  words: unknown;
}

const CHUNK = 1000;

/**
 * Responses with their codes and with what was written in answer to one question, in the order of
 * their random ids, so that the first so many are a fair sample.
 */
export async function* writtenResponses(
  db: Kysely<Database>,
  { id: studyId, definition }: FoldedStudy,
  question: string,
): AsyncGenerator<(WrittenResponse & { id: string })[], void, undefined> {
  const { encode } = answerCoder(definition);
  const asked = definition.questions.find(({ id }) => id === question)!;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows }: { rows: Row[] } = await sql<Row>`
      select id, locale, voice, table_name, round, event, mark, code,
        texts -> ${question}::text as words,
        case when code is null then entry end as entry
      from response
      where study_id = ${studyId} and withdrawn_at is null and id > ${after}::uuid
      order by id
      limit ${CHUNK}`.execute(db);
    yield rows.map(({ id, table_name, code, entry, words, locale, voice, round, event, mark }) => ({
      id,
      locale,
      voice,
      table: table_name,
      round,
      event,
      mark,
      code: code ?? encode(entry ?? {}),
      words: Array.isArray(words) ? unmergedWords(asked, words.map(String)) : [],
    }));
    if (rows.length < CHUNK) return;
    after = rows.at(-1)!.id;
  }
}
