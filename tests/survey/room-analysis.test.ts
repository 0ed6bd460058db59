import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankingDistance } from '../../src/ranking/ranking-distance.ts';
import type { Ranking } from '../../src/ranking/ranking.ts';
import { generate } from '../../src/survey/generator/generate.ts';
import { optionsOf } from '../../src/survey/question-options.ts';
import { rankingOf } from '../../src/survey/ranking-results.ts';
import { markedPeople } from '../../src/survey/room-analysis/marked-people.ts';
import { pairedRounds } from '../../src/survey/room-analysis/paired-rounds.ts';
import { representation } from '../../src/survey/room-analysis/representation.ts';
import { roomAnalysis } from '../../src/survey/room-analysis/room-analysis.ts';
import {
  inSteps,
  membersIn,
  type RoomBallot,
  type SeatedBallot,
  tableKey,
  tableRankings,
} from '../../src/survey/room-analysis/room-ballot.ts';
import { stopVerdict } from '../../src/survey/room-analysis/stop-rule.ts';
import { tableAgreement } from '../../src/survey/room-analysis/table-agreement.ts';
import { tableBootstrap } from '../../src/survey/room-analysis/table-bootstrap.ts';
import { template } from '../../src/survey/templates.ts';

const bottom = { mode: 'bottom', minCell: 5 } as const;
const order = (...items: number[]): Ranking => items.map((item) => [item]);

/** A person's ballot at a table. */
function seat(table: string, ranking: Ranking, own: Partial<RoomBallot> = {}): SeatedBallot {
  const from = { voice: 'individual', event: null, round: 1, mark: 'participant' } as const;
  return { ...from, person: null, ...own, table, ranking };
}

const said = (table: string, ranking: Ranking, round = 1): RoomBallot => ({
  ...seat(table, ranking, { round }),
  voice: 'table',
});

const times = <T>(count: number, make: (k: number) => T): T[] =>
  Array.from({ length: count }, (_, k) => make(k));

describe('distance of two rankings', () => {
  test('counts the pairs put in opposite ways, and half of those that only one ties', () => {
    expect(rankingDistance(3, order(0, 1, 2), order(2, 1, 0), 'bottom')).toBe(1);
    expect(rankingDistance(3, order(0, 1, 2), order(0, 2, 1), 'bottom')).toBeCloseTo(1 / 3);
    expect(rankingDistance(3, order(0, 1, 2), [[0, 1], [2]], 'bottom')).toBeCloseTo(1 / 6);
  });

  test('an item left out is below the others, or says nothing: as the question has it', () => {
    expect(rankingDistance(3, order(0, 1, 2), order(2), 'bottom')).toBeCloseTo(2.5 / 3);
    expect(rankingDistance(3, order(0, 1, 2), order(1, 0), 'ignore')).toBe(1);
    expect(rankingDistance(3, order(0, 1, 2), order(2), 'ignore')).toBeNull();
  });

  test('is a metric: symmetric, zero for equals, never longer by one stop less', () => {
    const ranking = fc
      .shuffledSubarray([0, 1, 2, 3, 4], { minLength: 0 })
      .map((items) => order(...items));
    const between = (a: Ranking, b: Ranking) => rankingDistance(5, a, b, 'bottom')!;
    fc.assert(
      fc.property(ranking, ranking, ranking, (a, b, c) => {
        expect(between(a, a)).toBe(0);
        expect(between(a, b)).toBeCloseTo(between(b, a), 12);
        expect(between(a, c)).toBeLessThanOrEqual(between(a, b) + between(b, c) + 1e-12);
      }),
    );
  });
});

