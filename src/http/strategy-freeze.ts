import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { freezeVersion, type StrategyVersion } from '../db/strategy/versions.ts';
import type { Study } from '../db/studies.ts';
import type { StrategyDocument } from '../survey/strategy/strategy-document.ts';
import { filterText } from '../survey/strategy/strategy-filter.ts';
import { generatedStrategy, type StrategyChoice } from './generated-strategy.ts';
import { strategyView } from './strategy-draft.ts';

/** What is said about a strategy when it is frozen. */
export interface Freeze {
  name: string;
  note: string;
  signedBy: string | null;
  /** The revision that was seen: what somebody signs is what they read. */
  revision: number;
  by: string | null;
  at: Date;
}

/**
 * Freezes a strategy as it is read now.
 *
 * @returns null when somebody has changed its words since they were seen
 */
export async function freezeStrategy(
  db: Kysely<Database>,
  study: Study,
  choice: StrategyChoice,
  { revision, ...freeze }: Freeze,
): Promise<StrategyVersion | null> {
  const view = await strategyView(db, study, choice, freeze.at);
  if (view.revision !== revision) return null;
  const { document } = view;
  const { language, filter } = choice;
  return freezeVersion(db, study.id, {
    ...freeze,
    language,
    filter: filterText(filter),
    document,
  });
}

/** How far the data have moved since a strategy was frozen. */
export interface ChangedSince {
  /** Results or plan are others than they were. */
  data: boolean;
  /** Of the generated sentences: how many came, went or read otherwise now. */
  sentences: number;
}

/** What the figures would say otherwise today than a frozen strategy does. */
export async function changedSince(
  db: Kysely<Database>,
  study: Study,
  { document }: StrategyVersion,
  at: Date,
): Promise<ChangedSince> {
  const { language, filter } = document;
  const now = await generatedStrategy(db, study, { language, filter }, at);
  if (now.basis === document.basis) return { data: false, sentences: 0 };
  return { data: true, sentences: movedSentences(document, now) };
}

/** Sentences whose figures are others, or that are made no more; own words and what is left out aside. */
function movedSentences(frozen: StrategyDocument, now: StrategyDocument): number {
  const made = new Map(
    now.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'sentence' ? [[block.id, block.fingerprint]] : [])),
    ) as [string, string][],
  );
  return frozen.sections
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'sentence' && made.get(block.id) !== block.fingerprint)
    .length;
}
