import { strongComponents } from './components.ts';
import { solvePositive } from './linear-algebra.ts';

/**
 * Choices among items, summed up: how often each set of items was chosen from, and how often each
 * item was the one chosen. Enough to fit Plackett-Luce and Bradley-Terry models.
 */
export type Choices = {
  m: number;
  sets: { items: number[]; count: number }[];
  wins: Float64Array;
  /** `over[i * m + j]` is 1 when i was chosen from some set that holds j. */
  over: Uint8Array;
};

/** Log-worths with mean 0 in the order of the items, their standard errors, and the likelihood. */
export type Worths = { logWorth: number[]; standardError: number[]; logLikelihood: number };

/**
 * Fits worths w so that item i is chosen from a set with probability w_i / (sum of the set's w), by
 * Newton's method on the log-likelihood, which is concave. Null when no finite maximum exists,
 * which is so unless wins lead from every item to every other one.
 *
 * With `pseudo` > 0 a hypothetical further item is given that many wins and losses against every
 * item and dropped again, which keeps worths finite whatever the ballots say (the convention of
 * the R package PlackettLuce, where 0.5 is the default). The likelihood then includes these.
 *
 * Standard errors are those of the mean-0 log-worths, from the observed information.
 *
 * @example
 * fitWorths(choices, 0.5)?.logWorth // => [0.41, -0.41]
 */
export function fitWorths(choices: Choices, pseudo: number): Worths | null {
  const { m } = choices;
  if (m < 2 || (pseudo === 0 && worthGroups(choices).length > 1)) return null;
  const size = pseudo > 0 ? m + 1 : m;
  const wins = new Float64Array(size);
  wins.set(choices.wins);
  const sets = [...choices.sets];
  if (pseudo > 0) {
    for (let i = 0; i < m; i++) {
      wins[i]! += pseudo;
      wins[m]! += pseudo;
      sets.push({ items: [i, m], count: 2 * pseudo });
    }
  }
  const fit = maximise(sets, wins, size);
  const mean = fit.theta.subarray(0, m).reduce((sum, value) => sum + value, 0) / m;
  const logWorth = Array.from(fit.theta.subarray(0, m), (value) => value - mean);
  const centred = centredInverse(fit.information, size, m);
  return {
    logWorth,
    standardError: Array.from({ length: m }, (_, i) => Math.sqrt(centred[i * m + i]!)),
    logLikelihood: fit.logLikelihood,
  };
}

/**
 * Groups of items between which choices lead both ways; more than one means that the plain maximum
 * likelihood worths do not exist (some items always lose to others).
 *
 * @example
 * worthGroups(choices) // => [[8], [0, 1, 2, 3, 4, 5, 6, 7]]
 */
export function worthGroups({ m, over }: Choices): number[][] {
  const items = Array.from({ length: m }, (_, item) => item);
  return strongComponents(items, (i, j) => over[i * m + j] === 1);
}

type Point = { logLikelihood: number; gradient: Float64Array; information: Float64Array };

function maximise(
  sets: Choices['sets'],
  wins: Float64Array,
  size: number,
): Point & { theta: Float64Array } {
  let theta = new Float64Array(size);
  let point = evaluate(sets, wins, theta);
  for (let iteration = 0; iteration < 100; iteration++) {
    const step = solvePositive(withGauge(point.information, size), size, point.gradient, 1);
    if (step === null || step.every((value) => Math.abs(value) < 1e-12)) break;
    let scale = Math.min(1, 4 / Math.max(...step.map(Math.abs)));
    let next = theta;
    let reached = point;
    for (let halving = 0; halving < 40; halving++) {
      next = theta.map((value, i) => value + scale * step[i]!);
      reached = evaluate(sets, wins, next);
      if (reached.logLikelihood >= point.logLikelihood - 1e-9) break;
      scale /= 2;
    }
    theta = next;
    point = reached;
    if (scale * Math.max(...step.map(Math.abs)) < 1e-11) break;
  }
  return { ...point, theta };
}

function evaluate(sets: Choices['sets'], wins: Float64Array, theta: Float64Array): Point {
  const size = theta.length;
  const worth = theta.map(Math.exp);
  const gradient = wins.slice();
  const information = new Float64Array(size * size);
  let logLikelihood = wins.reduce((sum, count, i) => sum + count * theta[i]!, 0);
  for (const { items, count } of sets) {
    let total = 0;
    for (const item of items) total += worth[item]!;
    logLikelihood -= count * Math.log(total);
    for (const i of items) {
      const share = worth[i]! / total;
      gradient[i]! -= count * share;
      information[i * size + i]! += count * share;
      const weight = (count * share) / total;
      for (const j of items) information[i * size + j]! -= weight * worth[j]!;
    }
  }
  return { logLikelihood, gradient, information };
}

/** Only differences of log-worths are determined; pinning their sum makes the matrix regular. */
function withGauge(information: Float64Array, size: number): Float64Array {
  return information.map((value) => value + 1 / size);
}

/** Covariance of the first `m` log-worths after their mean is taken off. */
function centredInverse(information: Float64Array, size: number, m: number): Float64Array {
  const identity = new Float64Array(size * size);
  for (let i = 0; i < size; i++) identity[i * size + i] = 1;
  const inverse = solvePositive(withGauge(information, size), size, identity, size) ?? identity;
  const centred = new Float64Array(m * m);
  const rowMeans = new Float64Array(m);
  let mean = 0;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) rowMeans[i]! += inverse[i * size + j]! / m;
    mean += rowMeans[i]! / m;
  }
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) {
      centred[i * m + j] = inverse[i * size + j]! - rowMeans[i]! - rowMeans[j]! + mean;
    }
  }
  return centred;
}