describe('did the table represent its members (S8, S14)', () => {
  // Two tables of five: all but one member of each rank as their table does.
  const members = [
    ...times(5, (k) => seat('A', k < 4 ? order(0, 1, 2) : order(2, 1, 0))),
    ...times(5, (k) => seat('B', k < 4 ? order(2, 1, 0) : order(0, 1, 2))),
  ];
  const tables = tableRankings([said('A', order(0, 1, 2)), said('B', order(2, 1, 0))], 1);

  test('averages the distance of members to their own table and to the others', () => {
    const { tables: rows, overall } = representation(3, members, tables, bottom);
    expect(
      rows.map(({ table, n, own, others, nearer }) => [table, n, own, others, nearer]),
    ).toEqual([
      ['A', 5, 0.2, 0.8, 0.8],
      ['B', 5, 0.2, 0.8, 0.8],
    ]);
    expect(overall).toMatchObject({ n: 10, own: 0.2, others: 0.8, nearer: 0.8 });
  });

  test('its p-value is the share of all seatings that bring people as near', () => {
    // Of the C(10,5) = 252 seatings, those with k of the five friends of A at A: C(5,k)^2.
    // As near as 4 of 5 each: k = 4 (25) and k = 5 (1), so 26/252.
    const options = { ...bottom, replicates: 20_000 };
    const { overall } = representation(3, members, tables, options);
    expect(overall!.pValue).toBeGreaterThan(26 / 252 - 0.008);
    expect(overall!.pValue).toBeLessThan(26 / 252 + 0.008);
  });

  test('tells nothing of a table with fewer members than a cell needs, and why', () => {
    const more = [...members, ...times(4, () => seat('C', order(1, 0, 2)))];
    const all = new Map([...tables, [tableKey(said('C', [])), order(1, 0, 2)]]);
    const { tables: rows, overall } = representation(3, more, all, bottom);
    expect(rows[2]).toEqual({
      event: null,
      table: 'C',
      n: null,
      held: 'too-few',
      own: null,
      others: null,
      nearer: null,
    });
    expect(overall).toEqual(representation(3, members, tables, bottom).overall);
  });

  test('a table that ranked nothing is named as such', () => {
    const { tables: rows } = representation(3, members, new Map([...tables].slice(0, 1)), bottom);
    expect(rows[1]).toMatchObject({ n: 5, held: 'no-ranking', own: null });
  });

  test('says whose view prevailed, unless one group has too few people (S6)', () => {
    const marked = members.map((member) =>
      member.table === 'A' ? { ...member, mark: 'expert' as const } : member,
    );
    expect(representation(3, marked, tables, bottom).marks).toEqual([
      { mark: 'participant', n: 5, own: 0.2 },
      { mark: 'expert', n: 5, own: 0.2 },
    ]);
    const one = members.map((member, k) => (k ? member : { ...member, mark: 'expert' as const }));
    expect(representation(3, one, tables, bottom)).toMatchObject({ marks: [], marksHeld: true });
  });

  test('never tells the mean distance of fewer members than a group needs', () => {
    const ignore = { mode: 'ignore', minCell: 5 } as const;
    const lists = new Map([
      [tableKey({ event: null, table: 'A' }), order(0, 1, 2)],
      [tableKey({ event: null, table: 'B' }), order(2, 1, 0)],
      [tableKey({ event: null, table: 'C' }), order(3, 4)],
    ]);
    const seats = [
      ...times(5, () => seat('A', order(0, 1, 2))),
      ...times(5, () => seat('B', order(2, 1, 0))),
      // Five answered here, and two of them can be compared with all the tables.
      ...times(5, (k) => seat('C', k < 2 ? order(0, 1, 3, 4) : order(3, 4))),
    ];
    const { tables: rows, overall } = representation(5, seats, lists, ignore);
    expect(rows.map(({ table, n, held, own }) => [table, n, held, own])).toEqual([
      ['A', 5, null, 0],
      ['B', 5, null, 0],
      ['C', null, 'too-few', null],
    ]);
    expect(overall!.n).toBe(10);
  });
});

describe('agreement inside tables and between them', () => {
  const own = [
    ...times(5, () => seat('A', order(0, 1, 2))),
    ...times(5, () => seat('B', order(2, 1, 0))),
  ];
  const tables = tableRankings([said('A', order(0, 1, 2)), said('B', order(2, 1, 0))], 1);

  test('is all inside where tables agree within and oppose each other', () => {
    const found = tableAgreement(3, own, tables, bottom)!;
    expect(found.tables.map(({ kendallW }) => kendallW)).toEqual([1, 1]);
    expect(found.everyone.kendallW).toBe(0);
    expect(found.between.kendallW).toBe(0);
    expect([found.withinTau, found.acrossTau]).toEqual([1, -1]);
    expect(found.variance!.share).toBeCloseTo(1, 12);
    expect(found.variance!.byChance).toBeCloseTo(1 / 9, 12);
    // Only the two seatings that put all friends together do as well: 2/252.
    expect(found.variance!.pValue).toBeLessThan(0.015);
  });

  test('the share of variance is eta squared, as an analysis of variance has it', () => {
    // Ranks of item 0: A 1 1 1 2 2, B 1 2 2 2 2; of item 1 the other rank. Means 1.4 and 1.8, 1.6.
    // Between 2 x 5 x 0.2^2 = 0.4; whole 10 x 0.24 = 2.4; both items alike: 1/6.
    const [up, down] = [order(0, 1), order(1, 0)];
    const mixed = [
      ...[up, up, up, down, down].map((ranking) => seat('A', ranking)),
      ...[up, down, down, down, down].map((ranking) => seat('B', ranking)),
    ];
    const { variance, divides } = tableAgreement(2, mixed, tables, bottom)!;
    expect(variance!.share).toBeCloseTo(1 / 6, 12);
    for (const share of divides) expect(share).toBeCloseTo(1 / 6, 12);
    // Seatings with 3:1 or 4:0 of the four early ones: 2 (C(4,3)C(6,2) + C(6,1)) / 252 = 132/252.
    expect(Math.abs(variance!.pValue - 132 / 252)).toBeLessThan(0.04);
  });

  test('the pairs of all people are those inside tables and those across', () => {
    const ranking = fc
      .shuffledSubarray([0, 1, 2, 3], { minLength: 4 })
      .map((own2) => order(...own2));
    fc.assert(
      fc.property(fc.array(ranking, { minLength: 12, maxLength: 12 }), (rankings) => {
        const people = rankings.map((one, k) => seat(k < 7 ? 'A' : 'B', one));
        const { everyone, withinTau, acrossTau } = tableAgreement(4, people, new Map(), {
          ...bottom,
          replicates: 1,
        })!;
        const [inside, across] = [21 + 10, 35];
        const whole = (inside * withinTau! + across * acrossTau!) / (inside + across);
        expect(whole).toBeCloseTo(everyone.meanTau!, 10);
      }),
      { numRuns: 50 },
    );
  });

  test('resampling tables is less sure than resampling people who repeat each other', () => {
    const people = times(8, (table) =>
      times(5, () => seat(`T${table}`, table < 5 ? order(0, 1) : order(1, 0))),
    ).flat();
    const found = tableBootstrap(2, people, bottom)!;
    expect(found).toMatchObject({ n: 40, tables: 8, isFew: false });
    expect(found.byTable[0]![1]).toBeGreaterThan(found.byTable[0]![0]);
    expect(tableBootstrap(2, people.slice(0, 35), bottom)!.isFew).toBe(true);
    expect(tableBootstrap(2, people.slice(0, 5), bottom)).toBeNull();
  });
});

