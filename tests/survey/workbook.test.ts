import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { dataDictionary } from '../../src/survey/export/data-dictionary.ts';
import { responseTable } from '../../src/survey/export/response-table.ts';
import { responseWorkbook } from '../../src/survey/export/workbook.ts';
import { generate } from '../../src/survey/generator/generate.ts';
import type { Respondent } from '../../src/survey/respondent.ts';
import { template, templateIds } from '../../src/survey/templates.ts';

const smartCity = template('smart-city-programme-manager')!;
const now = new Date('2026-11-20T09:41:17Z');

type Rows = (string | number | boolean | Date | null)[][];

const sheetOf = async (file: Uint8Array, name: string) =>
  (await readSheet(Buffer.from(file), name)) as Rows;

const demo = () => generate(smartCity, { n: 150, tables: 6 }).filter((r) => r.finished);

const csvRows = (text: string) => Papa.parse<string[]>(text.trimEnd()).data;

const written = (comment: string): Respondent => ({
  answers: { comment },
  locale: 'en',
  voice: 'individual',
  table: null,
  round: 1,
  event: null,
});

/** What a person can type or paste that a spreadsheet or XML might act on. */
const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  '=HYPERLINK("https://example.org")',
  '</t></si><c><f>1+1</f></c>',
  ']]><f>1</f>',
  '<!DOCTYPE x>&amp;&#61;',
  'a\u000bb\u0000',
  '\uFFFE\uFFFF',
  '\uD800',
  '_x003D_1+1',
];

describe('a workbook of responses', () => {
  test.each(templateIds)('holds the cells of the CSV, in the same order: %s', async (id) => {
    const definition = template(id)!;
    const respondents = generate(definition, { n: 150, tables: 6 }).filter((r) => r.finished);
    const file = await responseWorkbook(definition, respondents, {
      language: 'en',
      synthetic: true,
      now,
    });
    const answers = await sheetOf(file, 'Answers');
    const table = csvRows(responseTable(definition, respondents, { synthetic: true }));
    expect(answers.map((row) => row.map((cell) => String(cell ?? '')))).toEqual(
      table.map((row) => row.map((cell) => cell.replace(/\r\n?/g, '\n'))),
    );
  });

  test('has ranks as numbers, and says in words what ids stand for', async () => {
    const file = await responseWorkbook(smartCity, demo(), {
      language: 'de',
      synthetic: true,
      now,
    });
    const [answers, labels] = [
      await sheetOf(file, 'Antworten'),
      await sheetOf(file, 'Beschriftungen'),
    ];
    const head = answers[0]!;
    const rank = head.indexOf('competency-ranking.technology-trends');
    const given = answers.slice(1).flatMap((row) => row[rank] ?? []);
    expect(given.length).toBeGreaterThan(50);
    expect(given.every((cell) => typeof cell === 'number' && cell >= 1)).toBe(true);
    expect(labels.map((row) => row[rank]).slice(1)).toEqual(
      answers.map((row) => row[rank]).slice(1),
    );
    expect(labels[0]![rank]).toMatch(/: Technologietrends/);
    const role = head.indexOf('role');
    const question = smartCity.questions.find(({ id }) => id === 'role')!;
    const options = 'options' in question ? question.options! : [];
    answers.slice(1).forEach((row, k) => {
      const option = options.find(({ id }) => id === row[role]);
      expect(labels[k + 1]![role] ?? null).toBe(option ? option.label.de : (row[role] ?? null));
    });
  });

  test('describes each of its columns once, in their order', async () => {
    const file = await responseWorkbook(smartCity, demo(), {
      language: 'en',
      synthetic: true,
      now,
    });
    const [head] = await sheetOf(file, 'Answers');
    const dictionary = await sheetOf(file, 'Data dictionary');
    expect(dictionary.slice(1).map(([column]) => column)).toEqual(head);
    const csv = csvRows(dataDictionary(smartCity, 'en', { synthetic: true }));
    expect(csv.slice(1).map(([column]) => column)).toEqual(head);
  });

  test('says what it is: synthetic, how many, of which day, and what gaps mean', async () => {
    const respondents = demo();
    const file = await responseWorkbook(smartCity, respondents, {
      language: 'nl',
      synthetic: true,
      now,
    });
    const about = new Map(
      (await sheetOf(file, 'Over dit bestand')).map(([key, value]) => [key, value]),
    );
    expect(about.get('Data')).toMatch(/^SYNTHETIC/);
    expect(about.get('n (rows)')).toBe(respondents.length);
    expect(about.get('Exported on')).toBe('2026-11-20');
    expect(about.get('Unranked: competency-ranking')).toContain('tied below the ranked items');
    expect(about.get('Suppression')).toContain('fewer than 5');
    const answers = await sheetOf(file, 'Antwoorden');
    expect(answers.flat().filter((cell) => cell === 'suppressed')).toHaveLength(
      Number(about.get('Suppressed cells')),
    );
    for (const part of Object.values(unzipSync(file))) {
      expect(strFromU8(part)).not.toMatch(/09:41|41:17/);
    }
  });

  test('has no formula, whatever people wrote, and stays well-formed', async () => {
    const file = await responseWorkbook(smartCity, HOSTILE.map(written), {
      language: 'en',
      synthetic: false,
      now,
    });
    for (const [name, bytes] of Object.entries(unzipSync(file))) {
      const xml = strFromU8(bytes);
      expect(xml, name).not.toMatch(/<f[\s>/]|<!|(?![\t\n\r])\p{Cc}/u);
      expect(xml, name).not.toMatch(/[\uFFFD-\uFFFF]/);
      if (!name.startsWith('xl/worksheets/')) continue;
      // A cell is a number, or a text that is kept among the shared strings.
      for (const [cell] of xml.matchAll(/<c [^>]*>(?:(?!<\/c>).)*<\/c>/g)) {
        expect(cell).toMatch(/^<c r="[A-Z]+\d+"(?: t="s")?><v>-?[\d.]+<\/v><\/c>$/);
      }
    }
    for (const sheet of ['Answers', 'Labels'] as const) {
      const rows = await sheetOf(file, sheet);
      const cells = rows.slice(1).map((row) => row.at(-1));
      const starts = cells.filter(
        (cell) => typeof cell === 'string' && /^[=+\-@\t\r＝]/.test(cell),
      );
      expect(starts).toEqual([]);
      expect(cells).toContain("'=1+1");
      expect(cells).toContain('</t></si><c><f>1+1</f></c>');
      expect(cells).toContain('<!DOCTYPE x>&amp;&#61;');
    }
  });

  test('holds a value back in words as well as in ids', async () => {
    const role = (id: string): Respondent => ({ ...written('x'), answers: { role: id } });
    const respondents = [
      ...Array.from({ length: 9 }, () => role('student')),
      ...Array.from({ length: 6 }, () => role('other')),
      role('elected-official'),
    ];
    const file = await responseWorkbook(smartCity, respondents, {
      language: 'en',
      synthetic: false,
      now,
    });
    const head = (await sheetOf(file, 'Answers'))[0]!;
    for (const sheet of ['Answers', 'Labels'] as const) {
      const cells = (await sheetOf(file, sheet)).slice(1).map((row) => row[head.indexOf('role')]);
      expect(cells.filter((cell) => cell === 'suppressed')).toHaveLength(7);
      expect(new Set(cells).size).toBe(2);
    }
  });
});
