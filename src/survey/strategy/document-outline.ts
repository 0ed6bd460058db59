import type { StrategyDocument, StrategyPart } from './strategy-document.ts';

/** A section with what it is numbered and linked by. */
export interface OutlinedPart {
  part: StrategyPart;
  /** `1` to `14` as in the table of sections; annexes are `A`, `B`, … */
  number: string;
  /** The id of its heading on a page. */
  anchor: string;
}

/** What numbers a document's sections, tables and figures have, in every format. */
export interface DocumentOutline {
  parts: OutlinedPart[];
  /** The number of a table or of a figure by the block's id, each counted from 1. */
  numberOf: ReadonlyMap<string, number>;
}

/**
 * Numbers the parts of a document. Sections keep the numbers of the table of sections even where
 * one is left out, so that “section 6” means the same in every strategy.
 *
 * @example
 * outlineOf(document).parts.at(-1) // => { part, number: 'A', anchor: 'section-A' }
 */
export function outlineOf({ sections }: Pick<StrategyDocument, 'sections'>): DocumentOutline {
  let annexes = 0;
  const counted = { table: 0, chart: 0 };
  const numberOf = new Map<string, number>();
  const parts = sections.map((part) => {
    for (const { kind, id } of part.blocks) {
      if (kind === 'table' || kind === 'chart') numberOf.set(id, ++counted[kind]);
    }
    const number = part.key === 'annex' ? letters(annexes++) : String(part.key);
    return { part, number, anchor: `section-${number}` };
  });
  return { parts, numberOf };
}

/** `A` to `Z`, then `AA`, `AB`, … */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
