import { sql } from 'kysely';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPreflib } from '../../src/ranking/preflib.ts';
import { demoStudy } from '../../src/cli/demo-study.ts';
import { answersOf } from '../../src/db/answers.ts';
import { storeResponses } from '../../src/db/import-responses.ts';
import { createStudy, setStudyStatus, type Study } from '../../src/db/studies.ts';
import { safeCell, unsafeCell } from '../../src/survey/export/safe-cell.ts';
import { template } from '../../src/survey/templates.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';

const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '＝1',
  "'=1",
  '"=1',
  '=a;b,c',
];

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

async function exported(query: string, id = study.id) {
  const answer = await fresh.designer(`/api/studies/${id}/export?${query}`);
  return { answer, text: await answer.text() };
}

function rowsOf(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

/** A ranking with each tied group in one order: which of the equals stands first says nothing. */
function inOneOrder(answer: unknown): unknown {
  const groups = Array.isArray(answer) && answer.every((group) => Array.isArray(group));
  const text = (item: unknown) => JSON.stringify(item);
  return groups ? answer.map((group: unknown[]) => group.map(text).toSorted()) : answer;
}

async function realStudy(answers: Record<string, unknown>[]) {
  const definition = template('smart-city-programme-manager')!;
  const made = await createStudy(fresh.db, { definition, now: new Date() });
  await setStudyStatus(fresh.db, made.id, 'open', new Date());
  const responses = answers.map((answer) => ({
    id: crypto.randomUUID(),
    answers: answer,
    shown: {},
    locale: 'en' as const,
    voice: 'individual' as const,
    table: null,
    round: 1,
    event: null,
    at: new Date(),
  }));
  await storeResponses(fresh.db, { ...made, status: 'open' }, responses);
  return made.id;
}

describe('a CSV export', () => {
  test('has a row for each respondent and a rank for each ranked item', async () => {
    const { answer, text } = await exported('format=csv');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(answer.headers.get('content-disposition')).toContain('synthetic-');
    const rows = rowsOf(text);
    expect(rows.filter(({ voice }) => voice === 'individual')).toHaveLength(160);
    expect(rows.filter(({ voice }) => voice === 'table')).toHaveLength(16);
    expect(rows.every(({ synthetic }) => synthetic === 'yes')).toBe(true);
    for (const row of rows) {
      const ranks = Object.entries(row)
        .filter(([name]) => /^competency-ranking\.(?!write-in|no-opinion)/.test(name))
        .flatMap(([, cell]) => (cell === '' ? [] : Number(cell)));
      expect(ranks.every((rank) => Number.isInteger(rank) && rank >= 1 && rank <= 14)).toBe(true);
    }
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\r');
  });

  test('comes in another order each time, with the same rows', async () => {
    const [first, second] = [await exported('format=csv'), await exported('format=csv')];
    expect(first.text).not.toBe(second.text);
    const sorted = (text: string) =>
      rowsOf(text)
        .map((row) => JSON.stringify(row))
        .toSorted();
    expect(sorted(first.text)).toEqual(sorted(second.text));
  });

  test('hides values that fewer than five share, and never hides a single value alone', async () => {
    const rows = rowsOf((await exported('format=csv')).text);
    for (const column of ['role', 'organisation-type', 'country', 'language', 'table', 'event']) {
      const counts = new Map<string, number>();
      for (const row of rows) counts.set(row[column]!, (counts.get(row[column]!) ?? 0) + 1);
      counts.delete('');
      for (const count of counts.values()) expect(count).toBeGreaterThanOrEqual(5);
    }
    expect(rows.some(({ country }) => country === 'suppressed')).toBe(true);
  });

  test('holds no ids, times or personal answers', async () => {
    const id = await realStudy([
      { 'table-presenter': 'Anna Exempel', comment: 'fine', role: 'student' },
      { 'table-presenter': 'Bo Exempel', comment: 'good' },
    ]);
    for (const format of ['csv', 'json', 'preflib']) {
      const { text } = await exported(`format=${format}`, id);
      expect(text).not.toContain('Exempel');
      expect(text).not.toMatch(/\d\d:\d\d:\d\d/);
      if (format !== 'json') expect(text).not.toContain('table-presenter');
    }
  });

  test.each(FORMULAS)('cannot start a formula in a spreadsheet: %j', async (words) => {
    const id = await realStudy([{ comment: words, 'own-discipline': { writeIn: words } }]);
    for (const query of ['format=csv', 'format=csv&excel=eu']) {
      const { text } = await exported(query, id);
      const cells = Papa.parse<string[]>(text).data.flat();
      for (const cell of cells) expect(cell.trimStart()).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }
    expect(unsafeCell(safeCell(words))).toBe(words);
  });

  test('can be read back whatever people typed or pasted', async () => {
    const words = [
      'a\u000bb',
      'a\u0007',
      'a\r\nb',
      '"quoted", really',
      "'=1",
      'línea\u2028x',
      '\uFFFD',
    ];
    const id = await realStudy(words.map((comment) => ({ comment })));
    const [plain, excel] = [
      await exported('format=csv', id),
      await exported('format=csv&excel=eu', id),
    ];
    for (const { text } of [plain, excel]) {
      const headers = { authorization: `Bearer ${fresh.token}`, 'content-type': 'text/csv' };
      const path = `/api/studies/${id}/import`;
      const back = await fresh.app.request(path, { method: 'POST', headers, body: text });
      // What is nothing but a control character is no answer any more, yet still a respondent.
      expect(await back.json()).toEqual({ added: words.length, known: 0 });
    }
    const comments: unknown[] = [];
    for await (const chunk of answersOf(fresh.db, id)) {
      comments.push(...chunk.map(({ answers }) => answers['comment']));
    }
    expect(comments.filter((comment) => comment === '"quoted", really')).toHaveLength(3);
    expect(comments.filter((comment) => comment === "'=1")).toHaveLength(3);
    expect(comments.filter((comment) => comment === 'a b')).toHaveLength(2);
  });

  test('opens in European Excel: byte order mark, semicolons, decimal commas', async () => {
    const answer = await fresh.designer(`/api/studies/${study.id}/export?format=csv&excel=eu`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes).split('\r\n')[0]).toMatch(/^synthetic;voice;table;/);
  });

  test.each(['format=csv', 'format=csv&excel=eu', 'format=xlsx', 'format=json'])(
    'gives the same rankings back when it is imported: %s',
    async (query) => {
      const file = await fresh.designer(`/api/studies/${study.id}/export?${query}`);
      const body = await file.arrayBuffer();
      const definition = { ...template('smart-city-programme-manager')!, source: 'copy' };
      const copy = await createStudy(fresh.db, { definition, now: new Date(), synthetic: true });
      const type = file.headers.get('content-type')!;
      const headers = { authorization: `Bearer ${fresh.token}`, 'content-type': type };
      const path = `/api/studies/${copy.id}/import?file=back`;
      const back = await fresh.app.request(path, { method: 'POST', headers, body });
      expect(await back.json()).toEqual({ added: 176, known: 0 });
      const answersTo = async (id: string, question: string) => {
        const all: string[] = [];
        for await (const chunk of answersOf(fresh.db, id)) {
          for (const { answers, voice, round } of chunk) {
            all.push(JSON.stringify([voice, round, inOneOrder(answers[question] ?? null)]));
          }
        }
        return all.toSorted();
      };
      const segments = new Set(['role', 'organisation-type', 'country', 'population', 'area-type']);
      for (const { id, segment } of definition.questions) {
        if (segment || segments.has(id)) continue;
        expect(await answersTo(copy.id, id), id).toEqual(await answersTo(study.id, id));
      }
    },
  );
});

