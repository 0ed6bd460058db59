import type { Kysely } from 'kysely';
import { askedResults } from './asked-results.ts';
import { qualityOf } from '../db/quality-of.ts';
import type { Database } from '../db/schema.ts';
import { moduleSheets } from '../needs/module-sheet.ts';
import { planStatements } from '../needs/plan-statements.ts';
import type { PlanDocument, PlanStability } from '../survey/needs/plan-document.ts';
import type { PlanSettings } from '../survey/needs/plan-settings.ts';
import { moduleDrafts, type PlanBasis, planned } from '../survey/needs/planned.ts';
import { sheetTexts } from '../survey/needs/sheet-texts.ts';
import type { FlaggedOut } from '../survey/needs/needs-document.ts';
import { ENGLISH_NAMES, QUALITY } from '../survey/segment.ts';
import { fingerprint } from './fingerprint.ts';
import { EVERYBODY, type NeedsFilter, needsOf, type NeedsStudy } from './needs-of.ts';
import { roundedSettings } from './plan-round.ts';
import type { StoredSettings } from './plan-settings-of.ts';
import { stabilityOf } from './plan-stability-of.ts';
import { isMoving } from './quality-results-of.ts';
import type { Reader } from './results-of.ts';

/**
 * The curriculum of a study by its saved settings, with everything it was made from. Nothing is in
 * it that the needs documents of its filters would not show.
 *
 * @param given settings in place of those saved; `at` the moment
 * @returns `etag` changes whenever the document does; `needs` and `document` are made only when
 *   asked for; `basis` names what the stability stands on, `filter` whose answers make the weights
 * @example
 * (await (await planOf(db, study)).document()).plan?.workload
 * // => { contactHours: 30, totalHours: 75, credits: 3, hoursPerCredit: 25 }
 */
export async function planOf(
  db: Kysely<Database>,
  study: NeedsStudy,
  reader: Reader = { language: study.definition.defaultLanguage, names: ENGLISH_NAMES },
  { given, at }: { given?: PlanSettings; at?: Date } = {},
): Promise<{
  etag: string;
  basis: string;
  settings: PlanSettings;
  filter: NeedsFilter;
  needs: () => Promise<PlanBasis>;
  document: () => Promise<PlanDocument>;
}> {
  const stored: StoredSettings = await roundedSettings(db, study);
  const settings = given ?? stored.settings;
  const leftOut = await leftOutOf(db, study, settings);
  const filter = filterOf(study, settings.where, leftOut !== null);
  const ofHours = filterOf(study, settings.duration.where, leftOut !== null);
  const isSame = settings.where === settings.duration.where;
  const needs = await needsOf(db, study, filter, reader, settings);
  const length = isSame ? needs : await needsOf(db, study, ofHours, reader, settings);
  const basis = await stabilityBasis([needs.version, length.version, study.id], settings, leftOut);
  const now = at ?? new Date();
  const stability = await stabilityOf(db, study, basis, now);
  const basisOf = async (): Promise<PlanBasis> => {
    const found = await needs.document();
    return isSame ? found : { ...found, duration: (await length.document()).duration };
  };
  const parts = [needs.etag, length.etag, settings, stored.revision, reader.language];
  const { state, done } = stability;
  return {
    etag: `"${await fingerprint([parts, state, done])}"`,
    basis,
    settings,
    filter,
    needs: basisOf,
    document: async () => {
      const found = await needs.document();
      const made = planned(await basisOf(), settings);
      const { plan, more, matches, handsOnRule } = made;
      const drafts = moduleDrafts(found.items, settings);
      const result = stability.result ?? undefined;
      const evidence = { questions: found.scores.questions, filter: found.filter };
      return {
        schema: 'plan/1',
        version: found.version,
        basis: await fingerprint(parts.slice(0, 3)),
        study: found.study,
        status: found.status,
        language: found.language,
        revision: stored.revision,
        changed: stored.changed,
        settings,
        leftOut,
        items: found.items,
        methods: found.names.methods,
        scores: found.scores,
        ...made,
        sheets: plan
          ? moduleSheets({
              plan,
              matches,
              texts: sheetTexts(found.items, settings.sheets),
              prerequisites: Object.fromEntries(
                drafts.map(({ id, prerequisites = [] }) => [id, prerequisites]),
              ),
              ...(result && { stability: result.modules }),
            })
          : [],
        stability: withReason(stability, found.scores),
        statements: plan
          ? planStatements(
              {
                plan,
                matches,
                handsOnRule,
                ...(result && { stability: result }),
                ...(more && { more }),
              },
              evidence,
            )
          : [],
      };
    },
  };
}

/**
 * The filter that settings name. Throws a Refusal (422) where the study has no such segment or
 * value, as after a change of the study.
 *
 * @param isClean whether flagged answers are left out
 */
export function filterOf(
  { definition }: Pick<NeedsStudy, 'definition'>,
  where: string,
  isClean = false,
): NeedsFilter {
  const query = where === '' ? EVERYBODY : askedResults(definition, { where });
  const clean = isClean ? [{ segment: QUALITY, values: ['clean'] }] : [];
  return { where: [...query.where, ...clean], voice: query.voice };
}

/**
 * The flagged answers that settings leave out. `null` where they leave out none, and while results
 * can't do it either: a plan goes on standing on all answers until then.
 */
async function leftOutOf(
  db: Kysely<Database>,
  study: NeedsStudy,
  { quality }: PlanSettings,
): Promise<FlaggedOut | null> {
  if (quality === 'all' || isMoving(study)) return null;
  const reviewed = await qualityOf(db, study);
  return reviewed && { n: reviewed.review.flagged.n };
}

/** Why a computation that nobody has asked for could not be had. */
function withReason(
  stability: PlanStability,
  { figures, missing }: PlanDocument['scores'],
): PlanStability {
  if (stability.state !== 'none' || figures) return stability;
  return { ...stability, state: missing === 'until-closed' ? 'until-closed' : 'too-few' };
}

/** How samples are drawn: results of another way of drawing are not results of this one. */
const DRAWN_BY = 'tables';

/** Names what the stability of a plan depends on: answers, and the settings that make the plan. */
function stabilityBasis(
  versions: readonly string[],
  settings: PlanSettings,
  leftOut: FlaggedOut | null,
): Promise<string> {
  const { roles, rankingPart, where, duration, rules, modules } = settings;
  const parts = [versions, leftOut !== null, DRAWN_BY];
  return fingerprint([...parts, roles, rankingPart, where, duration, rules, modules]);
}
