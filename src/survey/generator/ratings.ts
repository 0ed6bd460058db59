import type { RatingAnswer } from '../answer.ts';
import type { LocalQuestion } from '../local-study.ts';
import { parameters, type RatingModel } from './parameters.ts';
import { normal, type Random, unitOf } from './random.ts';

/**
 * A person's ratings of the rows of a matrix by an ordinal probit: what the row is worth to their
 * class, how high this person rates everything, chance; then cut into the points of the scale.
 * The model goes by the scale's use: `…-importance`, `…-level` (experience raises it), any other.
 * Rows left out are skipped, `null` is "don't know".
 *
 * @param worths log-worth per row id
 * @param years the person's years of experience
 */
export function ratingAnswer(
  random: Random,
  question: LocalQuestion,
  worths: ReadonlyMap<string, number>,
  years: number,
): RatingAnswer {
  const values = (question.points ?? []).map((point) => point.value);
  const model = modelOf(question.id, values.length);
  const person = model.personSd * normal(random);
  const ratings: RatingAnswer = {};
  for (const { id } of question.rows ?? []) {
    const unknown = question.dontKnow && random() < parameters.ratings.dontKnow;
    const skipped = !question.required && random() < parameters.itemMissingRate;
    const own = worths.get(id) ?? 0;
    const other = (unitOf(`${question.id}/${id}`) - 0.5) * 2 * (model.spread ?? 0);
    const mean = model.intercept + model.worth * own + other + model.years * years;
    const z = mean + person + model.noiseSd * normal(random);
    if (skipped) continue;
    ratings[id] = unknown ? null : values[model.cuts.filter((cut) => z > cut).length]!;
  }
  return ratings;
}

/** Every row at the same value, as somebody does who wants to be done. */
export function straightLine(question: LocalQuestion, value: number): RatingAnswer {
  const values = (question.points ?? []).map((point) => point.value);
  const rating = values.includes(value) ? value : values[Math.floor(values.length / 2)]!;
  return Object.fromEntries((question.rows ?? []).map(({ id }) => [id, rating]));
}

type Cuts = RatingModel & { cuts: readonly number[]; spread?: number };

function modelOf(question: string, points: number): Cuts {
  const { importance, level, other } = parameters.ratings;
  const known = question.endsWith('-importance')
    ? importance
    : question.endsWith('-level')
      ? level
      : undefined;
  if (known?.cuts?.length === points - 1) return { ...known, cuts: known.cuts };
  return { ...other, ...known, cuts: evenCuts(points) };
}

/** Cuts that leave about the same share of a centred normal of spread 1.25 to each point. */
function evenCuts(points: number): number[] {
  return Array.from({ length: points - 1 }, (_, k) => {
    const share = (k + 1) / points;
    return 1.25 * 0.6 * Math.log(share / (1 - share));
  });
}
