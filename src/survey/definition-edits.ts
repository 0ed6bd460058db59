import { NEW_QUESTION, OPTION } from './blank-study.ts';
import type { Definition } from './definition.ts';
import type { Option } from './option.ts';
import type { Question, QuestionKind } from './question.ts';

export type Place = readonly (string | number)[];

/**
 * A copy of a value with another one at a place within it; `undefined` takes the key out. What is
 * not on the way there is shared with the old value.
 *
 * @example
 * changedAt({ title: { en: 'A' } }, ['title', 'de'], 'B') // { title: { en: 'A', de: 'B' } }
 */
export function changedAt<Whole>(whole: Whole, [key, ...rest]: Place, value: unknown): Whole {
  if (key === undefined) return value as Whole;
  const inner = (whole as Record<string | number, unknown> | undefined)?.[key];
  const next = changedAt(inner, rest, value);
  if (Array.isArray(whole)) {
    return whole.map((entry: unknown, index) => (index === key ? next : entry)) as Whole;
  }
  const copy = { ...whole, [key]: next } as Record<string | number, unknown>;
  if (next === undefined) delete copy[key];
  return copy as Whole;
}

/** The value at a place within another; undefined where there is none. */
export function valueAt(whole: unknown, place: Place): unknown {
  return place.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
    whole,
  );
}

/**
 * A list with one entry moved to another place, counted from 0.
 *
 * @example
 * movedTo(['a', 'b', 'c'], 0, 2) // ['b', 'c', 'a']
 */
export function movedTo<Entry>(list: readonly Entry[], from: number, to: number): Entry[] {
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, ...list.slice(from, from + 1));
}

/**
 * The first of `stem-1`, `stem-2` … that is not taken.
 *
 * @example
 * freshId('option', ['option-1']) // 'option-2'
 */
export function freshId(stem: string, taken: Iterable<string>): string {
  const known = new Set(taken);
  for (let n = 1; ; n += 1) if (!known.has(`${stem}-${n}`)) return `${stem}-${n}`;
}

/** A new option, called "Option 4" in the default language until it is named. */
export function newOption(definition: Definition, options: readonly Option[]): Option {
  const { defaultLanguage } = definition;
  const id = freshId(
    'option',
    options.map((option) => option.id),
  );
  const labels = new Set(options.map(({ label }) => label[defaultLanguage]));
  let n = options.length + 1;
  while (labels.has(`${OPTION[defaultLanguage]} ${n}`)) n += 1;
  return { id, label: { [defaultLanguage]: `${OPTION[defaultLanguage]} ${n}` } };
}

/**
 * A definition with a new question of a kind at the end, valid from the start: with three options,
 * or with the study's first scale, which is made where there is none.
 */
export function withNewQuestion(definition: Definition, kind: QuestionKind): Definition {
  const { defaultLanguage, questions, sections } = definition;
  const id = freshId(
    'question',
    questions.map((question) => question.id),
  );
  const common = {
    id,
    section: questions.at(-1)?.section ?? sections[0]!.id,
    audience: ['individual', 'table'] as ('individual' | 'table')[],
    required: false,
    title: { [defaultLanguage]: `${NEW_QUESTION[defaultLanguage]} ${questions.length + 1}` },
  };
  const options: Option[] = [];
  for (let n = 0; n < 3; n += 1) options.push(newOption(definition, options));
  const needsScale = kind === 'scale' || kind === 'rating-matrix';
  const scales =
    needsScale && definition.scales.length === 0
      ? [{ id: 'scale-1', points: [1, 2, 3, 4, 5].map(pointOf(defaultLanguage)) }]
      : definition.scales;
  const scale = scales[0]?.id ?? '';
  const question = ((): Question => {
    switch (kind) {
      case 'ranking':
        return { ...common, kind, options, ties: false, min: 1, max: 3, randomise: true };
      case 'single':
      case 'multiple':
        return { ...common, kind, options };
      case 'scale':
        return { ...common, kind, scale };
      case 'rating-matrix':
        return { ...common, kind, rows: options, scale };
      case 'number':
        return { ...common, kind, min: 0 };
      case 'short-text':
        return { ...common, kind, maxLength: 100 };
      case 'long-text':
        return { ...common, kind, maxLength: 500 };
    }
  })();
  return { ...definition, scales, questions: [...questions, question] };
}

function pointOf(language: string) {
  return (value: number) => ({ value, label: { [language]: String(value) } });
}

