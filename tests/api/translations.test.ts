import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { put, smallDefinition } from './small-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp();
});
afterAll(() => fresh.close());

interface Body {
  progress: { missing: number; draft: number; reviewed: number };
  texts: { id: string; text: string; state: string; reviewedBy: string | null }[];
  refused: { id: string; problem: string }[];
}

/** The small study in English and German, without any German text. */
async function study() {
  const definition = { ...smallDefinition, languages: ['en', 'de'] };
  const made = await fresh.designer('/api/studies', { body: { definition } });
  const { id, joinCode } = (await made.json()) as { id: string; joinCode: string };
  const path = `/api/studies/${id}/translations`;
  const change = async (body: unknown, status = 200) => {
    const reply = await fresh.designer(path, { method: 'PATCH', body });
    expect(reply.status).toBe(status);
    return (await reply.json()) as Body;
  };
  const stateOf = ({ texts }: Body, unit: string) => texts.find((text) => text.id === unit)?.state;
  const read = async () => (await (await fresh.designer(`${path}?language=de`)).json()) as Body;
  return { id, joinCode, path, change, stateOf, read };
}

describe('a translation', () => {
  it('is missing, then a draft, then reviewed by somebody, and a draft when its source changes', async () => {
    const { id, change, stateOf, read } = await study();
    expect(stateOf(await read(), 'title')).toBe('missing');
    const texts = { title: 'Kleine Studie' };
    expect(stateOf(await change({ language: 'de', texts }), 'title')).toBe('draft');
    const reviewed = await change({ language: 'de', reviewed: { title: true } });
    expect(stateOf(reviewed, 'title')).toBe('reviewed');
    expect(reviewed.texts.find((text) => text.id === 'title')?.reviewedBy).toBe('Test');
    const now = (await (await fresh.designer(`/api/studies/${id}`)).json()) as {
      definition: { title: Record<string, string> };
    };
    const definition = { ...now.definition, title: { ...now.definition.title, en: 'Other' } };
    await fresh.designer(`/api/studies/${id}`, { method: 'PATCH', body: { definition } });
    expect(stateOf(await read(), 'title')).toBe('draft');
    expect((await read()).progress).toMatchObject({ draft: 1, reviewed: 0 });
  });

  it('is marked on the study’s page until all of its language is reviewed', async () => {
    const definition = {
      ...smallDefinition,
      languages: ['en', 'de'],
      reviewed: { en: true, de: false },
    };
    const made = await fresh.designer('/api/studies', { body: { definition } });
    const { id } = (await made.json()) as { id: string };
    const path = `/api/studies/${id}/translations?language=de`;
    const isMarked = async () =>
      (await (await fresh.designer(`/studies/${id}`)).text()).includes('not yet checked');
    const review = async (ids: string[], isRight: boolean) => {
      const reviewed = Object.fromEntries(ids.map((text) => [text, isRight]));
      const body = { language: 'de', reviewed };
      expect((await fresh.designer(path, { method: 'PATCH', body })).status).toBe(200);
    };
    expect(await isMarked()).toBe(true);
    const { texts } = (await (await fresh.designer(path)).json()) as Body;
    const ids = texts.map((text) => text.id);
    const wordings = Object.fromEntries(ids.map((text) => [text, `Wort ${ids.indexOf(text)}`]));
    const body = { language: 'de', texts: wordings };
    const written = await fresh.designer(path, { method: 'PATCH', body });
    expect(await written.json()).toMatchObject({ refused: [], progress: { missing: 0 } });
    await review(ids.slice(1), true);
    expect(await isMarked()).toBe(true);
    await review(ids.slice(0, 1), true);
    expect(await isMarked()).toBe(false);
    await review(ids.slice(0, 1), false);
    expect(await isMarked()).toBe(true);
  });

  it('that nobody has written reads in the fallback language, marked as such', async () => {
    const { id, joinCode, change } = await study();
    const texts = { 'questions.role.title': 'Rolle', consent: 'Einwilligung' };
    await change({ language: 'de', texts });
    await fresh.designer(`/api/studies/${id}/open`, { method: 'POST' });
    const joined = (await (await fresh.app.request(`/api/join/${joinCode}?lang=de`)).json()) as {
      questions: { id: string; title: string; lang?: string }[];
    };
    const question = (name: string) => joined.questions.find((one) => one.id === name);
    expect(question('role')).toMatchObject({ title: 'Rolle' });
    expect(question('role')?.lang).toBeUndefined();
    expect(question('places')).toMatchObject({ title: 'places', lang: 'en' });
    const page = await (await fresh.app.request(`/j/${joinCode}?lang=de`)).text();
    expect(page).toMatch(/<p class="hint" lang="en">Intro<\/p>/);
    expect(page).toMatch(/<p class="card consent">Einwilligung<\/p>/);
  });

  it('that breaks a rule is named and left out; the others are stored', async () => {
    const { change, read } = await study();
    const made = await change({
      language: 'de',
      texts: {
        title: 'x'.repeat(131),
        intro: 'Mit {name}',
        thanks: 'Danke',
        'questions.none.title': 'Nichts',
        'questions.role.options.student.label': 'Gleich',
        'questions.role.options.teacher.label': 'Gleich',
      },
    });
    expect(made.refused.map(({ id, problem }) => [id, problem]).toSorted()).toEqual([
      ['intro', 'placeholders'],
      ['questions.none.title', 'unknown'],
      ['questions.role.options.teacher.label', 'rule'],
      ['title', 'too-long'],
    ]);
    expect((await read()).progress.draft).toBe(2);
  });

  it('by two people at once: both stay', async () => {
    const { change, read } = await study();
    const ids = ['title', 'intro', 'consent', 'thanks'];
    await Promise.all(
      ids.map((unit) => change({ language: 'de', texts: { [unit]: `Neu ${unit}` } })),
    );
    expect((await read()).progress.draft).toBe(4);
  });

  it('of an answered study makes a new version, and answers stay', async () => {
    const { id, joinCode, change } = await study();
    await fresh.designer(`/api/studies/${id}/open`, { method: 'POST' });
    expect((await put(fresh, randomUUID(), { joinCode })).status).toBe(201);
    await change({ language: 'de', texts: { title: 'Titel', intro: 'Einleitung' } });
    const now = (await (await fresh.designer(`/api/studies/${id}`)).json()) as {
      version: number;
      responses: number;
    };
    expect(now).toMatchObject({ version: 2, responses: 1 });
  });

  it('cannot be made of the source or of a language that the study has not', async () => {
    const { change } = await study();
    await change({ language: 'en', texts: { title: 'x' } }, 422);
    await change({ language: 'fr', texts: { title: 'x' } }, 422);
  });
});

