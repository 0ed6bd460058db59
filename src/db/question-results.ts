import type { Kysely } from 'kysely';
import { asksQuality, type ResultsQuery } from '../survey/results-query.ts';
import { type CodedTexts, gatherSliceTexts } from '../survey/slice-texts.ts';
import type { LedgerEntry, SteppedQuestion } from '../survey/stepped-tally.ts';
import { type DocumentTallies, documentTallies, segmentsFor } from '../survey/tally-results.ts';
import { tallyShapeName } from '../survey/study-tally.ts';
import { crossedTallies, flaggedTallies } from './crossed-tallies.ts';
import type { FoldedStudy } from './fold.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { qualityOf } from './quality-of.ts';
import type { Database } from './schema.ts';
import { readQuestionTallies } from './tally-snapshot.ts';
import { type LedgerState, type TallyHead, tallyHead } from './watermark.ts';
import { writtenResponses } from './written-responses.ts';

/** The counts of one document, and which responses they don't show yet. */
export interface QuestionResults {
  tallies: DocumentTallies;
  release: number;
  /** Entries that are counted but wait; null where more than can be told apart is kept back. */
  waiting: readonly LedgerEntry[] | null;
}

/**
 * The counts that answer a query, as the tallies of `head` or newer ones have them: from the stored
 * tallies at the same cost for any number of responses, or from the ledger's codes where a query
 * crosses segments or leaves flagged answers out.
 *
 * @throws RangeError for a query of flagged answers where there are too many responses to look at
 */
export async function questionResults(
  db: Kysely<Database>,
  study: FoldedStudy,
  query: ResultsQuery,
  head: TallyHead,
): Promise<QuestionResults> {
  const { definition } = study;
  const segments = segmentsFor(definition, query);
  const stored = await readQuestionTallies(db, study, query.question, segments ?? []);
  const waiting = stored?.question.waiting ?? [];
  const tallies = stored && segments && documentTallies(definition, query, stored.question);
  if (tallies) {
    const release = stored.release;
    return { tallies, release, waiting: isHolding(stored.question) ? null : waiting };
  }
  const { release } = head;
  if (asksQuality(query)) {
    return { tallies: await flaggedTallies(db, study, query, head, waiting), release, waiting };
  }
  const crossed = await crossedTallies(db, study, query, head);
  const isAll = head.status !== 'open' && waiting.length === 0;
  return { tallies: crossed, release, waiting: isAll ? [] : null };
}

function isHolding({ segments }: SteppedQuestion): boolean {
  for (const slices of segments.values()) {
    for (const { held } of slices?.values() ?? []) if (held) return true;
  }
  return false;
}

/** Ballots and words are taken from this many responses at most. */
export const MOST_SAMPLED = 20_000;

/** What tallies can't tell, from how many responses. */
export interface SampledTexts {
  texts: Map<string, CodedTexts>;
  responses: number;
}

/**
 * The ballots and words behind the counts of a document: of all responses, or, where there are
 * very many, of a sample that their random ids decide.
 *
 * @param waiting responses that the counts don't show yet
 * @param most responses to read
 */
export async function sampledTexts(
  db: Kysely<Database>,
  study: FoldedStudy,
  query: ResultsQuery,
  {
    waiting,
    state,
    most = MOST_SAMPLED,
  }: { waiting: readonly LedgerEntry[]; state: LedgerState; most?: number },
): Promise<SampledTexts> {
  const shape = tallyShapeName(study.definition);
  const flagged = asksQuality(query) ? (await qualityOf(db, study))?.flagged : undefined;
  // One moment for both: a response that is read must be known to be seen or unseen.
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const unseen = [...waiting];
      const now = (await tallyHead(transaction, study.id, shape))?.now ?? state;
      for await (const groups of ledgerEntries(transaction, study, state, now)) {
        for (const { codes, ...group } of groups) {
          for (const code of codes) unseen.push({ ...group, code });
        }
      }
      const gathered = gatherSliceTexts(study.definition, query, unseen);
      let responses = 0;
      for await (const chunk of writtenResponses(transaction, study, query.question)) {
        for (const { id, ...response } of chunk) {
          gathered.add(flagged ? { ...response, flagged: flagged.has(id) } : response);
        }
        responses += chunk.length;
        if (responses >= most) break;
      }
      return { texts: gathered.bySlice(), responses };
    });
}
