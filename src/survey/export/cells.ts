import type { RankingAnswer, RatingAnswer, SingleAnswer } from '../answer.ts';
import type { Definition } from '../definition.ts';
import { type Language, textIn } from '../language.ts';
import { everAsked, type LocalQuestion, localise } from '../local-study.ts';
import { mergesOf } from '../write-in-merge.ts';

/** The columns that one question has in a table of responses, and what stands in them. */
export interface QuestionCells {
  question: LocalQuestion;
  headers: string[];
  /** Cells under the headers; all empty without an answer. */
  write: (answer: unknown) => string[];
  /** The answer in cells, `undefined` when all are empty; throws a CellError for nonsense. */
  read: (cells: readonly string[]) => unknown;
}

/** A cell that can't be read: which of the given cells, and why. */
export class CellError extends Error {
  readonly cell: number;

  constructor(cell: number, reason: string) {
    super(reason);
    this.name = 'CellError';
    this.cell = cell;
  }
}

/**
 * The columns of every question of a study but the personal ones, for both audiences, with the
 * texts of one language; the headers are the same in each. Items that were made of write-ins are
 * columns, too; so are questions that are hidden by now, whose answers stay.
 *
 * @example
 * questionCells(definition)[9].headers[0] // 'competency-ranking.technology-trends'
 */
export function questionCells(
  definition: Definition,
  language: Language = definition.defaultLanguage,
): QuestionCells[] {
  const asked = everAsked(definition);
  const individual = localise(asked, language, 'individual').questions;
  const table = localise(asked, language, 'table').questions;
  const known = new Map([...individual, ...table].map((question) => [question.id, question]));
  return definition.questions.flatMap((defined) => {
    const question = known.get(defined.id);
    if (!question || question.personal) return [];
    const added = (mergesOf(defined)?.items ?? []).map(({ id, label }) => {
      return { id, label: textIn(label, language, definition.defaultLanguage) };
    });
    const options = question.options && [...question.options, ...added];
    return [cellsOf(options && added.length > 0 ? { ...question, options } : question)];
  });
}

const NO_OPINION = 'no-opinion';

/** What stands in the cell of a row that somebody can't rate. */
export const DONT_KNOW = 'dont-know';

function cellsOf(question: LocalQuestion): QuestionCells {
  const { id, kind } = question;
  const options = (question.options ?? question.rows ?? []).map((option) => option.id);
  switch (kind) {
    case 'ranking':
      return rankingCells(question, options);
    case 'multiple':
      return {
        question,
        headers: options.map((option) => `${id}.${option}`),
        write: (answer) =>
          options.map((option) =>
            Array.isArray(answer) ? (answer.includes(option) ? '1' : '0') : '',
          ),
        read: (cells) => {
          if (cells.every((cell) => cell === '')) return undefined;
          return options.filter((_, k) => flag(cells[k] ?? '', k));
        },
      };
    case 'rating-matrix':
      return {
        question,
        headers: options.map((row) => `${id}.${row}`),
        write: (answer) =>
          options.map((row) => {
            const value = (answer as RatingAnswer | undefined)?.[row];
            return value === null ? DONT_KNOW : String(value ?? '');
          }),
        read: (cells) => {
          const rated = options.flatMap((row, k): [string, number | null][] => {
            const cell = cells[k] ?? '';
            if (cell === '') return [];
            return [[row, cell === DONT_KNOW ? null : numeric(cell, k)]];
          });
          return rated.length > 0 ? Object.fromEntries(rated) : undefined;
        },
      };
    case 'single':
      return singleCells(question);
    case 'number':
      return oneCell(question, (cell) => numeric(cell, 0));
    case 'scale':
      return oneCell(question, (cell) => (question.points ? numeric(cell, 0) : cell));
    case 'short-text':
    case 'long-text':
      return question.repeat ? repeatedCells(question, question.repeat) : oneCell(question, String);
  }
}

