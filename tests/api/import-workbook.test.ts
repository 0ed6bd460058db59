import { randomUUID } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy, put } from './small-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp();
});
afterAll(() => fresh.close());

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function send(study: string, body: Uint8Array): Promise<{ status: number; error?: string }> {
  const response = await fresh.app.request(`/api/studies/${study}/import?file=a.xlsx`, {
    method: 'POST',
    headers: { authorization: `Bearer ${fresh.token}`, 'content-type': XLSX },
    body: new Uint8Array(body),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

async function workbook(rows: (string | number)[][]): Promise<Uint8Array> {
  return new Uint8Array(await writeXlsx({ sheets: [{ name: 'Any name', rows }] }));
}

const ROWS = [
  ['topics.law', 'topics.data', 'role', 'problem'],
  [1, 2, 'student', "'=1"],
  [2, 1, 'teacher', 'two\nlines'],
];

/** The same workbook with another text in its first sheet. */
async function altered(change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await workbook(ROWS));
  const sheet = Object.keys(parts).find((name) => name.startsWith('xl/worksheets/sheet'))!;
  parts[sheet] = strToU8(change(strFromU8(parts[sheet]!)));
  return zipSync(parts, { level: 9 });
}

it('a workbook made by hand is read by its first sheet, once however often it is sent', async () => {
  const { id } = await openSmallStudy(fresh);
  const body = await workbook(ROWS);
  expect(await send(id, body)).toMatchObject({ status: 200, added: 2, known: 0 });
  expect(await send(id, body)).toMatchObject({ status: 200, added: 0, known: 2 });
  const document = await (await fresh.designer(`/api/studies/${id}/export?format=json`)).json();
  const { responses } = document as { responses: { answers: { problem: string } }[] };
  const problems = responses.map(({ answers }) => answers.problem).toSorted();
  expect(problems).toEqual(['=1', 'two\nlines']);
});

it('a workbook with a wrong cell is refused whole, with the place', async () => {
  const { id } = await openSmallStudy(fresh);
  const { status, error } = await send(id, await workbook([...ROWS, ['first', 2, '', '']]));
  expect(status).toBe(422);
  expect(error).toMatch(/^a\.xlsx:\d+: "first" is not a number in column "topics\.law"/);
});

it('a workbook that grows beyond all measure once unpacked is refused before it does', async () => {
  const { id } = await openSmallStudy(fresh);
  const bomb = await altered((xml) => xml.replace('</sheetData>', `${' '.repeat(70 * 2 ** 20)}$&`));
  expect(bomb.length).toBeLessThan(200_000);
  expect(await send(id, bomb)).toMatchObject({
    status: 422,
    error: "a.xlsx:1: the workbook can't be read: it is too large once it is unpacked",
  });
  // What it claims to hold is not what counts.
  const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
  for (let at = 0; at < bomb.length - 46; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  expect(await send(id, bomb)).toMatchObject({ status: 422 });
});

it('a workbook whose cells are far apart, that is encrypted, cut off or none is refused', async () => {
  const { id } = await openSmallStudy(fresh);
  const apart = await altered((xml) =>
    xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>$&'),
  );
  expect((await send(id, apart)).error).toContain('its cells are too far apart');
  const whole = await workbook(ROWS);
  for (const [name, body] of [
    ['cut off', whole.slice(0, whole.length - 40)],
    ['other bytes', whole.map((byte, k) => (k > 60 && k < 400 ? byte ^ 0x55 : byte))],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('hello') })],
    [
      'many parts',
      zipSync(Object.fromEntries(Array.from({ length: 600 }, (_, k) => [`${k}`, strToU8('x')]))),
    ],
  ] as [string, Uint8Array][]) {
    const { status, error } = await send(id, body);
    expect(status, name).toBe(422);
    expect(error, name).toMatch(/^a\.xlsx:1: the workbook can't be read: it /);
  }
});

it('JSON that is no export is refused with the place, and nothing is stored', async () => {
  const { id, joinCode } = await openSmallStudy(fresh);
  await put(fresh, randomUUID(), { joinCode });
  const exported = await (await fresh.designer(`/api/studies/${id}/export?format=json`)).json();
  const document = exported as { responses: { answers: object }[] };
  const wrong = [
    '{"a": 1}',
    '{"schema": ',
    JSON.stringify({
      ...document,
      responses: [{ ...document.responses[0], answers: { topics: 5 } }],
    }),
    JSON.stringify({ ...document, synthetic: true }),
  ];
  for (const body of wrong) {
    const response = await fresh.app.request(`/api/studies/${id}/import?file=a.json`, {
      method: 'POST',
      headers: { authorization: `Bearer ${fresh.token}`, 'content-type': 'application/json' },
      body,
    });
    expect(response.status, body.slice(0, 60)).toBe(422);
    expect(await response.json()).toMatchObject({ error: expect.stringMatching(/^a\.json:\d+: /) });
  }
});
