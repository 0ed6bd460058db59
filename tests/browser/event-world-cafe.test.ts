import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ToldEvent, ToldTable } from '../api/room-study.ts';
import { openPage } from './browser.ts';
import { answerAlone, cutOff, lostReply, offline, putAway } from './events/alone-on-phone.ts';
import { arrive, type Attendee, together } from './events/attendee.ts';
import {
  competencies,
  definition,
  durationOf,
  grouped,
  HOURS,
  listed,
  opinion,
  otherAnswers,
  OTHERS,
  PROFILE,
  profileOf,
  QUESTION,
  RANKED,
  someOf,
  tableOpinion,
} from './events/cafe-opinions.ts';
import {
  act,
  expectNoErrors,
  exported,
  facilitator,
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
  unfold,
} from './events/hall.ts';
import {
  countsOf,
  medianOf,
  rankedIn,
  readCsv,
  recount,
  type Row,
  sortedRankings,
} from './events/recount.ts';
import { competency } from './respondent.ts';

/**
 * “Crossing the finish line towards your smart city program”, 15 November 2018: two hours from the
 * opening to the end, with the server’s clock turned by the test. 48 people sit at eight tables. The
 * first of each table has a real phone in a browser of its own, as have the two who run the room
 * and the big screen; for the other forty the test asks for the same pages and sends the same
 * requests as those phones do.
 */
const TABLES = 8;
const SEATS = 6;
const PEOPLE = TABLES * SEATS;
/** Half of those without a drawn phone, and two with one, answer the other questions, too. */
const ANSWER_ALL = 20 + 2;
/** What tables rank beside the competencies. */
const AT_TABLES = ['method-ranking', 'framework-ranking', 'target-ranking'] as const;
/** So many tables have somebody of the project team. */
const TEAM = 6;

/** Somebody in the hall; `table` counts from 0 and is known once they sit. */
interface Person {
  n: number;
  table: number;
  /** The page of a drawn phone, and of all others what asks and sends in its place. */
  phone: Page | null;
  web: Attendee | null;
}

let hall: Hall;
let study: { id: string; joinCode: string };
let event: { id: string; path: string };
let eventKey: string;
let tables: ToldTable[];
let desk: { page: Page; errors: string[] };
let aide: { page: Page; errors: string[] };
let screen: { page: Page; errors: string[] };
const phones: { page: Page; errors: string[] }[] = [];
const people: Person[] = [];
/** What everybody and every table has ranked, by round: what the exported files have to hold. */
const alone: Record<1 | 2, { table: number; ranking: string[] }[]> = { 1: [], 2: [] };
const decided: string[][] = [];

beforeAll(async () => {
  hall = await openHall('2018-11-15T16:20:00+01:00');
});
afterAll(() => hall?.close());

const at = (time: string) => hall.turnTo(`2018-11-15T${time}:00+01:00`);
const secondsOn = async (page: Page) => {
  const text = (await page.getByRole('timer').textContent())!;
  const [, minutes = '0', seconds = '0'] = /^(\d+):(\d\d)$/.exec(text.trim()) ?? [];
  return Number(minutes) * 60 + Number(seconds);
};
/** The clock on a page runs on by itself: it may have lost some seconds, never won any. */
const expectLeft = (page: Page, minutes: number) =>
  expect
    .poll(() => secondsOn(page), SOON)
    .toSatisfy((left: number) => left > minutes * 60 - 45 && left <= minutes * 60);

const drawn = () => people.flatMap(({ phone }) => (phone ? [phone] : []));

