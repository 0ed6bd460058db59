import type { Kysely } from 'kysely';
import { gatherCrossed } from '../survey/crossed-results.ts';
import { change, type NetChanges } from '../survey/net-changes.ts';
import { asksQuality, type ResultsQuery } from '../survey/results-query.ts';
import { type CodedTexts, gatherSliceTexts } from '../survey/slice-texts.ts';
import { identityOf, type LedgerEntry, type SteppedQuestion } from '../survey/stepped-tally.ts';
import { type DocumentTallies, documentTallies, segmentsFor } from '../survey/tally-results.ts';
import { type CodeGroup, tallyShapeName } from '../survey/study-tally.ts';
import type { FoldedStudy } from './fold.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { type FlaggedResponse, qualityOf } from './quality-of.ts';
import type { Database } from './schema.ts';
import { readQuestionTallies } from './tally-snapshot.ts';
import { type LedgerState, NOTHING, type TallyHead, tallyHead } from './watermark.ts';
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
  if (asksQuality(query)) return flaggedResults(db, study, query, head, waiting);
  return crossedResults(db, study, query, head, waiting);
}

function isHolding({ segments }: SteppedQuestion): boolean {
  for (const slices of segments.values()) {
    for (const { held } of slices?.values() ?? []) if (held) return true;
  }
  return false;
}

async function crossedResults(
  db: Kysely<Database>,
  study: FoldedStudy,
  query: ResultsQuery,
  { status, anchors, state, release }: TallyHead,
  waiting: readonly LedgerEntry[],
): Promise<QuestionResults> {
  const { definition } = study;
  const crossed = gatherCrossed(definition, query, status === 'open');
  let from: LedgerState = NOTHING;
  for (const [to, minCell] of stepsOf(definition, query.question, { status, anchors, state })) {
    for await (const groups of ledgerEntries(db, study, from, to)) {
      crossed.add(groups);
      // All of it is shown: there is no need to keep it.
      if (status !== 'open') crossed.step(1);
    }
    crossed.step(minCell);
    from = to;
  }
  const isAll = status !== 'open' && waiting.length === 0;
  return { tallies: crossed.tallies(), release, waiting: isAll ? [] : null };
}

/**
 * Everyone whom the figures of everyone show, with flagged answers told apart. Those that wait are
 * left out, so that what leaves flagged answers out moves in the same steps.
 */
async function flaggedResults(
  db: Kysely<Database>,
  study: FoldedStudy,
  query: ResultsQuery,
  { state, release }: TallyHead,
  waiting: readonly LedgerEntry[],
): Promise<QuestionResults> {
  const flagged = [...(await flaggedOf(db, study)).values()];
  const gathered = gatherCrossed(study.definition, query, false);
  const codes = new Set(flagged.map(({ code }) => code));
  // Equal entries can stand for each other: it only matters how many of them are flagged.
  const counted: NetChanges = new Map();
  const add = (groups: readonly CodeGroup[]) => {
    gathered.add(groups);
    gathered.step(1);
    for (const { codes: own, ...group } of groups) {
      for (const code of own) {
        if (codes.has(code)) change(counted, identityOf({ ...group, code }), group.sign);
      }
    }
  };
  for await (const groups of ledgerEntries(db, study, NOTHING, state)) add(groups);
  add(waiting.flatMap((entry) => (entry.sign > 0 ? groupsOf(entry, -1) : [])));
  add(
    flagged.flatMap((entry) => {
      const identity = identityOf(entry);
      if ((counted.get(identity) ?? 0) <= 0) return [];
      change(counted, identity, -1);
      return [...groupsOf(entry, -1), ...groupsOf({ ...entry, flagged: true }, 1)];
    }),
  );
  return { tallies: gathered.tallies(), release, waiting };
}

function groupsOf({ code, ...group }: FlaggedResponse, sign: 1 | -1): [CodeGroup] {
  return [{ ...group, sign, codes: [code] }];
}

/** The flagged responses of a study by id. */
async function flaggedOf(
  db: Kysely<Database>,
  study: FoldedStudy,
): Promise<ReadonlyMap<string, FlaggedResponse>> {
  const reviewed = await qualityOf(db, study);
  if (!reviewed) throw new RangeError('too many responses to look at');
  return reviewed.flagged;
}

/** The states at which crossed results of a question move, and by how many respondents. */
function stepsOf(
  { privacy }: FoldedStudy['definition'],
  question: string,
  { status, anchors, state }: Pick<TallyHead, 'status' | 'anchors' | 'state'>,
): [LedgerState, minCell: number][] {
  if (status !== 'open') return [[state, 1]];
  return anchors.flatMap(([, anchor, questions]) => {
    if (questions && !questions.includes(question)) return [];
    return [[anchor, questions ? privacy.minCell : 1]];
  });
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
  const flagged = asksQuality(query) ? await flaggedOf(db, study) : null;
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
