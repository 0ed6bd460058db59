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
import { textWidth } from '../../survey/strategy/svg-text.ts';
import { TEXT_WIDTH } from './word-margins.ts';
import { WORD_INK } from './word-styles.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: WORD_INK.line } as const;
const STRONG = { style: BorderStyle.SINGLE, size: 8, color: WORD_INK.quiet } as const;

/** Twips between a text and the side of its cell. */
const SIDE = 70;

/** A table: its head is repeated on each page, and no row is split between two. */
export function wordTable({ columns, rows }: Pick<TableBlock, 'columns' | 'rows'>): Table {
  const size = columns.length > 6 ? 16 : 18;
  const widths = columnWidths(columns, rows, size);
  const row = (cells: readonly string[], head: boolean, isLast: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: columns.map(({ numeric }, k) => {
        const text = new TextRun({ text: plainText(cells[k] ?? ''), bold: head, size });
        return new TableCell({
          width: { size: widths[k]!, type: WidthType.DXA },
          margins: { top: 30, bottom: 30, left: SIDE, right: SIDE },
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
 * Twips of each column: what is left of the page beside the longest words is shared in proportion to
 * the longest texts, where a long one counts less than its length. A word is split only where the
 * longest words together are wider than the page.
 */
function columnWidths(
  columns: TableBlock['columns'],
  rows: readonly (readonly string[])[],
  size: number,
): number[] {
  const twips = size * 10;
  const most = columns.map(({ label, numeric }, k) => {
    const cells = [label, ...rows.map((row) => row[k] ?? '')];
    const words = cells.flatMap((cell) => cell.split(/[\s\u00ad-]+/));
    const whole = Math.max(...cells.map((cell) => textWidth(cell, twips)));
    const figures = numeric ? cells.slice(1).filter((cell) => cell.length < 14) : [];
    const word = Math.max(...[...words, ...figures].map((one) => textWidth(one, twips)));
    return { word: word + 2 * SIDE + 20, whole: whole + 2 * SIDE + 20 };
  });
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const least = sum(most.map(({ word }) => word));
  const wishes = most.map(({ word, whole }) => Math.sqrt(Math.max(0, whole - word)));
  const spare = TEXT_WIDTH - least;
  const wished = sum(wishes);
  const widths = most.map(({ word }, k) => {
    if (spare <= 0) return Math.floor((word / least) * TEXT_WIDTH);
    const share = wished > 0 ? wishes[k]! / wished : 1 / columns.length;
    return Math.floor(word + spare * share);
  });
  widths[0]! += TEXT_WIDTH - sum(widths);
  return widths;
}
