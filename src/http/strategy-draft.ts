import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import {
  changeDraft,
  type DraftKey,
  findDraft,
  type StrategyDraft,
} from '../db/strategy/drafts.ts';
import type { Study } from '../db/studies.ts';
import { type Changed, changedEdits } from '../survey/strategy/change-edits.ts';
import {
  editedDocument,
  lostWords,
  type LostWords,
  type OtherwiseNow,
  otherwiseNow,
} from '../survey/strategy/edits.ts';
import type { StrategyChange } from '../survey/strategy/strategy-change.ts';
import type { StrategyDocument } from '../survey/strategy/strategy-document.ts';
import { filterText } from '../survey/strategy/strategy-filter.ts';
import { generatedStrategy, type StrategyChoice } from './generated-strategy.ts';

/** A strategy as designers see it: what the figures make, and what people changed in it. */
export interface StrategyView extends StrategyDraft {
  /** Without anybody's changes. */
  generated: StrategyDocument;
  /** As it is read. */
  document: StrategyDocument;
  lost: LostWords[];
  /** Left-out sentences whose figures are others now. */
  otherwise: OtherwiseNow[];
}

/**
 * A strategy with what people changed in it.
 *
 * @example
 * (await strategyView(db, study, { language: 'de', filter: {} }, new Date())).document.title
 */
export async function strategyView(
  db: Kysely<Database>,
  study: Study,
  choice: StrategyChoice,
  at: Date,
): Promise<StrategyView> {
  return viewOf(db, study, choice, await generatedStrategy(db, study, choice, at));
}

async function viewOf(
  db: Kysely<Database>,
  study: Study,
  choice: StrategyChoice,
  generated: StrategyDocument,
): Promise<StrategyView> {
  const draft = await findDraft(db, draftKey(study, choice));
  const document = editedDocument(generated, draft.edits);
  const { edits } = draft;
  const [lost, otherwise] = [lostWords(generated, edits), otherwiseNow(generated, edits)];
  return { ...draft, generated, document, lost, otherwise };
}

/** What a designer wants to change, and from what they saw. */
export interface StrategyChanges {
  changes: readonly StrategyChange[];
  /** The revision that they saw. */
  revision: number;
  by: string | null;
  at: Date;
}

/** Why a strategy was not changed: the place that was in the way. */
export type Refused = Exclude<Changed, { outcome: 'changed' }>;

/**
 * Changes a strategy, all of it or nothing.
 *
 * @returns the strategy as it is now; `refused` is null when the changes were made
 */
export async function changeStrategy(
  db: Kysely<Database>,
  study: Study,
  choice: StrategyChoice,
  { changes, revision: seen, by, at }: StrategyChanges,
): Promise<{ view: StrategyView; refused: Refused | null }> {
  const generated = await generatedStrategy(db, study, choice, at);
  let refused: Refused | null = null;
  await changeDraft(db, draftKey(study, choice), { by, at }, (edits, revision) => {
    let next = edits;
    for (const change of changes) {
      const step = { change, seen, revision, by, at: at.toISOString() };
      const changed = changedEdits(generated, next, step);
      if (changed.outcome !== 'changed') {
        refused = changed;
        return null;
      }
      next = changed.edits;
    }
    return next;
  });
  return { view: await viewOf(db, study, choice, generated), refused };
}

/** Under which key the changes of a strategy are stored. */
export function draftKey({ id }: Study, { language, filter }: StrategyChoice): DraftKey {
  return { studyId: id, language, filter: filterText(filter) };
}
