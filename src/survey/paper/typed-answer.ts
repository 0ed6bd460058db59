import type { RankingAnswer, RatingAnswer, SingleAnswer } from '../answer.ts';
import type { LocalQuestion } from '../local-study.ts';

/** Why what was typed stands for no answer. Whether the answer fits is for `answerIssues` to say. */
export type TypedProblem =
  /** There is no such number on the sheet. */
  | { code: 'no-such-number'; typed: string; most: number }
  /** Something that is neither a number nor a text in quotation marks. */
  | { code: 'unreadable'; typed: string }
  /** More values than the question has rows. */
  | { code: 'too-many-rows'; most: number };

export type Typed = { answer: unknown } | { problem: TypedProblem };

/** Stands for "no opinion" and for a row that was left out. */
const NONE = '-';
const DONT_KNOW = '?';
const QUOTES = /["“”„«»]/g;

/**
 * Reads what a facilitator types from a sheet of paper, in the numbers that the sheet prints:
 *
 * - ranking: numbers, best first, `3 1=4 7`; `=` between equals, own words in quotation marks, `-`
 *   for "no opinion"
 * - single: a number, a country's two letters, or own words in quotation marks, also after a number
 * - multiple: numbers
 * - scale: the point's value, or the option's number
 * - rating matrix: a value for each row, `-` for none and `?` for "don't know"
 * - number and texts: as they are; several texts one a line
 *
 * Nothing typed is no answer: `undefined`.
 *
 * @example
 * readTyped(ranking, '3 1=2') // { answer: [['c'], ['a', 'b']] }
 */
export function readTyped(question: LocalQuestion, text: string): Typed {
  const typed = text.replaceAll('\r\n', '\n').trim();
  if (typed === '') return { answer: undefined };
  switch (question.kind) {
    case 'ranking':
      return readRanking(question, typed);
    case 'single':
      return readSingle(question, typed);
    case 'multiple':
      return readMultiple(question, typed);
    case 'scale':
      return readScale(question, typed);
    case 'rating-matrix':
      return readRating(question, typed);
    case 'number': {
      const value = readNumber(typed);
      return value === null ? unreadable(typed) : { answer: value };
    }
    case 'short-text':
    case 'long-text':
      if (!question.repeat) return { answer: typed };
      return { answer: typed.split('\n').flatMap((line) => line.trim() || []) };
  }
}

/**
 * The text that `readTyped` reads as this answer; '' without one.
 *
 * @example
 * writeTyped(ranking, [['c'], ['a', 'b']]) // '3 1=2'
 */
export function writeTyped(question: LocalQuestion, answer: unknown): string {
  if (answer === undefined || answer === null) return '';
  const options = question.options ?? [];
  const number = (id: string) => String(options.findIndex((option) => option.id === id) + 1);
  switch (question.kind) {
    case 'ranking':
      if (!Array.isArray(answer)) return NONE;
      return (answer as Exclude<RankingAnswer, string>)
        .map((group) =>
          group
            .map((item) => (typeof item === 'string' ? number(item) : quoted(item.writeIn)))
            .join('='),
        )
        .join(' ');
    case 'single': {
      const given = answer as SingleAnswer;
      if (typeof given === 'string') return question.countries ? given : number(given);
      return 'id' in given ? `${number(given.id)} ${quoted(given.writeIn)}` : quoted(given.writeIn);
    }
    case 'multiple':
      return (answer as string[]).map(number).join(' ');
    case 'scale':
      return typeof answer === 'string' ? number(answer) : String(answer);
    case 'rating-matrix': {
      const values = answer as RatingAnswer;
      const cells = (question.rows ?? []).map(({ id }) => {
        const value = values[id];
        return value === null ? DONT_KNOW : String(value ?? NONE);
      });
      while (cells.at(-1) === NONE) cells.pop();
      return cells.join(' ');
    }
    case 'number':
      return String(answer);
    case 'short-text':
    case 'long-text':
      return Array.isArray(answer) ? answer.join('\n') : String(answer);
  }
}

type Token = { number: string } | { words: string } | { sign: string };

/** Numbers, texts in quotation marks, `=` and the signs for nothing; anything else is one more sign. */
function tokens(typed: string): Token[] {
  const pattern = /"([^"]*)"|(\d+)|([=?-])|([^\s,;.>"\d=?-]+)/g;
  return [...typed.replace(QUOTES, '"').matchAll(pattern)].map(([, words, number, sign, other]) => {
    if (words !== undefined) return { words: words.trim() };
    return number === undefined ? { sign: sign ?? other ?? '' } : { number };
  });
}

