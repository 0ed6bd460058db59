import fc from 'fast-check';

import { defaultPlanRules } from '../../src/needs/plan-input.ts';
import type { CourseModule, PlanRules } from '../../src/needs/plan-input.ts';

const step = fc.constantFrom(0.5, 1, 2.5, 4, 12.5, 0.1);

/** Rules for proportional plans: limits in and out of step with the step, and hours of any size. */
export const rulesOf: fc.Arbitrary<PlanRules> = fc
  .record({
    step,
    hours: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.constantFrom(7.5, 12.5, 75, 300, 0.3)),
    low: fc.integer({ min: 0, max: 6 }),
    more: fc.integer({ min: 0, max: 8 }),
    hoursAre: fc.constantFrom('contact', 'total'),
  })
  .map(({ low, more, ...rules }) => ({
    ...defaultPlanRules,
    ...rules,
    min: low * rules.step * 0.9,
    max: (Math.max(1, low) + more) * rules.step,
  }));

/** Small whole weights, so that ties happen, and zero weights. */
const weight = fc.oneof(
  fc.integer({ min: 0, max: 6 }),
  fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true }),
);

/** Modules that differ in weight only. */
export const plainModules: fc.Arbitrary<CourseModule[]> = fc
  .array(weight, { minLength: 1, maxLength: 14 })
  .map((weights) => weights.map((own, index) => ({ id: `m${index}`, weight: own })));

/** Modules with must-haves and prerequisites (of earlier modules, so never in a circle). */
export const linkedModules: fc.Arbitrary<CourseModule[]> = fc
  .array(
    fc.record({
      weight,
      mustHave: fc.boolean().map((chosen) => chosen),
      needs: fc.array(fc.nat({ max: 20 }), { maxLength: 2 }),
      rare: fc.nat({ max: 3 }),
      size: fc.integer({ min: 1, max: 12 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ weight: own, mustHave, needs, rare, size }, index) => ({
      id: `m${index}`,
      weight: own,
      mustHave: mustHave && rare === 0,
      prerequisites: index === 0 ? [] : [...new Set(needs.map((need) => `m${need % index}`))],
      size: size * 2.5,
    })),
  );
