import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { NeedsStudy } from './needs-of.ts';
import { planSettingsOf, type StoredSettings } from './plan-settings-of.ts';
import { roundsOf } from './rounds-of.ts';

/**
 * The settings that a study's plan is made by: those that are saved. Where nobody has saved any, a
 * closed study of several rounds counts the one that stands for all, so that nobody counts twice.
 *
 * @example
 * (await roundedSettings(db, study)).settings.where // => '@round:2'
 */
export async function roundedSettings(
  db: Kysely<Database>,
  study: NeedsStudy,
): Promise<StoredSettings> {
  const stored = await planSettingsOf(db, study.id);
  if (stored.revision > 0 || study.status !== 'closed') return stored;
  const { taken } = await roundsOf(db, study);
  if (taken === null) return stored;
  const where = `@round:${taken}`;
  const { settings } = stored;
  const duration = { ...settings.duration, where };
  return { ...stored, settings: { ...settings, where, duration } };
}
