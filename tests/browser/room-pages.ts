import { randomUUID } from 'node:crypto';
import { newSeatCode, phone, run, workshop } from '../api/room-study.ts';
import { template } from '../../src/survey/templates.ts';
import type { ServedApp } from './browser.ts';
import { seatingSitePages } from './seating-pages.ts';

/** A return code as it stands in addresses. */
export const dashed = (code: string) => code.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3');

const items = template('smart-city-programme-manager')!.lists['competencies']!.map(({ id }) => id);

/** A ranking of six competencies that begins with another one for each person. */
export const rankingFrom = (start: number) =>
  Array.from({ length: 6 }, (_, at) => [items[(start + at) % items.length]!]);

/** A workshop whose tables work: three tables, four people at the first, cards dealt. */
export async function workingRoom(site: ServedApp) {
  const room = await workshop(site, 3);
  const { path, joinCode, event, tables } = room;
  await run(site, path, { action: 'start' });
  await run(site, path, { action: 'go-to', phase: 'interactive' });
  await site.designer(`${path}/deal`, { body: { how: 'round-robin' } });
  const phones = Array.from({ length: 4 }, () => phone(site, joinCode));
  for (const [at, one] of phones.entries()) {
    const mark = at === 3 ? 'expert' : 'participant';
    await one.join({ table: tables[0]!.code, mark, answers: { role: 'student' } });
  }
  await phones[0]!.write(event.id, 'answer:competency-ranking', rankingFrom(0), 0);
  await phones[0]!.write(event.id, 'problem', { text: 'Two people run it all.', when: 'now' }, 0);
  return { ...room, phones };
}

/** A plenary whose big screen shows two tables side by side. */
async function abreastRoom(site: ServedApp) {
  const room = await workshop(site, 2);
  await run(site, room.path, { action: 'start' });
  await run(site, room.path, { action: 'go-to', phase: 'interactive' });
  for (const [at, table] of room.tables.entries()) {
    const one = phone(site, room.joinCode);
    await one.join({ table: table.code });
    await one.write(room.event.id, 'answer:competency-ranking', rankingFrom(3 * at), 0);
  }
  await run(site, room.path, { action: 'next' });
  await run(site, room.path, { action: 'reveal' });
  await run(site, room.path, { action: 'screen', screen: 'compare' });
  return room;
}

/** Two questions from the floor, of which one is on the screen; the code of who asked the other. */
async function askedFloor(
  site: ServedApp,
  {
    path,
    joinCode,
    event,
  }: Pick<Awaited<ReturnType<typeof workshop>>, 'path' | 'joinCode' | 'event'>,
  code: string,
): Promise<string> {
  for (const [seat, text] of [
    [code, 'Is there a certificate?'],
    [newSeatCode(), 'Who owns the data?'],
  ] as const) {
    const id = randomUUID();
    await site.app.request(`/api/join/${joinCode}/room/${event.id}/floor`, {
      method: 'POST',
      headers: { seat, 'content-type': 'application/json' },
      body: JSON.stringify({ id, text }),
    });
    if (seat === code) continue;
    for (const [revision, to] of [
      [1, 'accepted'],
      [2, 'shown'],
    ] as const) {
      await site.designer(`${path}/floor/${id}`, { body: { revision, to } });
    }
  }
  return code;
}

/** The pages of a room: for those who run it, and for people on their phones. */
export async function roomSitePages(site: ServedApp) {
  const { id, path, joinCode, event, tables, phones } = await workingRoom(site);
  const waits = phone(site, joinCode);
  await waits.join({ event: event.id });
  const shown = await workingRoom(site);
  for (const [at, one] of shown.phones.entries()) {
    for (const more of [0, 4]) {
      const answers = { 'competency-ranking': rankingFrom(at + more) };
      await one.answer(shown.event.id, randomUUID(), { answers });
    }
  }
  await run(site, shown.path, {
    action: 'screen',
    screen: 'ranking',
    question: 'competency-ranking',
  });
  await run(site, shown.path, { action: 'reveal' });
  const planned = await workshop(site);
  await run(site, planned.path, { action: 'screen', screen: 'instructions' });
  const abreast = await abreastRoom(site);
  const floor = await askedFloor(site, { path, joinCode, event }, phones[1]!.code);
  const seating = await seatingSitePages(site);
  const room = `/studies/${id}/room`;
  const seat = (code: string) => `/j/${joinCode}/seat/${event.id}?me=${dashed(code)}`;
  return {
    anybody: [
      ['room-tables', `/j/${joinCode}/room`],
      ['room-door', `/j/${joinCode}/t/${tables[0]!.code}`],
      ['room-none', `/j/${planned.joinCode}/room`],
      ['seat-writer', `${seat(phones[0]!.code)}&q=competency-ranking`],
      ['seat-reader', `${seat(phones[1]!.code)}&q=competency-ranking`],
      ['seat-waiting', seat(waits.code)],
      ['seat-alone', `/j/${joinCode}/seat/${event.id}/alone?me=${dashed(phones[2]!.code)}`],
      ['room-floor', `/j/${joinCode}/floor/${event.id}?me=${dashed(floor)}`],
      ...seating.anybody,
    ] as [string, string, number?][],
    designers: [
      ['room-events', room],
      ['room-edit', `${room}/${event.id}/edit`],
      ['room-console', `${room}/${event.id}`],
      ['room-planned', `/studies/${planned.id}/room/${planned.event.id}`],
      ['room-screen', `${room}/${event.id}/screen`],
      ['room-paper', `${room}/${event.id}/paper`],
      ['room-print', `${room}/${event.id}/print`],
      ['room-sheets', `${room}/${event.id}/print/sheets?count=2`],
      ['room-host', `${room}/${event.id}/print/host`],
      ['room-ranking', `/studies/${shown.id}/room/${shown.event.id}/screen`],
      ['room-instructions', `/studies/${planned.id}/room/${planned.event.id}/screen`],
      ['room-abreast', `/studies/${abreast.id}/room/${abreast.event.id}/screen`],
      ...seating.designers,
    ] as [string, string][],
  };
}
