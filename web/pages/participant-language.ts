import type { Context } from 'hono';
import type { Env } from '../../src/http/env.ts';
import { isLanguage, type Language } from '../../src/survey/language.ts';

/**
 * The language of a participant's page: the one asked for by `?lang=` or by the form, else the
 * browser's first that is offered, else `fallback`. No cookie remembers it.
 */
export function participantLanguage(
  c: Context<Env>,
  offered: readonly Language[],
  fallback: Language,
  asked: unknown = c.req.query('lang'),
): Language {
  if (isLanguage(asked) && offered.includes(asked)) return asked;
  const accepted = (c.req.header('accept-language') ?? '').split(',').map((entry) => {
    const [range = '', weight = '1'] = entry.trim().split(/\s*;\s*q=/i);
    return { language: range.slice(0, 2).toLowerCase(), weight: Number(weight) || 0 };
  });
  return (
    accepted
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .map(({ language }) => language)
      .filter(isLanguage)
      .find((language) => offered.includes(language)) ?? fallback
  );
}
