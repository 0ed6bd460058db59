import type { SayDocument } from './document-words.ts';
import type { ChartBlock, TableBlock } from './strategy-document.ts';

/**
 * A chart's figures as a table: what is read where no chart is seen. Columns without any value are
 * left out; a quadrant has both its values, rows that can't be told apart have their group. Shares
 * of 0..1 are in per cent, their ends as well.
 *
 * @example
 * chartTable(block, documentWords('en'), 'en').columns.map(({ label }) => label)
 * // => ['Item', 'Mean rank', 'from', 'to', 'Group']
 */
export function chartTable(
  { chart, x, y, rows }: ChartBlock,
  say: SayDocument,
  language: string,
): Pick<TableBlock, 'columns' | 'rows'> {
  const digits = digitsOf(rows);
  const isShare = chart === 'bars' && x.min === 0 && x.max === 1;
  const numbers = new Intl.NumberFormat(language, {
    ...(isShare && { style: 'percent' }),
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? (isShare ? 0 : 2),
  });
  const write = (value: number | null | undefined) =>
    typeof value === 'number' && Number.isFinite(value) ? numbers.format(value) : '–';
  const has = (name: 'low' | 'group') =>
    rows.some((row) => row[name] !== null && row[name] !== undefined);
  const columns = [{ label: say('item'), numeric: false }];
  const cells = rows.map(({ label }) => [label]);
  const add = (label: string, of: (row: ChartBlock['rows'][number]) => string) => {
    columns.push({ label, numeric: true });
    for (const [k, row] of rows.entries()) cells[k]!.push(of(row));
  };
  add(x.label, (row) => (chart === 'quadrant' ? write(row.x) : row.text || write(row.x)));
  if (has('low')) {
    add(say('from'), (row) => write(row.low));
    add(say('to'), (row) => write(row.high));
  }
  if (y) add(y.label, (row) => write(row.y));
  if (has('group') && chart !== 'quadrant') {
    add(say('group'), (row) => (row.group === undefined ? '' : String(row.group)));
  }
  return { columns, rows: cells };
}

/** As many digits as the rows' own numbers are written with; null where they differ. */
function digitsOf(rows: ChartBlock['rows']): number | null {
  const found = rows
    .filter(({ x, text }) => x !== null && /\d/.test(text))
    .map(({ text }) => /^\D*\d+[.,](\d{1,2})(?!\d)/.exec(text)?.[1]?.length ?? 0);
  return new Set(found).size === 1 ? found[0]! : null;
}
