import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RoomResultsDocument } from '../../src/http/room-results-of.ts';
import { template } from '../../src/survey/templates.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { addTables, phone, run, type ToldEvent, WORKSHOP, workshop } from './room-study.ts';

const items = template('smart-city-programme-manager')!.lists['competencies']!.map(({ id }) => id);
const straight = items.map((id) => [id]);
const reversed = straight.toReversed();

interface ToldResults {
  rounds: { counted: number[]; repeated: boolean };
  slices: { n: number | null }[] & [{ n: number | null }];
}

let fresh: FreshApp;
let room: Awaited<ReturnType<typeof workshop>>;
let phones: ReturnType<typeof phone>[];

/** Six people at each of two tables; those at the first rank as the list has it. */
beforeAll(async () => {
  fresh = await freshApp();
  room = await workshop(fresh, 3);
  const { path, event, tables, joinCode } = room;
  await run(fresh, path, { action: 'start' });
  await run(fresh, path, { action: 'go-to', phase: 'interactive' });
  phones = Array.from({ length: 15 }, () => phone(fresh, joinCode));
  for (const [at, one] of phones.entries()) {
    const table = tables[Math.floor(at / 6)]!;
    await one.join({ table: table.code, mark: at === 14 ? 'expert' : 'participant' });
    const answers = { 'competency-ranking': at < 6 ? straight : reversed };
    const sent = await one.answer(event.id, randomUUID(), { answers });
    expect(sent.status, await sent.clone().text()).toBe(201);
  }
  for (const [at, ranking] of [
    [0, straight],
    [6, reversed],
  ] as const) {
    const wrote = await phones[at]!.write(event.id, 'answer:competency-ranking', ranking, 0);
    expect(wrote.status, await wrote.clone().text()).toBe(200);
    const sent = await phones[at]!.send(event.id);
    expect(sent.ok, await sent.clone().text()).toBe(true);
  }
});

afterAll(() => fresh.close());

async function read(query = ''): Promise<RoomResultsDocument> {
  const answer = await fresh.designer(`/api/studies/${room.id}/room-results${query}`);
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as RoomResultsDocument;
}

