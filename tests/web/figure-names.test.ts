import { describe, expect, it, test } from 'vitest';
import { LANGUAGES } from '../../src/survey/language.ts';
import { FIGURE_METHODS, type FigureMethod } from '../../src/survey/strategy/figure-methods.ts';
import { template } from '../../src/survey/templates.ts';
import { figureNames } from '../../web/pages/figure-names.ts';
import { figureWords } from '../../web/pages/figure-words.ts';
import { FIGURE_NAMES } from '../../src/survey/strategy/figure-names/texts.ts';

const definition = template('smart-city-programme-manager')!;
const methods = Object.keys(FIGURE_METHODS) as FigureMethod[];

describe.each(LANGUAGES)('the names of figures in %s', (language) => {
  const own = FIGURE_NAMES[language];

  it('are words of their own for every statistic, and translated', () => {
    expect(Object.keys(own.methods).toSorted()).toEqual(methods.toSorted());
    for (const method of methods) expect(own.methods[method]).not.toContain(method);
    const long = methods.filter((method) => FIGURE_NAMES.en.methods[method].length > 15);
    const same = long.filter((method) => own.methods[method] === FIGURE_NAMES.en.methods[method]);
    expect(language === 'en' ? [] : same).toEqual([]);
    expect(own.of).toMatch(/\{figure\}.*\{item\}/);
  });

  it('are of an item, a group or a variant in its words', () => {
    const { name, value, questions } = figureNames(definition, language, { where: 'role:student' });
    const figure = { method: 'mean-rank', question: 'competency-ranking', item: 'data-analysis' };
    const where = 'role:student;area-type:city';
    const [plain, ofCities] = [name(figure), name({ ...figure, filter: { where } })];
    expect(plain).toContain(own.methods['mean-rank']);
    expect(plain).not.toContain('data-analysis');
    expect(ofCities.startsWith(`${plain} (`)).toBe(true);
    const student = figureNames(definition, language);
    expect(student.name({ ...figure, filter: { where } }).length).toBeGreaterThan(ofCities.length);
    const short = { method: 'plan-variant-hours', question: null, item: 'short' };
    expect(name(short)).toContain(own.variants.short);
    const module = { method: 'plan-module-hours', question: null, item: 'data-analysis' };
    expect(name(module)).not.toContain('data-analysis');
    const reason = { method: 'left-out', question: 'competency-ranking', item: 'noOpinion' };
    expect(name(reason)).toContain(own.leftOut.noOpinion);
    expect(questions(figure)).toHaveLength(1);
    expect(questions(short)).toEqual([]);
    const leaders = { method: 'leading-group', question: 'competency-ranking' };
    expect(value(leaders, 'data-analysis,urban-planning')).not.toMatch(/data-analysis|^$/);
  });
});

test('tells shares in per cent and what is next to nothing as less than something', () => {
  const { value } = figureNames(definition, 'en');
  const of = (method: FigureMethod) => ({ method, question: null });
  expect(value(of('share'), 0.8452)).toBe('84.5%');
  expect(value(of('mean-rank'), 5.95569)).toBe('5.956');
  expect(value(of('signed-rank-p'), 6.5e-18)).toBe('< 0.001');
  expect(value(of('signed-rank-p'), 0.0312)).toBe('0.031');
  expect(value(of('median-low'), null)).toBe('–');
  expect(value(of('template-version'), '1.0.0')).toBe('1.0.0');
});

test('has a word also for a figure of a frozen document that no method makes any more', () => {
  const figure = { method: 'crystal-ball', question: null };
  expect(figureNames(definition, 'de').name(figure)).toBe('Kennzahl');
});

describe('figures in words', () => {
  const { share, decimal, plain } = figureWords('en');

  test('say all and none only of all and none', () => {
    expect([share(1), share(399 / 400), share(0.994)]).toEqual(['100%', '>99%', '99%']);
    expect([share(0), share(1 / 400), share(0.006)]).toEqual(['0%', '<1%', '1%']);
  });

  test('have no sign where they round to zero', () => {
    expect([share(-0.003), share(-0.01)]).toEqual(['0%', '-1%']);
    expect([decimal(-0.04, 1), decimal(-0.05, 1), plain(-0.001)]).toEqual(['0.0', '-0.1', '0']);
  });
});
