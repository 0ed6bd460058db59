import { BallotFileError, textLines } from '../../ranking/ballot-file.ts';
import { readBallotsCsv } from '../../ranking/ballots-csv.ts';

/** Whether `readBallots` takes a text for a PrefLib file rather than a table. */
export function isPreflib(text: string, fileName: string): boolean {
  if (/\.(soc|soi|toc|toi)$/i.test(fileName)) return true;
  return !/\.(csv|tsv|txt)$/i.test(fileName) && /^\uFEFF?\s*#/.test(text);
}

/** The line of the n-th ballot (from 0) of a file that `readBallots` can read. */
export function lineOfBallot(text: string, fileName: string, ballot: number): number {
  const lines = textLines(text, fileName);
  if (isPreflib(text, fileName)) {
    const orders = [...lines.keys()].filter((k) => /^\s*[^#\s]/.test(lines[k]!));
    return (orders[ballot] ?? 0) + 1;
  }
  let [low, high] = [1, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ballotsIn(lines.slice(0, middle), fileName) > ballot) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The line that names an item: its own in a PrefLib file, the first of a table. */
export function lineOfItem(text: string, fileName: string, id: string | number): number {
  if (!isPreflib(text, fileName)) return 1;
  const pattern = new RegExp(`^#\\s*ALTERNATIVE NAME 0*${Number(id)}\\s*:`, 'i');
  return textLines(text, fileName).findIndex((line) => pattern.test(line)) + 1 || 1;
}

/** How many ballots the first lines of a table hold; none where they break off inside a cell. */
function ballotsIn(lines: readonly string[], fileName: string): number {
  try {
    return readBallotsCsv(lines.join('\n'), fileName).ballots.length;
  } catch (error) {
    if (error instanceof BallotFileError) return 0;
    throw error;
  }
}
