import { randomUUID } from 'node:crypto';
import type { NewResponse } from '../../src/db/append-responses.ts';
import type { FreshApp } from '../fresh-app.ts';

const en = (text: string) => ({ en: text });
const option = (id: string) => ({ id, label: en(id) });
const question = (id: string) => ({ id, section: 'all', title: en(id) });

/** A study in English with one question of each kind, a required one, a hidden one, a personal one. */
export const smallDefinition = {
  schema: 'study-template/1',
  id: 'small',
  version: '1.0.0',
  languages: ['en'],
  defaultLanguage: 'en',
  kind: 'survey',
  estimatedMinutes: { individual: 1, table: 1 },
  privacy: { minCell: 5 },
  source: 'tests',
  title: en('Small study'),
  intro: en('Intro'),
  consent: en('Consent'),
  thanks: en('Thanks'),
  dontKnow: en('Don’t know'),
  scales: [
    {
      id: 'level',
      points: [1, 2, 3].map((value) => ({ value, label: en(String(value)) })),
    },
  ],
  sections: [{ id: 'all', title: en('All') }],
  lists: { topics: ['law', 'data', 'money', 'people', 'roads'].map(option) },
  questions: [
    {
      ...question('topics'),
      kind: 'ranking',
      optionsFrom: 'topics',
      min: 2,
      max: 4,
      writeIns: 1,
      required: true,
    },
    { ...question('role'), kind: 'single', options: ['student', 'teacher'].map(option) },
    { ...question('places'), kind: 'multiple', options: ['north', 'south', 'west'].map(option) },
    { ...question('years'), kind: 'scale', scale: 'level' },
    { ...question('skills'), kind: 'rating-matrix', rowsFrom: 'topics', scale: 'level' },
    { ...question('share'), kind: 'number', min: 0, max: 100, step: 5 },
    { ...question('problem'), kind: 'long-text', maxLength: 50 },
    {
      ...question('solution'),
      kind: 'long-text',
      maxLength: 50,
      showIf: { question: 'problem', answered: true },
    },
    { ...question('name'), kind: 'short-text', maxLength: 60, personal: true },
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
};

/** Makes the small study and opens it. */
export async function openSmallStudy({
  designer,
}: Pick<FreshApp, 'designer'>): Promise<{ id: string; joinCode: string }> {
  const made = await designer('/api/studies', { body: { definition: smallDefinition } });
  const study = (await made.json()) as { id: string; joinCode: string };
  await designer(`/api/studies/${study.id}/open`, { method: 'POST' });
  return study;
}

export const validAnswers = { topics: [['law'], ['data']], problem: 'No money.' };

/** Sends a response as a phone does. */
export async function put(
  { app }: Pick<FreshApp, 'app'>,
  id: string,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return app.request(`/api/responses/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ revision: 1, locale: 'en', answers: validAnswers, ...body }),
  });
}

/** Reads or withdraws a response with a receipt. */
export async function own(
  { app }: Pick<FreshApp, 'app'>,
  id: string,
  receipt: string | null,
  method: 'GET' | 'DELETE' = 'GET',
): Promise<Response> {
  return app.request(`/api/responses/${id}`, { method, headers: receipt ? { receipt } : {} });
}

/** The receipt of a response that was just put. */
export async function receiptIn(response: Response): Promise<string> {
  return ((await response.json()) as { receipt: string }).receipt;
}

/** A response to the small study as it is stored. */
export function newResponse(changed: Partial<NewResponse> = {}): NewResponse {
  return {
    id: randomUUID(),
    revision: 1,
    locale: 'en',
    answers: { topics: [['law'], ['data']] },
    shown: {},
    voice: 'individual',
    table: null,
    round: 1,
    event: null,
    receiptHash: 'x',
    at: new Date('2026-11-20T09:00:00Z'),
    ...changed,
  };
}
