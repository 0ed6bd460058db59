import type { Definition } from '../definition.ts';
import { localise } from '../local-study.ts';
import { parameters } from './parameters.ts';
import type { Person } from './person.ts';
import { type Random, substream, uuid } from './random.ts';
import { type Reply, respond, type Setting } from './respond.ts';
import { individualResponse, type SyntheticResponse } from './synthetic-response.ts';
import { tableAnswers } from './tables.ts';
import { secondsToAnswer, workshopArrival } from './timing.ts';

/** A person at a table with their first reply and the random numbers that are theirs. */
export interface Seat {
  person: Person;
  random: Random;
  reply: Reply;
}

/**
 * What the tables say round by round, after their people again where these answer in every round.
 *
 * @param individualRounds rounds in which people answer; the first is theirs already
 */
export function workshopResponses(
  definition: Definition,
  setting: Setting,
  {
    seed,
    event,
    individualRounds,
  }: { seed: number; event: string | null; individualRounds: number },
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
      if (round > 1 && round <= individualRounds) {
        replies.forEach((reply, k) => {
          const { person } = seats[k]!;
          again.push(individualResponse(random, setting.questions, person, reply, event, round));
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
        person: null,
        round,
        event,
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
