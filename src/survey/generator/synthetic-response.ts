import type { Answers } from '../answer.ts';
import type { Language } from '../language.ts';
import type { LocalQuestion } from '../local-study.ts';
import { parameters } from './parameters.ts';
import type { Flaw, Person } from './person.ts';
import { integer, type Random, uuid } from './random.ts';
import type { Reply } from './respond.ts';
import { remoteArrival, secondsToAnswer, workshopArrival } from './timing.ts';

/** A generated response as the store takes it, and beside it what only a test may know. */
export interface SyntheticResponse {
  id: string;
  locale: Language;
  answers: Answers;
  shown: Record<string, string[]>;
  voice: 'individual' | 'table';
  table: string | null;
  /** Who answers, the same in each round; null for a table. */
  person: number | null;
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

/** What a person sends in a round: the reply, or its beginning from somebody who abandons. */
export function individualResponse(
  random: Random,
  questions: readonly LocalQuestion[],
  person: Person,
  { answers, shown }: Reply,
  event: string | null,
  round: number,
): SyntheticResponse {
  const { durationFactor } = parameters.quality.speeder;
  const seconds = secondsToAnswer(random, questions, answers);
  const [low = 1, high = 1] = durationFactor;
  const hurry =
    person.flaw === 'speeder' || person.flaw === 'test' ? low + (high - low) * random() : 1;
  return {
    id: uuid(random),
    locale: person.locale,
    answers: person.abandons ? untilSection(random, questions, answers) : answers,
    shown,
    voice: 'individual',
    table: person.table,
    person: person.number,
    round,
    event: person.table === null ? null : event,
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
