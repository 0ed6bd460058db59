import { describe, expect, test } from 'vitest';
import { blankStudy } from '../../src/survey/blank-study.ts';
import { Definition } from '../../src/survey/definition.ts';
import { changedAt } from '../../src/survey/definition-edits.ts';
import {
  definitionWarnings,
  estimatedSeconds,
  isDoubleBarrelled,
} from '../../src/survey/definition-warnings.ts';
import { readStudyFile } from '../../src/survey/import/study-file.ts';
import { LANGUAGES } from '../../src/survey/language.ts';
import { template, templateIds } from '../../src/survey/templates.ts';

const items = (labels: string[]) => readStudyFile(labels.join('\n'), 'a.csv', 'en') as Definition;
const kinds = (definition: Definition) => definitionWarnings(definition).map(({ kind }) => kind);

describe('a blank study', () => {
  test.each(LANGUAGES)(
    'can be saved and opened as it is, and has nothing to warn of: %s',
    (code) => {
      const study = blankStudy(code);
      expect(Definition.safeParse(study).error).toBeUndefined();
      expect(definitionWarnings(study)).toEqual([]);
    },
  );

  test('has the words that every study needs in each language that is added', () => {
    const both = { ...blankStudy('de'), languages: ['de' as const, 'nl' as const] };
    const [warning] = definitionWarnings(both);
    expect(warning).toMatchObject({ kind: 'missing-translation', language: 'nl', count: 5 });
    expect(both.consent['nl']).toMatch(/vrijwillig/);
  });
});

describe('a warning', () => {
  test('comes with the thirteenth item to rank, not with the twelfth', () => {
    const labels = Array.from({ length: 13 }, (_, n) => `Item ${n + 1}`);
    expect(kinds(items(labels.slice(1)))).toEqual([]);
    expect(definitionWarnings(items(labels))).toEqual([
      { kind: 'many-items', path: ['questions', 0], count: 13 },
    ]);
  });

  test.each([
    ['en', 'Law and ethics', 'Standards'],
    ['es', 'Datos y ética', 'Yacimientos'],
    ['ca', 'Dades i ètica', 'Indicadors'],
    ['pt', 'Dados e ética', 'Energia'],
    ['fr', 'Droit ou éthique', 'Étoiles'],
    ['de', 'Recht und Ethik', 'Grundlagen'],
    ['it', 'Dati e etica', 'Edilizia'],
    ['nl', 'Recht en ethiek', 'Energie'],
  ] as const)('tells labels that ask two things from labels that do not: %s', (code, two, one) => {
    expect(isDoubleBarrelled(two, code)).toBe(true);
    expect(isDoubleBarrelled(one, code)).toBe(false);
    expect(isDoubleBarrelled(`${one}/${one}`, code)).toBe(true);
  });

  test('tells what is long, negated or without a short label, by its place', () => {
    const study = items(['Fine', 'No cars', 'x'.repeat(76), 'A label of 23 letters.!']);
    expect(definitionWarnings(study)).toEqual([
      { kind: 'negated', path: ['questions', 0, 'options', 1, 'label'], language: 'en' },
      {
        kind: 'long-label',
        path: ['questions', 0, 'options', 2, 'label'],
        language: 'en',
        count: 76,
      },
      { kind: 'missing-short', path: ['questions', 0, 'options', 2, 'short'], language: 'en' },
      { kind: 'missing-short', path: ['questions', 0, 'options', 3, 'short'], language: 'en' },
    ]);
    const short = changedAt(study, ['questions', 0, 'options', 0, 'short'], { en: 'y'.repeat(23) });
    expect(kinds(short)).toContain('long-short');
  });

  test.each(templateIds)('of missing texts never comes from a template: %s', (id) => {
    expect(kinds(template(id)!)).not.toContain('missing-translation');
    expect(kinds(template(id)!)).not.toContain('long-label');
  });

  test('of a long study comes after ten minutes; a hidden question takes no time', () => {
    const long = template('smart-city-programme-manager')!;
    expect(kinds(long)).toContain('long-study');
    const questions = long.questions.map((question, index) =>
      index < 3 ? question : { ...question, hidden: true as const },
    );
    expect(kinds({ ...long, questions })).not.toContain('long-study');
    expect(estimatedSeconds({ ...long, questions })).toBeLessThan(estimatedSeconds(long));
  });
});
