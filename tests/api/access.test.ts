import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setupLink } from '../../src/db/setup-link.ts';
import { createToken } from '../../src/db/tokens.ts';
import { FIRST_OWNER, formBody, sessionOf } from '../first-owner.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy } from './small-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp({ limits: { signIns: { perSecond: 1e6, burst: 1e6 } } });
});
afterAll(() => fresh.close());

const ORIGIN = 'http://localhost';

async function everything(): Promise<string> {
  const tables = ['person', 'api_token', 'session', 'token_session', 'setup_link'] as const;
  const rows = await Promise.all(
    tables.map((table) => fresh.db.selectFrom(table).selectAll().execute()),
  );
  return JSON.stringify(rows);
}

/** The cookie that an answer sets, as a browser sends it back. */
function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')!.split(';')[0]!;
}

describe('an API token', () => {
  it('is stored as a hash only, with the day of its last use', async () => {
    const made = await fresh.designer('/api/tokens', { body: { name: 'Export', role: 'viewer' } });
    expect(made.status).toBe(201);
    const { id, token } = (await made.json()) as { id: string; token: string };
    expect(token).toMatch(/^plenary_[0-9A-Za-z]{43}$/);
    expect(await everything()).not.toContain(token.slice('plenary_'.length));
    await fresh.app.request('/api/studies', { headers: { authorization: `Bearer ${token}` } });
    const { tokens } = (await (await fresh.designer('/api/tokens')).json()) as {
      tokens: { id: string }[];
    };
    const listed = tokens.find((candidate) => candidate.id === id);
    expect(listed).toMatchObject({ name: 'Export', role: 'viewer', lastUsedOn: '2026-11-20' });
    expect(JSON.stringify(tokens)).not.toContain(token.slice('plenary_'.length));
  });

  it('stops working when it is revoked, and so do the sessions that it opened', async () => {
    const { id, token } = await createToken(fresh.db, { name: 'Old', role: 'owner' }, new Date());
    const bearer = { authorization: `Bearer ${token}` };
    const signedIn = await fresh.app.request('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const cookie = cookieOf(signedIn);
    const asked = async (headers: Record<string, string>) =>
      (await fresh.app.request('/api/studies', { headers })).status;
    expect(await asked(bearer)).toBe(200);
    expect(await asked({ cookie })).toBe(200);
    expect((await fresh.designer(`/api/tokens/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await asked(bearer)).toBe(401);
    expect(await asked({ cookie })).toBe(401);
  });

  it('that is unknown or malformed opens nothing', async () => {
    for (const authorization of ['Bearer x', `Bearer plenary_${'a'.repeat(43)}`, 'Basic eDp5']) {
      const refused = await fresh.app.request('/api/studies', { headers: { authorization } });
      expect(refused.status).toBe(401);
      expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    }
  });
});

describe('a role', () => {
  const table: [string, string, Record<string, number>][] = [
    ['GET', '/api/studies', { viewer: 200, facilitator: 200, designer: 200, owner: 200 }],
    ['GET', '/api/studies/ID', { viewer: 200, facilitator: 200, designer: 200, owner: 200 }],
    ['POST', '/api/studies/ID/open', { viewer: 403, facilitator: 200, designer: 200, owner: 200 }],
    [
      'POST',
      '/api/studies/ID/duplicate',
      { viewer: 403, facilitator: 403, designer: 201, owner: 201 },
    ],
    ['GET', '/api/tokens', { viewer: 403, facilitator: 403, designer: 403, owner: 200 }],
    ['DELETE', '/api/studies/ID', { viewer: 403, facilitator: 403, designer: 204, owner: 204 }],
  ];

  it.each(table)('decides who may %s %s', async (method, path, expected) => {
    const actual: Record<string, number> = {};
    for (const role of ['viewer', 'facilitator', 'designer', 'owner'] as const) {
      const { token } = await createToken(fresh.db, { name: role, role }, new Date());
      const { id } = await openSmallStudy(fresh);
      const answer = await fresh.app.request(path.replace('ID', id), {
        method,
        headers: { authorization: `Bearer ${token}` },
      });
      actual[role] = answer.status;
    }
    expect(actual).toEqual(expected);
  });

  it('is asked for before anything is said about a study', async () => {
    const { id } = await openSmallStudy(fresh);
    const unknown = '00000000-0000-4000-8000-000000000000';
    const bodies = await Promise.all(
      [id, unknown].map(async (study) => {
        const refused = await fresh.app.request(`/api/studies/${study}`);
        return `${refused.status} ${await refused.text()}`;
      }),
    );
    expect(bodies[0]).toMatch(/^401 /);
    expect(bodies[1]).toBe(bodies[0]);
  });
});

describe('the set-up link', () => {
  let first: FreshApp;
  beforeEach(async () => {
    first = await freshApp({ limits: { signIns: { perSecond: 1e6, burst: 1e6 } } });
  });
  afterEach(() => first.close());

  it('is only made while nobody has an account', async () => {
    const token = await setupLink(first.db, first.config.now());
    expect(token).not.toBeNull();
    await first.app.request(`/setup/${token}`, formBody(FIRST_OWNER));
    expect(await setupLink(first.db, first.config.now())).toBeNull();
  });

  it('survives being looked at and a form with mistakes, and lets exactly one of many in', async () => {
    const token = (await setupLink(first.db, first.config.now()))!;
    const hashes = JSON.stringify(await first.db.selectFrom('setup_link').selectAll().execute());
    expect(hashes).not.toContain(token);
    for (let visit = 0; visit < 3; visit += 1) {
      const page = await first.app.request(`/setup/${token}`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('name="organisation"');
    }
    const short = { ...FIRST_OWNER, password: 'short' };
    expect((await first.app.request(`/setup/${token}`, formBody(short))).status).toBe(422);
    const entries = await Promise.all(
      Array.from({ length: 5 }, async () =>
        first.app.request(`/setup/${token}`, formBody(FIRST_OWNER)),
      ),
    );
    const statuses = entries.map(({ status }) => status).sort((a, b) => a - b);
    expect(statuses).toEqual([303, 410, 410, 410, 410]);
    expect((await first.app.request(`/setup/${token}`)).status).toBe(410);
    const cookie = sessionOf(entries.find(({ status }) => status === 303)!);
    const session = await first.app.request('/api/session', { headers: { cookie } });
    const organisation = { id: expect.any(String) as string, name: FIRST_OWNER.organisation };
    expect(await session.json()).toEqual({ kind: 'session', role: 'owner', organisation });
  });

  it('is too old after a week', async () => {
    const token = (await setupLink(first.db, first.config.now()))!;
    first.setNow(new Date(first.config.now().getTime() + 7 * 86_400_000 + 1));
    expect((await first.app.request(`/setup/${token}`)).status).toBe(410);
    expect((await first.app.request(`/setup/${token}`, formBody(FIRST_OWNER))).status).toBe(410);
  });
});

describe('a session', () => {
  async function signIn(origin = ORIGIN): Promise<Response> {
    return fresh.app.request(`${origin}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token: fresh.token }).toString(),
    });
  }

  it('has a cookie that scripts cannot read, bound to the host over TLS', async () => {
    const plain = await signIn();
    expect(plain.status).toBe(303);
    expect(plain.headers.get('set-cookie')).toMatch(
      /^plenary_session=[0-9A-Za-z]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const secure = await signIn('https://plenary.example');
    expect(secure.headers.get('set-cookie')).toMatch(/^__Host-plenary_session=.*; Secure;/);
    expect(secure.headers.get('strict-transport-security')).toMatch(/^max-age=/);
    expect(await everything()).not.toContain(cookieOf(plain).split('=')[1]);
  });

  it('changes nothing for a request that another site made the browser send', async () => {
    const cookie = cookieOf(await signIn());
    const { id } = await openSmallStudy(fresh);
    const close = async (headers: Record<string, string>) =>
      (await fresh.app.request(`/api/studies/${id}/close`, { method: 'POST', headers })).status;
    expect(await close({ cookie })).toBe(403);
    expect(await close({ cookie, origin: 'https://evil.example' })).toBe(403);
    expect(await close({ cookie, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await close({ cookie, origin: 'null' })).toBe(403);
    const study = await (await fresh.designer(`/api/studies/${id}`)).json();
    expect(study).toMatchObject({ status: 'open' });
    expect(await close({ cookie, origin: ORIGIN })).toBe(200);
  });

  it('ends when somebody signs out, and after thirty days', async () => {
    const asked = async (cookie: string) =>
      (await fresh.app.request('/api/studies', { headers: { cookie } })).status;
    const cookie = cookieOf(await signIn());
    expect(await asked(cookie)).toBe(200);
    const headers = { cookie, origin: ORIGIN };
    expect((await fresh.app.request('/sign-out', { method: 'POST', headers })).status).toBe(303);
    expect(await asked(cookie)).toBe(401);
    const old = cookieOf(await signIn());
    const start = fresh.config.now();
    fresh.setNow(new Date(start.getTime() + 30 * 86_400_000));
    expect(await asked(old)).toBe(401);
    fresh.setNow(start);
  });
});

describe('every answer', () => {
  it('forbids foreign scripts, framing, sniffing and telling addresses', async () => {
    for (const path of ['/healthz', '/docs', '/api/studies', '/nowhere', '/api/nowhere']) {
      const { headers } = await fresh.app.request(path);
      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
  });
});

describe('the API description', () => {
  interface Described {
    openapi: string;
    paths: Record<string, Record<string, { requestBody?: unknown; responses: object }>>;
  }

  it('names every route under /api, with the bodies that they read', async () => {
    const described = (await (await fresh.app.request('/openapi.json')).json()) as Described;
    expect(described.openapi).toMatch(/^3\.1/);
    const listed = Object.entries(described.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = fresh.app.routes
      .filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL')
      .map(({ path, method }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(listed.toSorted()).toEqual([...new Set(routes)].toSorted());
    const body = described.paths['/api/responses/{id}']?.['put']?.requestBody;
    expect(JSON.stringify(body)).toContain('"joinCode"');
  });

  it('is shown as a page without script', async () => {
    const page = await (await fresh.app.request('/docs')).text();
    expect(page).toContain('PUT /api/responses/{id}');
    expect(page).not.toContain('<script');
  });
});
