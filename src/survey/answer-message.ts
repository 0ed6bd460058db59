import type { Issue, IssueCode } from './answer-issue.ts';

/**
 * One English sentence about an issue, naming the question and the reason, for the API.
 *
 * @example
 * issueMessage(issue) // 'Question "topic-ranking": rank at least 3.'
 */
export function issueMessage(issue: Issue): string {
  return `Question "${issue.params.question}": ${REASONS[issue.code](issue.params)}.`;
}

const EXPECTED: Record<string, string> = {
  groups: 'a list of groups, each a list of option ids',
  option: 'the id of an option',
  ids: 'a list of option ids',
  rows: 'an object with a value per row id',
  number: 'a finite number',
  text: 'a text',
};

const REASONS: Record<IssueCode, (params: Issue['params']) => string> = {
  required: () => 'an answer is required',
  'unknown-question': () => 'the study has no such question',
  'wrong-kind': ({ expected }) => `the answer must be ${EXPECTED[String(expected)]}`,
  'unknown-option': ({ item }) => `there is no option "${item}"`,
  'unknown-row': ({ row }) => `there is no row "${row}"`,
  repeated: ({ item }) => `"${item}" is there twice`,
  tie: () => 'ties are not allowed',
  'empty-group': () => 'a group is empty',
  'too-few': ({ min }) => `give at least ${min}`,
  'too-many': ({ max }) => `give at most ${max}`,
  incomplete: ({ missing }) => `rank every option, ${missing} missing`,
  'no-opinion': () => '"no-opinion" is not allowed',
  'write-in': ({ max }) =>
    max === 0 ? 'no answer of your own can be added' : `add at most ${max} of your own`,
  'write-in-blank': () => 'an answer of your own is empty',
  'write-in-long': ({ max }) => `an answer of your own has more than ${max} characters`,
  'not-a-point': ({ row }) =>
    row === undefined
      ? 'the value is not on the scale'
      : `the value of "${row}" is not on the scale`,
  'dont-know': ({ row }) => `"${row}" needs a value`,
  'too-small': ({ min }) => `the number is less than ${min}`,
  'too-large': ({ max }) => `the number is more than ${max}`,
  step: ({ step }) => `the number is not in steps of ${step}`,
  'too-long': ({ max }) => `the text has more than ${max} characters`,
  'bad-character': () => 'the text has a character that cannot be stored',
};
