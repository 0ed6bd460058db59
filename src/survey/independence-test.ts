import { chiSquareUpperTail } from '../ranking/distributions.ts';
import { seededRandom, shuffle } from '../ranking/random.ts';

/** Do groups choose differently at all? */
export interface IndependenceTest {
  statistic: number;
  degreesOfFreedom: number;
  pValue: number;
  /** Cramér's V squared, 0..1: the share of the differences that the groups account for. */
  effect: number;
  /** The p-value comes from dealing out the answers anew, as the table is too thin for chi-square. */
  permuted: boolean;
}

/**
 * With fewer answers than this to a cell, on average, chi-square's tail is not to be trusted
 * (Roscoe & Byars 1971, J. Am. Stat. Assoc. 66, 755–759).
 */
const LEAST_PER_CELL = 6;

/**
 * Pearson's chi-square test of a table of counts, one row a group and one column an option.
 * Rows and columns of nothing are left out; a thin table is tested by permutation, seeded. Null
 * when fewer than two rows or columns are left.
 *
 * @example
 * independenceTest([[762, 327, 468], [484, 239, 477]])?.statistic // 30.07
 */
export function independenceTest(
  table: readonly (readonly number[])[],
  options: { replicates?: number; seed?: number } = {},
): IndependenceTest | null {
  const width = Math.max(0, ...table.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    table.some((row) => row[column]! > 0),
  );
  const rows = table
    .map((row) => columns.map((column) => row[column]!))
    .filter((row) => row.some((count) => count > 0));
  if (rows.length < 2 || columns.length < 2) return null;
  const ofRow = rows.map((row) => row.reduce((sum, count) => sum + count, 0));
  const ofColumn = columns.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0));
  const n = ofRow.reduce((sum, count) => sum + count, 0);
  const statisticOf = (counts: readonly ArrayLike<number>[]): number => {
    let sum = 0;
    for (const [row, size] of ofRow.entries()) {
      for (const [column, total] of ofColumn.entries()) {
        const expected = (size * total) / n;
        sum += (counts[row]![column]! - expected) ** 2 / expected;
      }
    }
    return sum;
  };
  const statistic = statisticOf(rows);
  const degreesOfFreedom = (rows.length - 1) * (columns.length - 1);
  const effect = Math.min(1, statistic / (n * Math.min(rows.length - 1, columns.length - 1)));
  const permuted = n < LEAST_PER_CELL * rows.length * columns.length;
  const pValue = permuted
    ? dealtAnew(ofRow, ofColumn, statistic, statisticOf, options)
    : chiSquareUpperTail(statistic, degreesOfFreedom);
  return { statistic, degreesOfFreedom, pValue, effect, permuted };
}

function dealtAnew(
  ofRow: readonly number[],
  ofColumn: readonly number[],
  observed: number,
  statisticOf: (counts: readonly ArrayLike<number>[]) => number,
  { replicates = 4999, seed = 1 }: { replicates?: number; seed?: number },
): number {
  const answers = Int32Array.from(
    ofColumn.flatMap((total, column) => Array.from({ length: total }, () => column)),
  );
  const random = seededRandom(seed);
  const counts = ofRow.map(() => new Int32Array(ofColumn.length));
  let asLarge = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    shuffle(answers, random);
    let next = 0;
    for (const [row, size] of ofRow.entries()) {
      const own = counts[row]!.fill(0);
      for (let k = 0; k < size; k++) own[answers[next++]!]!++;
    }
    if (statisticOf(counts) >= observed * (1 - 1e-12)) asLarge++;
  }
  return (1 + asLarge) / (1 + replicates);
}
