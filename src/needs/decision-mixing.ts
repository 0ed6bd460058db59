import type { DecisionInput } from './decision-input.ts';
import { shareOf } from './share-interval.ts';
import { certaintyOf, fewestAnswers, unanswered } from './statement.ts';
import type { Statement } from './statement.ts';

/**
 * Statements on whether mixing cultures, schools and domains brings a benefit, one a row: yes when
 * more than half agree, borne out when the Wilson interval of that share lies on one side of half.
 *
 * @example
 * mixingStatements(input)[0].figures.benefit // => 'yes'
 */
export function mixingStatements({
  filter,
  mixing,
}: Pick<DecisionInput, 'filter' | 'mixing'>): Statement[] {
  const evidence = { questions: [mixing.question], filter };
  if (!mixing.answers?.length) return [unanswered(evidence, 10, 0)];
  return mixing.answers.map(({ row, agree: yes, neutral, disagree: no }): Statement => {
    const n = yes + neutral + no;
    const agree = shareOf(yes, n);
    if (n < fewestAnswers || !agree.interval) return unanswered(evidence, 10, n);
    const benefit = 2 * yes > n ? 'yes' : 'no';
    const [low, high] = agree.interval;
    const certainty = certaintyOf(n, benefit === 'yes' ? low > 0.5 : high < 0.5);
    const figures = { row, agree, disagree: shareOf(no, n), benefit } as const;
    return { kind: 'mixing-benefit', section: 10, n, certainty, figures, evidence };
  });
}
