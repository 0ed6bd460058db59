import { curriculumPlan } from './curriculum.ts';
import type { CurriculumPlan } from './curriculum.ts';
import { defaultRankingPart, needScores } from './need-score.ts';
import type { CourseModule, PlanRules } from './plan-input.ts';
import type { Sampler } from './worth-sampler.ts';

/** Modules without their weights, which each sample gives. */
export type ModuleDraft = Omit<CourseModule, 'weight'>;

/**
 * The curriculum that a sample of the respondents would have led to: weights from worths and gaps
 * (`needScores`), then the plan. Give `hoursOf` where the duration limit comes from the respondents
 * too. A sample that says nothing gives a plan with the reason `no-weights`.
 *
 * @example
 * planSampler({ modules, rules, worths: worthSampler(m, rankings, 'bottom').sample })
 */
export function planSampler(given: {
  modules: readonly ModuleDraft[];
  rules: PlanRules;
  worths?: Sampler<number>;
  gaps?: Sampler<number | null>;
  rankingPart?: number;
  hoursOf?: (drawn: ArrayLike<number>) => number | null;
}): (drawn: ArrayLike<number>) => CurriculumPlan {
  const { modules, rules, worths, gaps, rankingPart = defaultRankingPart, hoursOf } = given;
  return (drawn) => {
    const { weights } = needScores(worths?.(drawn) ?? null, gaps?.(drawn) ?? null, rankingPart);
    const hours = hoursOf?.(drawn) ?? rules.hours;
    return curriculumPlan(
      modules.map((module, index) => ({ ...module, weight: weights?.[index] ?? 0 })),
      { ...rules, hours },
    );
  };
}
