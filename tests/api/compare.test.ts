import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoStudy } from '../../src/cli/demo-study.ts';
import { storeResponses } from '../../src/db/import-responses.ts';
import { createStudy, findStudy, setStudyStatus } from '../../src/db/studies.ts';
import type { CompareDocument } from '../../src/http/compare-of.ts';
import type { DividesDocument } from '../../src/http/divides-of.ts';
import { readPreflib } from '../../src/ranking/preflib.ts';
import { Definition } from '../../src/survey/definition.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { smallDefinition } from './small-study.ts';

interface Golden {
  source: string;
  split: string;
  n_A: number;
  n_B: number;
  wald_X2: number;
  wald_p: number;
  items: { mean_rank_A: number; p_mann_whitney_two_sided_ties_nocc: number | null }[];
}

const now = new Date('2026-11-20T09:00:00Z');
let fresh: FreshApp;
let demo: string;

const fixture = (path: string) =>
  readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8');

beforeAll(async () => {
  fresh = await freshApp();
  const { study } = await demoStudy(fresh.db, {
    preset: 'demo',
    seed: 3,
    templateId: 'smart-city-programme-manager',
    now,
  });
  demo = study.id;
});

afterAll(() => fresh.close());

async function compared(id: string, query: string): Promise<CompareDocument> {
  const answer = await fresh.designer(`/api/studies/${id}/compare?${query}`);
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as CompareDocument;
}

/** A study whose individuals give these answers, those that a second round begins with in it. */
async function studyOf(
  definition: object,
  answers: readonly Record<string, unknown>[],
  secondFrom = Infinity,
) {
  const read = Definition.parse(definition);
  const { id } = await createStudy(fresh.db, { definition: read, now });
  await setStudyStatus(fresh.db, id, 'open', now);
  const study = (await findStudy(fresh.db, id))!;
  const responses = answers.map((own, at) => ({
    id: crypto.randomUUID(),
    answers: own as never,
    shown: {},
    locale: 'en' as const,
    voice: 'individual' as const,
    table: null,
    round: at < secondFrom ? 1 : 2,
    event: null,
    at: now,
  }));
  await storeResponses(fresh.db, study, responses);
  await setStudyStatus(fresh.db, id, 'closed', now);
  return id;
}

describe('two groups of a published vote', () => {
  const { sets } = JSON.parse(fixture('golden/group-compare.json')) as { sets: Golden[] };

  test('Debian 2005, every second ballot: the test values of other tools', async () => {
    const golden = sets.find(({ source }) => source.includes('00002-00000003'))!;
    const { items, ballots } = readPreflib(fixture(`rankings/${golden.source}`), golden.source);
    const ids = items.map((_, item) => `item-${item}`);
    const option = (id: string) => ({ id, label: { en: id } });
    const [ranking, role] = smallDefinition.questions;
    const id = await studyOf(
      {
        ...smallDefinition,
        lists: { topics: ids.map(option) },
        questions: [{ ...ranking, min: 1, max: ids.length, writeIns: undefined }, role].map(
          (question) => JSON.parse(JSON.stringify(question)) as object,
        ),
      },
      ballots.flatMap(({ count, ranking: groups }, line) =>
        Array.from({ length: count }, () => ({
          topics: groups.map((group) => group.map((item) => ids[item]!)),
          role: line % 2 === 0 ? 'student' : 'teacher',
        })),
      ),
    );
    const { a, b, apart, comparison } = await compared(id, 'where=role:student&compare=others');
    expect([a.n, b.n, apart]).toEqual([golden.n_A, golden.n_B, true]);
    expect(comparison!.test!.method).toBe('wald');
    expect(comparison!.test!.statistic).toBeCloseTo(golden.wald_X2, 8);
    expect(comparison!.test!.pValue).toBeCloseTo(golden.wald_p, 8);
    for (const item of comparison!.items) {
      const expected = golden.items[ids.indexOf(item.id)]!;
      expect(item.a).toBeCloseTo(expected.mean_rank_A, 9);
      expect(item.pValue).toBeCloseTo(expected.p_mann_whitney_two_sided_ties_nocc ?? 1, 6);
    }
    const order = comparison!.items.map(({ pValue }) => pValue!);
    expect(order).toEqual(order.toSorted((x, y) => x - y));
    const back = await compared(id, 'where=role:teacher&compare=role:student');
    expect(back.comparison!.test!.pValue).toBeCloseTo(golden.wald_p, 8);
  });
});

