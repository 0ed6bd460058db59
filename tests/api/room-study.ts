import { randomUUID } from 'node:crypto';
import type { FreshApp } from '../fresh-app.ts';

/** An event as the API tells it, as far as tests look. */
export interface ToldEvent {
  id: string;
  key: string;
  name: string;
  edition: number;
  revision: number;
  startsAt: string;
  timeZone: string;
  agenda: { id: string; kind: string; start: string; minutes: number; speakers: unknown[] }[];
  state: {
    stage: string;
    phase: string | null;
    round: number;
    revealed: boolean;
    open: { individual: string[]; table: string[] };
  };
}

export interface ToldTable {
  id: string;
  key: string;
  name: string;
  code: string;
  cards: string[];
}

type App = Pick<FreshApp, 'app' | 'designer'>;

/** The workshop of 15 November 2018, from the template, open and not yet begun. */
export async function workshop(fresh: App, tables = 0) {
  const made = await fresh.designer('/api/studies', {
    body: { template: 'smart-city-programme-manager' },
  });
  const study = (await made.json()) as { id: string; joinCode: string };
  await fresh.designer(`/api/studies/${study.id}/open`, { method: 'POST' });
  const answer = await fresh.designer(`/api/studies/${study.id}/events`, { body: WORKSHOP });
  const event = (await answer.json()) as ToldEvent;
  const path = `/api/studies/${study.id}/events/${event.id}`;
  const room = { ...study, path, event };
  return { ...room, tables: tables > 0 ? await addTables(fresh, room, tables) : [] };
}

export const WORKSHOP = {
  name: 'Crossing the finish line',
  place: 'Barcelona',
  room: 'CC1 – 1.3',
  startsAt: '2018-11-15T16:30:00+01:00',
  endsAt: '2018-11-15T18:30:00+01:00',
  timeZone: 'Europe/Madrid',
};

export async function addTables(
  { designer }: App,
  { path }: { path: string },
  count: number,
): Promise<ToldTable[]> {
  const made = await designer(`${path}/tables`, { body: { count } });
  return ((await made.json()) as { tables: ToldTable[] }).tables;
}

/** What the room is now. */
export async function eventNow({ designer }: App, path: string): Promise<ToldEvent> {
  return (await (await designer(path)).json()) as ToldEvent;
}

/** Does something in the room as it is now. */
export async function run(
  fresh: App,
  path: string,
  action: Record<string, unknown>,
): Promise<Response> {
  const { revision } = await eventNow(fresh, path);
  return fresh.designer(`${path}/actions`, { body: { ...action, revision } });
}

/** A return code as phones make them. */
export function newSeatCode(): string {
  return randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase();
}

/** A phone in the room, with its return code. */
export function phone({ app }: Pick<FreshApp, 'app'>, joinCode: string, code = newSeatCode()) {
  const send = (method: string, path: string, body?: unknown) =>
    app.request(`/api/join/${joinCode}/room${path}`, {
      method,
      headers: {
        seat: code,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return {
    code,
    join: (body: Record<string, unknown> = {}) => send('POST', '', { code, ...body }),
    see: (event: string) => send('GET', `/${event}`),
    write: (event: string, field: string, value: unknown, revision: number) =>
      send('PUT', `/${event}/fields/${field}`, { value, revision }),
    takeOver: (event: string) => send('POST', `/${event}/writer`),
    send: (event: string) => send('POST', `/${event}/send`),
    answer: (event: string, id: string, body: Record<string, unknown>) =>
      app.request(`/api/responses/${id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          joinCode,
          revision: 1,
          locale: 'en',
          seat: { event, code },
          ...body,
        }),
      }),
  };
}

export interface ToldSeat {
  stage: string;
  phase: string | null;
  left: number | null;
  person: { number: number; table: string | null; role: string; mark: string };
  table: {
    id: string;
    name: string;
    cards: string[];
    people: number;
    writer: number | null;
    mayAnswer: boolean;
    isSent: boolean;
    work: Record<string, { value: unknown; revision: number }>;
  } | null;
}

/** The body of an answer, which has to be a place in the room. */
export async function seatIn(response: Response): Promise<ToldSeat> {
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as ToldSeat;
}