describe('the World-Café of 15 November 2018', () => {
  test('S1, S2, S23: it stands in its programme, with a keynote speaker still to be decided', async () => {
    desk = await organiser(hall);
    study = await startStudy(hall, desk.page, definition.title.en!);
    event = await makeEvent(hall, desk.page, study, {
      Name: 'Crossing the finish line',
      Place: 'Barcelona',
      Room: 'CC1 – 1.3',
      Start: '2018-11-15T16:30',
      End: '2018-11-15T18:30',
      'Time zone': 'Europe/Madrid',
    });
    const { page } = desk;
    const facts = await page.locator('.room-title').innerText();
    expect(facts).toMatch(/15 November 2018.*16:30.*18:30/s);
    expect(facts).toContain('CC1 – 1.3');
    const starts = await page.locator('.programme time').allInnerTexts();
    expect(starts).toEqual(['16:30', '16:40', '17:00', '18:00']);
    await shows(page.locator('#p-keynote'), 'Speaker to be decided');
    await page.getByRole('link', { name: 'Edit the event' }).click();
    await page.getByLabel('Speakers').first().fill('Mark De Colvenaer, SmartCityTech');
    await page.getByLabel('What to read first').first().fill('Who needs to be involved?');
    await press(page, 'Save');
    await shows(page.getByRole('status'), 'Saved.');
    await page.getByRole('link', { name: 'Open the console' }).click();
    await shows(page.locator('#p-opening'), 'Mark De Colvenaer, SmartCityTech');
    await shows(page.locator('#p-keynote'), 'Speaker to be decided');
  });

  test('S3, S4, S6: 48 people sit down at eight tables of six, experts and late-comers spread', async () => {
    const { page } = desk;
    const part = await unfold(page, 'tables-part');
    await part.getByLabel('or how many people').fill(String(PEOPLE));
    await part.getByLabel('Seats at a table').fill(String(SEATS));
    await part.getByRole('button', { name: 'Make tables' }).click();
    await shows(page.locator('.room-tables li').nth(TABLES - 1), 'Table 8');
    at('16:30');
    await act(page, 'Start the event');
    await expectLeft(page, 10);
    const overview = `/api/studies/${study.id}/events/${event.id}/overview`;
    const now = await told<{ tables: ToldTable[]; event: ToldEvent }>(hall, overview);
    tables = now.tables;
    eventKey = now.event.key;

    await together(tables, async ({ code, name }, table) => {
      const phone = await openPage(hall.browser, PHONE);
      await phone.page.goto(`${hall.url}/j/${study.joinCode}?table=${code}`);
      await phone.page.getByRole('button', { name: `Sit down at ${name}` }).click();
      await phone.page.getByRole('heading', { level: 1, name }).waitFor(SOON);
      phones[table] = phone;
      people[table * SEATS] = { n: table * SEATS, table, phone: phone.page, web: null };
    });
    const brief = phones[0]!.page.locator('#now details');
    await brief.locator('summary', { hasText: 'What to read first' }).click();
    await shows(brief, 'Who needs to be involved?');

    const others = Array.from({ length: PEOPLE }, (_, n) => n).filter((n) => n % SEATS !== 0);
    await together(others, async (n) => {
      const table = Math.floor(n / SEATS);
      const isLate = n % SEATS > 3;
      const web = await arrive(hall, study.joinCode, {
        event: event.id,
        mark: n % SEATS === 5 ? 'expert' : n % SEATS === 4 && table < TEAM ? 'team' : 'participant',
        about: { role: profileOf(n)['role']!, 'area-type': profileOf(n)['area-type']! },
        ...(!isLate && { table: tables[table]!.code }),
      });
      people[n] = { n, table, phone: null, web };
    });
    await shows(page.locator('#present'), '48 joined');
    await page.getByRole('link', { name: 'Seat everybody' }).click();
    await page.getByLabel('Most at a table').fill(String(SEATS));
    await page.getByLabel('Only seat late-comers').check();
    await press(page, 'Propose');
    await shows(page.locator('main, body').first(), 'Experts at each table: 1 to 1');
    await press(page, 'Seat them like this');
    await shows(page.getByRole('status'), 'Everybody is seated as proposed.');
    for (const person of people) {
      if (!person.web || person.n % SEATS < 4) continue;
      const title = /<h1[^>]*>([^<]*)</.exec(await person.web.seat())![1];
      person.table = tables.findIndex(({ name }) => name === title);
    }
    const seated = tables.map((_, table) => people.filter((person) => person.table === table));
    expect(seated.map(({ length }) => length)).toEqual(tables.map(() => SEATS));
    await page.goto(hall.url + event.path);
    for (const row of await page.locator('.room-tables li').all()) await shows(row, '6 people');
  });

  test('S2: the server’s clock counts down, on the console, on phones and on the big screen', async () => {
    const { page } = desk;
    [aide, screen] = await Promise.all([facilitator(hall), facilitator(hall)]);
    await aide.page.goto(hall.url + event.path);
    await screen.page.goto(`${hall.url}${event.path}/screen`);
    at('16:34');
    await act(page, '+2 min');
    await expectLeft(page, 8);
    for (const other of [aide.page, screen.page, phones[0]!.page]) await expectLeft(other, 8);
    at('16:41');
    await act(page, 'Close and go on');
    await shows(page.locator('#phase-title'), 'Keynote speaker');
    at('17:00');
    await page.reload();
    await expectLeft(page, 1);
    await act(page, 'Close and go on');
    await shows(page.locator('#phase-title'), 'Interactive session');
    await shows(phones[7]!.page.locator('#now'), 'Interactive session');
    for (const other of [page, screen.page, phones[7]!.page]) await expectLeft(other, 60);
  });

  test('S5, S16: challenge cards go round, and each table sees its own with the guiding questions', async () => {
    const { page } = desk;
    await unfold(page, 'cards-part');
    await press(page, 'Deal to all tables in turn');
    const { guidingQuestions, challengeCards } = definition.workshop;
    expect(guidingQuestions).toHaveLength(6);
    for (const [table, phone] of phones.entries()) {
      const card = challengeCards[table % challengeCards.length]!;
      const cards = phone.page.locator('#cards');
      await shows(cards, card.title.en!);
      const text = await cards.innerText();
      for (const { label } of card.possibleSolutions) expect(text).toContain(label.en!);
      for (const other of challengeCards) {
        if (other !== card) expect(text).not.toContain(other.title.en!);
      }
      const guide = guidingQuestions.find(({ id }) => id === card.guidingQuestion)!;
      expect(await cards.textContent()).toContain(guide.title.en!);
    }
  });

  test('S8, S19: everybody ranks alone, three phones without a network, and each counts once', async () => {
    await openAlone(desk.page, [...PROFILE, QUESTION]);
    await shows(phones[0]!.page.locator('#own'), 'First on your own');
    const ways = [offline, cutOff, putAway, lostReply];
    await together(
      people,
      async (person) => {
        const ranking = opinion({ ...person, isDrawn: person.web === null }, 1);
        alone[1].push({ table: person.table, ranking });
        if (person.web) {
          await person.web.answerAlone({ ...profileOf(person.n), [QUESTION]: grouped(ranking) });
        } else {
          person.phone = await answerAlone(person.phone!, ranking, {
            way: ways[person.table],
          });
        }
      },
      5,
    );
    await aide.page.reload();
    for (const row of await aide.page.locator('.room-tables li').all()) {
      await shows(row, '6 sent alone');
    }
    const stored = hall.db.selectFrom('response').where('study_id', '=', study.id);
    const { n } = await stored.select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow();
    expect(n).toBe(PEOPLE);
  });

  test('S7, S8, S9, S10, S11, S12, S17: tables rank and decide; people answer the other questions', async () => {
    const interactive = definition.questions.filter(({ interactive: part }) => part);
    expect(new Set(interactive.map((question) => question.interactive))).toEqual(
      new Set([1, 2, 3, 4, 5]),
    );
    await openAlone(desk.page, OTHERS);
    await together(
      people,
      async (person) => {
        if (person.web && person.n < PEOPLE / 2) {
          await person.web.answerAlone(otherAnswers(person.n));
        } else if (person.phone && person.table > 5)
          person.phone = await answerAlone(person.phone!, []);
      },
      5,
    );
    await together(
      drawn(),
      async (page, table) => {
        const ranking = tableOpinion(table);
        decided[table] = ranking;
        await page.locator(`#go-${QUESTION}`).click();
        for (const item of ranking) {
          await page.getByRole('button', { name: `Add: ${competency('en', item)}` }).click(SOON);
          await page.locator('.order li', { hasText: competency('en', item) }).waitFor(SOON);
        }
      },
      4,
    );
    const first = people[0]!.phone!;
    await first.getByLabel('A concrete problem').fill('Two people run all sensors.');
    await first.getByRole('radio', { name: 'in the past' }).check();
    await first.getByLabel('Conclusion 1').fill('Train teams, not people.');
    await first.getByLabel('Who presents').fill('Carla');
    await first.getByLabel('Who presents').blur();
    await together(tables, async ({ name }, table) => {
      const writer = people.find((person) => person.table === table && person.web)!.web!;
      await writer.takeOver();
      for (const question of AT_TABLES) {
        await writer.rankForTable(question, someOf(question, table));
      }
      await writer.answerForTable('training-duration', durationOf(table));
      await writer.note('conclusion-2', `Start with data (${name}).`);
    });
    for (const row of await desk.page.locator('.room-tables li').all()) await shows(row, '5 of');
    await shows(first.locator('.who-writes'), 'writes');
    await first.reload();
    expect(await first.locator('#f-problem').inputValue()).toBe('Two people run all sensors.');
    expect(await first.getByRole('radio', { name: 'in the past' }).isChecked()).toBe(true);
  });

  test('S13, S14: the plenary hears each table; the room is shown when it is revealed; round two', async () => {
    const { page } = desk;
    at('18:00');
    await act(page, 'Last call');
    await shows(people[4 * SEATS]!.phone!.locator('#now'), 'Last call');
    await act(page, 'Close and go on');
    await shows(page.locator('#phase-title'), 'Conclusions and next steps');
    await expectLeft(page, 30);
    for (const row of await page.locator('.room-tables li').all()) await shows(row, 'Sent');
    const sent = await hall.db
      .selectFrom('response')
      .select('texts')
      .where('study_id', '=', study.id)
      .where('voice', '=', 'table')
      .execute();
    expect(sent).toHaveLength(TABLES);
    const words = JSON.stringify(sent);
    expect(words).toContain('Train teams, not people.');
    expect(words).toContain('Start with data (Table 8).');
    expect(words).not.toContain('Carla');

    await act(page, 'Tables present');
    const presents = screen.page.locator('#presents');
    await shows(presents, 'Train teams, not people.');
    expect(await presents.locator('#own-order').count()).toBe(0);
    await shows(page.locator('#presenting'), 'Presents: Carla');
    await act(page, 'Next');
    await shows(presents, 'Start with data (Table 2).');
    await shows(page.locator('#presenting'), 'Nobody is named as presenter.');
    await act(page, 'Reveal the results');
    await screen.page.locator('#own-order tbody tr').first().waitFor(SOON);
    const own = await screen.page.locator('#own-order tbody th').allTextContents();
    expect(own.slice(0, 5)).toEqual(decided[1]!.map(short));
    expect(await screen.page.locator('main').innerText()).not.toContain('Carla');
    await act(page, 'Compare tables');
    await screen.page.locator('#abreast tbody tr').nth(7).waitFor(SOON);
    await act(page, 'Live ranking');
    await screen.page.locator('#ranking li').nth(7).waitFor(SOON);

    await act(page, 'Begin round 2');
    await shows(page.locator('#screen-part'), 'Round 2');
    await openAlone(page, [QUESTION]);
    // One person leaves each table, so that every group stays large enough to be shown.
    const stay = people.filter(({ n, web, table }) => (table < 4 ? n % SEATS !== 1 : web !== null));
    await together(
      stay,
      async (person) => {
        const ranking = opinion({ ...person, isDrawn: person.web === null }, 2);
        alone[2].push({ table: person.table, ranking });
        if (person.web) await person.web.answerAlone({ [QUESTION]: grouped(ranking) });
        else person.phone = await answerAlone(person.phone!, ranking);
      },
      5,
    );
    at('18:30');
    await page.reload();
    await act(page, 'What changed');
    await screen.page.locator('#changed li').nth(7).waitFor(SOON);
    await act(page, 'End the event');
    await shows(page.locator('#phase-title'), 'The event has ended.');
    await page.goto(`${hall.url}/studies/${study.id}`);
    await press(page, 'Close the study');
    await page.getByRole('button', { name: 'Open again' }).waitFor(SOON);
  });
});

