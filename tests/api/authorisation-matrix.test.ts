import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role, SharedRole } from '../../src/db/schema.ts';
import { createStudy, type Study } from '../../src/db/studies.ts';
import { createToken, ROLES, type Scope } from '../../src/db/tokens.ts';
import { Definition } from '../../src/survey/definition.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { organisationOf } from '../organisation-members.ts';
import { FOR_PARTNERS, MATRIX, NEEDED, type Rule } from './authorisation-matrix.ts';
import { smallDefinition } from './small-study.ts';

const often = { perSecond: 1e6, burst: 1e6 };
const small = Definition.parse(smallDefinition);
const SECRET_TITLE = 'A title that nobody else may see';

/** Somebody who asks, and how. */
interface Caller {
  name: string;
  role: Role | null;
  scope: Scope | null;
  isPerson: boolean;
  headers: Record<string, string>;
}

let fresh: FreshApp;
let callers: Caller[];
let own: string;
let foreign: Study;
let foreignOwner: Record<string, string>;
let ownOrganisation: string;

beforeAll(async () => {
  fresh = await freshApp({
    limits: { signIns: often, submissions: often, receipts: often, calls: often },
  });
  const [here, elsewhere] = [
    await organisationOf(fresh, 'Here'),
    await organisationOf(fresh, 'Elsewhere', ['owner']),
  ];
  ownOrganisation = here.organisationId;
  own = (await newStudy(here.organisationId, 'Our study')).id;
  foreign = await newStudy(elsewhere.organisationId, SECRET_TITLE);
  foreignOwner = elsewhere.members.owner.headers;
  const token = async (scope: Scope) => {
    const rights = { name: scope, role: 'designer' as const, scopes: [scope] };
    const made = await createToken(
      fresh.db,
      { ...rights, organisationId: ownOrganisation },
      new Date(),
    );
    return { authorization: `Bearer ${made.token}` };
  };
  callers = [
    { name: 'nobody', role: null, scope: null, isPerson: false, headers: {} },
    ...ROLES.map((role) => {
      const { headers } = here.members[role];
      return { name: `a ${role}`, role, scope: null, isPerson: true, headers: { ...headers } };
    }),
    ...(await Promise.all(
      (['read', 'run'] as const).map(async (scope) => ({
        name: `a designer’s token limited to ${scope}`,
        role: 'designer' as const,
        scope,
        isPerson: false,
        headers: await token(scope),
      })),
    )),
  ];
}, 120_000);
afterAll(() => fresh.close());

async function newStudy(organisationId: string, title: string): Promise<Study> {
  const definition = { ...small, title: { en: title } };
  return createStudy(fresh.db, { definition, now: fresh.config.now(), organisationId });
}

/** Routes that the app has now; wildcards are middleware. */
function routes(): string[] {
  const all = fresh.app.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
    .map(({ method, path }) => `${method} ${path}`);
  return [...new Set(all)];
}

interface Answer {
  status: number;
  /** With the study's id replaced, where the answer repeats the address. */
  body: string;
}

async function ask(route: string, study: string, headers: Record<string, string>): Promise<Answer> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern
    .replace('/studies/:id', `/studies/${study}`)
    .replace(':code', foreign.joinCode)
    .replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');
  const { query = '', json } = NEEDED[route] ?? {};
  const response = await fresh.app.request(path + query, {
    method,
    headers: { ...headers, ...typeOf(route, json) },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return { status: response.status, body: 'a stream' };
  }
  return { status: response.status, body: (await response.text()).replaceAll(study, 'ID') };
}

/** JSON where there is some; pages send forms. */
function typeOf(route: string, json: unknown): Record<string, string> {
  if (json !== undefined) return { 'content-type': 'application/json' };
  const isForm = route.startsWith('POST /') && !route.startsWith('POST /api/');
  return isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
}

/** 200 stands for every answer that the caller is allowed to have, also 422 for an empty body. */
function expected(rule: Rule, caller: Caller): 200 | 401 | 403 {
  if (rule === 'open') return 200;
  if (rule === 'person') return caller.isPerson ? 200 : 401;
  if (!caller.role) return 401;
  if (rule === 'partner') return 403;
  const [role, scope] = rule.split(' ') as [Role, Scope | '-'];
  if (ROLES.indexOf(caller.role) < ROLES.indexOf(role)) return 403;
  return caller.scope === null || caller.scope === scope ? 200 : 403;
}

