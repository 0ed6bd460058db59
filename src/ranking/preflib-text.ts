import { encodeBallot } from './ballot-code.ts';
import type { Ballots } from './ballots.ts';
import type { PreflibType } from './preflib.ts';

/**
 * Ballots as the text of a PrefLib file, which `readPreflib` and PrefLib's tools read. Alternatives
 * are numbered from 1 in the order of `names`; equal rankings are counted together, most frequent
 * first; the data type is the narrowest that fits. Ballots that rank nothing can't be written and
 * are left out.
 *
 * @example
 * preflibText(['A', 'B'], [{ count: 2, ranking: [[1], [0]] }], { title: 'Two items' })
 */
export function preflibText(
  names: readonly string[],
  ballots: Ballots,
  about: { title: string; fileName?: string },
): string {
  const orders = new Map<string, { count: number; text: string }>();
  let ties = false;
  let gaps = false;
  for (const { count, ranking } of ballots) {
    const groups = ranking.filter((group) => group.length > 0);
    if (groups.length === 0) continue;
    ties ||= groups.some((group) => group.length > 1);
    gaps ||= groups.reduce((sum, group) => sum + group.length, 0) < names.length;
    const key = encodeBallot(names.length, groups);
    const text = groups.map(groupText).join(',');
    orders.set(key, { text, count: (orders.get(key)?.count ?? 0) + count });
  }
  const sorted = [...orders.values()].sort((a, b) => b.count - a.count);
  const dataType: PreflibType = `${ties ? 't' : 's'}o${gaps ? 'i' : 'c'}`;
  return [
    ...(about.fileName === undefined ? [] : [`# FILE NAME: ${oneLine(about.fileName)}`]),
    `# TITLE: ${oneLine(about.title)}`,
    `# DATA TYPE: ${dataType}`,
    `# NUMBER ALTERNATIVES: ${names.length}`,
    `# NUMBER VOTERS: ${sorted.reduce((sum, { count }) => sum + count, 0)}`,
    `# NUMBER UNIQUE ORDERS: ${sorted.length}`,
    ...names.map((name, item) => `# ALTERNATIVE NAME ${item + 1}: ${oneLine(name)}`),
    ...sorted.map(({ count, text }) => `${count}: ${text}`),
    '',
  ].join('\n');
}

function groupText(group: readonly number[]): string {
  const numbers = group.map((item) => item + 1).sort((a, b) => a - b);
  return numbers.length === 1 ? `${numbers[0]}` : `{${numbers.join(',')}}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