describe('a translator’s file', () => {
  it.each(['csv', 'xliff'])('says what it changes before it does: %s', async (format) => {
    const { id, path, change, read } = await study();
    await change({ language: 'de', texts: { title: 'Alter Titel', intro: 'Alte Einleitung' } });
    const file = await (await fresh.designer(`${path}/file?language=de&format=${format}`)).text();
    const edited = file.replace('Alter Titel', '=Neu &amp; "besser"'.replace('&amp;', 'und'));
    const send = async (body: string, apply: string) => {
      const reply = await fresh.app.request(`${path}/file?language=de&apply=${apply}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${fresh.token}`, 'content-type': 'text/csv' },
        body: format === 'csv' ? body.replace('=Neu und "besser"', `"'=Neu und ""besser"""`) : body,
      });
      return { status: reply.status, plan: (await reply.json()) as Record<string, unknown> };
    };
    const unchanged = await send(file, 'all');
    expect(unchanged.plan).toMatchObject({ applied: 0, changes: [], unknown: [], refused: [] });
    const { plan } = await send(edited, 'none');
    expect(plan).toMatchObject({
      applied: 0,
      changes: [{ id: 'title', before: 'Alter Titel', after: '=Neu und "besser"' }],
    });
    expect((await read()).texts[0]!.text).toBe('Alter Titel');
    expect((await send(edited, 'current')).plan).toMatchObject({ applied: 1 });
    expect((await read()).texts[0]!.text).toBe('=Neu und "besser"');
    const bomb = await send('<!DOCTYPE x [<!ENTITY a "a">]><xliff>&a;</xliff>', 'all');
    expect(bomb.status).toBe(422);
    expect((await send('nonsense', 'all')).status).toBe(422);
    expect(id).toBeTruthy();
  });

  it('keeps its letters where Excel has saved it in Windows-1252', async () => {
    const { path } = await study();
    const reply = await fresh.app.request(`${path}/file?language=de&apply=none`, {
      method: 'POST',
      headers: { authorization: `Bearer ${fresh.token}`, 'content-type': 'text/csv' },
      body: Buffer.from('id;translation\r\ntitle;Größe und Maß\r\n', 'latin1'),
    });
    const { changes } = (await reply.json()) as { changes: object[] };
    expect(changes).toMatchObject([{ id: 'title', after: 'Größe und Maß' }]);
  });
});
