/** The languages of pages and templates, by ISO 639-1 code. No zod here: phones load this file. */
export const LANGUAGES = ['en', 'es', 'ca', 'pt', 'fr', 'de', 'it', 'nl'] as const;

export type Language = (typeof LANGUAGES)[number];

/** One wording per language. A study's texts carry at least the languages that the study names. */
export type Text = Partial<Record<Language, string>>;

/**
 * Whether a value is the code of a language that Plenary speaks.
 *
 * @example
 * isLanguage('ca') // true
 * isLanguage('tlh') // false
 */
export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language);
}

/**
 * The locale in which numbers and dates of a language are written: English as in Europe.
 *
 * @example
 * localeOf('en') // 'en-GB'
 */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

/**
 * The language in which a reader of `language` sees a text: `language` itself, else `fallback`,
 * else the first of LANGUAGES that the text has; `language` for a text without any wording.
 *
 * @example
 * languageOf({ en: 'Law', de: 'Recht' }, 'nl', 'en') // 'en'
 */
export function languageOf(text: Text, language: Language, fallback: Language): Language {
  return [language, fallback, ...LANGUAGES].find((candidate) => text[candidate]) ?? language;
}

/**
 * The wording of a text for a reader of `language`, chosen as in {@link languageOf};
 * an empty string where the text has no wording at all.
 *
 * @example
 * textIn({ en: 'Law', de: 'Recht' }, 'de', 'en') // 'Recht'
 */
export function textIn(text: Text, language: Language, fallback: Language): string {
  return text[languageOf(text, language, fallback)] ?? '';
}
