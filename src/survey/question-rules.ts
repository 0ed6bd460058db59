import type { Definition } from './definition.ts';
import { missing, type Problem, repeatedIds } from './problem.ts';
import { optionsOf, scalePoints } from './question-options.ts';
import type { Question } from './question.ts';

type Path = Problem['path'];

/** What is wrong with the questions of a definition, in their order: see definitionProblems. */
export function questionProblems(definition: Definition): Problem[] {
  return definition.questions.flatMap((question, index) => {
    const path = ['questions', index];
    return [
      ...placeProblems(definition, question, path),
      ...sourceProblems(definition, question, path),
      ...limitProblems(definition, question, path),
      ...orderProblems(definition, question, path),
      ...showIfProblems(definition, index),
    ];
  });
}

function placeProblems(definition: Definition, question: Question, path: Path): Problem[] {
  const problems: Problem[] = [];
  const { sections, stages, workshop, lists } = definition;
  if (lacks(sections, question.section)) {
    problems.push(missing([...path, 'section'], 'section', question.section));
  }
  if (lacks(stages, question.stage)) {
    problems.push(missing([...path, 'stage'], 'stage', question.stage));
  }
  if (lacks(workshop.guidingQuestions, question.guidingQuestion)) {
    const place = [...path, 'guidingQuestion'];
    problems.push(missing(place, 'guiding question', question.guidingQuestion));
  }
  if ('coding' in question && question.coding && !Object.hasOwn(lists, question.coding.list)) {
    problems.push(missing([...path, 'coding', 'list'], 'list', question.coding.list));
  }
  if (new Set(question.audience).size < question.audience.length) {
    problems.push({ path: [...path, 'audience'], message: 'An audience is listed twice.' });
  }
  return problems;
}

/** Options come from exactly one place, and the place exists. */
function sourceProblems(definition: Definition, question: Question, path: Path): Problem[] {
  const problems: Problem[] = [];
  const matrix = question.kind === 'rating-matrix';
  if (matrix || question.kind === 'scale') {
    const { scale } = question;
    if (scale !== undefined && scalePoints(definition, question).length === 0) {
      problems.push(missing([...path, 'scale'], 'scale', scale));
    }
  }
  if (!matrix && !choosesOptions(question)) return problems;
  const [own, from] = matrix ? ['rows', 'rowsFrom'] : ['options', 'optionsFrom'];
  const given = [
    matrix ? question.rows : question.options,
    matrix ? question.rowsFrom : question.optionsFrom,
    question.kind === 'scale' ? question.scale : undefined,
  ].filter((source) => source !== undefined);
  if (given.length !== 1) {
    const names = question.kind === 'scale' ? `${own}, ${from} or scale` : `${own} or ${from}`;
    const message = `Question "${question.id}" needs ${names}, exactly one of them.`;
    return [...problems, { path: [...path], message }];
  }
  const list = matrix ? question.rowsFrom : question.optionsFrom;
  if (list === '@countries') {
    if (question.kind === 'single') return problems;
    const message = 'Only a single choice can list all countries.';
    return [...problems, { path: [...path, from!], message }];
  }
  if (list !== undefined && !Object.hasOwn(definition.lists, list)) {
    return [...problems, missing([...path, from!], 'list', list)];
  }
  const options = optionsOf(definition, question);
  const place = list === undefined ? [...path, own!] : [...path, from!];
  if (list === undefined) problems.push(...repeatedIds(place, options));
  if (question.kind !== 'single' && options.some((option) => option.writeIn)) {
    const message = `Only a single choice can have an option with a text beside it.`;
    problems.push({ path: place, message });
  }
  return problems;
}

