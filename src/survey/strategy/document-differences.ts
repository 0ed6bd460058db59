import type {
  StrategyBlock,
  StrategyDocument,
  StrategyPart,
  TracedFigure,
} from './strategy-document.ts';

/** A number that is another one now. */
export interface FigureChange extends Pick<
  TracedFigure,
  'name' | 'method' | 'question' | 'item' | 'filter'
> {
  from: TracedFigure['value'];
  to: TracedFigure['value'];
}

/** Something of a section that two documents don't have in common. */
export interface BlockDifference {
  id: string;
  kind: StrategyBlock['kind'];
  change: 'added' | 'removed' | 'changed';
  /** As it reads in each; null where there is none. */
  from: string | null;
  to: string | null;
  /** Of sentences: the numbers that changed, also where the words stayed as they were. */
  figures: FigureChange[];
}

/** What differs between two documents. */
export interface DocumentDifferences {
  title: { from: string; to: string } | null;
  sections: {
    key: StrategyPart['key'];
    title: string;
    differences: BlockDifference[];
  }[];
  counts: { added: number; removed: number; changed: number; figures: number };
}

/**
 * What differs between two versions of a strategy, section by section, matched by the ids of their
 * blocks: a sentence keeps its id as long as it says something about the same thing.
 *
 * @example
 * documentDifferences(spring, autumn).counts // { added: 2, removed: 0, changed: 5, figures: 9 }
 */
export function documentDifferences(
  from: StrategyDocument,
  to: StrategyDocument,
): DocumentDifferences {
  const keys = [...to.sections, ...from.sections].map(({ key }) => key);
  const sections = inOrder(keys).flatMap((key) => {
    const [before, after] = [from, to].map((document) =>
      document.sections.find((section) => section.key === key),
    );
    const differences = blockDifferences(before?.blocks ?? [], after?.blocks ?? []);
    const title = (after ?? before)!.title;
    return differences.length > 0 ? [{ key, title, differences }] : [];
  });
  const all = sections.flatMap(({ differences }) => differences);
  const count = (change: BlockDifference['change']) =>
    all.filter((difference) => difference.change === change).length;
  return {
    title: from.title === to.title ? null : { from: from.title, to: to.title },
    sections,
    counts: {
      added: count('added'),
      removed: count('removed'),
      changed: count('changed'),
      figures: all.reduce((sum, { figures }) => sum + figures.length, 0),
    },
  };
}

/** Sections of both documents in the order of their numbers, the annexes last. */
function inOrder(keys: readonly StrategyPart['key'][]): StrategyPart['key'][] {
  const place = (key: StrategyPart['key']) => (key === 'annex' ? 15 : key);
  return [...new Set(keys)].toSorted((a, b) => place(a) - place(b));
}

function blockDifferences(
  before: readonly StrategyBlock[],
  after: readonly StrategyBlock[],
): BlockDifference[] {
  const known = new Map(before.map((block) => [block.id, block]));
  const still = new Set(after.map(({ id }) => id));
  const found = after.flatMap((block): BlockDifference[] => {
    const old = known.get(block.id);
    const { id, kind } = block;
    if (!old) {
      return [{ id, kind, change: 'added', from: null, to: textOfBlock(block), figures: [] }];
    }
    const figures = figureChanges(old, block);
    const [from, to] = [textOfBlock(old), textOfBlock(block)];
    return from === to && figures.length === 0
      ? []
      : [{ id, kind, change: 'changed', from, to, figures }];
  });
  const gone = before
    .filter(({ id }) => !still.has(id))
    .map((block): BlockDifference => {
      const { id, kind } = block;
      return { id, kind, change: 'removed', from: textOfBlock(block), to: null, figures: [] };
    });
  return [...found, ...gone];
}

/**
 * A block as a line of text: what a reader reads of it first.
 *
 * @example
 * textOfBlock({ kind: 'free', id: 'free:1', text: 'Approved in May.' }) // 'Approved in May.'
 */
export function textOfBlock(block: StrategyBlock): string {
  switch (block.kind) {
    case 'table':
      return [block.caption, ...block.rows.map((cells) => cells.join(' · '))].join('\n');
    case 'chart':
      return [block.caption, ...block.rows.map(({ label, text }) => `${label} · ${text}`)].join(
        '\n',
      );
    default:
      return block.text;
  }
}

function figureChanges(before: StrategyBlock, after: StrategyBlock): FigureChange[] {
  if (before.kind !== 'sentence' || after.kind !== 'sentence') return [];
  const old = named(before.trace.figures);
  const now = named(after.trace.figures);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [from = null, to = null] = [old.get(name)?.value, now.get(name)?.value];
    if (from === to) return [];
    const { value: _, ...figure } = (now.get(name) ?? old.get(name))!;
    return [{ ...figure, from, to }];
  });
}

/** Figures by what they are of: the same statistic of two items are two. */
function named(figures: readonly TracedFigure[]): Map<string, TracedFigure> {
  return new Map(
    figures.map((figure) => [
      [figure.name, figure.method, figure.question, figure.item ?? ''].join('\n'),
      figure,
    ]),
  );
}
