import type { CurriculumPlan } from '../../needs/curriculum.ts';
import { type MadePlan, planFigure, planTrace } from './plan-trace.ts';
import { type Reading, sentence } from './reading.ts';
import type { SentenceBlock } from './strategy-document.ts';
import { hours, number, said } from './told.ts';

/**
 * How much a shorter and a longer curriculum hold, or that they would be the same as this one;
 * nothing where one of them is not known or not possible.
 *
 * @example
 * variantsSentence(reading, made)[0]?.text // => 'A short variant has 20 hours in 3 modules, …'
 */
export function variantsSentence(
  reading: Reading,
  { variants: made, plan }: MadePlan,
): SentenceBlock[] {
  const { short, long } = made;
  if (!short?.possible || !long?.possible) return [];
  const count = (of: CurriculumPlan) => of.modules.filter((module) => module.hours > 0).length;
  const hoursIn = (of: CurriculumPlan) =>
    of.modules.map(({ id, hours: own }) => `${id} ${own}`).join();
  const isSame = (of: CurriculumPlan) => plan.possible && hoursIn(of) === hoursIn(plan);
  const modules = (of: CurriculumPlan) =>
    ({ is: 'said', said: said('modulesCount', { count: number(count(of)) }) }) as const;
  const shorter = { short: hours(short.workload.totalHours), shortModules: modules(short) };
  const longer = { long: hours(long.workload.totalHours), longModules: modules(long) };
  const told = isSame(short)
    ? isSame(long)
      ? said('variantsNone')
      : said('variantsLong', longer)
    : isSame(long)
      ? said('variantsShort', shorter)
      : said('variants', { ...shorter, ...longer });
  return [
    sentence(reading, {
      statement: 'variants',
      said: told,
      trace: planTrace(reading, [
        planFigure('plan-variant-hours', short.workload.totalHours, 'short'),
        planFigure('plan-variant-modules', count(short), 'short'),
        planFigure('plan-variant-hours', long.workload.totalHours, 'long'),
        planFigure('plan-variant-modules', count(long), 'long'),
      ]),
    }),
  ];
}
