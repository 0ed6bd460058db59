import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../src/db/fold.ts';
import { findStudy } from '../../src/db/studies.ts';
import { verifyTallies } from '../../src/db/verify-tallies.ts';
import { testCodeOf } from '../../src/http/test-code.ts';
import { changedAt, type Place } from '../../src/survey/definition-edits.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy, put, smallDefinition, validAnswers } from './small-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp();
});
afterAll(() => fresh.close());

interface Whole {
  id: string;
  joinCode: string;
  revision: number;
  version: number;
  responses: number;
  testAnswers: number;
  definition: typeof smallDefinition;
}

async function read(id: string): Promise<Whole> {
  return (await (await fresh.designer(`/api/studies/${id}`)).json()) as Whole;
}

function patch(id: string, body: Record<string, unknown>): Promise<Response> {
  return fresh.designer(`/api/studies/${id}`, { method: 'PATCH', body });
}

/** The small study with another value at one place. */
function changed(place: Place, value: unknown): typeof smallDefinition {
  return changedAt(smallDefinition, place, value);
}

/** An open study that somebody has answered. */
async function answered(): Promise<{ id: string; joinCode: string }> {
  const study = await openSmallStudy(fresh);
  await put(fresh, randomUUID(), { joinCode: study.joinCode });
  return study;
}

const en = (text: string) => ({ en: text });

describe('an edit', () => {
  it('that was made from an older revision is not taken, so nobody overwrites another window', async () => {
    const { id } = await openSmallStudy(fresh);
    const { revision } = await read(id);
    const first = await patch(id, { definition: changed(['title'], en('First')), revision });
    expect(first.status).toBe(200);
    expect((await first.json()) as Whole).toMatchObject({ revision: revision + 1, version: 1 });
    const second = await patch(id, { definition: changed(['title'], en('Second')), revision });
    expect(second.status).toBe(409);
    expect((await read(id)).definition.title).toEqual(en('First'));
  });

  it('may leave translations for later, but not the main language', async () => {
    const { id } = await openSmallStudy(fresh);
    const two = { ...smallDefinition, languages: ['en', 'de'] };
    expect((await patch(id, { definition: two })).status).toBe(200);
    const refused = await patch(id, { definition: { ...two, defaultLanguage: 'de' } });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(await refused.json())).toContain('missing in language \\"de\\"');
  });
});

