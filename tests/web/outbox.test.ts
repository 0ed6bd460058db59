import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Body, Delivery } from '../../web/participant/outbox.ts';

/** A phone: what it keeps, and a network whose replies come when the test says so. */
interface Sent {
  path: string;
  body: Body;
  reply(status: number, body: object): void;
}

let sent: Sent[];
beforeEach(() => {
  sent = [];
  const kept = new Map<string, string>();
  vi.resetModules();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  });
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('document', { addEventListener: () => {}, hidden: false });
  vi.stubGlobal(
    'fetch',
    (path: string, { body }: { body: string }) =>
      new Promise((resolve) => {
        const reply = (status: number, answer: object) =>
          resolve(Response.json(answer, { status }));
        sent.push({ path, body: JSON.parse(body) as Body, reply });
      }),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

async function openedOutbox() {
  const outbox = await import('../../web/participant/outbox.ts');
  const delivered: (Delivery | null)[] = [];
  outbox.openOutbox((delivery) => delivered.push(delivery));
  return { ...outbox, delivered };
}

function part(answers: Body['answers'], seated = true): Body {
  const seat = seated && { seat: { event: 'cafe', code: 'ABC' }, round: 1 };
  return { joinCode: 'AAAAAA', revision: 1, locale: 'en', answers, shown: {}, ...seat };
}

describe('answers on a phone without a network', () => {
  it('a part of a room that is under way is not lost to the next one, nor the next to its reply', async () => {
    const { post, pending, delivered } = await openedOutbox();
    post('a', part({ topics: [['law']] }));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    post('a', part({ role: 'student' }));
    expect(pending('a')).toMatchObject({
      revision: 2,
      answers: { topics: [['law']], role: 'student' },
    });
    sent[0]!.reply(201, { receipt: 'r' });
    await vi.waitFor(() => expect(delivered).toHaveLength(1));
    expect(pending('a')).toMatchObject({ revision: 2 });
    post('b', part({ role: 'teacher' }));
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toMatchObject({
      path: '/api/responses/a',
      body: { revision: 2, answers: { topics: [['law']], role: 'student' } },
    });
    sent[1]!.reply(200, { receipt: 'r' });
    await vi.waitFor(() => expect(pending('a')).toBeUndefined());
  });

  it('elsewhere a later revision takes the place of what waits', async () => {
    const { post, pending } = await openedOutbox();
    post('a', part({ topics: [['law']] }, false));
    const changed = { ...part({ role: 'student' }, false), revision: 2 };
    post('a', changed);
    expect(pending('a')).toEqual(changed);
  });
});
