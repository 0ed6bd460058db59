import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoStudy } from '../../src/cli/demo-study.ts';
import { storeResponses } from '../../src/db/import-responses.ts';
import { createStudy, setStudyStatus, type Study } from '../../src/db/studies.ts';
import { template } from '../../src/survey/templates.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';

let fresh: FreshApp;
let study: Study;

beforeAll(async () => {
  fresh = await freshApp();
  const made = await demoStudy(fresh.db, {
    preset: 'demo',
    seed: 20181115,
    templateId: 'smart-city-programme-manager',
    now: new Date('2026-11-20T09:00:00Z'),
  });
  study = made.study;
});

afterAll(() => fresh.close());

const exported = (query: string, id = study.id) =>
  fresh.designer(`/api/studies/${id}/export?${query}`);

const textOf = async (query: string, id?: string) => (await exported(query, id)).text();

const rowsOf = (text: string) => Papa.parse<string[]>(text.trimEnd()).data;

async function workbook(query: string, id?: string) {
  const answer = await exported(`format=xlsx&${query}`, id);
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { answer, sheet: (name: string) => readSheet(bytes, name) };
}

describe('a workbook', () => {
  test('comes as a file that spreadsheets open, marked when its answers are synthetic', async () => {
    const { answer, sheet } = await workbook('lang=de');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    const name = 'attachment; filename="synthetic-smart-city-programme-manager.xlsx"';
    expect(answer.headers.get('content-disposition')).toBe(name);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const about = new Map((await sheet('Über diese Datei')).map(([key, value]) => [key, value]));
    expect(about.get('Exported on')).toBe('2026-11-20');
    expect(about.get('Language of the labels')).toBe('de');
    expect(about.get('n (rows)')).toBe(176);
  });

  test('has the same rows as the CSV, in a random order of its own', async () => {
    const ordered = (rows: unknown[][]) =>
      rows
        .slice(1)
        .map((row) => JSON.stringify(row.map((cell) => String(cell ?? ''))))
        .toSorted();
    const [first, second] = [await workbook(''), await workbook('')];
    const [answers, others] = [await first.sheet('Answers'), await second.sheet('Answers')];
    expect(ordered(answers)).toEqual(ordered(rowsOf(await textOf('format=csv'))));
    expect(ordered(answers)).toEqual(ordered(others));
    expect(answers).not.toEqual(others);
  });
});

describe('what describes a table', () => {
  test('names each column of the CSV once, in its order', async () => {
    const [header] = rowsOf(await textOf('format=csv'));
    const [head, ...rows] = rowsOf(await textOf('format=dictionary'));
    expect(head!.slice(0, 2)).toEqual(['column', 'type']);
    expect(rows.map(([column]) => column)).toEqual(header);
    const answer = await exported('format=dictionary');
    expect(answer.headers.get('content-disposition')).toContain(
      '"synthetic-smart-city-programme-manager.dictionary.csv"',
    );
  });

  test.each(['r', 'sps'])('reads the file under the name that the CSV has: %s', async (format) => {
    const disposition = (await exported('format=csv')).headers.get('content-disposition')!;
    const name = /filename="([^"]+)"/.exec(disposition)![1]!;
    const answer = await exported(`format=${format}`);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toContain(name);
  });

  test('speaks the language that is asked for, and refuses one that there is not', async () => {
    for (const format of ['dictionary', 'sps']) {
      expect(await textOf(`format=${format}&lang=de`)).toContain('Technologietrends');
      expect(await textOf(`format=${format}&lang=en`)).not.toContain('Technologietrends');
    }
    expect((await exported('format=dictionary&lang=tlh')).status).toBe(422);
  });
});

describe('every export', () => {
  test.each(['xlsx', 'dictionary', 'r', 'sps'])(
    'holds no ids, times or personal answers: %s',
    async (format) => {
      const definition = template('smart-city-programme-manager')!;
      const made = await createStudy(fresh.db, { definition, now: new Date() });
      await setStudyStatus(fresh.db, made.id, 'open', new Date());
      const responses = ['Anna Exempel', 'Bo Exempel'].map((presenter) => ({
        id: crypto.randomUUID(),
        answers: { 'table-presenter': presenter, comment: 'fine', role: 'student' },
        shown: {},
        locale: 'en' as const,
        voice: 'individual' as const,
        table: null,
        round: 1,
        event: null,
        at: new Date(),
      }));
      await storeResponses(fresh.db, { ...made, status: 'open' }, responses);
      let text: string;
      if (format === 'xlsx') {
        const { sheet } = await workbook('', made.id);
        const names = ['Answers', 'Labels', 'Data dictionary', 'About'];
        const sheets = await Promise.all(names.map((name) => sheet(name)));
        text = JSON.stringify(sheets);
        expect(text).toContain('fine');
      } else {
        text = await textOf(`format=${format}`, made.id);
      }
      expect(text).not.toMatch(/Exempel|table-presenter|\d\d:\d\d:\d\d/);
      for (const { id } of responses) expect(text).not.toContain(id);
    },
  );

  test('of a table can have each text on one line', async () => {
    const definition = template('smart-city-programme-manager')!;
    const made = await createStudy(fresh.db, { definition, now: new Date() });
    await setStudyStatus(fresh.db, made.id, 'open', new Date());
    const response = {
      id: crypto.randomUUID(),
      answers: { comment: 'one\r\ntwo\nthree\u2028four' },
      shown: {},
      locale: 'en' as const,
      voice: 'individual' as const,
      table: null,
      round: 1,
      event: null,
      at: new Date(),
    };
    await storeResponses(fresh.db, { ...made, status: 'open' }, [response]);
    const text = await textOf('format=csv&lines=one', made.id);
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text).toContain('one two three four');
    expect((await textOf('format=csv', made.id)).split(/\r?\n/).length).toBeGreaterThan(4);
  });
});
