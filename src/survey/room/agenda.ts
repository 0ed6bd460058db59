import { z } from 'zod';
import type { Definition } from '../definition.ts';
import type { Audience } from '../local-study.ts';
import { Id, Text } from '../text.ts';

const Speaker = z.strictObject({
  name: z.string().trim().min(1).max(120).nullable().describe('Null while it is to be decided.'),
  organisation: z.string().trim().min(1).max(120).nullable().default(null),
  role: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .nullable()
    .default(null)
    .describe('Such as “Moderator” or “Keynote”.'),
});

export type Speaker = z.infer<typeof Speaker>;

/** One part of an event: what happens, when, and what is asked in it. */
export const AgendaItem = z.strictObject({
  id: Id,
  kind: z.enum(['plenary', 'tables', 'break']),
  title: Text,
  start: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write the time as HH:MM'),
  minutes: z.int().min(1).max(1440),
  brief: Text.nullable().default(null).describe('What to read before the questions.'),
  questions: z
    .array(Id)
    .max(200)
    .default(() => []),
  openTo: z
    .array(z.enum(['individual', 'table']))
    .max(2)
    .default(() => [])
    .describe('To whom the questions open when the part begins.'),
  speakers: z
    .array(Speaker)
    .max(20)
    .default(() => []),
});

export type AgendaItem = z.infer<typeof AgendaItem>;

/** The parts of an event in their order, each with its own id. */
export const Agenda = z
  .array(AgendaItem)
  .min(1)
  .max(100)
  .refine(
    (items) => new Set(items.map(({ id }) => id)).size === items.length,
    'an id is there twice',
  );

/**
 * The agenda that a study's workshop plan proposes: questions open to individuals and to tables
 * while tables work. A plan without an agenda gives one part of an hour with every ranking.
 *
 * @example
 * agendaOf(template('smart-city-programme-manager')!).map(({ start }) => start)
 * // ['16:30', '16:40', '17:00', '18:00']
 */
export function agendaOf({ workshop, questions, title }: Definition): AgendaItem[] {
  if (workshop.agenda.length === 0) {
    const rankings = questions.filter(({ kind, hidden }) => kind === 'ranking' && !hidden);
    return [
      {
        id: 'tables',
        kind: 'tables',
        title,
        start: '09:00',
        minutes: 60,
        brief: null,
        questions: rankings.map(({ id }) => id),
        openTo: ['individual', 'table'],
        speakers: [],
      },
    ];
  }
  return workshop.agenda.map((item) => ({
    ...item,
    brief: null,
    openTo: item.kind === 'tables' ? ['individual', 'table'] : [],
    speakers: item.id === 'keynote' ? [{ name: null, organisation: null, role: null }] : [],
  }));
}

/** Minutes after midnight. */
export function minuteOf(start: string): number {
  const [hours = 0, minutes = 0] = start.split(':').map(Number);
  return hours * 60 + minutes;
}

/** `HH:MM` so many minutes after another time of day. */
export function later(start: string, minutes: number): string {
  const at = (minuteOf(start) + minutes) % 1440;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

/**
 * The parts of an agenda with its first one at another time of day, and all others as much earlier
 * or later.
 *
 * @example
 * startingAt(agendaOf(template('smart-city-programme-manager')!), '09:00').map(({ start }) => start)
 * // ['09:00', '09:10', '09:30', '10:30']
 */
export function startingAt<Item extends Pick<AgendaItem, 'start'>>(
  items: readonly Item[],
  start: string,
): Item[] {
  const by = minuteOf(start) - minuteOf(items[0]?.start ?? start) + 1440;
  return items.map((item) => ({ ...item, start: later(item.start, by) }));
}

/** The whole length from the first start to the last end, in minutes. */
export function agendaMinutes(items: readonly AgendaItem[]): number {
  const first = minuteOf(items[0]?.start ?? '00:00');
  return Math.max(
    1,
    ...items.map(({ start, minutes }) => ((minuteOf(start) - first + 1440) % 1440) + minutes),
  );
}

/** The questions of a part that one audience can be asked. */
export function questionsFor(
  { questions }: Pick<Definition, 'questions'>,
  item: AgendaItem,
  audience: Audience,
): string[] {
  const asked = new Set(item.questions);
  return questions
    .filter(({ id, hidden, audience: of }) => !hidden && asked.has(id) && of.includes(audience))
    .map(({ id }) => id);
}
