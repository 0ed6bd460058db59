import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { findDraft } from '../db/strategy/drafts.ts';
import type { Study } from '../db/studies.ts';
import { isLanguage, type Language } from '../survey/language.ts';
import { MOST_FILTERS } from '../survey/results-query.ts';
import { readStrategyFilter, type StrategyFilter } from '../survey/strategy/strategy-filter.ts';
import { askedResults } from './asked-results.ts';
import { Refusal } from './refusal.ts';
import type { StrategyChoice } from './generated-strategy.ts';
import { roundsOf } from './rounds-of.ts';
import { draftKey } from './strategy-draft.ts';

/**
 * Which strategy an address or a body names.
 *
 * @param language where none is named; the study's default language without
 * @throws {Refusal} 422 for a filter that the study does not have
 * @example
 * strategyChoice(study, c.req.query()) // { language: 'en', filter: { where: 'role:student' } }
 */
export function strategyChoice(
  { definition }: Study,
  parameters: Readonly<Record<string, string | undefined>>,
  language: Language = definition.defaultLanguage,
): StrategyChoice {
  const filter = readStrategyFilter(definition, parameters);
  if (typeof filter === 'string') throw new Refusal(422, filter);
  const asked = parameters['language'];
  const rounds = parameters['round'] === 'all' ? ({ rounds: 'all' } as const) : {};
  return { language: isLanguage(asked) ? asked : language, filter, ...rounds };
}

/**
 * Which strategy a page shows. Where its address says nothing of rounds, a closed study of several
 * opens with the one that stands for all, unless people have worked on the strategy of all rounds.
 *
 * @example
 * (await shownStrategy(db, study, {}, 'en')).filter // => { where: '@round:2' }
 */
export async function shownStrategy(
  db: Kysely<Database>,
  study: Study,
  parameters: Readonly<Record<string, string | undefined>>,
  language: Language,
): Promise<StrategyChoice> {
  const choice = strategyChoice(study, parameters, language);
  const filter = choice.rounds ? choice.filter : await filterInRound(db, study, choice.filter);
  if (filter === choice.filter) return choice;
  // The form of the page sends an empty group for everybody, in all rounds.
  const isAll = parameters['where'] === '';
  const draft = isAll ? null : await findDraft(db, draftKey(study, choice));
  if (isAll || draft!.revision > 0) return { ...choice, rounds: 'all' };
  return { ...choice, filter, rounds: 'latest' };
}

/**
 * A filter with the round that stands for a closed study of several; the very same filter where it
 * names rounds itself, and where none is to be added.
 */
export async function filterInRound(
  db: Kysely<Database>,
  study: Study,
  filter: StrategyFilter,
): Promise<StrategyFilter> {
  const { where } = askedResults(study.definition, filter);
  const { taken } = await roundsOf(db, study, { where });
  const isNamed = where.some(({ segment }) => segment === '@round');
  if (taken === null || isNamed || where.length >= MOST_FILTERS) return filter;
  return strategyChoice(study, { ...filter, round: String(taken) }).filter;
}
