import { describe, expect, it } from 'vitest';
import { compareParameter, readCompare } from '../../src/survey/compare-query.ts';
import { defaultViews } from '../../src/survey/default-views.ts';
import { readResultsQuery, resultsParameters } from '../../src/survey/results-query.ts';
import { inSegmentOrder, segmentIds, segmentOf } from '../../src/survey/segment.ts';
import { template } from '../../src/survey/templates.ts';

const smartCity = template('smart-city-programme-manager')!;

const optionsOf = (id: string) => {
  const question = smartCity.questions.find((one) => one.id === id);
  return question && 'options' in question ? (question.options ?? []) : [];
};

describe('views that a study offers by itself', () => {
  it('S18: small and medium-sized cities stand against large ones', () => {
    const view = defaultViews(smartCity).find(({ id }) => id === 'city-size')!;
    const segment = view.where[0]!.segment;
    const classOf = new Map(optionsOf(segment).map(({ id, cityClass }) => [id, cityClass]));
    expect(view.where[0]!.values.map((id) => classOf.get(id))).not.toContain('large');
    expect(view.where[0]!.values.length).toBeGreaterThan(1);
    const compare = view.compare as Exclude<typeof view.compare, string>;
    expect(compare.where[0]!.values.map((id) => classOf.get(id))).toEqual(['large']);
  });

  it('A10: rural areas stand against the others, by degree of urbanisation', () => {
    for (const id of ['smart-city-programme-manager', 'rural-innovation-gaps']) {
      expect(defaultViews(template(id)!).map((view) => view.id)).toContain('rural');
    }
  });

  it('S6: experts stand against the others where there are any, and not else', () => {
    const ids = (marks?: string[]) => defaultViews(smartCity, marks).map(({ id }) => id);
    expect(ids()).not.toContain('experts');
    expect(ids(['expert'])).not.toContain('experts');
    expect(ids(['participant', 'expert'])).toContain('experts');
  });

  it('are addresses that the results page reads as what they say', () => {
    for (const { where, compare } of defaultViews(smartCity, ['participant', 'expert'])) {
      const parameters = resultsParameters({
        question: 'competency-ranking',
        by: null,
        where,
        voice: 'individual',
      });
      const query = readResultsQuery(smartCity, Object.fromEntries(parameters));
      expect(query).toMatchObject({ where });
      if (typeof query === 'string') continue;
      expect(readCompare(smartCity, query, compareParameter(compare))).toEqual(compare);
    }
  });
});

describe('what a study can be divided by', () => {
  it('S19 and F5: disciplines and kinds of organisation, each value with a name', () => {
    for (const id of ['own-discipline', 'organisation-type']) {
      expect(segmentIds(smartCity)).toContain(id);
      const segment = segmentOf(smartCity, id, 'en')!;
      const values = inSegmentOrder(segment, segment.values!);
      expect(values.length).toBeGreaterThan(5);
      for (const value of values) expect(segment.label(value)).not.toBe(value);
    }
  });
});
