import { describe, expect, test } from 'vitest';

import type { Note } from '../../src/ranking/note.ts';
import { agreementLevel } from '../../src/ranking/agreement-level.ts';
import { concordance, meanTau } from '../../src/ranking/concordance.ts';
import { pairwise } from '../../src/ranking/pairwise.ts';
import { rankingDocument } from '../../src/ranking/ranking-document.ts';
import type { RankingDocument } from '../../src/ranking/ranking-document.ts';
import type { Ranking, UnrankedMode } from '../../src/ranking/ranking.ts';
import { addBallot, emptyTally, tallyOf } from '../../src/ranking/tally.ts';
import { rankedFile } from './plenary-rank.ts';

function documentOf(m: number, ballots: Ranking[], unranked: UnrankedMode): RankingDocument {
  const items = Array.from({ length: m }, (_, k) => ({ id: k + 1, name: `Item ${k + 1}` }));
  return rankingDocument(tallyOf(m, ballots), items, { unranked, ballots });
}

const strict = (...items: number[]): Ranking => items.map((item) => [item]);
const repeat = (n: number, ranking: Ranking): Ranking[] => Array.from({ length: n }, () => ranking);
const kinds = ({ consensus }: RankingDocument): string[] => consensus.notes.map(({ kind }) => kind);
const note = <K extends Note['kind']>(document: RankingDocument, kind: K) =>
  document.consensus.notes.find((each) => each.kind === kind) as
    | Extract<Note, { kind: K }>
    | undefined;
const ascending = (order: (string | number)[][]) =>
  order.map((group) => group.toSorted((a, b) => Number(a) - Number(b)));

describe.each<UnrankedMode>(['bottom', 'ignore'])('unranked: %s', (mode) => {
  test('no ballots: everything is level and nothing is known', () => {
    const document = documentOf(3, [], mode);
    const all = [[1, 2, 3]];
    expect(ascending(document.kemeny.order)).toEqual(all);
    expect(document.schulze.order).toEqual(all);
    expect(document.rankedPairs.order).toEqual(all);
    expect(ascending(document.consensus.order)).toEqual(all);
    expect(document.consensus.tiers).toEqual(all);
    expect(document.irv!.winners).toEqual([1, 2, 3]);
    expect(document.meanRank).toBeNull();
    expect(document.plackettLuce).toBeNull();
    expect(document.rankRange).toBeNull();
    expect(document.agreement.kendallW).toBeNull();
    expect(document.agreement.meanTau).toBeNull();
    expect(kinds(document)).toEqual(['no-ballots']);
  });

  test('one ballot: the consensus is that ballot, and nothing is tested', () => {
    const document = documentOf(3, [strict(2, 0, 1)], mode);
    expect(document.consensus.order).toEqual([[3], [1], [2]]);
    expect(document.agreement.kendallW).toBe(1);
    expect(document.agreement.fPValue).toBeNull();
    expect(document.agreement.meanTau).toBeNull();
    expect(document.rankRange).toBeNull();
    expect(document.consensus.tiers).toEqual([[1, 2, 3]]);
    expect(kinds(document)).toContain('one-ballot');
    expect(kinds(document)).not.toContain('clear-first');
    expect(kinds(document)).not.toContain('agreement');
  });

  test('one item: it is the order, and there is nothing to agree on', () => {
    const document = documentOf(1, repeat(9, strict(0)), mode);
    expect(document.consensus.order).toEqual([[1]]);
    expect(document.kemeny).toMatchObject({ order: [[1]], score: 0, proved: true });
    expect(document.agreement).toMatchObject({ kendallW: null, meanTau: null });
    expect(document.plackettLuce).toBeNull();
    expect(document.condorcetWinner).toBeNull();
  });

  test('all ballots all tied: one group, score 0, no W', () => {
    const document = documentOf(4, repeat(6, [[0, 1, 2, 3]]), mode);
    expect(ascending(document.consensus.order)).toEqual([[1, 2, 3, 4]]);
    expect(document.kemeny).toMatchObject({ score: 0, optima: 24 });
    expect(document.agreement.kendallW).toBeNull();
    expect(document.irv).toBeNull();
    expect(document.plackettLuce).toBeNull();
    expect(kinds(document)).toContain('all-level');
  });

  test('a perfect circle: three optimal orders, everything tied, and it is said', () => {
    const document = documentOf(3, [strict(0, 1, 2), strict(1, 2, 0), strict(2, 0, 1)], mode);
    expect(document.kemeny.optima).toBe(3);
    expect(ascending(document.consensus.order)).toEqual([[1, 2, 3]]);
    expect(document.schulze.order).toEqual([[1, 2, 3]]);
    expect(document.minimax.winners).toEqual([1, 2, 3]);
    expect(document.rankedPairs.tieBreakMatters).toBe(true);
    expect(note(document, 'cycle')).toEqual({ kind: 'cycle', items: [1, 2, 3] });
    expect(document.consensus.cycles).toEqual([[1, 2, 3]]);
  });

  test('unanimity: W is 1, F is not defined, worths stay finite', () => {
    const document = documentOf(4, repeat(12, strict(1, 3, 0, 2)), mode);
    expect(document.consensus.order).toEqual([[2], [4], [1], [3]]);
    expect(document.agreement).toMatchObject({ kendallW: 1, fStatistic: null, meanTau: 1 });
    expect(document.plackettLuce!.logWorth.every(Number.isFinite)).toBe(true);
    expect(document.rankRange).toEqual([
      [3, 3],
      [1, 1],
      [4, 4],
      [2, 2],
    ]);
    expect(kinds(document)).toContain('unanimous');
  });
});

