import type { LocalQuestion } from '../local-study.ts';
import { type Model, parameters } from './parameters.ts';
import { unitOf } from './random.ts';

/** A latent group of people who think alike; `match` limits their profile answers. */
export interface OpinionClass {
  id: string;
  share: number;
  match: Readonly<Record<string, readonly string[]>>;
  /** How sure they are of their order: 0 is a coin toss. */
  scale: number;
}

type RankedQuestion = Pick<LocalQuestion, 'id' | 'options'>;

/**
 * The latent groups of a model: the calibrated mixture, also as the centres of Mallows
 * rankings; one group for `tie`; two opposite ones for `polarised`.
 */
export function opinionClasses(model: Model): readonly OpinionClass[] {
  const { classes, generic } = parameters.rankings;
  if (model === 'tie') return [{ id: 'everyone', share: 1, match: {}, scale: generic.scale }];
  if (model === 'polarised') {
    return ['for', 'against'].map((id) => ({ id, share: 0.5, match: {}, scale: 1 }));
  }
  return classes;
}

/**
 * The log-worth of each option of a question to one class, in the order of the options: its
 * Plackett-Luce parameter before the class's `scale`. Calibrated questions have them in
 * `parameters.json`. Any other question gets worths spread evenly from top to bottom in an order
 * that follows from the ids alone, and a deviation per class likewise.
 *
 * @example
 * logWorths('mixture', industry, question)[3] // 1.3: business models, 0.4 + 0.9
 */
export function logWorths(
  model: Model,
  { id }: Pick<OpinionClass, 'id'>,
  question: RankedQuestion,
  deltaSpread = 4,
): number[] {
  const options = (question.options ?? []).map((option) => option.id);
  if (model === 'polarised') {
    const rising = evenly(options.length, deltaSpread).toReversed();
    return id === 'for' ? rising.toReversed() : rising;
  }
  const worths = baseWorths(question.id, options);
  if (model === 'tie') return withTieAtTheTop(worths);
  const delta = parameters.rankings.classes.find((candidate) => candidate.id === id)?.delta ?? {};
  const calibrated = Object.hasOwn(parameters.rankings.calibrated, question.id);
  const sd = parameters.rankings.generic.deltaSd;
  return worths.map((worth, k) => {
    if (calibrated) return worth + (delta[options[k]!] ?? 0);
    const unit = unitOf(`${question.id}/${options[k]}/${id}`);
    return worth + sd * Math.sqrt(12) * (unit - 0.5);
  });
}

function baseWorths(question: string, options: readonly string[]): number[] {
  const calibrated = parameters.rankings.calibrated[question];
  if (calibrated) return options.map((option) => calibrated[option] ?? 0);
  const unit = options.map((option) => unitOf(`${question}/${option}`));
  const place = unit.map((value) => unit.filter((other) => other > value).length);
  const spread = evenly(options.length, parameters.rankings.generic.logWorthSpread);
  return place.map((rank) => spread[rank]!);
}

/** `count` numbers from spread/2 down to -spread/2. */
function evenly(count: number, spread: number): number[] {
  return Array.from({ length: count }, (_, k) =>
    count === 1 ? 0 : spread / 2 - (spread * k) / (count - 1),
  );
}

function withTieAtTheTop(worths: readonly number[]): number[] {
  const [first = 0, second] = worths.toSorted((a, b) => b - a);
  return worths.map((worth) => (worth === second ? first : worth));
}
