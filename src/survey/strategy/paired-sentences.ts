import { holm } from '../../ranking/multiple-tests.ts';
import type { SentenceBlock, StrategyDocument, StrategyPart } from './strategy-document.ts';

/**
 * What may be said of two groups about one finding. `same`: the sentence reads alike. `differs`: the
 * groups answered differently, by a test corrected for all that were made. `not-shown`: it reads
 * otherwise, but no test bears a difference. `untested`: there was no test, for a reason that is
 * given.
 */
export type PairVerdict = 'same' | 'differs' | 'not-shown' | 'untested';

/**
 * Why nothing was tested. `one-side`: only one of the two says anything of the kind. `overlap`:
 * people may be in both groups. `unlike`: two studies don't ask it in the same way. `no-test`: the
 * sentence follows from rules, or stands on several questions or on what people wrote. `too-few`:
 * a group is too small.
 */
export type UntestedReason = 'one-side' | 'overlap' | 'unlike' | 'no-test' | 'too-few';

/** A finding as two groups' strategies tell it. */
export interface SentencePair {
  id: string;
  a: SentenceBlock | null;
  b: SentenceBlock | null;
  verdict: PairVerdict;
  /** Null where something was tested, or need not be. */
  reason: UntestedReason | null;
  /** Corrected for all questions that were compared; null without a test. */
  pValue: number | null;
}

/** The findings of a section side by side. */
export interface PairedSection {
  key: StrategyPart['key'];
  title: string;
  pairs: SentencePair[];
}

/** What can be tested between two groups at all. */
export interface Testable {
  /** Nobody is in both groups. */
  apart: boolean;
  /** Questions whose answers are counted, and asked in the same way of both groups. */
  alike: ReadonlySet<string>;
  /** Questions that are asked otherwise of one group, or of one alone. */
  unlike: ReadonlySet<string>;
}

const ALPHA = 0.05;

/** The question that a sentence is about; null for what follows from rules. */
export function questionOf({ trace }: SentenceBlock): string | null {
  return trace.figures.find(({ question }) => question !== null)?.question ?? null;
}

/**
 * The questions that a comparison of two strategies has to test: those whose sentences don't read
 * alike, as far as they can be tested.
 */
export function questionsToTest(
  a: StrategyDocument,
  b: StrategyDocument,
  testable: Testable,
): string[] {
  const questions = paired(a, b, testable).flatMap(({ pairs }) =>
    pairs.flatMap(({ a: sentence, reason }) =>
      reason === 'too-few' ? [questionOf(sentence!)!] : [],
    ),
  );
  return [...new Set(questions)];
}

/**
 * Two groups' strategies side by side, finding by finding. That they differ is said only where a
 * test of the question bears it.
 *
 * @param pValues by question; null where the groups cannot be tested
 * @example
 * const pValues = new Map([['topics', 0.003]]);
 * pairedSentences(north, south, pValues, testable)[0]?.pairs[0]?.verdict // 'differs'
 */
export function pairedSentences(
  a: StrategyDocument,
  b: StrategyDocument,
  pValues: ReadonlyMap<string, number | null>,
  testable: Testable,
): PairedSection[] {
  const tested = [...pValues].flatMap(([question, pValue]) =>
    pValue === null ? [] : [{ question, pValue }],
  );
  const adjusted = holm(tested.map(({ pValue }) => pValue));
  const corrected = new Map(tested.map(({ question }, index) => [question, adjusted[index]!]));
  return paired(a, b, testable).map((section) => ({
    ...section,
    pairs: section.pairs.map((pair) => {
      if (pair.reason !== 'too-few') return pair;
      const pValue = corrected.get(questionOf(pair.a!)!) ?? null;
      if (pValue === null) return pair;
      const verdict = pValue <= ALPHA ? 'differs' : 'not-shown';
      return { ...pair, pValue, verdict, reason: null };
    }),
  }));
}

/** Pairs as they stand before anything is tested: what could be is `too-few` until it was. */
function paired(a: StrategyDocument, b: StrategyDocument, testable: Testable): PairedSection[] {
  return a.sections.flatMap(({ key, title, blocks }) => {
    const others = b.sections.find((section) => section.key === key)?.blocks ?? [];
    const [ofA, ofB] = [sentences(blocks), sentences(others)];
    const ids = [...new Set([...ofA.keys(), ...ofB.keys()])];
    const pairs = ids.map((id): SentencePair => {
      const [one = null, other = null] = [ofA.get(id), ofB.get(id)];
      const reason = untested(one, other, testable);
      return { id, a: one, b: other, verdict: reason ? 'untested' : 'same', reason, pValue: null };
    });
    return pairs.length > 0 ? [{ key, title, pairs }] : [];
  });
}

function untested(
  one: SentenceBlock | null,
  other: SentenceBlock | null,
  { apart, alike, unlike }: Testable,
): UntestedReason | null {
  if (!one || !other) return 'one-side';
  if (one.text === other.text) return null;
  if (!apart) return 'overlap';
  const [question, asked] = [questionOf(one), questionOf(other)];
  if (question === null || asked === null) return 'no-test';
  const parts = [...question.split(','), ...asked.split(',')];
  if (question !== asked || parts.some((part) => unlike.has(part))) return 'unlike';
  return alike.has(question) ? 'too-few' : 'no-test';
}

function sentences(blocks: StrategyPart['blocks']): Map<string, SentenceBlock> {
  return new Map(
    blocks.flatMap((block) => (block.kind === 'sentence' ? [[block.id, block] as const] : [])),
  );
}
