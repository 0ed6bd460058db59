import type { LeftOut, LeftOutReason } from '../../src/survey/results-document.ts';
import type { Words } from './ranking-slice.ts';

const LEFT_OUT = {
  noAnswer: 'leftNoAnswer',
  noOpinion: 'leftNoOpinion',
  dontKnow: 'leftDontKnow',
  excluded: 'leftExcluded',
  writeInsOnly: 'leftWriteInsOnly',
} as const satisfies Record<LeftOutReason, string>;

/** Whom the figures leave out and why, as "6 have no opinion"; '' where nobody is. */
export function leftOutWords(leftOut: LeftOut, { say, figures }: Words): string {
  const reasons = (Object.entries(leftOut) as [LeftOutReason, number][]).filter(
    ([, count]) => count > 0,
  );
  return figures.list(reasons.map(([reason, count]) => say(LEFT_OUT[reason], { count })));
}

/** Everyone of a slice who took part, also those whom its figures leave out. */
export function tookPart({ n, leftOut }: { n: number; leftOut: LeftOut }): number {
  return Object.values(leftOut).reduce((sum, count) => sum + count, n);
}

/** Who counts and who does not, as sentences. */
export function countedWords(
  slice: { n: number; leftOut: LeftOut },
  words: Words,
): readonly string[] {
  const { say } = words;
  const reasons = leftOutWords(slice.leftOut, words);
  return [
    say('howCount', { n: slice.n, count: tookPart(slice) }),
    reasons === '' ? say('howNobodyLeftOut') : say('howLeftOut', { reasons }),
  ];
}

/** A p-value behind the letter: "= 0.03", "< 0.001". */
export function pWords(p: number, { figures }: Pick<Words, 'figures'>): string {
  if (p < 0.001) return `<\u00a0${figures.decimal(0.001, 3)}`;
  return `=\u00a0${figures.decimal(p, p < 0.1 ? 3 : 2)}`;
}
