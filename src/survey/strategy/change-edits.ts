import type { SentenceBlock, StrategyBlock, StrategyDocument } from './strategy-document.ts';
import { placeOf, type StrategyChange } from './strategy-change.ts';
import { MOST_EDITS, type StrategyEdits } from './strategy-edits.ts';

/** What a change was made from, and by whom. */
export interface Change {
  change: StrategyChange;
  /** The revision of the edits that the writer saw. */
  seen: number;
  /** The revision that the change makes. */
  revision: number;
  by: string | null;
  /** ISO 8601. */
  at: string;
}

/**
 * What became of a change. `conflict`: somebody has changed the same place since it was seen.
 * `unknown`: the document has no such place. `full`: there are too many edits.
 */
export type Changed =
  | { outcome: 'changed'; edits: StrategyEdits }
  | { outcome: 'conflict' | 'unknown' | 'full'; place: string };

/**
 * Lays one change over what was changed before. Changes of other places since then do no harm; a
 * change of the same place is refused, so that of two who write at once nobody's words are lost.
 *
 * @param document as it is generated, without edits
 * @example
 * changedEdits(document, edits, { change, seen: 3, revision: 4, by: 'Ada', at }).outcome // 'changed'
 */
export function changedEdits(
  document: StrategyDocument,
  edits: StrategyEdits,
  { change, seen, revision, by, at }: Change,
): Changed {
  const place = placeOf(change);
  const last = edits.touched[place] ?? 0;
  if (last > seen && last !== revision) return { outcome: 'conflict', place };
  const made = { by, at };
  const next = { ...edits, touched: { ...edits.touched, [place]: revision } };
  const done = (parts: Partial<StrategyEdits>): Changed => ({
    outcome: 'changed',
    edits: { ...next, ...parts },
  });
  const unknown: Changed = { outcome: 'unknown', place };
  const full: Changed = { outcome: 'full', place };
  switch (change.do) {
    case 'title': {
      const isOwn = change.text !== null && change.text !== document.title;
      return done({ title: isOwn ? { text: change.text!, ...made } : null });
    }
    case 'write': {
      const found = findBlock(document, change.block);
      const sentence = found && sentenceIn(found.block);
      if (!sentence) return unknown;
      const isNew = !Object.hasOwn(edits.words, change.block);
      if (isNew && Object.keys(edits.words).length >= MOST_EDITS) return full;
      if (change.text === sentence.text) return done({ words: without(edits.words, change.block) });
      const { section } = found;
      const words = { section, text: change.text, ...asSeen(sentence, change), ...made };
      return done({ words: { ...edits.words, [change.block]: words } });
    }
    case 'restore':
      if (!Object.hasOwn(edits.words, change.block) && !findBlock(document, change.block)) {
        return unknown;
      }
      return done({ words: without(edits.words, change.block) });
    case 'keep': {
      const words = edits.words[change.block];
      const found = findBlock(document, change.block);
      const sentence = found && sentenceIn(found.block);
      if (!words || !sentence) return unknown;
      const { fingerprint, text: original } = sentence;
      return done({
        words: { ...edits.words, [change.block]: { ...words, fingerprint, original, ...made } },
      });
    }
    case 'leave-out': {
      const found = findBlock(document, change.block);
      if (!found) return unknown;
      const sentence = sentenceIn(found.block);
      const said = sentence && { [change.block]: { ...asSeen(sentence, change), ...made } };
      return done({
        out: [...new Set([...edits.out, change.block])],
        outSaid: { ...edits.outSaid, ...said },
      });
    }
    case 'bring-back':
      if (!edits.out.includes(change.block) && !findBlock(document, change.block)) return unknown;
      return done({
        out: edits.out.filter((id) => id !== change.block),
        outSaid: without(edits.outSaid, change.block),
      });
    case 'leave-out-section':
      if (!document.sections.some(({ key }) => key === change.section)) return unknown;
      return done({ sectionsOut: [...new Set([...edits.sectionsOut, change.section])] });
    case 'bring-back-section':
      return done({ sectionsOut: edits.sectionsOut.filter((key) => key !== change.section) });
    case 'add': {
      const { section, after = null, text } = change;
      if (!document.sections.some(({ key }) => key === section)) return unknown;
      const id = change.paragraph ?? crypto.randomUUID();
      if (edits.paragraphs.some((paragraph) => paragraph.id === id)) return done({});
      if (edits.paragraphs.length >= MOST_EDITS) return full;
      const paragraph = { id, section, after, text, ...made };
      return {
        outcome: 'changed',
        edits: {
          ...edits,
          paragraphs: [...edits.paragraphs, paragraph],
          touched: { ...edits.touched, [`paragraph:${id}`]: revision },
        },
      };
    }
    case 'rewrite': {
      if (!edits.paragraphs.some(({ id }) => id === change.paragraph)) return unknown;
      const paragraphs = edits.paragraphs.map((paragraph) =>
        paragraph.id === change.paragraph
          ? { ...paragraph, text: change.text, ...made }
          : paragraph,
      );
      return done({ paragraphs });
    }
    case 'remove':
      if (!Object.hasOwn(edits.touched, place)) return unknown;
      return done({ paragraphs: edits.paragraphs.filter(({ id }) => id !== change.paragraph) });
  }
}

/** A block and its section; undefined where the document has none of this id. */
export function findBlock(
  { sections }: StrategyDocument,
  id: string,
): { block: StrategyBlock; section: StrategyDocument['sections'][number]['key'] } | undefined {
  for (const { key, blocks } of sections) {
    const block = blocks.find((one) => one.id === id);
    if (block) return { block, section: key };
  }
  return undefined;
}

/** The sentence that a change was decided on, which may be older than the present one. */
function asSeen(
  sentence: SentenceBlock,
  {
    fingerprint = sentence.fingerprint,
    original,
  }: { fingerprint?: string | undefined; original?: string | undefined },
): { fingerprint: string; original: string } {
  const isPresent = fingerprint === sentence.fingerprint;
  return { fingerprint, original: isPresent ? sentence.text : (original ?? sentence.text) };
}

function sentenceIn(block: StrategyBlock): SentenceBlock | undefined {
  return block.kind === 'sentence' ? block : undefined;
}

function without<Value>(record: Record<string, Value>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
