import type { MatchRules, MethodTrait } from './match-rules.ts';
import type { OrdinalQuantile } from './ordinal.ts';
import { tidyHours } from './tidy-hours.ts';

/** Why a module has a method: its rank, an affinity (by id), or the hands-on rule. */
export type MethodReason =
  | { rule: 'top-ranked' }
  | { rule: 'affinity'; id: string }
  | { rule: 'hands-on' };

/** A method of a module and its place in the ranking, 1 = first, the same for tied ones. */
export interface MatchedMethod {
  id: string;
  place: number;
  reason: MethodReason;
}

/** Contact hours of a module by format; they add up to all of its contact hours. */
export interface FormatHours {
  online: number;
  handsOn: number;
  /** On site without a hands-on task. */
  other: number;
}

/** How a module is taught. */
export interface ModuleMatch {
  id: string;
  methods: MatchedMethod[];
  hours: FormatHours;
  /** The hands-on rule left less room for online hours than respondents wished. */
  onlineLimited: boolean;
}

/** What the respondents said about formats. */
export interface FormatWishes {
  /** Tied groups of method ids, best first. */
  methods: readonly (readonly string[])[];
  /** Median acceptance of e-learning; `null` when nobody answered. */
  acceptance: OrdinalQuantile | null;
  /** Median share of online hours, 0..1; `null` when nobody answered, then nothing is online. */
  onlineShare: number | null;
}

/**
 * Whether the hands-on rule applies: the median acceptance of e-learning, or the lower of the two
 * categories that it lies between, is below the limit. Without answers it applies, to be safe.
 *
 * @example
 * needsHandsOn(null, defaultMatchRules) // => true
 */
export function needsHandsOn(acceptance: OrdinalQuantile | null, { handsOn }: MatchRules): boolean {
  return acceptance === null || acceptance.values[0] < handsOn.acceptanceBelow;
}

/**
 * Matches methods and formats to modules by the rules: methods with an affinity first, then the
 * best-ranked, all from the top places; where hands-on is asked for and none of them is, the
 * best-ranked hands-on method of the whole ranking takes the last one's place, and the least share
 * of hands-on hours is set aside before the online share is.
 *
 * @example
 * matchModules([{ id: 'data-analysis', contactHours: 5 }], wishes, defaultMatchRules)[0].hours
 * // => { online: 2, handsOn: 1, other: 2 }
 */
export function matchModules(
  modules: readonly { id: string; contactHours: number }[],
  wishes: FormatWishes,
  rules: MatchRules,
): ModuleMatch[] {
  const ranked = placed(wishes.methods);
  const handsOn = needsHandsOn(wishes.acceptance, rules);
  return modules.map(({ id, contactHours }) => ({
    id,
    methods: methodsOf(id, ranked, rules, handsOn),
    ...formatHours(contactHours, wishes.onlineShare ?? 0, rules, handsOn),
  }));
}

interface Placed {
  id: string;
  place: number;
}

function placed(groups: readonly (readonly string[])[]): Placed[] {
  let place = 1;
  return groups.flatMap((group) => {
    const own = group.map((id) => ({ id, place }));
    place += group.length;
    return own;
  });
}

function methodsOf(
  module: string,
  ranked: readonly Placed[],
  rules: MatchRules,
  handsOn: boolean,
): MatchedMethod[] {
  const considered = ranked.filter(({ place }) => place <= rules.places);
  const affinities = rules.affinities.filter(({ modules }) => modules.includes(module));
  const suited = considered.flatMap((method): MatchedMethod[] => {
    const affinity = affinities.find(({ methods }) => methods.includes(method.id));
    return affinity ? [{ ...method, reason: { rule: 'affinity', id: affinity.id } }] : [];
  });
  const rest = considered
    .filter(({ id }) => suited.every((method) => method.id !== id))
    .map((method): MatchedMethod => ({ ...method, reason: { rule: 'top-ranked' } }));
  const chosen = [...suited, ...rest].slice(0, rules.methodsPerModule);
  const isHandsOn = ({ id }: Placed) => has(rules, id, 'hands-on');
  if (!handsOn || rules.methodsPerModule === 0 || chosen.some(isHandsOn)) return chosen;
  const best = ranked.find(isHandsOn);
  if (!best) return chosen;
  const kept = chosen.slice(0, rules.methodsPerModule - 1);
  return [...kept, { ...best, reason: { rule: 'hands-on' } }];
}

function has({ traits }: MatchRules, method: string, trait: MethodTrait): boolean {
  return traits[method]?.includes(trait) ?? false;
}

function formatHours(
  contactHours: number,
  onlineShare: number,
  { handsOn: rule, step }: MatchRules,
  required: boolean,
): { hours: FormatHours; onlineLimited: boolean } {
  const least = Math.ceil((rule.leastShare * contactHours) / step - 1e-9) * step;
  const handsOn = required ? Math.min(contactHours, tidyHours(least)) : 0;
  const wished = tidyHours(Math.round((onlineShare * contactHours) / step) * step);
  const room = tidyHours(contactHours - handsOn);
  const online = Math.min(wished, room);
  return {
    hours: { online, handsOn, other: tidyHours(room - online) },
    onlineLimited: online < wished,
  };
}
