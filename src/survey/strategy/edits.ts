import type {
  FreeBlock,
  StrategyBlock,
  StrategyDocument,
  StrategyPart,
} from './strategy-document.ts';
import type { StrategyEdits } from './strategy-edits.ts';

/** Own words whose sentence is no longer made, because the figures say something else now. */
export interface LostWords {
  block: string;
  section: StrategyPart['key'];
  text: string;
  original: string;
}

/**
 * A generated strategy with what people changed: own words in place of sentences (`edited`; `stale`
 * once the figures are others than they were written for), paragraphs of their own, and without what
 * they left out. Pure: the same document and edits give the same document.
 *
 * @example
 * editedDocument(document, NO_EDITS) // equals document
 */
export function editedDocument(document: StrategyDocument, edits: StrategyEdits): StrategyDocument {
  const out = new Set(edits.out);
  const sectionsOut = new Set(edits.sectionsOut);
  return {
    ...document,
    title: edits.title?.text ?? document.title,
    sections: document.sections
      .filter(({ key }) => !sectionsOut.has(key))
      .map((section) => ({
        ...section,
        blocks: withParagraphs(section, edits)
          .filter(({ id }) => !out.has(id))
          .map((block) => reworded(block, edits)),
      })),
  };
}

/** The id of a paragraph's block. */
export function paragraphBlock(id: string): string {
  return `free:${id}`;
}

function reworded(block: StrategyBlock, { words }: StrategyEdits): StrategyBlock {
  const own = block.kind === 'sentence' && Object.hasOwn(words, block.id) && words[block.id];
  if (!own || block.kind !== 'sentence') return block;
  const { text, by, at, original, fingerprint } = own;
  return {
    ...block,
    text,
    edited: { by, at, original },
    ...(fingerprint !== block.fingerprint && { stale: true }),
  };
}

function withParagraphs({ key, blocks }: StrategyPart, { paragraphs }: StrategyEdits) {
  const own = paragraphs.filter(({ section }) => section === key);
  const ids = new Set(blocks.map(({ id }) => id));
  const free = (after: string | null): FreeBlock[] =>
    own
      .filter((paragraph) => (ids.has(paragraph.after ?? '') ? paragraph.after : null) === after)
      .map(({ id, text }) => ({ kind: 'free', id: paragraphBlock(id), text }));
  return [...blocks.flatMap((block) => [block, ...free(block.id)]), ...free(null)];
}

/**
 * Words that no sentence of the document carries any more. They are kept until somebody decides.
 *
 * @example
 * lostWords(document, edits).map(({ text }) => text) // ['We train programme managers first.']
 */
export function lostWords(document: StrategyDocument, { words }: StrategyEdits): LostWords[] {
  const made = new Set(
    document.sections.flatMap(({ blocks }) =>
      blocks.filter(({ kind }) => kind === 'sentence').map(({ id }) => id),
    ),
  );
  return Object.entries(words).flatMap(([block, { section, text, original }]) =>
    made.has(block) ? [] : [{ block, section, text, original }],
  );
}

/** A sentence that is left out, and whose figures are others than when that was decided. */
export interface OtherwiseNow {
  block: string;
  section: StrategyPart['key'];
  /** What it said when it was left out, and what it would say now. */
  said: string;
  says: string;
  by: string | null;
  at: string;
}

/**
 * Left-out sentences that would say something else now: whoever left them out may decide otherwise.
 * Those of sections that are left out as a whole are not among them.
 *
 * @example
 * otherwiseNow(document, edits).map(({ says }) => says) // ['Agreement is weak …']
 */
export function otherwiseNow(
  document: StrategyDocument,
  { out, outSaid, sectionsOut }: StrategyEdits,
): OtherwiseNow[] {
  return document.sections
    .filter(({ key }) => !sectionsOut.includes(key))
    .flatMap(({ key, blocks }) =>
      blocks.flatMap((block): OtherwiseNow[] => {
        const left = out.includes(block.id) && Object.hasOwn(outSaid, block.id);
        if (!left || block.kind !== 'sentence') return [];
        const { original, fingerprint, by, at } = outSaid[block.id]!;
        const said = { block: block.id, section: key, said: original, says: block.text, by, at };
        return fingerprint === block.fingerprint ? [] : [said];
      }),
    );
}

/** What of a strategy is in the way of signing it: words that the figures have left behind. */
export function staleSentences(document: StrategyDocument): number {
  return document.sections
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'sentence' && block.stale).length;
}
