import { describe, expect, test } from 'vitest';
import { exportDocument } from '../../src/survey/export/export-document.ts';
import { questionCells } from '../../src/survey/export/cells.ts';
import { responseTable } from '../../src/survey/export/response-table.ts';
import { hiddenSegments, rareValues } from '../../src/survey/export/suppress.ts';
import { generate } from '../../src/survey/generator/generate.ts';
import { responseRows } from '../../src/survey/import/response-rows.ts';
import type { Respondent } from '../../src/survey/respondent.ts';
import { documentResponses } from '../../src/survey/import/export-document.ts';
import { localise } from '../../src/survey/local-study.ts';
import { readResultsQuery } from '../../src/survey/results-query.ts';
import { gatherResults } from '../../src/survey/results.ts';
import { template, templateIds } from '../../src/survey/templates.ts';

const smartCity = template('smart-city-programme-manager')!;

const person = (answers: Respondent['answers'], locale = 'en'): Respondent => ({
  answers,
  locale,
  voice: 'individual',
  table: null,
  round: 1,
  event: null,
});

const people = (count: number, role: string) =>
  Array.from({ length: count }, () => person({ role }));

/** Rankings with the items of each tied group in one order. */
function inOneOrder(answers: Respondent['answers']): Respondent['answers'] {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => {
      const groups = Array.isArray(answer) && answer.every((group) => Array.isArray(group));
      const text = (item: unknown) => JSON.stringify(item);
      return [id, groups ? answer.map((group: unknown[]) => group.map(text).toSorted()) : answer];
    }),
  );
}

describe('a table of responses', () => {
  test.each(templateIds)('gives every answer to %s back', (id) => {
    const definition = template(id)!;
    const respondents = generate(definition, { n: 150, tables: 6 }).filter((r) => r.finished);
    // Without segments no answer is held back, so that everything can be compared.
    const open = { ...definition, segments: [] };
    open.questions = open.questions.map((question) => {
      const { segment: _, ...rest } = question;
      return rest as typeof question;
    });
    for (const excel of [undefined, 'eu'] as const) {
      const text = responseTable(open, respondents, { excel });
      const rows = responseRows(open, text, 'x.csv')!;
      expect(rows.synthetic).toBe(false);
      expect(rows.responses).toHaveLength(respondents.length);
      rows.responses.forEach((row, k) => {
        const { answers, voice, round } = respondents[k]!;
        expect({ ...row, answers: inOneOrder(row.answers) }).toMatchObject({
          answers: inOneOrder(answers),
          voice,
          round,
        });
        expect(Object.keys(row.answers).toSorted()).toEqual(Object.keys(answers).toSorted());
      });
    }
  });

  test('has no column twice, and none for a personal question', () => {
    for (const id of templateIds) {
      const headers = questionCells(template(id)!).flatMap((cells) => cells.headers);
      expect(new Set(headers).size).toBe(headers.length);
      expect(headers.filter((header) => header.startsWith('table-presenter'))).toEqual([]);
    }
  });
});

describe('answers to questions that are hidden by now', () => {
  const asked = template('smart-city-programme-manager')!;
  const definition = {
    ...asked,
    questions: asked.questions.map((question) =>
      question.required ? question : { ...question, hidden: true as const },
    ),
  };
  const respondents = generate(asked, { n: 60, tables: 4 }).filter((r) => r.finished);

  test('stay in tables, in documents, and in what is read back from either', () => {
    const hidden = definition.questions.filter((question) => 'hidden' in question);
    expect(hidden.length).toBeGreaterThan(5);
    const text = responseTable(definition, respondents);
    expect(text).toBe(responseTable(asked, respondents));
    const document = JSON.stringify(exportDocument(definition, respondents));
    const own = JSON.stringify(exportDocument(asked, respondents));
    const given = (responses: { answers: Respondent['answers'] }[]) =>
      responses.map(({ answers }) => inOneOrder(answers));
    expect(given(responseRows(definition, text, 'x.csv')!.responses)).toEqual(
      given(responseRows(asked, text, 'x.csv')!.responses),
    );
    expect(given(documentResponses(definition, document, 'x.json').responses)).toEqual(
      given(documentResponses(asked, own, 'x.json').responses),
    );
  });

  test.each(definition.questions.map(({ id }) => id))('count in the results: %s', (question) => {
    const [now, before] = [definition, asked].map((of) => {
      const query = readResultsQuery(of, { question });
      if (typeof query === 'string') throw new Error(query);
      const results = gatherResults(of, query, 'en');
      for (const respondent of respondents) results.add(respondent);
      return results.document('study', '');
    });
    expect(now).toEqual(before);
  });

  test('are not asked of anyone', () => {
    const put = localise(definition, 'en', 'individual').questions;
    expect(put.every(({ required }) => required)).toBe(true);
  });
});

describe('values that few people share', () => {
  const rareRoles = (respondents: Respondent[]) =>
    rareValues(smartCity, respondents).find(({ segment }) => segment.id === 'role')?.values;

  test('are held back, and with them a second one that they would give away', () => {
    const respondents = [
      ...people(9, 'student'),
      ...people(6, 'other'),
      ...people(4, 'network-cluster'),
    ];
    expect(rareRoles(respondents)).toEqual(new Set(['network-cluster', 'other']));
  });

  test('do not take others with them when they hide each other', () => {
    const respondents = [
      ...people(9, 'student'),
      ...people(3, 'other'),
      ...people(4, 'network-cluster'),
    ];
    expect(rareRoles(respondents)).toEqual(new Set(['network-cluster', 'other']));
  });

  test('are none where everyone has many companions', () => {
    expect(rareRoles([...people(5, 'student'), ...people(5, 'other')])).toBeUndefined();
  });

  test('vanish from the document and from the table alike', () => {
    const respondents = [
      ...people(9, 'student'),
      ...people(6, 'other'),
      person({ role: 'elected-official' }, 'nl'),
    ];
    const rare = rareValues(smartCity, respondents);
    expect(hiddenSegments(respondents.at(-1)!, rare)).toContain('role');
    const { responses } = exportDocument(smartCity, respondents);
    expect(responses.at(-1)).toMatchObject({ locale: null, answers: {} });
    expect(responses.at(-1)!.suppressed).toEqual(expect.arrayContaining(['role', '@language']));
    const texts = [JSON.stringify(responses), responseTable(smartCity, respondents)];
    for (const text of texts)
      expect(text).not.toMatch(/"elected-official"|,elected-official,|,nl,/);
  });
});
