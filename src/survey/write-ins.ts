/** An answer in respondents' own words, as first written, and how many gave it. */
export interface WriteIn {
  text: string;
  n: number;
}

/** Counts write-ins; spellings that differ only in case and space count as one. */
export interface WriteInCounts {
  add: (text: string) => void;
  /** The most frequent first, then by alphabet. */
  list: () => WriteIn[];
}

/**
 * Starts counting write-ins. Which spelling stands for a text does not depend on their order.
 *
 * @example
 * const counts = countWriteIns();
 * counts.add('GIS'); counts.add(' gis ');
 * counts.list() // => [{ text: 'GIS', n: 2 }]
 */
export function countWriteIns(): WriteInCounts {
  const byText = new Map<string, WriteIn>();
  return {
    add: (given) => {
      const text = given.trim().replace(/\s+/g, ' ');
      if (text === '') return;
      const key = text.toLowerCase();
      const counted = byText.get(key);
      if (!counted) byText.set(key, { text, n: 1 });
      else {
        counted.n++;
        if (text < counted.text) counted.text = text;
      }
    },
    list: () => [...byText.values()].toSorted((a, b) => b.n - a.n || (a.text < b.text ? -1 : 1)),
  };
}

/** The text of `{ writeIn: 'text' }`, with or without an option's id; `null` for anything else. */
export function writeInText(item: unknown): string | null {
  if (typeof item !== 'object' || item === null || !('writeIn' in item)) return null;
  return typeof item.writeIn === 'string' ? item.writeIn : null;
}