describe('other exports', () => {
  test('are PrefLib files of the rankings that people gave', async () => {
    const { text, answer } = await exported('format=preflib');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(text).toContain('# TITLE: Synthetic: ');
    const file = readPreflib(text, 'x');
    expect(file.items).toHaveLength(12);
    const n = file.ballots.reduce((sum, { count }) => sum + count, 0);
    let given = 0;
    for await (const chunk of answersOf(fresh.db, study.id, { voice: 'individual' })) {
      given += chunk.filter(({ answers }) => Array.isArray(answers['competency-ranking'])).length;
    }
    expect(n).toBe(given);
    expect((await exported('format=preflib&question=method-ranking')).text).toContain(
      'ALTERNATIVES: 10',
    );
    expect((await exported('format=preflib&question=role')).answer.status).toBe(422);
  });

  test('are JSON with the definition, and say that the answers are synthetic', async () => {
    const { text } = await exported('format=json');
    const document = JSON.parse(text) as { responses: { suppressed?: string[] }[] };
    expect(document).toMatchObject({ schema: 'plenary-export/1', synthetic: true });
    expect(document.responses).toHaveLength(176);
    expect(document.responses.some(({ suppressed }) => suppressed?.includes('country'))).toBe(true);
  });

  test('are refused in formats that there are not, with the ones that there are', async () => {
    const { answer, text } = await exported('format=xls');
    expect(answer.status).toBe(422);
    expect(text).toContain('csv, xlsx, json, preflib, dictionary, r, sps');
  });

  test('tell days when asked, and only those on which five people answered or more', async () => {
    const id = await realStudy(Array.from({ length: 7 }, () => ({ comment: 'x' })));
    const { rows } = await sql<{ id: string }>`
      select id from response where study_id = ${id} order by id`.execute(fresh.db);
    for (const [k, row] of rows.entries()) {
      const at = k < 5 ? '2026-11-21T23:30:00Z' : '2026-11-20T12:00:00Z';
      await sql`update response set created_at = ${at}::timestamptz where id = ${row.id}`.execute(
        fresh.db,
      );
    }
    const table = Papa.parse<string[]>((await exported('format=csv&times=day', id)).text.trim());
    const column = table.data[0]!.indexOf('day');
    const days = table.data.slice(1).map((row) => row[column]);
    // In the zone of the study, and not so that the other two could be told by subtracting.
    expect(new Set(days).size).toBeLessThanOrEqual(2);
    expect(days).not.toContain('2026-11-20');
    expect(days.filter((day) => day === 'suppressed').length).toBeGreaterThanOrEqual(2);
    expect(days.every((day) => day === 'suppressed' || day === '2026-11-22')).toBe(true);
    for (const format of ['csv', 'xlsx', 'json', 'dictionary']) {
      const plain = await exported(`format=${format}`, id);
      expect(plain.text, format).not.toMatch(/2026-11-2[012]/);
    }
    expect((await exported('format=sps&times=day', id)).text).toMatch(/^ {4}day A41$/m);
  });

  test('are for those who run a study only', async () => {
    const path = `/api/studies/${study.id}/export`;
    expect((await fresh.app.request(path)).status).toBe(401);
    const made = await fresh.designer('/api/tokens', { body: { name: 'v', role: 'viewer' } });
    const { token } = (await made.json()) as { token: string };
    const headers = { authorization: `Bearer ${token}` };
    expect((await fresh.app.request(path, { headers })).status).toBe(403);
    expect((await exported('', '00000000-0000-4000-8000-000000000000')).answer.status).toBe(404);
  });
});
