import type { Language } from './language.ts';

/** A sentence that depends on a number, by the categories of Intl.PluralRules. `{count}` is the number. */
export interface Plural {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export type Message = string | Plural;
export type Messages = Readonly<Record<string, Message>>;

/**
 * The shape that every other language of an English catalogue has: the same keys, text for text and
 * plural for plural. A missing or surplus key does not compile.
 *
 * @example
 * export const de = { hello: 'Hallo {name}' } as const satisfies Catalogue<typeof en>;
 */
export type Catalogue<English extends Messages> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Plural;
};

/** The names in braces of a text: `Names<'{item} moved to {n}'>` is `'item' | 'n'`. */
type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** The names of what a text leaves open; `count` for a plural. */
export type ParametersOf<Entry extends Message> = Entry extends Plural
  ? 'count' | Names<Entry['other']>
  : Names<Entry>;

type Values<Entry extends Message> = { readonly [Name in ParametersOf<Entry>]: ValueOf<Name> };
type ValueOf<Name> = Name extends 'count' ? number : string | number;

type Arguments<Entry extends Message> = [ParametersOf<Entry>] extends [never]
  ? []
  : [values: Values<Entry>];

/** Looks up a text of a catalogue; a missing key or parameter does not compile. */
export type Translate<English extends Messages> = <Key extends keyof English & string>(
  key: Key,
  ...values: Arguments<English[Key]>
) => string;

/**
 * Makes the lookup of one catalogue in one language. Numbers are written as the language writes them,
 * and `{count}` chooses the plural form by Intl.PluralRules (`other` where a form is missing).
 *
 * @example
 * const t = translator<typeof en>('en', { left: { one: 'Choose one more', other: 'Choose {count} more' } });
 * t('left', { count: 2 }) // 'Choose 2 more'
 */
export function translator<English extends Messages>(
  language: Language,
  catalogue: Catalogue<English>,
): Translate<English> {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key, ...[values]) => {
    const given: Readonly<Record<string, string | number>> = values ?? {};
    const entry = catalogue[key] as Message;
    const text =
      typeof entry === 'string' ? entry : (entry[plurals.select(+given['count']!)] ?? entry.other);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = given[name] ?? whole;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}
