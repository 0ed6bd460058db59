import { isSameJson } from '../same-json.ts';
import type { Answers } from '../answer.ts';

/**
 * So long after a facilitator has closed a question, answers that were on their way still count, in
 * milliseconds: phones without network send when it is back.
 */
export const GRACE = 120_000;

/** When facilitators closed questions, in milliseconds since 1970, by who might answer them. */
export interface ClosedQuestions {
  individual: Record<string, number>;
  table: Record<string, number>;
}

/**
 * When each question was closed, after a facilitator has opened some and closed others. A question
 * that the programme closes is none of these: nobody has said that it is over.
 *
 * @example
 * closedAfter({}, { before: ['a', 'b'], open: ['b'], now: 5 }) // => { a: 5 }
 */
export function closedAfter(
  closed: Readonly<Record<string, number>>,
  { before, open, now }: { before: readonly string[]; open: readonly string[]; now: number },
): Record<string, number> {
  const isOpen = new Set(open);
  const gone = before.filter((id) => !isOpen.has(id)).map((id) => [id, now] as const);
  return Object.fromEntries([...Object.entries(closed).filter(([id]) => !isOpen.has(id)), ...gone]);
}

/** The questions whose time is over: closed, and the grace has passed. */
export function overQuestions(closed: Readonly<Record<string, number>>, now: number): Set<string> {
  return new Set(Object.keys(closed).filter((id) => now - closed[id]! > GRACE));
}

/**
 * What of a submission came in time. Of questions whose time is over what is stored stays as it is:
 * neither a new answer, nor another one, nor leaving it out changes it.
 *
 * @returns `late`: the questions of which something else was sent
 * @example
 * leaveLateOut({ a: 2, b: 1 }, { a: 1 }, new Set(['a'])) // => { answers: { a: 1, b: 1 }, late: ['a'] }
 */
export function leaveLateOut(
  answers: Answers,
  stored: Answers,
  over: ReadonlySet<string>,
): { answers: Answers; late: string[] } {
  const kept = Object.entries(stored).filter(([id]) => over.has(id));
  const inTime = Object.entries(answers).filter(([id]) => !over.has(id));
  const late = Object.keys(answers).filter(
    (id) => over.has(id) && !isSameJson(answers[id] ?? null, stored[id] ?? null),
  );
  return { answers: Object.fromEntries([...inTime, ...kept]), late };
}
