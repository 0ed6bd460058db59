import { type Kysely, sql } from 'kysely';
import { answerCoder, RECORD } from '../survey/answer-code.ts';
import type { ResponseMark } from '../survey/respondent.ts';
import { packSlices } from '../survey/packed-slices.ts';
import { addEntries, steppedStudy, type SteppedStudy } from '../survey/stepped-tally.ts';
import { type CodeGroup, tallyShapeName } from '../survey/study-tally.ts';
import { joinAnswers } from './ledger.ts';
import { ledgerEntries } from './ledger-entries.ts';
import type { FoldedStudy } from './fold.ts';
import type { Answers, Database, Voice } from './schema.ts';
import { readStudyTallies } from './tally-snapshot.ts';
import { NOTHING, tallyHead } from './watermark.ts';

/** Where stored tallies differ from a recount, and how many responses were counted. */
export interface Verification {
  responses: number;
  /** `question by segment` of each cell that is wrong; empty when all is right. */
  wrong: string[];
}

/**
 * Counts the responses of a study themselves, without the ledger, and compares: the stored tallies
 * and the entries that they don't cover yet have to add up to the same. Everything is read as of
 * one moment, so that it can run while people answer.
 *
 * @example
 * (await verifyTallies(db, study)).wrong // []
 */
export async function verifyTallies(
  db: Kysely<Database>,
  study: FoldedStudy,
): Promise<Verification> {
  const { definition } = study;
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const head = await tallyHead(transaction, study.id, tallyShapeName(definition));
      if (!head) return { responses: 0, wrong: [] };
      const known =
        head.valid && head.written
          ? await readStudyTallies(transaction, study, head.written)
          : null;
      const folded = known?.tallies ?? steppedStudy(definition);
      // Nothing held back: with a step of one, all that waits is shown.
      addEntries(definition, folded, [], 1);
      const since = ledgerEntries(transaction, study, known ? head.state : NOTHING, head.now);
      for await (const groups of since) addEntries(definition, folded, groups, 1);
      const recounted = steppedStudy(definition);
      let responses = 0;
      for await (const groups of responseCodes(transaction, study)) {
        addEntries(definition, recounted, groups, 1);
        responses += groups.reduce((sum, { codes }) => sum + codes.length, 0);
      }
      return { responses, wrong: differences(folded, recounted) };
    });
}

function differences(stored: SteppedStudy, recounted: SteppedStudy): string[] {
  const wrong: string[] = [];
  for (const [question, { segments }] of recounted) {
    for (const [segment, slices] of segments) {
      const own = stored.get(question)?.segments.get(segment) ?? null;
      // Too many values are not kept; how many there have been depends on edits.
      if (!own || !slices) continue;
      if (packSlices(own) !== packSlices(slices)) wrong.push(`${question} by ${segment}`);
    }
  }
  return wrong;
}

const CHUNK = 10_000;

/** The answers of all responses, coded from what is stored as answers. */
async function* responseCodes(
  db: Kysely<Database>,
  { id, definition }: FoldedStudy,
): AsyncGenerator<CodeGroup[], void, undefined> {
  const { encode } = answerCoder(definition);
  let after: string | null = null;
  for (;;) {
    const { rows }: { rows: ResponseRow[] } = await sql<ResponseRow>`
      select id, locale, voice, table_name, round, event, mark, entry, texts from response
      where study_id = ${id} and withdrawn_at is null
        and id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
      order by id
      limit ${CHUNK}`.execute(db);
    if (rows.length > 0) {
      yield rows.map((row) => ({
        sign: 1,
        locale: row.locale,
        voice: row.voice,
        table: row.table_name,
        round: row.round,
        event: row.event,
        mark: row.mark,
        codes: encode(joinAnswers(row.entry, row.texts)).split(RECORD),
      }));
    }
    if (rows.length < CHUNK) return;
    after = rows.at(-1)!.id;
  }
}

interface ResponseRow {
  id: string;
  locale: string;
  voice: Voice;
  table_name: string | null;
  round: number;
  event: string | null;
  mark: ResponseMark | null;
  entry: Answers;
  texts: Answers | null;
}
