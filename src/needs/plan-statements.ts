import type { CurriculumPlan } from './curriculum.ts';
import type { ModuleMatch } from './module-match.ts';
import type { MoreHours } from './plan-variants.ts';
import type { Stability } from './stability.ts';
import { certaintyOf } from './statement.ts';
import type { Evidence, Statement } from './statement.ts';

/** What is known about a planned curriculum. */
export interface PlanFindings {
  plan: CurriculumPlan;
  stability?: Stability;
  more?: MoreHours & { dayHours: number };
  matches?: readonly ModuleMatch[];
  /** Whether the hands-on rule applied to the matches. */
  handsOnRule?: boolean;
}

/**
 * Statements about a curriculum: its workload, contact and total, and modules; every reason for
 * unused hours or for no plan at all; ties that the list's order broke; how stable each module is;
 * its methods; and what one more day would add. A module's stability is borne out where it is in at
 * least 95 % of the plans or in at most 5 %.
 *
 * @example
 * planStatements({ plan }, evidence)[0].kind // => 'plan'
 */
export function planStatements(findings: PlanFindings, evidence: Evidence): Statement[] {
  const { plan, stability, more, matches = [], handsOnRule = false } = findings;
  const head = { section: 13, n: 0, certainty: 'computed', evidence } as const;
  const statements: Statement[] = [];
  if (plan.possible) {
    statements.push({
      ...head,
      kind: 'plan',
      figures: {
        workload: plan.workload,
        modules: plan.modules
          .filter(({ hours }) => hours > 0)
          .map(({ id, hours }) => ({ id, hours })),
        coverage: plan.coverage,
        unplaced: plan.unplaced,
      },
    });
  }
  for (const reason of plan.reasons) {
    const figures = { reason, possible: plan.possible };
    statements.push({ ...head, kind: 'plan-reason', figures });
  }
  for (const modules of plan.tiesBroken) {
    statements.push({ ...head, kind: 'plan-tie', figures: { modules } });
  }
  for (const module of stability?.samples ? stability.modules : []) {
    const { respondents: n, samples } = stability!;
    const certainty = certaintyOf(n, module.share >= 0.95 || module.share <= 0.05);
    statements.push({
      ...head,
      n,
      certainty,
      kind: 'module-stability',
      figures: { module, samples },
    });
  }
  for (const match of matches) {
    statements.push({ ...head, kind: 'module-methods', figures: { match, handsOnRule } });
  }
  if (more) {
    const { dayHours, addedHours, addedCredits, joined, changes } = more;
    const gained = changes.map(({ id, change }) => ({ id, change }));
    const figures = { dayHours, addedHours, addedCredits, joined, gained };
    statements.push({ ...head, kind: 'one-more-day', figures });
  }
  return statements;
}
