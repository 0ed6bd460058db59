import type { FileRow } from './translation-file.ts';
import {
  tidyWording,
  type Translation,
  type WordingProblem,
  wordingProblem,
} from './translation-state.ts';

/** What a translator's file would change, before anything is. */
export interface ImportPlan {
  changes: { id: string; source: string; before: string; after: string }[];
  /** Changes to texts whose source is another now than in the file: they wait for a decision. */
  outdated: { id: string; before: string; after: string; fileSource: string; source: string }[];
  /** Ids that the study does not have. */
  unknown: string[];
  refused: { id: string; after: string; problem: WordingProblem | 'twice' }[];
  /** Texts that are the same in the file, or that it leaves empty. */
  same: number;
}

/**
 * Compares a translator's file with a study. Nothing is ever taken away: an empty translation leaves
 * the text as it is.
 *
 * @param translations the study's texts in the file's language
 */
export function planImport(
  translations: readonly Translation[],
  rows: readonly FileRow[],
): ImportPlan {
  const known = new Map(translations.map((translation) => [translation.id, translation]));
  const seen = new Map<string, string>();
  const plan: ImportPlan = { changes: [], outdated: [], unknown: [], refused: [], same: 0 };
  for (const { id, source: fileSource, wording } of rows) {
    const after = tidyWording(wording);
    const translation = known.get(id);
    if (!translation) {
      plan.unknown.push(id.slice(0, 200));
      continue;
    }
    const { wording: before, source } = translation;
    const problem = wordingProblem(translation, after);
    const earlier = seen.get(id);
    seen.set(id, after);
    if (earlier !== undefined) {
      if (earlier !== after) plan.refused.push({ id, after, problem: 'twice' });
    } else if (after === '' || after === tidyWording(before)) plan.same += 1;
    else if (problem) plan.refused.push({ id, after, problem });
    else if (fileSource !== null && tidyWording(fileSource) !== tidyWording(source)) {
      plan.outdated.push({ id, before, after, fileSource, source });
    } else plan.changes.push({ id, source, before, after });
  }
  return plan;
}