/** The same for somebody whose organisation shares the study of another one. */
function expectedOfPartner(route: string, granted: SharedRole, caller: Caller): 200 | 403 {
  const rule = MATRIX[route]!;
  if (rule === 'partner') return caller.role === 'owner' && caller.scope === null ? 200 : 403;
  const kind = route.includes('/webhooks') ? 'never' : FOR_PARTNERS[route];
  if (kind === 'never') return 403;
  const least = Math.min(ROLES.indexOf(granted), ROLES.indexOf(caller.role!));
  const role = kind === 'own' ? caller.role : ROLES[least]!;
  return expected(rule, { ...caller, role }) === 200 ? 200 : 403;
}

function outcome(route: string, { status }: Answer): number {
  if (status === 401 || status === 403 || status >= 500) return status;
  // Elsewhere it may be something in the study that there is none of.
  const isOfStudyAlone = /^GET [^:]*\/studies\/:id[^:]*$/.test(route);
  return isOfStudyAlone && status === 404 ? 404 : 200;
}

function leaks({ body }: Answer): boolean {
  const { id, joinCode } = foreign;
  return [id, joinCode, formatJoinCode(joinCode), SECRET_TITLE].some((text) => body.includes(text));
}

it('has a line for every route, and none for a route that is gone', () => {
  const found = routes();
  const missing = found.filter((route) => !(route in MATRIX));
  const gone = Object.keys(MATRIX).filter((route) => !found.includes(route));
  const problems = [
    ...missing.map(
      (route) =>
        `${route}: say who may use it, in tests/api/authorisation-matrix.ts: '${route}': 'viewer read',`,
    ),
    ...gone.map((route) => `${route}: take its line out of tests/api/authorisation-matrix.ts`),
  ];
  expect(problems).toEqual([]);
});

it('lets every role do to its own studies what it may, and nothing else', async () => {
  const problems: string[] = [];
  for (const route of routes()) {
    const rule = MATRIX[route];
    if (!rule || rule === 'open') continue;
    for (const caller of callers) {
      const should = expected(rule, caller);
      const isChange = !route.startsWith('GET ') && route.includes('/studies/:id');
      const isNew = isChange && should === 200;
      const study = isNew ? (await newStudy(ownOrganisation, 'Our study')).id : own;
      const answer = await ask(route, study, caller.headers);
      if (outcome(route, answer) !== should) {
        problems.push(`${caller.name}: ${route} answers ${answer.status}, not ${should}`);
      }
      if (leaks(answer)) problems.push(`${caller.name}: ${route} tells of a foreign study`);
    }
  }
  expect(problems).toEqual([]);
}, 240_000);

it('S22: gives members of a partner organisation the lesser of their role and the granted one', async () => {
  const [nobody, ...people] = callers;
  const problems: string[] = [];
  for (const granted of ['viewer', 'facilitator', 'designer'] as const) {
    const study = await newStudy(foreign.organisationId, 'A shared study');
    const share = () =>
      fresh.db
        .insertInto('study_partner')
        .values({
          study_id: study.id,
          organisation_id: ownOrganisation,
          role: granted,
          since: fresh.config.now(),
        })
        .execute();
    await share();
    // Owners at every grant, which holds them back; whoever is held back by their own role at one.
    const asking = people.filter(
      ({ role, scope }) =>
        role === 'owner' ||
        (granted === 'facilitator' && (role === 'viewer' || scope !== null)) ||
        (granted === 'designer' && role === 'facilitator'),
    );
    for (const route of routes().filter((name) => name.includes('/studies/:id'))) {
      if (MATRIX[route] === undefined) continue;
      for (const caller of asking) {
        const should = expectedOfPartner(route, granted, caller);
        const answer = await ask(route, study.id, caller.headers);
        // What there is none of, there is none of for the owner either.
        const isNone =
          answer.status === 404 && (await ask(route, study.id, foreignOwner)).status === 404;
        if (!(isNone && should === 200) && outcome(route, answer) !== should) {
          const who = `${caller.name} of a partner that is a ${granted}`;
          problems.push(`${who}: ${route} answers ${answer.status}, not ${should}`);
        }
        if (MATRIX[route] === 'partner' && should === 200) await share();
      }
    }
    expect(await ask('GET /api/studies/:id', study.id, nobody!.headers)).toMatchObject({
      status: 401,
    });
  }
  expect(problems).toEqual([]);
}, 240_000);