describe('items that nobody ranked', () => {
  test('stand last when unranked means below', async () => {
    const document = await rankedFile('edge-never-ranked.soi', 'bottom');
    expect(document.consensus.order.at(-1)).toEqual([5]);
    expect(document.neverRanked).toEqual([5]);
    expect(note(document, 'never-ranked')).toMatchObject({ items: [5], excluded: false });
  });

  test('are left out and listed when unranked means nothing', async () => {
    const document = await rankedFile('edge-never-ranked.soi', 'ignore');
    const { consensus } = document;
    expect(consensus.order.flat().toSorted()).toEqual([1, 2, 3, 4]);
    expect(consensus.tiers.flat()).not.toContain(5);
    expect(consensus.ranges.map(({ item }) => item)).not.toContain(5);
    expect(consensus.methods.flatMap(({ leaders }) => leaders)).not.toContain(5);
    expect(note(document, 'never-ranked')).toMatchObject({ items: [5], excluded: true });
  });
});

test('single-item ballots say nothing when unranked means nothing', () => {
  const picks = [...repeat(20, [[0]]), ...repeat(9, [[1]]), ...repeat(1, [[2]])];
  const document = documentOf(3, picks, 'ignore');
  expect(document.pairwise.flat().every((count) => count === 0)).toBe(true);
  expect(kinds(document)).toContain('nothing-compared');
  expect(documentOf(3, picks, 'bottom').consensus.order).toEqual([[1], [2], [3]]);
});

test('what unranked means can decide who leads, and that is said', async () => {
  const bottom = await rankedFile('00002-00000003.soi', 'bottom');
  const ignore = await rankedFile('00002-00000003.soi', 'ignore');
  expect([bottom.consensus.order[0], ignore.consensus.order[0]]).toEqual([[3], [2]]);
  const said = { kind: 'gaps-decide', bottom: [3], ignore: [2] };
  expect(note(bottom, 'gaps-decide')).toEqual(said);
  expect(note(ignore, 'gaps-decide')).toEqual(said);
});

test('gaps that decide nothing are mentioned, not blamed', () => {
  const ballots = [...repeat(20, strict(0, 1)), ...repeat(5, strict(1, 0, 2))];
  const document = documentOf(3, ballots, 'bottom');
  expect(note(document, 'gaps')).toEqual({ kind: 'gaps', mode: 'bottom', incomplete: 20, n: 25 });
  expect(kinds(document)).not.toContain('gaps-decide');
});

