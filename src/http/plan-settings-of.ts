import type { Kysely } from 'kysely';
import { findPlan } from '../db/plans.ts';
import type { Database } from '../db/schema.ts';
import { DEFAULT_SETTINGS, PlanSettings } from '../survey/needs/plan-settings.ts';

/** The settings of a study's plan, and who saved them. */
export interface StoredSettings {
  /** 0 while nobody has saved any. */
  revision: number;
  settings: PlanSettings;
  changed: { at: string; by: string | null } | null;
}

/**
 * The settings of a study's plan; those of a plan that nobody has touched where none are saved, or
 * where what was saved once can't be read any more.
 */
export async function planSettingsOf(
  db: Kysely<Database>,
  studyId: string,
): Promise<StoredSettings> {
  const saved = await findPlan(db, studyId);
  if (!saved) return { revision: 0, settings: DEFAULT_SETTINGS, changed: null };
  const { revision, changedAt, changedBy } = saved;
  const read = PlanSettings.safeParse(saved.settings);
  return {
    revision,
    settings: read.success ? read.data : DEFAULT_SETTINGS,
    changed: { at: changedAt.toISOString(), by: changedBy },
  };
}
