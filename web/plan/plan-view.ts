import type { CurriculumPlan } from '../../src/needs/curriculum.ts';
import { groupedReasons, type PlanReason } from '../../src/needs/plan-reason.ts';
import type { PlanSettings } from '../../src/survey/needs/plan-settings.ts';
import type { Planned } from '../../src/survey/needs/planned.ts';
import type { FigureWords } from '../pages/figure-words.ts';
import type { SayPlan } from '../text/plan/texts.ts';
import { teachingView } from './teaching-view.ts';

/** What a plan's page says, by the places of the page where it stands. */
export interface PlanView {
  texts: Record<string, string>;
  /** Paragraphs of a list; none where there is nothing to say. */
  lists: Record<string, string[]>;
  /** Lengths of bars, 0..100. */
  bars: Record<string, number>;
  /** Why each module is in, or not; `excluded` for those that are no modules of the plan. */
  standing: Record<string, string>;
  /** What is there to be seen, by name; everything else is hidden. */
  shown: Record<string, boolean>;
  orders: {
    /** Of the table: modules in the plan by hours, then the others by weight. */
    modules: string[];
    /** Of the sheets: as they are taught. */
    sheets: string[];
  };
}

/** The words of a view: names of modules by id, and what the language does. */
export interface PlanWords {
  say: SayPlan;
  figures: FigureWords;
  name: (id: string) => string;
}

/**
 * Puts a plan into words, the same on the server and, while somebody moves a slider, in the
 * browser.
 *
 * @param items ids of all contents, also of those that are no modules of the plan
 */
export function planView(
  made: Planned,
  items: readonly string[],
  settings: Pick<PlanSettings, 'weekHours' | 'match' | 'sheets'>,
  words: PlanWords,
): PlanView {
  const { say, figures } = words;
  const { plan, variants, more, hours } = made;
  const { order: sheets, ...teaching } = teachingView(made, items, settings, words);
  const orders = { modules: [], sheets };
  const view: PlanView = { ...teaching, lists: {}, bars: {}, standing: {}, orders };
  const { texts } = view;
  const h = (value: number) => figures.plain(Math.round(value * 100) / 100);

  texts['headline'] = headlineOf(plan, words);
  texts['credits'] = plan?.possible
    ? say('credits', {
        credits: figures.plain(plan.workload.credits),
        hours: figures.plain(plan.workload.hoursPerCredit),
      })
    : '';
  view.lists['about'] = aboutLines(made, settings.weekHours, words);
  view.lists['reasons'] = plan ? reasonTexts(plan.reasons, words) : [];

  const known = new Map(plan?.modules.map((module) => [module.id, module]));
  const total = made.modules.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Map(
    made.modules.map(({ id, weight }) => [id, total > 0 ? weight / total : 0]),
  );
  const most = Math.max(1e-9, ...[...known.values()].map((module) => module.hours));
  for (const id of items) {
    const module = known.get(id);
    const own = module && module.hours > 0 ? module : null;
    const weight = weights.get(id);
    texts[`weight.${id}`] = weight === undefined ? '–' : figures.share(weight);
    texts[`hours.${id}`] = own ? h(own.hours) : '–';
    texts[`contact.${id}`] = own ? h(own.workload.contactHours) : '–';
    texts[`total.${id}`] = own ? h(own.workload.totalHours) : '–';
    texts[`ects.${id}`] = own ? h(own.workload.totalHours / own.workload.hoursPerCredit) : '–';
    view.bars[id] = own ? (100 * own.hours) / most : 0;
    const standing = weight === undefined ? 'excluded' : (module?.standing ?? 'left-out');
    view.standing[id] = standing;
    texts[`standing.${id}`] = say(standing);
    for (const key of ['short', 'standard', 'long'] as const) {
      const there = variants[key]?.modules.find((one) => one.id === id)?.hours ?? 0;
      texts[`${key}.${id}`] = there > 0 ? h(there) : '–';
    }
  }
  for (const key of ['short', 'standard', 'long'] as const) {
    const workload = variants[key]?.workload;
    texts[`${key}.total`] = workload ? h(workload.totalHours) : say('variantNone');
    texts[`${key}.contact`] = workload ? h(workload.contactHours) : '–';
    texts[`${key}.ects`] = workload ? h(workload.credits) : '–';
  }
  view.orders.modules = items.toSorted(
    (a, b) =>
      (known.get(b)?.hours ?? 0) - (known.get(a)?.hours ?? 0) ||
      (weights.get(b) ?? -1) - (weights.get(a) ?? -1),
  );
  view.shown['more'] = more !== null && hours.hours !== null;
  view.lists['more'] = more && hours.hours !== null ? moreLines(more, words) : [];
  return view;
}

