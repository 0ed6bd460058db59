import type { Definition } from '../survey/definition.ts';
import type { Language } from '../survey/language.ts';
import { type Audience, localise, type LocalStudy } from '../survey/local-study.ts';

/** Definitions never change, so what was localised once serves every request. */
const known = new WeakMap<Definition, Map<string, LocalStudy>>();

/** `localise`, remembered as long as its definition is. Not to be changed by the caller. */
export function localised(
  definition: Definition,
  language: Language,
  audience: Audience,
): LocalStudy {
  const byKey = known.get(definition) ?? new Map<string, LocalStudy>();
  known.set(definition, byKey);
  const key = `${language}/${audience}`;
  const study = byKey.get(key) ?? localise(definition, language, audience);
  byKey.set(key, study);
  return study;
}
