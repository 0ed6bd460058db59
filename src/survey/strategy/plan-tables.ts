import type { CurriculumPlan } from '../../needs/curriculum.ts';
import type { ModuleSheet } from '../../needs/module-sheet.ts';
import { contentsQuestion, type MadePlan, planFigure, planTrace } from './plan-trace.ts';
import type { Reading } from './reading.ts';
import type { TableBlock } from './strategy-document.ts';
import { number, percent, said, type StrategyText } from './told.ts';

/** Heads of a table; texts in front, numbers behind. */
function heads(reading: Reading, words: StrategyText[], numbers: StrategyText[] = []) {
  const head = (numeric: boolean) => (text: StrategyText) => ({
    label: reading.say({ text, values: {} }),
    numeric,
  });
  return [...words.map(head(false)), ...numbers.map(head(true))];
}

/** With as many of two decimals as it needs. */
function amount(reading: Reading, value: number): string {
  const hundredths = Math.round(100 * value);
  const digits = hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2;
  return reading.write(number(hundredths / 100, digits));
}

/** Every module of the plan in the order of teaching, with hours, credits, format and methods. */
export function curriculumTable(reading: Reading, made: MadePlan): TableBlock {
  const { sheets, plan } = made;
  const question = contentsQuestion(reading);
  const methods = reading.input.needs.roles.methods;
  const label = (id: string) => reading.labelOf(question, id);
  return {
    kind: 'table',
    id: 'curriculum',
    caption: reading.say(said('curriculumCaption')),
    columns: heads(
      reading,
      ['columnModule', 'columnMethods', 'columnBefore', 'columnRole'],
      [
        'columnTotal',
        'columnContact',
        'columnCredits',
        'columnOnline',
        'columnHandsOn',
        'columnOther',
      ],
    ),
    rows: sheets.map((sheet) => [
      sheet.title ?? label(sheet.id),
      sheet.methods.map(({ id }) => (methods ? reading.labelOf(methods, id) : id)).join(', '),
      sheet.prerequisites.map(label).join(', '),
      reading.say(said(roleOf(sheet))),
      amount(reading, sheet.workload.totalHours),
      amount(reading, sheet.workload.contactHours),
      // Only the whole plan's credits come in halves: what a module adds to them is told as it is.
      amount(reading, sheet.workload.totalHours / sheet.workload.hoursPerCredit),
      amount(reading, sheet.formatHours.online),
      amount(reading, sheet.formatHours.handsOn),
      amount(reading, sheet.formatHours.other),
    ]),
    trace: planTrace(
      reading,
      plan.modules
        .filter(({ hours }) => hours > 0)
        .map(({ id, hours }) => planFigure('plan-module-hours', hours, id)),
    ),
  };
}

function roleOf({ stability }: ModuleSheet): 'roleCore' | 'roleElective' | 'roleOpen' {
  if (!stability) return 'roleOpen';
  return stability.role === 'core' ? 'roleCore' : 'roleElective';
}

/** What was written on the sheets; no table where nothing was. */
export function outcomesTable(reading: Reading, { sheets }: MadePlan): TableBlock[] {
  const question = contentsQuestion(reading);
  const rows = sheets.flatMap(({ id, title, learningOutcomes = [] }) =>
    learningOutcomes.map((outcome) => [title ?? reading.labelOf(question, id), outcome]),
  );
  if (rows.length === 0) return [];
  const caption = reading.say(said('outcomesCaption'));
  const columns = heads(reading, ['columnModule', 'columnOutcomes']);
  return [{ kind: 'table', id: 'outcomes', caption, columns, rows, trace: planTrace(reading, []) }];
}

/** Short, standard and long side by side: which module has how many hours. */
export function variantsTable(reading: Reading, made: MadePlan): TableBlock[] {
  const { short, standard, long } = made.variants;
  if (!short || !standard || !long) return [];
  const question = contentsQuestion(reading);
  const plans: CurriculumPlan[] = [short, standard, long];
  const cell = (value: number) => (value > 0 ? amount(reading, value) : '–');
  const isIn = (id: string) =>
    plans.some(({ modules }) => modules.some((one) => one.id === id && one.hours > 0));
  const hoursIn = ({ modules }: CurriculumPlan, id: string) =>
    modules.find((one) => one.id === id)?.hours ?? 0;
  return [
    {
      kind: 'table',
      id: 'variants-table',
      caption: reading.say(said('variantsCaption')),
      columns: heads(reading, ['columnModule'], ['variantShort', 'variantStandard', 'variantLong']),
      rows: [
        ...standard.modules
          .filter(({ id }) => isIn(id))
          .map(({ id }) => [
            reading.labelOf(question, id),
            ...plans.map((plan) => cell(hoursIn(plan, id))),
          ]),
        [
          reading.say(said('columnTotal')),
          ...plans.map(({ workload }) => cell(workload.totalHours)),
        ],
        [
          reading.say(said('columnCredits')),
          ...plans.map(({ workload }) => cell(workload.credits)),
        ],
      ],
      trace: planTrace(
        reading,
        (['short', 'standard', 'long'] as const).map((name, at) =>
          planFigure('plan-variant-hours', plans[at]!.workload.totalHours, name),
        ),
      ),
    },
  ];
}

/** How ranking and gap become priorities. */
export function weightsTable(reading: Reading, { scores, items }: MadePlan): TableBlock[] {
  const figures = scores.figures?.scores;
  if (!figures?.weights) return [];
  const { weights, worthShares, gapShares } = figures;
  const question = contentsQuestion(reading);
  const write = (share: number | null | undefined) =>
    share === null || share === undefined ? '–' : reading.write(percent(share));
  const rows = items
    .map(({ id }, at) => ({ id, at, weight: weights[at]! }))
    .toSorted((a, b) => b.weight - a.weight);
  return [
    {
      kind: 'table',
      id: 'weights',
      caption: reading.say(said('weightsCaption')),
      columns: heads(reading, ['columnModule'], ['columnWorth', 'columnGap', 'columnWeight']),
      rows: rows.map(({ id, at, weight }) => [
        reading.labelOf(question, id),
        write(worthShares?.[at]),
        write(gapShares?.[at]),
        write(weight),
      ]),
      trace: planTrace(
        reading,
        rows.map(({ id, weight }) => planFigure('plan-weight', weight, id)),
      ),
    },
  ];
}