describe('experts and the project team in or out (S6)', () => {
  const people = times(7, () => seat('A', order(0, 1)));
  const experts = (count: number, ranking = order(1, 0)) =>
    times(count, () => seat('B', ranking, { mark: 'expert' }));

  test('says when the order is another without them', () => {
    const found = markedPeople(2, [...people, ...experts(8)], bottom);
    expect(found.everyone.places).toEqual([2, 1]);
    expect(found.variants).toMatchObject([
      { without: ['expert'], left: 8, n: 7, places: [1, 2], orderChanged: true, tauX: -1 },
    ]);
    const same = markedPeople(2, [...people, ...experts(6)], bottom);
    expect(same.variants[0]).toMatchObject({ orderChanged: false, leaderChanged: false });
  });

  test('fewer than a cell needs are never told apart by leaving them out', () => {
    expect(markedPeople(2, [...people, ...experts(4)], bottom)).toMatchObject({
      variants: [],
      held: 'too-few',
    });
    const team = times(2, () => seat('A', order(1, 0), { mark: 'team' }));
    const both = markedPeople(2, [...people, ...experts(5), ...team], bottom);
    expect(both.variants.map(({ without }) => without)).toEqual([['expert', 'team']]);
    expect(markedPeople(2, people, bottom).held).toBe('none');
  });
});

