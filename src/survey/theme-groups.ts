import { looseText, plainText } from './write-in-key.ts';

/** Beyond so many texts only those that are spelt alike are put together. */
const MOST_COMPARED = 1500;

/** Texts are near when they share this part of the words that either of them has. */
const SHARED = 0.6;

/** Shorter words say little about what a text is about. */
const LEAST_LETTERS = 4;

/**
 * Texts that say nearly the same, put together: equal but for case, accents and punctuation, or
 * three fifths of their longer words are shared. Nothing is known of what words mean.
 *
 * @returns the places of the texts, groups of several first and otherwise in the order given
 * @example
 * nearTexts(['No money for sensors', 'Sensors: no money!', 'No staff']) // [[0, 1], [2]]
 */
export function nearTexts(texts: readonly string[]): number[][] {
  const leader = texts.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (leader[root] !== root) root = leader[root]!;
    return (leader[index] = root);
  };
  const join = (index: number, other: number) => {
    const [a, b] = [find(index), find(other)];
    leader[Math.max(a, b)] = Math.min(a, b);
  };
  const first = new Map<string, number>();
  for (const [index, text] of texts.entries()) {
    const loose = looseText(text);
    const known = first.get(loose);
    if (known === undefined) first.set(loose, index);
    else join(index, known);
  }
  const different = [...first.values()];
  if (different.length <= MOST_COMPARED) {
    const words = new Map(different.map((index) => [index, wordsOf(texts[index]!)]));
    for (const [place, index] of different.entries()) {
      for (const other of different.slice(0, place)) {
        if (shared(words.get(index)!, words.get(other)!) >= SHARED) join(index, other);
      }
    }
  }
  const groups = [...Map.groupBy(texts.keys(), find).values()];
  return groups.toSorted((a, b) => Number(b.length > 1) - Number(a.length > 1) || a[0]! - b[0]!);
}

function wordsOf(text: string): Set<string> {
  const words = plainText(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter(({ length }) => length >= LEAST_LETTERS));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both < 2 ? 0 : both / (a.size + b.size - both);
}
