import type { Definition } from './definition.ts';
import type { Language, Text } from './language.ts';
import { TEXT_LIMITS } from './text-rules.ts';

/** One text of a definition, to be translated. */
export interface TranslationUnit {
  /** Made of ids, so that it stays when things move: `questions.role.options.student.label`. */
  id: string;
  /** The field's name, such as `label` or `help`. */
  field: string;
  text: Text;
  /** The longest wording, in characters. */
  limit: number;
  /** What it belongs to: a section of the study, `lists.ID`, `scales`, `workshop` or `study`. */
  part: string;
}

/**
 * All texts of a definition in the order in which people read them: the study's own, its sections
 * with their questions, then lists, scales and the workshop.
 *
 * @example
 * translationUnits(definition)[0] // { id: 'title', field: 'title', part: 'study', … }
 */
export function translationUnits(definition: Definition): TranslationUnit[] {
  const found = unitsIn(definition, [], partsOf(definition));
  const order = ['study', ...definition.sections.map(({ id }) => `sections.${id}`)];
  const place = (part: string) => {
    const index = order.indexOf(part);
    if (index >= 0) return index;
    const rest = ['lists', 'scales', 'stages', 'analyses', 'workshop'];
    return order.length + rest.indexOf(part.split('.')[0]!);
  };
  return found.toSorted((a, b) => place(a.part) - place(b.part));
}

/**
 * A definition with other wordings in one language; ids that it does not have are passed over. An
 * empty wording takes the text away.
 *
 * @returns a copy; the definition itself stays
 */
export function withTexts(
  definition: Definition,
  language: Language,
  wordings: ReadonlyMap<string, string>,
): Definition {
  const copy = structuredClone(definition);
  for (const { id, text } of unitsIn(copy, [], new Map())) {
    const wording = wordings.get(id);
    if (wording === undefined) continue;
    if (wording === '') delete text[language];
    else text[language] = wording;
  }
  return copy;
}

/** The section of each question, by id. */
function partsOf({ questions }: Definition): Map<string, string> {
  return new Map(questions.map(({ id, section }) => [id, `sections.${section}`]));
}

function unitsIn(
  node: unknown,
  path: readonly string[],
  sections: ReadonlyMap<string, string>,
): TranslationUnit[] {
  if (typeof node !== 'object' || node === null) return [];
  return inReadingOrder(node).flatMap(([key, value]) => {
    const place = [...path, Array.isArray(node) ? nameOf(value, key) : key];
    // A list may have the name of a field.
    const isText =
      !Array.isArray(node) && Object.hasOwn(TEXT_LIMITS, key) && path.join() !== 'lists';
    if (!isText) return unitsIn(value, place, sections);
    const part = partOf(place, sections);
    return [
      { id: place.join('.'), field: key, text: value as Text, limit: TEXT_LIMITS[key]!, part },
    ];
  });
}

const FIRST = [
  'title',
  'intro',
  'consent',
  'thanks',
  'acknowledgement',
  'dontKnow',
  'label',
  'short',
  'help',
];

/** Entries with the texts of a thing before what it contains: a database keeps no order of keys. */
function inReadingOrder(node: object): [string, unknown][] {
  const entries: [string, unknown][] = Object.entries(node);
  if (Array.isArray(node)) return entries;
  const place = (key: string) => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);
  return entries.toSorted(([a], [b]) => place(a) - place(b) || (a < b ? -1 : Number(a > b)));
}

/** Entries of lists go by their id or value where they have one. */
function nameOf(entry: unknown, index: string): string {
  if (typeof entry !== 'object' || entry === null) return index;
  if ('id' in entry && typeof entry.id === 'string') return entry.id;
  return 'value' in entry && typeof entry.value === 'number' ? String(entry.value) : index;
}

function partOf(path: readonly string[], sections: ReadonlyMap<string, string>): string {
  const [first = '', second = ''] = path;
  if (path.length === 1) return 'study';
  if (first === 'questions') return sections.get(second) ?? first;
  return first === 'sections' || first === 'lists' ? `${first}.${second}` : first;
}
