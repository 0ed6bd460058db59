import { type Language, LANGUAGES } from '../language.ts';

/** What tables and online rooms are called before their number. */
export const TABLE_WORDS: Readonly<Record<Language, { table: string; online: string }>> = {
  en: { table: 'Table', online: 'Room' },
  es: { table: 'Mesa', online: 'Sala' },
  ca: { table: 'Taula', online: 'Sala' },
  pt: { table: 'Mesa', online: 'Sala' },
  fr: { table: 'Table', online: 'Salle' },
  de: { table: 'Tisch', online: 'Raum' },
  it: { table: 'Tavolo', online: 'Stanza' },
  nl: { table: 'Tafel', online: 'Ruimte' },
};

const NUMBERED = /^(\p{L}+) ([1-9]\d*)$/u;

/**
 * A table's name as readers of a language know it: names that were made with the table (`Table 3`,
 * `Mesa 3`) are said in their language, names that somebody chose stay as they are. What is stored,
 * and so what is exported, does not change.
 *
 * @param number the table's own: a table 3 that was named `Table 7` keeps that name; absent where
 *   only what answers carry is known
 * @example
 * tableNameIn('de', 'Table 3', 3) // 'Tisch 3'
 * tableNameIn('de', 'Mobility', 3) // 'Mobility'
 */
export function tableNameIn(language: Language, name: string, number?: number): string {
  const [, word, digits] = NUMBERED.exec(name) ?? [];
  if (!word || (number !== undefined && Number(digits) !== number)) return name;
  const kind = (['table', 'online'] as const).find((one) =>
    LANGUAGES.some((known) => TABLE_WORDS[known][one] === word),
  );
  return kind ? `${TABLE_WORDS[language][kind]} ${digits}` : name;
}

/** A table with its name as readers of a language know it. */
export function namedIn<Table extends { name: string; number: number }>(
  language: Language,
  table: Table,
): Table {
  return { ...table, name: tableNameIn(language, table.name, table.number) };
}

/** All names that a table is known by to somebody: in any language, since cards may be printed in each. */
export function namesOf({ name, number }: { name: string; number: number }): string[] {
  return [...new Set([name, ...LANGUAGES.map((known) => tableNameIn(known, name, number))])];
}
