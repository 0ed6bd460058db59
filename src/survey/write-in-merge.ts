import type { Answers } from './answer.ts';
import type { Definition, Question } from './definition.ts';
import type { Option } from './option.ts';
import { textKey } from './write-in-key.ts';
import { writeInText } from './write-ins.ts';

/** What a designer has decided about the write-ins of one question. */
export interface WriteInMerges {
  /** Canonical items made of write-ins: counted behind the question's options, never offered. */
  items: readonly Option[];
  /** By `textKey`, the option or item that a write-in counts as. */
  targets: ReadonlyMap<string, string>;
}

/** No property of a definition as it is stored, sent or copied as JSON. */
const MERGES = Symbol('write-in merges');

type Marked = { [MERGES]?: WriteInMerges };

/** The merges of a question; undefined where nothing has been merged. */
export function mergesOf(question: object): WriteInMerges | undefined {
  return (question as Marked)[MERGES];
}

/**
 * A definition whose write-ins count as what they were merged into: everything that codes,
 * tallies, shows or exports answers by it follows. Merges of questions that it hasn't are ignored.
 *
 * @param merges by question id
 * @example
 * withMerges(definition, new Map([['topics', { items: [], targets: new Map([[textKey('GIS'), 'maps']]) }]]))
 */
export function withMerges(
  definition: Definition,
  merges: ReadonlyMap<string, WriteInMerges>,
): Definition {
  if (merges.size === 0) return definition;
  const questions = definition.questions.map((question) => {
    const own = merges.get(question.id);
    return own && takesMerges(question) ? { ...question, [MERGES]: own } : question;
  });
  return { ...definition, questions };
}

/** Whether people can write something in that could count as an option. */
export function takesMerges({ kind }: Question): boolean {
  return kind === 'ranking' || kind === 'single';
}

/**
 * An answer with its merged write-ins replaced. An option that somebody both ranked and wrote in
 * keeps the better of the two places; other write-ins stay as they are.
 *
 * @example
 * mergedAnswer(question, [['law'], [{ writeIn: 'GIS' }]]) // [['law'], ['maps']]
 */
export function mergedAnswer(question: Question, answer: unknown): unknown {
  const merges = mergesOf(question);
  if (!merges) return answer;
  const target = (item: unknown) => {
    const text = writeInText(item);
    return text === null ? undefined : merges.targets.get(textKey(text));
  };
  if (!Array.isArray(answer)) return target(answer) ?? answer;
  const seen = new Set<unknown>();
  return answer
    .map((group: unknown) =>
      (Array.isArray(group) ? group : []).flatMap((item: unknown) => {
        const id = target(item) ?? item;
        if (typeof id === 'string' && seen.has(id)) return [];
        seen.add(id);
        return [id];
      }),
    )
    .filter((group) => group.length > 0);
}

/** The answers of one response with all merged write-ins replaced. */
export function mergedAnswers(definition: Definition, answers: Answers): Answers {
  const merged: Answers = { ...answers };
  for (const question of definition.questions) {
    if (mergesOf(question) && Object.hasOwn(answers, question.id)) {
      merged[question.id] = mergedAnswer(question, answers[question.id]);
    }
  }
  return merged;
}

/** The write-ins of a question that have not been merged into anything. */
export function unmergedWords(question: Question, words: readonly string[]): readonly string[] {
  const merges = mergesOf(question);
  return merges ? words.filter((text) => !merges.targets.has(textKey(text))) : words;
}
