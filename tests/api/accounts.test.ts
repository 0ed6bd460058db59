import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInvitation } from '../../src/db/invitations.ts';
import { changeMember, listMembers } from '../../src/db/members.ts';
import { createToken } from '../../src/db/tokens.ts';
import type { Mail } from '../../src/http/mail.ts';
import { ownPath } from '../../web/pages/account-form.ts';
import { createApp } from '../../src/app.ts';
import { FIRST_OWNER, formBody, sessionOf } from '../first-owner.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { startProvider } from '../oidc-provider.ts';
import { join, organisationOf, type SignedInMember, signUp } from '../organisation-members.ts';

const often = { perSecond: 1e6, burst: 1e6 };
const limits = { signIns: often, calls: often };
const DAY = 86_400_000;

let fresh: FreshApp;
let institute: Awaited<ReturnType<typeof organisationOf>>;
let mails: Mail[];
/** The same database with a mail service. */
let mailing: FreshApp['app'];
/** How far the app's clock is ahead of the real one. */
let ahead = 0;

beforeAll(async () => {
  fresh = await freshApp({ limits, now: () => new Date(Date.now() + ahead) });
  institute = await organisationOf(fresh, 'Institute');
  mails = [];
  mailing = createApp({
    config: { ...fresh.config, sendMail: async (mail) => void mails.push(mail) },
    openDb: () => ({ db: fresh.db }),
  });
}, 120_000);
afterAll(() => fresh.close());

/** A form sent by somebody's browser; by nobody's without `headers`. */
async function send(
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
  app = fresh.app,
): Promise<Response> {
  const form = formBody(fields);
  return app.request(path, { ...form, headers: { ...form.headers, ...headers } });
}

const get = async (path: string, headers: Record<string, string> = {}) =>
  fresh.app.request(path, { headers });

const isIn = async (headers: Record<string, string>) =>
  (await get('/api/session', headers)).status === 200;

const signIn = async (email: string, password = FIRST_OWNER.password, more = {}) =>
  send('/sign-in', { email, password, ...more });

let number = 0;
const newMember = async (role: 'viewer' | 'designer' | 'owner' = 'viewer') =>
  signUp(fresh, {
    organisationId: institute.organisationId,
    email: `person-${(number += 1)}@institute.example`,
    role,
  });

const invited = async (email: string) =>
  createInvitation(
    fresh.db,
    { organisationId: institute.organisationId, email, role: 'viewer' },
    fresh.config.now(),
  );

