import type { Definition, Question } from './definition.ts';
import type { Option } from './option.ts';
import { optionsOf } from './question-options.ts';
import { looseText } from './write-in-key.ts';

/**
 * The canonical item that write-ins are to count as: its id is the label's letters, and unlike
 * those of all the question's options.
 *
 * @param taken ids that were given out before, also by merges that have been undone
 * @example
 * newItem(definition, question, 'Cybersecurity').id // 'written-cybersecurity'
 */
export function newItem(
  definition: Definition,
  question: Question,
  label: string,
  taken: readonly string[] = [],
): Option {
  const used = new Set([...optionsOf(definition, question).map(({ id }) => id), ...taken]);
  const letters = label
    .trim()
    .split(/\s+/)
    .map((word) => looseText(word).replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
    .join('-')
    .slice(0, 30)
    .replace(/-$/, '');
  const base = `written-${letters || 'item'}`;
  let id = base;
  for (let k = 2; used.has(id); k++) id = `${base}-${k}`;
  return { id, label: { [definition.defaultLanguage]: label.trim() } };
}
