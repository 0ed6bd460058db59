import type { Definition, Question } from './definition.ts';
import type { Option } from './option.ts';
import { optionsOf, scalePoints } from './question-options.ts';

/**
 * What a change does to answers that were given before it.
 * - `wording`: they mean what they meant, said in other words
 * - `added`: earlier respondents never saw what is new
 * - `rules`: later respondents answer under other rules
 * - `counting`: all results, old ones too, are worked out in another way
 * - `refused`: they would lose their meaning, so the change is not made
 */
export type ChangeEffect = 'wording' | 'added' | 'rules' | 'counting' | 'refused';

export type ChangeKind =
  | 'text'
  | 'other'
  | 'question-added'
  | 'question-removed'
  | 'question-moved'
  | 'question-kind'
  | 'question-hidden'
  | 'question-shown'
  | 'question-personal'
  | 'option-added'
  | 'option-removed'
  | 'option-moved'
  | 'points'
  | 'limits'
  | 'unranked'
  | 'segments'
  | 'min-cell-lower'
  | 'min-cell-higher';

/** One difference between two definitions of a study. */
export interface DefinitionChange {
  kind: ChangeKind;
  effect: ChangeEffect;
  path: (string | number)[];
  /** The question and the option that it is about, by id. */
  question?: string;
  option?: string;
}

const EFFECTS: Record<ChangeKind, ChangeEffect> = {
  text: 'wording',
  other: 'wording',
  'question-added': 'added',
  'question-removed': 'refused',
  'question-moved': 'refused',
  'question-kind': 'refused',
  'question-hidden': 'rules',
  'question-shown': 'rules',
  'question-personal': 'refused',
  'option-added': 'added',
  'option-removed': 'refused',
  'option-moved': 'refused',
  points: 'refused',
  limits: 'rules',
  unranked: 'counting',
  segments: 'counting',
  'min-cell-lower': 'refused',
  'min-cell-higher': 'counting',
};

/**
 * What differs between two definitions and what that does to answers given under the first. Empty
 * when they are equal. Without a `refused` change every answer to the first is one to the second,
 * and its code (`answerCoder`) stays right: questions and options are only ever added at the end.
 *
 * @example
 * definitionChanges(before, after)
 * // [{ kind: 'option-added', effect: 'added', path: ['questions', 2], question: 'topics', option: 'law' }]
 */
export function definitionChanges(before: Definition, after: Definition): DefinitionChange[] {
  return [
    ...orderChanges(before, after),
    ...before.questions.flatMap((question) => {
      const index = after.questions.findIndex(({ id }) => id === question.id);
      const now = after.questions[index];
      return now ? questionChanges(before, after, question, now, index) : [];
    }),
    ...cellChanges(before, after),
    ...segmentChanges(before, after),
    ...otherChanges(before, after),
  ];
}

function change(
  kind: ChangeKind,
  path: (string | number)[],
  about: { question?: string; option?: string } = {},
): DefinitionChange {
  return { kind, effect: EFFECTS[kind], path, ...about };
}

function orderChanges(before: Definition, after: Definition): DefinitionChange[] {
  const old = new Set(before.questions.map(({ id }) => id));
  const removed = before.questions
    .filter(({ id }) => !after.questions.some((question) => question.id === id))
    .map(({ id }) => change('question-removed', ['questions'], { question: id }));
  let place = 0;
  const rest = before.questions.filter(({ id }) => after.questions.some((now) => now.id === id));
  const others = after.questions.flatMap(({ id }, index) => {
    const path = ['questions', index];
    if (!old.has(id)) {
      const added = change('question-added', path, { question: id });
      return place < rest.length ? [{ ...added, effect: 'refused' as const }] : [added];
    }
    const expected = rest[place++];
    return expected?.id === id ? [] : [change('question-moved', path, { question: id })];
  });
  return [...removed, ...others];
}

const LIMITS = [
  ['section', 'stage', 'audience', 'required', 'showIf', 'min', 'max', 'complete', 'ties'],
  ['writeIns', 'randomise', 'noOpinion', 'optionsFilter', 'allowDontKnow', 'step', 'unit'],
  ['maxLength', 'repeat'],
].flat();

const UNSEEN = [
  ['segment', 'primary', 'interactive', 'guidingQuestion', 'confirmRule', 'coding'],
].flat();

