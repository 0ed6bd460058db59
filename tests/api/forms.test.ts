import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { workshop } from './room-study.ts';

const endless = { perSecond: 1e6, burst: 1e6 };

let fresh: FreshApp;
let at: Record<string, string>;
beforeAll(async () => {
  fresh = await freshApp({
    limits: { receipts: endless, submissions: endless, signIns: endless, calls: endless },
  });
  const { id, joinCode, event } = await workshop(fresh, 1);
  at = { id, event: event.id, code: joinCode };
});
afterAll(() => fresh.close());

/** Bodies that are no form, or none that can be read, with what they call themselves. */
const BODIES: [law: string, type: string | null, body: string | Uint8Array<ArrayBuffer>][] = [
  ['of no type', null, new TextEncoder().encode('code=1')],
  ['without an end', 'multipart/form-data', 'code=1'],
  ['cut off', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; na'],
  ['in JSON', 'application/json', '{"code":1}'],
  ['of bytes', 'application/x-www-form-urlencoded', new Uint8Array([0xff, 0x25, 0x25, 0x00, 0x3d])],
];

/** Pages to which forms are sent; what deletes comes last. */
function formRoutes(): string[] {
  const paths = fresh.app.routes
    .filter(({ method, path }) => method === 'POST' && !path.includes('*'))
    .map(({ path }) => path)
    .filter((path) => !path.startsWith('/api/'));
  return [...new Set(paths)].toSorted(
    (a, b) => Number(/delete|sign-out/.test(a)) - Number(/delete|sign-out/.test(b)),
  );
}

async function send(path: string, type: string | null, body: BodyInit): Promise<number> {
  const filled = path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => at[name] ?? 'none');
  const headers = { authorization: `Bearer ${fresh.token}`, ...(type && { 'content-type': type }) };
  const answer = await fresh.app.request(filled, { method: 'POST', headers, body });
  await answer.body?.cancel();
  return answer.status;
}

describe('a body that is no form', () => {
  it.each(BODIES)('%s is nobody’s failure on any page', async (_, type, body) => {
    const routes = formRoutes();
    expect(routes.length).toBeGreaterThan(30);
    for (const path of routes.filter((route) => !/delete|sign-out/.test(route))) {
      expect(`${path} ${await send(path, type, body)}`).toMatch(/ [234]\d\d$/);
    }
  });

  it.each(BODIES.slice(0, 4))('%s is refused where a form is read', async (_, type, body) => {
    await fresh.designer(`/api/studies/${at['id']}/open`, { method: 'POST' });
    const status = type?.startsWith('multipart') ? 400 : 415;
    for (const path of [
      '/j/:code/receipt',
      '/j/:code/room',
      '/studies',
      '/studies/file',
      '/studies/:id/room',
      '/studies/:id/data/code',
      '/studies/:id/share/quotas',
      '/studies/:id/webhooks',
      '/tokens',
      '/sign-in',
    ]) {
      expect(formRoutes()).toContain(path);
      expect(`${path} ${await send(path, type, body)}`).toBe(`${path} ${status}`);
    }
  });
});
