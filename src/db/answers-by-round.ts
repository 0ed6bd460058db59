import { type Kysely, sql } from 'kysely';
import type { AnswersByRound } from '../survey/default-round.ts';
import type { Definition } from '../survey/definition.ts';
import { unpackSlices } from '../survey/packed-slices.ts';
import { isEmptyTally } from '../survey/question-tally.ts';
import type { Voice } from '../survey/respondent.ts';
import { steppedStudy } from '../survey/stepped-tally.ts';
import type { Database } from './schema.ts';

/** How many answered what in which round, as far as it is shown. */
export interface RoundTallies {
  /** Rounds in which anybody took part, in order. */
  rounds: number[];
  /** By countable question. */
  questions: ReadonlyMap<string, AnswersByRound>;
}

/**
 * How many individuals, or tables, took part in each round, by event; null of those without one.
 * Everyone counts, shown or not: this is no figure for a running study.
 *
 * @example
 * (await peopleByRound(db, study.id, 'individual')).get('oslo')?.get(2) // 24
 */
export async function peopleByRound(
  db: Kysely<Database>,
  studyId: string,
  voice: Voice,
): Promise<Map<string | null, Map<number, number>>> {
  const { rows } = await sql<{ event: string | null; round: number; n: number }>`
    select event, round, sum(sign)::int as n from ledger
    where study_id = ${studyId} and voice = ${voice}
    group by event, round having sum(sign) > 0`.execute(db);
  const events = new Map<string | null, Map<number, number>>();
  for (const { event, round, n } of rows) {
    const own = events.get(event) ?? new Map<number, number>();
    events.set(event, own.set(round, n));
  }
  return events;
}

/**
 * The answers of individuals, or of tables, to each question of a study by round, from the stored
 * tallies: one statement for any number of answers.
 *
 * @example
 * (await answersByRound(db, study, 'individual')).questions.get('topics')?.get(2) // 78
 */
export async function answersByRound(
  db: Kysely<Database>,
  { id, definition }: { id: string; definition: Definition },
  voice: Voice,
): Promise<RoundTallies> {
  const { rows } = await sql<{ question: string; slices: string | null }>`
    select question, slices from tally_cell
    where study_id = ${id} and segment = '@round'`.execute(db);
  const empty = steppedStudy(definition);
  const prefix = `${voice}:`;
  const rounds = new Set<number>();
  const questions = new Map<string, AnswersByRound>();
  for (const { question, slices } of rows) {
    const own = empty.get(question);
    const counts = new Map<number, number>();
    for (const [key, { shown }] of (own && unpackSlices(own.shape, slices)) ?? []) {
      if (!key.startsWith(prefix) || isEmptyTally(shown)) continue;
      const round = Number(key.slice(prefix.length));
      rounds.add(round);
      if (shown.n > 0) counts.set(round, shown.n);
    }
    questions.set(question, counts);
  }
  return { rounds: [...rounds].toSorted((a, b) => a - b), questions };
}
