import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { plainText } from '../../survey/strategy/plain-text.ts';
import type { TableBlock } from '../../survey/strategy/strategy-document.ts';
import { TEXT_WIDTH } from './word-margins.ts';
import { WORD_INK } from './word-styles.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: WORD_INK.line } as const;
const STRONG = { style: BorderStyle.SINGLE, size: 8, color: WORD_INK.quiet } as const;

/** A table: its head is repeated on each page, and no row is split between two. */
export function wordTable({ columns, rows }: Pick<TableBlock, 'columns' | 'rows'>): Table {
  const widths = columnWidths(columns, rows);
  const size = columns.length > 7 ? 15 : 18;
  const row = (cells: readonly string[], head: boolean, isLast: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: columns.map(({ numeric }, k) => {
        const text = new TextRun({ text: plainText(cells[k] ?? ''), bold: head, size });
        return new TableCell({
          width: { size: widths[k]!, type: WidthType.DXA },
          margins: { top: 30, bottom: 30, left: 70, right: 70 },
          ...(head && { shading: { fill: WORD_INK.tint }, verticalAlign: 'bottom' as const }),
          children: [
            new Paragraph({
              style: 'Cell',
              alignment: numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
              keepNext: head || (rows.length < 12 && !isLast),
              children: [text],
            }),
          ],
        });
      }),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: STRONG,
      bottom: STRONG,
      left: NONE,
      right: NONE,
      insideVertical: NONE,
      insideHorizontal: THIN,
    },
    rows: [
      row(
        columns.map(({ label }) => label),
        true,
        false,
      ),
      ...rows.map((cells, k) => row(cells, false, k === rows.length - 1)),
    ],
  });
}

/**
 * Twips of each column: in proportion to what it has to say, where a long text counts less than its
 * length, and never narrower than its longest word.
 */
function columnWidths(
  columns: TableBlock['columns'],
  rows: readonly (readonly string[])[],
): number[] {
  const weights = columns.map(({ label }, k) => {
    const cells = [label, ...rows.map((row) => row[k] ?? '')];
    const word = Math.max(...cells.flatMap((cell) => cell.split(/\s+/).map((w) => w.length)));
    const longest = Math.max(...cells.map((cell) => cell.length));
    return Math.max(4, Math.min(word, 18) + 1, Math.min(longest, 12 + Math.sqrt(longest) * 3));
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const widths = weights.map((weight) => Math.floor((weight / whole) * TEXT_WIDTH));
  widths[0]! += TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths;
}
