import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BACKOFF, MOST_FAILURES, putDelivery } from '../../src/db/webhook-deliveries.ts';
import { addressProblem, isPrivateAddress } from '../../src/http/webhook-address.ts';
import { fetchSender } from '../../src/http/webhook-fetch.ts';
import { runWebhooksOnce, startWebhooks } from '../../src/http/webhook-runner.ts';
import { nodeSender } from '../../src/webhook-sender.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy, own, put, receiptIn, validAnswers } from './small-study.ts';

let fresh: FreshApp;
let receiver: Receiver;
beforeAll(async () => {
  fresh = await freshApp({ webhookPrivate: true });
  receiver = await startReceiver();
});
afterAll(async () => {
  await fresh.close();
  receiver.server.close();
});

interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Receiver {
  server: Server;
  url: string;
  received: Received[];
  /** Answers of the next requests; 204 when none are left. */
  answers: number[];
}

/** Another program that takes webhooks. */
async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body });
      const status = answers.shift() ?? 204;
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}`, received, answers };
}

const EVENTS = ['response.stored', 'response.changed', 'response.withdrawn'];

interface Hook {
  id: string;
  secret: string;
  stopped: string | null;
  failures: number;
}

async function addHook(study: string, more: Record<string, unknown> = {}): Promise<Hook> {
  const body = { url: `${receiver.url}/${study}`, events: EVENTS, ...more };
  const made = await fresh.designer(`/api/studies/${study}/webhooks`, { body });
  expect(made.status).toBe(201);
  return (await made.json()) as Hook;
}

const clock = { now: new Date('2026-11-20T09:00:00Z') };

const runner = (send = nodeSender({ private: true })) => ({
  db: fresh.db,
  secret: fresh.config.secret,
  now: () => clock.now,
  send,
});

function later(seconds: number): void {
  clock.now = new Date(clock.now.getTime() + seconds * 1000);
}

/** What one study's webhooks were sent, oldest first. */
function sent(study: string) {
  return receiver.received
    .filter(({ path }) => path === `/${study}`)
    .map(({ headers, body }) => ({
      id: headers['webhook-id'],
      headers,
      body,
      ...JSON.parse(body),
    }));
}

const types = (study: string) => sent(study).map(({ type }) => type as string);

async function answer(joinCode: string, times = 1): Promise<string[]> {
  const ids = Array.from({ length: times }, () => randomUUID());
  for (const id of ids) expect((await put(fresh, id, { joinCode })).status).toBe(201);
  return ids;
}

describe('a webhook', () => {
  it('is told of answers without a word of them, signed so that the receiver can check', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const hook = await addHook(id);
    const [response] = await answer(joinCode, 7);
    await runWebhooksOnce(runner());
    await runWebhooksOnce(runner());
    const [one, ...more] = sent(id);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      type: 'response.stored',
      data: { study: id, status: 'open', responses: 5 },
    });
    expect(Object.keys(one!.data).toSorted()).toEqual(['responses', 'status', 'study', 'version']);
    expect(one!.body).not.toContain(response);
    expect(one!.body).not.toContain('No money');
    const { headers, body } = one!;
    const key = Buffer.from(hook.secret.replace('whsec_', ''), 'base64');
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const expected = createHmac('sha256', key).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${expected}`);
    expect(Number(headers['webhook-timestamp'])).toBe(clock.now.getTime() / 1000);
  });

  it('tells an edit and a withdrawal from a new answer, each once however often it looks', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await addHook(id);
    const response = randomUUID();
    const receipt = await receiptIn(await put(fresh, response, { joinCode }));
    await runWebhooksOnce(runner());
    await put(fresh, response, { joinCode });
    await put(fresh, response, {
      joinCode,
      revision: 2,
      answers: { ...validAnswers, topics: [['money'], ['law']] },
    });
    await runWebhooksOnce(runner());
    await own(fresh, response, receipt, 'DELETE');
    await runWebhooksOnce(runner());
    await runWebhooksOnce(runner());
    expect(types(id)).toEqual(EVENTS);
  });

  it('hears of opening, closing and milestones, with exact numbers once the study is closed', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await addHook(id, { events: ['study.opened', 'study.closed', 'results.milestone'], every: 5 });
    await answer(joinCode, 6);
    await runWebhooksOnce(runner());
    await fresh.designer(`/api/studies/${id}/close`, { method: 'POST' });
    await runWebhooksOnce(runner());
    await fresh.designer(`/api/studies/${id}/open`, { method: 'POST' });
    await runWebhooksOnce(runner());
    expect(sent(id).map(({ type, data }) => [type, data.responses, data.milestone])).toEqual([
      ['results.milestone', 5, 5],
      ['study.closed', 6, undefined],
      ['study.opened', 5, undefined],
    ]);
  });

  it('hears when the tiers of the ranking change', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await addHook(id, { events: ['results.milestone'], every: 1000 });
    await answer(joinCode, 10);
    await runWebhooksOnce(runner());
    const answers = { topics: [['roads'], ['people'], ['money']] };
    for (let n = 0; n < 30; n += 1) await put(fresh, randomUUID(), { joinCode, answers });
    await runWebhooksOnce(runner());
    const [one] = sent(id);
    expect(one).toMatchObject({ type: 'results.milestone', data: { reason: 'tiers' } });
    expect(one!.data.tiers.flat()).toContain('roads');
  });

  it('hears nothing that happened before it was there, or while it was stopped', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await answer(joinCode);
    const hook = await addHook(id);
    await runWebhooksOnce(runner());
    const path = `/api/studies/${id}/webhooks/${hook.id}`;
    await fresh.designer(path, { method: 'PATCH', body: { stopped: true } });
    await answer(joinCode);
    await runWebhooksOnce(runner());
    await fresh.designer(path, { method: 'PATCH', body: { stopped: false } });
    await runWebhooksOnce(runner());
    expect(types(id)).toEqual([]);
    await answer(joinCode);
    await runWebhooksOnce(runner());
    expect(types(id)).toEqual(['response.stored']);
  });

  it('is told nothing that was put down as it stopped, and misses nothing where it was at work', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const hook = await addHook(id);
    const change = (stopped: boolean) =>
      fresh.designer(`/api/studies/${id}/webhooks/${hook.id}`, {
        method: 'PATCH',
        body: { stopped },
      });
    await answer(joinCode);
    await change(false);
    await runWebhooksOnce(runner());
    expect(types(id)).toEqual(['response.stored']);
    await change(true);
    const delivery = { id: randomUUID(), event: 'response.stored', body: '{}' };
    await putDelivery(fresh.db, { studyId: id, id: hook.id }, delivery, fresh.config.now());
    await runWebhooksOnce(runner());
    await change(false);
    await runWebhooksOnce(runner());
    expect(types(id)).toEqual(['response.stored']);
  });

  it('signs with a new secret once it has one, and shows it this once', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const hook = await addHook(id);
    const path = `/api/studies/${id}/webhooks/${hook.id}`;
    const changed = await fresh.designer(path, { method: 'PATCH', body: { newSecret: true } });
    const { secret } = (await changed.json()) as Hook;
    expect(secret).not.toBe(hook.secret);
    expect(await (await fresh.designer(path)).json()).not.toHaveProperty('secret');
    await answer(joinCode);
    await runWebhooksOnce(runner());
    const [{ headers, body }] = sent(id) as [Received];
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signed = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.');
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    );
    const { rows } = await sql`select w::text as kept from webhook w where id = ${hook.id}`.execute(
      fresh.db,
    );
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6, 20));
  });

  it('starts from now on in a database that was restored from a dump', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await addHook(id);
    await answer(joinCode);
    // A dump holds what was written, but another transaction writes it into the new database.
    await sql`update webhook_position set status = status where study_id = ${id}`.execute(fresh.db);
    await runWebhooksOnce(runner());
    expect(types(id)).toEqual([]);
    await answer(joinCode);
    await runWebhooksOnce(runner());
    expect(types(id)).toEqual(['response.stored']);
  });
});