describe('what is left of it', () => {
  let rows: Row[];
  const ofRound = (round: 1 | 2, voice = 'individual') =>
    rows.filter((row) => row['voice'] === voice && row['round'] === String(round));
  const rankingsIn = (some: readonly Row[], question: string = QUESTION) =>
    some.map((row) => rankedIn(row, question)).filter((ranking) => ranking !== null);

  test('every answer is in the exported files exactly once, at its table and in its round', async () => {
    rows = readCsv(await exported(hall, study.id, 'format=csv'));
    for (const round of [1, 2] as const) {
      const answered = ofRound(round);
      expect(answered).toHaveLength(alone[round].length);
      expect(countsOf(answered, 'event')).toEqual({ [eventKey]: alone[round].length });
      for (const [table, { key }] of tables.entries()) {
        const given = alone[round].filter((person) => person.table === table);
        const found = answered.filter((row) => row['table'] === key);
        expect(sortedRankings(rankingsIn(found))).toEqual(
          sortedRankings(given.map(({ ranking }) => ranking)),
        );
      }
    }
    expect(sortedRankings(rankingsIn(ofRound(1, 'table')))).toEqual(sortedRankings(decided));
  });

  test('S6: the JSON of it has the same answers, and who answered as an expert', async () => {
    const { responses } = JSON.parse(await exported(hall, study.id, 'format=json')) as {
      responses: { voice: string; round: number; answers: Record<string, string[][]> }[];
    };
    expect(responses).toHaveLength(rows.length);
    for (const round of [1, 2] as const) {
      const own = responses.filter((one) => one.voice === 'individual' && one.round === round);
      expect(sortedRankings(own.map(({ answers }) => answers[QUESTION]!.flat()))).toEqual(
        sortedRankings(alone[round].map(({ ranking }) => ranking)),
      );
    }
    const { slices } = await results(`question=${QUESTION}&by=@mark&round=1`);
    expect(slices.map(({ key, n }) => [key, n])).toEqual([
      ['all', PEOPLE],
      ['@mark:participant', PEOPLE - TABLES - TEAM],
      ['@mark:team', TEAM],
      ['@mark:expert', TABLES],
    ]);
  });

  test('S8, S14: mean ranks, Borda order and Kendall’s W of both rounds are what the files give', async () => {
    for (const round of [1, 2] as const) {
      const { slices } = await results(`question=${QUESTION}&round=${round}`);
      expectFigures(slices[0]!, rankingsIn(ofRound(round)), competencies);
    }
    const [first, second] = [1, 2].map((round) =>
      recount(rankingsIn(ofRound(round as 1)), competencies),
    );
    expect(second!.kendallW!).toBeGreaterThan(first!.kendallW!);
  });

  test('S14: the big screen shows the last round as the files have it, and who changed their mind', async () => {
    const path = `/api/studies/${study.id}/events/${event.id}`;
    const change = await told<Changed>(hall, `${path}/screen`);
    expect(change).toMatchObject({ shows: 'changed', n: alone[2].length, newcomers: 0 });
    expect(change.leavers).toBe(PEOPLE - alone[2].length);
    const both = [1, 2].map((round) => recount(rankingsIn(ofRound(round as 1)), competencies));
    expect(change.agreement!.after).toBeCloseTo(both[1]!.kendallW!, 9);
  });

  test('S8: each table’s people and the tables themselves are counted apart, as in the files', async () => {
    const { slices } = await results(`question=${QUESTION}&by=@table&round=1`);
    expect(slices).toHaveLength(TABLES + 1);
    for (const { key } of tables) {
      const slice = slices.find((one) => one.key === `@table:${key}`)!;
      const own = ofRound(1).filter((row) => row['table'] === key);
      expect(slice.n).toBe(SEATS);
      expectFigures(slice, rankingsIn(own), competencies);
    }
    const voices = await results(`question=${QUESTION}&voice=table`);
    expectFigures(voices.slices[0]!, rankingsIn(ofRound(1, 'table')), competencies);
    expect(voices.slices[0]!.n).toBe(TABLES);
  });

  test('S9, S11, S12, S17: methods, frameworks, target groups and challenges are what the files give', async () => {
    for (const [question, list] of Object.entries(RANKED)) {
      const isAtTables = (AT_TABLES as readonly string[]).includes(question);
      for (const voice of isAtTables ? ['individual', 'table'] : ['individual']) {
        const { slices } = await results(`question=${question}&voice=${voice}`);
        const found = rankingsIn(ofRound(1, voice), question);
        expect(found.length).toBe(voice === 'table' ? TABLES : ANSWER_ALL);
        expectFigures(slices[0]!, found, listed(list));
      }
    }
    const { slices } = await results('question=training-necessary');
    const counts = countsOf(ofRound(1), 'training-necessary');
    for (const { id, n } of slices[0]!.counts!) expect(n, id).toBe(counts[id] ?? 0);
  });

  test('S10: the duration is a median in hours, of people and of tables apart', async () => {
    for (const voice of ['individual', 'table'] as const) {
      const hours = ofRound(1, voice).flatMap((row) => HOURS[row['training-duration'] ?? ''] ?? []);
      const { slices } = await results(`question=training-duration&voice=${voice}`);
      expect(slices[0]).toMatchObject({ n: hours.length, median: medianOf(hours) });
      expect(slices[0]!.mean ?? null).toBeNull();
    }
  });

  test('S18, S19: small and middle cities stand beside large ones, and disciplines side by side', async () => {
    for (const segment of ['population', 'own-discipline']) {
      const { slices } = await results(`question=${QUESTION}&by=${segment}&round=1`);
      for (const [value, n] of Object.entries(countsOf(ofRound(1), segment))) {
        expect(slices.find(({ key }) => key === `${segment}:${value}`)?.n, value).toBe(n);
      }
    }
  });

  test('S15: the strategy that the work has contributed to stands on these figures, section by section', async () => {
    type Told = { document: { sections: { title: string; blocks: unknown[] }[] } };
    const { document } = await told<Told>(hall, `/api/studies/${study.id}/strategy`);
    expect(document.sections.length).toBeGreaterThanOrEqual(14);
    await desk.page.goto(`${hall.url}/studies/${study.id}/strategy`);
    const words = await desk.page.locator('main').innerText();
    for (const { title, blocks } of document.sections.slice(0, 14)) {
      expect(blocks.length, title).toBeGreaterThan(0);
      expect(words).toContain(title);
    }
  });

  test('S21: no phone has a cookie', async () => {
    for (const phone of drawn()) expect(await phone.context().cookies()).toEqual([]);
  });

  test('nothing went wrong on any page', () => {
    expectNoErrors([desk, aide, screen, ...phones]);
  });
});

