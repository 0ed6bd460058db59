import type { Answers } from '../../src/survey/answer.ts';
import { load, save } from './phone-store.ts';
import type { Shown } from './shown-order.ts';

/** What `PUT /api/responses/:id` takes. */
export interface Body {
  joinCode: string;
  revision: number;
  locale: string;
  answers: Answers;
  shown: Shown;
  table?: string;
  seat?: { event: string; code: string };
  round?: number;
  /** The token of the personal link by which the page was opened. */
  invitation?: string;
  /** How long the answering took. */
  seconds?: number;
}

interface Job {
  id: string;
  body: Body;
}

/** What became of a submission: stored, or refused for good. */
export type Delivery =
  | { id: string; body: Body; receipt: string; late?: string[] | undefined }
  | { id: string; body: Body; status: number; places: string[] };

/** Null says that an attempt has failed and will be repeated. */
type OnDelivery = (delivery: Delivery | null) => void;

const OUTBOX = 'plenary:outbox';
const TIMEOUT = 15_000;
const LONGEST_WAIT = 60_000;

/** For phones that can't store: the outbox lives as long as the page. */
let unsaved: Job[] = [];
let onDelivery: OnDelivery = () => {};
let busy = false;
let tries = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const jobs = () => [...load<Job[]>(OUTBOX, []), ...unsaved];

/** The submission under an id that has not been answered yet. */
export function pending(id: string): Body | undefined {
  return jobs().find((job) => job.id === id)?.body;
}

/**
 * Puts a submission into the outbox, in place of an earlier one with its id, and tries to send it.
 * Who sits in a room answers in parts: one that waits, or is under way, goes along with the next.
 */
export function post(id: string, body: Body): void {
  const waiting = body.seat && pending(id);
  const all = waiting ? { ...body, ...together(waiting, body) } : body;
  const rest = load<Job[]>(OUTBOX, []).filter((job) => job.id !== id);
  unsaved = unsaved.filter((job) => job.id !== id);
  if (!save(OUTBOX, [...rest, { id, body: all }])) unsaved.push({ id, body: all });
  tries = 0;
  void flush();
}

/** A later revision than the part before, so that a reply to that does not count for both. */
function together(before: Body, { answers, shown, revision }: Body): Partial<Body> {
  return {
    answers: { ...before.answers, ...answers },
    shown: { ...before.shown, ...shown },
    revision: Math.max(revision, before.revision + 1),
  };
}

/** Starts sending whatever waits, now and whenever the network or the page comes back. */
export function openOutbox(deliver: OnDelivery): void {
  onDelivery = deliver;
  const retry = () => {
    tries = 0;
    void flush();
  };
  addEventListener('online', retry);
  addEventListener('pageshow', retry);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) retry();
  });
}

/** Sends what waits, in one tab at a time; the id and the revision make a repeat harmless. */
async function flush(): Promise<void> {
  if (busy) return;
  busy = true;
  clearTimeout(timer);
  try {
    if (navigator.locks) await navigator.locks.request(OUTBOX, sendAll);
    else await sendAll();
  } finally {
    busy = false;
  }
  if (jobs().length > 0) {
    const wait = Math.min(LONGEST_WAIT, 1000 * 2 ** tries) * (0.5 + Math.random() / 2);
    tries += 1;
    timer = setTimeout(() => void flush(), wait);
  }
}

async function sendAll(): Promise<void> {
  for (const job of jobs()) {
    const delivery = await send(job);
    if (delivery) drop(job);
    onDelivery(delivery);
    if (!delivery) return;
  }
}

/** Null when it has to be tried again: no network, no answer in time, a server in trouble. */
async function send({ id, body }: Job): Promise<Delivery | null> {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), TIMEOUT);
  try {
    const reply = await fetch(`/api/responses/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: stop.signal,
    });
    const { status } = reply;
    if (status >= 500 || status === 408 || status === 429) return null;
    const result = (await reply.json()) as {
      receipt?: string;
      late?: string[];
      issues?: { path: string }[];
    };
    const { receipt } = result;
    if (reply.ok) return receipt ? { id, body, receipt, late: result.late } : null;
    return { id, body, status, places: (result.issues ?? []).map(({ path }) => path) };
  } catch {
    return null;
  } finally {
    clearTimeout(late);
  }
}

/** Takes an answered submission out; a later revision of it stays. */
function drop({ id, body }: Job): void {
  const others = (job: Job) => job.id !== id || job.body.revision !== body.revision;
  unsaved = unsaved.filter(others);
  save(OUTBOX, load<Job[]>(OUTBOX, []).filter(others));
}
