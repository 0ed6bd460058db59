import { BallotFileError } from '../../ranking/ballot-file.ts';
import type { Answers } from '../answer.ts';
import type { Respondent } from '../respondent.ts';

/** A response read from a file; `key` is the same whenever the same file is read. */
export interface ImportedResponse extends Respondent {
  answers: Answers;
  /** Place in the file: its ballot or row, and which of several equal ones. */
  key: string;
}

/** The most responses that one file may add. */
export const MOST_RESPONSES = 200_000;

/** Throws a BallotFileError when a file would add more than can be taken at once. */
export function checkAmount(count: number, fileName: string, line: number): void {
  if (count <= MOST_RESPONSES) return;
  throw new BallotFileError(fileName, line, `more than ${MOST_RESPONSES} responses in one file`);
}