describe('rounds of the same people (S14)', () => {
  const round = (number: number, people: number, ranking: (k: number) => Ranking) =>
    times(people, (k) => seat('A', ranking(k), { round: number, person: `${k}` }));

  test('compares only people present in both, and counts who left and who came', () => {
    const ballots = [
      ...round(1, 12, (k) => (k < 9 ? order(0, 1) : order(1, 0))),
      ...round(2, 7, () => order(1, 0)),
      ...times(6, (k) => seat('A', order(0, 1), { round: 2, person: `new ${k}` })),
    ];
    const [found] = pairedRounds(2, ballots, bottom);
    expect(found).toMatchObject({ n: 7, leavers: 5, newcomers: 6, isCoarse: false });
    // All seven move item 0 from first to second: 2 of 2^7 patterns are as far, Holm doubles it.
    expect(found!.items[0]).toMatchObject({ placeBefore: 1, placeAfter: 2, isCertain: true });
    expect(found!.items[0]!.adjustedPValue).toBeCloseTo((2 * 2) / 128, 12);
    expect(found!.items[0]!.meanBefore).toBe(1);
    expect(found!.stability).toEqual({ tauX: -1, ownTauX: -1 });
    expect(found!.agreement).toMatchObject({ before: 1, after: 1 });
  });

  test('a handful of leavers cannot be worked out from what is told', () => {
    const ballots = [
      ...round(1, 8, (k) => (k % 2 ? order(0, 1) : order(1, 0))),
      ...round(2, 6, () => order(0, 1)),
    ];
    const [found] = pairedRounds(2, ballots, bottom);
    expect(found).toMatchObject({ n: 6, leavers: 2, isCoarse: true });
    expect(found!.items[0]).toMatchObject({
      meanBefore: null,
      meanAfter: null,
      adjustedPValue: null,
    });
    expect(found!.agreement!.change).toBeNull();
    const few = pairedRounds(
      2,
      [...round(1, 9, () => order(0, 1)), ...round(2, 4, () => order(0, 1))],
      bottom,
    );
    expect(few[0]).toMatchObject({ n: 4, held: 'too-few', items: [], agreement: null });
  });

  test('nor can those who answered elsewhere, in another round or at a small event', () => {
    const same = [1, 2].flatMap((number) => round(number, 8, () => order(0, 1)));
    const isCoarse = (ballots: readonly RoomBallot[], answers?: Map<number, number>) =>
      pairedRounds(2, ballots, { ...bottom, ...(answers && { answers }) }).map(
        (found) => found.isCoarse,
      );
    expect(isCoarse(same)).toEqual([false]);
    const online = (rest: number) => new Map([[1, 8 + rest]]);
    expect(isCoarse(same, online(3))).toEqual([true]);
    expect(isCoarse(same, online(5))).toEqual([false]);
    const third = round(3, 7, () => order(0, 1));
    expect(isCoarse([...same, ...third])).toEqual([true, true]);
    const small = same.filter((_, k) => k % 8 < 2).map((own) => ({ ...own, event: 'small' }));
    expect(isCoarse([...same, ...small])).toEqual([true]);
  });

  test('a Delphi-type study stops on agreement and stability together', () => {
    const verdict = (wBefore: number, wAfter: number, tauX: number, at = 2) =>
      stopVerdict({ wBefore, wAfter, tauX, round: at })?.verdict;
    expect(verdict(0.72, 0.74, 0.95)).toBe('agreed');
    expect(verdict(0.4, 0.74, 0.95)).toBe('go-on');
    expect(verdict(0.3, 0.33, 0.95)).toBe('settled');
    expect(verdict(0.3, 0.6, 0.5)).toBe('go-on');
    expect(verdict(0.3, 0.6, 0.5, 3)).toBe('rounds-used');
    expect(stopVerdict({ wBefore: null, wAfter: 1, tauX: 1, round: 2 })).toBeNull();
  });
});

describe('while people still answer', () => {
  test('members of a table appear in whole steps, tables at once', () => {
    const ballots = [
      ...times(7, () => seat('A', order(0))),
      ...times(4, () => seat('B', order(0))),
    ];
    const shown = inSteps([...ballots, said('A', order(0))], 5);
    expect(shown).toHaveLength(6);
    expect(membersIn(shown, 1)).toHaveLength(5);
  });
});

describe('the demo workshop', () => {
  const definition = template('smart-city-programme-manager')!;
  const question = definition.questions.find(({ id }) => id === 'competency-ranking')!;
  const items = optionsOf(definition, question).map(({ id }) => id);
  const index = new Map(items.map((id, k) => [id, k]));
  const responses = generate(definition, {
    n: 120,
    tables: 12,
    seed: 20181115,
    event: 'demo',
    individualRounds: 2,
  });
  // People of one table answer in the same order in both rounds.
  const counts = new Map<string, number>();
  const ballots = responses.flatMap((response): RoomBallot[] => {
    const { voice, event, table, round, finished, answers } = response;
    if (table === null || !finished) return [];
    const at = `${voice} ${table} ${round}`;
    counts.set(at, (counts.get(at) ?? 0) + 1);
    const answer = answers['competency-ranking'];
    if (!Array.isArray(answer)) return [];
    const ranking = rankingOf(answer, index);
    const person = voice === 'table' ? null : `${table} ${counts.get(at)}`;
    return [{ voice, event, table, round, mark: 'participant', person, ranking }];
  });

  test('S14: talk that pulls people towards their table brings them nearer to it', () => {
    const { paired, rounds } = roomAnalysis(items.length, ballots, bottom);
    const { towardsTable, n } = paired[0]!;
    expect(n).toBeGreaterThan(50);
    expect(towardsTable!.after).toBeLessThan(towardsTable!.before - 0.02);
    expect(towardsTable!.pValue).toBeLessThan(0.05);
    const [before, after] = rounds.map(({ representation: { overall } }) => overall!);
    expect(after!.own).toBeLessThan(before!.own);
    expect(after!.nearer).toBeGreaterThan(0.5);
    const share = rounds.map(({ agreement }) => agreement!.variance!.share);
    expect(share[1]).toBeGreaterThan(share[0]!);
  });

  test('is the same each time it is worked out', () => {
    const once = roomAnalysis(items.length, ballots, bottom);
    expect(roomAnalysis(items.length, ballots, bottom)).toEqual(once);
  });
});
