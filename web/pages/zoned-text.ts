import { type Language, localeOf } from '../../src/survey/language.ts';

/**
 * A moment as clocks show it in a zone, with the zone's name.
 *
 * @example
 * zonedText(new Date('2026-11-21T17:00:00Z'), 'Europe/Madrid', 'en')
 * // '21 November 2026 at 18:00 (Central European Time)'
 */
export function zonedText(moment: Date, timeZone: string, language: Language): string {
  const locale = localeOf(language);
  const time = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(moment);
  const zone = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return `${time} (${zone ?? timeZone})`;
}