/** What the big screen tells of two rounds. */
interface Changed {
  shows: string;
  n: number;
  leavers: number;
  newcomers: number;
  agreement: { before: number; after: number } | null;
}

/** What a competency is called on screens. */
function short(id: string): string {
  const { short: name, label } = definition.lists['competencies']!.find((one) => one.id === id)!;
  return (name ?? label).en!;
}

/** A slice of a results document, as far as it is looked at here. */
interface Slice {
  key: string;
  n: number;
  items?: { id: string }[];
  meanRank?: number[];
  borda?: number[];
  agreement?: { kendallW: number };
  counts?: { id: string; n: number }[];
  median?: number;
  mean?: number | null;
}

const results = (query: string) =>
  told<{ slices: Slice[] }>(hall, `/api/studies/${study.id}/results?${query}`);

/** Fails unless a slice has the figures that a recount of rankings gives. */
function expectFigures(slice: Slice, rankings: readonly string[][], items: readonly string[]) {
  const { n, meanRank, borda, order, kendallW } = recount(rankings, items);
  expect(slice.n).toBe(n);
  expect(slice.items!.map(({ id }) => id)).toEqual(items);
  expect(slice.borda!.map((points) => points.toFixed(9))).toEqual(
    borda.map((points) => points.toFixed(9)),
  );
  expect(slice.meanRank!.map((rank) => rank.toFixed(9))).toEqual(
    meanRank.map((rank) => rank.toFixed(9)),
  );
  const byPoints = items.toSorted(
    (a, b) => slice.borda![items.indexOf(b)]! - slice.borda![items.indexOf(a)]!,
  );
  expect(byPoints).toEqual(order.flat());
  expect(slice.agreement!.kendallW).toBeCloseTo(kendallW!, 9);
}
