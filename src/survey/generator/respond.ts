import { type Answers, isAnswered, isShown } from '../answer.ts';
import type { LocalQuestion } from '../local-study.ts';
import {
  choiceShares,
  multipleAnswer,
  numberAnswer,
  scaleAnswer,
  singleAnswer,
} from './choices.ts';
import { freeText } from './free-texts.ts';
import { logWorths } from './opinion.ts';
import { type Model, parameters } from './parameters.ts';
import type { Person } from './person.ts';
import { oneOf, type Random, shuffled, within } from './random.ts';
import {
  depthOf,
  mallows,
  orderOf,
  plackettLuce,
  rankingAnswer,
  swapNeighbours,
} from './ranking-draw.ts';
import { ratingAnswer, straightLine } from './ratings.ts';

/** The world that all persons share: the questions and how opinions are spread. */
export interface Setting {
  questions: readonly LocalQuestion[];
  model: Model;
  deltaSpread: number;
}

/** Everything that one person answers, and what they think behind it. */
export interface Reply {
  answers: Answers;
  /** The options in the order in which this person's phone showed them, by question. */
  shown: Record<string, string[]>;
  /** Per ranking question, what the person thinks of each option. */
  utilities: Map<string, number[]>;
}

/**
 * A person's own start order for every question that has one.
 *
 * @example
 * shownOrders(random, questions)['competency-ranking'] // ['interoperability', …]
 */
export function shownOrders(
  random: Random,
  questions: readonly LocalQuestion[],
): Record<string, string[]> {
  const orders: Record<string, string[]> = {};
  for (const { id, randomise, options, rows } of questions) {
    if (!randomise) continue;
    const items = (options ?? rows ?? []).map((option) => option.id);
    const other = typeof randomise === 'string' ? orders[randomise.slice(3)] : undefined;
    orders[id] = other ?? shuffled(random, items);
  }
  return orders;
}

/**
 * Answers a questionnaire as one person, question by question, with the person's flaw.
 * Personal fields stay empty: nobody here has a name.
 *
 * @param earlier thoughts of an earlier round, in place of new ones
 */
export function respond(
  random: Random,
  setting: Setting,
  person: Person,
  earlier?: ReadonlyMap<string, number[]>,
): Reply {
  const shown = shownOrders(random, setting.questions);
  const reply: Reply = { answers: {}, shown, utilities: new Map() };
  const line = oneOf(random, parameters.quality['straight-liner'].values);
  for (const question of setting.questions) {
    if (question.personal || !isShown(question, reply.answers)) continue;
    const matrix = question.kind === 'rating-matrix';
    const skipped = random() < parameters.itemMissingRate;
    const answer = answerTo(random, setting, person, question, reply, line, earlier);
    if ((skipped && !question.required && !matrix) || !isAnswered(question, answer)) continue;
    reply.answers[question.id] = answer;
  }
  return reply;
}

function answerTo(
  random: Random,
  setting: Setting,
  person: Person,
  question: LocalQuestion,
  reply: Reply,
  line: number,
  earlier: ReadonlyMap<string, number[]> | undefined,
): unknown {
  const { answers } = reply;
  const shares = () => choiceShares(question, answers, person.class.match[question.id]);
  switch (question.kind) {
    case 'ranking':
      return rank(random, setting, person, question, reply, earlier);
    case 'rating-matrix': {
      const flat = person.flaw === 'straight-liner' || person.flaw === 'speeder';
      if (flat) return straightLine(question, line);
      const years = parameters.yearsOf[String(answers['experience'])] ?? 3;
      return ratingAnswer(random, question, rowWorths(setting, person, question), years);
    }
    case 'single':
      return question.countries ? person.country : singleAnswer(random, question, shares());
    case 'scale':
      return scaleAnswer(random, question, shares());
    case 'multiple':
      return multipleAnswer(random, question);
    case 'number':
      return numberAnswer(random, question, answers);
    case 'short-text':
    case 'long-text': {
      const text = person.flaw === 'test' ? 'test' : freeText(random, question, person.locale);
      return question.repeat && text !== null ? [text] : text;
    }
  }
}

function rank(
  random: Random,
  { model, deltaSpread }: Setting,
  person: Person,
  question: LocalQuestion,
  { shown, utilities }: Reply,
  earlier: ReadonlyMap<string, number[]> | undefined,
): unknown {
  const worths = logWorths(model, person.class, question, deltaSpread);
  const draw = model === 'mallows' ? mallows : plackettLuce;
  const fresh = draw(random, worths, person.class.scale);
  const thoughts = earlier?.get(question.id) ?? fresh;
  utilities.set(question.id, thoughts);
  const depth = depthOf(random, question);
  if (question.noOpinion && random() < parameters.rankings.noOpinionRate) return 'no-opinion';
  const own = orderOf(thoughts);
  const ids = (question.options ?? []).map((option) => option.id);
  const seen = (shown[question.id] ?? ids).map((id) => ids.indexOf(id));
  const { swaps } = parameters.quality.speeder;
  if (person.flaw === 'presented-order') return named(ids, seen, depth);
  if (person.flaw === 'reversed') return named(ids, own.toReversed(), depth);
  if (person.flaw === 'speeder') {
    return named(ids, swapNeighbours(random, seen, within(random, swaps)), depth);
  }
  return rankingAnswer(random, question, own, depth, thoughts);
}

function named(ids: readonly string[], order: readonly number[], depth: number): string[][] {
  return order.slice(0, depth).map((item) => [ids[item]!]);
}

/** The log-worths of a matrix's rows: those of the ranking of the same things, where there is one. */
function rowWorths(
  { questions, model, deltaSpread }: Setting,
  person: Person,
  matrix: LocalQuestion,
): ReadonlyMap<string, number> {
  const rows = (matrix.rows ?? []).map(({ id }) => id);
  const ranking = questions.find(
    ({ kind, options }) =>
      kind === 'ranking' && options?.map(({ id }) => id).join() === rows.join(),
  );
  if (!ranking) return new Map();
  const worths = logWorths(model, person.class, ranking, deltaSpread);
  return new Map(rows.map((id, k) => [id, worths[k]!]));
}