describe('a delivery', () => {
  it('is attempted again later, with the same id, until the receiver takes it', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const hook = await addHook(id);
    receiver.answers.push(500, 302);
    await answer(joinCode);
    await runWebhooksOnce(runner());
    await runWebhooksOnce(runner());
    expect(types(id)).toHaveLength(1);
    later(BACKOFF[0] * 1.2);
    await runWebhooksOnce(runner());
    later(BACKOFF[1] * 1.2);
    await runWebhooksOnce(runner());
    later(86_400);
    await runWebhooksOnce(runner());
    expect(new Set(sent(id).map((one) => one.id)).size).toBe(1);
    expect(types(id)).toHaveLength(3);
    const log = await fresh.designer(`/api/studies/${id}/webhooks/${hook.id}/deliveries`);
    expect(await log.json()).toMatchObject({
      deliveries: [{ outcome: 'delivered', attempts: 3, status: 204, nextAt: null }],
    });
    expect(receiver.received.filter(({ path }) => path === '/elsewhere')).toEqual([]);
  });

  it('is made by one process of several, never by two at once', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await Promise.all([addHook(id), addHook(id), addHook(id)]);
    await answer(joinCode, 3);
    await Promise.all(Array.from({ length: 6 }, () => runWebhooksOnce(runner())));
    await runWebhooksOnce(runner());
    expect(types(id)).toHaveLength(3);
    expect(new Set(sent(id).map((one) => one.id)).size).toBe(3);
  });

  it('of a process that ended meanwhile is taken over by another', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await addHook(id);
    await answer(joinCode);
    const silent = runWebhooksOnce(runner(() => new Promise(() => {})));
    await expect.poll(async () => (await attempts(id))[0]).toBe(1);
    await runWebhooksOnce(runner());
    expect(types(id)).toEqual([]);
    later(61);
    await runWebhooksOnce(runner());
    expect(types(id)).toEqual(['response.stored']);
    void silent;
  });

  it('can be asked for once more, and pages through its log by the Link header', async () => {
    const { id } = await openSmallStudy(fresh);
    const hook = await addHook(id);
    const path = `/api/studies/${id}/webhooks/${hook.id}`;
    for (let n = 0; n < 3; n += 1) {
      const asked = await fresh.designer(`${path}/test`, { method: 'POST' });
      expect(asked.status).toBe(202);
    }
    await runWebhooksOnce(runner());
    expect(types(id)).toEqual(['webhook.test', 'webhook.test', 'webhook.test']);
    const ids: string[] = [];
    for (let at: string | null = `${path}/deliveries?limit=2`; at !== null;) {
      const page = await fresh.designer(at);
      const { deliveries } = (await page.json()) as { deliveries: { id: string }[] };
      ids.push(...deliveries.map((delivery) => delivery.id));
      at = /^<([^>]+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1] ?? null;
    }
    expect(ids.toSorted()).toEqual(
      sent(id)
        .map((one) => one.id as string)
        .toSorted(),
    );
    const again = await fresh.designer(`${path}/deliveries/${ids[0]}/redeliver`, {
      method: 'POST',
    });
    expect(again.status).toBe(202);
    await runWebhooksOnce(runner());
    expect(sent(id).map((one) => one.id)).toHaveLength(4);
    expect(sent(id).at(-1)!.id).toBe(ids[0]);
  });

  it('that fails too often stops its webhook, and 410 stops it at once', async () => {
    const { id } = await openSmallStudy(fresh);
    const [failing, gone] = [await addHook(id), await addHook(id, { url: `${receiver.url}/gone` })];
    const path = (hook: Hook) => `/api/studies/${id}/webhooks/${hook.id}`;
    const state = async (hook: Hook) => (await (await fresh.designer(path(hook))).json()) as Hook;
    await fresh.designer(`${path(gone)}/test`, { method: 'POST' });
    receiver.answers.push(410);
    await runWebhooksOnce(runner());
    expect((await state(gone)).stopped).toBe('gone');
    for (let n = 0; n < 4; n += 1) {
      await fresh.designer(`${path(failing)}/test`, { method: 'POST' });
    }
    receiver.answers.push(...Array<number>(MOST_FAILURES * 2).fill(503));
    for (const pause of [0, ...BACKOFF]) {
      later(pause * 1.2);
      await runWebhooksOnce(runner());
    }
    receiver.answers.length = 0;
    expect(await state(failing)).toMatchObject({ stopped: 'failures' });
    expect(sent(id).length).toBeLessThanOrEqual(MOST_FAILURES + 3);
    const refused = await fresh.designer(`${path(failing)}/test`, { method: 'POST' });
    expect(refused.status).toBe(409);
  });

  it('holds up no other: a process goes on while an address is slow to answer', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await addHook(id);
    const slow: (() => void)[] = [];
    const quick = nodeSender({ private: true });
    const service = startWebhooks(
      runner((url, headers, body) =>
        slow.length === 0
          ? new Promise((resolve) => slow.push(() => resolve(204)))
          : quick(url, headers, body),
      ),
      20,
    );
    await answer(joinCode);
    await expect.poll(() => slow.length).toBe(1);
    await answer(joinCode);
    await expect.poll(() => types(id)).toEqual(['response.stored']);
    slow[0]!();
    await service.close();
    expect(await attempts(id)).toEqual([1, 1]);
  });
});

