import { type Catalogue, type Messages, type ParametersOf, translator } from '../catalogue.ts';
import { type Language, localeOf } from '../language.ts';
import type { StrategyEnglish } from './text/texts.ts';

/** A text of the strategy's catalogue. */
export type StrategyText = keyof StrategyEnglish & string;

/**
 * A value as a sentence tells it: numbers are rounded already, things are named by their id. Two
 * of them are equal exactly when they read the same.
 */
export type Told =
  | { is: 'number'; value: number; digits: number }
  /** Whole percent. */
  | { is: 'percent'; value: number }
  | { is: 'unit'; unit: 'hour' | 'week'; value: number }
  /** From one value to another of the same kind. */
  | { is: 'range'; from: Told; to: Told }
  /** Options of a question, quoted and listed. */
  | { is: 'items'; question: string; ids: string[] }
  /** Options of a question with their shares. */
  | { is: 'shares'; question: string; parts: { id: string; percent: number }[] }
  /** The title of a question, quoted. */
  | { is: 'title'; question: string }
  /** The study's own title, or one of its guiding questions; quoted. */
  | { is: 'study' }
  | { is: 'guiding'; id: string }
  /** As it stands. */
  | { is: 'words'; text: string }
  | { is: 'quoted'; text: string }
  | { is: 'list'; of: Told[] }
  | { is: 'date'; day: string }
  | { is: 'language'; code: string }
  | { is: 'said'; said: Said };

/** A text of the catalogue with the values that it tells. */
export interface Said {
  text: StrategyText;
  values: Readonly<Record<string, Told>>;
}

type ToldFor<Key extends StrategyText> = {
  readonly [Name in ParametersOf<StrategyEnglish[Key]>]: Told;
};

type ValuesOf<Key extends StrategyText> = [ParametersOf<StrategyEnglish[Key]>] extends [never]
  ? []
  : [values: ToldFor<Key>];

/**
 * A text with its values; a missing or surplus value does not compile.
 *
 * @example
 * said('participants', { count: number(48) })
 */
export function said<Key extends StrategyText>(text: Key, ...[values]: ValuesOf<Key>): Said {
  return { text, values: (values ?? {}) as Readonly<Record<string, Told>> };
}

/**
 * A number rounded to so many decimals.
 *
 * @example
 * number(4.846, 1) // => { is: 'number', value: 4.8, digits: 1 }
 */
export function number(value: number, digits = 0): Told {
  const rounded = Number(value.toFixed(digits));
  return { is: 'number', value: rounded === 0 ? 0 : rounded, digits };
}

/** A share of 0..1 in whole percent. */
export function percent(share: number): Told {
  return { is: 'percent', value: Math.round(100 * share) };
}

/** Hours, to two decimals at most. */
export function hours(value: number): Told {
  return { is: 'unit', unit: 'hour', value: Number(value.toFixed(2)) };
}

/** Weeks, to two decimals at most. */
export function weeks(value: number): Told {
  return { is: 'unit', unit: 'week', value: Number(value.toFixed(2)) };
}

/**
 * Two ends; one value where they are the same.
 *
 * @example
 * between(hours(40), hours(40)) // => hours(40)
 */
export function between(from: Told, to: Told): Told {
  return JSON.stringify(from) === JSON.stringify(to) ? from : { is: 'range', from, to };
}

/** Options of a question, quoted and listed. */
export function items(question: string, ids: readonly string[]): Told {
  return { is: 'items', question, ids: [...ids] };
}

/** The title of a question, quoted. */
export function title(question: string): Told {
  return { is: 'title', question };
}

/** A text as it stands. */
export function words(text: string): Told {
  return { is: 'words', text };
}

/** A text in the language's quotation marks. */
export function quoted(text: string): Told {
  return { is: 'quoted', text };
}

/** Several values in a list. */
export function list(of: readonly Told[]): Told {
  return { is: 'list', of: [...of] };
}

/** How a study's things are called in the language of the document. */
export interface Labels {
  option: (question: string, id: string) => string;
  title: (question: string) => string;
  study: () => string;
  guiding: (id: string) => string;
}

/** Writes what is told in one language. */
export interface Teller {
  language: Language;
  say: (said: Said) => string;
  write: (told: Told) => string;
}

/**
 * Writes sentences in a language: numbers, lists and units by Intl, names by the study's labels.
 *
 * @example
 * teller('de', texts.de, labels).write(hours(75)) // => '75 Stunden'
 */
export function teller<English extends Messages>(
  language: Language,
  texts: Catalogue<English>,
  labels: Labels,
): Teller {
  const look = translator<Messages>(language, texts as Catalogue<Messages>) as unknown as (
    key: string,
    values: Readonly<Record<string, string | number>>,
  ) => string;
  const locale = localeOf(language);
  const join = new Intl.ListFormat(locale, { type: 'conjunction' });
  const languages = new Intl.DisplayNames([locale], { type: 'language' });
  const shares = new Intl.NumberFormat(locale, { style: 'percent' });
  const quote = (text: string): string => look('quoted', { text });
  const write = (told: Told): string => {
    switch (told.is) {
      case 'number':
        return new Intl.NumberFormat(locale, {
          minimumFractionDigits: told.digits,
          maximumFractionDigits: told.digits,
        }).format(told.value);
      case 'percent':
        return shares.format(told.value / 100);
      case 'unit':
        return new Intl.NumberFormat(locale, {
          style: 'unit',
          unit: told.unit,
          unitDisplay: 'long',
          maximumFractionDigits: 2,
        }).format(told.value);
      case 'range':
        return look('range', { from: write(told.from), to: write(told.to) });
      case 'items':
        return join.format(told.ids.map((id) => quote(labels.option(told.question, id))));
      case 'shares':
        return join.format(
          told.parts.map(({ id, percent: value }) =>
            look('partOf', {
              name: quote(labels.option(told.question, id)),
              share: shares.format(value / 100),
            }),
          ),
        );
      case 'title':
        return quote(labels.title(told.question));
      case 'study':
        return quote(labels.study());
      case 'guiding':
        return quote(labels.guiding(told.id));
      case 'words':
        return told.text;
      case 'quoted':
        return quote(told.text);
      case 'list':
        return join.format(told.of.map(write));
      case 'date':
        return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
          new Date(told.day),
        );
      case 'language':
        return languages.of(told.code) ?? told.code;
      case 'said':
        return say(told.said);
    }
  };
  const say = ({ text, values }: Said): string =>
    look(
      text,
      Object.fromEntries(
        Object.entries(values).map(([name, told]) => [
          name,
          name === 'count' && told.is === 'number' ? told.value : write(told),
        ]),
      ),
    );
  return { language, say, write };
}
