import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../src/survey/language.ts';
import type { LocalStudy } from '../../src/survey/local-study.ts';
import { template } from '../../src/survey/templates.ts';
import type { ToldEvent } from '../api/room-study.ts';
import { openPage } from './browser.ts';
import { arrive, ask, together } from './events/attendee.ts';
import {
  act,
  exported,
  type Hall,
  makeEvent,
  openAlone,
  openHall,
  organiser,
  PHONE,
  press,
  shows,
  SOON,
  startStudy,
  told,
} from './events/hall.ts';
import { leastDissatisfaction, type Seeker } from './events/places.ts';
import { countsOf, rankedIn, readCsv, recount, type Row } from './events/recount.ts';
import { mouse } from './hand.ts';
import { answerAll, button, wordsIn } from './respondent.ts';

/**
 * “Focus Sessions #1 – Local actions tackling global challenges”: a full day of panels and side
 * events, where the best spot is found for everybody who registers, and a second edition. Some have
 * a phone in a browser, one of them without scripts; for the others the test sends what their pages
 * would send.
 */
const definition = template('local-digital-skills')!;
const RANKINGS = {
  'topic-ranking': 'topics',
  'skill-ranking': 'skills',
  'factor-ranking': 'factors',
};
const OPEN = [
  'role',
  'organisation-type',
  'country',
  'area-type',
  'participation',
  'people-reached',
  'skill-importance',
  'skill-level',
  ...Object.keys(RANKINGS),
];
const KINDS = ['municipality', 'region-province', 'national-eu', 'sme'];

const SESSIONS = [
  { title: 'Panel: connectivity for everybody', half: 'Morning', way: 'On site', capacity: 4 },
  { title: 'Side event: skills for local firms', half: 'Afternoon', way: 'On site', capacity: 4 },
  { title: 'Side event: smart villages', half: 'Morning', way: 'Online', capacity: 3 },
  {
    title: 'Panel: from small to large',
    half: 'Afternoon',
    way: 'On site and online',
    capacity: 4,
  },
] as const;

const PARTNERS = [
  ['Government of Catalonia', 'Organiser'],
  ['ESADE', 'Organiser of a side event'],
  ['Huawei', 'Sponsor'],
] as const;

let hall: Hall;
let study: { id: string; joinCode: string };
let first: { id: string; path: string };
let second: { id: string; path: string };
let desk: { page: Page; errors: string[] };
const ownPlaces: string[] = [];
const answered: { event: string; organisation: string; rankings: Record<string, string[]> }[] = [];

beforeAll(async () => {
  hall = await openHall('2022-11-16T08:30:00+01:00');
});
afterAll(() => hall?.close());

const api = (end: string) => `/api/studies/${study.id}${end}`;
const listed = (list: string) => definition.lists[list]!.map(({ id }) => id);

/** What the n-th of those who register asks for: places of sessions, the best first. */
function seeker(n: number): Seeker {
  const all = [0, 1, 2, 3];
  const from = n % 5 === 0 ? 3 : n % 3;
  return {
    wishes: [...all.slice(from), ...all.slice(0, from)].slice(0, 1 + (n % 3)),
    way: (['either', 'on-site', 'online'] as const)[n % 7 === 6 ? 2 : n % 2]!,
    half: (['either', 'morning', 'afternoon'] as const)[n % 4 === 3 ? 1 : n % 4 === 1 ? 2 : 0]!,
  };
}

