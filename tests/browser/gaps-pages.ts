import { randomUUID } from 'node:crypto';
import { run, type ToldEvent, WORKSHOP } from '../api/room-study.ts';
import { respond } from '../smoke.ts';
import type { ServedApp } from './browser.ts';

/** A rural session with ideas, merges, checks and practices. */
export async function gapsSitePages(site: ServedApp) {
  const { designer, url } = site;
  const body = { template: 'rural-innovation-gaps' };
  const made = (await (await designer('/api/studies', { body })).json()) as Record<string, string>;
  const { id, joinCode } = made as { id: string; joinCode: string };
  await designer(`/api/studies/${id}/open`, { method: 'POST' });
  const answer = await designer(`/api/studies/${id}/events`, { body: WORKSHOP });
  const event = (await answer.json()) as ToldEvent;
  await run(site, `/api/studies/${id}/events/${event.id}`, { action: 'start' });
  const keys: string[] = [];
  for (const text of ['No fibre in the valley', 'Nobody repairs the sensors', 'Bad roads']) {
    const idea = { id: randomUUID(), text };
    const headers = { 'content-type': 'application/json' };
    const sent = { method: 'POST', headers, body: JSON.stringify(idea) };
    await fetch(`${url}/api/join/${joinCode}/ideas`, sent);
    keys.push(`idea:${idea.id}`);
  }
  const gaps = `/api/studies/${id}/gaps`;
  await designer(gaps, { body: { label: 'Bad roads' } });
  await designer(`${gaps}/steps`, { body: { ideas: [keys[0]], into: 'digital-infrastructure' } });
  await designer(`${gaps}/steps`, { body: { ideas: [keys[2]], into: 'gap-bad-roads' } });
  for (let n = 0; n < 7; n += 1) await respond(url, joinCode);
  const practice = {
    title: 'Digital Village Programme',
    owner: 'Digital Success Programme',
    what: 'Trainers and a shared workshop in every village.',
    replicability: 4,
    replicabilityEvidence: 'Repeated in two regions.',
    scalability: 3,
    status: 'published',
  };
  await designer(`/api/studies/${id}/practices`, { body: practice });
  return {
    anybody: [
      ['ideas', `/j/${joinCode}/ideas`],
      ['ideas-sent', `/j/${joinCode}/ideas?sent`],
    ] as [string, string][],
    designers: [
      ['gaps', `/studies/${id}/gaps`],
      ['gaps-by', `/studies/${id}/gaps?by=area-type`],
    ] as [string, string][],
  };
}