function questionChanges(
  before: Definition,
  after: Definition,
  old: Question,
  now: Question,
  index: number,
): DefinitionChange[] {
  const path = ['questions', index];
  const about = { question: now.id };
  if (old.kind !== now.kind) return [change('question-kind', path, about)];
  const changes: DefinitionChange[] = [];
  const fields: [Record<string, unknown>, Record<string, unknown>] = [{ ...old }, { ...now }];
  const differs = (field: string) => !same(fields[0][field], fields[1][field]);
  for (const field of ['title', 'help', 'lastTime']) {
    if (differs(field)) changes.push(change('text', [...path, field], about));
  }
  for (const field of LIMITS) {
    if (differs(field)) changes.push(change('limits', [...path, field], about));
  }
  if (UNSEEN.some(differs)) changes.push(change('other', path, about));
  if (differs('unranked')) changes.push(change('unranked', [...path, 'unranked'], about));
  if (differs('personal')) changes.push(change('question-personal', path, about));
  if (!old.hidden !== !now.hidden) {
    changes.push(change(now.hidden ? 'question-hidden' : 'question-shown', path, about));
  }
  const points = [scalePoints(before, old), scalePoints(after, now)];
  if (!same(points[0]!.map(valueOf), points[1]!.map(valueOf))) {
    changes.push(change('points', path, about));
  } else if (!same(points[0], points[1])) changes.push(change('text', [...path, 'scale'], about));
  return [...changes, ...optionChanges(optionsOf(before, old), optionsOf(after, now), path, about)];
}

function valueOf({ value }: { value: number }): number {
  return value;
}

function optionChanges(
  old: readonly Option[],
  now: readonly Option[],
  path: (string | number)[],
  about: { question: string },
): DefinitionChange[] {
  const known = new Map(old.map((option) => [option.id, option]));
  const kept = old.filter(({ id }) => now.some((option) => option.id === id));
  const changes = old
    .filter((option) => !kept.includes(option))
    .map(({ id }) => change('option-removed', path, { ...about, option: id }));
  let place = 0;
  for (const option of now) {
    const on = { ...about, option: option.id };
    const before = known.get(option.id);
    if (!before) {
      changes.push(change(place < kept.length ? 'option-moved' : 'option-added', path, on));
      continue;
    }
    if (kept[place++]?.id !== option.id) changes.push(change('option-moved', path, on));
    const { label, short, help, ...rest } = option;
    if (!same([before.label, before.short, before.help], [label, short, help])) {
      changes.push(change('text', path, on));
    }
    const { label: _label, short: _short, help: _help, ...was } = before;
    if (!same(was.exclude, rest.exclude) || !same(was.value, rest.value)) {
      changes.push({ ...change('limits', path, on), effect: 'counting' });
    } else if (!same(was, rest)) changes.push(change('limits', path, on));
  }
  return changes;
}

function cellChanges(before: Definition, after: Definition): DefinitionChange[] {
  const [old, now] = [before.privacy.minCell, after.privacy.minCell];
  if (old === now) return [];
  return [change(now < old ? 'min-cell-lower' : 'min-cell-higher', ['privacy', 'minCell'])];
}

function segmentChanges(before: Definition, after: Definition): DefinitionChange[] {
  return same(before.segments, after.segments) ? [] : [change('segments', ['segments'])];
}

const TEXTS = [
  'title',
  'intro',
  'consent',
  'thanks',
  'acknowledgement',
  'dontKnow',
  'sections',
  'languages',
] as const;

function otherChanges(before: Definition, after: Definition): DefinitionChange[] {
  const texts = TEXTS.filter((field) => !same(before[field], after[field]));
  const compared = new Set<string>([
    ...TEXTS,
    'questions',
    'privacy',
    'segments',
    'lists',
    'scales',
  ]);
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const all: [Record<string, unknown>, Record<string, unknown>] = [{ ...before }, { ...after }];
  const others = [...keys].filter((key) => !compared.has(key) && !same(all[0][key], all[1][key]));
  return [
    ...texts.map((field) => change('text', [field])),
    ...others.map((field) => change('other', [field])),
  ];
}

/** Whether two values are the same as data; a key that is undefined is as good as none. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...keys].every((key) => same(left[key], right[key]));
}
