import { curriculumPlan } from '../../needs/curriculum.ts';
import { durationLimit, weeklyLoad } from '../../needs/duration.ts';
import { matchModules, needsHandsOn } from '../../needs/module-match.ts';
import type { FormatWishes } from '../../needs/module-match.ts';
import type { CourseModule, PlanRules } from '../../needs/plan-input.ts';
import { needScores } from '../../needs/need-score.ts';
import { oneMoreDay } from '../../needs/plan-variants.ts';
import type { ModuleDraft } from '../../needs/plan-sampler.ts';
import type { ContentItem, Finding, NeedsDocument, OrdinalFigures } from './needs-document.ts';
import type { PlanDocument, PlanHours } from './plan-document.ts';
import type { PlanSettings } from './plan-settings.ts';

/** What a plan is made of besides the settings. */
export type PlanBasis = Pick<
  NeedsDocument,
  'items' | 'rankings' | 'acceptance' | 'onlineShare' | 'spread' | 'scores'
> & { duration: Finding<OrdinalFigures> };

/** The parts of a plan document that settings and needs decide alone. */
export type Planned = Pick<
  PlanDocument,
  'hours' | 'rules' | 'modules' | 'plan' | 'variants' | 'more' | 'load' | 'matches' | 'handsOnRule'
>;

/**
 * The curriculum that settings make of needs: limit, plan, its variants, what one more day adds,
 * and how each module is taught. Without hours there is no plan; without weights there is one that
 * says so.
 *
 * @example
 * planned(needs, PlanSettings.parse({ duration: { from: 'typed', hours: 75 } })).plan?.hours // => 75
 */
export function planned(basis: PlanBasis, settings: PlanSettings): Planned {
  const hours = hoursOf(basis.duration, settings);
  const drafts = moduleDrafts(basis.items, settings);
  const weights = moduleWeights(basis, drafts, settings.rankingPart);
  const modules = drafts.map((draft, index): CourseModule => ({
    ...draft,
    weight: weights?.[index] ?? 0,
  }));
  const rules: PlanRules | null =
    hours.hours === null ? null : { ...settings.rules, hours: hours.hours };
  const planFor = (limit: number | null) =>
    limit === null || !rules ? null : curriculumPlan(modules, { ...rules, hours: limit });
  const plan = planFor(hours.hours);
  const wishes = wishesOf(basis);
  const isIn = plan?.modules.filter((module) => module.hours > 0) ?? [];
  const weeks = basis.spread.figures?.summary.median?.values[0] ?? null;
  const load =
    plan && weeks ? weeklyLoad(plan.workload.totalHours, weeks, settings.weekHours) : null;
  return {
    hours,
    rules,
    modules,
    plan,
    variants: { short: planFor(hours.short), standard: plan, long: planFor(hours.long) },
    more: rules && { ...oneMoreDay(modules, rules), dayHours: rules.dayHours },
    load: load && { ...load, weeks: weeks! },
    matches: matchModules(
      isIn.map(({ id, workload }) => ({ id, contactHours: workload.contactHours })),
      wishes,
      settings.match,
    ),
    handsOnRule: needsHandsOn(wishes.acceptance, settings.match),
  };
}

/**
 * The modules that a plan may hold, without their weights: all contents but those that the settings
 * exclude, with their own limits. Prerequisites that are no modules are left out.
 *
 * @example
 * moduleDrafts(items, settings)[0] // => { id: 'data-analysis', mustHave: true }
 */
export function moduleDrafts(
  items: readonly Pick<ContentItem, 'id'>[],
  { modules }: Pick<PlanSettings, 'modules'>,
): ModuleDraft[] {
  const included = items.filter(({ id }) => !modules[id]?.excluded);
  const known = new Set(included.map(({ id }) => id));
  return included.map(({ id }): ModuleDraft => {
    const { min, max, mustHave, prerequisites, size } = modules[id] ?? {};
    const before = (prerequisites ?? []).filter((other) => known.has(other) && other !== id);
    return {
      id,
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      ...(mustHave && { mustHave }),
      ...(before.length > 0 && { prerequisites: before }),
      ...(size !== undefined && { size }),
    };
  });
}

/** Weights of the modules among themselves; `null` where nothing tells. */
function moduleWeights(
  { items, scores }: Pick<PlanBasis, 'items' | 'scores'>,
  drafts: readonly ModuleDraft[],
  part: number,
): number[] | null {
  if (!scores.figures) return null;
  const { worthShares, gapShares } = scores.figures.scores;
  const places = drafts.map(({ id }) => items.findIndex((item) => item.id === id));
  const among = <T>(shares: readonly T[] | null) => shares && places.map((place) => shares[place]!);
  return needScores(among(worthShares), among(gapShares), part).weights;
}

function hoursOf(
  { figures, n, certainty, missing }: Finding<OrdinalFigures>,
  { duration, variants }: PlanSettings,
): PlanHours {
  const summary = figures?.summary;
  const isTyped = duration.from === 'typed';
  const median = summary ? durationLimit(summary) : null;
  const hours = isTyped ? duration.hours : median;
  const lower = summary?.lowerQuartile?.values[0] ?? null;
  const upper = summary?.upperQuartile?.values[0] ?? null;
  const fits = (value: number | null, isFitting: (value: number) => boolean) =>
    value !== null && hours !== null && isFitting(value) ? value : null;
  return {
    hours,
    from: duration.from,
    upper: isTyped ? null : (summary?.median?.values[1] ?? null),
    n: isTyped ? 0 : n,
    certainty: isTyped ? 'computed' : certainty,
    missing: isTyped ? null : missing,
    short: variants.short ?? fits(lower, (value) => value <= hours!),
    long: variants.long ?? fits(upper, (value) => value >= hours!),
  };
}

/** What the respondents said about formats. */
export function wishesOf({
  rankings,
  acceptance,
  onlineShare,
}: Pick<PlanBasis, 'rankings' | 'acceptance' | 'onlineShare'>): FormatWishes {
  const online = onlineShare.figures?.summary.median?.values;
  return {
    methods: rankings.methods.figures?.order ?? [],
    acceptance: acceptance.figures?.summary.median ?? null,
    onlineShare: online ? (online[0] + online[1]) / 200 : null,
  };
}
