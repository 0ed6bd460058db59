import type { Translate } from '../../src/survey/catalogue.ts';
import type { EditorEnglish } from '../text/editor/texts.ts';

/** The sentences of rules and schemas that people meet while they edit; named groups are numbers. */
const SENTENCES = [
  [/is missing in language|text is empty|expected string/, 'problemEmpty'],
  [/has (?<n>\d+) characters, (?<limit>\d+) are allowed/, 'problemLong'],
  [/is used twice in this list/, 'problemTwice'],
  [/min .* is more than/, 'problemMin'],
  [/max .* must be/, 'problemMax'],
  [/>=1 items/, 'problemNone'],
  [/>=2 items/, 'problemFew'],
  [/expected int, received/, 'problemWhole'],
  [/expected number, received/, 'problemNumber'],
  [/expected number to be >=(?<n>-?[\d.]+)/, 'problemLeast'],
  [/expected number to be >(?<n>-?[\d.]+)/, 'problemAbove'],
  [/expected number to be <=(?<n>-?[\d.]+)/, 'problemMost'],
  [/must rise from point to point/, 'problemRise'],
  [/must come before|is not asked of/, 'problemShowIf'],
  [/^There is no /, 'problemGone'],
] as const;

/**
 * What a rule or schema says, in the language of the page where it has the sentence.
 *
 * @example
 * sayProblem('Too small: expected number to be >=3', say) // 'The number must be at least 3.'
 */
export function sayProblem(message: string, say: Translate<EditorEnglish>): string {
  for (const [pattern, key] of SENTENCES) {
    const found = pattern.exec(message);
    if (!found) continue;
    const numbers = Object.entries(found.groups ?? {}).map(([name, text]) => [name, Number(text)]);
    return say(key, Object.fromEntries(numbers));
  }
  return message;
}