async function attempts(study: string): Promise<number[]> {
  const rows = await fresh.db
    .selectFrom('webhook_delivery')
    .select('attempts')
    .where('study_id', '=', study)
    .execute();
  return rows.map((row) => row.attempts);
}

describe('the address of a webhook', () => {
  it.each([
    'http://example.org/hook',
    'https://localhost/hook',
    'https://127.0.0.1/hook',
    'https://2130706433/hook',
    'https://0x7f.1/hook',
    'https://10.1.2.3/hook',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/hook',
    'https://[::ffff:10.0.0.1]/hook',
    'https://[fd00::1]/hook',
    'https://[64:ff9b::7f00:1]/hook',
    'https://printer/hook',
    'https://printer.local/hook',
    'https://metadata.google.internal/hook',
    'https://user:password@example.org/hook',
    'file:///etc/passwd',
    'no address',
  ])('is not %s', async (url) => {
    expect(addressProblem(url, { private: false })).not.toBeNull();
    await expect(fetchSender({ private: false })(url, {}, '{}')).rejects.toThrow(/address/);
    await expect(nodeSender({ private: false })(url, {}, '{}')).rejects.toThrow(/address/);
  });

  it('is any other one that speaks HTTPS', () => {
    expect(addressProblem('https://hooks.example.org:8443/a?b', { private: false })).toBeNull();
    expect(addressProblem('https://93.184.215.14/hook', { private: false })).toBeNull();
    expect(isPrivateAddress('2606:2800:21f:cb07:6820:80da:af6b:8b2c')).toBe(false);
  });

  it('is refused by the API and as a change, unless private networks are allowed', async () => {
    const strict = await freshApp();
    const { id } = await openSmallStudy(strict);
    const body = { url: 'https://192.168.1.7/hook', events: EVENTS };
    const refused = await strict.designer(`/api/studies/${id}/webhooks`, { body });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ issues: [{ path: 'url' }] });
    const taken = await strict.designer(`/api/studies/${id}/webhooks`, {
      body: { ...body, url: 'https://example.org/hook' },
    });
    const { id: hook } = (await taken.json()) as Hook;
    const changed = await strict.designer(`/api/studies/${id}/webhooks/${hook}`, {
      method: 'PATCH',
      body: { url: 'https://127.0.0.1/hook' },
    });
    expect(changed.status).toBe(422);
    await strict.close();
  });

  it('is checked again by the connection: a name that leads to this machine gets nothing', async () => {
    const before = receiver.received.length;
    const port = new URL(receiver.url).port;
    const resolve = ((_name: string, _options: unknown, done: (...all: unknown[]) => void) =>
      done(null, [{ address: '127.0.0.1', family: 4 }])) as never;
    const url = `https://hooks.example.org:${port}/hook`;
    await expect(nodeSender({ private: false }, resolve)(url, {}, '{}')).rejects.toThrow(
      'The address is in a private network.',
    );
    await expect(nodeSender({ private: true }, resolve)(url, {}, '{}')).rejects.toThrow(
      /connection|certificate/,
    );
    expect(receiver.received).toHaveLength(before);
  });
});
