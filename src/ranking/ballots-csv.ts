import Papa from 'papaparse';

import { encodeBallot } from './ballot-code.ts';
import { BallotFileError, maxItems, textLines } from './ballot-file.ts';
import type { BallotFile } from './ballot-file.ts';
import type { Ranking } from './ranking.ts';

/**
 * Reads ballots from a table: the first row names the items, every further row is one ballot with
 * the rank of each item, smaller is better, equal numbers tie, an empty cell leaves the item
 * unranked. Separated by `,`, `;` or tab; a byte order mark, quotes and decimal commas are
 * understood. Ids are the column names. Rows without any rank are counted as `blank` only.
 * Throws a BallotFileError that names the line.
 *
 * @example
 * readBallotsCsv('A;B\n1;2,5\n', 'x.csv').ballots // => [{ count: 1, ranking: [[0], [1]] }]
 */
export function readBallotsCsv(text: string, fileName: string): BallotFile {
  const clean = textLines(text, fileName).join('\n');
  const headLine = clean.slice(0, clean.indexOf('\n') + 1) || clean;
  const unquoted = headLine.replace(/"[^"]*"/g, '');
  const delimiter = [';', '\t'].find((mark) => unquoted.includes(mark)) ?? ',';
  const table = Papa.parse<string[]>(clean, { delimiter, header: false, skipEmptyLines: false });
  const problem = table.errors[0];
  if (problem) throw new BallotFileError(fileName, (problem.row ?? 0) + 1, problem.message);

  const names = readNames(table.data[0] ?? [], fileName);
  const counted = new Map<string, { count: number; ranking: Ranking }>();
  let line = 1;
  let blank = 0;
  table.data.forEach((cells, row) => {
    const at = line;
    line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0);
    if (row === 0 || (cells.length === 1 && cells[0]!.trim() === '' && names.length > 1)) return;
    if (cells.length !== names.length) {
      const reason = `${cells.length} cells in a table of ${names.length} columns`;
      throw new BallotFileError(fileName, at, reason);
    }
    const ranking = rankingOf(cells, names, (reason) => {
      throw new BallotFileError(fileName, at, reason);
    });
    if (ranking.length === 0) {
      blank++;
      return;
    }
    const key = encodeBallot(names.length, ranking);
    const known = counted.get(key);
    if (known) known.count++;
    else counted.set(key, { count: 1, ranking });
  });
  const items = names.map((name) => ({ id: name, name }));
  return { title: null, items, ballots: [...counted.values()], blank };
}

function readNames(cells: readonly string[], file: string): string[] {
  const names = cells.map((cell) => cell.trim());
  if (names.length > maxItems) throw new BallotFileError(file, 1, `more than ${maxItems} columns`);
  names.forEach((name, column) => {
    if (name === '') throw new BallotFileError(file, 1, `column ${column + 1} has no name`);
    if (names.indexOf(name) !== column) {
      throw new BallotFileError(file, 1, `two columns are named "${name.slice(0, 40)}"`);
    }
  });
  return names;
}

function rankingOf(
  cells: readonly string[],
  names: readonly string[],
  fail: (reason: string) => never,
): Ranking {
  const groups = new Map<number, number[]>();
  cells.forEach((cell, item) => {
    const text = cell.trim();
    if (text === '') return;
    const rank = /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
    if (!(rank > 0)) {
      fail(`"${text.slice(0, 40)}" in column "${names[item]!.slice(0, 40)}" is not a rank`);
    }
    const group = groups.get(rank);
    if (group) group.push(item);
    else groups.set(rank, [item]);
  });
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}