describe('the full day of Focus Sessions', () => {
  test('F1, F10: an edition of a series has its sessions, its partners and a page for everybody', async () => {
    desk = await organiser(hall);
    study = await startStudy(hall, desk.page, definition.title.en!);
    first = await makeEvent(hall, desk.page, study, {
      Name: 'Focus Sessions #1 – Local actions tackling global challenges',
      Place: 'L’Hospitalet de Llobregat',
      Series: 'Focus Sessions',
      Start: '2022-11-16T09:00',
      End: '2022-11-16T18:00',
      'Time zone': 'Europe/Madrid',
    });
    const { page } = desk;
    await page.goto(`${hall.url}${first.path}/registration`);
    for (const some of [SESSIONS.slice(0, 3), SESSIONS.slice(3)]) {
      const from = some[0] === SESSIONS[0] ? 0 : 3;
      for (const [at, { title, half, way, capacity }] of some.entries()) {
        const field = (name: string) => page.locator(`[name="session.${from + at}.${name}"]`);
        await field('title').fill(title);
        await field('half').selectOption({ label: half });
        await field('way').selectOption({ label: way });
        await field('capacity').fill(String(capacity));
      }
      if (from === 0) {
        for (const [at, [name, role]] of PARTNERS.entries()) {
          await page.locator(`[name="partner.${at}.name"]`).fill(name);
          await page.locator(`[name="partner.${at}.role"]`).selectOption({ label: role });
        }
        await page.getByLabel('The event has a public page').check();
        await page.getByLabel('People can register').check();
      }
      await press(page, 'Save');
      await shows(page.getByRole('status'), 'Saved.');
    }
    await page.getByRole('link', { name: 'Open the public page' }).click();
    const words = await page.locator('.event-page').innerText();
    for (const { title } of SESSIONS) expect(words).toContain(title);
    for (const [name, role] of PARTNERS) expect(words).toMatch(new RegExp(`${role}\\s+${name}`));
    expect(words).toMatch(/16 November 2022.*09:00.*18:00/s);
  });

  test('F2: everybody registers with ranked wishes and half a day, without a script or an account', async () => {
    const address = `${hall.url}/j/${study.joinCode}/event/${first.id}`;
    for (let n = 0; n < 16; n += 1) {
      const { wishes, way, half } = seeker(n);
      if (n < 3) {
        const { page, errors } = await openPage(hall.browser, {
          ...PHONE,
          javaScriptEnabled: false,
        });
        await page.goto(address);
        for (const [at, wish] of wishes.entries()) {
          const menu = page.getByLabel(`Choice ${at + 1}`);
          const id = await menu
            .locator('option', { hasText: SESSIONS[wish]!.title })
            .getAttribute('value');
          await menu.selectOption(id!);
        }
        await page.locator(`input[name=way][value=${way}]`).check();
        await page.locator(`input[name=half][value=${half}]`).check();
        await press(page, 'Find your spot');
        await page.getByRole('heading', { level: 1, name: 'You are registered' }).waitFor(SOON);
        await shows(page.locator('#place'), 'not decided yet');
        ownPlaces.push(page.url());
        expect(errors).toEqual([]);
        expect(await page.context().cookies()).toEqual([]);
        await page.context().close();
      } else {
        const ids = await sessionIds();
        const choices = wishes.map((wish, at): [string, string] => [`wish.${at + 1}`, ids[wish]!]);
        const answer = await ask(address, {
          method: 'POST',
          redirect: 'manual',
          body: new URLSearchParams({
            lang: 'en',
            way,
            half,
            contact: '',
            ...Object.fromEntries(choices),
          }),
        });
        expect(answer.status).toBe(303);
        ownPlaces.push(new URL(answer.headers.get('location')!, hall.url).href);
      }
    }
  });

  test('F2: the best spots are proposed, nobody sees one before it is confirmed, none is too full', async () => {
    const { page } = desk;
    await page.goto(`${hall.url}${first.path}/registration`);
    await shows(page.locator('#spots'), '16 registrations');
    const { places, dissatisfaction } = await told<Spots>(hall, api(`/events/${first.id}/spots`));
    const ids = await sessionIds();
    const seekers = Array.from({ length: 16 }, (_, n) => seeker(n));
    const spots = SESSIONS.map(({ half, way, capacity }) => ({
      half: half === 'Morning' ? ('morning' as const) : ('afternoon' as const),
      way: WAYS[way],
      capacity,
    }));
    const best = leastDissatisfaction(seekers, spots);
    const placed = places.filter(({ session }) => session !== null);
    expect([placed.length, dissatisfaction]).toEqual([best.placed, best.sum]);
    for (const [at, { capacity }] of spots.entries()) {
      expect(places.filter(({ session }) => session === ids[at]).length).toBeLessThanOrEqual(
        capacity,
      );
    }
    await press(page, 'Confirm these places');
    await shows(page.getByRole('status'), 'The places are confirmed.');
    for (const [n, address] of ownPlaces.entries()) {
      const own = places.find(({ number }) => number === n + 1)!;
      const words = await (await ask(address)).text();
      const at = ids.indexOf(own.session ?? '');
      expect(words, address).toContain(
        at < 0 ? 'not decided yet' : `Your place: ${SESSIONS[at]!.title}`,
      );
    }
  });

  test('F3, F5, F9: people of all levels of government answer, in Catalan, and in Spanish without a script', async () => {
    const { page } = desk;
    await page.goto(`${hall.url}${first.path}`);
    hall.turnTo('2022-11-16T09:00:00+01:00');
    await act(page, 'Start the event');
    await openAlone(page, OPEN);
    await Promise.all([answerIn('ca', hall.browser, false), answerIn('es', hall.browser, true)]);
    await together(Array.from({ length: 22 }), (_, n) => answerAsked(first, n));
    await shows(page.locator('#present'), '24 joined');
  });

  test('F10: a second edition asks the same questions of other people', async () => {
    second = await makeEvent(hall, desk.page, study, {
      Name: 'Focus Sessions #2',
      Series: 'Focus Sessions',
      Start: '2023-03-01T09:00',
      End: '2023-03-01T18:00',
    });
    hall.turnTo('2023-03-01T09:00:00+01:00');
    await act(desk.page, 'Start the event');
    await openAlone(desk.page, OPEN);
    await together(Array.from({ length: 10 }), (_, n) => answerAsked(second, 50 + n));
    for (const event of [first, second]) {
      await desk.page.goto(`${hall.url}${event.path}`);
      await act(desk.page, 'End the event');
    }
    await desk.page.goto(`${hall.url}/studies/${study.id}`);
    await press(desk.page, 'Close the study');
    await desk.page.getByRole('button', { name: 'Open again' }).waitFor(SOON);
    expect(desk.errors).toEqual([]);
  });
});

