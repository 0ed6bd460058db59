/**
 * The word nearest to one that was mistyped, at most two edits away; null when none is.
 *
 * @example
 * closest('imprt', ['import', 'export']) // 'import'
 */
export function closest(typed: string, words: readonly string[]): string | null {
  const near = words
    .map((word) => ({ word, edits: editsBetween(typed.slice(0, 40).toLowerCase(), word) }))
    .filter(({ edits }) => edits <= 2)
    .toSorted((a, b) => a.edits - b.edits);
  return near[0]?.word ?? null;
}

/** Levenshtein's distance: insertions, deletions and replacements of one letter. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const replaced = row[j]! + (letter === b[j] ? 0 : 1);
      next.push(Math.min(replaced, row[j + 1]! + 1, next[j]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
