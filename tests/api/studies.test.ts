import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStudy } from '../../src/db/studies.ts';
import { Definition } from '../../src/survey/definition.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy, put, smallDefinition } from './small-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp();
});
afterAll(() => fresh.close());

interface StudyBody {
  id: string;
  joinCode: string;
  status: string;
  responses: number;
  definition: { title: Record<string, string>; questions: unknown[] };
}

async function make(): Promise<StudyBody> {
  const made = await fresh.designer('/api/studies', { body: { definition: smallDefinition } });
  return (await made.json()) as StudyBody;
}

async function read(id: string): Promise<StudyBody> {
  return (await (await fresh.designer(`/api/studies/${id}`)).json()) as StudyBody;
}

describe('a study', () => {
  it('starts as a draft from a template, with a join code', async () => {
    const body = { template: 'smart-city-programme-manager' };
    const made = await fresh.designer('/api/studies', { body });
    expect(made.status).toBe(201);
    const study = (await made.json()) as StudyBody;
    expect(study).toMatchObject({
      status: 'draft',
      joinCode: expect.stringMatching(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/),
    });
    expect(made.headers.get('location')).toBe(`/api/studies/${study.id}`);
    expect((await read(study.id)).definition.questions).toHaveLength(26);
  });

  it('keeps its own copy of a definition, with defaults filled in', async () => {
    const { id } = await make();
    expect((await read(id)).definition).toMatchObject({
      title: { en: 'Small study' },
      questions: expect.arrayContaining([
        expect.objectContaining({ id: 'role', required: false, audience: ['individual', 'table'] }),
      ]),
    });
  });

  it('opens, closes and opens again', async () => {
    const { id } = await make();
    const statuses = [];
    for (const action of ['open', 'open', 'close', 'close', 'open']) {
      const done = await fresh.designer(`/api/studies/${id}/${action}`, { method: 'POST' });
      statuses.push(((await done.json()) as StudyBody).status);
    }
    expect(statuses).toEqual(['open', 'open', 'closed', 'closed', 'open']);
    expect(await read(id)).toMatchObject({ status: 'open', closedAt: null });
  });

  it('cannot be closed before it was open', async () => {
    const { id } = await make();
    const closed = await fresh.designer(`/api/studies/${id}/close`, { method: 'POST' });
    expect(closed.status).toBe(409);
    expect((await read(id)).status).toBe('draft');
  });

  it('can be reworded until somebody has answered, and is frozen from then on', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const reword = (title: string) =>
      fresh.designer(`/api/studies/${id}`, {
        method: 'PATCH',
        body: { definition: { ...smallDefinition, title: { en: title } } },
      });
    expect((await reword('Second wording')).status).toBe(200);
    expect((await read(id)).definition.title).toEqual({ en: 'Second wording' });
    await put(fresh, randomUUID(), { joinCode });
    const refused = await reword('Third wording');
    expect(refused.status).toBe(409);
    expect(((await refused.json()) as { error: string }).error).toMatch(/frozen/);
    expect((await read(id)).definition.title).toEqual({ en: 'Second wording' });
  });

  it('can be duplicated without its answers', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await put(fresh, randomUUID(), { joinCode });
    const copied = await fresh.designer(`/api/studies/${id}/duplicate`, { method: 'POST' });
    expect(copied.status).toBe(201);
    const copy = await read(((await copied.json()) as StudyBody).id);
    expect(copy).toMatchObject({ status: 'draft', responses: 0 });
    expect(copy.joinCode).not.toBe(joinCode);
    expect(copy.definition).toEqual((await read(id)).definition);
  });

  it('takes all its answers along when it is deleted', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await put(fresh, randomUUID(), {
      joinCode,
      answers: { topics: [['law'], ['data']], name: 'Ada' },
    });
    const deleted = await fresh.designer(`/api/studies/${id}`, { method: 'DELETE' });
    expect(deleted.status).toBe(204);
    for (const table of ['response', 'ledger', 'personal_answer'] as const) {
      const rows = await fresh.db
        .selectFrom(table)
        .selectAll()
        .where('study_id', '=', id)
        .execute();
      expect(rows).toEqual([]);
    }
    expect((await fresh.designer(`/api/studies/${id}`)).status).toBe(404);
    expect((await fresh.app.request(`/api/join/${joinCode}`)).status).toBe(404);
  });

  it('leaves no answer behind when people submit while it is being deleted', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const sending = Array.from({ length: 40 }, () => put(fresh, randomUUID(), { joinCode }));
    const deleting = fresh.designer(`/api/studies/${id}`, { method: 'DELETE' });
    const statuses = (await Promise.all(sending)).map(({ status }) => status);
    expect((await deleting).status).toBe(204);
    expect(statuses.every((status) => [201, 404, 410].includes(status))).toBe(true);
    for (const table of ['response', 'ledger'] as const) {
      const left = await fresh.db
        .selectFrom(table)
        .selectAll()
        .where('study_id', '=', id)
        .execute();
      expect(left).toEqual([]);
    }
  });

  it('is listed a page at a time, newest first, each once', async () => {
    const ids = [];
    for (let day = 1; day <= 5; day += 1) {
      fresh.setNow(new Date(`2027-01-0${day}T00:00:00Z`));
      ids.unshift((await make()).id);
    }
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null && seen.length < ids.length) {
      const cursor = next && `&cursor=${next}`;
      const page = (await (await fresh.designer(`/api/studies?limit=2${cursor}`)).json()) as {
        studies: StudyBody[];
        next: string | null;
      };
      seen.push(...page.studies.map(({ id }) => id));
      next = page.next;
    }
    expect(seen.slice(0, 5)).toEqual(ids);
  });
});

