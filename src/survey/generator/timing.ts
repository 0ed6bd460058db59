import type { Answers } from '../answer.ts';
import type { LocalQuestion } from '../local-study.ts';
import { parameters } from './parameters.ts';
import { integer, lognormal, type Random, weighted, within } from './random.ts';

const DAY = 86_400;

/** The moment of a workshop's start: 16:30 on the day after the remote phase, in seconds. */
export const WORKSHOP_START = parameters.timing.remote.days * DAY + 16.5 * 3600;

/** How long somebody takes for the questions that they answer, in whole seconds. */
export function secondsToAnswer(
  random: Random,
  questions: readonly LocalQuestion[],
  answers: Answers,
): number {
  const asked = questions.filter(({ id }) => Object.hasOwn(answers, id));
  const seconds = asked.map((question) => {
    const time = parameters.timing.secondsPerQuestion[question.kind];
    if (!time) return 0;
    const count = question.options?.length ?? question.rows?.length ?? 1;
    return lognormal(random, time.median * (time.per ? count : 1), time.sigma);
  });
  return Math.round(seconds.reduce((sum, value) => sum + value, 0));
}

/**
 * When a remote person sends, in seconds after the midnight before the study opened: in office
 * hours, more on the days after a reminder.
 */
export function remoteArrival(random: Random): number {
  const { days, reminderDays, reminderFactor, hours } = parameters.timing.remote;
  const weights = Array.from({ length: days }, (_, day) =>
    reminderDays.includes(day) ? reminderFactor : 1,
  );
  const day = Number(weighted(random, Object.fromEntries(weights.entries())));
  const hour = Number(weighted(random, hours));
  return day * DAY + hour * 3600 + integer(random, 0, 3599);
}

/**
 * When a phone in the room sends in a round: most in the last minutes, a few up to forty minutes
 * late because they were offline. Rounds follow each other without a gap.
 */
export function workshopArrival(random: Random, round: number): number {
  const { roundMinutes, lastMinutes } = parameters.timing.workshop;
  const { late } = parameters.workshop;
  const end = WORKSHOP_START + round * roundMinutes * 60;
  const sent =
    random() < 0.7
      ? end - integer(random, 0, lastMinutes * 60)
      : end - integer(random, lastMinutes * 60, (roundMinutes - 8) * 60);
  return random() < late.rate ? sent + 60 * within(random, late.minutes) : sent;
}
