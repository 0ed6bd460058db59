import { Definition } from '../../src/survey/definition.ts';
import {
  type DefinitionWarning,
  definitionWarnings,
} from '../../src/survey/definition-warnings.ts';
import type { Editor } from './editor.ts';
import { sayProblem } from './say-problem.ts';

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
