import type { Definition } from './definition.ts';
import { analysisProblems, workshopProblems } from './plan-rules.ts';
import { type Problem, repeatedIds } from './problem.ts';
import { questionProblems } from './question-rules.ts';
import { listTextProblems, textProblems } from './text-rules.ts';

/**
 * What is wrong with a definition whose shape is right: ids used twice, references that lead
 * nowhere, limits that cannot be met, no wording in the default language, labels that are too long
 * or the same. A missing translation is none: readers get the default language. Empty when it can
 * be opened as a study.
 *
 * @example
 * definitionProblems(definition)
 * // [{ path: ['questions', 4, 'section'], message: 'There is no section "profil".' }]
 */
export function definitionProblems(definition: Definition): Problem[] {
  return [
    ...languageProblems(definition),
    ...repeatedIds(['scales'], definition.scales),
    ...scaleProblems(definition),
    ...repeatedIds(['sections'], definition.sections),
    ...repeatedIds(['stages'], definition.stages ?? []),
    ...repeatedIds(['questions'], definition.questions),
    ...repeatedIds(['analyses'], definition.analyses),
    ...Object.entries(definition.lists).flatMap(([name, options]) =>
      repeatedIds(['lists', name], options),
    ),
    ...questionProblems(definition),
    ...segmentProblems(definition),
    ...analysisProblems(definition),
    ...workshopProblems(definition),
    ...textProblems(definition, [definition.defaultLanguage]),
    ...listTextProblems(definition),
  ];
}

function languageProblems({ languages, defaultLanguage }: Definition): Problem[] {
  const problems: Problem[] = [];
  languages.forEach((language, index) => {
    if (languages.indexOf(language) < index) {
      problems.push({ path: ['languages', index], message: `"${language}" is listed twice.` });
    }
  });
  if (!languages.includes(defaultLanguage)) {
    const message = `The default language "${defaultLanguage}" is not one of the languages.`;
    problems.push({ path: ['defaultLanguage'], message });
  }
  return problems;
}

function scaleProblems({ scales }: Definition): Problem[] {
  return scales.flatMap(({ id, points }, scale) =>
    points.flatMap(({ value }, point) => {
      const before = points[point - 1];
      if (!before || before.value < value) return [];
      const path = ['scales', scale, 'points', point, 'value'];
      return [{ path, message: `The values of scale "${id}" must rise from point to point.` }];
    }),
  );
}

function segmentProblems({ segments, questions }: Definition): Problem[] {
  return segments.flatMap((segment, index) => {
    const path = ['segments', index];
    if (segments.indexOf(segment) < index) {
      return [{ path, message: `The segment "${segment}" is listed twice.` }];
    }
    if (segment.startsWith('@')) return [];
    const question = questions.find(({ id }) => id === segment);
    if (!question) return [{ path, message: `There is no question "${segment}".` }];
    if (['single', 'multiple', 'scale'].includes(question.kind)) return [];
    const message = `The ${question.kind} question "${segment}" cannot divide answers into groups.`;
    return [{ path, message }];
  });
}
