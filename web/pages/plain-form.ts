import { isUuid } from '../../src/db/studies.ts';
import { type Answers, answerIssues } from '../../src/survey/answer.ts';
import type { LocalQuestion, LocalStudy } from '../../src/survey/local-study.ts';
import { type Shown, shownOrders } from '../participant/shown-order.ts';

/**
 * What a form without a script carries from step to step: the server keeps nothing until the
 * answers are sent.
 */
export interface FormState {
  /** The response's id, minted with the first form: sending twice counts once. */
  id: string;
  /** The revision that the server has; 0 for a new response. */
  base: number;
  /** When the first form was made, in milliseconds. */
  started: number;
  answers: Answers;
  shown: Shown;
  /** The table from whose QR code the form was opened. */
  table?: string;
  /** The token of the personal link by which the form was opened. */
  invitation?: string;
}

/** The state of a form that nobody has filled in. */
export function freshState(study: LocalStudy, now: Date): FormState {
  const shown = shownOrders(study, Math.random);
  return { id: crypto.randomUUID(), base: 0, started: now.getTime(), answers: {}, shown };
}

/**
 * Reads the state that a form has carried; null for what is none. Answers that could not have been
 * given are dropped, so that every page can show what it gets.
 */
export function readState(text: unknown, study: LocalStudy): FormState | null {
  let state: unknown;
  try {
    state = JSON.parse(String(text));
  } catch {
    return null;
  }
  if (!isRecord(state)) return null;
  const { id, base, started, answers, shown, invitation, table } = state as Partial<FormState>;
  if (typeof id !== 'string' || !isUuid(id)) return null;
  if (!Number.isInteger(base) || !Number.isFinite(started)) return null;
  if (!isRecord(answers) || !isRecord(shown)) return null;
  const issues = answerIssues(study, answers, shown).filter(({ code }) => code !== 'required');
  if (issues.some(({ path }) => path[0] === 'shown')) return null;
  const wrong = new Set(issues.map(({ path }) => String(path[1])));
  const kept = Object.entries(answers).filter(([question]) => !wrong.has(question));
  return {
    id,
    base: base!,
    started: started!,
    answers: Object.fromEntries(kept),
    shown: shown as Shown,
    ...(typeof invitation === 'string' && { invitation }),
    ...(typeof table === 'string' && table !== '' && { table: table.slice(0, 40) }),
  };
}

/**
 * The revision of what is sent now: one more for each second since the first form, so that a form
 * sent twice is a repeat, and one that was changed after going back is newer.
 */
export function revisionOf(state: FormState, now: Date): number {
  const seconds = Math.floor((now.getTime() - state.started) / 1000);
  return Math.min(1_000_000, state.base + 1 + Math.max(0, seconds));
}

/**
 * Reads a ranking from one number per item: tied where numbers are equal, best first.
 *
 * @example
 * // fields: topics.law=2, topics.data=1, topics.energy= (none)
 * readRanking(question, fields) // [['data'], ['law']]
 */
export function readRanking(question: LocalQuestion, fields: FormData): unknown {
  const { id, options = [], writeIns = 0 } = question;
  if (fields.get(id) === 'no-opinion') return 'no-opinion';
  const groups = new Map<number, unknown[]>();
  const rank = (number: unknown, item: unknown) => {
    if (!number) return;
    groups.set(Number(number), [...(groups.get(Number(number)) ?? []), item]);
  };
  for (const option of options) rank(fields.get(`${id}.${option.id}`), option.id);
  for (let index = 1; index <= writeIns; index += 1) {
    const writeIn = fields.get(`${id}.+${index}`);
    if (writeIn) rank(fields.get(`${id}.+${index}.number`), { writeIn });
  }
  const ranked = [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
  return ranked.length > 0 ? ranked : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
