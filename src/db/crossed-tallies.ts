import type { Kysely } from 'kysely';
import { gatherCrossed } from '../survey/crossed-results.ts';
import { change, type NetChanges } from '../survey/net-changes.ts';
import type { ResultsQuery } from '../survey/results-query.ts';
import { identityOf, type LedgerEntry } from '../survey/stepped-tally.ts';
import { type CodeGroup, tallyShapeName } from '../survey/study-tally.ts';
import type { DocumentTallies } from '../survey/tally-results.ts';
import type { FoldedStudy } from './fold.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { type FlaggedResponse, qualityOf } from './quality-of.ts';
import { remembered } from './remembered.ts';
import type { Database } from './schema.ts';
import { type LedgerState, NOTHING, type TallyHead } from './watermark.ts';

/** What counting goes by: where the tallies stand. */
type Standing = Pick<TallyHead, 'status' | 'anchors' | 'state' | 'definitionRevision'>;

/**
 * Counts a query that crosses segments from the ledger's codes, at the states at which those of its
 * question are shown. Remembered until there is another such state, which is seldom: do not change
 * what is returned.
 */
export function crossedTallies(
  db: Kysely<Database>,
  study: FoldedStudy,
  query: ResultsQuery,
  standing: Standing,
): Promise<DocumentTallies> {
  const isRunning = standing.status === 'open';
  const steps = stepsOf(study, query.question, standing);
  return tallied(db, study, query, [isRunning, steps, standing.definitionRevision], async () => {
    const crossed = gatherCrossed(study.definition, query, isRunning);
    let from: LedgerState = NOTHING;
    for (const [to, minCell] of steps) {
      for await (const groups of ledgerEntries(db, study, from, to)) {
        crossed.add(groups);
        // All of it is shown: there is no need to keep it.
        if (!isRunning) crossed.step(1);
      }
      crossed.step(minCell);
      from = to;
    }
    return crossed.tallies();
  });
}

/** The states at which crossed results of a question move, and by how many respondents. */
function stepsOf(
  { definition }: FoldedStudy,
  question: string,
  { status, anchors, state }: Standing,
): [LedgerState, minCell: number][] {
  if (status !== 'open') return [[state, 1]];
  return anchors.flatMap(([, anchor, questions]) => {
    if (questions && !questions.includes(question)) return [];
    return [[anchor, questions ? definition.privacy.minCell : 1]];
  });
}

/**
 * Counts a query that tells flagged answers apart, of everyone but those who wait, so that what
 * leaves flagged answers out moves in the same steps as the figures of everyone. Remembered, too.
 *
 * @param waiting entries that are counted, but that everyone's figures don't show yet
 * @throws RangeError where there are too many responses to look at
 */
export async function flaggedTallies(
  db: Kysely<Database>,
  study: FoldedStudy,
  query: ResultsQuery,
  { state, definitionRevision }: Standing,
  waiting: readonly LedgerEntry[],
): Promise<DocumentTallies> {
  const reviewed = await qualityOf(db, study);
  if (!reviewed) throw new RangeError('too many responses to look at');
  const basis = [state, definitionRevision, reviewed.version, waiting];
  return tallied(db, study, query, basis, async () => {
    const flagged = [...reviewed.flagged.values()];
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
    add(waiting.flatMap((entry) => (entry.sign > 0 ? [groupOf(entry, -1)] : [])));
    const shown = flagged.filter((entry) => {
      const identity = identityOf(entry);
      const isCounted = (counted.get(identity) ?? 0) > 0;
      if (isCounted) change(counted, identity, -1);
      return isCounted;
    });
    gathered.add(
      shown.flatMap((entry) => [groupOf(entry, -1), groupOf({ ...entry, flagged: true }, 1)]),
    );
    gathered.step(1);
    return gathered.tallies();
  });
}

function groupOf({ code, ...group }: FlaggedResponse, sign: 1 | -1): CodeGroup {
  return { ...group, sign, codes: [code] };
}

const worked = remembered<DocumentTallies>(20);

/** @param basis all that the tallies follow from besides the question, its filters and the study */
function tallied(
  db: Kysely<Database>,
  study: FoldedStudy,
  { question, by, where, voice }: ResultsQuery,
  basis: readonly unknown[],
  work: () => Promise<DocumentTallies>,
): Promise<DocumentTallies> {
  const { definition, id } = study;
  const key = JSON.stringify([
    id,
    tallyShapeName(definition),
    definition.privacy.minCell,
    [question, by, where, voice],
    basis,
  ]);
  return worked(db, key, work);
}
