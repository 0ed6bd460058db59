import { describe, expect, test } from 'vitest';
import { type Answers, answerIssues } from '../../src/survey/answer.ts';
import type { Definition } from '../../src/survey/definition.ts';
import { generate, presetPlan } from '../../src/survey/generator/generate.ts';
import type { SyntheticResponse } from '../../src/survey/generator/synthetic-response.ts';
import { logWorths, opinionClasses } from '../../src/survey/generator/opinion.ts';
import { parameters, PRESET_NAMES } from '../../src/survey/generator/parameters.ts';
import freeTexts from '../../src/survey/generator/free-texts.json' with { type: 'json' };
import { localise } from '../../src/survey/local-study.ts';
import { template, templateIds } from '../../src/survey/templates.ts';

const smartCity = template('smart-city-programme-manager')!;
const many = generate(smartCity, { n: 4000, tables: 0 });

/** Kendall's W by its definition on mid-ranks, with the correction for ties: an own check. */
function concordance(midranks: readonly (readonly number[])[]): number {
  const n = midranks.length;
  const m = midranks[0]!.length;
  const sums = Array.from({ length: m }, (_, k) => midranks.reduce((sum, row) => sum + row[k]!, 0));
  const mean = (n * (m + 1)) / 2;
  const spread = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  let ties = 0;
  for (const row of midranks) {
    for (const group of Map.groupBy(row, (rank) => rank).values()) {
      ties += group.length ** 3 - group.length;
    }
  }
  return (12 * spread) / (n ** 2 * (m ** 3 - m) - n * ties);
}

function midranksOf(definition: Definition, question: string, answers: Answers): number[] | null {
  const items = localise(definition, 'en', 'individual').questions.find(
    ({ id }) => id === question,
  )!.options!;
  const ranking = answers[question];
  if (!Array.isArray(ranking)) return null;
  const ranks = new Map<unknown, number>();
  let above = 0;
  for (const group of ranking as unknown[][]) {
    const known = group.filter((item) => typeof item === 'string');
    for (const item of known) ranks.set(item, above + (known.length + 1) / 2);
    above += known.length;
  }
  return items.map(({ id }) => ranks.get(id) ?? (above + 1 + items.length) / 2);
}

function placesOf(values: readonly number[]): number[] {
  return values.map((value) => {
    const lower = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return lower + (equal + 1) / 2;
  });
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const centre = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const [x, y] = [centre(a), centre(b)];
  const dot = (p: readonly number[], q: readonly number[]) =>
    p.reduce((sum, value, k) => sum + value * q[k]!, 0);
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
}

const competencies = (responses: readonly SyntheticResponse[]) =>
  responses.flatMap(({ answers }) => midranksOf(smartCity, 'competency-ranking', answers) ?? []);

function rankings(responses: readonly SyntheticResponse[]): number[][] {
  return responses.flatMap(({ answers }) => {
    const row = midranksOf(smartCity, 'competency-ranking', answers);
    return row ? [row] : [];
  });
}

const sent = many.filter((response) => response.finished && response.voice === 'individual');
const within = (id: string) => sent.filter(({ truth }) => truth.class === id);