test('where ranks are not known, tiers come from sign tests of all pairs together', () => {
  const lead = (up: number, down: number): (string | number)[][] => {
    const between = [...repeat(up, strict(0, 1)), ...repeat(down, strict(1, 0))];
    return documentOf(3, [...between, ...repeat(30, strict(2))], 'ignore').consensus.tiers;
  };
  expect(lead(14, 2)).toEqual([[1, 3], [2]]);
  expect(lead(12, 4)).toEqual([[1, 2, 3]]);
  // 13 to 3 alone would be significant (p = 0.021), as one of three pairs it is not.
  expect(lead(13, 3)).toEqual([[1, 2, 3]]);
});

test('two opposed camps are reported, although on average nobody agrees', async () => {
  const document = await rankedFile('edge-two-groups.soc', 'bottom');
  expect(document.agreement.kendallW).toBeLessThan(0.05);
  expect(note(document, 'agreement')?.level).toBe('none');
  expect(note(document, 'polarised')).toBeDefined();
});

test('a question on which the methods differ names who leads under which', async () => {
  const document = await rankedFile('edge-tennessee.soc', 'bottom');
  expect(document.consensus.methodsAgree).toBe(false);
  const { leaders } = note(document, 'methods-differ')!;
  expect(leaders[0]!.item).toBe(2);
  expect(leaders[0]!.methods).toContain('kemeny');
  expect(leaders.find(({ item }) => item === 4)!.methods).toEqual(['irv']);
});

test('complete ballots give the same figures whatever unranked would mean', async () => {
  const [bottom, ignore] = [
    await rankedFile('00012-00000001.soc', 'bottom'),
    await rankedFile('00012-00000001.soc', 'ignore'),
  ];
  expect({ ...ignore, mode: 'bottom', variants: null }).toEqual({ ...bottom, variants: null });
});

test('below 15 ballots the result says so, from 15 on it names the contenders', () => {
  const few = documentOf(3, repeat(14, strict(0, 1, 2)), 'bottom');
  expect(note(few, 'few-ballots')).toEqual({ kind: 'few-ballots', n: 14 });
  expect(kinds(few)).not.toContain('clear-first');
  const enough = documentOf(3, repeat(15, strict(0, 1, 2)), 'bottom');
  expect(kinds(enough)).not.toContain('few-ballots');
  expect(note(enough, 'clear-first')).toEqual({ kind: 'clear-first', item: 1 });
});

test('without ballots at hand only what needs them is missing', () => {
  const ballots = [strict(0, 1, 2), strict(1, 0, 2), strict(0, 2, 1)];
  const items = [1, 2, 3].map((id) => ({ id, name: `${id}` }));
  const whole = rankingDocument(tallyOf(3, ballots), items, { unranked: 'bottom', ballots });
  const short = rankingDocument(tallyOf(3, ballots), items, { unranked: 'bottom' });
  expect(short.plackettLuce).toBeNull();
  expect(short.irv).toBeNull();
  const { consensus: _, ...figures } = short;
  const { consensus: __, ...others } = whole;
  expect(figures).toEqual({ ...others, plackettLuce: null, irv: null });
  expect(() => rankingDocument(tallyOf(2, []), items, { unranked: 'bottom' })).toThrow(RangeError);
});

test("Kendall's W in words", () => {
  const marks = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1];
  expect(marks.map(agreementLevel)).toEqual([
    'none',
    'very-weak',
    'weak',
    'moderate',
    'strong',
    'very-strong',
    'very-strong',
  ]);
});

test.each([
  [12, 30],
  [101, 999_983],
  [200, 1_000_000],
])('%i items and %i equal ballots agree wholly, without an error of rounding', (m, n) => {
  const all = strict(...Array.from({ length: m }, (_, item) => item));
  const equal = addBallot(emptyTally(m), all, n);
  expect(concordance(equal)).toMatchObject({ kendallW: 1, fStatistic: null });
  expect(meanTau(pairwise(equal, 'bottom'), n)).toBeCloseTo(1, 14);
  expect(concordance(addBallot(emptyTally(m), [[0]], n)).kendallW).toBe(1);
  expect(concordance(addBallot(emptyTally(m), [all.flat()], n)).kendallW).toBeNull();
});