describe('a study that somebody has answered', () => {
  it('is reworded as a new version only, which is logged with who, when and what', async () => {
    const { id, joinCode } = await answered();
    const definition = changed(['lists', 'topics', 0, 'label'], en('Legislation'));
    const frozen = await patch(id, { definition });
    expect(frozen.status).toBe(409);
    expect(await frozen.json()).toMatchObject({ error: expect.stringMatching(/frozen/) });
    expect((await patch(id, { definition, newVersion: true })).status).toBe(200);
    await put(fresh, randomUUID(), { joinCode });
    const log = await (await fresh.designer(`/api/studies/${id}/versions`)).json();
    expect(log).toMatchObject({
      version: 2,
      versions: [
        {
          version: 2,
          madeBy: 'Test',
          responses: 1,
          changes: expect.arrayContaining([
            expect.objectContaining({ kind: 'text', effect: 'wording', option: 'law' }),
          ]),
        },
        { version: 1, madeBy: null, responses: 1, changes: [] },
      ],
    });
  });

  it.each<[string, typeof smallDefinition, string]>([
    [
      'an option taken away',
      changed(['lists', 'topics'], smallDefinition.lists.topics.slice(1)),
      'option-removed',
    ],
    [
      'options in another order',
      changed(['lists', 'topics'], smallDefinition.lists.topics.toReversed()),
      'option-moved',
    ],
    [
      'a question taken away',
      changed(['questions'], smallDefinition.questions.slice(0, -1)),
      'question-removed',
    ],
    ['a scale with other values', changed(['scales', 0, 'points', 2, 'value'], 9), 'points'],
    ['smaller groups shown', changed(['privacy', 'minCell'], 3), 'min-cell-lower'],
  ])('refuses %s, which would take the meaning from answers', async (_, definition, kind) => {
    const { id } = await answered();
    const refused = await patch(id, { definition, newVersion: true });
    expect(refused.status).toBe(409);
    expect(JSON.stringify(await refused.json())).toContain(kind);
    expect(await read(id)).toMatchObject({ version: 1, definition: { privacy: { minCell: 5 } } });
  });

  it('counts old and new answers rightly once an option and a question are added', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const rank = (first: string) => ({ answers: { topics: [[first], ['data']], role: 'student' } });
    for (let n = 0; n < 30; n += 1) await put(fresh, randomUUID(), { joinCode, ...rank('law') });
    const before = (await findStudy(fresh.db, id))!;
    await fold(fresh.db, before, new Date());
    const added = {
      ...changed(
        ['lists', 'topics'],
        [...smallDefinition.lists.topics, { id: 'water', label: en('water') }],
      ),
      questions: [
        ...smallDefinition.questions,
        {
          id: 'more',
          kind: 'single',
          section: 'all',
          required: true,
          title: en('More'),
          options: ['yes', 'no'].map((option) => ({ id: option, label: en(option) })),
        },
      ],
    };
    expect((await patch(id, { definition: added, newVersion: true })).status).toBe(200);
    for (let n = 0; n < 6; n += 1) {
      const answers = { ...rank('water').answers, more: 'yes' };
      expect((await put(fresh, randomUUID(), { joinCode, answers })).status).toBe(201);
    }
    await fresh.designer(`/api/studies/${id}/close`, { method: 'POST' });
    const study = (await findStudy(fresh.db, id))!;
    await fold(fresh.db, study, new Date());
    expect(await verifyTallies(fresh.db, study)).toEqual({ responses: 36, wrong: [] });
    const results = (await (
      await fresh.designer(`/api/studies/${id}/results?question=topics`)
    ).json()) as { slices: { n: number; items: { id: string }[]; firstShare: number[] }[] };
    const [all] = results.slices;
    const shares = Object.fromEntries(all!.items.map((item, k) => [item.id, all!.firstShare[k]]));
    expect(all!.n).toBe(36);
    expect(shares['law']).toBeCloseTo(30 / 36, 6);
    expect(shares['water']).toBeCloseTo(6 / 36, 6);
  });

  it('adds no option where an item made of write-ins has the place behind the last one', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const answers = { topics: [['law'], [{ writeIn: 'Rail' }]] };
    expect((await put(fresh, randomUUID(), { joinCode, answers })).status).toBe(201);
    const merged = await fresh.designer(`/api/studies/${id}/write-ins/merges`, {
      body: { question: 'topics', texts: ['Rail'], label: 'Rail' },
    });
    expect(merged.status).toBe(201);
    const more = [...smallDefinition.lists.topics, { id: 'water', label: en('water') }];
    const definition = changed(['lists', 'topics'], more);
    const refused = await patch(id, { definition, newVersion: true });
    expect(refused.status).toBe(409);
    expect(JSON.stringify(await refused.json())).toContain('option-moved');
  });

  it('still takes what a phone sends that shows the version before, and remembers which it was', async () => {
    const { id, joinCode } = await answered();
    const asking = { ...smallDefinition.questions[1]!, required: true };
    const stricter = changed(['questions', 1], asking);
    expect((await patch(id, { definition: stricter, newVersion: true })).status).toBe(200);
    const sent = await put(fresh, randomUUID(), { joinCode });
    expect(sent.status).toBe(201);
    const answers = { ...validAnswers, role: 'student' };
    await put(fresh, randomUUID(), { joinCode, answers });
    const rows = await fresh.db
      .selectFrom('response')
      .select('definition_version')
      .where('study_id', '=', id)
      .orderBy('definition_version')
      .execute();
    expect(rows.map((row) => row.definition_version)).toEqual([1, 1, 2]);
    const csv = async () =>
      (await (await fresh.designer(`/api/studies/${id}/export?format=csv`)).text()).split('\r\n');
    const versions = (lines: string[]) => {
      const place = lines[0]!.split(',').indexOf('definition_version');
      return lines
        .slice(1, -1)
        .map((line) => line.split(',')[place])
        .toSorted();
    };
    expect(versions(await csv())).toEqual(['suppressed', 'suppressed', 'suppressed']);
    for (let n = 0; n < 4; n += 1) await put(fresh, randomUUID(), { joinCode, answers });
    for (let n = 0; n < 3; n += 1) await put(fresh, randomUUID(), { joinCode });
    expect(versions(await csv())).toEqual([...Array(5).fill('1'), ...Array(5).fill('2')]);
    fresh.setNow(new Date('2026-11-23T09:00:00Z'));
    const late = await put(fresh, randomUUID(), { joinCode });
    fresh.setNow(new Date('2026-11-20T09:00:00Z'));
    expect(late.status).toBe(422);
  });
});

