import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Definition } from '../../src/survey/definition.ts';
import { definitionChanges } from '../../src/survey/definition-changes.ts';
import { type GapEvidence, gapNeeds } from '../../src/survey/gaps/coverage.ts';
import { withGaps, withRule, withShown } from '../../src/survey/gaps/gap-edits.ts';
import { gapQuestions } from '../../src/survey/gaps/gap-questions.ts';
import { ideaCounts, type MergeStep, replay } from '../../src/survey/gaps/merge-log.ts';
import { verdictOf } from '../../src/survey/gaps/validation.ts';
import { everAsked, localise } from '../../src/survey/local-study.ts';
import { optionsOf } from '../../src/survey/question-options.ts';
import { template } from '../../src/survey/templates.ts';

const rural = template('rural-innovation-gaps')!;
const rule = { minShare: 0.7, value: 2, minAnswers: 5 };
const VALUES = [0, 1, 2];

const ideas = Array.from({ length: 8 }, (_, at) => ({ key: `i${at}`, n: at + 1 }));
const gaps = Array.from({ length: 5 }, (_, at) => `g${at}`);

/** Every idea goes into one gap, and some gaps into a later one: nothing is decided twice. */
const merges = fc
  .tuple(
    fc.array(fc.nat(gaps.length - 1), { minLength: ideas.length, maxLength: ideas.length }),
    fc.array(fc.option(fc.nat(gaps.length), { nil: null }), { minLength: 4, maxLength: 4 }),
  )
  .map(([places, into]): MergeStep[] => [
    ...places.map((gap, at) => step({ ideas: [ideas[at]!.key], into: gaps[gap]! })),
    ...into.flatMap((jump, at) => {
      const target = gaps[at + 1 + (jump ?? 0)];
      return jump === null || !target ? [] : [step({ gap: gaps[at]!, into: target })];
    }),
  ]);

function step(given: Partial<MergeStep>): MergeStep {
  return { ideas: [], gap: null, into: null, undone: false, ...given };
}

const countsOf = (steps: readonly MergeStep[]) =>
  Object.fromEntries([...ideaCounts(ideas, replay(steps))].toSorted());

describe('merging ideas into gaps', () => {
  it('A4: counts the same in whichever order the merges are made', () => {
    const shuffled = merges.chain((steps) =>
      fc.tuple(
        fc.constant(steps),
        fc.shuffledSubarray(steps, { minLength: steps.length, maxLength: steps.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([steps, others]) => {
        expect(countsOf(others)).toEqual(countsOf(steps));
      }),
    );
  });

  it('A4: undoing a merge leaves what there was before it', () => {
    const steps = fc.array(
      fc.record({
        ideas: fc.subarray(ideas.map(({ key }) => key)),
        gap: fc.option(fc.constantFrom(...gaps), { nil: null }),
        into: fc.option(fc.constantFrom(...gaps), { nil: null }),
        undone: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        const undone = after.map((one) => ({ ...one, undone: true }));
        expect(countsOf([...before, ...undone])).toEqual(countsOf(before));
      }),
    );
  });

  it('A4: loses no idea, and leads no gap round in a circle', () => {
    fc.assert(
      fc.property(merges, (steps) => {
        const total = Object.values(countsOf(steps)).reduce((sum, n) => sum + n, 0);
        expect(total).toBe(ideas.reduce((sum, { n }) => sum + n, 0));
      }),
    );
    const round = [step({ gap: 'g0', into: 'g1' }), step({ gap: 'g1', into: 'g0' })];
    expect(replay(round).rootOf('g1')).toBe('g1');
  });
});

describe('the rule of the check', () => {
  it('A5: one more confirmation in place of another vote never makes a gap worse', () => {
    const worth = { rejected: 0, 'partly-contested': 1, proposed: 1, confirmed: 2 };
    const counts = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30));
    const rules = fc.record({
      minShare: fc.double({ min: 0.05, max: 1, noNaN: true }),
      value: fc.constant(2),
      minAnswers: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(counts, rules, fc.constantFrom(0, 1), ([no, partly, yes], any, from) => {
        const votes = [no, partly, yes];
        if (votes[from] === 0) return;
        const more = votes.with(from, votes[from]! - 1).with(2, yes + 1);
        const [old, now] = [verdictOf(votes, VALUES, any), verdictOf(more, VALUES, any)];
        expect(worth[now.state]).toBeGreaterThanOrEqual(worth[old.state]);
      }),
    );
  });

  it('A5: an extra confirmation never takes a confirmation away', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)), ([no, partly, yes]) => {
        if (verdictOf([no, partly, yes], VALUES, rule).state !== 'confirmed') return;
        expect(verdictOf([no, partly, yes + 1], VALUES, rule).state).toBe('confirmed');
      }),
    );
  });

  it('A5: follows the template: 0.7 of at least five votes, else contested or rejected', () => {
    const state = (...counts: number[]) => verdictOf(counts, VALUES, rule).state;
    expect(state(0, 0, 4)).toBe('proposed');
    expect(state(1, 2, 7)).toBe('confirmed');
    expect(state(2, 2, 6)).toBe('partly-contested');
    expect(state(7, 2, 1)).toBe('rejected');
    expect(verdictOf(null, VALUES, rule)).toMatchObject({ state: 'proposed', n: null });
    expect(gapQuestions(rural)?.validation.confirmRule).toEqual(rule);
  });
});

