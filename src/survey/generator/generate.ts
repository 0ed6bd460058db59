import type { Answers } from '../answer.ts';
import type { Definition } from '../definition.ts';
import type { Language } from '../language.ts';
import { type LocalQuestion, localise } from '../local-study.ts';
import { opinionClasses } from './opinion.ts';
import { type Model, parameters, type PresetName } from './parameters.ts';
import { drawPerson, type Flaw, type Person, takeSeats } from './person.ts';
import { integer, lognormal, type Random, substream, uuid } from './random.ts';
import { swapNeighbours } from './ranking-draw.ts';
import { type Reply, respond, type Setting } from './respond.ts';
import { tableAnswers } from './tables.ts';
import { remoteArrival, secondsToAnswer, workshopArrival } from './timing.ts';

/** How many people, at how many tables, how they think. */
export interface Plan {
  /** People who finish and send; those who abandon come on top. */
  n: number;
  tables: number;
  model?: Model;
  deltaSpread?: number;
  /** A name for the meeting at which the tables sit. */
  event?: string;
  seed?: number;
  /** Rounds in which the people at tables answer again, pulled towards their table; default 1. */
  individualRounds?: number;
}

/** A generated response as the store takes it, and beside it what only a test may know. */
export interface SyntheticResponse {
  id: string;
  locale: Language;
  answers: Answers;
  shown: Record<string, string[]>;
  voice: 'individual' | 'table';
  table: string | null;
  round: number;
  event: string | null;
  /** Seconds after the midnight before the study opened. */
  sentAt: number;
  /** Seconds that the person took. */
  seconds: number;
  /** The phone sent it twice under the same id, as after a lost reply. */
  sentTwice: boolean;
  /** False for somebody who stopped before the end: the answers so far, never sent. */
  finished: boolean;
  truth: { class: string | null; flaw: Flaw; copyOf: string | null };
}

/**
 * Synthetic responses to a study, the same for the same plan and seed on every machine. Each
 * finished one passes `answerIssues`. In order: individuals, then further rounds, then tables.
 *
 * @example
 * const { n, tables } = parameters.presets.demo;
 * generate(definition, { n, tables, seed: 20181115 }).length // 160, the abandoned, 16 of tables
 */
export function generate(definition: Definition, plan: Plan): SyntheticResponse[] {
  const seed = plan.seed ?? parameters.seed;
  const model = plan.model ?? 'mixture';
  const questions = localise(definition, definition.defaultLanguage, 'individual').questions;
  const setting: Setting = { questions, model, deltaSpread: plan.deltaSpread ?? 4 };
  const people: { person: Person; random: Random }[] = [];
  for (let finished = 0; finished < plan.n;) {
    const random = substream(seed, 'person', people.length);
    const person = drawPerson(random, opinionClasses(model), definition);
    people.push({ person, random });
    if (!person.abandons) finished++;
  }
  const staying = people.map(({ person }) => person).filter((person) => !person.abandons);
  takeSeats(substream(seed, 'seats'), staying, plan.tables);
  const seated: Seat[] = [];
  const honest: SyntheticResponse[] = [];
  const individuals = people.map(({ person, random }) => {
    const reply = respond(random, setting, person);
    const response = individual(random, questions, person, reply, plan, 1);
    if (person.table !== null) seated.push({ person, random, reply, response });
    if (person.flaw === 'duplicate') return repeated(random, response, honest);
    if (person.flaw === null && response.finished) honest.push(response);
    return response;
  });
  return [...individuals, ...talk(definition, plan, seed, setting, seated)];
}

/**
 * The plan of a preset.
 *
 * @example
 * generate(definition, presetPlan('polarised', 7))
 */
export function presetPlan(name: PresetName, seed = parameters.seed): Plan {
  return { ...parameters.presets[name], seed };
}

interface Seat {
  person: Person;
  random: Random;
  reply: Reply;
  response: SyntheticResponse;
}

function individual(
  random: Random,
  questions: readonly LocalQuestion[],
  person: Person,
  { answers, shown }: Reply,
  plan: Plan,
  round: number,
): SyntheticResponse {
  const { durationFactor } = parameters.quality.speeder;
  const seconds = secondsToAnswer(random, questions, answers);
  const [low, high] = durationFactor;
  const hurry =
    person.flaw === 'speeder' || person.flaw === 'test' ? low + (high - low) * random() : 1;
  return {
    id: uuid(random),
    locale: person.locale,
    answers: person.abandons ? untilSection(random, questions, answers) : answers,
    shown,
    voice: 'individual',
    table: person.table,
    round,
    event: person.table === null ? null : (plan.event ?? null),
    sentAt: person.table === null ? remoteArrival(random) : workshopArrival(random, round),
    seconds: Math.max(1, Math.round(seconds * hurry)),
    sentTwice: random() < parameters.workshop.sentTwiceRate,
    finished: !person.abandons,
    truth: { class: person.class.id, flaw: person.flaw, copyOf: null },
  };
}

