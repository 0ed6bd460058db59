import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { smallDefinition } from '../api/small-study.ts';

/** A response that the server has acknowledged. */
export interface Acknowledged {
  response: string;
  receipt: string;
}

/** Phones that send answers to a server until they are told to stop. */
export interface Sender {
  /** Points the phones at another address, as a server that comes back may have one. */
  url: string;
  acknowledged: Acknowledged[];
  /** Answers other than success, by status; 0 for a connection that broke. */
  failures: Map<number, number>;
  /** Milliseconds that each acknowledged submission took. */
  times: number[];
  until: (acknowledged: number) => Promise<void>;
  /** Stops new submissions and waits for those under way, which are tried until acknowledged. */
  stop: () => Promise<void>;
}

/** Makes and opens the small study over HTTP. */
export async function openStudy({
  url,
  token,
}: {
  url: string;
  token: string;
}): Promise<{ id: string; joinCode: string }> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const made = await fetch(`${url}/api/studies`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ definition: smallDefinition }),
  });
  if (!made.ok) throw new Error(`not made: ${made.status} ${await made.text()}`);
  const study = (await made.json()) as { id: string; joinCode: string };
  const opened = await fetch(`${url}/api/studies/${study.id}/open`, { method: 'POST', headers });
  if (!opened.ok) throw new Error(`not opened: ${opened.status} ${await opened.text()}`);
  return study;
}

const topics = ['law', 'data', 'money', 'people', 'roads'];

/** What one phone sends: a ranking, a role, ratings and a number. */
export function someAnswers(): Record<string, unknown> {
  const order = topics.toSorted(() => Math.random() - 0.5);
  return {
    topics: order.slice(0, 2 + Math.floor(Math.random() * 3)).map((id) => [id]),
    role: Math.random() < 0.5 ? 'student' : 'teacher',
    skills: Object.fromEntries(order.map((id) => [id, 1 + Math.floor(Math.random() * 3)])),
    share: 5 * Math.floor(Math.random() * 21),
  };
}

/** Sends one submission; status 0 when no answer came. */
export async function send(
  url: string,
  id: string,
  body: string,
  agent: Agent,
): Promise<{ status: number; receipt: string | null }> {
  return new Promise((resolve) => {
    const fail = () => resolve({ status: 0, receipt: null });
    const sent = request(
      `${url}/api/responses/${id}`,
      {
        method: 'PUT',
        agent,
        timeout: 15_000,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('error', fail);
        answer.on('end', () => {
          const receipt = /"receipt":"([^"]+)"/.exec(text)?.[1] ?? null;
          resolve({ status: answer.statusCode ?? 0, receipt });
        });
      },
    );
    sent.on('error', fail);
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.end(body);
  });
}

/**
 * Starts phones that send one new response after the other, and each again until it is
 * acknowledged, as the real ones do.
 */
export function startSending({
  url,
  joinCode,
  connections,
}: {
  url: string;
  joinCode: string;
  connections: number;
}): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let isOver = false;
  let broken: unknown = null;
  const goOn = () => {
    if (broken) throw broken;
  };
  const sender: Sender = {
    url,
    acknowledged: [],
    failures: new Map(),
    times: [],
    until: async (count) => {
      const latest = performance.now() + 100_000;
      while (sender.acknowledged.length < count) {
        goOn();
        if (performance.now() > latest) {
          const reached = `${sender.acknowledged.length} of ${count} acknowledged`;
          throw new Error(`${reached}; failures: ${JSON.stringify([...sender.failures])}`);
        }
        await pause(10);
      }
    },
    stop: async () => {
      isOver = true;
      await Promise.all(phones);
      agent.destroy();
      goOn();
    },
  };
  const phone = async (): Promise<void> => {
    while (!isOver) {
      const response = randomUUID();
      const body = JSON.stringify({ joinCode, revision: 1, locale: 'en', answers: someAnswers() });
      for (;;) {
        const start = performance.now();
        const { status, receipt } = await send(sender.url, response, body, agent);
        if (receipt) {
          sender.times.push(performance.now() - start);
          sender.acknowledged.push({ response, receipt });
          break;
        }
        sender.failures.set(status, (sender.failures.get(status) ?? 0) + 1);
        if (status >= 400 && status < 500 && status !== 429) throw new Error(`refused: ${status}`);
        await pause(50 + Math.random() * 100);
      }
    }
  };
  const phones = Array.from({ length: connections }, () =>
    phone().catch((error: unknown) => (broken = error)),
  );
  return sender;
}
