import type { Definition, Question } from '../definition.ts';
import { optionsOf, scalePoints, unrankedMode } from '../question-options.ts';

/** What two studies ask alike, and what has no partner in the other one. */
export interface MatchedQuestions {
  /** Questions whose answers can be tested against each other. */
  alike: ReadonlySet<string>;
  /** Questions that only one of the two asks, by id. */
  onlyA: string[];
  onlyB: string[];
  /** Questions that both ask, but with other options, another scale or other rules of answering. */
  unlike: UnlikeQuestion[];
}

/** A question of two studies that does not mean the same in both. */
export interface UnlikeQuestion {
  question: string;
  /** Options and rows that only one of the two has, by id. */
  onlyA: string[];
  onlyB: string[];
}

/**
 * Matches the questions of two studies by id, and their options by theirs. Only what is asked in
 * the same way can be tested: a place among ten items says nothing of a place among twelve.
 * Wording may differ, texts that people write are not matched.
 *
 * @example
 * matchedQuestions(spring, autumn).alike.has('competency-ranking') // true
 */
export function matchedQuestions(a: Definition, b: Definition): MatchedQuestions {
  const [ofA, ofB] = [countedIn(a), countedIn(b)];
  const alike = new Set<string>();
  const unlike: UnlikeQuestion[] = [];
  for (const [id, one] of ofA) {
    const other = ofB.get(id);
    if (!other) continue;
    if (askedAs(a, one) === askedAs(b, other)) alike.add(id);
    else {
      const [idsA, idsB] = [optionIds(a, one), optionIds(b, other)];
      unlike.push({
        question: id,
        onlyA: idsA.filter((item) => !idsB.includes(item)),
        onlyB: idsB.filter((item) => !idsA.includes(item)),
      });
    }
  }
  return {
    alike,
    onlyA: [...ofA.keys()].filter((id) => !ofB.has(id)),
    onlyB: [...ofB.keys()].filter((id) => !ofA.has(id)),
    unlike,
  };
}

/** Questions whose answers are counted; those that are asked no more keep theirs. */
function countedIn({ questions }: Definition): Map<string, Question> {
  return new Map(
    questions.flatMap((question) =>
      question.kind === 'short-text' || question.kind === 'long-text'
        ? []
        : [[question.id, question] as const],
    ),
  );
}

function optionIds(definition: Definition, question: Question): string[] {
  return optionsOf(definition, question).map(({ id }) => id);
}

/** All of a question that its figures depend on, as a text that is equal where they can be compared. */
function askedAs(definition: Definition, question: Question): string {
  const points = scalePoints(definition, question).map(({ value }) => value);
  const options = optionsOf(definition, question).map(({ id, value, exclude }) => [
    id,
    value ?? null,
    exclude ?? false,
  ]);
  return JSON.stringify([question.kind, options, points, rulesOf(question)]);
}

function rulesOf(question: Question): unknown[] {
  switch (question.kind) {
    case 'ranking': {
      const { complete, min, max, ties, optionsFilter } = question;
      return [unrankedMode(question), complete, min, max, ties, optionsFilter?.shown];
    }
    case 'multiple':
      return [question.min, question.max];
    case 'scale':
    case 'number':
      return [question.unit];
    default:
      return [];
  }
}