describe('a test answer', () => {
  it('is checked like a real one and counts nowhere', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const study = (await findStudy(fresh.db, id))!;
    const code = await testCodeOf(fresh.config.secret, study);
    expect((await put(fresh, randomUUID(), { joinCode: code, answers: {} })).status).toBe(422);
    const own = randomUUID();
    expect((await put(fresh, own, { joinCode: code })).status).toBe(201);
    expect((await put(fresh, own, { joinCode: code, revision: 2 })).status).toBe(200);
    expect((await put(fresh, randomUUID(), { joinCode: code })).status).toBe(201);
    expect(await read(id)).toMatchObject({ responses: 0, testAnswers: 2, joinCode });
    for (const table of ['response', 'ledger', 'personal_answer'] as const) {
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from ${sql.table(table)} where study_id = ${id}`.execute(fresh.db);
      expect(rows[0]!.n).toBe(0);
    }
    const csv = await (await fresh.designer(`/api/studies/${id}/export?format=csv`)).text();
    expect(csv.trim().split('\r\n')).toHaveLength(1);
    const results = await fresh.designer(`/api/studies/${id}/results?question=topics`);
    expect(((await results.json()) as { slices: { n: number }[] }).slices[0]!.n).toBe(0);
  });

  it('is taken by a draft, and by nobody who guesses the code', async () => {
    const made = await fresh.designer('/api/studies', { body: { definition: smallDefinition } });
    const { id } = (await made.json()) as Whole;
    const study = (await findStudy(fresh.db, id))!;
    const code = await testCodeOf(fresh.config.secret, study);
    const guessed = `${study.joinCode}000000000000`;
    expect((await put(fresh, randomUUID(), { joinCode: guessed })).status).toBe(404);
    expect((await fresh.app.request(`/j/${guessed}`)).status).toBe(404);
    const page = await fresh.app.request(`/j/${code}?lang=en`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Test – this does not count');
    expect((await put(fresh, randomUUID(), { joinCode: code })).status).toBe(201);
  });

  it('does not freeze the study, and all of them can be deleted', async () => {
    const { id } = await openSmallStudy(fresh);
    const code = await testCodeOf(fresh.config.secret, (await findStudy(fresh.db, id))!);
    await put(fresh, randomUUID(), { joinCode: code });
    const definition = changed(['questions'], smallDefinition.questions.slice(0, 2));
    expect((await patch(id, { definition })).status).toBe(200);
    const deleted = await fresh.designer(`/api/studies/${id}/test-answers`, { method: 'DELETE' });
    expect(deleted.status).toBe(204);
    expect((await read(id)).testAnswers).toBe(0);
  });
});

describe('a page about a study', () => {
  it('shows what a designer wrote as text, wherever it stands', async () => {
    const evil = '</script><img src=x onerror=alert(1)>';
    const { id } = await openSmallStudy(fresh);
    const definition = changedAt(
      changed(['questions', 0, 'title'], en(evil)),
      ['lists', 'topics', 0, 'label'],
      en(`${evil}"'`),
    );
    expect((await patch(id, { definition })).status).toBe(200);
    const study = (await findStudy(fresh.db, id))!;
    const code = await testCodeOf(fresh.config.secret, study);
    for (const path of [
      `/studies/${id}`,
      `/studies/${id}/edit`,
      `/studies/${id}/preview`,
      `/j/${study.joinCode}`,
      `/j/${code}`,
    ]) {
      const page = await fresh.designer(path);
      expect([path, page.status]).toEqual([path, 200]);
      expect(await page.text()).not.toContain('<img');
    }
  });

  it('can be framed by this site if it is a preview, and by nobody if it is not', async () => {
    const { id } = await openSmallStudy(fresh);
    const policy = async (path: string) =>
      (await fresh.designer(path)).headers.get('content-security-policy')!;
    expect(await policy(`/studies/${id}/preview`)).toContain("frame-ancestors 'self'");
    expect(await policy(`/studies/${id}/edit`)).toContain("frame-src 'self'");
    expect(await policy(`/studies/${id}/edit`)).toContain("frame-ancestors 'none'");
    expect(await policy(`/studies/${id}`)).not.toContain('frame-src');
  });
});

