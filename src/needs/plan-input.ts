/** A module that a curriculum can hold; hours are in the kind of the plan's limit. */
export interface CourseModule {
  id: string;
  /**
   * Priority, 0 to 1e15; only the proportions matter, and less than a billionth of all weight
   * counts as none. See `needScores`.
   */
  weight: number;
  /** Limits of this module, where they differ from the plan's. */
  min?: number;
  max?: number;
  /** In every plan, whatever its weight. */
  mustHave?: boolean;
  /** Modules that must be in the plan, and come first, when this one is. */
  prerequisites?: readonly string[];
  /** Its hours when modules have fixed sizes. */
  size?: number;
}

/** How a curriculum is planned. */
export interface PlanRules {
  /** The duration limit. */
  hours: number;
  /** Whether the limit and all module hours count contact hours or the total workload. */
  hoursAre: 'contact' | 'total';
  /** `proportional`: hours by weight; `fixed`: modules of given size are chosen. */
  sizing: 'proportional' | 'fixed';
  /** Hours come in multiples of this. */
  step: number;
  /** Hours a module has at least and at most when it is in; at least one step. */
  min: number;
  max: number;
  /** Total hours of one ECTS credit, 25..30. */
  hoursPerCredit: number;
  /** Contact hours as a part of the total workload, above 0 up to 1. */
  contactShare: number;
  /** What "one more day" means. */
  dayHours: number;
}

/**
 * A start for a designer, every value to be shown and changed: 2.5-hour steps, 5 to 15 hours a
 * module, 25 hours a credit, 40 % of the workload with a teacher, days of 8 hours.
 */
export const defaultPlanRules: Omit<PlanRules, 'hours'> = {
  hoursAre: 'total',
  sizing: 'proportional',
  step: 2.5,
  min: 5,
  max: 15,
  hoursPerCredit: 25,
  contactShare: 0.4,
  dayHours: 8,
};
