import type { Gathering } from './results-document.ts';
import { shuffledTexts } from './text-order.ts';

/** What people wrote, in an order that says nothing about who wrote when. */
export interface TextFigures {
  texts: string[];
}

/** Gathers the answers to an open question; several texts of one respondent all count. */
export function gatherTexts(questionId: string): Gathering {
  const texts: string[] = [];
  return {
    whyLeftOut: (answer) => (textsIn(answer).length > 0 ? null : 'noAnswer'),
    add: (answer) => {
      texts.push(...textsIn(answer));
    },
    figures: (): TextFigures => ({ texts: shuffledTexts(texts, questionId) }),
  };
}

function textsIn(answer: unknown): string[] {
  const given = Array.isArray(answer) ? answer : [answer];
  return given.filter((text): text is string => typeof text === 'string' && text.trim() !== '');
}
