import type { Answers, SingleAnswer } from '../answer.ts';
import type { LocalQuestion } from '../local-study.ts';
import { writeIn } from './free-texts.ts';
import { parameters } from './parameters.ts';
import { lognormal, normal, type Random, shuffled, unitOf, weighted } from './random.ts';

/**
 * How often each option of a single or scale question is chosen. Known questions have their
 * shares in `parameters.json`, roles depend on the kind of organisation. Otherwise the shares
 * follow from the ids alone: options in an order (scales) around one peak, others uneven but none
 * rare; an option with a text beside it is chosen seldom.
 *
 * @param match the options open to the person's class; ignored when it leaves none
 */
export function choiceShares(
  question: LocalQuestion,
  answers: Answers,
  match: readonly string[] = [],
): Record<string, number> {
  const options = question.options ?? [];
  const known =
    question.id === 'role'
      ? parameters.roleOf[String(answers['organisation-type'])]
      : parameters.distributions[question.id];
  const covered = known && options.some(({ id }) => (known[id] ?? 0) > 0);
  const peak = 0.25 + 0.5 * unitOf(question.id);
  const shares = options.map(({ id, writeIn: withText }, k): [string, number] => {
    if (covered) return [id, known[id] ?? 0];
    if (question.kind === 'scale') {
      const distance = (k + 0.5) / options.length - peak;
      return [id, Math.exp(-0.5 * (distance / parameters.generic.ordinalSd) ** 2)];
    }
    const weight = withText ? parameters.generic.writeInOptionWeight : 0.5;
    return [id, weight * (0.6 + unitOf(`${question.id}/${id}`))];
  });
  const open = shares.filter(([id, share]) => share > 0 && match.includes(id));
  return Object.fromEntries(open.length > 0 ? open : shares);
}

/** The answer to a single question; one in fifty uses the room for an answer of their own. */
export function singleAnswer(
  random: Random,
  question: LocalQuestion,
  shares: Readonly<Record<string, number>>,
): SingleAnswer {
  const id = weighted(random, shares);
  const own = random();
  const text = writeIn(random, question.options ?? []) ?? 'Student council';
  if (question.options?.some((option) => option.id === id && option.writeIn)) {
    return own < 0.6 ? { id, writeIn: text } : id;
  }
  return question.writeIns && own < 0.02 ? { writeIn: text } : id;
}

/** The answer to a scale question: a point where it has points, else an option's id. */
export function scaleAnswer(
  random: Random,
  question: LocalQuestion,
  shares: Readonly<Record<string, number>>,
): string | number {
  const { points } = question;
  if (!points) return weighted(random, shares);
  const place = Math.round(((points.length - 1) * (2 + normal(random))) / 4);
  return points[Math.max(0, Math.min(points.length - 1, place))]!.value;
}

/** Some of the options, at least the fewest and at most the most that the question takes. */
export function multipleAnswer(random: Random, question: LocalQuestion): string[] {
  const options = (question.options ?? []).map((option) => option.id);
  const { multipleShare } = parameters.generic;
  const chosen = options.filter(
    (id) => random() < multipleShare * (0.5 + unitOf(`${question.id}/${id}`)),
  );
  const rest = shuffled(
    random,
    options.filter((id) => !chosen.includes(id)),
  );
  while (chosen.length < (question.min ?? 1) && rest.length > 0) chosen.push(rest.pop()!);
  const kept = new Set(chosen.slice(0, question.max ?? options.length));
  return options.filter((id) => kept.has(id));
}

/**
 * A number in range and in step: the online share follows what the person said of e-learning,
 * a short range is filled around its middle, a long one (people, say) is lognormal.
 */
export function numberAnswer(random: Random, question: LocalQuestion, answers: Answers): number {
  const { min = 0, max = 1_000_000, step = 1 } = question;
  const { onlineShare, generic } = parameters;
  const mean =
    question.id === onlineShare.question
      ? onlineShare.mean[String(answers[onlineShare.from])]
      : undefined;
  const draw =
    mean !== undefined
      ? mean + onlineShare.sd * normal(random)
      : max - min <= 1000
        ? (min + max) / 2 + ((max - min) / 6) * normal(random)
        : min + lognormal(random, generic.peopleMedian, generic.peopleSigma);
  const steps = Math.round((Math.max(min, Math.min(max, draw)) - min) / step);
  return min + Math.min(steps, Math.floor((max - min) / step)) * step;
}