describe('a study from a file', () => {
  const upload = (name: string, text: string | Uint8Array<ArrayBuffer>) => {
    const body = new FormData();
    body.append('file', new File([text], name));
    return fresh.app.request('/studies/file', {
      method: 'POST',
      headers: { authorization: `Bearer ${fresh.token}` },
      body,
    });
  };

  it('has one ranking question with the items of a CSV, in its languages', async () => {
    const made = await upload('items.csv', 'en,de\r\nLaw,Recht\r\n"Data, open",Daten\r\n');
    expect(made.status).toBe(303);
    const id = /studies\/([^/]+)\/edit/.exec(made.headers.get('location')!)![1]!;
    expect((await read(id)).definition).toMatchObject({
      languages: ['en', 'de'],
      questions: [
        {
          kind: 'ranking',
          options: [
            { label: { en: 'Law', de: 'Recht' } },
            { label: { en: 'Data, open', de: 'Daten' } },
          ],
        },
      ],
    });
  });

  it.each([
    ['Windows-1252', Uint8Array.from([0x47, 0x72, 0xf6, 0xdf, 0x65, 0x0d, 0x0a, 0x80, 0x0d])],
    ['UTF-16', new Uint8Array(Buffer.from('\uFEFFGröße\r\n€\r\n', 'utf16le'))],
    ['UTF-8', new Uint8Array(Buffer.from('\uFEFFGröße\r\n€\r\n'))],
  ])(
    'keeps its letters where a CSV is saved as %s, and its files are called by its title',
    async (_, bytes) => {
      const made = await upload('items.csv', bytes);
      const id = /studies\/([^/]+)\/edit/.exec(made.headers.get('location')!)![1]!;
      const { options } = (await read(id)).definition.questions[0] as { options: unknown[] };
      expect(options).toMatchObject([{ label: { en: 'Größe' } }, { label: { en: '€' } }]);
      const file = await fresh.designer(`/api/studies/${id}/export?format=csv`);
      expect(file.headers.get('content-disposition')).toContain('"untitled-study.csv"');
    },
  );

  it('starts from an export as well, without its answers', async () => {
    const { id } = await openSmallStudy(fresh);
    const exported = await fresh.designer(`/api/studies/${id}/export?format=json`);
    const made = await upload('export.json', await exported.text());
    expect(made.status).toBe(303);
    const copy = await read(/studies\/([^/]+)\/edit/.exec(made.headers.get('location')!)![1]!);
    expect(copy).toMatchObject({ responses: 0, definition: (await read(id)).definition });
  });

  it.each([
    ['item 3: The label', 'Law\nData\nlaw\n'],
    ['it is no text', '\x89PNG\0\0\nb'],
  ])('says what is wrong with a CSV: %s', async (words, text) => {
    const refused = await upload('items.csv', text);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(words);
  });

  it('is the definition that a JSON file holds, or none', async () => {
    const made = await upload('study.json', JSON.stringify(smallDefinition));
    expect(made.status).toBe(303);
    for (const [name, text] of [
      ['study.json', '{'],
      ['study.json', '{"title":1}'],
      ['items.csv', 'only one'],
    ] as const) {
      expect((await upload(name, text)).status).toBe(422);
    }
  });
});
