import { newSeatCode, phone, workshop } from '../api/room-study.ts';
import type { ServedApp } from './browser.ts';

const dashed = (code: string) => code.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3');

const ROLES = ['student', 'researcher', 'city-officer'];

/** Seating and registration in use: proposals, planned rounds, wishes, a confirmed place. */
export async function seatingSitePages(site: ServedApp) {
  const { id, path, joinCode, event } = await workshop(site, 3);
  const phones = Array.from({ length: 14 }, () => phone(site, joinCode));
  for (const [at, one] of phones.entries()) {
    const mark = at % 5 === 4 ? 'expert' : 'participant';
    await one.join({ event: event.id, mark, answers: { role: ROLES[at % 3] } });
  }
  const send = async (end: string, body: object, method = 'POST') => {
    const answer = await site.designer(`${path}${end}`, { method, body });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { version: string };
  };
  const { version } = await send('/seating/proposal', {});
  await send('/seating', { version });
  await send('/rotation', { kind: 'travelling', rounds: 3 }, 'PUT');
  await send(
    '/public',
    {
      isPublic: true,
      isOpen: true,
      partners: [
        { name: 'City of Évora', role: 'organiser', url: 'https://evora.example' },
        { name: 'A European network of small digital firms', role: 'side-event' },
        { name: 'University of the Two Rivers', role: 'partner' },
      ],
      sessions: [
        { id: 'skills', title: 'Digital skills for the rural economy', capacity: 2 },
        { id: 'data', title: 'Data', way: 'either', half: 'afternoon', capacity: 1 },
        { id: 'online', title: 'Online panel', way: 'online', half: 'either', capacity: 20 },
      ],
      revision: 0,
    },
    'PUT',
  );
  const codes = Array.from({ length: 4 }, newSeatCode);
  for (const [at, code] of codes.entries()) {
    const preferences = at === 3 ? ['skills', 'data'] : ['skills'];
    const way = at === 3 ? 'either' : 'on-site';
    await site.app.request(`/api/join/${joinCode}/registrations/${event.id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, preferences, way, half: at === 3 ? 'either' : 'morning' }),
    });
    if (at !== 0) continue;
    const { version: seen } = (await (await site.designer(`${path}/spots`)).json()) as {
      version: string;
    };
    await send('/spots', { version: seen });
  }
  const other = await workshop(site);
  const room = `/studies/${id}/room/${event.id}`;
  const page = `/j/${joinCode}/event/${event.id}`;
  return {
    anybody: [
      ['event', page],
      ['event-placed', `${page}/mine?me=${dashed(codes[0]!)}`],
      ['event-undecided', `${page}/mine?me=${dashed(codes[1]!)}`],
      ['event-hidden', `/j/${other.joinCode}/event/${other.event.id}`, 404],
    ] as [string, string, number?][],
    designers: [
      ['seating', `${room}/seating`],
      ['seating-proposal', `${room}/seating?seed=1&max=4`],
      ['seating-none', `/studies/${other.id}/room/${other.event.id}/seating`],
      ['registration', `${room}/registration`],
      ['registration-none', `/studies/${other.id}/room/${other.event.id}/registration`],
    ] as [string, string][],
  };
}
