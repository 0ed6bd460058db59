import type { Affinity } from '../../needs/match-rules.ts';
import type { PlanSettings } from './plan-settings.ts';
import { NEED_ROLES } from './roles.ts';

/** What of a form is read: browsers' and servers' `FormData` have it. */
export interface SentForm {
  get: (name: string) => unknown;
  getAll: (name: string) => unknown[];
  has: (name: string) => boolean;
}

/** Ids of what a plan's form has fields for. */
export interface FormItems {
  modules: readonly string[];
  methods: readonly string[];
}

/**
 * The settings that a plan's form stands for, unchecked: `PlanSettings` says what is wrong with
 * them. Parts that the form does not have (`has.…` fields name those it has) stay as they were, so
 * does what belongs to contents that the study no longer has.
 *
 * @example
 * readPlanForm(new FormData(form), { modules: ['data'], methods: ['lab'] }, before).rankingPart // => 0.6
 */
export function readPlanForm(form: SentForm, items: FormItems, before: PlanSettings): PlanSettings {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const number = (name: string, otherwise: number) =>
    text(name) === '' ? otherwise : Number(text(name).replace(',', '.'));
  const hours = (name: string) => (text(name) === '' ? null : number(name, 0));
  const { rules } = before;
  return {
    roles: form.has('has.roles') ? rolesIn(text) : before.roles,
    rankingPart: number('part', 100 * before.rankingPart) / 100,
    quality: form.has('quality') ? (text('quality') === 'clean' ? 'clean' : 'all') : before.quality,
    where: text('where'),
    duration: {
      from: text('hoursFrom') === 'typed' ? 'typed' : 'answers',
      where: text('hoursWhere'),
      hours: hours('hours'),
    },
    variants: { short: hours('short'), long: hours('long') },
    weekHours: number('weekHours', before.weekHours),
    rules: {
      hoursAre: text('hoursAre') === 'contact' ? 'contact' : 'total',
      sizing: text('sizing') === 'fixed' ? 'fixed' : 'proportional',
      step: number('step', rules.step),
      min: number('min', rules.min),
      max: number('max', rules.max),
      hoursPerCredit: number('hoursPerCredit', rules.hoursPerCredit),
      contactShare: number('contactShare', 100 * rules.contactShare) / 100,
      dayHours: number('dayHours', rules.dayHours),
    },
    modules: form.has('has.modules') ? modulesIn(form, text, items, before) : before.modules,
    match: form.has('has.match') ? matchIn(form, number, items, before.match) : before.match,
    sheets: sheetsIn(form, text, items, before.sheets),
  };
}

type Text = (name: string) => string;

function rolesIn(text: Text): PlanSettings['roles'] {
  const roles: PlanSettings['roles'] = {};
  for (const role of NEED_ROLES) {
    const chosen = text(`role.${role}`);
    if (chosen === '-') roles[role] = null;
    else if (chosen !== '') roles[role] = chosen;
  }
  return roles;
}

function modulesIn(
  form: SentForm,
  text: Text,
  { modules }: FormItems,
  before: PlanSettings,
): PlanSettings['modules'] {
  const found = { ...before.modules };
  for (const id of modules) {
    const name = `m.${id}`;
    const own: PlanSettings['modules'][string] = {};
    for (const key of ['min', 'max', 'size'] as const) {
      const typed = text(`${name}.${key}`);
      if (typed !== '') own[key] = Number(typed.replace(',', '.'));
    }
    const prerequisites = form.getAll(`${name}.pre`).map(String).filter(Boolean);
    if (prerequisites.length > 0) own.prerequisites = [...new Set(prerequisites)];
    if (form.has(`${name}.must`)) own.mustHave = true;
    if (!form.has(`${name}.in`)) own.excluded = true;
    if (Object.keys(own).length > 0) found[id] = own;
    else delete found[id];
  }
  return found;
}

const TRAITS = ['hands-on', 'online', 'on-site'] as const;

function matchIn(
  form: SentForm,
  number: (name: string, otherwise: number) => number,
  { modules, methods }: FormItems,
  before: PlanSettings['match'],
): PlanSettings['match'] {
  const traits = { ...before.traits };
  for (const method of methods) {
    const own = TRAITS.filter((trait) => form.has(`t.${method}.${trait}`));
    if (own.length > 0) traits[method] = own;
    else delete traits[method];
  }
  const wished = new Map(
    modules.map((module) => [module, form.getAll(`a.${module}`).map(String).filter(Boolean)]),
  );
  const isSame = modules.every(
    (module) => suited(before.affinities, module, methods).join() === wished.get(module)!.join(),
  );
  const others = before.affinities.filter(({ modules: own }) =>
    own.every((id) => !modules.includes(id)),
  );
  return {
    ...before,
    places: number('places', before.places),
    methodsPerModule: number('methodsPerModule', before.methodsPerModule),
    traits,
    affinities: isSame
      ? before.affinities
      : [
          ...others,
          ...[...wished]
            .filter(([, own]) => own.length > 0)
            .map(([module, own]) => ({ id: module, modules: [module], methods: own })),
        ],
    handsOn: {
      acceptanceBelow: number('acceptanceBelow', before.handsOn.acceptanceBelow),
      leastShare: number('handsOnShare', 100 * before.handsOn.leastShare) / 100,
    },
  };
}

/**
 * The methods that suit a module by the rules, in the order of the study's methods.
 *
 * @example
 * suited(defaultMatchRules.affinities, 'data-analysis', methods) // => ['hands-on-lab', 'own-project']
 */
export function suited(
  affinities: readonly Affinity[],
  module: string,
  methods: readonly string[],
): string[] {
  const own = affinities.filter(({ modules }) => modules.includes(module));
  return methods.filter((method) => own.some((one) => one.methods.includes(method)));
}

function sheetsIn(
  form: SentForm,
  text: Text,
  { modules }: FormItems,
  before: PlanSettings['sheets'],
): PlanSettings['sheets'] {
  const found = { ...before };
  for (const id of modules) {
    if (!form.has(`has.sheet.${id}`)) continue;
    const name = `s.${id}`;
    const own: PlanSettings['sheets'][string] = {};
    for (const key of ['title', 'assessment', 'qualityAssurance', 'awardingBody'] as const) {
      if (text(`${name}.${key}`) !== '') own[key] = text(`${name}.${key}`).replaceAll('\r\n', '\n');
    }
    const country = text(`${name}.country`).toUpperCase();
    if (country !== '') own.country = country;
    if (text(`${name}.eqfLevel`) !== '') own.eqfLevel = Number(text(`${name}.eqfLevel`));
    const outcomes = listIn(text(`${name}.learningOutcomes`), /\r?\n/);
    if (outcomes.length > 0) own.learningOutcomes = outcomes;
    own.ecf = listIn(text(`${name}.ecf`), /[\s,;]+/);
    own.digcomp = listIn(text(`${name}.digcomp`), /[\s,;]+/);
    if (text(`${name}.esco`) !== '') own.esco = text(`${name}.esco`);
    found[id] = own;
  }
  return found;
}

function listIn(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
