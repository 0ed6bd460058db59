import type { Analysis } from './analysis.ts';
import type { Definition } from './definition.ts';
import { missing, type Problem, repeatedIds } from './problem.ts';
import type { QuestionKind } from './question.ts';

/** The kinds of question that an analysis can take, by the field that names the question. */
const TAKES: Record<string, readonly QuestionKind[]> = {
  'rank-aggregate.question': ['ranking'],
  'gap.importance': ['rating-matrix'],
  'gap.level': ['rating-matrix'],
  'gap.rank': ['ranking'],
  'gap.coverage': ['rating-matrix'],
  'curriculum.durationFrom': ['scale', 'number'],
  'compare.question': ['ranking'],
  'validation.question': ['rating-matrix'],
  'practice.text': ['short-text', 'long-text'],
  'practice.replicability': ['single', 'scale'],
  'practice.scale': ['single', 'scale'],
  'practice.reached': ['number'],
  'placement.topic': ['ranking'],
  'placement.participation': ['single', 'multiple'],
  'placement.availability': ['single', 'multiple'],
};

/** References of the analyses that lead nowhere or to a question of the wrong kind. */
export function analysisProblems(definition: Definition): Problem[] {
  return definition.analyses.flatMap((analysis, index) => {
    const path = ['analyses', index];
    const problems = Object.entries(analysis).flatMap(([field, id]) => {
      const kinds = TAKES[`${analysis.kind}.${field}`];
      return kinds && typeof id === 'string'
        ? questionProblem(definition, [...path, field], id, kinds)
        : [];
    });
    return [...problems, ...otherReferences(definition, analysis, path)];
  });
}

function questionProblem(
  { questions }: Definition,
  path: Problem['path'],
  id: string,
  kinds: readonly QuestionKind[],
): Problem[] {
  const question = questions.find((candidate) => candidate.id === id);
  if (!question) return [{ path, message: `There is no question "${id}".` }];
  if (kinds.includes(question.kind)) return [];
  return [{ path, message: `Question "${id}" is not of kind ${kinds.join(' or ')}.` }];
}

function otherReferences(
  { lists, analyses }: Definition,
  analysis: Analysis,
  path: Problem['path'],
): Problem[] {
  if (analysis.kind === 'gap' && !Object.hasOwn(lists, analysis.list)) {
    return [{ path: [...path, 'list'], message: `There is no list "${analysis.list}".` }];
  }
  if (analysis.kind !== 'curriculum') return [];
  return analysis.weightsFrom.flatMap((id, index) => {
    const source = analyses.find((candidate) => candidate.id === id);
    if (source && source !== analysis) return [];
    return [{ path: [...path, 'weightsFrom', index], message: `There is no analysis "${id}".` }];
  });
}

/** Ids used twice in the workshop plan, and references of it that lead nowhere. */
export function workshopProblems(definition: Definition): Problem[] {
  const { guidingQuestions, challengeCards, agenda } = definition.workshop;
  const guides = new Set(guidingQuestions.map(({ id }) => id));
  const optionIds = new Set(
    Object.values(definition.lists).flatMap((options) => options.map(({ id }) => id)),
  );
  const questions = new Set(definition.questions.map(({ id }) => id));
  return [
    ...repeatedIds(['workshop', 'guidingQuestions'], guidingQuestions),
    ...repeatedIds(['workshop', 'challengeCards'], challengeCards),
    ...repeatedIds(['workshop', 'agenda'], agenda),
    ...guidingQuestions.flatMap((guide, index) =>
      (['competencies', 'challenges'] as const).flatMap((field) =>
        guide[field].flatMap((id, at) =>
          optionIds.has(id)
            ? []
            : [missing(['workshop', 'guidingQuestions', index, field, at], 'option', id)],
        ),
      ),
    ),
    ...challengeCards.flatMap(({ possibleSolutions }, index) =>
      repeatedIds(['workshop', 'challengeCards', index, 'possibleSolutions'], possibleSolutions),
    ),
    ...challengeCards.flatMap(({ guidingQuestion: id }, index) =>
      guides.has(id)
        ? []
        : [
            missing(
              ['workshop', 'challengeCards', index, 'guidingQuestion'],
              'guiding question',
              id,
            ),
          ],
    ),
    ...agenda.flatMap((item, index) =>
      item.questions.flatMap((id, at) =>
        questions.has(id)
          ? []
          : [missing(['workshop', 'agenda', index, 'questions', at], 'question', id)],
      ),
    ),
    ...Object.entries(definition.lists).flatMap(([name, options]) =>
      options.flatMap(({ guidingQuestion }, index) =>
        !guidingQuestion || guides.has(guidingQuestion)
          ? []
          : [
              missing(
                ['lists', name, index, 'guidingQuestion'],
                'guiding question',
                guidingQuestion,
              ),
            ],
      ),
    ),
  ];
}