/** A definition with a copy of one question after it, or at the end once people have answered. */
export function withCopy(definition: Definition, index: number, atEnd = false): Definition {
  const { questions } = definition;
  const id = freshId(
    'question',
    questions.map((question) => question.id),
  );
  const copy = { ...structuredClone(questions[index]!), id };
  delete (copy as { primary?: true }).primary;
  return { ...definition, questions: questions.toSpliced(atEnd ? Infinity : index + 1, 0, copy) };
}

const CHOICES: readonly QuestionKind[] = ['ranking', 'single', 'multiple', 'rating-matrix'];
const DIVIDING: readonly QuestionKind[] = ['single', 'multiple', 'scale'];

/**
 * A definition in which one question is of another kind: its wording, place and conditions stay,
 * and so do its options where the new kind has any. Settings of the old kind go, and what refers to
 * them. Only for studies that nobody has answered.
 *
 * @example
 * withKind(definition, 0, 'single').questions[0].title // as before
 */
export function withKind(definition: Definition, index: number, kind: QuestionKind): Definition {
  const old = definition.questions[index]!;
  if (old.kind === kind) return definition;
  const made = withNewQuestion(definition, kind);
  const { id, section, stage, audience, required, title, help, showIf, hidden } = old;
  const kept = { stage, help, showIf, hidden };
  const question = {
    ...made.questions.at(-1)!,
    id,
    section,
    audience,
    required,
    title,
    ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)),
    ...(CHOICES.includes(kind) && choicesOf(definition, old, kind)),
  } as Question;
  const without = withoutQuestion({ ...definition, scales: made.scales }, index);
  const divides = DIVIDING.includes(kind) && definition.segments.includes(id);
  return {
    ...without,
    workshop: definition.workshop,
    segments: divides ? definition.segments : without.segments,
    questions: definition.questions.map((before, place) => {
      if (place === index) return question;
      const after = without.questions[place < index ? place : place - 1]!;
      return before.showIf?.question === id ? changedAt(after, ['showIf'], before.showIf) : after;
    }),
  };
}

/** The options of a question as another kind has them; nothing where there are none. */
function choicesOf(definition: Definition, old: Question, kind: QuestionKind): object {
  const isMatrix = kind === 'rating-matrix';
  const list =
    'optionsFrom' in old ? old.optionsFrom : 'rowsFrom' in old ? old.rowsFrom : undefined;
  const isShared = list !== undefined && (kind === 'single' || !list.startsWith('@'));
  const own = 'options' in old ? old.options : 'rows' in old ? old.rows : undefined;
  if (!isShared && !own) return {};
  const options = own?.map(({ id, label, short, help }) => ({
    id,
    label,
    ...(short && { short }),
    ...(help && { help }),
  }));
  const count = options?.length ?? definition.lists[list!]?.length ?? 1;
  return {
    [isMatrix ? 'rows' : 'options']: options,
    ...(isShared && { [isMatrix ? 'rowsFrom' : 'optionsFrom']: list }),
    ...(kind === 'ranking' && { max: Math.min(3, count) }),
  };
}

/** A definition without one question and without what refers to it. */
export function withoutQuestion(definition: Definition, index: number): Definition {
  const gone = definition.questions[index]!.id;
  const questions = definition.questions.toSpliced(index, 1).map((question): Question => {
    let left = question;
    if (left.showIf?.question === gone) left = changedAt(left, ['showIf'], undefined);
    if ('randomise' in left && left.randomise === `as:${gone}`) {
      left = changedAt(left, ['randomise'], true);
    }
    if (left.kind === 'ranking' && left.optionsFilter?.validatedBy === gone) {
      left = changedAt(left, ['optionsFilter'], undefined);
    }
    return left;
  });
  const dropped = definition.analyses.filter((analysis) => Object.values(analysis).includes(gone));
  const lost = new Set(dropped.map(({ id }) => id));
  const analyses = definition.analyses.filter(
    (analysis) =>
      !lost.has(analysis.id) &&
      !(analysis.kind === 'curriculum' && analysis.weightsFrom.some((id) => lost.has(id))),
  );
  const agenda = definition.workshop.agenda.map((item) => ({
    ...item,
    questions: item.questions.filter((id) => id !== gone),
  }));
  return {
    ...definition,
    questions,
    segments: definition.segments.filter((segment) => segment !== gone),
    analyses,
    workshop: { ...definition.workshop, agenda },
  };
}
