import type { Definition } from '../definition.ts';
import type { Language } from '../language.ts';
import type { OpinionClass } from './opinion.ts';
import { parameters } from './parameters.ts';
import { oneOf, type Random, weighted, within } from './random.ts';

/** What spoils a response; `null` is an honest one. Never stored with the answers. */
export type Flaw = keyof typeof parameters.quality | null;

/** Somebody who takes part, before a single answer. */
export interface Person {
  class: OpinionClass;
  country: string;
  locale: Language;
  flaw: Flaw;
  /** Whether this person stops before the end and sends nothing. */
  abandons: boolean;
  table: string | null;
  /** Of all people, from 0: the same in each round. */
  number: number;
}

/** A person of one of the latent groups, in proportion to its share. */
export function drawPerson(
  random: Random,
  classes: readonly OpinionClass[],
  { languages, defaultLanguage }: Pick<Definition, 'languages' | 'defaultLanguage'>,
): Person {
  const id = weighted(random, Object.fromEntries(classes.map((entry) => [entry.id, entry.share])));
  const country = weighted(random, parameters.countries);
  const language = weighted(random, parameters.languagesOf[country] ?? { en: 1 }) as Language;
  return {
    class: classes.find((entry) => entry.id === id)!,
    country,
    locale: languages.includes(language) ? language : defaultLanguage,
    flaw: drawFlaw(random),
    abandons: random() < parameters.abandonRate,
    table: null,
    number: 0,
  };
}

/** At most one flaw a person, each at its own rate. */
function drawFlaw(random: Random): Flaw {
  let left = random();
  for (const [flaw, { rate }] of Object.entries(parameters.quality)) {
    left -= rate;
    if (left < 0) return flaw as Flaw;
  }
  return null;
}

/**
 * Seats the first persons at numbered tables, in place: 4 to 6 a table, or evenly when everyone
 * fits; the others stay remote. Some pick the table where most think like them (homophily).
 */
export function takeSeats(random: Random, persons: readonly Person[], tables: number): void {
  const { seatsPerTable } = parameters.workshop;
  const everyone = persons.length <= tables * Math.max(...seatsPerTable);
  const seats = Array.from({ length: tables }, (_, k) => ({
    name: String(k + 1),
    free: everyone
      ? Math.floor(persons.length / tables) + (k < persons.length % tables ? 1 : 0)
      : within(random, seatsPerTable),
    members: [] as Person[],
  }));
  for (const person of persons) {
    const open = seats.filter((seat) => seat.free > 0);
    if (open.length === 0) return;
    const alike = (seat: (typeof seats)[number]) =>
      seat.members.filter((member) => member.class.id === person.class.id).length;
    const most = Math.max(...open.map(alike));
    const choice =
      random() < parameters.workshop.homophily ? open.filter((seat) => alike(seat) === most) : open;
    const seat = oneOf(random, choice);
    seat.free--;
    seat.members.push(person);
    person.table = seat.name;
  }
}
