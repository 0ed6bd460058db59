import type { Kysely } from 'kysely';
import { countNow, storeResponses } from '../db/import-responses.ts';
import type { Database } from '../db/schema.ts';
import { createStudy, findStudy, listStudies, setStudyStatus, type Study } from '../db/studies.ts';
import { type DemoResponse, demoRoom } from './demo-room.ts';
import { generate, presetPlan } from '../survey/generator/generate.ts';
import type { PresetName } from '../survey/generator/parameters.ts';
import { template } from '../survey/templates.ts';

const DAY = 86_400_000;

/** Long enough ago for everyone to have answered: two weeks, the workshop and late copies. */
const DAYS_AGO = 18;

/** What to make a synthetic study of. */
export interface DemoOptions {
  preset: PresetName;
  seed: number;
  templateId: string;
  now: Date;
  /** Called before the answers are made, which takes a moment. */
  onMaking?: () => void;
}

/**
 * The open synthetic study of a preset and seed: found when it is there already, else made with
 * all its responses or not at all. It is marked synthetic and holds nobody's real answers.
 */
export async function demoStudy(
  db: Kysely<Database>,
  { preset, seed, templateId, now, onMaking }: DemoOptions,
): Promise<{ study: Study; added: number }> {
  const original = template(templateId);
  if (!original) throw new RangeError(`there is no template "${templateId}"`);
  const source = `Synthetic answers: ${templateId}, preset ${preset}, seed ${seed}`;
  const known = await findSynthetic(db, source);
  if (known) return { study: known, added: 0 };
  onMaking?.();
  const definition = { ...original, source };
  const start = Math.floor(now.getTime() / DAY - DAYS_AGO) * DAY;
  const responses = generate(definition, presetPlan(preset, seed))
    .filter(({ finished }) => finished)
    .map(({ sentAt, seconds, ...response }): DemoResponse => {
      const { id, answers, shown, locale, voice, table, round, event, person } = response;
      const at = new Date(Math.min(start + sentAt * 1000, now.getTime()));
      const flags = { seconds };
      return { id, answers, shown, locale, voice, table, round, event, flags, at, person };
    });
  const made = await db.transaction().execute(async (transaction) => {
    const opened = new Date(start);
    const draft = await createStudy(transaction, { definition, now: opened, synthetic: true });
    await setStudyStatus(transaction, draft.id, 'open', opened);
    const study: Study = { ...draft, status: 'open', openedAt: opened };
    const { added } = await storeResponses(transaction, study, responses);
    await demoRoom(transaction, study, responses);
    return { study, added };
  });
  await countNow(db, made.study);
  return made;
}

async function findSynthetic(db: Kysely<Database>, source: string): Promise<Study | null> {
  let cursor: string | null = null;
  do {
    const page = await listStudies(db, { limit: 200, cursor });
    for (const { id, synthetic, status } of page.studies) {
      if (!synthetic || status !== 'open') continue;
      const study = await findStudy(db, id);
      if (study?.definition.source === source) return study;
    }
    cursor = page.next;
  } while (cursor !== null);
  return null;
}
