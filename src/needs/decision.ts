import { durationStatements } from './decision-duration.ts';
import { formatStatements } from './decision-format.ts';
import type { Asked, DecisionInput } from './decision-input.ts';
import { mixingStatements } from './decision-mixing.ts';
import { needStatements } from './decision-need.ts';
import type { TeachingFormat } from './format-answer.ts';
import { rankingStatements } from './ranking-statements.ts';
import type { RankingFindings } from './ranking-statements.ts';
import { unanswered } from './statement.ts';
import type { Certainty, RankedList, Statement, StatementKind, StatementOf } from './statement.ts';
import type { Verdict } from './training-verdict.ts';

/** Middle of ordered answers: the same value twice, or the two that it lies between. */
export type Middle = [lower: number, upper: number];

/** The short answer to each of the five questions; `null` when too few answered. */
export type DecisionAnswer =
  /** Is training necessary? To whom? */
  | { question: 1; answer: { verdict: Verdict | null; targets: string[] } }
  /** What are the main challenges? All that can't be told apart. */
  | { question: 2; answer: { challenges: string[] } }
  /** How long should it take? */
  | { question: 3; answer: { hours: Middle | null; weeks: Middle | null } }
  /** Can it be mainly e-learning with a hands-on session? */
  | { question: 4; answer: { format: TeachingFormat | null; onlinePercent: Middle | null } }
  /** Is there a benefit from mixing cultures, schools and domains? */
  | { question: 5; answer: { benefit: 'yes' | 'partly' | 'no' | null } };

/** One of the five questions: the answer, how sure it is, and every statement behind it. */
export type AnsweredQuestion = DecisionAnswer & { certainty: Certainty; statements: Statement[] };

/** The one-page answer to the five interactive questions. */
export interface Decision {
  filter: Readonly<Record<string, string>>;
  answers: AnsweredQuestion[];
}

/**
 * Answers the five questions of the World Café, each with its numbers, n and certainty; no sentence
 * is written here. The certainty of an answer is that of its main statement (of the weakest one
 * where mixing has several). What too few answered is said to be so and has no figures.
 *
 * @example
 * decisionOf(input).answers[0].answer.verdict // => 'training-needed'
 */
export function decisionOf(input: DecisionInput): Decision {
  const need = needStatements(input);
  const targets = rankedStatements('targets', 5, input.targets, input);
  const challenges = rankedStatements('challenges', 11, input.challenges, input);
  const duration = durationStatements(input);
  const format = formatStatements(input);
  const mixing = mixingStatements(input);
  const verdict = ofKind(need, 'training-verdict')[0]?.figures.verdict ?? null;
  const benefits = ofKind(mixing, 'mixing-benefit').map(({ figures }) => figures.benefit);
  const middleOf = (unit: 'hours' | 'weeks') =>
    ofKind(duration, 'duration').find(
      ({ figures }) => figures.unit === unit && figures.group === null,
    )?.figures.summary.median?.values ?? null;
  return {
    filter: input.filter,
    answers: [
      {
        question: 1,
        answer: { verdict, targets: leadersIn(targets) },
        certainty: need[0]!.certainty,
        statements: [...need, ...targets],
      },
      {
        question: 2,
        answer: { challenges: leadersIn(challenges) },
        certainty: challenges[0]!.certainty,
        statements: challenges,
      },
      {
        question: 3,
        answer: { hours: middleOf('hours'), weeks: middleOf('weeks') },
        certainty: duration[0]!.certainty,
        statements: duration,
      },
      {
        question: 4,
        answer: {
          format: ofKind(format, 'teaching-format')[0]?.figures.format ?? null,
          onlinePercent: ofKind(format, 'online-share')[0]?.figures.summary.median?.values ?? null,
        },
        certainty: format[0]!.certainty,
        statements: format,
      },
      {
        question: 5,
        answer: { benefit: together(benefits) },
        certainty: weakest(mixing),
        statements: mixing,
      },
    ],
  };
}

function rankedStatements(
  list: RankedList,
  section: 5 | 11,
  { question, answers }: Asked<RankingFindings>,
  { filter }: DecisionInput,
): Statement[] {
  const evidence = { questions: [question], filter };
  if (answers === null) return [unanswered(evidence, section, 0)];
  return rankingStatements(list, answers, section, evidence);
}

function ofKind<K extends StatementKind>(
  statements: readonly Statement[],
  kind: K,
): StatementOf<K>[] {
  return statements.filter((one) => one.kind === kind) as StatementOf<K>[];
}

function leadersIn(statements: readonly Statement[]): string[] {
  return ofKind(statements, 'leaders').flatMap(({ figures }) => figures.items);
}

function together(benefits: readonly ('yes' | 'no')[]): 'yes' | 'partly' | 'no' | null {
  if (benefits.length === 0) return null;
  if (benefits.every((benefit) => benefit === 'yes')) return 'yes';
  return benefits.includes('yes') ? 'partly' : 'no';
}

const byStrength: Certainty[] = ['too-few', 'open', 'tentative', 'firm', 'computed'];

function weakest(statements: readonly Statement[]): Certainty {
  const places = statements.map(({ certainty }) => byStrength.indexOf(certainty));
  return byStrength[Math.min(...places)]!;
}
