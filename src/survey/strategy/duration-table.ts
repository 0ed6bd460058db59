import { middleFigures, middleOf } from './need-sentences.ts';
import { type Reading, resultsTrace } from './reading.ts';
import type { TableBlock } from './strategy-document.ts';
import { between, hours, number, said, type StrategyText } from './told.ts';

/** How long training should take by group; groups without figures are left out. */
export function durationTable(reading: Reading): TableBlock[] {
  const { durationBy, durationByGroup, roles } = reading.input.needs;
  const question = roles.duration;
  if (!durationBy || question === null) return [];
  const { segment } = durationBy;
  const groups = durationByGroup.flatMap(({ key, finding: { figures, n } }) => {
    const value = key.slice(segment.length + 1);
    const middle = figures && middleOf(figures.summary, hours);
    return middle && n !== null && value !== ''
      ? [{ key, value, n, middle, summary: figures.summary }]
      : [];
  });
  if (groups.length === 0) return [];
  const head = (text: StrategyText, numeric: boolean) => ({
    label: reading.say({ text, values: {} }),
    numeric,
  });
  return [
    {
      kind: 'table',
      id: 'duration-groups',
      caption: reading.say(said('durationCaption')),
      columns: [
        head('columnGroup', false),
        head('columnMedian', true),
        head('columnHalf', true),
        head('columnAnswers', true),
      ],
      rows: groups.map(({ value, n, middle: { median, low, high } }) => [
        reading.labelOf(segment, value),
        reading.write(median),
        reading.write(between(low, high)),
        reading.write(number(n)),
      ]),
      trace: resultsTrace(
        reading,
        { question, by: segment },
        groups.flatMap(({ key, summary }) => middleFigures(question, summary, { where: key })),
      ),
    },
  ];
}