describe('the list that is ranked', () => {
  const shown = ['digital-skills', 'maintenance', 'small-market'];
  const frozen = withShown(rural, shown) as Definition;
  const ranking = (definition: Definition) =>
    localise(definition, 'en', 'individual').questions.find(({ id }) => id === 'barrier-ranking')!;

  it('A5: offers only what was fixed, and leaves every option in its place', () => {
    expect(
      ranking(frozen)
        .options!.map(({ id }) => id)
        .toSorted(),
    ).toEqual(shown.toSorted());
    expect(optionsOf(frozen, gapQuestions(frozen)!.ranking!)).toEqual(
      optionsOf(rural, gapQuestions(rural)!.ranking!),
    );
    const effects = definitionChanges(rural, frozen).map(({ effect }) => effect);
    expect(effects).toEqual(['rules']);
    expect(ranking(everAsked(frozen)).options).toHaveLength(12);
    expect(ranking(withShown(frozen, null) as Definition).options).toHaveLength(12);
  });

  it('A5: is never shorter than the ranking asks for, and names only what there is', () => {
    expect(withShown(rural, shown.slice(1))).toContain('at least 3');
    expect(typeof withShown(rural, [...shown, 'nothing'])).toBe('string');
    expect(typeof withRule(rural, { ...rule, value: 9 })).toBe('string');
  });

  it('A11: begins with the twelve barriers, and new gaps come behind them', () => {
    const more = withGaps(rural, [{ id: 'gap-roads', label: 'Bad roads' }]) as Definition;
    const list = more.lists['barriers']!.map(({ id }) => id);
    expect(list).toEqual([...rural.lists['barriers']!.map(({ id }) => id), 'gap-roads']);
    expect(definitionChanges(rural, more).every(({ effect }) => effect !== 'refused')).toBe(true);
  });
});

describe('coverage by what is on offer', () => {
  const gap = (id: string, rank: number, coverage: number, half = 0.1): GapEvidence => ({
    id,
    meanRank: rank,
    rankInterval: [rank - half, rank + half],
    coverage,
    coverageInterval: [coverage - half, coverage + half],
  });

  it('A6: needs are ranked high and covered little, the clear ones first', () => {
    const found = gapNeeds(
      [gap('low', 8, 0.5), gap('unsure', 4, 1.4, 1), gap('covered', 1, 2.5), gap('both', 2, 0.5)],
      1.5,
    );
    expect(found.map(({ id, need }) => [id, need])).toEqual([
      ['both', 'clearly'],
      ['covered', null],
      ['unsure', null],
      ['low', null],
    ]);
    const near = gapNeeds([gap('near', 2, 1.2, 1), gap('other', 8, 2.5)], 1.5);
    expect(near[0]).toMatchObject({ id: 'near', need: 'probably' });
  });

  it('A6: says nothing of a gap whose figures are held back', () => {
    const [held] = gapNeeds([{ ...gap('a', 1, 1), coverage: null, coverageInterval: null }], 1.5);
    expect(held).toMatchObject({ cover: null, need: null });
  });
});
