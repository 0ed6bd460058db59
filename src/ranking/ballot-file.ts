import type { Ballots } from './ballots.ts';

/** An item as results name it: the id that orders and winners use, and the name people read. */
export type Item = { id: string | number; name: string };

/** What a file of ballots holds; rankings name items by their index in `items`. */
export type BallotFile = {
  title: string | null;
  items: Item[];
  ballots: Ballots;
  /** Rows that rank nothing at all; they are no ballots and not counted. */
  blank: number;
};

/** The most items a file may name: more than any ranking question, and one byte on a ballot. */
export const maxItems = 250;

/** The most lines a file may have. */
export const maxLines = 1_000_000;

/** A file that can't be read as ballots: which line (from 1) and why, in one line of text. */
export class BallotFileError extends Error {
  readonly file: string;
  readonly line: number;
  readonly reason: string;

  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`);
    this.name = 'BallotFileError';
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}

/**
 * The lines of a text file without line ends and byte order mark. Throws a BallotFileError when
 * the file is empty, is not text, or has more than `maxLines` lines.
 *
 * @example
 * textLines('\uFEFFa\r\nb\n', 'x.csv') // => ['a', 'b']
 */
export function textLines(text: string, file: string): string[] {
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (clean.trim() === '') throw new BallotFileError(file, 1, 'the file is empty');
  const lines = clean.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  if (lines.length > maxLines) {
    throw new BallotFileError(file, maxLines + 1, `the file has more than ${maxLines} lines`);
  }
  lines.forEach((line, index) => {
    if (hasControlCharacter(line)) {
      throw new BallotFileError(file, index + 1, 'the file is not text (or not UTF-8)');
    }
  });
  return lines;
}

function hasControlCharacter(line: string): boolean {
  for (let k = 0; k < line.length; k++) {
    const code = line.charCodeAt(k);
    if ((code < 32 && code !== 9) || code === 127 || code === 0xfffd) return true;
  }
  return false;
}
