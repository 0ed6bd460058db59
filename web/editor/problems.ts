import { Definition } from '../../src/survey/definition.ts';
import {
  type DefinitionWarning,
  definitionWarnings,
} from '../../src/survey/definition-warnings.ts';
import type { Editor } from './editor.ts';

/** Something that keeps a definition from being saved, in words. */
export interface FieldProblem {
  path: (string | number)[];
  message: string;
}

/** What is wrong with a definition and what could be better. */
export interface Findings {
  problems: FieldProblem[];
  warnings: DefinitionWarning[];
}

let last: { definition: Definition; findings: Findings } | undefined;

/** The findings about what is on the screen; worked out once for each definition. */
export function findingsOf({ state, say }: Editor): Findings {
  const { definition } = state;
  if (last?.definition === definition) return last.findings;
  const result = Definition.safeParse(definition);
  const problems = (result.error?.issues ?? []).map((issue) => ({
    path: issue.path as (string | number)[],
    message: sayProblem(issue.message, say),
  }));
  const findings = { problems, warnings: definitionWarnings(definition) };
  last = { definition, findings };
  return findings;
}

/** The problems at a place: exactly there, or in the wording of one language. */
export function problemAt(
  { problems }: Findings,
  place: readonly (string | number)[],
): string | undefined {
  const key = place.join('.');
  return problems.find(({ path }) => path.join('.') === key)?.message;
}

/** The sentences of the rules in the language of the page, where it has them. */
const SENTENCES = [
  [/is missing in language|text is empty|expected string/, 'problemEmpty'],
  [/has (?<n>\d+) characters, (?<limit>\d+) are allowed/, 'problemLong'],
  [/is used twice in this list/, 'problemTwice'],
  [/min .* is more than/, 'problemMin'],
  [/max .* must be/, 'problemMax'],
  [/>=2 items/, 'problemFew'],
  [/must come before|is not asked of/, 'problemShowIf'],
] as const;

function sayProblem(message: string, say: Editor['say']): string {
  for (const [pattern, key] of SENTENCES) {
    const found = pattern.exec(message);
    if (!found) continue;
    if (key !== 'problemLong') return say(key);
    const { n, limit } = found.groups!;
    return say(key, { n: Number(n), limit: Number(limit) });
  }
  return message;
}
