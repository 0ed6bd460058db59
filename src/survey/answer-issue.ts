/** Why an answer cannot be taken. Pages translate the code, the API says it in English. */
export type IssueCode =
  | 'required'
  | 'unknown-question'
  | 'wrong-kind'
  | 'unknown-option'
  | 'unknown-row'
  | 'repeated'
  | 'tie'
  | 'empty-group'
  | 'too-few'
  | 'too-many'
  | 'incomplete'
  | 'no-opinion'
  | 'write-in'
  | 'write-in-blank'
  | 'write-in-long'
  | 'not-a-point'
  | 'dont-know'
  | 'too-small'
  | 'too-large'
  | 'step'
  | 'too-long'
  | 'bad-character';

/**
 * One thing that is wrong with a response: where in its body (`['answers', questionId, …]` or
 * `['shown', questionId, …]`), why, and what a sentence about it needs. `params.question` is
 * always the question's id, `params.title` its title where the study has the question.
 */
export interface Issue {
  path: (string | number)[];
  code: IssueCode;
  params: Record<string, string | number>;
}

/** Adds an issue at a place inside one answer. */
export type Report = (
  code: IssueCode,
  place?: readonly (string | number)[],
  params?: Issue['params'],
) => void;

/** The start of a value as a sentence can quote it: at most 40 characters. */
export function quotable(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 40) : typeof value;
}
