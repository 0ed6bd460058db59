import { shareOf } from './share-interval.ts';
import type { Share } from './share-interval.ts';

/** Answers to "is training necessary?". */
export interface TrainingNecessary {
  /** Training is needed, now or within some years. */
  necessary: number;
  /** No: the training that exists is enough. */
  existingEnough: number;
  /** No: the problem is not training. */
  otherCause: number;
  dontKnow: number;
}

/** What the answers allow to say. */
export type Verdict =
  | 'no-answers'
  | 'training-needed'
  /** Most say no, and among these existing training is the clear reason. */
  | 'existing-training-is-enough'
  /** Most say no, and among these the clear reason is that training is not the answer. */
  | 'not-a-training-problem'
  /** Most say no, for mixed reasons. */
  | 'no-new-training'
  /** The interval of the share reaches over one half. */
  | 'undecided';

/** The verdict with the shares that it stands on; don't-knows are outside their base. */
export interface TrainingVerdict {
  verdict: Verdict;
  necessary: Share;
  existingEnough: Share;
  otherCause: Share;
  dontKnow: number;
  /** At least `otherCauseNoted` say so beyond chance: name other causes before planning. */
  warning: boolean;
}

/** From this share of "not training" on (lower end of its interval) the strategy must say so. */
export const otherCauseNoted = 0.1;

/**
 * Says whether training is the answer. A claim about the majority needs its Wilson 95 % interval on
 * one side of one half; which of the two kinds of "no" prevails needs the same among the noes. Only
 * gaps of knowledge and skill are training problems; motivation, tools or unclear expectations are
 * not, so `warning` tells the reader of a strategy that a notable minority points there.
 *
 * @example
 * trainingVerdict({ necessary: 83, existingEnough: 7, otherCause: 6, dontKnow: 4 }).verdict
 * // => 'training-needed'
 */
export function trainingVerdict(answers: TrainingNecessary): TrainingVerdict {
  const noes = answers.existingEnough + answers.otherCause;
  const n = answers.necessary + noes;
  const necessary = shareOf(answers.necessary, n);
  const otherCause = shareOf(answers.otherCause, n);
  return {
    verdict: verdictOf(necessary, shareOf(answers.otherCause, noes)),
    necessary,
    existingEnough: shareOf(answers.existingEnough, n),
    otherCause,
    dontKnow: answers.dontKnow,
    warning: otherCause.interval !== null && otherCause.interval[0] >= otherCauseNoted,
  };
}

function verdictOf(necessary: Share, otherAmongNoes: Share): Verdict {
  const majority = sideOfHalf(necessary);
  if (majority === null) return 'no-answers';
  if (majority === 'above') return 'training-needed';
  if (majority === 'across') return 'undecided';
  const reason = sideOfHalf(otherAmongNoes);
  if (reason === 'above') return 'not-a-training-problem';
  return reason === 'below' ? 'existing-training-is-enough' : 'no-new-training';
}

function sideOfHalf({ interval }: Share): 'above' | 'below' | 'across' | null {
  if (interval === null) return null;
  if (interval[0] > 0.5) return 'above';
  return interval[1] < 0.5 ? 'below' : 'across';
}
