import { describe, expect, test } from 'vitest';
import { readResultsQuery, resultsParameters } from '../../src/survey/results-query.ts';
import { template } from '../../src/survey/templates.ts';

const definition = template('smart-city-programme-manager')!;
const read = (parameters: Record<string, string>) => readResultsQuery(definition, parameters);

describe('the address of results', () => {
  test('opens with the primary question, of individuals, undivided', () => {
    expect(read({})).toEqual({
      question: 'competency-ranking',
      by: null,
      where: [],
      voice: 'individual',
    });
  });

  test('survives being written and read again, whatever a table is called', () => {
    const query = {
      question: 'role',
      by: '@round',
      where: [
        { segment: 'role', values: ['student', 'other'] },
        { segment: '@table', values: ['Table 6; by the window, 100 %: left'] },
      ],
      voice: 'table' as const,
    };
    expect(read(Object.fromEntries(resultsParameters(query)))).toEqual(query);
  });

  test('takes event and round as filters', () => {
    expect(read({ event: 'Barcelona, 2018', round: '2' })).toMatchObject({
      where: [
        { segment: '@event', values: ['Barcelona, 2018'] },
        { segment: '@round', values: ['2'] },
      ],
    });
  });

  test.each([
    [{ question: 'nope' }, 'The study has no question "nope".'],
    [{ by: 'shoe-size' }, 'The study cannot be divided by "shoe-size".'],
    [{ by: 'competency-ranking' }, 'The study cannot be divided by "competency-ranking".'],
    [{ by: 'constructor' }, 'The study cannot be divided by "constructor".'],
    [{ where: 'role:king' }, 'The segment "role" has no value "king".'],
    [{ where: 'role:student,king' }, 'The segment "role" has no value "king".'],
    [{ where: 'country:XX' }, 'The segment "country" has no value "XX".'],
    [{ where: 'shoe:42' }, 'The study cannot be divided by "shoe".'],
    [{ where: 'role' }, 'The filter "role" is not written as segment:value,value.'],
    [
      { where: 'role:student;role:other' },
      'The filter "role" is there twice: list its values after one colon.',
    ],
    [{ round: 'two' }, 'The segment "@round" has no value "two".'],
    [{ voice: 'choir' }, 'There is no voice "choir": ask for individual or table.'],
  ])('names what is unknown: %j', (parameters, sentence) => {
    expect(read(parameters as Record<string, string>)).toBe(sentence);
  });
});
