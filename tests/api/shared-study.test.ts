import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mail } from '../../src/http/mail.ts';
import { createStudy } from '../../src/db/studies.ts';
import { createToken } from '../../src/db/tokens.ts';
import { optionsOf } from '../../src/survey/question-options.ts';
import { template } from '../../src/survey/templates.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { formBody } from '../first-owner.ts';
import { organisationOf } from '../organisation-members.ts';
import { phone, WORKSHOP } from './room-study.ts';

type Organisation = Awaited<ReturnType<typeof organisationOf>>;
type Headers = Record<string, string>;

const often = { perSecond: 1e6, burst: 1e6 };
const sent: Mail[] = [];
let fresh: FreshApp;
let cluster: Organisation;
let partner: Organisation;
let study: { id: string; joinCode: string };

beforeAll(async () => {
  fresh = await freshApp({
    limits: { signIns: often, submissions: often, calls: often },
    sendMail: (mail) => Promise.resolve(void sent.push(mail)),
  });
  cluster = await organisationOf(fresh, 'Cluster', ['owner', 'designer']);
  partner = await organisationOf(fresh, 'Partner');
  const definition = template('smart-city-programme-manager')!;
  study = await createStudy(fresh.db, {
    definition,
    now: fresh.config.now(),
    organisationId: cluster.organisationId,
  });
});
afterAll(() => fresh.close());

