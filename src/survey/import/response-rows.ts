import Papa from 'papaparse';
import { BallotFileError, textLines } from '../../ranking/ballot-file.ts';
import { type Answers, answerIssues, issueMessage, visibleAnswers } from '../answer.ts';
import type { Definition } from '../definition.ts';
import { CellError, type QuestionCells, questionCells } from '../export/cells.ts';
import {
  CHANNEL_COLUMN,
  DAY_COLUMN,
  MARK_COLUMN,
  SYNTHETIC_COLUMN,
  SYSTEM_COLUMNS,
  VERSION_COLUMN,
} from '../export/columns.ts';
import { unsafeCell } from '../export/safe-cell.ts';
import { SUPPRESSED } from '../export/suppress.ts';
import { isLanguage } from '../language.ts';
import { PERSON_MARKS } from '../room/room-rights.ts';
import { everAsked, localise } from '../local-study.ts';
import { checkAmount, type ImportedResponse } from './imported.ts';

const VOICES = ['individual', 'table'] as const;

/** What a table of responses holds. */
export interface ResponseRows {
  responses: ImportedResponse[];
  /** The table says that a generator made its answers. */
  synthetic: boolean;
}

/**
 * Reads a table of responses as `responseTable` writes it, with any of its columns in any order;
 * `null` when the first row names no column of the study, so that the text is something else.
 * Suppressed values are read as not answered, and questions without a column need no answer.
 * Throws a BallotFileError that names the line of the first thing that is wrong.
 *
 * @example
 * responseRows(definition, 'competency-ranking.data-analysis\r\n1\r\n', 'x.csv')?.responses.length
 */
export function responseRows(
  definition: Definition,
  text: string,
  fileName: string,
): ResponseRows | null {
  const clean = textLines(text, fileName).join('\n');
  const head = (clean.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const delimiter = [';', '\t'].find((mark) => head.includes(mark)) ?? ',';
  const table = Papa.parse<string[]>(clean, { delimiter, skipEmptyLines: false });
  const header = (table.data[0] ?? []).map((cell) => cell.trim());
  const questions = questionCells(definition);
  const known = new Set(questions.flatMap(({ headers }) => headers));
  if (!header.some((name) => known.has(name))) return null;
  for (const { header: name } of SYSTEM_COLUMNS) known.add(name);
  known.add(SYNTHETIC_COLUMN);
  known.add(MARK_COLUMN);
  known.add(CHANNEL_COLUMN);
  known.add(DAY_COLUMN);
  known.add(VERSION_COLUMN);
  checkHeader(header, known, fileName);
  const problem = table.errors[0];
  if (problem) throw new BallotFileError(fileName, (problem.row ?? 0) + 1, problem.message);

  const reader = rowReader(definition, questions, header);
  const responses: ImportedResponse[] = [];
  let line = 1;
  let synthetic = false;
  table.data.forEach((cells, row) => {
    const at = line;
    line += 1 + cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
    if (row === 0 || (cells.length === 1 && cells[0]!.trim() === '')) return;
    const fail = (reason: string): never => {
      throw new BallotFileError(fileName, at, reason);
    };
    if (cells.length !== header.length) {
      fail(`${cells.length} cells in a table of ${header.length} columns`);
    }
    synthetic ||= reader.cell(cells, SYNTHETIC_COLUMN) !== '';
    checkAmount(responses.length + 1, fileName, at);
    responses.push({ ...reader.respondent(cells, fail), key: String(row) });
  });
  return { responses, synthetic };
}

function checkHeader(header: readonly string[], known: ReadonlySet<string>, file: string): void {
  header.forEach((name, column) => {
    const shown = name.slice(0, 60);
    if (!known.has(name)) {
      const reason = name === '' ? `column ${column + 1} has no name` : `unknown column "${shown}"`;
      throw new BallotFileError(file, 1, reason);
    }
    if (header.indexOf(name) !== column) {
      throw new BallotFileError(file, 1, `two columns are named "${shown}"`);
    }
  });
}

function rowReader(
  definition: Definition,
  questions: readonly QuestionCells[],
  header: readonly string[],
) {
  const place = new Map(header.map((name, column) => [name, column]));
  const asked = everAsked(definition);
  const studies = {
    individual: localise(asked, definition.defaultLanguage, 'individual'),
    table: localise(asked, definition.defaultLanguage, 'table'),
  };
  const cell = (cells: readonly string[], name: string): string => {
    const text = cells[place.get(name) ?? -1] ?? '';
    return text.trim() === SUPPRESSED ? '' : unsafeCell(text).trim();
  };
  return {
    cell,
    respondent(cells: readonly string[], fail: (reason: string) => never) {
      const speaker = cell(cells, 'voice') || 'individual';
      const voice = VOICES.find((candidate) => candidate === speaker);
      if (!voice) return fail(`voice "${speaker.slice(0, 40)}" is neither individual nor table`);
      const round = cell(cells, 'round') || '1';
      if (!/^[1-9]\d{0,2}$/.test(round))
        return fail(`round "${round.slice(0, 40)}" is not a number`);
      const locale = cell(cells, 'language') || definition.defaultLanguage;
      if (!isLanguage(locale)) return fail(`language "${locale.slice(0, 40)}" is not known`);
      const came = cell(cells, MARK_COLUMN) || 'participant';
      const known = PERSON_MARKS.find((candidate) => candidate === came);
      if (!known) return fail(`mark "${came.slice(0, 40)}" is none of ${PERSON_MARKS.join(', ')}`);
      const mark = known === 'participant' || voice === 'table' ? null : known;
      const table = cell(cells, 'table') || null;
      const event = cell(cells, 'event') || null;
      if ([table, event].some((text) => (text?.length ?? 0) > 80)) {
        return fail('a table or event has more than 80 characters');
      }
      const given: Answers = {};
      for (const { question, headers, read } of questions) {
        try {
          const answer = read(headers.map((name) => cell(cells, name)));
          if (answer !== undefined) given[question.id] = answer;
        } catch (error) {
          if (!(error instanceof CellError)) throw error;
          return fail(`${error.message} in column "${headers[error.cell]}"`);
        }
      }
      const issue = answerIssues(studies[voice], given).find(({ code }) => code !== 'required');
      if (issue) return fail(issueMessage(issue));
      const answers = visibleAnswers(studies[voice], given);
      return { answers, locale, voice, table, round: Number(round), event, mark };
    },
  };
}
