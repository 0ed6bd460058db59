import type { Kysely } from 'kysely';
import { FIELD } from '../survey/answer-code.ts';
import { change, type NetChanges } from '../survey/net-changes.ts';
import { asksQuality, type Filter } from '../survey/results-query.ts';
import type { Voice } from '../survey/respondent.ts';
import { identityOf, type LedgerEntry } from '../survey/stepped-tally.ts';
import { tallyShapeName } from '../survey/study-tally.ts';
import type { FoldedStudy } from './fold.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { qualityOf } from './quality-of.ts';
import { MOST_SAMPLED, questionResults } from './question-results.ts';
import type { Database } from './schema.ts';
import { type TallyHead, tallyHead } from './watermark.ts';
import { writtenResponses } from './written-responses.ts';

/** One response as codes: a field for each countable question (`answerCoder`). */
export type CountedResponse = Omit<LedgerEntry, 'sign' | 'code'> & { row: readonly string[] };

/** Responses, all of them or a random sample. */
export interface CountedResponses {
  responses: CountedResponse[];
  /** Of how many the responses are a sample; `null` where they are all. */
  sampleOf: number | null;
}

/**
 * The responses that the figures of several questions show: what takes two answers of one person
 * together moves with the figures of each, and no response is in it that one of them holds back.
 * `null` where too little can be told apart, as in crossed results of a running study. Where a
 * filter leaves flagged answers out, each tells whether it is flagged.
 *
 * @param asked the questions, whose answers they are, and the filters that results have
 * @example
 * const counted = await countedResponses(db, study, { questions: ['importance', 'level'], where: [], voice: 'individual' }, head);
 * counted?.responses.length // 146
 */
export async function countedResponses(
  db: Kysely<Database>,
  study: FoldedStudy,
  asked: { questions: readonly string[]; where: readonly Filter[]; voice: Voice },
  head: TallyHead,
): Promise<CountedResponses | null> {
  const unseen: NetChanges = new Map();
  for (const question of asked.questions) {
    const query = { question, by: null, where: asked.where, voice: asked.voice };
    const { waiting } = await questionResults(db, study, query, head);
    if (!waiting) return null;
    const own: NetChanges = new Map();
    for (const entry of waiting) if (entry.sign > 0) change(own, identityOf(entry), 1);
    for (const [key, count] of own) unseen.set(key, Math.max(count, unseen.get(key) ?? 0));
  }
  const [first] = asked.questions;
  if (first === undefined) return { responses: [], sampleOf: null };
  const quality = asksQuality({ by: null, where: asked.where });
  const flagged = quality ? ((await qualityOf(db, study))?.flagged ?? null) : null;
  // One moment for both: a response that is read must be known to be seen or unseen.
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const shape = tallyShapeName(study.definition);
      const now = (await tallyHead(transaction, study.id, shape))?.now ?? head.state;
      for await (const groups of ledgerEntries(transaction, study, head.state, now)) {
        for (const { codes, ...group } of groups) {
          if (group.sign < 0) continue;
          for (const code of codes) change(unseen, identityOf({ ...group, code }), 1);
        }
      }
      const seen = { unseen, counted: head.counted, flagged };
      return read(transaction, study, first, asked.voice, seen);
    });
}

async function read(
  db: Kysely<Database>,
  study: FoldedStudy,
  question: string,
  voice: Voice,
  {
    unseen,
    counted,
    flagged,
  }: { unseen: NetChanges; counted: number; flagged: ReadonlyMap<string, unknown> | null },
): Promise<CountedResponses> {
  const responses: CountedResponse[] = [];
  let looked = 0;
  for await (const chunk of writtenResponses(db, study, question)) {
    looked += chunk.length;
    for (const { id, words: _, code, ...response } of chunk) {
      const entry: Omit<LedgerEntry, 'sign'> = { ...response, code };
      const identity = identityOf(entry);
      if ((unseen.get(identity) ?? 0) > 0) change(unseen, identity, -1);
      else if (response.voice === voice) {
        const quality = flagged && { flagged: flagged.has(id) };
        responses.push({ ...response, ...quality, row: code.split(FIELD) });
      }
    }
    if (looked >= MOST_SAMPLED) break;
  }
  return { responses, sampleOf: looked >= MOST_SAMPLED && counted > looked ? counted : null };
}
