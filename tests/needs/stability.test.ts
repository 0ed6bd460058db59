import { describe, expect, test } from 'vitest';

import { curriculumPlan } from '../../src/needs/curriculum.ts';
import { gapOrder } from '../../src/needs/gap-order.ts';
import { gapRankRanges } from '../../src/needs/gap-rank-ranges.ts';
import { gapSampler, tallyAnswers } from '../../src/needs/gap-sampler.ts';
import type { RatingAnswers } from '../../src/needs/gap-sampler.ts';
import { gapsOf } from '../../src/needs/gaps.ts';
import { defaultPlanRules } from '../../src/needs/plan-input.ts';
import { planSampler } from '../../src/needs/plan-sampler.ts';
import { respondentSample, tablesOf } from '../../src/needs/respondent-sample.ts';
import { finished, planStability } from '../../src/needs/stability.ts';
import { worthSampler } from '../../src/needs/worth-sampler.ts';
import { countRankings } from '../../src/ranking/ballots.ts';
import { bordaPoints } from '../../src/ranking/borda.ts';
import { plackettLuce } from '../../src/ranking/plackett-luce.ts';
import { seededRandom } from '../../src/ranking/random.ts';
import type { Random } from '../../src/ranking/random.ts';
import type { Ranking } from '../../src/ranking/ranking.ts';

import { tallyOf } from '../../src/ranking/tally.ts';
import { fixture } from './fixtures.ts';

