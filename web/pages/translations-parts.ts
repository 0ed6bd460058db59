import type { Definition } from '../../src/survey/definition.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import type { Translation } from '../../src/survey/translation-state.ts';
import type { SayTranslations } from '../text/translations/texts.ts';

/** Texts that belong together, under a heading. */
export interface Part<T> {
  id: string;
  title: string;
  units: T[];
}

/** Texts by what they belong to, in the order of the first of each. */
export function partsOf<T extends Pick<Translation, 'part'>>(
  definition: Definition,
  units: readonly T[],
  language: Language,
  say: SayTranslations,
): Part<T>[] {
  return [...Map.groupBy(units, ({ part }) => shownPart(part))].map(([id, group]) => ({
    id,
    title: partTitle(definition, id, language, say),
    units: group,
  }));
}

/** The part under which a text is shown: what is small is put together. */
export function shownPart(part: string): string {
  if (part === 'study' || part === 'scales') return part;
  return /^(sections|lists)\./.test(part) ? part : 'other';
}

function partTitle(
  definition: Definition,
  part: string,
  language: Language,
  say: SayTranslations,
): string {
  if (part === 'study') return say('partStudy');
  if (part === 'scales') return say('partScales');
  const [kind, name = ''] = part.split('.');
  if (kind === 'lists') return say('partList', { name });
  const section = definition.sections.find(({ id }) => id === name);
  return section ? textIn(section.title, language, definition.defaultLanguage) : say('partOther');
}
