import { columnLabel, exportColumns } from '../export/columns.ts';
import type { Question, QuestionKind } from '../question.ts';
import { offeredOptions, scalePoints } from '../question-options.ts';
import type { RatingFigures } from '../rating-results.ts';
import type { ShownSlice } from '../results-document.ts';
import { namedCounts, unnamedCount } from './bars-chart.ts';
import { pageTrace, type Reading, resultsTrace, sentence, shownAll } from './reading.ts';
import { profileQuestions } from './people-section.ts';
import type { StrategyBlock, TableBlock } from './strategy-document.ts';
import { number, percent, said, type StrategyText, words } from './told.ts';

const KINDS: Record<QuestionKind, StrategyText> = {
  ranking: 'kindRanking',
  single: 'kindSingle',
  multiple: 'kindMultiple',
  scale: 'kindScale',
  'rating-matrix': 'kindRating',
  number: 'kindNumber',
  'short-text': 'kindText',
  'long-text': 'kindText',
};

const METHODS: [StrategyText, StrategyText][] = [
  ['methodShare', 'howShare'],
  ['methodMeanRank', 'howMeanRank'],
  ['methodLeaders', 'howLeaders'],
  ['methodW', 'howW'],
  ['methodMedian', 'howMedian'],
  ['methodGap', 'howGap'],
  ['methodQuadrant', 'howQuadrant'],
  ['methodPriority', 'howPriority'],
  ['methodHours', 'howHours'],
  ['methodStability', 'howStability'],
];

/** The annexes: questionnaire, full tables, notes on methods, data dictionary, and the source. */
export function annex(reading: Reading): StrategyBlock[] {
  const { definition } = reading.input;
  const told = new Set(profileQuestions(reading));
  const rest = definition.questions.filter((question) => !told.has(question));
  return [
    questionnaire(reading),
    ...rest.flatMap((question) => fullTable(reading, question)),
    methodNotes(reading),
    dictionary(reading),
    ...(definition.source
      ? [
          sentence(reading, {
            statement: 'source',
            said: said('source', { source: words(definition.source) }),
            trace: pageTrace(reading, { page: '', api: '' }),
          }),
        ]
      : []),
  ];
}

function head(reading: Reading, texts: readonly StrategyText[], numeric = false) {
  return texts.map((text) => ({ label: reading.say({ text, values: {} }), numeric }));
}

function questionnaire(reading: Reading): TableBlock {
  const { definition } = reading.input;
  const asked = definition.questions.filter(({ hidden }) => !hidden);
  return {
    kind: 'table',
    id: 'questionnaire',
    caption: reading.say(said('questionnaireCaption')),
    columns: [
      ...head(reading, ['columnNumber'], true),
      ...head(reading, ['columnQuestion', 'columnKind']),
      ...head(reading, ['columnOptions'], true),
    ],
    rows: asked.map((question, index) => {
      const options = offeredOptions(definition, question).length;
      const count = options || scalePoints(definition, question).length;
      return [
        reading.write(number(index + 1)),
        reading.titleOf(question.id),
        reading.say({ text: KINDS[question.kind], values: {} }),
        count > 0 ? reading.write(number(count)) : '–',
      ];
    }),
    trace: pageTrace(reading, { page: '', api: '' }),
  };
}

/** Everything that is shown of a question that the sections tell in part only. */
function fullTable(reading: Reading, question: Question): TableBlock[] {
  const { id } = question;
  const slice = shownAll(reading.input.results[id]);
  if (!slice) return [];
  if ('rows' in slice) return ratingTable(reading, id, slice as ShownSlice<RatingFigures>);
  return countsTable(reading, question, slice);
}

/** Counts with their shares; small ones, and those that they would give away, are one row. */
function countsTable(
  reading: Reading,
  { id: question, kind }: Question,
  slice: ShownSlice,
): TableBlock[] {
  const shown = namedCounts(slice, reading.input.definition.privacy.minCell);
  if (slice.n === 0 || shown.length === 0) return [];
  const unnamed = unnamedCount(slice, shown, kind);
  const row = (label: string, hits: number) => [
    label,
    reading.write(number(hits)),
    reading.write(percent(hits / slice.n)),
  ];
  return [
    {
      kind: 'table',
      id: `full:${question}`,
      caption: reading.titleOf(question),
      columns: [
        ...head(reading, ['columnItem']),
        ...head(reading, ['columnAnswers', 'columnShare'], true),
      ],
      rows: [
        ...shown.map(({ id, n: hits }) => row(reading.labelOf(question, id), hits)),
        ...(unnamed > 0 ? [row(reading.say(said('rowSmallGroups')), unnamed)] : []),
      ],
      trace: resultsTrace(
        reading,
        { question },
        shown.map(({ id, n: value }) => ({ name: id, value, method: 'count', question, item: id })),
      ),
    },
  ];
}

function ratingTable(
  reading: Reading,
  question: string,
  { rows }: ShownSlice<RatingFigures>,
): TableBlock[] {
  const shown = rows.filter(({ mean }) => mean !== null);
  if (shown.length === 0) return [];
  return [
    {
      kind: 'table',
      id: `full:${question}`,
      caption: reading.titleOf(question),
      columns: [
        ...head(reading, ['columnItem']),
        ...head(reading, ['columnMean', 'columnInterval', 'columnAnswers'], true),
      ],
      rows: shown.map(({ id, mean, interval, n }) => [
        reading.labelOf(question, id),
        reading.write(number(mean!, 2)),
        interval
          ? reading.write({
              is: 'range',
              from: number(interval[0], 2),
              to: number(interval[1], 2),
            })
          : '–',
        reading.write(number(n ?? 0)),
      ]),
      trace: resultsTrace(
        reading,
        { question },
        shown.map(({ id, mean }) => ({
          name: id,
          value: mean,
          method: 'mean-rating',
          question,
          item: id,
        })),
      ),
    },
  ];
}

function methodNotes(reading: Reading): TableBlock {
  return {
    kind: 'table',
    id: 'methods',
    caption: reading.say(said('methodsCaption')),
    columns: head(reading, ['columnFigure', 'columnHow']),
    rows: METHODS.map((row) => row.map((text) => reading.say({ text, values: {} }))),
  };
}

function dictionary(reading: Reading): TableBlock {
  const { definition } = reading.input;
  const columns = exportColumns(definition, reading.language);
  return {
    kind: 'table',
    id: 'dictionary',
    caption: reading.say(said('dictionaryCaption')),
    columns: head(reading, ['columnVariable', 'columnType', 'columnLabel']),
    rows: columns.map((column) => [column.header, column.type, columnLabel(column)]),
    trace: pageTrace(reading, { page: '', api: '' }),
  };
}