/** The answers of the sections before the one at which somebody stops. */
function untilSection(
  random: Random,
  questions: readonly LocalQuestion[],
  answers: Answers,
): Answers {
  const sections = [...new Set(questions.map(({ section }) => section))];
  const kept = new Set(sections.slice(0, integer(random, 0, sections.length - 1)));
  return Object.fromEntries(
    questions
      .filter(({ id, section }) => kept.has(section) && Object.hasOwn(answers, id))
      .map(({ id }) => [id, answers[id]]),
  );
}

/** The same person again: an earlier honest response with a few neighbours swapped. */
function repeated(
  random: Random,
  response: SyntheticResponse,
  honest: readonly SyntheticResponse[],
): SyntheticResponse {
  const original = honest[integer(random, 0, honest.length - 1)];
  if (!original || !response.finished) {
    return { ...response, truth: { ...response.truth, flaw: null } };
  }
  const { swaps, delaySeconds } = parameters.quality.duplicate;
  const answers = { ...original.answers };
  const rankings = Object.keys(original.shown).filter((id) => Array.isArray(answers[id]));
  const strict = rankings.filter((id) => (answers[id] as unknown[]).length > 1);
  const chosen = strict[integer(random, 0, strict.length - 1)];
  if (chosen) {
    answers[chosen] = swapNeighbours(
      random,
      answers[chosen] as unknown[],
      integer(random, ...swaps),
    );
  }
  const { locale, shown, table, event } = original;
  return {
    ...response,
    locale,
    answers,
    shown,
    table,
    event,
    sentAt: original.sentAt + integer(random, ...delaySeconds),
    seconds: Math.round(lognormal(random, original.seconds * 0.7, 0.2)),
    truth: { class: original.truth.class, flaw: 'duplicate', copyOf: original.id },
  };
}

/** What the tables say round by round, and their people again where the plan has them do so. */
function talk(
  definition: Definition,
  plan: Plan,
  seed: number,
  setting: Setting,
  seated: readonly Seat[],
): SyntheticResponse[] {
  const questions = localise(definition, definition.defaultLanguage, 'table').questions;
  const tables = Map.groupBy(seated, ({ person }) => person.table!);
  const again: SyntheticResponse[] = [];
  const voices: SyntheticResponse[] = [];
  for (const [table, seats] of tables) {
    for (let round = 1; round <= parameters.workshop.rounds; round++) {
      const random = substream(seed, 'table', table, round);
      const replies =
        round === 1 ? seats.map((seat) => seat.reply) : nextRound(setting, seats, round);
      if (round > 1 && round <= (plan.individualRounds ?? 1)) {
        replies.forEach((reply, k) => {
          const { person } = seats[k]!;
          again.push(individual(random, setting.questions, person, reply, plan, round));
        });
      }
      const locale = definition.defaultLanguage;
      const members = replies.map(({ answers }) => answers);
      const answers = tableAnswers(random, questions, members, locale);
      voices.push({
        id: uuid(random),
        locale,
        answers,
        shown: {},
        voice: 'table',
        table,
        round,
        event: plan.event ?? null,
        sentAt: workshopArrival(random, round),
        seconds: secondsToAnswer(random, questions, answers),
        sentTwice: false,
        finished: true,
        truth: { class: null, flaw: null, copyOf: null },
      });
    }
  }
  return [...again, ...voices];
}

/** The members' rankings once the talk has pulled them towards the mean of their table. */
function nextRound(setting: Setting, seats: readonly Seat[], round: number): Reply[] {
  const pull = parameters.workshop.pull * (round - 1);
  const rankings = setting.questions.filter(({ kind }) => kind === 'ranking');
  return seats.map(({ person, random, reply }) => {
    const pulled = rankings.map(({ id }): [string, number[]] => {
      const own = reply.utilities.get(id) ?? [];
      const others = seats.flatMap((seat) => {
        const utilities = seat.reply.utilities.get(id);
        return utilities ? [utilities] : [];
      });
      const mean = own.map((_, k) => others.reduce((sum, u) => sum + u[k]!, 0) / others.length);
      return [id, own.map((utility, k) => (1 - pull) * utility + pull * mean[k]!)];
    });
    const again = respond(random, setting, person, new Map(pulled));
    const kept = rankings.filter(({ id }) => Object.hasOwn(again.answers, id));
    const answers = { ...reply.answers };
    for (const { id } of kept) answers[id] = again.answers[id];
    return { answers, shown: again.shown, utilities: again.utilities };
  });
}
