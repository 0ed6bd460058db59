import type { UnrankedMode } from '../ranking/ranking.ts';
import { COUNTRY_CODES } from './countries.ts';
import type { Definition } from './definition.ts';
import type { Option, Scale } from './option.ts';
import type { Question, RankingQuestion } from './question.ts';
import { mergesOf } from './write-in-merge.ts';

/**
 * The options of a question in the order of its definition, wherever they are kept: its own
 * options or rows, a shared list, or all countries. Empty for kinds without options and for a
 * scale question that uses a scale. Countries have no label: pages name them in their language.
 * Items that were made of write-ins stand behind them.
 *
 * @example
 * optionsOf(definition, question).map((option) => option.id) // ['data-analysis', …]
 */
export function optionsOf(
  definition: Pick<Definition, 'lists'>,
  question: Question,
): readonly Option[] {
  const offered = offeredOptions(definition, question);
  const added = mergesOf(question)?.items ?? [];
  return added.length > 0 ? [...offered, ...added] : offered;
}

/**
 * A definition in which items of write-ins are ordinary options, for a copy that another thread
 * gets: what is merged is no part of a copy. Only to count with, never to store.
 */
export function withItemsWritten(definition: Definition): Definition {
  if (!definition.questions.some(mergesOf)) return definition;
  const questions = definition.questions.map((question): Question => {
    if (!mergesOf(question) || (question.kind !== 'ranking' && question.kind !== 'single')) {
      return question;
    }
    const { optionsFrom: _, ...rest } = question;
    return { ...rest, options: [...optionsOf(definition, question)] };
  });
  return { ...definition, questions };
}

/** The options that participants are shown: those of `optionsOf` without items of write-ins. */
export function offeredOptions(
  definition: Pick<Definition, 'lists'>,
  question: Question,
): readonly Option[] {
  if (question.kind === 'rating-matrix') {
    return question.rows ?? listOf(definition, question.rowsFrom);
  }
  if (!('optionsFrom' in question) && !('options' in question)) return [];
  if (question.optionsFrom === '@countries') return COUNTRIES;
  return question.options ?? listOf(definition, question.optionsFrom);
}

/**
 * The points of the scale of a scale or rating question, lowest value first;
 * empty for other kinds and for a scale question with options of its own.
 *
 * @example
 * scalePoints(definition, question).map((point) => point.value) // [1, 2, 3, 4, 5]
 */
export function scalePoints(
  definition: Pick<Definition, 'scales'>,
  question: Question,
): Scale['points'] {
  if (question.kind !== 'rating-matrix' && question.kind !== 'scale') return [];
  return definition.scales.find((scale) => scale.id === question.scale)?.points ?? [];
}

/** What an item left out of a ranking means; `bottom` unless the question says otherwise. */
export function unrankedMode(question: Pick<RankingQuestion, 'unranked'>): UnrankedMode {
  return question.unranked ?? 'bottom';
}

const COUNTRIES: readonly Option[] = COUNTRY_CODES.map((id) => ({ id, label: {} }));

function listOf(definition: Pick<Definition, 'lists'>, name: string | undefined): Option[] {
  if (name === undefined || !Object.hasOwn(definition.lists, name)) return [];
  return definition.lists[name] ?? [];
}
