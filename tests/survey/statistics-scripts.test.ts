import { describe, expect, test } from 'vitest';
import { exportColumns } from '../../src/survey/export/columns.ts';
import { rScript } from '../../src/survey/export/r-script.ts';
import { spssNames } from '../../src/survey/export/spss-names.ts';
import { spssSyntax } from '../../src/survey/export/spss-syntax.ts';
import { template, templateIds } from '../../src/survey/templates.ts';

const made = { language: 'en', synthetic: false, file: 'x.csv' } as const;

/** A template with one text in the place of every title of a question. */
function titled(text: string) {
  const definition = template('smart-city-programme-manager')!;
  const questions = definition.questions.map((question) => ({ ...question, title: { en: text } }));
  return { ...definition, title: { en: text }, questions };
}

const HOSTILE = `"); system('id') # \\" ' \n.\r\nERASE FILE='x'.\u2028é 😀 \u0000\uD800`;

describe('an R script', () => {
  test('names each column that holds numbers, and each value with its label', () => {
    for (const id of templateIds) {
      const definition = template(id)!;
      const script = rScript(definition, made);
      const columns = exportColumns(definition, 'en');
      for (const { header, type, values } of columns) {
        if (type === 'text') continue;
        expect(script).toContain(`"${header}"`);
        if (type !== 'category') continue;
        for (const { value } of values) expect(script).toContain(`"${value}" = "`);
      }
    }
  });

  test('keeps texts within their strings, in ASCII', () => {
    const script = rScript(titled(HOSTILE), made);
    expect(script).toMatch(/^[\n -~]*$/);
    const outside = script.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
    expect(outside).not.toMatch(/system|ERASE/);
    expect(script.split('\n')).toHaveLength(rScript(titled('Title'), made).split('\n').length);
  });
});

describe('SPSS syntax', () => {
  test('reads as many variables as the table has columns, in their order', () => {
    for (const id of templateIds) {
      const definition = template(id)!;
      const columns = exportColumns(definition, 'en');
      const syntax = spssSyntax(definition, made);
      const read = /\/VARIABLES=\n((?: {4}\S+ [AF][\d.]+\n)+) {2}\.\n/.exec(syntax)![1]!;
      const names = read.trim().split(/\s+\S+\s*/);
      const wanted = spssNames(columns.map(({ header }) => header));
      expect(names.filter(Boolean)).toHaveLength(wanted.length);
      for (const name of wanted) expect(syntax).toContain(`VARIABLE LABELS ${name}\n`);
    }
  });

  test('keeps texts within their quotes, on lines that are short enough', () => {
    const syntax = spssSyntax(titled(HOSTILE), made);
    const lines = syntax.split('\n');
    expect(lines).toHaveLength(spssSyntax(titled('Title'), made).split('\n').length);
    const outside = lines.filter((line) => !line.startsWith('*')).join('\n');
    expect(outside.replace(/'(?:[^'\n]|'')*'/g, "''")).not.toMatch(/ERASE|system/);
    const long = lines.filter((line) => new TextEncoder().encode(line).length > 251);
    expect(long).toEqual([]);
  });

  test('has names that SPSS takes, none twice', () => {
    const long = 'a'.repeat(60);
    const headers = [`${long}.${long}`, `${long}.${long}x`, 'by', 'comment', '3d', 'a-b', 'a_b'];
    const names = spssNames(headers);
    expect(new Set(names).size).toBe(headers.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9._]{0,62}[a-z0-9_]$/);
    expect(names.slice(2)).toEqual(['by_', 'comment_', 'q_3d', 'a_b', 'a_b_2']);
  });
});
