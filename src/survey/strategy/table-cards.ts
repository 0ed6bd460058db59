import { type Filter, readResultsQuery } from '../results-query.ts';
import type { TableText } from '../room/table-text.ts';
import { pageTrace, type Reading, sentence } from './reading.ts';
import type { QuoteBlock, StrategyBlock, Trace } from './strategy-document.ts';
import { number, type Said, said } from './told.ts';

/** So many tables are quoted on one matter, and no text is longer than this. */
const MOST_TABLES = 6;
const LONGEST = 400;

/**
 * What tables wrote to a guiding question, with the tables' names and no others. Nothing where
 * none did.
 */
export function guideCards(reading: Reading, guide: string): StrategyBlock[] {
  const texts = textsOf(reading).filter((one) => one.guide === guide);
  return quoted(reading, `guide-${guide}`, texts, (values) =>
    said('tablesOnGuide', { question: { is: 'guiding', id: guide }, ...values }),
  );
}

/** Problems from the tables' practice, each followed by what they see as its solution. */
export function caseCards(reading: Reading): StrategyBlock[] {
  const texts = textsOf(reading).filter(({ kind }) => kind === 'problem' || kind === 'solution');
  return quoted(reading, 'cases', texts, (values) => said('tablesCases', values));
}

/** What tables brought to the plenary. */
export function conclusionCards(reading: Reading): StrategyBlock[] {
  const texts = textsOf(reading).filter(({ kind }) => kind === 'conclusion');
  return quoted(reading, 'conclusions', texts, (values) => said('tablesConclude', values));
}

/**
 * The texts that a document may quote: cards belong to tables and events, so under a filter of
 * people there are none.
 */
function textsOf({ input: { definition, filter, tableTexts } }: Reading): readonly TableText[] {
  const read = readResultsQuery(definition, filter);
  const where: readonly Filter[] = typeof read === 'string' ? [] : read.where;
  if (where.some(({ segment }) => !['@event', '@round', '@quality'].includes(segment))) return [];
  return where
    .filter(({ segment }) => segment === '@event')
    .reduce((texts, { values }) => texts.filter(({ event }) => values.includes(event)), tableTexts);
}

function quoted(
  reading: Reading,
  subject: string,
  texts: readonly TableText[],
  write: (values: Record<'count' | 'shown', ReturnType<typeof number>>) => Said,
): StrategyBlock[] {
  const tables = [...new Set(texts.map(placeOf))];
  const short = texts.filter(({ text }) => text.length <= LONGEST);
  const chosen = [...new Set(short.map(placeOf))].slice(0, MOST_TABLES);
  if (tables.length === 0) return [];
  const severalEvents = new Set(texts.map(({ event }) => event)).size > 1;
  const quotes = short
    .filter((text) => chosen.includes(placeOf(text)))
    .map((text, index): QuoteBlock => ({
      kind: 'quote',
      id: `card:${subject}:${index + 1}`,
      text: text.text,
      about: labelOf(reading, text, severalEvents),
      trace: cardTrace(reading, text.event),
    }));
  const { filter } = reading.input;
  return [
    sentence(reading, {
      statement: 'table-cards',
      subject,
      said: write({ count: number(tables.length), shown: number(chosen.length) }),
      trace: {
        ...cardTrace(reading, severalEvents ? null : texts[0]!.event),
        figures: [
          {
            name: 'tables',
            value: tables.length,
            method: 'table-cards',
            question: null,
            ...(filter['where'] && { filter: { where: filter['where'] } }),
          },
        ],
      },
    }),
    ...quotes,
  ];
}

function placeOf({ event, table }: TableText): string {
  return JSON.stringify([event, table]);
}

const KINDS = {
  guide: null,
  problem: 'cardProblem',
  solution: 'cardSolution',
  conclusion: 'cardConclusion',
} as const satisfies Record<TableText['kind'], string | null>;

function labelOf(
  reading: Reading,
  { table, eventName, kind }: TableText,
  severalEvents: boolean,
): string {
  const what = KINDS[kind];
  return [
    table,
    ...(severalEvents ? [eventName] : []),
    ...(what ? [reading.say(said(what))] : []),
  ].join(' · ');
}

/** Where cards are to be read: with the results of the room, which need a ranking. */
function cardTrace(reading: Reading, event: string | null): Trace {
  const isRanked = reading.input.definition.questions.some(({ kind }) => kind === 'ranking');
  const query = event === null ? '' : `?${new URLSearchParams({ event })}`;
  return isRanked
    ? pageTrace(reading, { page: `/results/room${query}`, api: `/room-results${query}` })
    : pageTrace(reading, { page: '/room', api: '/events' });
}
