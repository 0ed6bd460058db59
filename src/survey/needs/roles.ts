import type { Definition } from '../definition.ts';
import { offeredOptions, scalePoints } from '../question-options.ts';
import type { Question } from '../question.ts';
import { primaryQuestion } from '../results-query.ts';

/** The parts that questions can play in a needs analysis. */
export const NEED_ROLES = [
  'contents',
  'importance',
  'level',
  'targets',
  'challenges',
  'methods',
  'frameworks',
  'disciplines',
  'necessary',
  'duration',
  'spread',
  'acceptance',
  'onlineShare',
  'mixing',
] as const;

export type NeedRole = (typeof NEED_ROLES)[number];

/** Which question plays which part, by id; `null` where the study asks nothing of the kind. */
export type NeedRoles = Record<NeedRole, string | null>;

/** What a designer set: a question's id, `null` for none, absent for what the study itself says. */
export type ChosenRoles = Partial<NeedRoles>;

/**
 * Which question of a study plays which part. What a designer chose comes first, as far as it fits;
 * then what the study's analyses say; then the templates' own ids, the numbers of the interactive
 * questions, the lists, and units. A question plays one part.
 *
 * @example
 * needRoles(template('local-digital-skills')!).contents // => 'skill-ranking'
 */
export function needRoles(definition: Definition, chosen: ChosenRoles = {}): NeedRoles {
  const roles = Object.fromEntries(NEED_ROLES.map((role) => [role, null])) as NeedRoles;
  const taken = new Set<string>();
  const settle = (role: NeedRole, id: string | null | undefined) => {
    if (!id || roles[role] !== null || taken.has(id)) return;
    if (!fittingQuestions(definition, role).some((question) => question.id === id)) return;
    roles[role] = id;
    taken.add(id);
  };
  for (const role of NEED_ROLES) settle(role, chosen[role]);
  for (const role of NEED_ROLES) {
    if (chosen[role] === null) continue;
    for (const id of candidates(definition, role, roles)) settle(role, id);
  }
  return roles;
}

/**
 * The questions that could play a part: those of its kind, unit and options.
 *
 * @example
 * fittingQuestions(definition, 'necessary').map(({ id }) => id) // => ['training-necessary']
 */
export function fittingQuestions(definition: Definition, role: NeedRole): Question[] {
  return definition.questions.filter((question) => fits(definition, question, role));
}

function fits(definition: Definition, question: Question, role: NeedRole): boolean {
  const { kind } = question;
  switch (role) {
    case 'importance':
    case 'level':
    case 'mixing':
      return kind === 'rating-matrix';
    case 'necessary': {
      const values = valuesOf(definition, question);
      const isKnown = values.every((value) => [0, 1, 2, 3].includes(value));
      return kind === 'single' && isKnown && Math.max(...values) >= 2 && Math.min(...values) <= 1;
    }
    case 'duration':
      return hasUnit(question, 'hours');
    case 'spread':
      return hasUnit(question, 'weeks');
    case 'onlineShare':
      return hasUnit(question, 'percent');
    case 'acceptance':
      return kind === 'scale' && valuesOf(definition, question).join() === '1,2,3,4,5';
    default:
      return kind === 'ranking';
  }
}

function hasUnit(question: Question, unit: string): boolean {
  return (question.kind === 'scale' || question.kind === 'number') && question.unit === unit;
}

function valuesOf(definition: Definition, question: Question): number[] {
  const points = scalePoints(definition, question);
  if (points.length > 0) return points.map(({ value }) => value);
  return offeredOptions(definition, question).flatMap(({ value, exclude }) =>
    value === undefined || exclude ? [] : [value],
  );
}

/** The ids of the templates that come with the product. */
const KNOWN: Record<NeedRole, readonly string[]> = {
  contents: ['competency-ranking', 'skill-ranking', 'barrier-ranking'],
  importance: ['competency-importance', 'skill-importance'],
  level: ['competency-level', 'skill-level', 'sme-coverage'],
  targets: ['target-ranking'],
  challenges: ['challenge-ranking'],
  methods: ['method-ranking'],
  frameworks: ['framework-ranking'],
  disciplines: ['discipline-ranking'],
  necessary: ['training-necessary'],
  duration: ['training-duration'],
  spread: ['training-spread'],
  acceptance: ['elearning-acceptable'],
  onlineShare: ['online-share'],
  mixing: ['mixing-benefit'],
};

/** Lists whose name tells what a ranking of them is about. */
const LISTS: Partial<Record<NeedRole, readonly string[]>> = {
  contents: ['competencies', 'skills', 'contents'],
  targets: ['populations', 'targets', 'target-groups'],
  challenges: ['challenges'],
  methods: ['methods', 'methodologies'],
  frameworks: ['frameworks'],
  disciplines: ['disciplines'],
};

/** The number of the interactive question that a part answers. */
const INTERACTIVE: Partial<Record<NeedRole, number>> = {
  necessary: 1,
  targets: 1,
  challenges: 2,
  duration: 3,
  spread: 3,
  acceptance: 4,
  onlineShare: 4,
  mixing: 5,
};

function candidates(definition: Definition, role: NeedRole, settled: NeedRoles): string[] {
  const fitting = fittingQuestions(definition, role);
  const listOf = (question: Question) =>
    question.kind === 'rating-matrix'
      ? question.rowsFrom
      : 'optionsFrom' in question
        ? question.optionsFrom
        : undefined;
  const contents = definition.questions.find(({ id }) => id === settled.contents);
  const sameList = fitting.filter(
    (question) => contents && listOf(contents) && listOf(question) === listOf(contents),
  );
  const fallback = (): Question[] => {
    if (role === 'contents') return fitting.filter((one) => one === primaryQuestion(definition));
    if (role === 'importance' || role === 'level') {
      return sameList.filter(({ id, ...question }) =>
        `${id} ${'scale' in question ? question.scale : ''}`.includes(role),
      );
    }
    return ['duration', 'spread', 'onlineShare'].includes(role) && fitting.length === 1
      ? fitting
      : [];
  };
  return [
    ...analysed(definition, role, listOf),
    ...KNOWN[role],
    ...fitting
      .filter(({ interactive }) => interactive && interactive === INTERACTIVE[role])
      .map((question) => question.id),
    ...fitting
      .filter((question) => LISTS[role]?.includes(listOf(question) ?? ''))
      .map((question) => question.id),
    ...fallback().map((question) => question.id),
  ];
}

function analysed(
  { analyses, questions }: Definition,
  role: NeedRole,
  listOf: (question: Question) => string | undefined,
): string[] {
  return analyses.flatMap((analysis) => {
    if (analysis.kind === 'curriculum' && role === 'duration') return [analysis.durationFrom];
    if (analysis.kind !== 'gap') return [];
    if (role === 'importance') return analysis.importance ?? [];
    if (role === 'level') return analysis.level ?? analysis.coverage ?? [];
    if (role !== 'contents') return [];
    const ranked = questions.filter(
      (question) => question.kind === 'ranking' && listOf(question) === analysis.list,
    );
    return analysis.rank ?? ranked.map((question) => question.id);
  });
}