describe('signing in', () => {
  it('opens a session under an identifier that nobody knew before, and ends the old one', async () => {
    const { email, headers } = await newMember();
    const answer = await send('/sign-in', { email, password: FIRST_OWNER.password }, headers);
    expect(answer.status).toBe(303);
    const cookie = sessionOf(answer);
    expect(cookie).not.toBe(headers.cookie);
    expect(await isIn({ cookie })).toBe(true);
    expect(await isIn(headers)).toBe(false);
  });

  it('takes no identifier that somebody else has chosen', async () => {
    const { email } = await newMember();
    const fixed = `plenary_session=${'a'.repeat(32)}.${'b'.repeat(43)}%3D`;
    const answer = await send(
      '/sign-in',
      { email, password: FIRST_OWNER.password },
      { cookie: fixed },
    );
    expect(sessionOf(answer)).not.toBe(fixed);
    expect(await isIn({ cookie: fixed })).toBe(false);
  });

  it('refuses a session whose signature does not fit', async () => {
    const { headers } = await newMember();
    const broken = headers.cookie.replace(/\.(.)/, (_, letter) => `.${letter === 'A' ? 'B' : 'A'}`);
    expect(await isIn({ cookie: broken })).toBe(false);
    expect(await isIn({ cookie: headers.cookie.split('.')[0]! })).toBe(false);
  });

  it('sets a cookie that no script reads, bound to the host over TLS', async () => {
    const { email } = await newMember();
    const plain = (await signIn(email)).headers.getSetCookie().join('\n');
    expect(plain).toMatch(/^plenary_session=[^;]+;/m);
    expect(plain).toMatch(/HttpOnly/i);
    expect(plain).toMatch(/SameSite=Lax/i);
    const secure = await fresh.app.request('https://plenary.example/sign-in', {
      ...formBody({ email, password: FIRST_OWNER.password }),
    });
    const cookie = secure.headers.getSetCookie().join('\n');
    expect(cookie).toMatch(/^__Host-plenary_session=[^;]+;/m);
    expect(cookie).toMatch(/; Secure/i);
    expect(cookie).toMatch(/; Path=\/(;|$)/im);
    expect(cookie).not.toMatch(/domain/i);
  });

  it('answers for an unknown address as for a wrong password', async () => {
    const { email } = await newMember();
    const answer = async (address: string, app = fresh.app) => {
      const fields = { email: address, password: 'not the password' };
      const refused = await send('/sign-in', fields, {}, app);
      return `${refused.status} ${(await refused.text()).replaceAll(address, 'ADDRESS')}`;
    };
    const known = await answer(email);
    expect(known).toMatch(/^401 /);
    expect(await answer('nobody@institute.example')).toBe(known);
  });

  it('tells nobody by its links whether an address has an account', async () => {
    const { email } = await newMember();
    mails.length = 0;
    for (const path of ['/sign-in/link', '/forgotten']) {
      const answer = async (address: string) => {
        const sent = await send(path, { email: address }, {}, mailing);
        return `${sent.status} ${(await sent.text()).replaceAll(address, 'ADDRESS')}`;
      };
      const known = await answer(email);
      expect(known).toMatch(/^200 /);
      expect(await answer('nobody@institute.example')).toBe(known);
    }
    expect(mails.map(({ to }) => to)).toEqual([email, email]);
  });

  it('goes on to pages of this site only', async () => {
    const { email } = await newMember();
    const goesTo = async (next: string) =>
      (await signIn(email, undefined, { next })).headers.get('location');
    expect(await goesTo('/studies/1/results?by=role')).toBe('/studies/1/results?by=role');
    expect(await goesTo('https://evil.example/')).toBe('/studies');
    expect(await goesTo('/\\evil.example')).toBe('/studies');
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/./\\/evil.example',
      '/.//evil.example',
      'javascript:alert(1)',
      'studies',
      '',
    ]) {
      expect(ownPath(next), next).toBe('/studies');
    }
  });

  it('is not done for a form on another site, and nothing else is', async () => {
    const { email, headers } = await newMember('owner');
    const evil = { origin: 'https://evil.example' };
    const fields = { email, password: FIRST_OWNER.password };
    expect((await send('/sign-in', fields, evil)).status).toBe(403);
    expect((await send('/sign-in', fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const link = await invited('someone@institute.example');
    const forms: [string, Record<string, string>][] = [
      ['/account/name', { name: 'Changed' }],
      ['/people/invite', { email: 'x@evil.example', role: 'owner' }],
      ['/tokens', { name: 'Theirs', role: 'owner', study: '', days: '' }],
      ['/sign-out', {}],
      [`/invitation/${link}`, { name: 'Mallory', password: FIRST_OWNER.password }],
    ];
    for (const [path, form] of forms) {
      const { cookie } = headers;
      expect((await send(path, form, { cookie, ...evil })).status, path).toBe(403);
      expect((await send(path, form, { cookie, origin: 'null' })).status, path).toBe(403);
    }
    expect(await isIn(headers)).toBe(true);
    expect(await (await get('/account', headers)).text()).not.toContain('Changed');
  });

  it('is slowed down for who guesses', async () => {
    const slow = createApp({
      config: { ...fresh.config, limits: { signIns: { perSecond: 0.01, burst: 3 } } },
      openDb: () => ({ db: fresh.db }),
    });
    const fields = { email: 'a@institute.example', password: 'guess' };
    const guesses = [];
    for (let n = 0; n < 4; n += 1) guesses.push((await send('/sign-in', fields, {}, slow)).status);
    expect(guesses).toEqual([401, 401, 401, 429]);
  });

  it('works with a link once, for one hour', async () => {
    const { email } = await newMember();
    mails.length = 0;
    await send('/sign-in/link', { email }, {}, mailing);
    const path = new URL(/http\S+/.exec(mails[0]!.text)![0]).pathname;
    for (let look = 0; look < 2; look += 1) expect((await get(path)).status).toBe(200);
    const used = await send(path, {});
    expect(used.status).toBe(303);
    expect(await isIn({ cookie: sessionOf(used) })).toBe(true);
    expect((await send(path, {})).status).toBe(410);
    await send('/sign-in/link', { email }, {}, mailing);
    const late = new URL(/http\S+/.exec(mails[1]!.text)![0]).pathname;
    await fresh.db
      .updateTable('verification')
      .set({ expires_at: new Date(0) })
      .execute();
    expect((await send(late, {})).status).toBe(410);
  });
});

describe('an account elsewhere', () => {
  it('lets in members and those who are invited, and nobody else', async () => {
    const clientSecret = 'between the two of them';
    const provider = await startProvider({ id: 'plenary', secret: clientSecret });
    const { issuer } = provider;
    const oidc = { name: 'City login', issuer, clientId: 'plenary', clientSecret };
    const app = createApp({
      config: { ...fresh.config, oidc },
      openDb: () => ({ db: fresh.db }),
    });
    /** The cookie of the session and where the browser ends up. */
    const enter = async (email: string, next: string, isSameBrowser = true) => {
      provider.email = email;
      const start = await app.request(`/sign-in/oidc?next=${encodeURIComponent(next)}`);
      const cookies = start.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
      const there = await fetch(start.headers.get('location')!, { redirect: 'manual' });
      const back = there.headers.get('location')!;
      const headers = { cookie: isSameBrowser ? cookies.join('; ') : '' };
      const done = await app.request(back, { headers });
      const cookie = done.headers.getSetCookie().find((set) => set.includes('plenary_session='));
      return { cookie: cookie?.split(';')[0], to: done.headers.get('location')! };
    };
    const member = await newMember();
    const known = await enter(member.email, '/studies/1');
    expect(new URL(known.to, 'http://localhost').pathname).toBe('/studies/1');
    expect(await isIn({ cookie: known.cookie! })).toBe(true);
    expect((await signIn(member.email)).status).toBe(303);
    const forged = await enter(member.email, '/studies/1', false);
    expect(forged.cookie).toBeUndefined();
    const stranger = await enter('stranger@elsewhere.example', 'https://evil.example');
    expect(stranger.cookie).toBeUndefined();
    expect(stranger.to).toContain('/sign-in/oidc/failed');
    const token = await invited('guest@elsewhere.example');
    const guest = await enter('guest@elsewhere.example', `/invitation/${token}`);
    const headers = { cookie: guest.cookie!, origin: 'http://localhost' };
    expect(await isIn(headers)).toBe(false);
    expect((await send(`/invitation/${token}`, {}, headers)).status).toBe(303);
    expect(await isIn(headers)).toBe(true);
    provider.close();
  });
});

describe('a password', () => {
  it('is set anew with a link once, which ends every session', async () => {
    const { email, headers } = await newMember();
    mails.length = 0;
    await send('/forgotten', { email }, {}, mailing);
    const path = new URL(/http\S+/.exec(mails[0]!.text)![0]).pathname;
    expect((await send(path, { password: 'short' })).status).toBe(422);
    expect((await send(path, { password: 'another long sentence' })).status).toBe(200);
    expect((await send(path, { password: 'a third long sentence' })).status).toBe(410);
    expect(await isIn(headers)).toBe(false);
    expect((await signIn(email)).status).toBe(401);
    expect((await signIn(email, 'another long sentence')).status).toBe(303);
  });

  it('is changed by who knows it, and every other browser is signed out', async () => {
    const { email, headers } = await newMember();
    const elsewhere = { cookie: sessionOf(await signIn(email)) };
    const change = (currentPassword: string) =>
      send('/account/password', { currentPassword, newPassword: 'a new long sentence' }, headers);
    expect((await change('wrong')).status).toBe(422);
    expect(await isIn(elsewhere)).toBe(true);
    const changed = await change(FIRST_OWNER.password);
    expect(changed.status).toBe(303);
    expect(await isIn(elsewhere)).toBe(false);
    expect(await isIn(headers)).toBe(false);
    expect(await isIn({ cookie: sessionOf(changed) })).toBe(true);
  });

  it('is stored as a slow hash, and no link or token in the clear', async () => {
    const { email } = await newMember();
    mails.length = 0;
    await send('/sign-in/link', { email }, {}, mailing);
    await send('/forgotten', { email }, {}, mailing);
    const invitation = await invited('hashed@institute.example');
    const rows = await Promise.all(
      (['account', 'verification', 'invitation', 'api_token'] as const).map((table) =>
        fresh.db.selectFrom(table).selectAll().execute(),
      ),
    );
    const stored = JSON.stringify(rows);
    const links = mails.map(({ text }) => new URL(/http\S+/.exec(text)![0]).pathname);
    const secrets = links.map((path) => path.split('/').at(-1)!);
    expect(secrets).toHaveLength(2);
    for (const secret of [...secrets, invitation, fresh.token, FIRST_OWNER.password]) {
      expect(stored).not.toContain(secret.replace('plenary_', ''));
    }
  });
});

describe('a session', () => {
  it('is listed with its device and ended by its person, and by nobody else', async () => {
    const { email, headers } = await newMember();
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    const fields = { email, password: FIRST_OWNER.password };
    const other = { cookie: sessionOf(await send('/sign-in', fields, { 'user-agent': agent })) };
    const page = await (await get('/account', headers)).text();
    expect(page).toContain('Firefox on Linux');
    const ids = [...page.matchAll(/name="session" value="([0-9a-f-]{36})"/g)].map(([, id]) => id!);
    expect(ids).toHaveLength(1);
    const stranger = await newMember();
    await send('/account/sessions', { session: ids[0]! }, stranger.headers);
    expect(await isIn(other)).toBe(true);
    await send('/account/sessions', { session: ids[0]! }, headers);
    expect(await isIn(other)).toBe(false);
    expect(await isIn(headers)).toBe(true);
  });

  it('is left when all others are ended', async () => {
    const { email, headers } = await newMember();
    const others = [await signIn(email), await signIn(email)].map((answer) => ({
      cookie: sessionOf(answer),
    }));
    await send('/account/sessions', { session: 'others' }, headers);
    expect(await Promise.all([headers, ...others].map(isIn))).toEqual([true, false, false]);
  });

  it('is over after thirty days, and at once when its person leaves', async () => {
    const { headers, personId } = await newMember();
    ahead = 29 * DAY;
    expect(await isIn(headers)).toBe(true);
    ahead = 30 * DAY + 1000;
    expect(await isIn(headers)).toBe(false);
    ahead = 0;
    const { organisationId } = institute;
    await changeMember(fresh.db, { organisationId, personId, role: null });
    expect(await isIn(headers)).toBe(false);
  });
});

describe('an invitation', () => {
  it('lets in the address that it is for, once', async () => {
    const email = 'once@institute.example';
    const token = await invited(email);
    const person = { name: 'Once', password: FIRST_OWNER.password };
    const entries = [
      await send(`/invitation/${token}`, person),
      await send(`/invitation/${token}`, person),
    ];
    expect(entries.map(({ status }) => status)).toEqual([303, 410]);
    const session = await get('/api/session', { cookie: sessionOf(entries[0]!) });
    expect(await session.json()).toMatchObject({
      role: 'viewer',
      organisation: { id: institute.organisationId },
    });
  });

  it('is of no use to another address', async () => {
    const other = await newMember();
    const token = await invited('meant@institute.example');
    const refused = await send(`/invitation/${token}`, {}, other.headers);
    expect(refused.status).toBe(403);
    const members = await listMembers(fresh.db, institute.organisationId);
    expect(members.find(({ email }) => email === 'meant@institute.example')).toBeUndefined();
    expect((await get(`/invitation/${token}`)).status).toBe(200);
  });

  it('ends after a week, when it is withdrawn, and when another one is sent', async () => {
    const email = 'late@institute.example';
    const first = await invited(email);
    const second = await invited(email);
    expect((await get(`/invitation/${first}`)).status).toBe(410);
    expect((await get(`/invitation/${second}`)).status).toBe(200);
    ahead = 7 * DAY + 1000;
    expect((await get(`/invitation/${second}`)).status).toBe(410);
    expect((await send(`/invitation/${second}`, { name: 'Late' })).status).toBe(410);
    ahead = 0;
    const page = await (await get('/people', institute.members.owner.headers)).text();
    const id = new RegExp(`value="([0-9a-f-]{36})" aria-label="[^"]*${email}`).exec(page)![1]!;
    await send('/people/withdraw', { invitation: id }, institute.members.owner.headers);
    expect((await get(`/invitation/${second}`)).status).toBe(410);
  });

  it('is mailed where there is a service, else shown to the owner once', async () => {
    const { headers } = institute.members.owner;
    mails.length = 0;
    const fields = { email: 'New@Institute.example', role: 'designer' };
    const shown = await (await send('/people/invite', fields, headers)).text();
    expect(shown).toMatch(/\/invitation\/[0-9A-Za-z]{43}/);
    expect(await (await get('/people', headers)).text()).not.toContain('/invitation/');
    const mailed = await (await send('/people/invite', fields, headers, mailing)).text();
    expect(mailed).not.toContain('/invitation/');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: 'new@institute.example' });
  });

  it('lets somebody into a second organisation, between which they switch', async () => {
    const person = await newMember('owner');
    const studio = await organisationOf(fresh, `Studio${(number += 1)}`, []);
    const token = await createInvitation(
      fresh.db,
      { organisationId: studio.organisationId, email: person.email, role: 'viewer' },
      fresh.config.now(),
    );
    expect((await send(`/invitation/${token}`, {}, person.headers)).status).toBe(303);
    const where = async () => {
      const { role, organisation } = (await (await get('/api/session', person.headers)).json()) as {
        role: string;
        organisation: { id: string };
      };
      return [role, organisation.id];
    };
    expect(await where()).toEqual(['viewer', studio.organisationId]);
    const back = { organisation: institute.organisationId };
    expect((await send('/account/organisation', back, person.headers)).status).toBe(303);
    expect(await where()).toEqual(['owner', institute.organisationId]);
    const elsewhere = {
      organisation: (await organisationOf(fresh, `Alien${number}`, [])).organisationId,
    };
    expect((await send('/account/organisation', elsewhere, person.headers)).status).toBe(404);
  });
});