const ask = async (headers: Headers, path: string, body?: unknown, method?: string) =>
  fresh.app.request(path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const form = (headers: Headers, path: string, fields: Record<string, string> = {}) => {
  const sending = formBody(fields);
  return fresh.app.request(path, { ...sending, headers: { ...sending.headers, ...headers } });
};
const read = async <T>(headers: Headers, path: string) =>
  (await (await ask(headers, path)).json()) as T;
const api = () => `/api/studies/${study.id}`;

/** The link of a new invitation, below the site's address. */
async function invited(role: string): Promise<string> {
  const made = await ask(cluster.members.owner.headers, `${api()}/partners`, { role });
  expect(made.status, await made.clone().text()).toBe(201);
  const { link } = (await made.json()) as { link: string };
  return new URL(link).pathname;
}

interface Listed {
  studies: { id: string; sharedBy: string | null }[];
}

describe('a study of several organisations', () => {
  it('S22: comes to a partner by a link that its owner accepts, once', async () => {
    const [owner, theirs] = [cluster.members.owner.headers, partner.members.owner.headers];
    expect((await ask(theirs, api())).status).toBe(404);
    const path = await invited('facilitator');
    const offer = await (await ask(theirs, `${path}?lang=en`)).text();
    expect(offer).toContain('Cluster invites your organisation');
    expect((await ask(partner.members.designer.headers, path)).status).toBe(403);
    expect((await ask({}, path)).status).toBe(401);
    expect((await form(owner, path)).status).toBe(409);

    const accepted = await form(theirs, path);
    expect(accepted.headers.get('location')).toBe(`/studies/${study.id}`);
    expect((await ask(theirs, path)).status).toBe(410);
    expect((await form(theirs, path)).status).toBe(404);

    const list = await read<Listed>(partner.members.viewer.headers, '/api/studies');
    expect(list.studies).toMatchObject([{ id: study.id, sharedBy: 'Cluster' }]);
    expect((await read<Listed>(owner, '/api/studies')).studies).toMatchObject([{ sharedBy: null }]);
    const page = await ask(partner.members.viewer.headers, '/studies?lang=en');
    expect(await page.text()).toContain('Shared by Cluster');
    const partners = await read(theirs, `${api()}/partners`);
    expect(partners).toMatchObject({
      owner: 'Cluster',
      partners: [{ organisation: { name: 'Partner' }, role: 'facilitator' }],
      invitations: [],
    });
  });

  it('S22: a partner does what both its own and the granted role allow, and never what stays with the owner', async () => {
    const { owner, viewer, designer } = partner.members;
    const open = (headers: Headers) => ask(headers, `${api()}/open`, {});
    expect((await open(viewer.headers)).status).toBe(403);
    expect((await open(designer.headers)).status).toBe(200);
    const edit = { definition: template('smart-city-programme-manager')!, revision: 1 };
    expect((await ask(owner.headers, api(), edit, 'PATCH')).status).toBe(403);
    await ask(
      cluster.members.owner.headers,
      `${api()}/partners/${partner.organisationId}`,
      { role: 'designer' },
      'PATCH',
    );
    expect((await ask(designer.headers, api(), edit, 'PATCH')).status).toBe(200);
    for (const [path, method] of [
      ['', 'DELETE'],
      ['/invitations.csv', 'GET'],
      ['/webhooks', 'GET'],
    ] as const) {
      const refused = await ask(owner.headers, `${api()}${path}`, undefined, method);
      expect(refused.status, path).toBe(403);
      expect(await refused.text()).toContain('Only the organisation that owns the study');
    }
    const passedOn = await ask(owner.headers, `${api()}/partners`, { role: 'viewer' });
    expect(passedOn.status).toBe(403);
    const pages = `/studies/${study.id}`;
    const theirs = await (await ask(owner.headers, `${pages}?lang=en`)).text();
    expect(theirs).not.toContain(`${pages}/delete`);
    expect(theirs).toContain(`${pages}/close`);
    const share = await (await ask(owner.headers, `${pages}/share?lang=en`)).text();
    expect(share).toContain(`${pages}/share/partners/leave`);
    expect(share).not.toContain(`${pages}/share/partners/invite`);
  });

  it('S22: organisations see each other’s events, each with who organises it', async () => {
    const theirs = partner.members.facilitator.headers;
    const made = await ask(theirs, `${api()}/events`, WORKSHOP);
    expect(made.status, await made.clone().text()).toBe(201);
    const own = { ...WORKSHOP, name: 'Kick-off' };
    await ask(cluster.members.designer.headers, `${api()}/events`, own);
    for (const { headers } of [cluster.members.designer, partner.members.viewer]) {
      const { events } = await read<{ events: unknown[] }>(headers, `${api()}/events`);
      expect(events).toHaveLength(2);
      expect(events).toMatchObject(
        expect.arrayContaining([
          expect.objectContaining({ name: WORKSHOP.name, organiser: 'Partner' }),
          expect.objectContaining({ name: 'Kick-off', organiser: 'Cluster' }),
        ]) as object,
      );
      const page = await (await ask(headers, `/studies/${study.id}/room?lang=en`)).text();
      expect(page).toContain('Organised by Partner');
    }
  });

  it('S22: contacts that people leave are for the owner’s eyes', async () => {
    const owner = cluster.members.owner.headers;
    const { events } = await read<{ events: { id: string }[] }>(owner, `${api()}/events`);
    const event = events[0]!.id;
    const about = {
      isPublic: true,
      isOpen: true,
      partners: [],
      sessions: [{ id: 'talk', title: 'Talk', way: 'either', half: 'either', capacity: 9 }],
      revision: 0,
    };
    await ask(owner, `${api()}/events/${event}/public`, about, 'PUT');
    const contact = 'ann@example.org';
    const registered = await ask({}, `/api/join/${study.joinCode}/registrations/${event}`, {
      code: 'ABCDEFGH2345',
      preferences: ['talk'],
      contact,
    });
    expect(registered.status, await registered.clone().text()).toBe(200);
    const page = `/studies/${study.id}/room/${event}/registration?lang=en`;
    expect(await (await ask(owner, page)).text()).toContain(contact);
    const theirs = await ask(partner.members.owner.headers, page);
    expect(theirs.status).toBe(200);
    expect(await theirs.text()).not.toContain(contact);
  });

  it('S22: either side ends it at once, also for tokens; events stay', async () => {
    const { owner } = partner.members;
    const { token } = await createToken(
      fresh.db,
      { name: 'Theirs', role: 'designer', organisationId: partner.organisationId },
      new Date(),
    );
    const byToken = { authorization: `Bearer ${token}` };
    expect((await ask(byToken, api())).status).toBe(200);
    const leave = `/studies/${study.id}/share/partners/leave`;
    expect((await form(partner.members.designer.headers, leave)).status).toBe(403);
    expect((await form(cluster.members.owner.headers, leave)).status).toBe(403);
    expect((await form(owner.headers, leave)).status).toBe(303);
    for (const headers of [byToken, owner.headers]) {
      expect((await ask(headers, api())).status).toBe(404);
    }

    await form(owner.headers, await invited('viewer'));
    expect((await ask(owner.headers, api())).status).toBe(200);
    const sharing = `${api()}/partners/${partner.organisationId}`;
    const ended = await ask(cluster.members.owner.headers, sharing, undefined, 'DELETE');
    expect(ended.status).toBe(204);
    expect((await ask(owner.headers, api())).status).toBe(404);
    const { events } = await read<{ events: unknown[] }>(
      cluster.members.owner.headers,
      `${api()}/events`,
    );
    expect(events).toHaveLength(2);
  });

  it('S22: an invitation goes by e-mail, can be withdrawn, and ends with its time', async () => {
    const { owner } = cluster.members;
    const invite = `/studies/${study.id}/share/partners/invite`;
    const wrong = { role: 'viewer', partnerEmail: 'nobody' };
    expect((await form(owner.headers, invite, wrong)).status).toBe(422);
    const right = { role: 'viewer', partnerEmail: 'Owner@partner.example' };
    const done = await form(owner.headers, `${invite}?lang=en`, right);
    expect(await done.text()).toContain('owner@partner.example');
    expect(sent).toHaveLength(1);
    expect(sent[0]!.to).toBe('owner@partner.example');
    const path = /\/partnership\/\w+/.exec(sent[0]!.text)![0];
    const { invitations } = await read<{ invitations: { id: string }[] }>(
      owner.headers,
      `${api()}/partners`,
    );
    expect(invitations).toHaveLength(1);
    const withdrawn = `${api()}/partners/invitations/${invitations[0]!.id}`;
    expect((await ask(owner.headers, withdrawn, undefined, 'DELETE')).status).toBe(204);
    expect((await form(partner.members.owner.headers, path)).status).toBe(404);

    const late = await invited('viewer');
    fresh.setNow(new Date(fresh.config.now().getTime() + 15 * 86_400_000));
    const theirs = await organisationOf(fresh, 'Late', ['owner']);
    expect((await ask(theirs.members.owner.headers, late)).status).toBe(410);
    expect((await form(theirs.members.owner.headers, late)).status).toBe(404);
  });
});

describe('an event of several organisations', () => {
  const speaker = 'Moderator: Sebastiano Toffaletti, European DIGITAL SME Alliance';
  const fields = { timeZone: 'Europe/Lisbon', place: 'Évora', series: 'Summit', seriesNumber: '1' };
  let event: string;
  let room: string;

  beforeAll(async () => {
    const { headers } = cluster.members.owner;
    await ask(headers, `${api()}/open`, {});
    const body = {
      name: 'Innovation gaps',
      startsAt: '2026-12-10T14:00:00Z',
      endsAt: '2026-12-10T16:45:00Z',
      timeZone: 'Europe/Lisbon',
      agenda: [
        { id: 'wrap-up', kind: 'plenary', title: titled('Wrap up'), start: '15:10', minutes: 5 },
        { id: 'aurora', kind: 'plenary', title: titled('AURORAL'), start: '15:25', minutes: 10 },
        { id: 'rooms', kind: 'tables', title: titled('Rooms'), start: '15:40', minutes: 40 },
      ],
    };
    const made = await ask(headers, `${api()}/events`, body);
    expect(made.status, await made.clone().text()).toBe(201);
    event = ((await made.json()) as { id: string }).id;
    room = `/studies/${study.id}/room/${event}`;
  });

  it('A1: has an agenda with gaps, and speakers with role and organisation, on its public page', async () => {
    const { headers } = cluster.members.owner;
    const items = [
      ['wrap-up', 'Wrap up', '15:10', '5', ''],
      ['aurora', 'AURORAL', '15:25', '10', speaker],
      ['rooms', 'Rooms', '15:40', '40', '?'],
    ].flatMap(([id, title, start, minutes, speakers], at) =>
      Object.entries({ id, title, start, minutes, speakers }).map(([name, value]) => [
        `item.${at}.${name}`,
        value!,
      ]),
    );
    const saved = await form(headers, `${room}/edit`, {
      ...fields,
      edition: '1',
      name: 'Innovation gaps',
      startsAt: '2026-12-10T14:00',
      endsAt: '2026-12-10T16:45',
      ...(Object.fromEntries(items) as Record<string, string>),
    });
    expect(saved.status).toBe(303);
    const { agenda, ...facts } = await read<{ agenda: { speakers: object[] }[] }>(
      headers,
      `${api()}/events/${event}`,
    );
    expect(facts).toMatchObject({ series: 'Summit', seriesNumber: 1, organiser: 'Cluster' });
    expect(agenda.map(({ speakers }) => speakers)).toEqual([
      [],
      [
        {
          name: 'Sebastiano Toffaletti',
          organisation: 'European DIGITAL SME Alliance',
          role: 'Moderator',
        },
      ],
      [{ name: null, organisation: null, role: null }],
    ]);
    expect(await (await ask(headers, `${room}/edit?lang=en`)).text()).toContain(speaker);
    const partners = [
      { name: 'SINTEF', role: 'organiser', url: 'https://sintef.example/' },
      { name: 'Side-event club', role: 'side-event' },
    ];
    const about = { isPublic: true, isOpen: false, partners, sessions: [], revision: 0 };
    const told = await ask(headers, `${api()}/events/${event}/public`, about, 'PUT');
    expect(told.status, await told.clone().text()).toBe(200);
    const page = await ask({}, `/j/${study.joinCode}/event/${event}?lang=en`);
    const html = await page.text();
    const words = ['15:10–15:15', '15:25–15:35', speaker, 'Summit #1', 'SINTEF', 'Side-event club'];
    for (const text of words) expect(html).toContain(text);
    expect(html).toContain('href="https://sintef.example/"');
  });

  it('A2: has online rooms, each with a link and one or more moderators', async () => {
    const { headers } = cluster.members.owner;
    const made = await ask(headers, `${api()}/events/${event}/tables`, {
      count: 2,
      kind: 'online',
      name: 'Room',
    });
    const { tables } = (await made.json()) as { tables: { id: string; code: string }[] };
    const [one] = tables;
    const link = 'https://meet.example/one';
    const done = await form(headers, room, {
      do: 'table',
      table: one!.id,
      name: 'Room 1',
      link,
      moderators: 'Ana Silva, SINTEF\nTom Berg, DIGITAL SME',
    });
    expect(done.headers.get('location')).not.toContain('notice');
    const overview = await read<{ tables: object[] }>(headers, `${api()}/events/${event}/overview`);
    expect(overview.tables[0]).toMatchObject({
      kind: 'online',
      link,
      moderators: [
        { name: 'Ana Silva', organisation: 'SINTEF' },
        { name: 'Tom Berg', organisation: 'DIGITAL SME' },
      ],
    });
    const { revision } = await read<{ revision: number }>(headers, `${api()}/events/${event}`);
    await ask(headers, `${api()}/events/${event}/actions`, { action: 'start', revision });
    const guest = phone(fresh, study.joinCode);
    expect((await guest.join({ table: one!.code })).status).toBeLessThan(300);
    const seat = `/j/${study.joinCode}/seat/${event}?me=${guest.code}&lang=en`;
    const html = await (await ask({}, seat)).text();
    expect(html).toContain('Ana Silva, SINTEF · Tom Berg, DIGITAL SME');
    expect(html).toContain(link);
  });

  it('S21: says who pays and what happens to answers, and sets no cookie', async () => {
    const code = study.joinCode;
    for (const path of [`/j/${code}?alone&lang=en`, `/j/${code}?alone&lang=es`]) {
      const page = await ask({}, path);
      expect(page.status).toBe(200);
      expect(page.headers.getSetCookie()).toEqual([]);
      const html = await page.text();
      expect(html).toContain('783412');
      expect(html).toContain('class="card consent"');
    }
    const page = await (await ask({}, `/j/${code}?alone&lang=en`)).text();
    expect(page).toContain(`/event/${event}?lang=en`);
    for (const path of [`/j/${code}/event/${event}`, `/j/${code}/room`, `/j/${code}/receipt`]) {
      const other = await ask({}, path);
      expect(other.headers.getSetCookie(), path).toEqual([]);
      expect(other.status, path).toBeLessThan(400);
    }
  });

  it('S4: the door asks for every way to divide people, countries too, and seating mixes by them', async () => {
    const guest = `/j/${study.joinCode}/e/${event}?lang=en`;
    const html = await (await ask({}, guest)).text();
    expect(html).toContain('More about you');
    expect(html).toContain('<option value="PT">Portugal</option>');
    const one = phone(fresh, study.joinCode);
    const answers = { country: 'PT', role: 'student' };
    expect((await one.join({ event, answers })).status).toBeLessThan(300);
    const { headers } = cluster.members.owner;
    const { people } = await read<{ people: { answers: object }[] }>(
      headers,
      `${api()}/events/${event}/people`,
    );
    expect(people.map((person) => person.answers)).toContainEqual(answers);
    const page = await (await ask(headers, `${room}/seating?lang=en`)).text();
    expect(page).toContain('name="weight.country"');
  });

  it('F4: the skills gap of local businesses stands for themselves', async () => {
    const definition = template('local-digital-skills')!;
    const { organisationId } = cluster;
    const made = await createStudy(fresh.db, {
      definition,
      now: fresh.config.now(),
      organisationId,
    });
    const { headers } = cluster.members.owner;
    await ask(headers, `/api/studies/${made.id}/open`, {});
    const skills = definition.lists['skills']!.map(({ id }) => id);
    const optionsIn = (question: string) =>
      optionsOf(
        definition,
        definition.questions.find(({ id }) => id === question)!,
      ).map(({ id }) => id);
    const rate = (value: number) => Object.fromEntries(skills.map((id) => [id, value]));
    for (let n = 0; n < 10; n += 1) {
      const isSme = n < 5;
      const answers = {
        role: 'company-manager',
        'organisation-type': isSme ? 'sme' : 'municipality',
        country: 'ES',
        'area-type': 'city',
        participation: [optionsIn('participation')[0]!],
        ...Object.fromEntries(
          ['skill-ranking', 'topic-ranking', 'factor-ranking'].map((id) => [
            id,
            optionsIn(id)
              .slice(0, id === 'topic-ranking' ? 3 : undefined)
              .map((option) => [option]),
          ]),
        ),
        'skill-importance': rate(5),
        'skill-level': rate(isSme ? 1 : 4),
      };
      const { joinCode } = made;
      const body = { joinCode, revision: 1, locale: 'en', answers };
      const stored = await ask({}, `/api/responses/${crypto.randomUUID()}`, body, 'PUT');
      expect(stored.status, await stored.clone().text()).toBe(201);
    }
    await ask(headers, `/api/studies/${made.id}/close`, {});
    const { slices } = await read<{ slices: { key: string; rows: { mean: number }[] }[] }>(
      headers,
      `/api/studies/${made.id}/results?question=skill-level&by=organisation-type`,
    );
    const level = (key: string) =>
      slices.find((slice) => slice.key === `organisation-type:${key}`)!.rows[0]!.mean;
    expect([level('sme'), level('municipality')]).toEqual([1, 4]);
  });

  it('S20: contents, methods and stakeholders are three pages of results', async () => {
    const { headers } = cluster.members.owner;
    const pages = await Promise.all(
      ['competency-ranking', 'method-ranking', 'target-ranking'].map(async (question) => {
        const page = await ask(
          headers,
          `/studies/${study.id}/results?question=${question}&lang=en`,
        );
        expect(page.status).toBe(200);
        return /<h2 class="asked"[^>]*>([^<]*)/.exec(await page.text())?.[1];
      }),
    );
    const { questions } = template('smart-city-programme-manager')!;
    const titleOf = (id: string) => questions.find((one) => one.id === id)!.title.en;
    expect(pages).toEqual(['competency-ranking', 'method-ranking', 'target-ranking'].map(titleOf));
  });
});

function titled(text: string): Record<string, string> {
  const { languages } = template('smart-city-programme-manager')!;
  return Object.fromEntries(languages.map((language) => [language, text]));
}