it('answers for a foreign study as for a missing one, and changes nothing of it', async () => {
  const before = await stored();
  const problems: string[] = [];
  for (const route of routes().filter((name) => name.includes('/studies/:id'))) {
    if (MATRIX[route] === undefined) continue;
    for (const caller of callers) {
      const theirs = await ask(route, foreign.id, caller.headers);
      const missing = await ask(route, randomUUID(), caller.headers);
      const who = `${caller.name}: ${route}`;
      if (leaks(theirs)) problems.push(`${who} tells of a foreign study`);
      if (theirs.status !== missing.status || theirs.body !== missing.body) {
        problems.push(
          `${who} answers ${theirs.status} for a foreign study, ${missing.status} else`,
        );
      }
      if (theirs.status !== (caller.role ? 404 : 401)) {
        problems.push(`${who} answers ${theirs.status} for a foreign study`);
      }
    }
  }
  expect(problems).toEqual([]);
  expect(await stored()).toEqual(before);
}, 240_000);

it('tells nobody of a draft on what is open to everybody', async () => {
  const problems: string[] = [];
  for (const route of routes().filter((name) => MATRIX[name] === 'open')) {
    const answer = await ask(route, foreign.id, {});
    if (answer.body.includes(SECRET_TITLE) || answer.status >= 500) {
      problems.push(`${route} answers ${answer.status}`);
    }
  }
  expect(problems).toEqual([]);
});

it('keeps what an organisation makes within it', async () => {
  const before = await studiesOf(ownOrganisation);
  const json = { ...foreignOwner, 'content-type': 'application/json' };
  const form = { ...foreignOwner, 'content-type': 'application/x-www-form-urlencoded' };
  const csv = { ...foreignOwner, 'content-type': 'text/csv' };
  const made: [string, Record<string, string>, string][] = [
    ['/api/studies', json, JSON.stringify({ template: 'local-digital-skills' })],
    [`/api/studies/${foreign.id}/duplicate`, json, ''],
    ['/api/studies/import', csv, 'a,b\n1,2\n2,1\n'],
    ['/studies', form, 'template=local-digital-skills'],
  ];
  const elsewhere = await studiesOf(foreign.organisationId);
  for (const [path, headers, body] of made) {
    const { status } = await fresh.app.request(path, { method: 'POST', headers, body });
    expect([201, 303], path).toContain(status);
  }
  expect(await studiesOf(ownOrganisation)).toBe(before);
  expect(await studiesOf(foreign.organisationId)).toBe(elsewhere + made.length);
});

it('lets a token for one study know of no other', async () => {
  const other = await newStudy(ownOrganisation, SECRET_TITLE);
  const { token } = await createToken(
    fresh.db,
    { name: 'One', role: 'owner', studyId: own, organisationId: ownOrganisation },
    new Date(),
  );
  const headers = { authorization: `Bearer ${token}` };
  const status = async (path: string) => (await fresh.app.request(path, { headers })).status;
  expect(await status(`/api/studies/${own}`)).toBe(200);
  expect(await status(`/api/studies/${other.id}`)).toBe(404);
  expect(await status('/api/tokens')).toBe(403);
  const list = (await (await fresh.app.request('/api/studies', { headers })).json()) as {
    studies: { id: string }[];
  };
  expect(list.studies.map(({ id }) => id)).toEqual([own]);
});

async function stored(): Promise<unknown> {
  const { rows } = await sql`select * from study where id = ${foreign.id}`.execute(fresh.db);
  return { rows, n: await studiesOf(foreign.organisationId) };
}

async function studiesOf(organisationId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from study where organisation_id = ${organisationId}`.execute(fresh.db);
  return rows[0]!.n;
}
