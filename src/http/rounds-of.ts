import type { Kysely } from 'kysely';
import { answersByRound, peopleByRound, type RoundTallies } from '../db/answers-by-round.ts';
import { currentTallies } from '../db/current-tallies.ts';
import { remembered } from '../db/remembered.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import { versionOf } from '../db/watermark.ts';
import {
  type AnswersByRound,
  countedRounds,
  defaultRound,
  roundQuestions,
} from '../survey/default-round.ts';
import type { Voice } from '../survey/respondent.ts';
import type { ResultsQuery } from '../survey/results-query.ts';
import { ENGLISH_NAMES } from '../survey/segment.ts';
import { resultsOf } from './results-of.ts';

type RoundsStudy = Pick<Study, 'id' | 'definition' | 'synthetic' | 'status'>;

/** The rounds of a study, for one question or for all of it. */
export interface Rounds {
  /** Those with answers, in order. */
  rounds: number[];
  /** The round that can stand for all of them; null where there is no second, or none can. */
  latest: number | null;
  /** The same once the study has closed, when every filter is exact: what pages take by themselves. */
  taken: number | null;
}

interface Counts extends RoundTallies {
  /** By event, of a closed study of several rounds. */
  events: Awaited<ReturnType<typeof peopleByRound>>;
}

const read = remembered<Counts>(100);

/**
 * In which rounds people answered, and which of them pages show where nobody chooses.
 *
 * @param asked of a `question` its rounds alone; without one the round has to serve all questions of
 *   the study. `where` may name events: then these have to be in the round, else all
 * @example
 * (await roundsOf(db, study, { question: 'topics' })).taken // 2
 */
export async function roundsOf(
  db: Kysely<Database>,
  study: RoundsStudy,
  asked: Partial<Pick<ResultsQuery, 'question' | 'where' | 'voice'>> = {},
): Promise<Rounds> {
  const { question, where = [], voice = 'individual' } = asked;
  const { rounds, questions, events } = await tallied(db, study, voice);
  if (rounds.length < 2) return { rounds, latest: null, taken: null };
  const chosen = where.find(({ segment }) => segment === '@event')?.values;
  const there = [...events].flatMap(([event, people]) =>
    !chosen || chosen.includes(event ?? '') ? [people] : [],
  );
  const held =
    there.length > 0 ? rounds.filter((round) => there.some((own) => own.has(round))) : rounds;
  const answers =
    question === undefined
      ? roundQuestions(study.definition).flatMap(({ id }) => questions.get(id) ?? [])
      : [questions.get(question) ?? (await textsByRound(db, study, voice, question))];
  const counts = { rounds: held, questions: answers, events: there };
  const latest = defaultRound(counts, study.definition.privacy.minCell);
  return { rounds: held, latest, taken: study.status === 'closed' ? latest : null };
}

/**
 * Which rounds a query counts, as documents of the API say it.
 *
 * @example
 * await countedRoundsOf(db, study, query) // => { counted: [1, 2], repeated: true }
 */
export async function countedRoundsOf(
  db: Kysely<Database>,
  study: RoundsStudy,
  { question, where, voice }: Pick<ResultsQuery, 'where' | 'voice'> & { question?: string },
): Promise<{ counted: number[]; repeated: boolean }> {
  const { rounds, questions } = await tallied(db, study, voice);
  const own = question === undefined ? undefined : questions.get(question);
  const answered = own ? rounds.filter((round) => own.has(round)) : rounds;
  const found = countedRounds(answered, where);
  return { counted: found, repeated: found.length > 1 };
}

async function tallied(db: Kysely<Database>, study: RoundsStudy, voice: Voice): Promise<Counts> {
  const head = await currentTallies(db, study);
  if (!head) return { rounds: [], questions: new Map(), events: new Map() };
  const key = [study.id, study.status, versionOf(head), voice].join(' ');
  return read(db, key, () => counted(db, study, voice));
}

async function counted(db: Kysely<Database>, study: RoundsStudy, voice: Voice): Promise<Counts> {
  const tallies = await answersByRound(db, study, voice);
  const isExact = study.status === 'closed' && tallies.rounds.length > 1;
  return { ...tallies, events: isExact ? await peopleByRound(db, study.id, voice) : new Map() };
}

/** What people wrote is not tallied; its results by round are read as they are shown. */
async function textsByRound(
  db: Kysely<Database>,
  study: RoundsStudy,
  voice: Voice,
  question: string,
): Promise<AnswersByRound> {
  const query = { question, by: '@round', where: [], voice };
  const reader = { language: study.definition.defaultLanguage, names: ENGLISH_NAMES };
  const { document } = await resultsOf(db, study, query, reader);
  const { slices } = await document();
  return new Map(
    slices.slice(1).flatMap(({ key, n }) => (n ? [[Number(key.slice('@round:'.length)), n]] : [])),
  );
}
