import { z } from 'zod';
import { defaultMatchRules } from '../../needs/match-rules.ts';
import { defaultRankingPart } from '../../needs/need-score.ts';
import { defaultPlanRules } from '../../needs/plan-input.ts';
import { Id } from '../text.ts';
import { NEED_ROLES } from './roles.ts';

const Hours = z.number().min(0).max(10_000);
const Filters = z.string().max(2000);
const Line = z.string().trim().max(300);
const Tags = z.array(z.string().trim().min(1).max(20)).max(20);

/** Limits of one module, where they differ from the plan's. */
export const ModuleSettings = z.strictObject({
  min: Hours.optional(),
  max: Hours.optional(),
  mustHave: z.boolean().optional(),
  prerequisites: z.array(Id).max(100).optional(),
  size: Hours.optional(),
  /** Not a module of this plan, whatever its weight. */
  excluded: z.boolean().optional(),
});

/** What a person writes about a module. */
export const SheetSettings = z.strictObject({
  title: Line.optional(),
  learningOutcomes: z.array(Line.min(1)).max(20).optional(),
  eqfLevel: z.int().min(1).max(8).optional(),
  assessment: z.string().trim().max(2000).optional(),
  qualityAssurance: z.string().trim().max(2000).optional(),
  awardingBody: Line.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'write the country as two capital letters')
    .optional(),
  ecf: Tags.optional(),
  digcomp: Tags.optional(),
  esco: z.url().max(300).optional(),
});

const MatchSettings = z.strictObject({
  places: z.int().min(1).max(100),
  methodsPerModule: z.int().min(0).max(10),
  traits: z.record(Id, z.array(z.enum(['hands-on', 'online', 'on-site'])).max(3)),
  affinities: z
    .array(
      z.strictObject({
        id: Id,
        modules: z.array(Id).max(300),
        methods: z.array(Id).max(300),
      }),
    )
    .max(50),
  handsOn: z.strictObject({
    acceptanceBelow: z.number().min(1).max(6),
    leastShare: z.number().min(0).max(1),
  }),
  step: z.number().min(0.25).max(10),
});

const RuleSettings = z.strictObject({
  hoursAre: z.enum(['contact', 'total']),
  sizing: z.enum(['proportional', 'fixed']),
  step: z.number().min(0.25).max(100),
  min: Hours,
  max: Hours.min(0.25),
  hoursPerCredit: z.number().min(25).max(30),
  contactShare: z.number().min(0.01).max(1),
  dayHours: z.number().min(0.5).max(24),
});

/**
 * All that a designer decides about a curriculum. What is not there has the value of a plan that
 * nobody has touched.
 *
 * @example
 * PlanSettings.parse({}).rankingPart // => 0.6
 */
export const PlanSettings = z.strictObject({
  /** Which question plays which part, where the study does not tell. */
  roles: z.partialRecord(z.enum(NEED_ROLES), Id.nullable()).default(() => ({})),
  /** The part of the ranking in a content's weight; the rest is the gap's. */
  rankingPart: z.number().min(0).max(1).default(defaultRankingPart),
  /** `clean` leaves flagged answers out, of weights and hours, once results can tell which. */
  quality: z.enum(['all', 'clean']).default('all'),
  /** Whose answers make the weights, as in the address of the results; empty = everyone. */
  where: Filters.default(''),
  duration: z
    .strictObject({
      from: z.enum(['answers', 'typed']),
      /** Whose median; empty = everyone. */
      where: Filters.default(''),
      hours: Hours.nullable().default(null),
    })
    .default(() => ({ from: 'answers' as const, where: '', hours: null })),
  /** Hours of the short and the long variant; `null` = quartiles of the answers. */
  variants: z
    .strictObject({ short: Hours.nullable(), long: Hours.nullable() })
    .default(() => ({ short: null, long: null })),
  /** Hours a week that a participant has at most. */
  weekHours: z.number().min(1).max(60).default(40),
  rules: RuleSettings.default(() => ({ ...defaultPlanRules })),
  modules: z.record(Id, ModuleSettings).default(() => ({})),
  match: MatchSettings.default(() => structuredClone(defaultMatchRules) as never),
  sheets: z.record(Id, SheetSettings).default(() => ({})),
});

export type PlanSettings = z.infer<typeof PlanSettings>;

/** The settings of a plan that nobody has touched. */
export const DEFAULT_SETTINGS: PlanSettings = PlanSettings.parse({});
