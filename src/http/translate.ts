import type { Kysely } from 'kysely';
import { changeStudy } from '../db/change-study.ts';
import type { Database } from '../db/schema.ts';
import { findStudy, type Study } from '../db/studies.ts';
import { deleteReviews, listReviews, putReviews } from '../db/translation-reviews.ts';
import { definitionProblems } from '../survey/definition-rules.ts';
import type { Language } from '../survey/language.ts';
import type { Definition } from '../survey/definition.ts';
import {
  reviewedTexts,
  tidyWording,
  type Translation,
  translationsOf,
  type WordingProblem,
  wordingProblem,
} from '../survey/translation-state.ts';
import { withTexts } from '../survey/translation-units.ts';

/** What somebody wants to be different in one language. */
export interface TranslationChange {
  language: Language;
  /** Wordings by the id of their text; an empty one takes the translation away. */
  texts: Readonly<Record<string, string>>;
  /** By id of the text: whether somebody has reviewed its translation. */
  reviewed?: Readonly<Record<string, boolean>>;
}

/** Why a wording was not taken; `rule` has the sentence of a rule of definitions. */
export interface WordingRefusal {
  id: string;
  problem: WordingProblem | 'unknown' | 'rule';
  rule?: string;
}

export type Translated =
  | { translations: Translation[]; refused: WordingRefusal[]; changed: number }
  | { stale: true };

/**
 * Changes translations and reviews of a study. What cannot be taken is named and left out; the rest
 * is stored. In a study that people have answered, changed wordings make one new version. Others'
 * changes at the same time stay.
 *
 * @param by who does it, as the log and the review name them
 */
export async function translate(
  db: Kysely<Database>,
  study: Study,
  change: TranslationChange,
  { by, now }: { by: string; now: Date },
): Promise<Translated> {
  let current = study;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const { definition, refused, changed } = translated(current.definition, change);
    const revision = current.definitionRevision;
    const made =
      changed === 0
        ? { outcome: 'saved' }
        : await changeStudy(db, study.id, { definition, revision, newVersion: true, by, now });
    if (made?.outcome === 'saved') {
      await review(db, study.id, definition, change, { by, now });
      const reviews = await listReviews(db, study.id);
      return {
        translations: translationsOf(definition, change.language, reviews),
        refused,
        changed,
      };
    }
    const found = await findStudy(db, study.id);
    if (made?.outcome !== 'stale' || !found) break;
    current = found;
  }
  return { stale: true };
}

function translated(
  definition: Definition,
  { language, texts }: TranslationChange,
): { definition: Definition; refused: WordingRefusal[]; changed: number } {
  const known = new Map(translationsOf(definition, language, []).map((unit) => [unit.id, unit]));
  const refused: WordingRefusal[] = [];
  const wanted = new Map<string, string>();
  for (const [id, text] of Object.entries(texts)) {
    const unit = known.get(id);
    const wording = tidyWording(text);
    const problem = unit ? wordingProblem(unit, wording) : 'unknown';
    if (problem) refused.push({ id, problem });
    else if (wording !== unit!.wording) wanted.set(id, wording);
  }
  const before = new Set(rulesOf(definition));
  const broken = rulesOf(withTexts(definition, language, wanted)).find((rule) => !before.has(rule));
  if (broken !== undefined) {
    // Which of several wordings breaks a rule is found by taking them one after the other.
    let sofar = definition;
    for (const [id, wording] of wanted) {
      const next = withTexts(sofar, language, new Map([[id, wording]]));
      const rule = rulesOf(next).find((candidate) => !before.has(candidate));
      if (rule === undefined) sofar = next;
      else {
        wanted.delete(id);
        refused.push({ id, problem: 'rule', rule });
      }
    }
    return { definition: sofar, refused, changed: wanted.size };
  }
  return { definition: withTexts(definition, language, wanted), refused, changed: wanted.size };
}

function rulesOf(definition: Definition): string[] {
  return definitionProblems(definition).map(({ message }) => message);
}

async function review(
  db: Kysely<Database>,
  studyId: string,
  definition: Definition,
  { language, reviewed = {} }: TranslationChange,
  { by, now }: { by: string; now: Date },
): Promise<void> {
  const units = translationsOf(definition, language, []);
  const yes = units.filter(({ id, wording }) => reviewed[id] === true && wording !== '');
  await putReviews(
    db,
    studyId,
    yes.map(({ id, source, wording }) => ({
      unit: id,
      language,
      fingerprint: reviewedTexts(source, wording),
      by,
      at: now,
    })),
  );
  const no = units.filter(({ id }) => reviewed[id] === false);
  await deleteReviews(
    db,
    studyId,
    language,
    no.map(({ id }) => id),
  );
}
