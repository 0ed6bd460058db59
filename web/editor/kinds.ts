import type { QuestionKind } from '../../src/survey/question.ts';

/** The kinds of questions, as they are offered. */
export const KINDS: readonly QuestionKind[] = [
  'ranking',
  'single',
  'multiple',
  'scale',
  'rating-matrix',
  'number',
  'short-text',
  'long-text',
];
