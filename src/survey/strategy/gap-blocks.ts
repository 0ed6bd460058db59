import { certaintyOf, type StatementOf } from '../../needs/statement.ts';
import type { Gaps, NeedsDocument } from '../needs/needs-document.ts';
import { type Reading, resultsTrace, sentence } from './reading.ts';
import type {
  ChartBlock,
  SentenceBlock,
  StrategyBlock,
  TableBlock,
  TracedFigure,
} from './strategy-document.ts';
import { items, number, percent, said } from './told.ts';

type RatedGaps = Extract<Gaps, { kind: 'rated' }>;

/** More gaps than this are told by the table only. */
const MOST_TOLD = 5;

/** What is important and little mastered: the greatest gaps in sentences, all in a table and a chart. */
export function gapBlocks(
  reading: Reading,
  { gaps, roles }: NeedsDocument,
  statements: readonly StatementOf<'gap'>[],
  tell: (reading: Reading, statement: StatementOf<'gap'>) => SentenceBlock,
): StrategyBlock[] {
  const { figures } = gaps;
  if (figures?.kind !== 'rated' || statements.length === 0) return [];
  const questions = [roles.importance!, roles.level!] as const;
  const order = figures.byRds.flat();
  const lacking = order.flatMap(
    (id) =>
      statements.find((one) => one.figures.item === id && one.figures.direction === 'lacking') ??
      [],
  );
  return [
    quadrantSentence(reading, figures, questions),
    ...lacking.slice(0, MOST_TOLD).map((one) => tell(reading, one)),
    ...quadrantChart(reading, figures, questions),
    gapTable(reading, figures, questions),
  ];
}

/**
 * What is to be trained first, greatest need first: those whose intervals keep to the field before
 * those that may belong to a neighbouring one.
 */
function quadrantSentence(
  reading: Reading,
  { rows, byRds }: RatedGaps,
  questions: readonly [string, string],
): SentenceBlock {
  const first = byRds
    .flat()
    .flatMap((id) => rows.find((row) => row.id === id) ?? [])
    .filter(({ quadrant }) => quadrant === 'concentrate-here');
  const isSure = ({ borderline }: RatedGaps['rows'][number]) =>
    !borderline.importance && !borderline.level;
  const n = Math.min(...rows.filter(({ quadrant }) => quadrant !== null).map(({ gap }) => gap.n));
  const idsOf = (some: readonly { id: string }[]) => some.map(({ id }) => id);
  const [sure, others] = [first.filter(isSure), first.filter((row) => !isSure(row))];
  const named = (some: readonly { id: string }[]) => items(questions[0], idsOf(some));
  const told =
    sure.length > 0 && others.length > 0
      ? said('trainFirstSome', { items: named(sure), others: named(others) })
      : said('trainFirst', { items: named(first) });
  return sentence(reading, {
    statement: 'quadrant',
    n,
    certainty: certaintyOf(n, sure.length > 0),
    said: first.length > 0 ? told : said('trainNone'),
    trace: resultsTrace(reading, { question: questions[0] }, [
      {
        name: 'items',
        value: idsOf(first).join(),
        method: 'concentrate-here',
        question: questions.join(),
      },
    ]),
  });
}

function quadrantChart(
  reading: Reading,
  { rows, points, crosshair }: RatedGaps,
  questions: readonly [string, string],
): ChartBlock[] {
  const known = rows.filter(({ quadrant }) => quadrant !== null);
  if (!crosshair || known.length === 0) return [];
  const [min, max] = [Math.min(...points), Math.max(...points)];
  const axis = (text: 'importance' | 'level', cut: number) => ({
    label: reading.say(said(text)),
    min,
    max,
    cut,
  });
  return [
    {
      kind: 'chart',
      id: 'quadrant-chart',
      chart: 'quadrant',
      caption: reading.say(said('quadrantCaption')),
      summary: reading.say(said('quadrantSummary')),
      x: axis('level', crosshair.level),
      y: axis('importance', crosshair.importance),
      rows: known.map(({ id, gap, levelInterval }) => ({
        label: reading.labelOf(questions[0], id),
        x: gap.meanLevel,
        low: levelInterval?.[0] ?? null,
        high: levelInterval?.[1] ?? null,
        y: gap.meanImportance,
        text: reading.say(
          said('pointText', {
            importance: number(gap.meanImportance ?? 0, 1),
            level: number(gap.meanLevel ?? 0, 1),
          }),
        ),
      })),
      trace: resultsTrace(reading, { question: questions[0] }, figuresOf(known, questions)),
    },
  ];
}

function gapTable(
  reading: Reading,
  { rows, byRds }: RatedGaps,
  questions: readonly [string, string],
): TableBlock {
  const shown = byRds.flat().flatMap((id) => rows.find((row) => row.id === id) ?? []);
  const head = (text: Parameters<typeof said>[0]) => ({
    label: reading.say({ text, values: {} }),
    numeric: text !== 'columnItem',
  });
  const write = (value: number | null, digits: number) =>
    value === null ? '–' : reading.write(number(value, digits));
  return {
    kind: 'table',
    id: 'gaps',
    caption: reading.say(said('gapCaption')),
    columns: [
      head('columnItem'),
      head('importance'),
      head('level'),
      head('columnBelow'),
      head('columnRds'),
      head('columnMwds'),
      head('columnAnswers'),
    ],
    rows: shown.map(({ id, gap }) => [
      reading.labelOf(questions[0], id),
      write(gap.meanImportance, 2),
      write(gap.meanLevel, 2),
      gap.below.share === null ? '–' : reading.write(percent(gap.below.share)),
      write(gap.rds, 0),
      write(gap.mwds, 2),
      write(gap.n, 0),
    ]),
    trace: resultsTrace(reading, { question: questions[0] }, [
      ...figuresOf(shown, questions),
      ...shown.flatMap(({ id, gap: { rds, mwds, n } }): TracedFigure[] => [
        { name: id, value: rds, method: 'rds', question: questions.join(), item: id },
        { name: id, value: mwds, method: 'mwds', question: questions.join(), item: id },
        { name: id, value: n, method: 'pairs', question: questions.join(), item: id },
      ]),
    ]),
  };
}

function figuresOf(rows: RatedGaps['rows'], questions: readonly [string, string]): TracedFigure[] {
  const question = questions.join();
  return rows.flatMap(({ id, gap: { meanImportance, meanLevel } }): TracedFigure[] => [
    { name: id, value: meanImportance, method: 'paired-importance', question, item: id },
    { name: id, value: meanLevel, method: 'paired-level', question, item: id },
  ]);
}