describe('any two filters', () => {
  test('may cross segments, events, rounds and voices', async () => {
    await setStudyStatus(fresh.db, demo, 'closed', now);
    const query =
      'question=competency-ranking&where=area-type:city;@round:1&compare=area-type:town-suburb;@round:1';
    const { a, b, comparison } = await compared(demo, query);
    expect([a.suppressed, b.suppressed]).toEqual([undefined, undefined]);
    expect(comparison!.items).toHaveLength(12);
    expect(comparison!.orders!.pairs).toBe(66);
    const voices = await compared(demo, 'question=competency-ranking&compare=@voice:table');
    expect(voices.apart).toBe(true);
    expect(voices.comparison!.test!.method).toBe('permutation');
    expect(voices.a.n).toBeGreaterThan(voices.b.n!);
  });

  test('choices, scales, ratings and numbers have tests of their own', async () => {
    const method = async (question: string) => {
      const query = `question=${question}&where=area-type:city&compare=others`;
      const { comparison } = await compared(demo, query);
      return [comparison!.measure, comparison!.test?.method ?? null];
    };
    expect(await method('training-duration')).toEqual(['share', 'wilcoxon']);
    expect(await method('competency-level')).toEqual(['mean', null]);
    expect((await method('training-necessary'))[0]).toBe('share');
  });

  test('the others are those of the same round', async () => {
    const query = 'question=competency-ranking&where=area-type:city;@round:1&compare=others';
    const { a, b, apart } = await compared(demo, query);
    expect(apart).toBe(true);
    const inRound = await compared(demo, 'question=competency-ranking&round=1&compare=all');
    expect(a.n! + b.n!).toBe(inRound.a.n);
  });

  test('who is in both groups is not tested', async () => {
    const query = 'question=competency-ranking&where=area-type:city&compare=all';
    const { apart, comparison } = await compared(demo, query);
    expect(apart).toBe(false);
    expect(comparison!.test).toBeNull();
    expect(comparison!.items.every(({ pValue, interval }) => !pValue && !interval)).toBe(true);
    expect(comparison!.items.some(({ difference }) => difference !== 0)).toBe(true);
  });

  test('a group that is held back is not compared, whichever it is', async () => {
    for (const query of ['where=country:MT&compare=all', 'compare=country:MT']) {
      const { a, b, comparison } = await compared(demo, `question=competency-ranking&${query}`);
      expect([a.suppressed, b.suppressed].filter(Boolean)).toHaveLength(1);
      expect(comparison).toBeNull();
      expect(JSON.stringify([a, b].find(({ suppressed }) => suppressed))).not.toContain('meanRank');
    }
  });

  test('a comparison that does not fit is refused in one sentence', async () => {
    for (const query of ['', 'compare=nonsense:x', 'compare=others', 'compare=role:nobody']) {
      const answer = await fresh.designer(`/api/studies/${demo}/compare?${query}`);
      expect(answer.status, query).toBe(422);
      expect(((await answer.json()) as { error: string }).error).toMatch(/\.$/);
    }
  });

  test('answers 304 while nothing has changed', async () => {
    const path = `/api/studies/${demo}/compare?where=area-type:city&compare=others`;
    const etag = (await fresh.designer(path)).headers.get('etag')!;
    const headers = { authorization: `Bearer ${fresh.token}`, 'if-none-match': etag };
    expect((await fresh.app.request(path, { headers })).status).toBe(304);
  });
});