/** A Plackett–Luce ranking of the first `depth` items: sort by log-worth + Gumbel noise. */
function rankingOf(logWorths: readonly number[], random: Random, depth: number): Ranking {
  return logWorths
    .map((worth, item) => ({ item, score: worth - Math.log(-Math.log(random() || 1e-12)) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, depth)
    .map(({ item }) => [item]);
}

function respondents(n: number, m: number, seed: number) {
  const random = seededRandom(seed);
  const logWorths = Array.from({ length: m }, (_, item) => 1.2 - (2.4 * item) / (m - 1));
  const rankings = Array.from({ length: n }, () =>
    random() < 0.05 ? null : rankingOf(logWorths, random, random() < 0.7 ? m : 5),
  );
  const one = () => (random() < 0.04 ? null : 1 + Math.floor(random() * 5));
  const ratings: RatingAnswers[] = Array.from({ length: n }, () =>
    random() < 0.1 ? null : { importance: logWorths.map(one), level: logWorths.map(one) },
  );
  return { rankings, ratings };
}

const rules = { ...defaultPlanRules, hours: 75 };
const drafts = (m: number) => Array.from({ length: m }, (_, index) => ({ id: `m${index}` }));
const everyone = (n: number) => new Uint16Array(n).fill(1);

describe('samples of respondents', () => {
  test('hold as many draws as there are respondents, and come again with the same seed', () => {
    const drawn = respondentSample(50, seededRandom(3));
    expect(drawn.reduce((sum, times) => sum + times, 0)).toBe(50);
    expect(respondentSample(50, seededRandom(3))).toEqual(drawn);
    expect(respondentSample(50, seededRandom(4))).not.toEqual(drawn);
  });

  test('keep the people of one table together', () => {
    const tables = Array.from({ length: 30 }, (_, respondent) => `table-${respondent % 6}`);
    const drawn = respondentSample(30, seededRandom(5), tablesOf(tables));
    drawn.forEach((times, respondent) => expect(times).toBe(drawn[respondent % 6]));
    expect(drawn.reduce((sum, times) => sum + times, 0)).toBe(30);
  });

  test('of tables of one are those of respondents, and who sits alone is such a table', () => {
    const own = Array.from({ length: 40 }, (_, respondent) => respondent);
    const alone = own.map(() => null);
    for (let seed = 1; seed <= 5; seed++) {
      const drawn = respondentSample(40, seededRandom(seed));
      expect(respondentSample(40, seededRandom(seed), tablesOf(own))).toEqual(drawn);
      expect(respondentSample(40, seededRandom(seed), tablesOf(alone))).toEqual(drawn);
    }
    expect(tablesOf(['a', null, 'b', 'a', null])).toEqual([[0, 3], [1], [2], [4]]);
  });
});

describe('figures of samples', () => {
  const { rankings, ratings } = respondents(120, 6, 11);
  const given = rankings.filter((ranking) => ranking !== null);

  test.each(['bottom', 'ignore'] as const)(
    'worths of everyone are those of the ranking part (%s)',
    (mode) => {
      const { basis, sample } = worthSampler(6, rankings, mode);
      const worths = sample(everyone(120))!;
      const { logWorth } = plackettLuce(6, countRankings(6, given), mode)!;
      const total = logWorth.reduce((sum, log) => sum + Math.exp(log), 0);
      expect(basis).toBe('plackett-luce');
      worths.forEach((worth, item) =>
        expect(worth).toBeCloseTo(Math.exp(logWorth[item]!) / total, 9),
      );
    },
  );

  test('someone drawn twice counts like two people', () => {
    const drawn = respondentSample(120, seededRandom(2));
    const repeated = rankings.flatMap((ranking, r) =>
      Array.from({ length: drawn[r]! }, () => ranking),
    );
    const twice = worthSampler(6, repeated, 'bottom').sample(everyone(repeated.length))!;
    worthSampler(6, rankings, 'bottom')
      .sample(drawn)!
      .forEach((worth, item) => expect(worth).toBeCloseTo(twice[item]!, 9));
    const answers = ratings.flatMap((own, r) => Array.from({ length: drawn[r]! }, () => own));
    const expected = gapsOf(tallyAnswers(6, [1, 2, 3, 4, 5], answers)).map(({ mwds }) => mwds);
    expect(gapSampler(6, [1, 2, 3, 4, 5], ratings)(drawn)).toEqual(
      expected.map((value) => (value === null ? null : expect.closeTo(value, 10))),
    );
  });

  test('worths of samples are those of the ranking part, also where everyone agrees', () => {
    const agreeing = rankings.map((_, r): Ranking => [[0], [1], [2], ...(r % 2 ? [[3]] : [])]);
    for (const list of [rankings, agreeing]) {
      const { sample } = worthSampler(6, list, 'bottom');
      for (let seed = 1; seed <= 20; seed++) {
        const drawn = respondentSample(120, seededRandom(seed));
        const ballots = list.flatMap((ranking, r) =>
          ranking && drawn[r]! > 0 ? [{ count: drawn[r]!, ranking }] : [],
        );
        const { logWorth } = plackettLuce(6, countRankings(6, ballots), 'bottom')!;
        const total = logWorth.reduce((sum, log) => sum + Math.exp(log), 0);
        sample(drawn)!.forEach((worth, item) =>
          expect(worth).toBeCloseTo(Math.exp(logWorth[item]!) / total, 7),
        );
      }
    }
  });

  test('one tied ranking moves everyone to shares of Borda points', () => {
    const tied: (Ranking | null)[] = [...rankings, [[0, 1], [2]]];
    const { basis, sample } = worthSampler(6, tied, 'bottom');
    const points = bordaPoints(
      tallyOf(
        6,
        tied.filter((ranking) => ranking !== null),
      ),
    );
    const total = points.reduce((sum, value) => sum + value, 0);
    expect(basis).toBe('borda');
    sample(everyone(121))!.forEach((share, item) =>
      expect(share).toBeCloseTo(points[item]! / total, 12),
    );
  });

  test('a sample without answers says nothing', () => {
    expect(worthSampler(3, [null, null], 'bottom').sample([1, 1])).toBeNull();
    expect(worthSampler(3, [[[0]], null], 'bottom').sample([0, 2])).toBeNull();
    expect(gapSampler(1, [1, 2], [null])([1])).toEqual([null]);
  });
});

describe('places in the order of need', () => {
  const golden = fixture<{ importance: (number | null)[][]; ability: (number | null)[][] }>(
    'golden/tna-example.json',
  );
  const answers = golden.importance.map((importance, r) => ({
    importance,
    level: golden.ability[r]!,
  }));
  const points = [1, 2, 3, 4, 5];

  test.each(['mwds', 'rds', 'meanGap'] as const)(
    'figures of everyone are those of the gap table (%s)',
    (measure) => {
      const expected = gapsOf(tallyAnswers(8, points, answers)).map((gap) => gap[measure]!);
      gapSampler(
        8,
        points,
        answers,
        measure,
      )(everyone(40))!.forEach((figure, item) => expect(figure).toBeCloseTo(expected[item]!, 10));
    },
  );

  test('hold the place that the whole group gives, the last item being last for sure', () => {
    const ranges = finished(gapRankRanges({ items: 8, points, answers, samples: 300 }));
    const order = gapOrder(gapsOf(tallyAnswers(8, points, answers))).order.flat();
    order.forEach((item, index) => {
      const [low, high] = ranges[item]!.places!;
      expect(low).toBeLessThanOrEqual(index + 1);
      expect(high).toBeGreaterThanOrEqual(index + 1);
    });
    expect(ranges[7]!.places).toEqual([8, 8]);
    expect(ranges[7]!.firstShare).toBe(0);
    expect(ranges[6]!.firstShare).toBeGreaterThan(0.3);
    expect(finished(gapRankRanges({ items: 8, points, answers, samples: 300 }))).toEqual(ranges);
  });

  test('are shared by items that are always level, and unknown for unrated ones', () => {
    const level = Array.from({ length: 9 }, () => ({ importance: [5, 5, 4], level: [1, 1, null] }));
    expect(finished(gapRankRanges({ items: 3, points, answers: level, samples: 20 }))).toEqual([
      { item: 0, places: [1.5, 1.5], firstShare: 0 },
      { item: 1, places: [1.5, 1.5], firstShare: 0 },
      { item: 2, places: null, firstShare: null },
    ]);
    const none = finished(gapRankRanges({ items: 1, points, answers: [] }));
    expect(none).toEqual([{ item: 0, places: null, firstShare: null }]);
  });
});

describe('stability of a curriculum', () => {
  const { rankings, ratings } = respondents(150, 12, 20181115);
  const planOf = planSampler({
    modules: drafts(12),
    rules,
    worths: worthSampler(12, rankings, 'bottom').sample,
    gaps: gapSampler(12, [1, 2, 3, 4, 5], ratings),
  });

  test('the same seed gives the same result, another seed another one', () => {
    const run = (seed: number) =>
      finished(planStability({ respondents: 150, planOf, samples: 60, seed }));
    expect(run(1)).toEqual(run(1));
    expect(run(1).modules).not.toEqual(run(2).modules);
  });

  test('tables of one give the plans that respondents give, and every seed its own', () => {
    const run = (clusters?: (number | null)[], seed = 1) =>
      finished(
        planStability({
          respondents: 150,
          planOf,
          samples: 60,
          seed,
          ...(clusters && { clusters }),
        }),
      );
    const { tables, ...apart } = run(rankings.map((_, respondent) => respondent));
    const { tables: none, ...own } = run();
    expect([tables, none]).toEqual([150, null]);
    expect(apart).toEqual(own);
    expect(run(rankings.map(() => null))).toEqual({ ...own, tables: 0 });
    const seats = rankings.map((_, respondent) => respondent % 10);
    expect(run(seats)).toEqual(run(seats));
    expect(run(seats).modules).not.toEqual(run(seats, 2).modules);
    expect(run(seats).tables).toBe(10);
  });

  test('tables whose people answer alike leave more open than as many people apart', () => {
    const n = 150;
    const seats = Array.from({ length: n }, (_, respondent) => respondent % 10);
    const alike = seats.map((table) => rankings.filter((one) => one !== null)[table]!);
    const sampled = planSampler({
      modules: drafts(12),
      rules,
      worths: worthSampler(12, alike, 'bottom').sample,
    });
    const widths = (clusters?: number[]) =>
      finished(
        planStability({
          respondents: n,
          planOf: sampled,
          samples: 200,
          ...(clusters && { clusters }),
        }),
      ).modules.map(({ plans, hours }) => (plans > 0 ? hours![1] - hours![0] : 0));
    const [apart, together] = [widths(), widths(seats)];
    const total = (all: number[]) => all.reduce((sum, width) => sum + width, 0);
    expect(total(together)).toBeGreaterThan(1.5 * total(apart));
    together.forEach((width, module) => expect(width).toBeGreaterThanOrEqual(apart[module]!));
  });

  test('modules in at least 80 of 100 plans are core, in fewer elective, in none absent', () => {
    const { modules, samples, failed } = finished(
      planStability({ respondents: 150, planOf, samples: 100 }),
    );
    expect([samples, failed]).toEqual([100, 0]);
    for (const { plans, share, role, hours, medianHours } of modules) {
      expect(share).toBe(plans / 100);
      expect(role).toBe(plans === 0 ? 'absent' : plans >= 80 ? 'core' : 'elective');
      if (plans === 0) {
        expect([hours, medianHours]).toEqual([null, null]);
        continue;
      }
      expect(hours![0]).toBeLessThanOrEqual(medianHours!);
      expect(hours![1]).toBeGreaterThanOrEqual(medianHours!);
      expect(hours!.map((value) => value % 2.5)).toEqual([0, 0]);
    }
    expect(new Set(modules.map(({ role }) => role)).size).toBeGreaterThan(1);
  });

  test('exactly 80 of 100 plans make a module core, 79 do not', () => {
    const roleIn = (plans: number) => {
      let calls = -1;
      const counted = () => {
        calls++;
        const weight = calls > 0 && calls <= plans ? 1 : 0;
        return curriculumPlan([{ id: 'a', weight }], { ...rules, hours: 15 });
      };
      const run = planStability({ respondents: 9, planOf: counted, samples: 100 });
      const { modules, failed } = finished(run);
      expect(failed).toBe(100 - plans);
      return modules[0]!.role;
    };
    expect([100, 80, 79, 1, 0].map(roleIn)).toEqual([
      'core',
      'core',
      'elective',
      'elective',
      'absent',
    ]);
  });

  test('when all respondents agree every plan is the same', () => {
    const order: Ranking = drafts(12).map((_, item) => [item]);
    const same = planSampler({
      modules: drafts(12),
      rules,
      worths: worthSampler(
        12,
        Array.from({ length: 40 }, () => order),
        'bottom',
      ).sample,
    });
    const plan = same(everyone(40));
    for (const { id, share, hours } of finished(
      planStability({ respondents: 40, planOf: same, samples: 50 }),
    ).modules) {
      const own = plan.modules.find((module) => module.id === id)!.hours;
      expect(share).toBe(own > 0 ? 1 : 0);
      expect(hours).toEqual(own > 0 ? [own, own] : null);
    }
  });

  test('must-haves are in every plan, and a limit from the respondents varies with them', () => {
    const durations = rankings.map((_, respondent) => (respondent % 2 ? 40 : 75));
    const withLimit = planSampler({
      modules: drafts(12).map((module, index) => ({ ...module, mustHave: index === 11 })),
      rules,
      worths: worthSampler(12, rankings, 'bottom').sample,
      hoursOf: (drawn) =>
        durations.reduce((sum, hours, r) => sum + (hours === 40 ? drawn[r]! : -drawn[r]!), 0) > 0
          ? 40
          : 75,
    });
    const { modules } = finished(
      planStability({ respondents: 150, planOf: withLimit, samples: 60 }),
    );
    expect(modules[11]).toMatchObject({ share: 1, role: 'core' });
    expect(modules[0]!.hours![0]).toBeLessThan(modules[0]!.hours![1]);
  });

  test('progress is told after every sample and the work can be stopped', () => {
    const run = planStability({ respondents: 150, planOf, samples: 5 });
    const progress = [];
    for (const step of run) progress.push(step.done);
    expect(progress).toEqual([1, 2, 3, 4, 5]);
    const stopped = planStability({ respondents: 150, planOf, samples: 1e9 });
    expect(stopped.next().value).toEqual({ done: 1, samples: 1e9 });
    stopped.return(undefined as never);
    expect(stopped.next().done).toBe(true);
  });

  test('no respondents give no samples and no claims', () => {
    const nobody = planSampler({
      modules: drafts(2),
      rules,
      worths: worthSampler(2, [], 'bottom').sample,
    });
    const result = finished(planStability({ respondents: 0, planOf: nobody }));
    expect(result).toMatchObject({ samples: 0, failed: 0 });
    expect(result.modules.map(({ role }) => role)).toEqual(['absent', 'absent']);
  });

  test.each([0, 100])('500 plans of 5,000 people are all made (%i tables)', (n) => {
    const many = respondents(5000, 12, 3);
    const clusters = many.rankings.map((_, respondent) => respondent % n);
    const { modules, samples } = finished(
      planStability({
        respondents: 5000,
        samples: 500,
        planOf: planSampler({
          modules: drafts(12),
          rules,
          worths: worthSampler(12, many.rankings, 'bottom').sample,
          gaps: gapSampler(12, [1, 2, 3, 4, 5], many.ratings),
        }),
        ...(n > 0 && { clusters }),
      }),
    );
    expect(samples).toBe(500);
    expect(modules[0]!.role).toBe('core');
  });
});
