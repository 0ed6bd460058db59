import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalStudy } from '../../src/survey/local-study.ts';
import { startingAt } from '../../src/survey/room/agenda.ts';
import { template } from '../../src/survey/templates.ts';
import type { ToldEvent, ToldTable } from '../api/room-study.ts';
import { openPage } from './browser.ts';
import { answerAlone } from './events/alone-on-phone.ts';
import { arrive, ask, type Attendee, together } from './events/attendee.ts';
import {
  act,
  expectNoErrors,
  exported,
  facilitator,
  type Hall,
  holdLook,
  look,
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
  unfold,
} from './events/hall.ts';
import { countsOf, rankedIn, readCsv, recount, type Row } from './events/recount.ts';

/**
 * “Creativeness, innovation and entrepreneurship for Smarter Communities”, 10 May 2022: two parts
 * with a gap between them, then breakout rooms that collect gaps, check and rank them, and come back.
 * Three people have a phone in a browser; for the other twenty-one the test asks for the same pages
 * and sends the same requests.
 */
const definition = template('rural-innovation-gaps')!;
const ROOMS = 3;
const PEOPLE = 24;
const PROFILE = ['role', 'organisation-type', 'country', 'area-type'];
const OWN_GAP = 'gap-bad-roads';

let hall: Hall;
let study: { id: string; joinCode: string };
let event: { id: string; path: string };
let rooms: ToldTable[];
let desk: { page: Page; errors: string[] };
let screen: { page: Page; errors: string[] };
const phones: { page: Page; errors: string[] }[] = [];
const others: Attendee[] = [];

beforeAll(async () => {
  hall = await openHall('2022-05-10T13:50:00+01:00');
});
afterAll(() => hall?.close());

const at = (time: string) => hall.turnTo(`2022-05-10T${time}:00+01:00`);
const api = (end: string) => `/api/studies/${study.id}${end}`;
const local = () => told<LocalStudy>(hall, `/api/join/${study.joinCode}?lang=en`);

/**
 * How the people without a drawn phone vote on a gap: two is yes, one partly, nought not here. The
 * verdicts are the same without any four of the votes, which an open study may hold back.
 */
function vote(gap: string, n: number): number {
  const yes = {
    'digital-infrastructure': 21,
    'digital-skills': 19,
    maintenance: 18,
    [OWN_GAP]: 18,
  };
  const limit = (yes as Record<string, number>)[gap];
  if (limit !== undefined) return n < limit ? 2 : 1;
  if (gap === 'interoperability-standards') return n < 10 ? 2 : 1;
  if (gap === 'data-trust') return n < 17 ? 0 : 2;
  return n % 3;
}

/** How well they see a gap covered, from nought to three. */
const cover = (gap: string, n: number) =>
  gap === 'digital-infrastructure' || gap === OWN_GAP ? n % 2 : 2 + (n % 2);

