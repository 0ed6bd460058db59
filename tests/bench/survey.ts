import { randomUUID } from 'node:crypto';
import type { NewResponse } from '../../src/db/append-responses.ts';
import { Definition } from '../../src/survey/definition.ts';

const en = (text: string) => ({ en: text });
const option = (id: string) => ({ id, label: en(id) });
const question = (id: string) => ({ id, section: 'all', title: en(id) });

export const items = Array.from({ length: 12 }, (_, place) => `topic-${place + 1}`);
export const roles = ['student', 'teacher', 'planner', 'engineer', 'lawyer', 'mayor', 'other'];

/** Five questions: a 12-item ranking, a role of seven values, a choice, a scale and a number. */
export const definition: Definition = Definition.parse({
  schema: 'study-template/1',
  id: 'bench',
  version: '1.0.0',
  languages: ['en'],
  defaultLanguage: 'en',
  kind: 'survey',
  estimatedMinutes: { individual: 5, table: 5 },
  privacy: { minCell: 5 },
  source: 'benchmark',
  title: en('Benchmark'),
  intro: en('Intro'),
  consent: en('Consent'),
  thanks: en('Thanks'),
  dontKnow: en('Don’t know'),
  scales: [
    { id: 'level', points: [1, 2, 3, 4, 5].map((value) => ({ value, label: en(`${value}`) })) },
  ],
  sections: [{ id: 'all', title: en('All') }],
  lists: { topics: items.map(option) },
  questions: [
    {
      ...question('topics'),
      kind: 'ranking',
      optionsFrom: 'topics',
      complete: true,
      required: true,
    },
    { ...question('role'), kind: 'single', options: roles.map(option), segment: true },
    { ...question('places'), kind: 'multiple', options: ['north', 'south', 'west'].map(option) },
    { ...question('experience'), kind: 'scale', scale: 'level' },
    { ...question('hours'), kind: 'number', min: 0, max: 200, step: 5 },
  ],
  segments: ['role'],
  analyses: [],
  workshop: {
    guidingQuestions: [],
    challengeCards: [],
    agenda: [],
    timezone: 'Europe/Madrid',
    roles: [],
  },
});

/** Numbers from 0 up to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What one respondent answers: topics noisily in their order, more so for some roles. */
export function answers(random: () => number): Record<string, unknown> {
  const worth = items.map((id, place) => ({ id, worth: place + 8 * random() }));
  return {
    topics: worth.toSorted((a, b) => a.worth - b.worth).map(({ id }) => [id]),
    role: roles[Math.floor(random() * roles.length)],
    places: random() < 0.5 ? ['north'] : ['south', 'west'],
    experience: 1 + Math.floor(random() * 5),
    hours: 5 * Math.floor(random() * 41),
  };
}

export function newResponse(random: () => number): NewResponse {
  return {
    id: randomUUID(),
    revision: 1,
    locale: 'en',
    answers: answers(random),
    shown: {},
    voice: 'individual',
    table: null,
    round: 1 + Math.floor(random() * 2),
    event: null,
    receiptHash: randomUUID(),
    at: new Date(),
  };
}

/** The middle of three or more measurements. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** The value that a share of the measurements does not pass. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ]!;
}
