import { type Kysely, sql } from 'kysely';
import { answerCoder, FIELD, fittedRanking } from '../survey/answer-code.ts';
import type { Definition } from '../survey/definition.ts';
import { optionsOf } from '../survey/question-options.ts';
import { joinAnswers } from './ledger.ts';
import { loadStudy } from './load-study.ts';
import { jsonb } from './portable.ts';
import { betweenWriters, isBusy, stopWriters } from './response-writers.ts';
import type { Answers, Database } from './schema.ts';

const CHUNK = 1000;

/**
 * Brings the codes of a study's responses to the merges in force: in one transaction, exactly the
 * responses whose code changes get their new one, and the ledger a -1 entry for what it had counted
 * and a +1 entry for what counts now. So tallies stay sums, and an edit or a withdrawal later takes
 * back what was counted last. Doing it again changes nothing.
 *
 * Submissions that were checked before a merge may be stored after it: `stopWriters` lets them
 * finish first, and those that come later are coded anew by the study's revision.
 *
 * @returns how many responses changed; null when writers were too busy, and it should be tried again
 * @example
 * await recodeWriteIns(db, study.id) // 3
 */
export async function recodeWriteIns(
  db: Kysely<Database>,
  studyId: string,
): Promise<number | null> {
  try {
    await betweenWriters(() => db.transaction().execute(stopWriters));
  } catch (error) {
    if (isBusy(error)) return null;
    throw error;
  }
  return db.transaction().execute(async (transaction) => {
    const locked = await sql`select id from study where id = ${studyId} for update`.execute(
      transaction,
    );
    const study = locked.rows.length > 0 && (await loadStudy(transaction, byId(studyId)));
    if (!study) return 0;
    const words = await writtenQuestions(transaction, studyId);
    let changed = 0;
    for (let after = FIRST; words.length > 0;) {
      const { rows }: { rows: StoredRow[] } = await sql<StoredRow>`
        select id, entry, texts, code from response
        where study_id = ${studyId} and withdrawn_at is null and id > ${after}::uuid
          and texts ?| array(select jsonb_array_elements_text(${jsonb(words)}))
        order by id limit ${CHUNK} for update`.execute(transaction);
      changed += await recode(transaction, studyId, recodings(study.definition, rows));
      if (rows.length < CHUNK) break;
      after = rows.at(-1)!.id;
    }
    await sql`
      update write_in_merge set recoded_revision = ${study.definitionRevision}
      where study_id = ${studyId}`.execute(transaction);
    return changed;
  });
}

const FIRST = '00000000-0000-0000-0000-000000000000';

interface StoredRow {
  id: string;
  entry: Answers;
  texts: Answers | null;
  code: string | null;
}

/** Questions with merges in force or undone: only answers to them can have another code. */
async function writtenQuestions(db: Kysely<Database>, studyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('write_in_merge')
    .select('question')
    .distinct()
    .where('study_id', '=', studyId)
    .execute();
  return rows.map(({ question }) => question);
}

/** The responses whose stored code means something else than their answers do now. */
function recodings(
  definition: Definition,
  rows: readonly StoredRow[],
): { id: string; code: string }[] {
  const { questions, encode } = answerCoder(definition);
  const sizes = questions.map((question) =>
    question.kind === 'ranking' ? optionsOf(definition, question).length : null,
  );
  const fitted = (code: string) =>
    code
      .split(FIELD)
      .map((part, field) => {
        const size = sizes[field];
        return typeof size === 'number' ? fittedRanking(part, size) : part;
      })
      .join(FIELD);
  return rows.flatMap(({ id, entry, texts, code: stored }) => {
    const code = encode(joinAnswers(entry, texts));
    return code === fitted(stored ?? encode(entry)) ? [] : [{ id, code }];
  });
}

async function recode(
  db: Kysely<Database>,
  studyId: string,
  changes: readonly { id: string; code: string }[],
): Promise<number> {
  if (changes.length === 0) return 0;
  await sql`
    with change as materialized (
      select * from jsonb_to_recordset(${jsonb(changes)}) as change (id uuid, code text)
    ), prior as materialized (
      select r.* from response r
      where r.study_id = ${studyId} and r.id = any (array(select id from change))
    ), recoded as (
      update response r set code = change.code from change
      where r.study_id = ${studyId} and r.id = change.id
        and r.id = any (array(select id from change))
      returning r.id
    )
    insert into ledger (study_id, sign, locale, voice, table_name, round, event, mark, code, entry)
    select ${studyId}::uuid, -1, p.locale, p.voice, p.table_name, p.round, p.event, p.mark, p.code,
      case when p.code is null then p.entry end
    from prior p join recoded on recoded.id = p.id
    union all
    select ${studyId}::uuid, 1, p.locale, p.voice, p.table_name, p.round, p.event, p.mark,
      change.code, null
    from prior p join change on change.id = p.id`.execute(db);
  return changes.length;
}

function byId(id: string) {
  return sql`where s.id = ${id}`;
}
