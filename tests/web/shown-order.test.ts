import { expect, test } from 'vitest';
import { localise } from '../../src/survey/local-study.ts';
import { template } from '../../src/survey/templates.ts';
import { inShownOrder, shownOrders } from '../../web/participant/shown-order.ts';
import { shownSteps, stepsOf } from '../../web/participant/steps.ts';

const study = localise(template('smart-city-programme-manager')!, 'en', 'individual');
const competencies = study.questions.find(({ id }) => id === 'competency-importance')!;

/** A small generator, uniform enough to shuffle with and the same every time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test('everybody gets all options once', () => {
  const shown = shownOrders(study, generator(1));
  for (const question of study.questions) {
    const ids = (question.options ?? question.rows ?? []).map(({ id }) => id);
    if (shown[question.id]) expect([...shown[question.id]!].sort()).toEqual([...ids].sort());
  }
});

test('each option stands first equally often', () => {
  const random = generator(7);
  const firsts = new Map<string, number>();
  const rounds = 6000;
  for (let round = 0; round < rounds; round += 1) {
    const first = shownOrders(study, random)['competency-ranking']![0]!;
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  const expected = rounds / 12;
  const chiSquare = [...firsts.values()].reduce(
    (sum, n) => sum + (n - expected) ** 2 / expected,
    0,
  );
  expect(firsts.size).toBe(12);
  expect(chiSquare).toBeLessThan(31.3); // 11 degrees of freedom, p = 0.001
});

test('a question that follows another shows the same order', () => {
  const shown = shownOrders(study, generator(3));
  expect(shown['competency-level']).toEqual(shown['competency-importance']);
});

test('an option without a place comes last, in the definition’s order', () => {
  const [first, second, ...rest] = competencies.rows!.map(({ id }) => id);
  const order = inShownOrder(competencies, { 'competency-importance': rest });
  expect(order.map(({ id }) => id)).toEqual([...rest, first, second]);
});

test('each ranking and each long rating stands on a step of its own', () => {
  for (const step of stepsOf(study)) {
    const alone = step.questions.filter(
      ({ kind, rows = [] }) => kind === 'ranking' || rows.length > 4,
    );
    if (alone.length > 0) expect(step.questions).toHaveLength(1);
  }
  expect(stepsOf(study).flatMap((step) => step.questions)).toEqual(study.questions);
});

test('a question appears once the one it depends on has an answer', () => {
  const ids = (answers: Record<string, unknown>) =>
    shownSteps(study, answers).flatMap((step) => step.questions.map(({ id }) => id));
  expect(ids({})).not.toContain('possible-solution');
  expect(ids({ 'own-problem': ' ' })).not.toContain('possible-solution');
  expect(ids({ 'own-problem': 'Silos.' })).toContain('possible-solution');
});
