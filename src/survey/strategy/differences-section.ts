import { certaintyOf, fewestAnswers } from '../../needs/statement.ts';
import type { DividingLine } from '../divides.ts';
import type { RankingFigures } from '../ranking-results.ts';
import type { ResultsDocument, ShownSlice } from '../results-document.ts';
import { orderedTiers } from '../needs/findings.ts';
import { participantsIn } from './people-section.ts';
import { listTold } from './ranking-sentences.ts';
import { questionIn, type Reading, resultsTrace, roundsIn, sentence, shownAll } from './reading.ts';
import type { SentenceBlock, StrategyBlock, Trace, TracedFigure } from './strategy-document.ts';
import {
  between,
  items,
  number,
  percent,
  quoted,
  type Said,
  said,
  title,
  type Told,
  words,
} from './told.ts';

/** More certain differences than this are left to the page that shows all of them. */
const MOST_LINES = 8;

/** Those who sat together, and the same people in two rounds, don't answer independently. */
const DEPENDENT = new Set(['@table', '@round']);

/** Section 12: how groups differ, what tables ranked, and what rounds and events put first. */
export function differencesSection(reading: Reading): StrategyBlock[] {
  const { byRound, byEvent } = reading.input;
  return [
    ...segmentDifferences(reading),
    ...tableLeaders(reading),
    ...[byRound, byEvent].flatMap((document) => (document ? groupLeaders(reading, document) : [])),
  ];
}

function segmentDifferences(reading: Reading): SentenceBlock[] {
  const { divides, definition } = reading.input;
  const trace = dividesTrace(reading);
  if (divides === null) {
    return [
      sentence(reading, {
        statement: 'no-difference',
        subject: 'filtered',
        said: said('dividesFiltered'),
        trace,
      }),
    ];
  }
  if (participantsIn(reading) === null) {
    return [
      sentence(reading, {
        statement: 'no-difference',
        subject: 'few',
        certainty: 'too-few',
        said: said('dividesFew'),
        trace,
      }),
    ];
  }
  const certain = divides.filter(
    ({ adjustedPValue, question, segment }) =>
      adjustedPValue <= 0.05 && question in reading.input.results && !DEPENDENT.has(segment),
  );
  if (certain.length === 0) {
    return [sentence(reading, { statement: 'no-difference', said: said('dividesNone'), trace })];
  }
  return certain
    .slice(0, MOST_LINES)
    .flatMap((line) => differenceSentence(reading, line, definition));
}

/** The overview of what divides people, of the rounds that count. */
function dividesTrace({ input }: Reading): Trace {
  const { study, divides, events } = input;
  const rounds = divides ? roundsIn(input) : null;
  const round = rounds ?? (events.rounds > 1 ? ['all'] : []);
  const query = round.length > 0 ? `?round=${round.join()}` : '';
  const path = `studies/${study.id}`;
  return {
    page: `/${path}/results/divides${query}`,
    api: `/api/${path}/divides${query}`,
    figures: [],
  };
}

function differenceSentence(
  reading: Reading,
  line: DividingLine,
  definition: Reading['input']['definition'],
): SentenceBlock[] {
  const { question, segment, groups, item } = line;
  const [high, low] = [groups[item.high]!, groups[item.low]!];
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const { kind } = questionIn(reading, question);
  const told = {
    title: title(question),
    segment: segmentTold(definition, segment),
    high: groupTold(definition, segment, high.key),
    low: groupTold(definition, segment, low.key),
  };
  const values = [item.values[item.high]!, item.values[item.low]!] as const;
  const [method, write] =
    kind === 'ranking'
      ? (['mean-rank', (value: number) => number(value, 1)] as const)
      : kind === 'rating-matrix'
        ? (['mean-rating', (value: number) => number(value, 1)] as const)
        : (['share', percent] as const);
  const named = {
    ...told,
    items: items(question, [item.id]),
    highest: write(values[0]),
    lowest: write(values[1]),
  };
  let what: Said = said('dividesOrder', told);
  if (kind === 'ranking') what = said('dividesRanking', named);
  else if (kind === 'rating-matrix') what = said('dividesRating', named);
  else if (item.id !== '') what = said('dividesChoice', named);
  const figures =
    item.id === ''
      ? []
      : [high, low].map(({ key }, at): TracedFigure => ({
          name: key,
          value: values[at]!,
          method,
          question,
          item: item.id,
          filter: { where: key },
        }));
  return [
    sentence(reading, {
      statement: 'difference',
      subject: `${question}-${segment}`,
      n,
      certainty: certaintyOf(n, true),
      said: what,
      trace: resultsTrace(reading, { question, by: segment }, figures),
    }),
  ];
}