describe('the rural session of 10 May 2022', () => {
  test('A1: its two parts stand with the gap between them, and speakers with role and organisation', async () => {
    desk = await organiser(hall);
    study = await startStudy(hall, desk.page, definition.title.en!);
    event = await makeEvent(hall, desk.page, study, {
      Name: 'European digital SMEs',
      Place: 'Évora',
      Series: 'Alentejo Summit',
      Start: '2022-05-10T14:00',
      End: '2022-05-10T16:45',
      'Time zone': 'Europe/Lisbon',
    });
    const { page } = desk;
    const address = api(`/events/${event.id}`);
    const facts = await told<ToldEvent & Record<string, unknown>>(hall, address);
    const kept = Object.fromEntries(FACTS.map((name) => [name, facts[name]]));
    // The plan of the template, which begins with its event, is the second part.
    const agenda = [...FIRST_PART, ...startingAt(facts.agenda, '15:35')];
    const changed = await hall.designer(address, { method: 'PATCH', body: { ...kept, agenda } });
    expect(changed.status, await changed.clone().text()).toBe(200);
    await page.goto(`${hall.url}${event.path}`);
    const programme = page.locator('.programme');
    const starts = (await programme.locator('time').allInnerTexts()).join(' ');
    expect(starts).toBe('14:00 14:10 14:20 14:50 15:00 15:10 15:25 15:35 15:40 16:20');
    const wrapUp = FIRST_PART.find(({ id }) => id === 'wrap-up')!;
    expect([wrapUp.start, wrapUp.minutes]).toEqual(['15:10', 5]);
    await shows(programme, 'Sebastiano Toffaletti, European DIGITAL SME Alliance');
    await shows(programme, 'Moderator: Paulo Valente, Smartlamppost');
    expect(await page.locator('.room-title').innerText()).toMatch(/10 May 2022.*14:00.*16:45/s);
  });

  test('A2: breakout rooms have moderators and a link to where they meet online', async () => {
    const { page } = desk;
    const part = await unfold(page, 'tables-part');
    await part.getByLabel('How many tables').fill(String(ROOMS));
    await part.getByLabel('Online rooms').check();
    await part.getByRole('button', { name: 'Make tables' }).click();
    await shows(page.locator('.room-tables li').nth(ROOMS - 1), 'Room 3');
    const now = await told<{ tables: ToldTable[] }>(hall, api(`/events/${event.id}/overview`));
    rooms = now.tables;
    await unfold(page, 'tables-part');
    const first = page.locator(`#m-${rooms[0]!.id}`);
    await first.getByLabel('Link of the online room').fill('https://meet.example/room-1');
    await first.locator('summary', { hasText: 'Moderators' }).click();
    await first.getByLabel('Moderators').fill('Ana Silva, SINTEF\nJoão Pinto, DIGITAL SME');
    await first.getByRole('button', { name: /^Rename/ }).click();
    at('14:00');
    await act(page, 'Start the event');
    await together(rooms, async ({ code, name }, room) => {
      const phone = await openPage(hall.browser, PHONE);
      await phone.page.goto(`${hall.url}/j/${study.joinCode}?table=${code}`);
      await phone.page.getByRole('button', { name: `Sit down at ${name}` }).click();
      await phone.page.getByRole('heading', { level: 1, name }).waitFor(SOON);
      phones[room] = phone;
    });
    await together(Array.from({ length: PEOPLE - ROOMS }), async (_, n) => {
      others[n] = await arrive(hall, study.joinCode, {
        event: event.id,
        table: rooms[n % ROOMS]!.code,
      });
    });
    const phone = phones[0]!.page;
    await shows(phone.locator('#room'), 'Ana Silva, SINTEF · João Pinto, DIGITAL SME');
    const link = phone.getByRole('link', { name: 'Open the online room' });
    expect(await link.getAttribute('href')).toBe('https://meet.example/room-1');
    expect(await phones[1]!.page.getByRole('link', { name: 'Open the online room' }).count()).toBe(
      0,
    );
  });

  test('A9: a question from the floor waits for its moderator, and then stands on the big screen', async () => {
    const { page } = desk;
    at('14:20');
    await page.locator('#p-tour button').click(SOON);
    await shows(page.locator('#phase-title'), 'Digital SMEs to bridge');
    screen = await facilitator(hall);
    await screen.page.goto(`${hall.url}${event.path}/screen`);
    const [asks, agrees] = phones.map((phone) => phone.page) as [Page, Page];
    await asks.getByRole('link', { name: 'Ask a question' }).click(SOON);
    await asks.getByLabel('Your question').fill('Who repairs a sensor in a village?');
    await look(asks);
    expect(await asks.getByLabel('Your question').inputValue()).toMatch(/^Who repairs/);
    const older = await holdLook(asks);
    await press(asks, 'Send the question');
    await shows(asks.locator('#own-questions'), 'a moderator reads it first');
    // A look from before the question arrives after it, is dropped, and another one follows.
    await older.arrives();
    await shows(asks.locator('#own-questions'), 'a moderator reads it first');
    await agrees.getByRole('link', { name: 'Ask a question' }).click(SOON);
    await shows(agrees.locator('#room-questions'), 'No question has been accepted yet.');
    await shows(page.locator('#floor-new'), 'one new');
    await page
      .locator('#floor-part')
      .getByRole('button', { name: /^Accept/ })
      .click();
    await shows(agrees.locator('#room-questions'), 'Who repairs a sensor in a village?');
    await agrees.getByRole('button', { name: /^Me too/ }).click();
    await shows(page.locator('#floor-accepted'), 'one more asks this');
    await page.getByRole('button', { name: /^Put on the screen/ }).click();
    await act(page, 'Questions');
    await shows(screen.page.locator('#floor-question'), 'Who repairs a sensor in a village?');
  });

  test('A4, A11: ideas come from phones, are merged, and new gaps stand behind the twelve', async () => {
    const { page } = desk;
    const first = phones[0]!.page;
    await first.goto(`${hall.url}/j/${study.joinCode}/ideas`);
    for (const text of ['No fibre in the valley', 'The road is closed in winter']) {
      await first.getByLabel('Your idea').fill(text);
      await press(first, 'Send');
      await shows(first.getByRole('status'), 'has arrived');
    }
    for (const text of ['Roads full of holes', 'No fibre in the valley', 'Bad roads']) {
      await sendIdea(text);
    }
    await page.goto(`${hall.url}/studies/${study.id}/gaps`);
    await merge(page, ['No fibre in the valley'], 'digital-infrastructure', null);
    await merge(
      page,
      ['The road is closed in winter', 'Roads full of holes', 'Bad roads'],
      null,
      'Bad roads',
    );
    await shows(page.locator('#ideas'), 'not on the list yet');
    await press(page, 'Put new gaps on the list that is checked');
    await expect
      .poll(() => page.locator('#ideas').innerText(), SOON)
      .not.toContain('not on the list');
    const { questions } = await local();
    const rows = questions.find(({ id }) => id === 'barrier-validation')!.rows!;
    expect(rows.map(({ id }) => id)).toEqual([
      ...definition.lists['barriers']!.map(({ id }) => id),
      OWN_GAP,
    ]);
  });

  test('A3, A5, A10: rooms open, everybody checks each gap, and the rule gives the verdicts', async () => {
    const { page } = desk;
    await page.goto(`${hall.url}${event.path}`);
    at('15:35');
    await page.locator('#p-introduction button').click(SOON);
    await shows(page.locator('#phase-title'), 'Workshop scope and rooms');
    await act(page, 'Instructions');
    const instructions = screen.page.locator('#instructions');
    await shows(instructions, 'First answer on your own phone, in silence.');
    await shows(screen.page.locator('main'), '40 minutes. Back here at 16:20.');
    at('15:40');
    await act(page, 'Close and go on');
    await shows(page.locator('#phase-title'), 'Breakout rooms');
    await openAlone(page, [...PROFILE, 'barrier-validation', 'sme-coverage']);
    const now = await local();
    await together(phones, async ({ page: phone }, room) => {
      await phone.goto(`${hall.url}/j/${study.joinCode}?table=${rooms[room]!.code}`);
      await phone.getByRole('button', { name: `Sit down at ${rooms[room]!.name}` }).click();
      await answerAlone(phone, [], { study: now });
    });
    const gaps = now.questions.find(({ id }) => id === 'barrier-validation')!.rows!;
    const every = (of: (gap: string, n: number) => number, n: number) =>
      Object.fromEntries(gaps.map(({ id }) => [id, of(id, n)]));
    await together(others, (other, n) =>
      other.answerAlone({
        role: 'public-manager',
        'organisation-type': n % 2 === 0 ? 'sme' : 'municipality',
        country: 'PT',
        'area-type': n < 12 ? 'rural' : 'city',
        'barrier-validation': every(vote, n),
        'sme-coverage': every(cover, n),
      }),
    );
    await page.goto(`${hall.url}/studies/${study.id}/gaps`);
    for (const gap of ['digital-infrastructure', 'digital-skills', 'maintenance', OWN_GAP]) {
      await shows(rowOf(page, gap), 'Confirmed');
    }
    await shows(rowOf(page, 'interoperability-standards'), 'Partly contested');
    await shows(rowOf(page, 'data-trust'), 'Rejected');
    await page.getByLabel('Show by').selectOption('area-type');
    await press(page, 'Show');
    await page.getByRole('heading', { level: 3, name: 'Rural area' }).waitFor(SOON);
  });

  test('A5, A6: what was confirmed is ranked, and what is ranked high and covered little is found', async () => {
    const { page } = desk;
    await press(page, 'Fix the list');
    await shows(page.locator('#check'), 'The list is fixed: the ranking offers 4 gaps.');
    await page.goto(`${hall.url}${event.path}`);
    await openAlone(page, ['barrier-ranking']);
    const now = await local();
    const offered = now.questions.find(({ id }) => id === 'barrier-ranking')!.options!;
    expect(offered).toHaveLength(4);
    await together(phones, ({ page: phone }) => answerAlone(phone, [], { study: now }));
    const items = [OWN_GAP, 'digital-infrastructure', 'digital-skills', 'maintenance'];
    await together(others, (other, n) => {
      const first = n % 5 === 4 ? 2 : 0;
      const ranking = [...items.slice(first), ...items.slice(0, first)].slice(0, 3);
      return other.answerAlone({ 'barrier-ranking': ranking.map((item) => [item]) });
    });
  });

  test('A8: the rooms come back with their conclusions', async () => {
    const { page } = desk;
    const first = phones[0]!.page;
    await first.getByLabel('Conclusion 1').fill('Fibre first, then skills.');
    await first.getByLabel('Conclusion 1').blur();
    await others[1]!.note('conclusion-1', 'Neighbours can share one technician.');
    await expect
      .poll(async () => (await others[0]!.seat()).includes('Fibre first, then skills.'), SOON)
      .toBe(true);
    at('16:20');
    await act(page, 'Close and go on');
    await shows(page.locator('#phase-title'), 'Back to plenary');
    const back = page.locator('.room-tables li');
    await shows(back.nth(0), 'Sent');
    await shows(back.nth(1), 'Sent');
  });

  test('A7: good practice comes into the register, and everybody reads what is published', async () => {
    const { page } = desk;
    await page.goto(`${hall.url}/studies/${study.id}/gaps`);
    const register = page.locator('#practices');
    await register.getByText('Add to the register').click();
    await register.getByLabel('Title').fill('Digital Village Programme');
    await register.getByLabel('Organisation that runs it').fill('Digital Success Programme');
    await register.getByLabel('1–5').first().fill('4');
    await register.getByLabel('1–5').nth(1).fill('3');
    await register.getByLabel('Status').selectOption({ label: 'Published' });
    await register.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 3, name: /Digital Village Programme/ }).waitFor(SOON);
    const open = await ask(`${hall.url}/api/join/${study.joinCode}/practices`);
    expect(await open.json()).toMatchObject({
      practices: [{ title: 'Digital Village Programme', replicability: 4, scalability: 3 }],
    });
  });

  test('the session ends, and nothing went wrong on any page', async () => {
    const { page } = desk;
    await page.goto(`${hall.url}${event.path}`);
    at('16:45');
    await act(page, 'End the event');
    await page.goto(`${hall.url}/studies/${study.id}`);
    await press(page, 'Close the study');
    await page.getByRole('button', { name: 'Open again' }).waitFor(SOON);
    expectNoErrors([desk, screen, ...phones]);
  });
});

