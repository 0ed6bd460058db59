import { looseText, textKey } from './write-in-key.ts';
import type { WriteIn } from './write-ins.ts';

/** Something that people wrote, with the key that decisions about it are kept under. */
export interface KeyedText extends WriteIn {
  key: string;
}

/** Spellings that look like the same thing, the most frequent first. */
export interface SpellingGroup {
  spellings: KeyedText[];
  n: number;
}

/** Beyond so many different texts only equal ones are put together. */
const MOST_COMPARED = 1500;

/**
 * Texts whose spellings differ little, put together: by case, accents, punctuation and spaces, or
 * by one wrong, missing or surplus letter (two from twelve letters on). Nothing is known of what
 * words mean: other languages and abbreviations stay apart until somebody decides.
 *
 * @returns groups, the most frequent first; a text that is like no other is a group of its own
 * @example
 * groupSpellings([{ text: 'Cybersecurity', n: 3 }, { text: 'cyber security', n: 2 }])[0].n // 5
 */
export function groupSpellings(texts: readonly WriteIn[]): SpellingGroup[] {
  const loose = texts.map(({ text }) => looseText(text) || text);
  const leader = texts.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (leader[root] !== root) root = leader[root]!;
    return (leader[index] = root);
  };
  const first = new Map<string, number>();
  for (const [index, own] of loose.entries()) {
    const known = first.get(own);
    if (known === undefined) first.set(own, index);
    else leader[find(index)] = find(known);
  }
  const different = [...first];
  if (different.length <= MOST_COMPARED) {
    for (const [place, [own, index]] of different.entries()) {
      for (const [other, earlier] of different.slice(0, place)) {
        if (isNear(own, other)) leader[find(index)] = find(earlier);
      }
    }
  }
  const groups = Map.groupBy(texts.keys(), find);
  return [...groups.values()]
    .map((members) => {
      const spellings = members
        .map((index) => ({ ...texts[index]!, key: textKey(texts[index]!.text) }))
        .toSorted((a, b) => b.n - a.n || (a.text < b.text ? -1 : 1));
      return { spellings, n: spellings.reduce((sum, { n }) => sum + n, 0) };
    })
    .toSorted((a, b) => b.n - a.n || (a.spellings[0]!.text < b.spellings[0]!.text ? -1 : 1));
}

/** Short words differ in a letter and mean something else: only from five letters on. */
function isNear(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  const most = length < 5 ? 0 : length < 12 ? 1 : 2;
  return Math.abs(a.length - b.length) <= most && editDistance(a, b, most) <= most;
}

/** Letters to change, add or leave out to make one text of the other; stops beyond `most`. */
function editDistance(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let k = 1; k <= b.length; k++) {
      const change = row[k - 1]! + Number(a[i - 1] !== b[k - 1]);
      next.push(Math.min(change, row[k]! + 1, next[k - 1]! + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length]!;
}