describe('an organisation', () => {
  it('keeps at least one owner, also when two remove each other at once', async () => {
    const { organisationId, members } = await organisationOf(fresh, `Duo${(number += 1)}`, [
      'owner',
      'designer',
    ]);
    const owner = members.owner;
    const act = (path: string, by: SignedInMember, fields: Record<string, string>) =>
      send(path, fields, by.headers);
    expect((await act('/people/remove', owner, { person: owner.personId })).status).toBe(409);
    const viewer = { person: owner.personId, role: 'viewer' };
    expect((await act('/people/role', owner, viewer)).status).toBe(409);
    const second = members.designer;
    await act('/people/role', owner, { person: second.personId, role: 'owner' });
    await Promise.all([
      act('/people/remove', owner, { person: second.personId }),
      act('/people/remove', second, { person: owner.personId }),
    ]);
    const left = await listMembers(fresh.db, organisationId);
    expect(left.filter(({ role }) => role === 'owner')).toHaveLength(1);
  });

  it('changes nobody of another one, and gives no link for who works elsewhere too', async () => {
    const { owner } = institute.members;
    const studio = await organisationOf(fresh, `Other${(number += 1)}`, ['viewer']);
    const stranger = studio.members.viewer;
    for (const path of ['/people/remove', '/people/link']) {
      const answer = await send(path, { person: stranger.personId }, owner.headers);
      expect(answer.status, path).toBe(404);
    }
    await join(fresh, { ...institute, personId: stranger.personId, role: 'viewer' });
    const link = await send('/people/link', { person: stranger.personId }, owner.headers);
    expect(link.status).toBe(404);
  });

  it('gets sign-in links for its people where there is no mail, which work once', async () => {
    const { owner } = institute.members;
    const { personId } = await newMember();
    const page = await send('/people/link', { person: personId }, owner.headers);
    const text = await page.text();
    const path = /\/sign-in\/link\/\w+/.exec(text)![0];
    expect((await send(path, {})).status).toBe(303);
    expect((await send(path, {})).status).toBe(410);
    expect(text).toMatch(/\/reset\/\w+/);
    const mailed = await send('/people/link', { person: personId }, owner.headers, mailing);
    expect(mailed.status).toBe(404);
  });
});

