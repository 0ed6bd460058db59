import { mergedAnswer } from './write-in-merge.ts';
import { writeInText } from './write-ins.ts';
import type { Answers } from './answer.ts';
import type { Definition, Question } from './definition.ts';
import { optionsOf, scalePoints } from './question-options.ts';

/** Between the answers of one response, and between responses in a batch. */
export const FIELD = '\t';
export const RECORD = '\n';

/** What an answer is coded as when it names no option; group numbers and options start at '0'. */
export const NO_ANSWER = '';
export const WORDS_ONLY = '+';
export const NO_OPINION = '-';
export const DONT_KNOW = '-';
export const UNKNOWN = '*';

/** Writes the countable answers of responses to one definition as short texts. */
export interface AnswerCoder {
  /** The countable questions, in the order of their fields. */
  questions: readonly Question[];
  /** The answers of one response: a field for each countable question, separated by tabs. */
  encode: (answers: Answers) => string;
}

const coders = new WeakMap<object, AnswerCoder>();

/**
 * The coder of a definition: one character or a few for each answer, by the places of options in
 * the definition, which is frozen once anybody has answered. What respondents wrote is not in it,
 * unless a designer has merged it into an option.
 * - ranking: the group number of every item, as `encodeBallot`; `-` no opinion, `+` write-ins only
 * - single, multiple, scale: a character for each option chosen; `+` an answer in own words
 * - rating matrix: a character a row: `0` not rated, `-` don't know, `1` the lowest point
 * - number: its decimal text
 *
 * @example
 * answerCoder(definition).encode({ topics: [['b'], ['a']], role: 'student' }) // '21\t0'
 */
export function answerCoder(definition: Definition): AnswerCoder {
  const known = coders.get(definition);
  if (known) return known;
  const questions = definition.questions.filter(isCountable);
  const writers = questions.map((question) => ({
    question,
    id: question.id,
    write: writerOf(definition, question),
  }));
  const coder: AnswerCoder = {
    questions,
    encode: (answers) =>
      writers
        .map(({ id, question, write }) =>
          Object.hasOwn(answers, id) ? write(mergedAnswer(question, answers[id])) : NO_ANSWER,
        )
        .join(FIELD),
  };
  coders.set(definition, coder);
  return coder;
}

/** Whether the answers to a question can be counted; texts are read instead. */
export function isCountable({ kind }: Question): boolean {
  return kind !== 'short-text' && kind !== 'long-text';
}

/** The character of a place or group number, as in coded ballots: printable, and no separator. */
export function placeCode(place: number): string {
  return String.fromCharCode(place <= 78 ? 48 + place : 161 + place - 79);
}

/** The place that a character stands for; negative for `+`, `-` and `*`. */
export function placeOf(charCode: number): number {
  return charCode >= 161 ? charCode - 161 + 79 : charCode - 48;
}

/**
 * The code of a ranking for as many items as there are now: those that came later are not ranked
 * in it, those that are gone fall away. Codes without a ranking stay as they are.
 *
 * @example
 * fittedRanking('21', 3) // '210'
 */
export function fittedRanking(code: string, items: number): string {
  if (code.length === items || code < '0') return code;
  const fitted = code.slice(0, items).padEnd(items, '0');
  return /^0*$/.test(fitted) ? WORDS_ONLY : fitted;
}

function writerOf(definition: Definition, question: Question): (answer: unknown) => string {
  const points = scalePoints(definition, question);
  const ids =
    question.kind === 'scale' && points.length > 0
      ? points.map(({ value }) => String(value))
      : optionsOf(definition, question).map(({ id }) => id);
  const places = new Map(ids.map((id, place) => [id, place]));
  switch (question.kind) {
    case 'ranking':
      return (answer) => writeRanking(answer, places);
    case 'rating-matrix': {
      const values = new Map(points.map(({ value }, place) => [value as unknown, place]));
      return (answer) => writeRatings(answer, ids, values);
    }
    case 'number':
      return (answer) => (Number.isFinite(answer) ? String(answer) : NO_ANSWER);
    case 'scale':
      return (answer) => codeOf(places.get(String(answer))) ?? NO_ANSWER;
    default:
      return (answer) => writeChoice(answer, places);
  }
}

function codeOf(place: number | undefined): string | undefined {
  return place === undefined ? undefined : placeCode(place);
}

function writeRanking(answer: unknown, places: ReadonlyMap<string, number>): string {
  if (answer === 'no-opinion') return NO_OPINION;
  if (!Array.isArray(answer) || answer.flat().length === 0) return NO_ANSWER;
  const codes = Array.from({ length: places.size }, () => '0');
  let group = 0;
  for (const items of answer) {
    const own = (Array.isArray(items) ? items : []).flatMap(
      (id) => (typeof id === 'string' ? places.get(id) : undefined) ?? [],
    );
    if (own.length > 0) group++;
    for (const place of own) codes[place] = placeCode(group);
  }
  return group > 0 ? codes.join('') : WORDS_ONLY;
}

function writeChoice(answer: unknown, places: ReadonlyMap<string, number>): string {
  const ids = chosenIn(answer);
  if (ids.length === 0) return writeInText(answer) === null ? NO_ANSWER : WORDS_ONLY;
  return [...new Set(ids)].map((id) => codeOf(places.get(id)) ?? UNKNOWN).join('');
}

function writeRatings(
  answer: unknown,
  rows: readonly string[],
  points: ReadonlyMap<unknown, number>,
): string {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return NO_ANSWER;
  const ratings = answer as Record<string, unknown>;
  if (Object.keys(ratings).length === 0) return NO_ANSWER;
  return rows
    .map((row) => {
      if (!Object.hasOwn(ratings, row)) return '0';
      if (ratings[row] === null) return DONT_KNOW;
      const place = points.get(ratings[row]);
      return place === undefined ? UNKNOWN : placeCode(place + 1);
    })
    .join('');
}

/** The options in an answer to a single or multiple choice. */
function chosenIn(answer: unknown): string[] {
  if (typeof answer === 'string' && answer !== '') return [answer];
  if (Array.isArray(answer)) return answer.filter((id): id is string => typeof id === 'string');
  if (typeof answer === 'object' && answer !== null && 'id' in answer) return [String(answer.id)];
  return [];
}