describe('what is left of it', () => {
  let rows: Row[];
  const keys: Record<string, string> = {};
  const rankingsIn = (some: readonly Row[], question: string) =>
    some.map((row) => rankedIn(row, question)).filter((ranking) => ranking !== null);

  test('F7: every answer is in the open files once, and the interface is described in the open', async () => {
    rows = readCsv(await exported(hall, study.id, 'format=csv'));
    expect(rows).toHaveLength(answered.length + 2);
    const { responses } = JSON.parse(await exported(hall, study.id, 'format=json')) as {
      responses: { answers: Record<string, string[][]> }[];
    };
    expect(responses).toHaveLength(rows.length);
    const { events } = await told<{ events: ToldEvent[] }>(hall, api('/events'));
    for (const { id, key } of events) keys[id] = key;
    for (const event of [first, second]) {
      for (const question of Object.keys(RANKINGS)) {
        const own = rows.filter((row) => row['event'] === keys[event.id]);
        const asked = answered.filter((other) => other.event === event.id);
        const found = rankingsIn(own, question).map(String);
        for (const { rankings } of asked) expect(found).toContain(String(rankings[question]));
      }
    }
    const description = await (await ask(`${hall.url}/openapi.json`)).json();
    expect((description as { openapi: string }).openapi).toMatch(/^3\.1/);
  });

  test('F10: each edition’s order, agreement and number is what the file gives', async () => {
    for (const event of [first, second]) {
      const own = rows.filter((row) => row['event'] === keys[event.id]);
      for (const [question, list] of Object.entries(RANKINGS)) {
        const path = `/results?question=${question}&event=${encodeURIComponent(keys[event.id]!)}`;
        const { slices } = await told<{ slices: Slice[] }>(hall, api(path));
        expectFigures(slices[0]!, rankingsIn(own, question), listed(list));
      }
    }
  });

  test('F5, F6: municipalities stand beside regions, ministries and firms, as the file has them', async () => {
    const counts = countsOf(rows, 'organisation-type');
    const path = '/results?question=skill-ranking&by=organisation-type';
    const { slices } = await told<{ slices: Slice[] }>(hall, api(path));
    for (const kind of KINDS) {
      const slice = slices.find(({ key }) => key === `organisation-type:${kind}`)!;
      const own = rows.filter((row) => row['organisation-type'] === kind);
      expect(slice.n).toBe(counts[kind]);
      expectFigures(slice, rankingsIn(own, 'skill-ranking'), listed('skills'));
    }
  });

  test('F4: the gap between how much a skill matters and how well it is mastered is the file’s', async () => {
    for (const [question, matrix] of [
      ['skill-importance', 'importance'],
      ['skill-level', 'level'],
    ] as const) {
      const { slices } = await told<{
        slices: { rows: { id: string; mean: number; n: number }[] }[];
      }>(hall, api(`/results?question=${question}`));
      for (const { id, mean, n } of slices[0]!.rows) {
        const values = rows.flatMap((row) => {
          const cell = row[`${question}.${id}`] ?? '';
          return /^\d$/.test(cell) ? [Number(cell)] : [];
        });
        expect(n, `${matrix} ${id}`).toBe(values.length);
        expect(mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 9);
      }
    }
  });
});

