import type { Definition, Question } from './definition.ts';
import { type Language, LANGUAGES, textIn } from './language.ts';
import { optionsOf, scalePoints } from './question-options.ts';
import type { Respondent } from './respondent.ts';
import { PERSON_MARKS, type PersonMark } from './room/room-rights.ts';

/** Segments that come with a response and need no question. */
export const SYSTEM_SEGMENTS = [
  '@language',
  '@table',
  '@round',
  '@event',
  '@mark',
  '@voice',
] as const;

export type SystemSegment = (typeof SYSTEM_SEGMENTS)[number];

/** Names of segment values that no definition holds; pages give them in their language. */
export interface SegmentNames {
  all: string;
  /** People who left the segment's question out. */
  notStated: string;
  /** An answer in the respondent's own words. */
  writeIn: string;
  individual: string;
  table: string;
  round: (round: number) => string;
  marks: Record<PersonMark, string>;
  /** Those whose answers no sign speaks against. */
  unflagged?: string;
}

export const ENGLISH_NAMES: SegmentNames = {
  all: 'Everyone',
  notStated: 'Not stated',
  writeIn: 'Something else',
  individual: 'Individuals',
  table: 'Tables',
  round: (round) => `Round ${round}`,
  marks: { participant: 'Participants', team: 'Project team', expert: 'Invited experts' },
};

/** What definitions have called the segment of marks. */
const EXPERTS = '@invited-expert';

/** Divides by signs of quality: no segment of its own, since it can't be told from an answer. */
export const QUALITY = '@quality';

/** A way to divide respondents: the values that people have, in order, and their labels. */
export interface Segment {
  id: string;
  /** All values in the definition's order; `null` where only the answers tell (tables, rounds). */
  values: readonly string[] | null;
  /** The value or values of one respondent; `['']` for somebody without one. */
  valuesOf: (respondent: Respondent) => readonly string[];
  label: (value: string) => string;
}

/** The value of an answer in the respondent's own words. */
export const WRITE_IN = '@write-in';

/**
 * The questions and system segments by which a study can be divided, in the study's order:
 * those the definition lists and the questions marked as a segment.
 */
export function segmentIds(definition: Definition): string[] {
  const questions = definition.questions
    .filter((question) => isDividing(question) && isMarked(definition, question))
    .map(({ id }) => id);
  return [...questions, ...SYSTEM_SEGMENTS];
}

/**
 * A person's value in the segment of marks; '' of a table, which has none. Whoever answers without
 * a seat in a room is the audience.
 *
 * @example
 * markValue({ voice: 'individual', mark: 'expert' }) // 'expert'
 */
export function markValue({ voice, mark }: Pick<Respondent, 'voice' | 'mark'>): PersonMark | '' {
  return voice === 'table' ? '' : (mark ?? 'participant');
}

/** Whether signs of quality speak against a response, as a value of the segment {@link QUALITY}. */
export function qualityValue({ flagged }: Pick<Respondent, 'flagged'>): 'clean' | 'flagged' {
  return flagged ? 'flagged' : 'clean';
}

/**
 * A segment of a study with labels in one language; `null` for an id that the study cannot be
 * divided by. `@invited-expert` is another name of `@mark`. Any question with a fixed set of answers (single, multiple, scale) divides.
 *
 * @example
 * segmentOf(definition, 'role', 'en')?.label('student') // 'Student'
 */
export function segmentOf(
  definition: Definition,
  id: string,
  language: Language,
  names: SegmentNames = ENGLISH_NAMES,
): Segment | null {
  const named = id === EXPERTS ? '@mark' : id;
  const system = SYSTEM_SEGMENTS.find((candidate) => candidate === named);
  if (system) return systemSegment(system, language, names);
  if (id === QUALITY) return qualitySegment(names);
  const question = definition.questions.find((candidate) => candidate.id === id);
  return question && isDividing(question)
    ? questionSegment(definition, question, language, names)
    : null;
}

function qualitySegment({ unflagged = 'Not flagged' }: SegmentNames): Segment {
  return {
    id: QUALITY,
    values: ['clean', 'flagged'],
    valuesOf: (respondent) => [qualityValue(respondent)],
    label: (value) => (value === 'flagged' ? 'Flagged' : unflagged),
  };
}