describe('what is left of it', () => {
  let rows: Row[];
  let gaps: string[];

  test('every answer is in the exported file once, by room', async () => {
    rows = readCsv(await exported(hall, study.id, 'format=csv'));
    // Two tables are too few for the file to say which rows are theirs: they have no profile.
    const alone = rows.filter((row) => row['area-type'] !== '');
    expect(alone).toHaveLength(PEOPLE);
    expect(countsOf(alone, 'table')).toEqual(
      Object.fromEntries(rooms.map(({ key }) => [key, PEOPLE / ROOMS])),
    );
    rows = alone;
    gaps = Object.keys(rows[0]!).flatMap(
      (name) => /^barrier-validation\.(.+)/.exec(name)?.[1] ?? [],
    );
    expect(gaps).toHaveLength(13);
  });

  test('A5: each verdict is what the exported votes give by the rule, “don’t know” aside', async () => {
    const { slices } = await told<Verdicts>(hall, api('/gaps/validation'));
    for (const gap of gaps) {
      const votes = rows.flatMap((row) => numberIn(row[`barrier-validation.${gap}`]));
      expect(votes).toHaveLength(PEOPLE - ROOMS);
      const share = (value: number) => votes.filter((one) => one === value).length / votes.length;
      const state =
        share(2) >= 0.7 ? 'confirmed' : share(0) >= 0.7 ? 'rejected' : 'partly-contested';
      const found = slices[0]!.gaps.find(({ id }) => id === gap)!;
      expect(found, gap).toMatchObject({ state, n: votes.length });
      expect(found.share, gap).toBeCloseTo(share(2), 9);
    }
  });

  test('A10: rural and urban answers stand apart, as in the file', async () => {
    const { slices } = await told<Verdicts>(hall, api('/gaps/validation?by=area-type'));
    for (const area of ['rural', 'city']) {
      const own = rows.filter((row) => row['area-type'] === area);
      const slice = slices.find(({ key }) => key === `area-type:${area}`)!;
      for (const gap of gaps) {
        const votes = own.flatMap((row) => numberIn(row[`barrier-validation.${gap}`]));
        const yes = votes.filter((one) => one === 2).length / votes.length;
        expect(slice.gaps.find(({ id }) => id === gap)!.share, gap).toBeCloseTo(yes, 9);
      }
    }
  });

  test('A6: the order, the coverage and the needs are what the file gives', async () => {
    const rankings = rows.flatMap((row) => {
      const ranking = rankedIn(row, 'barrier-ranking');
      return ranking ? [ranking] : [];
    });
    expect(rankings).toHaveLength(PEOPLE);
    const { slices } = await told<{ slices: Ranked[] }>(
      hall,
      api('/results?question=barrier-ranking'),
    );
    const { meanRank, kendallW } = recount(rankings, gaps);
    expect(slices[0]!.items.map(({ id }) => id)).toEqual(gaps);
    for (const [k, rank] of meanRank.entries()) expect(slices[0]!.meanRank[k]).toBeCloseTo(rank, 9);
    expect(slices[0]!.agreement.kendallW).toBeCloseTo(kendallW!, 9);

    const { gaps: found } = await told<{ gaps: Need[] }>(hall, api('/gaps/coverage'));
    const middle = meanRank.reduce((sum, rank) => sum + rank, 0) / meanRank.length;
    for (const { id, coverage, meanRank: rank, need } of found) {
      const rated = rows.flatMap((row) => numberIn(row[`sme-coverage.${id}`]));
      const mean = rated.reduce((sum, value) => sum + value, 0) / rated.length;
      const own = meanRank[gaps.indexOf(id)]!;
      if (coverage !== null) expect(coverage, id).toBeCloseTo(mean, 9);
      if (rank !== null) expect(rank, id).toBeCloseTo(own, 9);
      expect(need !== null, id).toBe(
        coverage !== null && rank !== null && own < middle && mean < 1.5,
      );
    }
    expect(
      found
        .filter(({ need }) => need)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['digital-infrastructure', OWN_GAP].toSorted());
  });
});

