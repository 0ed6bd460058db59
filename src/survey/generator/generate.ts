import type { Definition } from '../definition.ts';
import { localise } from '../local-study.ts';
import { opinionClasses } from './opinion.ts';
import { type Model, parameters, type PresetName } from './parameters.ts';
import { drawPerson, type Person, takeSeats } from './person.ts';
import { integer, lognormal, type Random, substream, within } from './random.ts';
import { swapNeighbours } from './ranking-draw.ts';
import { respond, type Setting } from './respond.ts';
import { individualResponse, type SyntheticResponse } from './synthetic-response.ts';
import { type Seat, workshopResponses } from './workshop.ts';

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
  const event = plan.event ?? null;
  const questions = localise(definition, definition.defaultLanguage, 'individual').questions;
  const setting: Setting = { questions, model, deltaSpread: plan.deltaSpread ?? 4 };
  const people: { person: Person; random: Random }[] = [];
  for (let finished = 0; finished < plan.n;) {
    const random = substream(seed, 'person', people.length);
    const person = drawPerson(random, opinionClasses(model), definition);
    person.number = people.length;
    people.push({ person, random });
    if (!person.abandons) finished++;
  }
  const staying = people.map(({ person }) => person).filter((person) => !person.abandons);
  takeSeats(substream(seed, 'seats'), staying, plan.tables);
  const seated: Seat[] = [];
  const honest: SyntheticResponse[] = [];
  const individuals = people.map(({ person, random }) => {
    const reply = respond(random, setting, person);
    const response = individualResponse(random, questions, person, reply, event, 1);
    if (person.table !== null) seated.push({ person, random, reply });
    if (person.flaw === 'duplicate') return repeated(random, response, honest);
    if (person.flaw === null && response.finished) honest.push(response);
    return response;
  });
  const individualRounds = plan.individualRounds ?? 1;
  const room = { seed, event, individualRounds };
  return [...individuals, ...workshopResponses(definition, setting, room, seated)];
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
    answers[chosen] = swapNeighbours(random, answers[chosen] as unknown[], within(random, swaps));
  }
  const { locale, shown, table, event } = original;
  return {
    ...response,
    locale,
    answers,
    shown,
    table,
    event,
    sentAt: original.sentAt + within(random, delaySeconds),
    seconds: Math.round(lognormal(random, original.seconds * 0.7, 0.2)),
    truth: { class: original.truth.class, flaw: 'duplicate', copyOf: original.id },
  };
}
