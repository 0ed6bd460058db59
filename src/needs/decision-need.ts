import type { DecisionInput } from './decision-input.ts';
import { certaintyOf, fewestAnswers, unanswered } from './statement.ts';
import type { Statement } from './statement.ts';
import { trainingVerdict } from './training-verdict.ts';

/**
 * Statements on whether training is necessary: the verdict first, then, where a notable minority
 * says so, that the problem is not training.
 *
 * @example
 * needStatements(input)[0].kind // => 'training-verdict'
 */
export function needStatements({
  filter,
  necessary,
}: Pick<DecisionInput, 'filter' | 'necessary'>): Statement[] {
  const evidence = { questions: [necessary.question], filter };
  const nobody = { necessary: 0, existingEnough: 0, otherCause: 0, dontKnow: 0 };
  const { warning, ...figures } = trainingVerdict(necessary.answers ?? nobody);
  const { n } = figures.necessary;
  if (n < fewestAnswers) return [unanswered(evidence, 5, n)];
  const head = { section: 5, n, evidence } as const;
  const { otherCause, verdict } = figures;
  const said: Statement = {
    ...head,
    kind: 'training-verdict',
    certainty: certaintyOf(n, verdict !== 'undecided'),
    figures,
  };
  if (!warning) return [said];
  const certainty = certaintyOf(n, true);
  return [said, { ...head, kind: 'other-causes', certainty, figures: { otherCause } }];
}