function isDividing({ kind }: Question): boolean {
  return kind === 'single' || kind === 'multiple' || kind === 'scale';
}

function isMarked(definition: Definition, question: Question): boolean {
  return question.segment === true || definition.segments.includes(question.id);
}

function questionSegment(
  definition: Definition,
  question: Question,
  language: Language,
  names: SegmentNames,
): Segment {
  const say = labeller(definition, question, language);
  const values = [...optionIds(definition, question)];
  if (question.kind === 'single' && question.writeIns) values.push(WRITE_IN);
  return {
    id: question.id,
    values,
    valuesOf: ({ answers }) => answeredValues(answers[question.id]),
    label: (value) => {
      if (value === '') return names.notStated;
      return value === WRITE_IN ? names.writeIn : say(value);
    },
  };
}

function optionIds(definition: Definition, question: Question): string[] {
  const points = scalePoints(definition, question);
  return points.length > 0
    ? points.map(({ value }) => String(value))
    : optionsOf(definition, question).map(({ id }) => id);
}

/**
 * A function from the value of a question's option, point or country to its short wording.
 *
 * @example
 * labeller(definition, country, 'de')('ES') // 'Spanien'
 */
export function labeller(
  definition: Definition,
  question: Question,
  language: Language,
): (value: string) => string {
  const fallback = definition.defaultLanguage;
  if ('optionsFrom' in question && question.optionsFrom === '@countries') {
    const countries = new Intl.DisplayNames([language, fallback], { type: 'region' });
    return (code) => countries.of(code) ?? code;
  }
  const labels = new Map<string, string>();
  for (const { id, label, short } of optionsOf(definition, question)) {
    labels.set(id, textIn(short ?? label, language, fallback));
  }
  if (question.kind === 'scale') {
    for (const { value, label } of scalePoints(definition, question)) {
      labels.set(String(value), textIn(label, language, fallback));
    }
  }
  return (value) => labels.get(value) ?? value;
}

/** The values in an answer to a single, multiple or scale question; `['']` without an answer. */
function answeredValues(answer: unknown): readonly string[] {
  if (typeof answer === 'string' && answer !== '') return [answer];
  if (typeof answer === 'number') return [String(answer)];
  if (Array.isArray(answer)) return answer.length > 0 ? answer.map(String) : [''];
  if (typeof answer === 'object' && answer !== null) {
    return ['id' in answer && typeof answer.id === 'string' ? answer.id : WRITE_IN];
  }
  return [''];
}

function systemSegment(id: SystemSegment, language: Language, names: SegmentNames): Segment {
  const stated = (label: (value: string) => string) => (value: string) =>
    value === '' ? names.notStated : label(value);
  switch (id) {
    case '@language': {
      const languages = new Intl.DisplayNames([language], { type: 'language' });
      return {
        id,
        values: LANGUAGES,
        valuesOf: ({ locale }) => [locale],
        label: (code) => languages.of(code) ?? code,
      };
    }
    case '@voice':
      return {
        id,
        values: ['individual', 'table'],
        valuesOf: ({ voice }) => [voice],
        label: (voice) => (voice === 'table' ? names.table : names.individual),
      };
    case '@round':
      return {
        id,
        values: null,
        valuesOf: ({ round }) => [String(round)],
        label: (round) => names.round(Number(round)),
      };
    case '@mark':
      return {
        id,
        values: PERSON_MARKS,
        valuesOf: (respondent) => [markValue(respondent)],
        label: stated((mark) => names.marks[mark as PersonMark] ?? mark),
      };
    case '@table':
      return { id, values: null, valuesOf: ({ table }) => [table ?? ''], label: stated(String) };
    case '@event':
      return { id, values: null, valuesOf: ({ event }) => [event ?? ''], label: stated(String) };
  }
}

/** Values in the segment's order: the definition's, or numbers before names; '' last. */
export function inSegmentOrder(segment: Segment, values: Iterable<string>): string[] {
  const order = new Map(segment.values?.map((value, index) => [value, index]));
  const natural = new Intl.Collator('en', { numeric: true });
  return [...values].toSorted(
    (a, b) =>
      Number(a === '') - Number(b === '') ||
      (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity) ||
      natural.compare(a, b),
  );
}
