import Papa from 'papaparse';
import { BallotFileError } from '../../ranking/ballot-file.ts';
import { packPlain, unpack, ZipError, type ZipEntry } from './bounded-zip.ts';
import { MOST_RESPONSES } from './imported.ts';

const MEGABYTE = 2 ** 20;
const LIMITS = { bytes: 64 * MEGABYTE, entries: 500 };

/** The most cells of one sheet, empty ones in between included. */
const MOST_CELLS = 5_000_000;

/** Whether a file is a ZIP container, as every workbook is. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * The first sheet of an Excel workbook as the text of a table with commas: numbers and texts as
 * they stand in their cells, nothing worked out. Throws a BallotFileError for what is no workbook,
 * or one that is far larger than it looks.
 *
 * @example
 * await workbookText(bytes, 'answers.xlsx') // 'voice,table,round,…\r\nindividual,…'
 */
export async function workbookText(
  bytes: Uint8Array<ArrayBuffer>,
  fileName: string,
): Promise<string> {
  const fail = (reason: string): never => {
    throw new BallotFileError(fileName, 1, `the workbook can't be read: ${reason}`);
  };
  try {
    const entries = await unpack(bytes, LIMITS);
    for (const entry of entries) checkCells(entry);
    const { readXlsx } = await import('hucre/xlsx');
    const book = await readXlsx(packPlain(entries), { sheets: [0], maxRows: MOST_RESPONSES + 2 });
    const rows = book.sheets[0]?.rows ?? fail('it has no sheet');
    const width = rows[0]?.length ?? 0;
    const cells = rows.map((row) => Array.from({ length: width }, (_, k) => cellText(row[k])));
    return `${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
  } catch (error) {
    if (error instanceof BallotFileError) throw error;
    return fail(error instanceof ZipError ? error.message : 'it is damaged');
  }
}

/** Two cells far apart make a reader reserve all that lies between. */
function checkCells({ name, bytes }: ZipEntry): void {
  if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) return;
  const xml = new TextDecoder().decode(bytes);
  let [rows, columns] = [0, 0];
  for (const [, letters, row] of xml.matchAll(/\br="([A-Z]{0,3})(\d{1,10})"/g)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnOf(letters!));
    if (rows * columns > MOST_CELLS) throw new ZipError('its cells are too far apart');
  }
}

/** 'A' is 1, 'AA' is 27. */
function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'number' || typeof cell === 'string' ? String(cell) : '';
}