describe('what divides people', () => {
  test('finds the one difference that there is, and calls no other certain', async () => {
    const rank = (k: number, role: string) => {
      const [x, y] = role === 'student' ? ['law', 'data'] : ['money', 'people'];
      const last = ['roads', k % 2 ? 'law' : 'money'][k % 2]!;
      return [[x], [k % 3 ? y : 'roads'], ...(k % 3 && last !== x ? [[last]] : [])];
    };
    const answers = Array.from({ length: 80 }, (_, k) => {
      const role = k % 4 < 2 ? 'student' : 'teacher';
      return {
        topics: k < 70 ? rank(k, role) : [['roads'], ['law'], ['money']],
        role,
        years: (k % 3) + 1,
        places: [['north', 'south', 'west'][k % 3]!],
      };
    });
    const id = await studyOf(smallDefinition, answers);
    const answer = await fresh.designer(`/api/studies/${id}/divides`);
    const { lines } = (await answer.json()) as DividesDocument;
    const [first, ...others] = lines;
    expect(first).toMatchObject({ question: 'topics', segment: 'role', method: 'kruskal-wallis' });
    expect(first!.adjustedPValue).toBeLessThan(1e-6);
    expect(first!.groups.map(({ n }) => n)).toEqual([40, 40]);
    expect(others.length).toBeGreaterThan(1);
    for (const line of others) expect(line.adjustedPValue).toBeGreaterThan(0.05);

    // Ticks of one person are not independent: each option is tested, never all ticks together.
    const query = 'question=places&where=role:student&compare=others';
    const { apart, comparison } = await compared(id, query);
    expect([apart, comparison!.test, comparison!.items.length]).toEqual([true, null, 3]);
    expect(comparison!.items.every(({ pValue, interval }) => pValue && interval)).toBe(true);
  });

  test('looks at one round as at a study of its own, and gives nobody away by it', async () => {
    const answer = (k: number, role: string) => ({
      role,
      topics: (role === 'student') === k % 5 > 0 ? [['law'], ['data']] : [['money'], ['roads']],
      years: (k % 3) + 1,
    });
    const people = (students: number, teachers: number) =>
      Array.from({ length: students + teachers }, (_, k) =>
        answer(k, k < students ? 'student' : 'teacher'),
      );
    const linesOf = async (id: string, query = '') => {
      const told = await fresh.designer(`/api/studies/${id}/divides${query}`);
      expect(told.status, await told.clone().text()).toBe(200);
      return ((await told.json()) as DividesDocument).lines;
    };
    const second = people(30, 30);
    const alone = await linesOf(await studyOf(smallDefinition, second));
    const both = await studyOf(smallDefinition, [...people(20, 10), ...second], 30);
    expect(alone[0]).toMatchObject({ question: 'topics', segment: 'role' });
    expect(await linesOf(both, '?round=2')).toEqual(alone);
    expect(await linesOf(both, '?round=all')).toEqual(await linesOf(both));
    // Who answers in two rounds is the same person twice, so rounds are never tested as groups.
    for (const compare of ['@round:2', 'others', '@round:2;role:teacher']) {
      const rounds = await compared(both, `where=@round:1&compare=${compare}`);
      expect([rounds.apart, rounds.comparison!.test], compare).toEqual([false, null]);
    }
    const roles = 'where=@round:1;role:student&compare=@round:2;role:teacher';
    expect((await compared(both, roles)).apart).toBe(true);
    expect((await linesOf(both))[0]!.groups.map(({ n }) => n)).toEqual([50, 40]);

    // All teachers less those of round 2 would be two people.
    const few = await studyOf(smallDefinition, [...people(20, 2), ...second], 22);
    const divided = (await linesOf(few, '?round=2')).map(({ segment }) => segment);
    expect(divided).not.toContain('role');
    expect((await linesOf(few)).map(({ segment }) => segment)).toContain('role');

    await setStudyStatus(fresh.db, both, 'open', now);
    expect((await fresh.designer(`/api/studies/${both}/divides?round=2`)).status).toBe(422);
  });

  test('never names a group that is too small', async () => {
    const answer = await fresh.designer(`/api/studies/${demo}/divides`);
    const { lines } = (await answer.json()) as DividesDocument;
    expect(lines.length).toBeGreaterThan(20);
    for (const { groups } of lines) {
      for (const { n } of groups) expect(n).toBeGreaterThanOrEqual(5);
    }
    expect(lines.some(({ segment, question }) => segment === question)).toBe(false);
  });
});
