import { type Kysely, sql } from 'kysely';
import type { Definition } from '../survey/definition.ts';
import type { ImportedResponse } from '../survey/import/imported.ts';
import { type AppendOutcome, appendResponses, type NewResponse } from './append-responses.ts';
import { currentTallies } from './current-tallies.ts';
import type { Database } from './schema.ts';
import { createStudy, findStudy, setStudyStatus, type Study } from './studies.ts';

/** What an import did: `known` responses had been stored before and were left as they are. */
export interface ImportOutcome {
  added: number;
  known: number;
}

const BATCH = 500;

/** Nobody holds a receipt for an imported or generated response; no real hash is this long. */
const NO_RECEIPT = 'no receipt was given out';

/**
 * Stores the responses of a file, all or none, along the way of every submission. Their ids follow
 * from the study, the file's content and the place in it, so the same file changes nothing the
 * second time. A draft or closed study takes them too, and stays a draft or closed.
 *
 * @param content the file's text
 * @throws when the study or its definition changes meanwhile
 */
export async function importResponses(
  db: Kysely<Database>,
  study: Study,
  responses: readonly ImportedResponse[],
  { content, now }: { content: string; now: Date },
): Promise<ImportOutcome> {
  const file = await digest(content);
  const stored = [];
  for (const { key, answers, locale, voice, table, round, event, mark = null } of responses) {
    const id = uuidOf(await digest(`${study.id} ${hex(file)} ${key}`));
    stored.push({ id, answers, shown: {}, locale, voice, table, round, event, mark, at: now });
  }
  return storeResponses(db, study, stored);
}

/**
 * A study and the responses that it was made for, both or neither. The study ends up closed: its
 * results can be read, and nobody joins it by chance.
 */
export async function importStudy(
  db: Kysely<Database>,
  { definition, responses }: { definition: Definition; responses: readonly ImportedResponse[] },
  { content, now, organisationId }: { content: string; now: Date; organisationId?: string },
): Promise<{ study: Study; outcome: ImportOutcome }> {
  const made = await db.transaction().execute(async (transaction) => {
    const draft = await createStudy(transaction, {
      definition,
      now,
      ...(organisationId !== undefined && { organisationId }),
    });
    const outcome = await importResponses(transaction, draft, responses, { content, now });
    await setStudyStatus(transaction, draft.id, 'open', now);
    await setStudyStatus(transaction, draft.id, 'closed', now);
    return { study: { ...draft, status: 'closed' as const }, outcome };
  });
  await countNow(db, made.study);
  return made;
}

/**
 * Counts what has been stored, so that whoever looks at the results first doesn't wait for it.
 * Nothing is lost where that fails: readers count what isn't counted yet.
 */
export async function countNow(db: Kysely<Database>, study: Study): Promise<void> {
  await currentTallies(db, study).catch(() => {});
}

/** A response that comes from no phone: without revisions and without a receipt. */
export type BulkResponse = Omit<NewResponse, 'revision' | 'receiptHash'>;

/** Stores many responses with ids of their own in one transaction; see `importResponses`. */
export async function storeResponses(
  db: Kysely<Database>,
  study: Study,
  responses: readonly BulkResponse[],
): Promise<ImportOutcome> {
  const stored = await together(db, async (transaction) => {
    const outcomes = new Map<AppendOutcome, number>();
    await setStatus(transaction, study.id, study.status, 'open');
    for (let start = 0; start < responses.length; start += BATCH) {
      const batch = responses.slice(start, start + BATCH);
      const ready = batch.map((response) => ({
        ...response,
        revision: 1,
        receiptHash: NO_RECEIPT,
      }));
      for (const outcome of await appendResponses(transaction, study, ready)) {
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
    }
    await setStatus(transaction, study.id, 'open', study.status);
    if (outcomes.has('closed') || outcomes.has('changed')) throw new StudyChangedError();
    const added = outcomes.get('added') ?? 0;
    return { added, known: responses.length - added };
  });
  if (!db.isTransaction) await countNow(db, study);
  return stored;
}

/** Runs in the transaction that `db` is, or in one of its own. */
function together<T>(db: Kysely<Database>, run: (db: Kysely<Database>) => Promise<T>): Promise<T> {
  return db.isTransaction ? run(db) : db.transaction().execute(run);
}

/** Somebody opened, closed, changed or deleted the study while responses were being stored. */
export class StudyChangedError extends Error {
  constructor() {
    super('The study was changed meanwhile, and nothing was stored: try again.');
    this.name = 'StudyChangedError';
  }
}

/** Seen by nobody else before the transaction ends, and then it is as it was. */
async function setStatus(
  transaction: Kysely<Database>,
  id: string,
  from: Study['status'],
  to: Study['status'],
): Promise<void> {
  if (from === to && (await findStudy(transaction, id))?.status === from) return;
  const { rows } = await sql`
    update study set status = ${to} where id = ${id} and status = ${from} returning id`.execute(
    transaction,
  );
  if (rows.length === 0) throw new StudyChangedError();
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A version-8 UUID, the kind for values of an application's own making. */
function uuidOf(bytes: Uint8Array): string {
  const own = bytes.slice(0, 16);
  own[6] = (own[6]! & 0x0f) | 0x80;
  own[8] = (own[8]! & 0x3f) | 0x80;
  return hex(own).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