interface Verdicts {
  slices: {
    key: string;
    gaps: { id: string; state: string; n: number | null; share: number | null }[];
  }[];
}
interface Ranked {
  items: { id: string }[];
  meanRank: number[];
  agreement: { kendallW: number };
}
interface Need {
  id: string;
  need: string | null;
  coverage: number | null;
  meanRank: number | null;
}

const numberIn = (cell: string | undefined) => (/^\d$/.test(cell ?? '') ? [Number(cell)] : []);

/** What a change of an event states beside its agenda. */
const FACTS = ['name', 'place', 'room', 'series', 'startsAt', 'endsAt', 'timeZone', 'edition'];

const part = (
  id: string,
  start: string,
  minutes: number,
  title: string,
  speakers: object[] = [],
) => ({ id, kind: 'plenary', start, minutes, title: { en: title }, speakers });
const FIRST_PART = [
  part('welcome', '14:00', 10, 'Welcome', [
    { name: 'Sebastiano Toffaletti', organisation: 'European DIGITAL SME Alliance' },
    { name: 'Paula Peiró', organisation: 'H2020-AURORAL Project' },
  ]),
  part('opening', '14:10', 10, 'Opening remarks', [
    { name: 'Martin Brynskov', organisation: 'Open & Agile Smart Cities' },
  ]),
  part('tour', '14:20', 30, 'Digital SMEs to bridge the urban digital divide', [
    { name: 'Paulo Valente', organisation: 'Smartlamppost', role: 'Moderator' },
  ]),
  part('village', '14:50', 10, 'Best practice: Digital Village Programme'),
  part('society', '15:00', 10, 'Best practice: DIH4Society'),
  part('wrap-up', '15:10', 5, 'Wrap up'),
  part('auroral', '15:25', 10, 'Introduction to AURORAL'),
];

