import type { Definition } from '../survey/definition.ts';
import type { Answers } from './schema.ts';

/** The answers of one response in the three places where they are kept. */
export interface StoredAnswers {
  /** What is counted; also the ledger's entry. */
  entry: Answers;
  /** Free texts and write-ins, which are read but never counted. */
  texts: Answers;
  /** Answers to questions marked `personal`, kept apart from everything else. */
  personal: Answers | null;
}

const WRITE_IN = { writeIn: '' };

/**
 * Divides the answers of a response. The one place that says what a ledger entry is: the answers
 * by question id as JSON, without personal ones and without a word that a respondent wrote. A
 * write-in keeps its place in a ranking as `{writeIn: ''}`, so an entry is enough to count from
 * and holds nothing that a withdrawal would have to erase.
 *
 * @example
 * divideAnswers(definition, { rank: [['a'], [{ writeIn: 'x' }]], why: 'y' })
 * // { entry: { rank: [['a'], [{ writeIn: '' }]] }, texts: { rank: ['x'], why: 'y' }, personal: null }
 */
export function divideAnswers(definition: Definition, answers: Answers): StoredAnswers {
  const entry: Answers = {};
  const texts: Answers = {};
  const personal: Answers = {};
  for (const question of definition.questions) {
    if (!Object.hasOwn(answers, question.id)) continue;
    const answer = answers[question.id];
    if (question.kind === 'short-text' || question.kind === 'long-text') {
      (question.personal ? personal : texts)[question.id] = answer;
      continue;
    }
    const words: string[] = [];
    entry[question.id] = withoutWords(answer, words);
    if (words.length > 0) texts[question.id] = words;
  }
  return { entry, texts, personal: Object.keys(personal).length > 0 ? personal : null };
}

/**
 * The answers as they were given, but for the personal ones.
 *
 * @example
 * joinAnswers({ rank: [[{ writeIn: '' }]] }, { rank: ['x'] }) // { rank: [[{ writeIn: 'x' }]] }
 */
export function joinAnswers(entry: Answers, texts: Answers | null): Answers {
  if (!texts) return entry;
  const answers: Answers = { ...entry };
  for (const [id, text] of Object.entries(texts)) {
    answers[id] = Object.hasOwn(entry, id) ? withWords(entry[id], [...(text as string[])]) : text;
  }
  return answers;
}

function withoutWords(answer: unknown, words: string[]): unknown {
  if (Array.isArray(answer)) return answer.map((part) => withoutWords(part, words));
  if (!isWriteIn(answer)) return answer;
  words.push(answer.writeIn);
  return { ...answer, ...WRITE_IN };
}

function withWords(answer: unknown, words: string[]): unknown {
  if (Array.isArray(answer)) return answer.map((part) => withWords(part, words));
  return isWriteIn(answer) ? { ...answer, writeIn: words.shift() ?? '' } : answer;
}

/** Rating rows are objects of numbers, so a text under `writeIn` is always a write-in. */
function isWriteIn(value: unknown): value is { writeIn: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'writeIn' in value &&
    typeof value.writeIn === 'string'
  );
}
