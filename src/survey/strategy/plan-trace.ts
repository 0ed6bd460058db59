import type { PlanDocument } from '../needs/plan-document.ts';
import type { FigureMethod } from './figure-methods.ts';
import { pageTrace, type Reading, type Sentence } from './reading.ts';
import type { TracedFigure } from './strategy-document.ts';

/** A plan under whose limit modules can be made. */
export type MadePlan = PlanDocument & {
  plan: NonNullable<PlanDocument['plan']>;
  rules: NonNullable<PlanDocument['rules']>;
};

/** The question whose options the modules are. */
export function contentsQuestion({ input }: Pick<Reading, 'input'>): string {
  const { contents, importance, level } = input.needs.roles;
  return contents ?? importance ?? level ?? '';
}

/** A figure of the plan. */
export function planFigure(
  name: FigureMethod,
  value: number | string | null,
  item?: string,
): TracedFigure {
  return { name, value, method: name, question: null, ...(item !== undefined && { item }) };
}

/**
 * Where the plan is to be seen. It has a filter of its own: its figures don't get the document's,
 * others do.
 */
export function planTrace(reading: Reading, figures: readonly TracedFigure[]): Sentence['trace'] {
  const { figures: others, ...trace } = pageTrace(
    reading,
    { page: '/plan', api: '/plan' },
    figures.filter(({ method }) => !method.startsWith('plan-')),
  );
  return {
    ...trace,
    figures: [...figures.filter(({ method }) => method.startsWith('plan-')), ...others],
  };
}

/** Whether a plan stands on the very answers that the document counts. */
export function isOfSameAnswers({ input }: Pick<Reading, 'input'>): boolean {
  const { where = '', quality = 'all', ...rest } = input.filter;
  const { settings, leftOut } = input.plan ?? { settings: { where: '' }, leftOut: null };
  const isClean = leftOut !== null;
  return (
    Object.keys(rest).length === 0 && where === settings.where && (quality === 'clean') === isClean
  );
}
