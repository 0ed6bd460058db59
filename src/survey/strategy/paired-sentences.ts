import { holm } from '../../ranking/multiple-tests.ts';
import type { SentenceBlock, StrategyDocument, StrategyPart } from './strategy-document.ts';

/**
 * What may be said of two groups about one finding. `same`: the sentence reads alike. `differs`: the
 * groups answered differently, by a test corrected for all that were made. `not-shown`: it reads
 * otherwise, but no test bears a difference. `untested`: people may be in both groups, there are too
 * few of them, or the sentence follows from rules.
 */
export type PairVerdict = 'same' | 'differs' | 'not-shown' | 'untested';

/** A finding as two groups' strategies tell it. */
export interface SentencePair {
  id: string;
  a: SentenceBlock | null;
  b: SentenceBlock | null;
  verdict: PairVerdict;
  /** Corrected for all questions that were compared; null without a test. */
  pValue: number | null;
}

/** The findings of a section side by side. */
export interface PairedSection {
  key: StrategyPart['key'];
  title: string;
  pairs: SentencePair[];
}

const ALPHA = 0.05;

/** The question that a sentence is about; null for what follows from rules. */
export function questionOf({ trace }: SentenceBlock): string | null {
  return trace.figures.find(({ question }) => question !== null)?.question ?? null;
}

/**
 * The questions that a comparison of two strategies has to test: those whose sentences don't read
 * alike.
 */
export function questionsToTest(a: StrategyDocument, b: StrategyDocument): string[] {
  const questions = paired(a, b).flatMap(({ pairs }) =>
    pairs.flatMap((pair) =>
      pair.verdict !== 'same' && pair.a && pair.b ? [questionOf(pair.a) ?? ''] : [],
    ),
  );
  return [...new Set(questions)].filter((question) => question !== '');
}

/**
 * Two groups' strategies side by side, finding by finding. That they differ is said only where a
 * test of the question bears it.
 *
 * @param pValues by question; null where the groups cannot be tested
 * @example
 * pairedSentences(north, south, new Map([['topics', 0.003]]))[0]?.pairs[0]?.verdict // 'differs'
 */
export function pairedSentences(
  a: StrategyDocument,
  b: StrategyDocument,
  pValues: ReadonlyMap<string, number | null>,
): PairedSection[] {
  const tested = [...pValues].flatMap(([question, pValue]) =>
    pValue === null ? [] : [{ question, pValue }],
  );
  const adjusted = holm(tested.map(({ pValue }) => pValue));
  const corrected = new Map(tested.map(({ question }, index) => [question, adjusted[index]!]));
  return paired(a, b).map((section) => ({
    ...section,
    pairs: section.pairs.map((pair) => {
      if (pair.verdict === 'same' || !pair.a || !pair.b) return pair;
      const pValue = corrected.get(questionOf(pair.a) ?? '') ?? null;
      if (pValue === null) return pair;
      return { ...pair, pValue, verdict: pValue <= ALPHA ? 'differs' : 'not-shown' };
    }),
  }));
}

function paired(a: StrategyDocument, b: StrategyDocument): PairedSection[] {
  return a.sections.flatMap(({ key, title, blocks }) => {
    const others = b.sections.find((section) => section.key === key)?.blocks ?? [];
    const [ofA, ofB] = [sentences(blocks), sentences(others)];
    const ids = [...new Set([...ofA.keys(), ...ofB.keys()])];
    const pairs = ids.map((id): SentencePair => {
      const [one = null, other = null] = [ofA.get(id), ofB.get(id)];
      const isSame = one !== null && other !== null && one.text === other.text;
      return { id, a: one, b: other, verdict: isSame ? 'same' : 'untested', pValue: null };
    });
    return pairs.length > 0 ? [{ key, title, pairs }] : [];
  });
}

function sentences(blocks: StrategyPart['blocks']): Map<string, SentenceBlock> {
  return new Map(
    blocks.flatMap((block) => (block.kind === 'sentence' ? [[block.id, block] as const] : [])),
  );
}