function limitProblems(definition: Definition, question: Question, path: Path): Problem[] {
  if (!('min' in question || 'max' in question || 'complete' in question)) return [];
  const { min, max } = question;
  const problems: Problem[] = [];
  if (min !== undefined && max !== undefined && min > max) {
    problems.push({ path: [...path, 'min'], message: `min ${min} is more than max ${max}.` });
  }
  if (question.kind === 'number') return problems;
  const options = optionsOf(definition, question).length;
  const room = options + (question.kind === 'ranking' ? (question.writeIns ?? 0) : 0);
  if (min !== undefined && options > 0 && min > options) {
    const message = `min ${min} is more than the ${options} options.`;
    problems.push({ path: [...path, 'min'], message });
  }
  if (max !== undefined && options > 0 && (max > room || max < 1)) {
    const message = `max ${max} must be 1 to ${room}, the options and write-ins there are.`;
    problems.push({ path: [...path, 'max'], message });
  }
  if (question.kind === 'ranking' && question.complete && (min ?? max) !== undefined) {
    const message = 'A complete ranking has neither min nor max.';
    problems.push({ path: [...path, 'complete'], message });
  }
  return problems;
}

/** `as:ID` and `validatedBy` name another question about the same things. */
function orderProblems(definition: Definition, question: Question, path: Path): Problem[] {
  const problems: Problem[] = [];
  const ids = (other: Question) =>
    optionsOf(definition, other)
      .map(({ id }) => id)
      .join();
  const sameOptions = (place: Path, id: string) => {
    const other = definition.questions.find((candidate) => candidate.id === id);
    if (!other) problems.push(missing(place, 'question', id));
    else if (other === question || ids(other) !== ids(question)) {
      const message = `Question "${id}" does not have the options of "${question.id}".`;
      problems.push({ path: place, message });
    } else return other;
    return undefined;
  };
  if ('randomise' in question && typeof question.randomise === 'string') {
    sameOptions([...path, 'randomise'], question.randomise.slice(3));
  }
  if (question.kind === 'ranking' && question.optionsFilter) {
    const place = [...path, 'optionsFilter', 'validatedBy'];
    const other = sameOptions(place, question.optionsFilter.validatedBy);
    if (other && other.kind !== 'rating-matrix') {
      problems.push({ path: place, message: `Question "${other.id}" is not a rating matrix.` });
    }
    const known = new Set(optionsOf(definition, question).map(({ id }) => id));
    for (const [index, id] of (question.optionsFilter.shown ?? []).entries()) {
      if (known.has(id)) continue;
      problems.push(missing([...path, 'optionsFilter', 'shown', index], 'option', id));
    }
  }
  if (question.kind === 'rating-matrix' && question.confirmRule) {
    const { value } = question.confirmRule;
    if (!scalePoints(definition, question).some((point) => point.value === value)) {
      const message = `${value} is not a point of scale "${question.scale}".`;
      problems.push({ path: [...path, 'confirmRule', 'value'], message });
    }
  }
  return problems;
}

function showIfProblems({ questions }: Definition, index: number): Problem[] {
  const question = questions[index];
  if (!question?.showIf) return [];
  const path = ['questions', index, 'showIf', 'question'];
  const id = question.showIf.question;
  const other = questions.findIndex((candidate) => candidate.id === id);
  if (other < 0) return [missing(path, 'question', id)];
  if (other >= index) {
    return [{ path, message: `Question "${id}" must come before "${question.id}".` }];
  }
  const unseen = question.audience.find((who) => !questions[other]?.audience.includes(who));
  if (!unseen) return [];
  return [{ path, message: `Question "${id}" is not asked of a ${unseen}.` }];
}

/** Whether a question names what is not there; a question need not name any. */
function lacks(entries: readonly { id: string }[] | undefined, id: string | undefined): boolean {
  return id !== undefined && !entries?.some((entry) => entry.id === id);
}

type ChoiceQuestion = Extract<Question, { optionsFrom?: unknown }>;

function choosesOptions(question: Question): question is ChoiceQuestion {
  return ['ranking', 'single', 'multiple', 'scale'].includes(question.kind);
}
