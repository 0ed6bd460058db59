import { plainText } from './plain-text.ts';

/**
 * A text as Markdown that shows just this text: the signs of Markdown and HTML are escaped, and
 * lines become one line, so that no text begins a heading, a list, a table, a link or a tag.
 *
 * @example
 * markdownText('1. *Law* <b>') // => '1\\. \\*Law\\* \\<b\\>'
 */
export function markdownText(text: string): string {
  return plainText(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&$@]/g, '\\$&')
    .replace(/^(?:[+-](?=\s|$)|--|=)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/:\/\//g, '\\://')
    .replace(/(www)\./gi, '$1\\.');
}

/**
 * A table in Markdown: a head, a line that aligns numbers to the right, and a line for each row.
 * Rows are filled up or cut to the columns.
 *
 * @example
 * markdownTable([{ label: 'n', numeric: true }], [['4']]) // => '| n |\n| --: |\n| 4 |'
 */
export function markdownTable(
  columns: readonly { label: string; numeric: boolean }[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ label }) => markdownText(label))),
    line(columns.map(({ numeric }) => (numeric ? '--:' : '---'))),
    ...rows.map((row) => line(columns.map((_, k) => markdownText(row[k] ?? '')))),
  ].join('\n');
}