describe('a join code', () => {
  it('is never given out again, not even after its study was deleted', async () => {
    const { id, joinCode } = await make();
    await fresh.designer(`/api/studies/${id}`, { method: 'DELETE' });
    const used = joinCode.replace('-', '');
    const codes = [used, used, '234567'];
    const study = await createStudy(fresh.db, {
      definition: Definition.parse(smallDefinition),
      now: new Date(),
      newCode: () => codes.shift()!,
    });
    expect(study.joinCode).toBe('234567');
    expect(codes).toEqual([]);
  });

  it('finds the study in any case, with or without the dash, in the language asked for', async () => {
    const made = await fresh.designer('/api/studies', {
      body: { template: 'local-digital-skills' },
    });
    const { id, joinCode } = (await made.json()) as StudyBody;
    await fresh.designer(`/api/studies/${id}/open`, { method: 'POST' });
    const written = [joinCode, joinCode.toLowerCase(), joinCode.replace('-', ''), ` ${joinCode} `];
    for (const code of written) {
      const joined = await fresh.app.request(`/api/join/${encodeURIComponent(code)}?lang=de`);
      expect(joined.status).toBe(200);
      expect(await joined.json()).toMatchObject({ code: joinCode, status: 'open', language: 'de' });
    }
  });

  it('of a draft leads nowhere, of a closed study to a page that says so', async () => {
    const { id, joinCode } = await make();
    expect((await fresh.app.request(`/api/join/${joinCode}`)).status).toBe(404);
    await fresh.designer(`/api/studies/${id}/open`, { method: 'POST' });
    await fresh.designer(`/api/studies/${id}/close`, { method: 'POST' });
    const joined = await fresh.app.request(`/api/join/${joinCode}`);
    expect(joined.status).toBe(200);
    expect(await joined.json()).toMatchObject({ status: 'closed' });
  });

  it('answers 304 until the study changes', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const join = (etag: string) =>
      fresh.app.request(`/api/join/${joinCode}`, { headers: { 'if-none-match': etag } });
    const etag = (await join('')).headers.get('etag')!;
    expect((await join(etag)).status).toBe(304);
    await fresh.designer(`/api/studies/${id}/close`, { method: 'POST' });
    expect((await join(etag)).status).toBe(200);
  });

  it('comes as a QR code with a quiet zone of four modules', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const open = await fresh.app.request(`/j/${joinCode}/qr.svg`);
    expect(open.headers.get('content-type')).toBe('image/svg+xml');
    const svg = await open.text();
    expect(await (await fresh.designer(`/api/studies/${id}/qr.svg`)).text()).toBe(svg);
    const size = Number(/viewBox="0 0 (\d+) \d+"/.exec(svg)?.[1]);
    const paths = [...svg.matchAll(/M(\d+),(\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(Math.min(...paths.flat())).toBe(40);
    expect(Math.max(...paths.flat())).toBe(size - 50);
  });
});
