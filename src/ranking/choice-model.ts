import { strongComponents } from './components.ts';
import { solvePositive } from './linear-algebra.ts';

/**
 * Choices among items, summed up: how often each set of items was chosen from, and how often each
 * item was the one chosen. Enough to fit Plackett-Luce and Bradley-Terry models.
 */
export type Choices = {
  m: number;
  /** Items of a set in ascending order. */
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
  const fit = maximise(flatten(sets), wins, size);
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

type Point = { theta: Float64Array; logLikelihood: number; gradient: Float64Array };

/** Choice sets one after another: set k holds `items[starts[k]]` up to `items[starts[k + 1] - 1]`. */
type FlatSets = { starts: Int32Array; items: Int32Array; counts: Float64Array };

function flatten(sets: Choices['sets']): FlatSets {
  const starts = new Int32Array(sets.length + 1);
  sets.forEach(({ items }, k) => (starts[k + 1] = starts[k]! + items.length));
  const items = new Int32Array(starts[sets.length]!);
  sets.forEach((set, k) => items.set(set.items, starts[k]!));
  return { starts, items, counts: Float64Array.from(sets, ({ count }) => count) };
}

function maximise(
  sets: FlatSets,
  wins: Float64Array,
  size: number,
): Point & { information: Float64Array } {
  let point = evaluate(sets, wins, new Float64Array(size));
  for (let iteration = 0; iteration < 100; iteration++) {
    const { theta, gradient, logLikelihood } = point;
    const step = solvePositive(withGauge(informationAt(sets, theta), size), size, gradient, 1);
    if (step === null) break;
    const longest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    let scale = Math.min(1, 4 / longest);
    for (let halving = 0; halving < 40; halving++, scale /= 2) {
      point = evaluate(
        sets,
        wins,
        theta.map((value, i) => value + scale * step[i]!),
      );
      if (point.logLikelihood >= logLikelihood - 1e-9) break;
    }
    if (scale * longest < 1e-10) break;
  }
  return { ...point, information: informationAt(sets, point.theta) };
}

function evaluate(sets: FlatSets, wins: Float64Array, theta: Float64Array): Point {
  const { starts, items, counts } = sets;
  const worth = theta.map(Math.exp);
  const gradient = wins.slice();
  let logLikelihood = wins.reduce((sum, count, i) => sum + count * theta[i]!, 0);
  for (let set = 0; set < counts.length; set++) {
    let total = 0;
    for (let k = starts[set]!; k < starts[set + 1]!; k++) total += worth[items[k]!]!;
    const perWorth = counts[set]! / total;
    logLikelihood -= counts[set]! * Math.log(total);
    for (let k = starts[set]!; k < starts[set + 1]!; k++) {
      gradient[items[k]!]! -= perWorth * worth[items[k]!]!;
    }
  }
  return { theta, logLikelihood, gradient };
}

/** Minus the second derivatives of the log-likelihood, row-major. */
function informationAt(sets: FlatSets, theta: Float64Array): Float64Array {
  const { starts, items, counts } = sets;
  const size = theta.length;
  const worth = theta.map(Math.exp);
  const lower = new Float64Array(size * size);
  for (let set = 0; set < counts.length; set++) {
    const [from, to] = [starts[set]!, starts[set + 1]!];
    let total = 0;
    for (let k = from; k < to; k++) total += worth[items[k]!]!;
    const factor = counts[set]! / (total * total);
    for (let k = from; k < to; k++) {
      const item = items[k]!;
      const weight = factor * worth[item]!;
      lower[item * size + item]! += weight * total;
      for (let l = from; l <= k; l++) lower[item * size + items[l]!]! -= weight * worth[items[l]!]!;
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) lower[j * size + i] = lower[i * size + j]!;
  }
  return lower;
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