/** What a gap is called. */
function labelOf(gap: string): string {
  return definition.lists['barriers']!.find(({ id }) => id === gap)?.label.en ?? 'Bad roads';
}

/** The row of a gap in the table of verdicts. */
function rowOf(page: Page, gap: string) {
  const name = page.getByRole('rowheader', { name: labelOf(gap), exact: true });
  return page.locator('#check tbody tr').filter({ has: name }).first();
}

/** Ticks ideas and merges them into a gap of the list, or into a new one. */
async function merge(
  page: Page,
  ideas: readonly string[],
  into: string | null,
  made: string | null,
): Promise<void> {
  for (const text of ideas) {
    for (const box of await page.locator('#ideas label.text', { hasText: text }).all()) {
      await box.locator('input').check();
    }
  }
  const form = page.locator('#ideas form').first();
  await form.getByLabel('Merge into').selectOption(into ?? '@new');
  if (made) await form.getByLabel('Name of the new gap').fill(made);
  await press(page, 'Merge the chosen ideas');
  await shows(page.locator('#ideas fieldset'), made ?? labelOf(into!));
}

/** What the page for ideas sends. */
async function sendIdea(text: string): Promise<void> {
  const answer = await ask(`${hall.url}/j/${study.joinCode}/ideas?lang=en`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ id: randomUUID(), text, table: '' }),
  });
  expect(answer.status).toBe(303);
}