describe('a token', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const makes = async (by: SignedInMember, body: Record<string, unknown>) => {
    const made = await fresh.app.request('/api/tokens', {
      method: 'POST',
      headers: { ...by.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Mine', ...body }),
    });
    return { status: made.status, ...((await made.json()) as { id: string; token: string }) };
  };

  it('never does more than who made it', async () => {
    const designer = institute.members.designer;
    expect((await makes(designer, { role: 'owner' })).status).toBe(403);
    const person = await newMember('owner');
    const { token } = await makes(person, { role: 'owner' });
    expect((await get('/api/tokens', bearer(token))).status).toBe(200);
    const { organisationId } = institute;
    const { personId } = person;
    await changeMember(fresh.db, { organisationId, personId, role: 'viewer' });
    expect((await get('/api/tokens', bearer(token))).status).toBe(403);
    expect((await get('/api/studies', bearer(token))).status).toBe(200);
    await changeMember(fresh.db, { organisationId, personId, role: null });
    expect((await get('/api/studies', bearer(token))).status).toBe(401);
  });

  it('ends on its day, and when it is revoked by who may', async () => {
    const { designer, owner } = institute.members;
    const expiresAt = new Date(Date.now() + 30 * DAY).toISOString();
    const made = await makes(designer, { role: 'designer', expiresAt });
    ahead = 29 * DAY;
    expect((await get('/api/studies', bearer(made.token))).status).toBe(200);
    ahead = 30 * DAY + 1000;
    expect((await get('/api/studies', bearer(made.token))).status).toBe(401);
    ahead = 0;
    const revoke = (by: Record<string, string>) =>
      fresh.app.request(`/api/tokens/${made.id}`, { method: 'DELETE', headers: by });
    const stranger = await organisationOf(fresh, `Foreign${(number += 1)}`, ['owner']);
    expect((await revoke(stranger.members.owner.headers)).status).toBe(404);
    expect((await revoke((await newMember('designer')).headers)).status).toBe(404);
    expect((await revoke(owner.headers)).status).toBe(204);
    expect((await get('/api/studies', bearer(made.token))).status).toBe(401);
    const past = { role: 'viewer', expiresAt: new Date(Date.now() - DAY).toISOString() };
    expect((await makes(designer, past)).status).toBe(422);
  });

  it('is made on a page, where it is shown once', async () => {
    const { headers } = institute.members.designer;
    const fields = { name: 'Export', role: 'viewer', scope: 'export', study: '', days: '30' };
    const page = await (await send('/tokens', fields, headers)).text();
    const token = /plenary_[0-9A-Za-z]{43}/.exec(page)![0];
    expect(await (await get('/tokens', headers)).text()).not.toContain(token);
    expect((await get('/api/studies', bearer(token))).status).toBe(403);
    const foreign = await createToken(fresh.db, { name: 'Elsewhere', role: 'owner' }, new Date());
    expect(await (await get('/tokens', headers)).text()).not.toContain(foreign.id);
  });

  it('that would end makes none that lasts longer', async () => {
    const expiresAt = new Date(Date.now() + DAY);
    const { organisationId } = institute;
    const rights = { name: 'Short', role: 'owner' as const, organisationId, expiresAt };
    const { token } = await createToken(fresh.db, rights, new Date());
    const made = await fresh.app.request('/api/tokens', {
      method: 'POST',
      headers: { ...bearer(token), 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Longer' }),
    });
    expect(await made.json()).toMatchObject({ expiresAt: expiresAt.toISOString() });
  });
});
