import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

/** What people wrote in answer to one question, each text once, and how many gave it. */
export interface WrittenTexts {
  /** Responses that answered the question, of the voices that are enough to be shown. */
  answered: number;
  texts: { text: string; n: number }[];
}

/**
 * The texts or write-ins of a question. A voice of which fewer than `minCell` answered shows
 * nothing, as in its results. Never for a personal question: its answers are not among the texts.
 *
 * @example
 * await writtenTexts(db, study.id, 'topics', 5) // { answered: 40, texts: [{ text: 'GIS', n: 3 }] }
 */
export async function writtenTexts(
  db: Kysely<Database>,
  studyId: string,
  question: string,
  minCell: number,
): Promise<WrittenTexts> {
  const { rows } = await sql<{ text: string | null; n: number }>`
    with answer as materialized (
      select r.voice, r.texts -> ${question}::text as words from response r
      where r.study_id = ${studyId} and r.withdrawn_at is null
        and (r.entry ? ${question}::text or r.texts ? ${question}::text)
    ), voice as materialized (
      select voice, count(*) as answered from answer group by voice having count(*) >= ${minCell}
    )
    select null as text, coalesce(sum(answered), 0)::int as n from voice
    union all
    select word.text, count(*)::int as n
    from answer join voice on voice.voice = answer.voice
    cross join lateral jsonb_array_elements_text(
      case jsonb_typeof(answer.words) when 'array' then answer.words when 'string'
        then jsonb_build_array(answer.words) else '[]'::jsonb end
    ) as word (text)
    where trim(word.text) <> ''
    group by word.text`.execute(db);
  const answered = rows.find(({ text }) => text === null)?.n ?? 0;
  return { answered, texts: rows.flatMap(({ text, n }) => (text === null ? [] : [{ text, n }])) };
}