function headlineOf(plan: CurriculumPlan | null, { say, figures }: PlanWords): string {
  if (!plan) return say('noHours');
  if (!plan.possible) return say('noPlan');
  const { totalHours, contactHours } = plan.workload;
  return say('total', { total: figures.plain(totalHours), contact: figures.plain(contactHours) });
}

function aboutLines(
  { plan, hours, load, rules }: Planned,
  weekHours: number,
  { say, figures, name }: PlanWords,
): string[] {
  if (!plan || !rules || hours.hours === null) return [];
  const limit = figures.plain(hours.hours);
  const lines = [
    hours.from === 'typed'
      ? say('limitTyped', { hours: limit })
      : hours.upper !== null && hours.upper > hours.hours
        ? say('limitLower', { hours: limit, upper: figures.plain(hours.upper), n: hours.n ?? 0 })
        : say('limitAnswers', { hours: limit, n: hours.n ?? 0 }),
    say(rules.hoursAre === 'total' ? 'limitTotal' : 'limitContact'),
  ];
  if (plan.possible) lines.push(say('coverage', { share: figures.share(plan.coverage) }));
  if (load && plan.possible) {
    const weekly = figures.plain(Math.round(load.hoursPerWeek * 10) / 10);
    const { weeks } = load;
    lines.push(
      load.feasible
        ? say('loadFits', { load: weekly, weeks })
        : say('loadTooMuch', { load: weekly, weeks, most: weekHours, needed: load.weeksNeeded }),
    );
  }
  for (const tied of plan.tiesBroken) {
    lines.push(say('tie', { modules: figures.list(tied.map(name)) }));
  }
  if (!plan.unique) lines.push(say('notUnique'));
  return lines;
}

/** The reasons in sentences; what several modules share is told of all of them at once. */
function reasonTexts(reasons: readonly PlanReason[], words: PlanWords): string[] {
  const texts = groupedReasons(reasons).map(({ reason, modules }) =>
    reasonText(reason, [...new Set(modules.map(words.name))], words),
  );
  return [...new Set(texts)];
}

function reasonText(
  reason: PlanReason,
  modules: readonly string[],
  { say, figures, name }: PlanWords,
): string {
  const h = figures.plain;
  switch (reason.code) {
    case 'no-modules':
    case 'no-weights':
      return say(reason.code);
    case 'invalid-rule':
      return say(reason.code, { field: reason.field });
    case 'invalid-module':
      return reason.field === 'size'
        ? say('noSizes', { modules: figures.list(modules) })
        : say(reason.code, { module: figures.list(modules) });
    case 'duplicate-module':
    case 'limits-contradict':
    case 'unknown-prerequisite':
      return say(reason.code, { module: figures.list(modules) });
    case 'prerequisite-cycle':
      return say(reason.code, { modules: figures.list(reason.modules.map(name)) });
    case 'limit-below-one-module':
      return say(reason.code, { available: h(reason.available), needed: h(reason.needed) });
    case 'must-haves-exceed-limit':
      return say(reason.code, {
        available: h(reason.available),
        needed: h(reason.needed),
        modules: figures.list(reason.modules.map(name)),
      });
    case 'next-needs-more':
      return say(reason.code, { unplaced: h(reason.unplaced), needed: h(reason.needed) });
    case 'step-leaves-rest':
    case 'maximum-reached':
    case 'sizes-leave-rest':
      return say(reason.code, { unplaced: h(reason.unplaced) });
  }
}

function moreLines(
  more: NonNullable<Planned['more']>,
  { say, figures, name }: PlanWords,
): string[] {
  const day = figures.plain(more.dayHours);
  if (more.changes.length === 0) return [say('moreNothing', { day })];
  const signed = (change: number) => `${change > 0 ? '+' : '−'}${figures.plain(Math.abs(change))}`;
  const changed = more.changes.filter(({ id }) => !more.joined.includes(id));
  return [
    say('moreAdds', {
      day,
      added: figures.plain(more.addedHours),
      credits: figures.plain(more.addedCredits),
    }),
    ...(more.joined.length > 0
      ? [say('moreJoins', { modules: figures.list(more.joined.map(name)) })]
      : []),
    ...(changed.length > 0
      ? [
          say('moreChanges', {
            changes: changed.map(({ id, change }) => `${name(id)} ${signed(change)} h`).join('; '),
          }),
        ]
      : []),
  ];
}