function oneCell(question: LocalQuestion, read: (cell: string) => unknown): QuestionCells {
  return {
    question,
    headers: [question.id],
    write: (answer) => [answer === undefined || answer === null ? '' : String(answer)],
    read: ([cell = '']) => (cell === '' ? undefined : read(cell)),
  };
}

function repeatedCells(question: LocalQuestion, count: number): QuestionCells {
  return {
    question,
    headers: Array.from({ length: count }, (_, k) => `${question.id}.${k + 1}`),
    write: (answer) => {
      const texts = Array.isArray(answer) ? answer : answer === undefined ? [] : [answer];
      return Array.from({ length: count }, (_, k) => String(texts[k] ?? ''));
    },
    read: (cells) => {
      const texts = cells.filter((cell) => cell !== '');
      return texts.length > 0 ? texts : undefined;
    },
  };
}

function singleCells(question: LocalQuestion): QuestionCells {
  const { id, writeIns, options } = question;
  const open = Boolean(writeIns) || options?.some((option) => option.writeIn);
  return {
    question,
    headers: open ? [id, `${id}.write-in`] : [id],
    write: (given) => {
      const answer = given as SingleAnswer | undefined;
      const choice = typeof answer === 'string' ? answer : answer && 'id' in answer && answer.id;
      const text = typeof answer === 'object' ? answer.writeIn : '';
      return open ? [choice || '', text] : [choice || ''];
    },
    read: ([choice = '', text = '']) => {
      if (text !== '') return choice === '' ? { writeIn: text } : { id: choice, writeIn: text };
      return choice === '' ? undefined : choice;
    },
  };
}

/** Equal places are ties; the place after two tied firsts is 3. A write-in is `place: text`. */
function rankingCells(question: LocalQuestion, options: readonly string[]): QuestionCells {
  const { id, writeIns = 0, noOpinion } = question;
  const written = Array.from({ length: writeIns }, (_, k) => `${id}.write-in-${k + 1}`);
  return {
    question,
    headers: [
      ...options.map((option) => `${id}.${option}`),
      ...written,
      ...(noOpinion ? [`${id}.no-opinion`] : []),
    ],
    write: (given) => {
      const answer = given as RankingAnswer | undefined;
      const places = new Map<string, string>();
      const own: string[] = [];
      let place = 1;
      for (const group of Array.isArray(answer) ? answer : []) {
        for (const item of group) {
          if (typeof item === 'string') places.set(item, String(place));
          else own.push(`${place}: ${item.writeIn}`);
        }
        place += group.length;
      }
      return [
        ...options.map((option) => places.get(option) ?? ''),
        ...written.map((_, k) => own[k] ?? ''),
        ...(noOpinion ? [answer === NO_OPINION ? '1' : ''] : []),
      ];
    },
    read: (cells) => {
      const last = options.length + writeIns;
      if (noOpinion && flag(cells[last] ?? '', last)) return NO_OPINION;
      const groups = new Map<number, (string | { writeIn: string })[]>();
      cells.slice(0, last).forEach((cell, k) => {
        if (cell === '') return;
        const [, place = '', text = ''] = (k < options.length
          ? [cell, cell]
          : /^([^:]*): ?(.*)$/s.exec(cell)) ?? [cell, cell];
        const rank = numeric(place, k);
        if (!(rank > 0)) throw new CellError(k, `"${place.slice(0, 40)}" is not a rank`);
        const group = groups.get(rank) ?? [];
        group.push(options[k] ?? { writeIn: text });
        groups.set(rank, group);
      });
      if (groups.size === 0) return undefined;
      return [...groups].toSorted(([a], [b]) => a - b).map(([, group]) => group);
    },
  };
}

function numeric(cell: string, place: number): number {
  const text = cell.trim().replace(',', '.');
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new CellError(place, `"${cell.slice(0, 40)}" is not a number`);
}

function flag(cell: string, place: number): boolean {
  if (cell === '1') return true;
  if (cell === '0' || cell === '') return false;
  throw new CellError(place, `"${cell.slice(0, 40)}" is neither 0 nor 1`);
}