describe('the room in figures', () => {
  test('S8: people stand beside their table, in whole steps while they answer', async () => {
    const { rounds, isStepped, paired } = await read();
    expect(isStepped).toBe(true);
    expect(paired).toEqual([]);
    expect(rounds).toHaveLength(1);
    const { representation, people, tables } = rounds[0]!;
    expect([people, tables]).toEqual([10, 2]);
    const shown = representation.tables.map(({ n, held, own, others }) => [n, held, own, others]);
    // The third table has three members: none of them counts yet, and it ranked nothing.
    expect(shown).toEqual([
      [5, null, 0, 1],
      [5, null, 0, 1],
    ]);
  });

  test('once the event has ended everybody counts, and small tables say why they are held', async () => {
    await run(fresh, room.path, { action: 'round', round: 2 });
    for (const [at, one] of phones.entries()) {
      if (at === 5) continue;
      const answers = { 'competency-ranking': straight };
      const sent = await one.answer(room.event.id, randomUUID(), { answers, round: 2 });
      expect(sent.status, await sent.clone().text()).toBe(201);
    }
    await run(fresh, room.path, { action: 'end' });
    const { rounds, isStepped } = await read();
    expect(isStepped).toBe(false);
    const [first] = rounds;
    expect(first!.people).toBe(15);
    expect(first!.representation.tables.map(({ n, held }) => [n, held])).toEqual([
      [6, null],
      [6, null],
      [null, 'too-few'],
    ]);
    expect(first!.representation.overall).toMatchObject({ n: 12, own: 0, others: 1, nearer: 1 });
    expect(first!.agreement).toMatchObject({ withinTau: 1, acrossTau: -1 });
    expect(first!.agreement!.variance!.share).toBeCloseTo(1, 9);
  });

  test('S14: rounds are paired by person, and a single leaver cannot be worked out', async () => {
    const { paired, rounds } = await read();
    expect(rounds).toHaveLength(2);
    expect(paired).toHaveLength(1);
    expect(paired[0]).toMatchObject({
      before: 1,
      after: 2,
      n: 14,
      leavers: 1,
      newcomers: 0,
      isCoarse: true,
      agreement: { after: 1, change: null },
    });
    expect(paired[0]!.items[0]).toMatchObject({ placeBefore: 12, placeAfter: 1, meanAfter: null });
    expect(paired[0]!.items[0]!.isCertain).toBe(true);
  });

  test('S6: one expert is too few to be left out of the order', async () => {
    expect((await read()).marked).toMatchObject({ variants: [], held: 'too-few' });
    const people = (await (await fresh.designer(`${room.path}/people`)).json()) as {
      people: { id: string; mark: string }[];
    };
    for (const { id } of people.people.slice(6, 12)) {
      const changed = await fresh.designer(`${room.path}/people/${id}`, {
        method: 'PATCH',
        body: { mark: 'expert' },
      });
      expect(changed.status, await changed.clone().text()).toBe(200);
    }
    const { marked } = await read();
    expect(marked!.held).toBeNull();
    expect(marked!.variants[0]).toMatchObject({ left: 7, n: 8, orderChanged: true });
    expect(marked!.everyone.places[0]).toBe(12);
    expect(marked!.variants[0]!.places[0]).toBe(1);
  });

  test('A12, F10: two events of a series stand side by side and rolled up', async () => {
    const made = await fresh.designer(`/api/studies/${room.id}/events`, {
      body: { ...WORKSHOP, name: 'Session #2', series: 'Sessions' },
    });
    const event = (await made.json()) as ToldEvent;
    const path = `/api/studies/${room.id}/events/${event.id}`;
    const [table] = await addTables(fresh, { path }, 1);
    await run(fresh, path, { action: 'start' });
    await run(fresh, path, { action: 'go-to', phase: 'interactive' });
    for (let k = 0; k < 6; k += 1) {
      const one = phone(fresh, room.joinCode);
      await one.join({ table: table!.code });
      const answers = { 'competency-ranking': straight };
      expect((await one.answer(event.id, randomUUID(), { answers })).status).toBe(201);
    }
    await fresh.designer(`/api/studies/${room.id}/close`, { method: 'POST' });
    const { events } = await read();
    expect(events.list.map(({ name, n, places }) => [name, n, places?.[0]])).toEqual([
      ['Crossing the finish line', 15, 12],
      ['Session #2', 6, 1],
    ]);
    expect(events.list[1]!.kendallW).toBe(1);
    expect(events.list[1]!.againstOthers!.pairs).toBe(66);
    const one = await read(`?event=${encodeURIComponent(event.key)}`);
    expect(one.rounds.map(({ people }) => people)).toEqual([6]);
    // This one had no second round, but the other had: nobody counts twice here either.
    expect(one.events).toEqual(events);
  });

  test('a closed study counts nobody twice, unless all rounds are asked for', async () => {
    const [first, second] = (await read()).events.list.map(({ key }) => encodeURIComponent(key));
    const api = async (query: string) => {
      const answer = await fresh.designer(`/api/studies/${room.id}/results?${query}`);
      const { rounds, slices } = (await answer.json()) as ToldResults;
      return [slices[0].n, rounds.counted, rounds.repeated];
    };
    expect(await api(`event=${first}`)).toEqual([29, [1, 2], true]);
    expect(await api(`event=${first}&round=all`)).toEqual([29, [1, 2], true]);
    expect(await api(`event=${first}&round=2`)).toEqual([14, [2], false]);

    const page = async (query: string) => {
      const answer = await fresh.designer(`/studies/${room.id}/results?lang=en&${query}`);
      expect(answer.status, query).toBe(200);
      const html = await answer.text();
      const [, n] = /<strong data-n="(\d+)"/.exec(html) ?? [];
      const [, note = ''] = /class="rounds-note">(.*?)<\/p>/s.exec(html) ?? [];
      const [, chosen] = /name="only.@round"[^>]* checked\/><span>(.*?)<\/span>/.exec(html) ?? [];
      return { n: Number(n), note, chosen };
    };
    expect(await page(`event=${first}`)).toMatchObject({ n: 14, chosen: 'Round 2' });
    expect((await page(`event=${first}`)).note).toContain('Round 2 is shown');
    const all = await page(`event=${first}&round=all`);
    expect(all).toMatchObject({ n: 29, chosen: 'All rounds' });
    expect(all.note).toContain('intervals are too narrow');
    expect(all.note).toContain('Only round 2');
    expect(await page(`event=${first}&round=1`)).toMatchObject({
      n: 15,
      note: '',
      chosen: 'Round 1',
    });
    // The second event had one round: only the first round leaves nobody out.
    expect(await page('')).toMatchObject({ n: 21, chosen: 'Round 1' });
    expect((await page('')).note).toContain('Round 1 is shown');
    expect(await page('round=all')).toMatchObject({ n: 35 });
    expect(await page(`event=${second}`)).toMatchObject({ n: 6, note: '' });

    const compared = await page(`event=${first}&compare=all`);
    expect(compared.note).toContain('Round 2 is shown');
    const sides = await fresh.designer(
      `/studies/${room.id}/results?lang=en&where=%40event%3A${first}&compare=others`,
    );
    expect(await sides.text()).toContain('Round 2');
  });

  test('F10: editions of a series have numbers, counts of their own and one order together', async () => {
    const { events } = (await (await fresh.designer(`/api/studies/${room.id}/events`)).json()) as {
      events: (ToldEvent & { organiser: string; state: unknown })[];
    };
    for (const event of events) {
      const seriesNumber = event.name === 'Session #2' ? 2 : 1;
      const { name, startsAt, timeZone, agenda, edition } = event;
      const endsAt = WORKSHOP.endsAt;
      const facts = { name, startsAt, endsAt, timeZone, agenda, edition };
      const changed = await fresh.designer(`/api/studies/${room.id}/events/${event.id}`, {
        method: 'PATCH',
        body: { ...facts, series: 'Focus Sessions', seriesNumber },
      });
      expect(changed.status, await changed.clone().text()).toBe(200);
    }
    const { series } = (await read()).events;
    expect(series).toMatchObject([{ name: 'Focus Sessions', n: 21 }]);
    expect(series[0]!.equalWeight).toHaveLength(12);
    const page = await fresh.designer(
      `/studies/${room.id}/series?lang=en&name=${encodeURIComponent('Focus Sessions')}`,
    );
    expect(page.status).toBe(200);
    const html = await page.text();
    const cells = [...html.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell!);
    expect(cells).toContain('Focus Sessions (21)');
    expect(cells).toContain('Focus Sessions, each event the same weight');
    const answered = (edition: string) => cells[cells.indexOf(edition) + 4];
    expect(['#1', '#2', 'Σ'].map(answered)).toEqual(['15', '6', '21']);
    const list = await (await fresh.designer(`/studies/${room.id}/room?lang=en`)).text();
    expect(list).toContain('Focus Sessions #2');
  });

  test('S16: what tables write to the guiding questions is gathered question by question', async () => {
    const { guidingQuestions } = template('smart-city-programme-manager')!.workshop;
    expect(guidingQuestions).toHaveLength(6);
    const { event, path } = await workshop(fresh, 1);
    const guide = guidingQuestions[0]!;
    expect(guide.competencies.length).toBeGreaterThan(0);
    const [study] = [path.split('/')[3]!];
    const { joinCode } = (await (await fresh.designer(`/api/studies/${study}`)).json()) as {
      joinCode: string;
    };
    const { tables } = (await (await fresh.designer(`${path}/overview`)).json()) as {
      tables: { code: string }[];
    };
    await run(fresh, path, { action: 'start' });
    const one = phone(fresh, joinCode);
    await one.join({ table: tables[0]!.code });
    const field = `guide:${guide.id}`;
    expect((await one.write(event.id, field, 'Planning, ICT and law', 0)).status).toBe(200);
    expect((await one.write(event.id, 'guide:nothing', 'x', 0)).status).toBe(404);
    const answer = await fresh.designer(`/api/studies/${study}/room-results`);
    const { guides } = (await answer.json()) as RoomResultsDocument;
    expect(guides.map(({ id, answers }) => [id, answers.length])).toEqual(
      guidingQuestions.map(({ id }) => [id, id === guide.id ? 1 : 0]),
    );
    expect(guides[0]!.answers[0]).toMatchObject({
      table: 'Table 1',
      text: 'Planning, ICT and law',
    });
    const page = await fresh.designer(`/studies/${study}/results/room?lang=en`);
    expect(await page.text()).toContain('Planning, ICT and law');

    const problem = { text: 'Nobody reads our data', when: 'past' };
    const wrote = [
      await one.write(event.id, 'problem', problem, 0),
      await one.write(event.id, 'solution', 'x'.repeat(401), 0),
      await one.write(event.id, 'conclusion-1', 'Data <first>', 0),
    ];
    expect(wrote.map(({ status }) => status)).toEqual([200, 200, 200]);
    type Traced = { trace: { page: string; api: string; figures: { value: unknown }[] } };
    type Block = Traced & { id: string; kind: string; text: string; about: string };
    const strategy = async (query = '') => {
      const told = await fresh.designer(`/api/studies/${study}/strategy${query}`);
      const { document } = (await told.json()) as {
        document: { sections: { key: unknown; blocks: Block[] }[] };
      };
      const { blocks } = document.sections.find(({ key }) => key === 11)!;
      return {
        quotes: blocks.filter(({ kind, trace }) => kind === 'quote' && trace),
        counts: blocks.filter(({ id }) => id.startsWith('table-cards:')),
      };
    };
    const { quotes, counts } = await strategy();
    expect(quotes.map(({ text, about }) => [text, about])).toEqual([
      ['Planning, ICT and law', 'Table 1'],
      ['Nobody reads our data', 'Table 1 · Problem'],
      ['Data <first>', 'Table 1 · Conclusion'],
    ]);
    for (const { trace, text } of quotes) {
      const data = await fresh.designer(trace.api);
      const { guides: told, cards } = (await data.json()) as RoomResultsDocument;
      const written = [...told.flatMap(({ answers }) => answers), ...cards];
      expect(written.filter((card) => card.text === text && card.table === 'Table 1')).toHaveLength(
        1,
      );
      const seen = await (await fresh.designer(`${trace.page}&lang=en`)).text();
      expect(seen).toContain(text.replace('<', '&lt;'));
    }
    expect(counts.map(({ id, trace }) => [id, trace.figures[0]!.value])).toEqual([
      [`table-cards:guide-${guide.id}`, 1],
      ['table-cards:cases', 1],
      ['table-cards:conclusions', 1],
    ]);
    const once = { ...problem, text: 'Everybody reads them now' };
    expect((await one.write(event.id, 'problem', once, 1)).status).toBe(200);
    expect((await strategy()).quotes[1]!.text).toBe(once.text);
    expect((await strategy('?where=role:student')).quotes).toEqual([]);
    const shown = await (await fresh.designer(`/studies/${study}/strategy`)).text();
    expect(shown).toContain('<blockquote>Data &lt;first></blockquote>');
  });

  test('F6: one group stands against the anonymous rest, or both are held back', async () => {
    const { benchmark } = await read('?own=role:student');
    expect(benchmark).toMatchObject({ a: { n: null, suppressed: 'too-few' }, comparison: null });
    const events = await read(`?own=${encodeURIComponent('@event:Session #2')}`);
    expect(events.benchmark!.comparison!.orders!.pairs).toBe(66);
  });

  test('answers 304 while nothing has changed, and refuses what a room is not analysed by', async () => {
    const path = `/api/studies/${room.id}/room-results`;
    const etag = (await fresh.designer(path)).headers.get('etag')!;
    const again = await fresh.app.request(path, {
      headers: { authorization: `Bearer ${fresh.token}`, 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
    for (const query of ['question=role', 'question=none', 'own=none:x', 'own=role:a;country:ES']) {
      expect((await fresh.designer(`${path}?${query}`)).status).toBe(422);
    }
  });
});