function readRanking(question: LocalQuestion, typed: string): Typed {
  if (typed === NONE) return { answer: 'no-opinion' };
  const groups: (string | { writeIn: string })[][] = [];
  let ties = false;
  for (const token of tokens(typed)) {
    if ('sign' in token) {
      if (token.sign !== '=' || groups.length === 0 || ties) return unreadable(token.sign);
      ties = true;
      continue;
    }
    const item = 'words' in token ? { writeIn: token.words } : optionAt(question, token.number);
    if (item === null) return noSuchNumber(question, 'number' in token ? token.number : '');
    if (ties) groups.at(-1)!.push(item);
    else groups.push([item]);
    ties = false;
  }
  return ties || groups.length === 0 ? unreadable(typed) : { answer: groups };
}

function readSingle(question: LocalQuestion, typed: string): Typed {
  if (question.countries && /^[a-z]{2}$/i.test(typed)) return { answer: typed.toUpperCase() };
  const [first, second, ...rest] = tokens(typed);
  if (!first || 'sign' in first || rest.length > 0) return unreadable(typed);
  if ('words' in first) return second ? unreadable(typed) : { answer: { writeIn: first.words } };
  const id = optionAt(question, first.number);
  if (id === null) return noSuchNumber(question, first.number);
  if (!second) return { answer: id };
  return 'words' in second ? { answer: { id, writeIn: second.words } } : unreadable(typed);
}

function readMultiple(question: LocalQuestion, typed: string): Typed {
  const ids: string[] = [];
  for (const token of tokens(typed)) {
    if (!('number' in token)) return unreadable('sign' in token ? token.sign : token.words);
    const id = optionAt(question, token.number);
    if (id === null) return noSuchNumber(question, token.number);
    ids.push(id);
  }
  return { answer: ids };
}

function readScale(question: LocalQuestion, typed: string): Typed {
  if (!question.points) {
    const id = optionAt(question, typed);
    return id === null ? noSuchNumber(question, typed) : { answer: id };
  }
  const value = readNumber(typed);
  return value === null ? unreadable(typed) : { answer: value };
}

function readRating(question: LocalQuestion, typed: string): Typed {
  const rows = question.rows ?? [];
  const cells = typed.split(/[\s;]+/);
  if (cells.length > rows.length) return { problem: { code: 'too-many-rows', most: rows.length } };
  const answer: RatingAnswer = {};
  for (const [k, cell] of cells.entries()) {
    if (cell === NONE) continue;
    const value = cell === DONT_KNOW ? null : readNumber(cell);
    if (value === null && cell !== DONT_KNOW) return unreadable(cell);
    answer[rows[k]!.id] = value;
  }
  return { answer: Object.keys(answer).length > 0 ? answer : undefined };
}

function optionAt({ options = [] }: LocalQuestion, number: string): string | null {
  return /^\d{1,3}$/.test(number) ? (options[Number(number) - 1]?.id ?? null) : null;
}

function readNumber(text: string): number | null {
  const plain = text.replace(',', '.').replace('−', '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Marks within the words would end them. */
function quoted(words: string): string {
  return `"${words.replace(QUOTES, '’')}"`;
}

function noSuchNumber({ options = [] }: LocalQuestion, typed: string): Typed {
  return { problem: { code: 'no-such-number', typed: typed.slice(0, 40), most: options.length } };
}

function unreadable(typed: string): Typed {
  return { problem: { code: 'unreadable', typed: typed.slice(0, 40) } };
}
