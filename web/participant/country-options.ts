import { COUNTRY_CODES } from '../../src/survey/countries.ts';
import type { Language } from '../../src/survey/language.ts';

/** Where each language is spoken, most speakers first: the likely answers of its readers. */
const LIKELY: Readonly<Record<Language, string>> = {
  en: 'GB IE MT',
  es: 'ES',
  ca: 'ES AD',
  pt: 'PT',
  fr: 'FR BE LU CH',
  de: 'DE AT CH LU',
  it: 'IT CH',
  nl: 'NL BE',
};

interface Country {
  code: string;
  name: string;
}

/**
 * All countries by their names in a language, in that language's alphabetical order, and before
 * them the likely ones.
 *
 * @example
 * countryOptions('pt').likely // [{ code: 'PT', name: 'Portugal' }]
 */
export function countryOptions(language: Language): { likely: Country[]; all: Country[] } {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const country = (code: string) => ({ code, name: names.of(code) ?? code });
  const { compare } = new Intl.Collator(language);
  return {
    likely: LIKELY[language].split(' ').map(country),
    all: COUNTRY_CODES.map(country).sort((a, b) => compare(a.name, b.name)),
  };
}
