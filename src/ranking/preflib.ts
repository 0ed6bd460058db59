import { BallotFileError, maxItems, textLines } from './ballot-file.ts';
import type { BallotFile, Item } from './ballot-file.ts';
import type { Ranking } from './ranking.ts';

/** PrefLib's four kinds of orders: strict or with ties, complete or incomplete. */
export type PreflibType = 'soc' | 'soi' | 'toc' | 'toi';

/** A PrefLib file: ballots with the kind of orders that the file declares. */
export type PreflibFile = BallotFile & { dataType: PreflibType };

type Header = {
  type: PreflibType;
  title: string | null;
  items: Item[];
  stated: { voters: Stated; orders: Stated };
};

type Stated = { value: number; line: number } | null;

/**
 * Reads a PrefLib file of orders (https://preflib.org/format): `#` lines name the alternatives and
 * state the counts, every other line is `count: a,b,{c,d}`, best first, braces around ties. The
 * kind comes from the DATA TYPE line, else from the file name. Stated counts are checked, not
 * trusted. Throws a BallotFileError that names the line.
 *
 * @example
 * readPreflib('# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n3: 2,1\n', 'x.soc').ballots
 * // => [{ count: 3, ranking: [[1], [0]] }]
 */
export function readPreflib(text: string, fileName: string): PreflibFile {
  const lines = textLines(text, fileName);
  const header = readHeader(lines, fileName);
  const index = new Map(header.items.map(({ id }, item) => [id, item]));
  const ballots: { count: number; ranking: Ranking }[] = [];
  let voters = 0;
  lines.forEach((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const ballot = readOrder(line, header.type, index, (reason) => {
      throw new BallotFileError(fileName, at + 1, reason);
    });
    voters += ballot.count;
    if (!Number.isSafeInteger(voters * 1000)) {
      throw new BallotFileError(fileName, at + 1, 'more ballots than can be counted exactly');
    }
    ballots.push(ballot);
  });
  const { stated } = header;
  checkStated(stated.voters, voters, 'voters', 'ballots', fileName);
  checkStated(stated.orders, ballots.length, 'unique orders', 'orders', fileName);
  const { title, items, type } = header;
  return { title, items, ballots, blank: 0, dataType: type };
}

function readHeader(lines: readonly string[], file: string): Header {
  const items = new Map<number, string>();
  const numbers = new Map<string, { value: number; line: number }>();
  let title: string | null = null;
  let type: string | null = null;
  lines.forEach((line, at) => {
    const field = /^#\s*([^:]+?)\s*:\s*(.*?)\s*$/.exec(line);
    if (!field) return;
    const [key, value] = [field[1]!.toUpperCase(), field[2]!];
    const id = /^ALTERNATIVE NAME (\d+)$/.exec(key)?.[1];
    if (id !== undefined) {
      if (items.has(Number(id))) {
        throw new BallotFileError(file, at + 1, `alternative ${id} is named twice`);
      }
      items.set(Number(id), value === '' ? `Alternative ${id}` : value);
      if (items.size > maxItems) {
        throw new BallotFileError(file, at + 1, `more than ${maxItems} alternatives`);
      }
    } else if (key.startsWith('NUMBER ')) {
      if (!/^\d+$/.test(value)) {
        throw new BallotFileError(file, at + 1, `${key} is not a whole number`);
      }
      numbers.set(key, { value: Number(value), line: at + 1 });
    } else if (key === 'TITLE') title = value || null;
    else if (key === 'DATA TYPE') type = value.toLowerCase();
  });
  type ??= /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  if (!isPreflibType(type)) {
    const line = lines.findIndex((text) => /^#\s*DATA TYPE\s*:/i.test(text)) + 1;
    throw new BallotFileError(file, line || 1, 'the data type is none of soc, soi, toc, toi');
  }
  if (items.size === 0) throw new BallotFileError(file, 1, 'no alternative is named');
  const stated = numbers.get('NUMBER ALTERNATIVES') ?? null;
  checkStated(stated, items.size, 'alternatives', 'alternatives', file);
  return {
    type,
    title,
    items: Array.from(items, ([id, name]) => ({ id, name })),
    stated: {
      voters: numbers.get('NUMBER VOTERS') ?? null,
      orders: numbers.get('NUMBER UNIQUE ORDERS') ?? null,
    },
  };
}

function isPreflibType(type: string): type is PreflibType {
  return type === 'soc' || type === 'soi' || type === 'toc' || type === 'toi';
}

function checkStated(
  stated: Stated,
  found: number,
  what: string,
  unit: string,
  file: string,
): void {
  if (stated === null || stated.value === found) return;
  const reason = `the header states ${stated.value} ${what}, the file has ${found} ${unit}`;
  throw new BallotFileError(file, stated.line, reason);
}

function readOrder(
  line: string,
  type: PreflibType,
  index: ReadonlyMap<string | number, number>,
  fail: (reason: string) => never,
): { count: number; ranking: Ranking } {
  const parts = /^\s*(\d+)\s*:\s*(.*?)\s*$/.exec(line);
  if (!parts) fail('not a line of the form "count: a,b,{c,d}"');
  const count = Number(parts![1]);
  if (count < 1 || count > 1e9) fail(`${parts![1]} is not a number of ballots`);
  const order = parts![2]!;
  if (order === '') fail('the order names no alternative');
  if (!/^(\{[^{}]*\}|[^{},]+)(,\s*(\{[^{}]*\}|[^{},]+))*$/.test(order)) {
    fail(/[{}]/.test(order) ? 'stray brace or comma' : 'stray comma');
  }
  const seen = new Set<number>();
  const ranking = Array.from(order.matchAll(/\{[^{}]*\}|[^{},]+/g), ([group]) =>
    group
      .replace(/^\{|\}$/g, '')
      .split(',')
      .map((text) => {
        const name = text.trim();
        const item = /^\d+$/.test(name) ? index.get(Number(name)) : undefined;
        if (item === undefined) fail(`unknown alternative "${name.slice(0, 40)}"`);
        if (seen.has(item!)) fail(`alternative ${name} is ranked twice`);
        seen.add(item!);
        return item!;
      }),
  ).filter((group) => group.length > 0);
  if (type.startsWith('s') && ranking.some((group) => group.length > 1)) {
    fail(`a tie in a file of type ${type}`);
  }
  if (type.endsWith('c') && seen.size < index.size) {
    fail(`${seen.size} of ${index.size} alternatives ranked in a file of type ${type}`);
  }
  return { count, ranking };
}
