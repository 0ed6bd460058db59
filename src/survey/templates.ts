import { Definition } from './definition.ts';
import localDigitalSkills from './templates/local-digital-skills.json' with { type: 'json' };
import ruralInnovationGaps from './templates/rural-innovation-gaps.json' with { type: 'json' };
import smartCity from './templates/smart-city-programme-manager.json' with { type: 'json' };

const SOURCES = [smartCity, ruralInnovationGaps, localDigitalSkills];

/** The studies that can be started at once, for a list to choose from. */
export const TEMPLATES = SOURCES.map(({ id, version, title, estimatedMinutes, questions }) => ({
  id,
  version,
  title,
  estimatedMinutes,
  questions: questions.length,
}));

export const templateIds: readonly string[] = TEMPLATES.map(({ id }) => id);

/**
 * A fresh copy of a template's definition, the caller's to change; undefined for an unknown id.
 *
 * @example
 * template('smart-city-programme-manager')?.questions.length // 26
 */
export function template(id: string): Definition | undefined {
  const source = SOURCES.find((candidate) => candidate.id === id);
  return source && Definition.parse(source);
}
