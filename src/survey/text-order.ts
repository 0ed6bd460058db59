/**
 * Texts in an order that depends on the texts alone: it looks shuffled, is the same each time, and
 * says nothing about who wrote first. `seed` gives each question its own order.
 *
 * @example
 * shuffledTexts(['b', 'a'], 'comment') // the same list as shuffledTexts(['a', 'b'], 'comment')
 */
export function shuffledTexts(texts: readonly string[], seed: string): string[] {
  return texts
    .map((text) => ({ text, key: hash(seed + '\0' + text) }))
    .toSorted((a, b) => a.key - b.key || (a.text < b.text ? -1 : Number(a.text > b.text)))
    .map(({ text }) => text);
}

/** 32-bit FNV-1a of the UTF-16 units, finished so that texts with a common start spread. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
