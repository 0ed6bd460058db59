import { readBallotsCsv } from './ballots-csv.ts';
import type { BallotFile } from './ballot-file.ts';
import { readPreflib } from './preflib.ts';

/**
 * Reads ballots from text in a PrefLib format (soc, soi, toc, toi) or as a table with one row per
 * ballot, told apart by the file's ending, else by its first character. Throws a BallotFileError.
 *
 * @example
 * readBallots(text, 'course-2018.soi').items
 */
export function readBallots(text: string, fileName: string): BallotFile {
  const ending = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (['soc', 'soi', 'toc', 'toi'].includes(ending)) return readPreflib(text, fileName);
  if (['csv', 'tsv'].includes(ending)) return readBallotsCsv(text, fileName);
  return /^\uFEFF?\s*#/.test(text) ? readPreflib(text, fileName) : readBallotsCsv(text, fileName);
}
