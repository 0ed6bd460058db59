/**
 * Figures worked out anew from an exported table, by the formulas of a textbook and without any code
 * of the product: what the product says has to be what its own files give.
 */

/** A row of an exported table, by column. */
export type Row = Readonly<Record<string, string>>;

/**
 * The rows of a CSV as RFC 4180 has it, a leading byte order mark aside.
 *
 * @example
 * readCsv('a,b\r\n1,"x, ""y"""\r\n') // [{ a: '1', b: 'x, "y"' }]
 */
export function readCsv(text: string): Row[] {
  const lines: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const source = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at]!;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === ',' || sign === '\n') {
      lines.at(-1)!.push(cell);
      cell = '';
      if (sign === '\n') lines.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || lines.at(-1)!.length > 0) lines.at(-1)!.push(cell);
  const [head = [], ...rows] = lines.filter((line) => line.length > 0);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

/** The items of a ranking that a row has ranked, the best first; null where it ranked none. */
export function rankedIn(row: Row, question: string): string[] | null {
  const ranked = Object.entries(row)
    .filter(([name, cell]) => name.startsWith(`${question}.`) && /^\d+$/.test(cell))
    .toSorted(([, a], [, b]) => Number(a) - Number(b))
    .map(([name]) => name.slice(question.length + 1));
  return ranked.length > 0 ? ranked : null;
}

/** What a set of rankings says about its items, in the order of `items`. */
export interface Recount {
  n: number;
  meanRank: number[];
  /** Points: the number of items that an item is placed above, a half for each tie, over all. */
  borda: number[];
  /** Items by their Borda points, the most first; those with as many stand together. */
  order: string[][];
  /** Kendall's W with its correction for ties; null without rankings. */
  kendallW: number | null;
}

/**
 * Mean ranks, Borda points and Kendall's W. What somebody has not ranked shares the places that are
 * left.
 *
 * @param items every id of the ranking
 * @example
 * recount([['a'], ['b', 'a']], ['a', 'b']).meanRank // [1.5, 1.5]
 */
export function recount(rankings: readonly string[][], items: readonly string[]): Recount {
  const m = items.length;
  const n = rankings.length;
  const rankSums = new Map(items.map((item) => [item, 0]));
  const points = new Map(items.map((item) => [item, 0]));
  let ties = 0;
  for (const ranking of rankings) {
    const left = m - ranking.length;
    ties += left ** 3 - left;
    for (const item of items) {
      const place = ranking.indexOf(item);
      const rank = place >= 0 ? place + 1 : ranking.length + (left + 1) / 2;
      const beaten = place >= 0 ? m - 1 - place : (left - 1) / 2;
      rankSums.set(item, rankSums.get(item)! + rank);
      points.set(item, points.get(item)! + beaten);
    }
  }
  const meanRank = items.map((item) => rankSums.get(item)! / n);
  const borda = items.map((item) => points.get(item)!);
  const mean = (n * (m + 1)) / 2;
  const spread = items.reduce((sum, item) => sum + (rankSums.get(item)! - mean) ** 2, 0);
  const most = n * n * (m ** 3 - m) - n * ties;
  const levels = [...new Set(borda)].toSorted((a, b) => b - a);
  return {
    n,
    meanRank,
    borda,
    order: levels.map((level) => items.filter((_, at) => borda[at] === level)),
    kendallW: n > 0 ? (12 * spread) / most : null,
  };
}

/** The median of numbers: the middle one, or half-way between the two in the middle. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)]!,
    sorted[Math.floor(sorted.length / 2)]!,
  ];
  return (low + high) / 2;
}

/** How often each value stands in a column. */
export function countsOf(rows: readonly Row[], column: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const value = row[column] ?? '';
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

/** Rankings as texts in their alphabetical order: two lists are equal if they hold the same ones. */
export function sortedRankings(rankings: readonly (readonly string[])[]): string[] {
  return rankings.map((ranking) => ranking.join(' > ')).toSorted();
}
