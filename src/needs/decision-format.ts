import { isSharp } from './decision-duration.ts';
import { summaryOf } from './decision-input.ts';
import type { DecisionInput } from './decision-input.ts';
import { accepted, formatAnswer } from './format-answer.ts';
import { shareOf } from './share-interval.ts';
import { certaintyOf, fewestAnswers, unanswered } from './statement.ts';
import type { Statement } from './statement.ts';

/**
 * Statements on whether training can be mainly e-learning with a hands-on session: the format that
 * the median points to first, with the share who accept e-learning and the hands-on share that the
 * rules then ask for, and the share of hours online.
 *
 * @example
 * formatStatements(input)[0].kind // => 'teaching-format'
 */
export function formatStatements(
  input: Pick<DecisionInput, 'filter' | 'acceptance' | 'onlineShare' | 'handsOnShare'>,
): Statement[] {
  const { filter, acceptance, onlineShare, handsOnShare } = input;
  const ofAcceptance = { questions: [acceptance.question], filter };
  const ofShare = { questions: [onlineShare.question], filter };
  const [summary, online] = [summaryOf(acceptance.answers), summaryOf(onlineShare.answers)];
  return [
    acceptanceStatement(),
    online.n < fewestAnswers
      ? unanswered(ofShare, 10, online.n)
      : {
          kind: 'online-share',
          section: 10,
          n: online.n,
          certainty: certaintyOf(online.n, isSharp(online)),
          figures: { summary: online },
          evidence: ofShare,
        },
  ];

  function acceptanceStatement(): Statement {
    const { n, median } = summary;
    const answer = formatAnswer(summary);
    if (n < fewestAnswers || !answer) return unanswered(ofAcceptance, 10, n);
    const { categories, counts } = acceptance.answers!;
    const willing = categories
      .filter(({ value }) => value >= accepted)
      .reduce((sum, { id }) => sum + (counts[id] ?? 0), 0);
    return {
      kind: 'teaching-format',
      section: 10,
      n,
      certainty: certaintyOf(n, answer.borne),
      figures: {
        format: answer.format,
        acceptance: summary,
        accept: shareOf(willing, n),
        handsOnShare: median!.values[0] < accepted ? handsOnShare : null,
      },
      evidence: ofAcceptance,
    };
  }
}
