import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStrategy } from '../../src/survey/strategy/strategy-schema.ts';
import type { StrategyDocument } from '../../src/survey/strategy/strategy-document.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { answeredStudy, peopleOf } from './needs-study.ts';

const TEMPLATE = 'smart-city-programme-manager';

let fresh: FreshApp;
let path: string;

beforeAll(async () => {
  fresh = await freshApp();
  const { id } = await answeredStudy(fresh, TEMPLATE, peopleOf(TEMPLATE, { n: 30 }));
  path = `/api/studies/${id}/strategy`;
}, 60_000);
afterAll(() => fresh.close());

const sentencesOf = ({ sections }: StrategyDocument) =>
  sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'sentence');

describe('a strategy as a file', () => {
  it('holds the same sentences in JSON, Markdown and Word, with the words that people changed', async () => {
    const { document } = (await (await fresh.designer(path)).json()) as {
      document: StrategyDocument;
    };
    const changed = sentencesOf(document)[3]!;
    const change = { do: 'write', block: changed.id, text: 'Our *own* <words>.' };
    const edited = await fresh.designer(path, {
      method: 'PATCH',
      body: { revision: 0, changes: [change] },
    });
    expect(edited.status, await edited.clone().text()).toBe(200);

    const json = await fresh.designer(`${path}.json`);
    expect(json.headers.get('content-disposition')).toBe(
      'attachment; filename="smart-city-programme-manager-strategy-en.json"',
    );
    const read = readStrategy(await json.json());
    expect(sentencesOf(read).find(({ id }) => id === changed.id)?.text).toBe(change.text);

    const markdown = await (await fresh.designer(`${path}.md`)).text();
    expect(markdown).toContain('Our \\*own\\* \\<words\\>.');
    expect(markdown.match(/^## /gm)).toHaveLength(read.sections.length);

    const docx = await fresh.designer(`${path}.docx`);
    expect(docx.headers.get('content-type')).toMatch(/wordprocessingml/);
    const parts = unzipSync(new Uint8Array(await docx.arrayBuffer()));
    expect(strFromU8(parts['word/document.xml']!)).toContain('Our *own* &lt;words&gt;.');
  });

  it('is told once: who has it hears that nothing has changed', async () => {
    const first = await fresh.designer(`${path}.md?language=de`);
    const headers = {
      authorization: `Bearer ${fresh.token}`,
      'if-none-match': first.headers.get('etag')!,
    };
    const address = `${path}.md?language=de`;
    expect((await fresh.app.request(address, { headers })).status).toBe(304);
    fresh.setNow(new Date('2026-11-20T10:00:00Z'));
    expect((await fresh.app.request(address, { headers })).status).toBe(304);
    const other = await fresh.app.request(`${path}.md?language=fr`, { headers });
    expect(other.status).toBe(200);
    expect(await other.text()).not.toBe(await first.text());
  });

  it('is of a frozen version where one is asked for, and refused for a group that is none', async () => {
    const { revision } = (await (await fresh.designer(path)).json()) as { revision: number };
    const frozen = await fresh.designer(`${path}/versions`, { body: { name: 'First', revision } });
    expect(frozen.status, await frozen.clone().text()).toBe(201);
    const { id } = (await frozen.json()) as { id: string };
    const change = { do: 'title', text: 'Another title' };
    const renamed = await fresh.designer(path, {
      method: 'PATCH',
      body: { revision, changes: [change] },
    });
    expect(renamed.status, await renamed.clone().text()).toBe(200);
    const titleOf = async (query: string) =>
      readStrategy(await (await fresh.designer(`${path}.json${query}`)).json()).title;
    expect(await titleOf('')).toBe('Another title');
    expect(await titleOf(`?version=${id}`)).not.toBe('Another title');
    expect((await fresh.designer(`${path}.docx?where=role:nobody`)).status).toBe(422);
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect((await fresh.designer(`${path}.docx?version=${unknown}`)).status).toBe(404);
  });
});
