import type { Definition } from './definition.ts';
import type { Problem } from './problem.ts';
import type { Language, Text } from './language.ts';
import type { Option } from './option.ts';

/** The longest wording of each field, in characters (code points); advice is stricter. */
export const TEXT_LIMITS: Readonly<Record<string, number>> = {
  short: 40,
  label: 150,
  title: 130,
  help: 130,
  lastTime: 900,
  intro: 600,
  consent: 900,
  thanks: 300,
  acknowledgement: 400,
  dontKnow: 40,
};

/** The number of characters a reader counts: code points, not UTF-16 units. */
export function characters(text: string): number {
  return Array.from(text).length;
}

/**
 * Each text of a definition that lacks one of its languages or is longer than its field allows.
 * Texts are found by the names of their fields, wherever in the definition they stand.
 */
export function textProblems(node: unknown, languages: readonly Language[]): Problem[] {
  const problems: Problem[] = [];
  for (const { path, field, text } of textsOf(node)) {
    for (const language of languages) {
      if (text[language] !== undefined) continue;
      problems.push({ path, message: `The ${field} is missing in language "${language}".` });
    }
    const limit = TEXT_LIMITS[field] ?? 0;
    for (const [language, wording] of Object.entries(text)) {
      const length = characters(wording);
      if (length <= limit) continue;
      const message = `The ${field} has ${length} characters, ${limit} are allowed.`;
      problems.push({ path: [...path, language], message });
    }
  }
  return problems;
}

interface FoundText {
  path: Problem['path'];
  field: string;
  text: Text;
}

function textsOf(node: unknown, path: Problem['path'] = []): FoundText[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const place = [...path, Array.isArray(node) ? Number(key) : key];
    const isText = path[0] !== 'lists' || path.length > 1;
    if (isText && !Array.isArray(node) && Object.hasOwn(TEXT_LIMITS, key)) {
      return [{ path: place, field: key, text: value as Text }];
    }
    return textsOf(value, place);
  });
}

/** Options of one list that read the same in a language, by label or by short label. */
export function listTextProblems(definition: Definition): Problem[] {
  const own = definition.questions.flatMap((question, index) => {
    const path = ['questions', index];
    return [
      ...('options' in question ? sameWording([...path, 'options'], question.options ?? []) : []),
      ...('rows' in question ? sameWording([...path, 'rows'], question.rows ?? []) : []),
    ];
  });
  const shared = Object.entries(definition.lists).flatMap(([name, options]) =>
    sameWording(['lists', name], options),
  );
  return [...shared, ...own];
}

function sameWording(path: Problem['path'], options: readonly Option[]): Problem[] {
  const seen = new Set<string>();
  return options.flatMap((option, index) =>
    (['label', 'short'] as const).flatMap((field) =>
      Object.entries(option[field] ?? {}).flatMap(([language, wording]) => {
        const key = `${field} ${language} ${wording.toLocaleLowerCase(language)}`;
        if (!seen.has(key)) {
          seen.add(key);
          return [];
        }
        const message = `The ${field} "${wording}" is used twice in this list.`;
        return [{ path: [...path, index, field, language], message }];
      }),
    ),
  );
}
