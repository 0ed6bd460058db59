import { randomUUID } from 'node:crypto';
import type { ServedApp } from './browser.ts';

/** A strategy that was worked on, frozen, commented, shared and published. */
export async function strategySitePages({ designer }: ServedApp, id: string) {
  const root = `/studies/${id}/strategy`;
  const block = 'leaders:contents';
  const write = { do: 'write', block, text: 'We begin with what everybody agrees on.' };
  // As if the words were older than the numbers.
  const older = { fingerprint: 'older', original: 'Nothing leads.' };
  const changed = await designer(`/api${root}`, {
    method: 'PATCH',
    body: {
      revision: 0,
      changes: [
        { ...write, ...older },
        { do: 'leave-out', block: 'agreement:contents', ...older },
        { do: 'leave-out-section', section: 7 },
        { do: 'add', paragraph: randomUUID(), section: 6, text: 'Approved by the board.' },
      ],
    },
  });
  const { revision } = (await changed.json()) as { revision: number };
  const comment = { block, text: 'Is this certain enough?' };
  await designer(`/api${root}/comments`, { body: comment });
  const version = { revision, name: 'For the board', signedBy: 'Dr Ruiz', note: 'First reading' };
  const frozen = await designer(`/api${root}/versions`, { body: version });
  const { id: made } = (await frozen.json()) as { id: string };
  await designer(`/api${root}/comments`, { body: { ...comment, version: made } });
  const link = async (body: object) => {
    const answer = await designer(`/api${root}/versions/${made}/links`, { body });
    return (await answer.json()) as { id: string; url: string };
  };
  const review = await link({ kind: 'review', files: true });
  const ended = await link({});
  await designer(`/api${root}/links/${ended.id}`, { method: 'DELETE' });
  await designer(`/api/studies/${id}/template`, { body: { name: 'Round one' } });
  return {
    anybody: [
      ['strategy-shared', new URL(review.url).pathname],
      ['strategy-ended', new URL(ended.url).pathname, 410],
    ] as [string, string, number?][],
    designers: [
      ['strategy', root],
      ['strategy-versions', `${root}/versions`],
      ['strategy-version', `${root}/versions/${made}`],
      ['strategy-differences', `${root}/differences?from=${made}&to=draft`],
      ['strategy-compare', `${root}/compare?where=area-type:city&with=area-type:town-suburb`],
      ['strategy-reuse', `${root}/reuse`],
    ] as [string, string][],
  };
}
