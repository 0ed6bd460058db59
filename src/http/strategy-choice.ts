import type { Study } from '../db/studies.ts';
import { isLanguage, type Language } from '../survey/language.ts';
import { readStrategyFilter } from '../survey/strategy/strategy-filter.ts';
import { Refusal } from './refusal.ts';
import type { StrategyChoice } from './generated-strategy.ts';

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
  return { language: isLanguage(asked) ? asked : language, filter };
}
