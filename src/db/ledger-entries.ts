import { type Kysely, sql } from 'kysely';
import { answerCoder, RECORD } from '../survey/answer-code.ts';
import type { Definition } from '../survey/definition.ts';
import type { ResponseMark } from '../survey/respondent.ts';
import type { CodeGroup } from '../survey/study-tally.ts';
import type { Answers, Database, Voice } from './schema.ts';
import { between, type LedgerState } from './watermark.ts';

const CHUNK = 4000;
const BATCH = 500;

interface Row {
  sign: 1 | -1;
  locale: string;
  voice: Voice;
  table_name: string | null;
  round: number;
  event: string | null;
  mark: ResponseMark | null;
  codes: string | null;
  entries: Answers[] | null;
  last: string;
  size: number;
}

/**
 * The coded entries of a study's ledger after one state up to another, in chunks of up to 4,000,
 * grouped by all that they share, so that any number of them fits into memory.
 *
 * @example
 * for await (const groups of ledgerEntries(db, study, NOTHING, head.now)) tally.add(groups);
 */
export async function* ledgerEntries(
  db: Kysely<Database>,
  { id, definition }: { id: string; definition: Definition },
  from: LedgerState,
  to: LedgerState,
): AsyncGenerator<CodeGroup[], void, undefined> {
  const { encode } = answerCoder(definition);
  let [xid, entry] = [from.split(':')[0]!, '0'];
  for (;;) {
    const { rows } = await sql<Row>`
      with chunk as materialized (
        select l.* from ledger l
        where l.study_id = ${id} and (l.xid, l.id) > (${xid}::xid8, ${entry}::bigint)
          and ${between(from, to)}
        order by l.xid, l.id
        limit ${CHUNK}
      )
      select sign, locale, voice, table_name, round, event, mark,
        string_agg(code, ${RECORD}) as codes,
        json_agg(entry) filter (where code is null) as entries,
        (select xid::text || ' ' || id from chunk order by chunk.xid desc, chunk.id desc limit 1)
          as last,
        (select count(*) from chunk) as size
      from chunk
      group by sign, locale, voice, table_name, round, event, mark`.execute(db);
    const [first] = rows;
    if (!first) return;
    yield* batches(rows, encode);
    // An embedded database answers without ever going back to the event loop: requests wait there.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (first.size < CHUNK) return;
    [xid, entry] = first.last.split(' ') as [string, string];
  }
}

/** So many groups have so many slices that counting these costs more than counting answers. */
const MANY_GROUPS = 100;

/**
 * The codes of a chunk, some at a time: what lives for a moment only costs no memory. Small groups
 * go together, since each batch costs what its slices do: 400 tables make thousands of groups.
 */
function* batches(
  rows: readonly Row[],
  encode: (answers: Answers) => string,
): Generator<CodeGroup[], void, undefined> {
  const most = rows.length < MANY_GROUPS ? BATCH : CHUNK;
  let batch: CodeGroup[] = [];
  let size = 0;
  for (const { sign, locale, voice, table_name, round, event, mark, codes, entries } of rows) {
    const group = { sign, locale, voice, table: table_name, round, event, mark };
    for (const some of listsOf(codes, entries?.map(encode))) {
      batch.push({ ...group, codes: some });
      size += some.length;
      if (size < most) continue;
      yield batch;
      [batch, size] = [[], 0];
    }
  }
  if (size > 0) yield batch;
}
/** The codes of a group in lists of up to 500. */
function* listsOf(
  codes: string | null,
  encoded: string[] | undefined,
): Generator<string[], void, undefined> {
  if (encoded) yield encoded;
  for (let start = 0; codes !== null && start <= codes.length;) {
    const list: string[] = [];
    while (list.length < BATCH && start <= codes.length) {
      const end = codes.indexOf(RECORD, start);
      list.push(codes.slice(start, end < 0 ? undefined : end));
      start = end < 0 ? codes.length + 1 : end + 1;
    }
    yield list;
  }
}