const SYSTEM = {
  '@language': 'segmentLanguage',
  '@event': 'segmentEvent',
} as const;

function segmentTold({ questions }: Reading['input']['definition'], segment: string): Told {
  if (questions.some(({ id }) => id === segment)) return title(segment);
  const text = SYSTEM[segment as keyof typeof SYSTEM];
  return text ? { is: 'said', said: said(text) } : words(segment);
}

/** A group by the key of its slice, `role:student`. */
function groupTold(
  { questions }: Reading['input']['definition'],
  segment: string,
  key: string,
): Told {
  const value = key.slice(segment.length + 1);
  if (questions.some(({ id }) => id === segment)) return items(segment, [value]);
  if (segment === '@language') return { is: 'language', code: value };
  if (segment === '@round') return { is: 'said', said: said('round', { n: words(value) }) };
  return quoted(value);
}

/** What tables put first, beside what individuals do. */
function tableLeaders(reading: Reading): SentenceBlock[] {
  const { needs, tableResults } = reading.input;
  const question = needs.roles.contents;
  const slice = question ? shownAll<RankingFigures>(tableResults[question]) : null;
  if (!question || !slice || slice.n < fewestAnswers) return [];
  const { leaders, isOrdered } = leadersIn(slice);
  const told = { list: listTold({ list: 'contents', question }), n: number(slice.n) };
  const voice = { voice: 'table' };
  return [
    sentence(reading, {
      statement: 'tables-leaders',
      subject: 'contents',
      n: slice.n,
      certainty: certaintyOf(slice.n, isOrdered),
      said: isOrdered
        ? said('tablesLead', {
            ...told,
            items: items(question, leaders),
            all: number(slice.items.length),
          })
        : said('tablesLeadNone', told),
      trace: resultsTrace(reading, { question, voice: 'table' }, [
        {
          name: 'leaders',
          value: leaders.join(),
          method: 'leading-group',
          question,
          filter: voice,
        },
        { name: 'n', value: slice.n, method: 'answers', question, filter: voice },
      ]),
    }),
  ];
}

function leadersIn({ consensus }: ShownSlice<RankingFigures>): {
  leaders: string[];
  isOrdered: boolean;
} {
  const [leaders = [], ...behind] = orderedTiers(consensus);
  return { leaders, isOrdered: behind.length > 0 };
}

/** What each round or event puts first. */
function groupLeaders(reading: Reading, document: ResultsDocument): SentenceBlock[] {
  const question = document.question.id;
  return document.slices.slice(1).flatMap((slice): SentenceBlock[] => {
    const value = slice.key.slice(slice.key.indexOf(':') + 1);
    if (slice.suppressed || slice.n < fewestAnswers || value === '') return [];
    const segment = slice.key.slice(0, slice.key.indexOf(':'));
    const shown = slice as ShownSlice<RankingFigures>;
    const { leaders, isOrdered } = leadersIn(shown);
    const group = groupTold(reading.input.definition, segment, slice.key);
    const all = number(shown.items.length);
    const ranks = leaders.flatMap((id) => {
      const at = shown.items.findIndex((item) => String(item.id) === id);
      const rank = shown.meanRank?.[at] ?? null;
      return rank === null ? [] : [{ id, rank }];
    });
    if (isOrdered && ranks.length === 0) return [];
    const known = ranks.map(({ rank }) => rank);
    const filter = { where: slice.key };
    return [
      sentence(reading, {
        statement: 'group-leaders',
        subject: slice.key,
        n: slice.n,
        certainty: certaintyOf(slice.n, isOrdered),
        said: isOrdered
          ? said('groupLeads', {
              group,
              items: items(question, leaders),
              all,
              ranks: between(number(Math.min(...known), 1), number(Math.max(...known), 1)),
            })
          : said('groupLeadsNone', { group, all }),
        trace: resultsTrace(reading, { question, by: segment }, [
          { name: 'leaders', value: leaders.join(), method: 'leading-group', question, filter },
          ...(isOrdered
            ? ranks.map(({ id, rank }): TracedFigure => ({
                name: id,
                value: rank,
                method: 'mean-rank',
                question,
                item: id,
                filter,
              }))
            : []),
        ]),
      }),
    ];
  });
}
