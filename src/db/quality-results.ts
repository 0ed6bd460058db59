import type { Kysely } from 'kysely';
import { change, type NetChanges } from '../survey/net-changes.ts';
import type { Respondent } from '../survey/respondent.ts';
import type { ResultsQuery } from '../survey/results-query.ts';
import { identityOf, type LedgerEntry } from '../survey/stepped-tally.ts';
import { isCountable } from '../survey/answer-code.ts';
import { tallyShapeName } from '../survey/study-tally.ts';
import { mergedAnswers } from '../survey/write-in-merge.ts';
import type { FoldedStudy } from './fold.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { qualityRows, reviewedRows } from './quality.ts';
import { questionResults } from './question-results.ts';
import type { Database } from './schema.ts';
import { type TallyHead, tallyHead } from './watermark.ts';

/**
 * Gives every respondent whom the figures of everyone show already, each with whether it is
 * flagged. Those that live figures hold back yet are left out, so that what leaves flagged answers
 * out moves in the same steps.
 *
 * @param flagged by id of the response
 * @example
 * await readWithQuality(db, study, query, head, flagged, results.add)
 */
export async function readWithQuality(
  db: Kysely<Database>,
  study: FoldedStudy,
  query: ResultsQuery,
  head: TallyHead,
  flagged: ReadonlyMap<string, unknown>,
  add: (respondent: Respondent) => void,
): Promise<void> {
  const { definition } = study;
  const question = definition.questions.find(({ id }) => id === query.question)!;
  const divides = [query.by, ...query.where.map(({ segment }) => segment)];
  const takesAnswers =
    isCountable(question) || divides.some((id) => id !== null && !id.startsWith('@'));
  const whole: ResultsQuery = { ...query, by: null, where: [] };
  const unseen: LedgerEntry[] = isCountable(question)
    ? [...((await questionResults(db, study, whole, head)).waiting ?? [])]
    : [];
  // One moment for both: a response that is read must be known to be seen or unseen.
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const now = (await tallyHead(transaction, study.id, tallyShapeName(definition)))?.now;
      for await (const groups of ledgerEntries(transaction, study, head.state, now ?? head.state)) {
        for (const { codes, ...group } of groups) {
          for (const code of codes) unseen.push({ ...group, code });
        }
      }
      const left: NetChanges = new Map();
      for (const entry of unseen) if (entry.sign > 0) change(left, identityOf(entry), 1);
      const rowsOf = takesAnswers ? qualityRows : reviewedRows;
      for await (const rows of rowsOf(transaction, study)) {
        for (const row of rows) {
          const identity = identityOf(row);
          if ((left.get(identity) ?? 0) > 0) change(left, identity, -1);
          else {
            const answers = mergedAnswers(definition, row.answers);
            add({ ...row, answers, flagged: flagged.has(row.id) });
          }
        }
      }
    });
}