interface Spots {
  dissatisfaction: number;
  places: { number: number; session: string | null }[];
}
interface Slice {
  key: string;
  n: number;
  items: { id: string }[];
  meanRank: number[];
  agreement: { kendallW: number };
}

const WAYS = { 'On site': 'on-site', Online: 'online', 'On site and online': 'either' } as const;

async function sessionIds(): Promise<string[]> {
  const about = await told<{ sessions: { id: string }[] }>(hall, api(`/events/${first.id}/public`));
  return about.sessions.map(({ id }) => id);
}

/** Somebody comes in by the event’s own door and answers in a language, perhaps without a script. */
async function answerIn(language: Language, browser: Browser, isPlain: boolean): Promise<void> {
  const { page, errors } = await openPage(browser, {
    ...PHONE,
    locale: language,
    javaScriptEnabled: !isPlain,
  });
  const { say } = wordsIn(language);
  await page.goto(`${hall.url}/j/${study.joinCode}/e/${first.id}?lang=${language}`);
  await page.locator('.at-door .primary').click();
  await page.locator('#own a').click(SOON);
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  const path = `/api/join/${study.joinCode}?lang=${language}`;
  const local = await told<LocalStudy>(hall, path);
  await answerAll({ page, hand: mouse, language, ranking: [], isPlain, study: local });
  await button(page, say('send')).click();
  if (isPlain) await page.locator('#own').waitFor(SOON);
  else await page.getByRole('heading', { level: 1, name: say('arrived') }).waitFor(SOON);
  expect(errors).toEqual([]);
  await page.context().close();
}

/** Somebody answers what is asked, each in an own order. */
async function answerAsked(event: { id: string }, n: number): Promise<void> {
  const other = await arrive(hall, study.joinCode, { event: event.id });
  const rankings = Object.fromEntries(
    Object.entries(RANKINGS).map(([question, list]) => {
      const items = listed(list);
      const from = (n * 3 + items.length) % 4;
      const ranked = [...items.slice(from), ...items.slice(0, from)];
      return [question, question === 'topic-ranking' ? ranked.slice(0, 3 + (n % 3)) : ranked];
    }),
  );
  const organisation = KINDS[n % 4]!;
  const rated = (of: number) =>
    Object.fromEntries(listed('skills').map((id, at) => [id, 1 + ((n + at * of) % 5)]));
  await other.answerAlone({
    role: 'public-manager',
    'organisation-type': organisation,
    country: 'ES',
    'area-type': 'city',
    participation: ['attend'],
    'people-reached': 100 * (n + 1),
    'skill-importance': rated(2),
    'skill-level': rated(3),
    ...Object.fromEntries(
      Object.entries(rankings).map(([question, ids]) => [question, ids.map((id) => [id])]),
    ),
  });
  answered.push({ event: event.id, organisation, rankings });
}

/** Fails unless a slice has the figures that a recount of rankings gives. */
function expectFigures(slice: Slice, rankings: readonly string[][], items: readonly string[]) {
  const { n, meanRank, kendallW } = recount(rankings, items);
  expect(slice.n).toBe(n);
  expect(slice.items.map(({ id }) => id)).toEqual(items);
  for (const [k, rank] of meanRank.entries()) expect(slice.meanRank[k]).toBeCloseTo(rank, 9);
  expect(slice.agreement.kendallW).toBeCloseTo(kendallW!, 9);
}