describe('synthetic respondents', () => {
  test('are the same for the same seed and others for another', () => {
    const plan = presetPlan('demo');
    expect(generate(smartCity, plan)).toEqual(generate(smartCity, plan));
    expect(generate(smartCity, { ...plan, seed: 7 })).not.toEqual(generate(smartCity, plan));
    expect(competencies(many.slice(0, 1))).toEqual([4, 6, 9, 7, 10, 5, 1, 3, 12, 11, 8, 2]);
  });

  test('do not change when more of them are asked for', () => {
    const few = generate(smartCity, { n: 50, tables: 0 });
    const more = generate(smartCity, { n: 90, tables: 0 });
    expect(more.slice(0, few.length)).toEqual(few);
  });

  test.each(templateIds)('give answers to %s that the store accepts', (id) => {
    const definition = template(id)!;
    for (const response of generate(definition, { n: 250, tables: 12, individualRounds: 2 })) {
      const study = localise(definition, response.locale, response.voice);
      const issues = answerIssues(study, response.answers, response.shown);
      const unfinished = response.finished ? issues : issues.filter((i) => i.code !== 'required');
      expect(unfinished).toEqual([]);
    }
  });

  test('agree as little as real people: overall and inside each group of the like-minded', () => {
    const [low = 0, high = 1] = parameters.targets.overallW;
    const overall = concordance(rankings(sent));
    expect(overall).toBeGreaterThan(low);
    expect(overall).toBeLessThan(high);
    for (const { id } of opinionClasses('mixture')) {
      const w = concordance(rankings(within(id)));
      if (id === 'noise') expect(w).toBeLessThan(0.03);
      else {
        expect(w).toBeGreaterThan(parameters.targets.withinClassW[0]!);
        expect(w).toBeLessThan(parameters.targets.withinClassW[1]!);
      }
    }
  });

  test.each(['small-municipality', 'large-city', 'industry', 'academia'])(
    'let mean ranks recover the order that %s was made with',
    (id) => {
      const honest = within(id).filter(({ truth }) => truth.flaw === null);
      expect(honest.length).toBeGreaterThanOrEqual(200);
      const rows = rankings(honest);
      const mean = rows[0]!.map((_, k) => rows.reduce((sum, row) => sum + row[k]!, 0));
      const question = localise(smartCity, 'en', 'individual').questions.find(
        (candidate) => candidate.id === 'competency-ranking',
      )!;
      const opinion = opinionClasses('mixture').find((candidate) => candidate.id === id)!;
      const worths = logWorths('mixture', opinion, question);
      const truth = placesOf(worths.map((worth) => -worth));
      expect(correlation(placesOf(mean), truth)).toBeGreaterThanOrEqual(0.95);
    },
  );

  test.each(Object.entries(parameters.quality))(
    'are spoilt as %s about as often as planned',
    (flaw, { rate }) => {
      const hits = sent.filter(({ truth }) => truth.flaw === flaw).length;
      expect(Math.abs(hits - rate * sent.length)).toBeLessThan(
        4 * Math.sqrt(rate * (1 - rate) * sent.length),
      );
    },
  );

  test('show the trace of each flaw in the answers', () => {
    const of = (flaw: string) => sent.filter(({ truth }) => truth.flaw === flaw);
    for (const { answers, shown } of of('presented-order')) {
      if (answers['competency-ranking'] === 'no-opinion') continue;
      const order = (answers['competency-ranking'] as string[][]).flat();
      expect(order).toEqual(shown['competency-ranking']!.slice(0, order.length));
    }
    for (const { answers } of of('straight-liner')) {
      const values = Object.values(answers['mixing-benefit'] as object);
      expect(new Set(values).size).toBe(1);
    }
    for (const { truth, id } of of('duplicate')) {
      expect(truth.copyOf).not.toBe(id);
      expect(sent.some((other) => other.id === truth.copyOf)).toBe(true);
    }
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
    const normal = median(sent.filter(({ truth }) => !truth.flaw).map(({ seconds }) => seconds));
    expect(median(of('speeder').map(({ seconds }) => seconds))).toBeLessThan(0.4 * normal);
  });

  test('abandon, rank fewer items and skip about as often as planned', () => {
    const share = (hits: number, all: number) => hits / all;
    const stopped = many.filter(({ finished }) => !finished).length;
    expect(share(stopped, many.length)).toBeCloseTo(parameters.abandonRate, 1);
    const depths = sent
      .filter(({ truth }) => truth.flaw === null)
      .map(({ answers }) => (answers['competency-ranking'] as unknown[]).length);
    expect(share(depths.filter((depth) => depth >= 12).length, depths.length)).toBeCloseTo(0.72, 1);
    const skipped = sent.filter(({ answers }) => answers['training-spread'] === undefined).length;
    expect(share(skipped, sent.length)).toBeCloseTo(parameters.itemMissingRate, 1);
  });

  test('answer like somebody of their organisation', () => {
    for (const { answers } of within('small-municipality')) {
      expect(answers['organisation-type']).toBe('municipality');
      expect(['under-5k', '5k-20k', '20k-50k', undefined]).toContain(answers['population']);
    }
    const online = (value: string) =>
      sent
        .filter(({ answers }) => answers['elearning-acceptable'] === value)
        .flatMap(({ answers }) => (answers['online-share'] as number | undefined) ?? []);
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(online('no'))).toBeLessThan(mean(online('half')) - 20);
    expect(mean(online('half'))).toBeLessThan(mean(online('yes')) - 20);
  });

  test('say in their own language that their texts are synthetic, and name nobody', () => {
    const written = generate(smartCity, presetPlan('demo')).filter(
      ({ answers, truth }) => answers['own-problem'] !== undefined && truth.flaw !== 'test',
    );
    expect(written.length).toBeGreaterThan(20);
    for (const { answers, locale, truth } of written) {
      if (truth.copyOf) continue;
      expect(answers['own-problem']).toContain(freeTexts.mark[locale]);
      expect(answers).not.toHaveProperty('table-presenter');
    }
  });

  test('take the languages and countries of the parameters', () => {
    const spanish = sent.filter(({ locale }) => locale === 'es').length / sent.length;
    const spain = sent.filter(({ answers }) => answers['country'] === 'ES').length / sent.length;
    expect(spanish).toBeCloseTo(0.24, 1);
    expect(spain).toBeCloseTo(0.38, 1);
  });

  test.each(PRESET_NAMES)('come in the preset %s', (name) => {
    const plan = presetPlan(name);
    const small = { ...plan, n: Math.min(plan.n, 500), tables: Math.min(plan.tables, 20) };
    const responses = generate(smartCity, small);
    const people = responses.filter((r) => r.finished && r.voice === 'individual' && r.round === 1);
    expect(people).toHaveLength(small.n);
    expect(new Set(people.map(({ person }) => person)).size).toBe(small.n);
    expect(new Set(responses.map(({ id }) => id)).size).toBe(responses.length);
    const voices = responses.filter(({ voice }) => voice === 'table');
    expect(voices).toHaveLength(2 * small.tables);
  });

  test('of the seed event all sit at one of eight tables of six', () => {
    const responses = generate(smartCity, presetPlan('seedEvent'));
    const people = responses.filter((r) => r.finished && r.voice === 'individual');
    const seated = Map.groupBy(
      people.filter((p) => p.truth.copyOf === null),
      (p) => p.table,
    );
    expect([...seated.keys()].toSorted()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(people.every(({ event }) => event === '2018-11-15')).toBe(true);
  });

  test('of two opposed camps agree inside each camp and not overall', () => {
    const camps = generate(smartCity, presetPlan('polarised')).filter((r) => r.finished);
    expect(concordance(rankings(camps))).toBeLessThan(0.06);
    for (const camp of ['for', 'against']) {
      const inside = camps.filter(({ truth }) => truth.class === camp && truth.flaw === null);
      expect(concordance(rankings(inside))).toBeGreaterThan(0.4);
    }
  });

  test('with two items of equal worth rank neither above the other', () => {
    const rows = rankings(generate(smartCity, presetPlan('tie')).filter((r) => r.finished));
    const question = localise(smartCity, 'en', 'individual').questions.find(
      ({ id }) => id === 'competency-ranking',
    )!;
    const worths = logWorths('tie', opinionClasses('tie')[0]!, question);
    const best = Math.max(...worths);
    const [a, b] = [worths.indexOf(best), worths.lastIndexOf(best)];
    expect(a).not.toBe(b);
    const wins = rows.filter((row) => row[a]! < row[b]!).length;
    const losses = rows.filter((row) => row[a]! > row[b]!).length;
    expect(Math.abs(wins - losses)).toBeLessThan(3.3 * Math.sqrt(wins + losses));
  });

  test('at a table come nearer to their table in the second round', () => {
    const responses = generate(smartCity, { ...presetPlan('seedEvent'), individualRounds: 2 });
    const distance = (round: number) => {
      const of = (voice: string) =>
        responses.filter((r) => r.finished && r.voice === voice && r.round === round);
      let total = 0;
      let people = 0;
      for (const person of of('individual')) {
        const table = of('table').find((candidate) => candidate.table === person.table)!;
        const own = midranksOf(smartCity, 'competency-ranking', person.answers);
        const theirs = midranksOf(smartCity, 'competency-ranking', table.answers)!;
        if (!own) continue;
        total += 1 - correlation(own, theirs);
        people++;
      }
      return total / people;
    };
    expect(distance(2)).toBeLessThan(distance(1));
  });
});
