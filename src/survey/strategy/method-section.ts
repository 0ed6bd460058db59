import { unrankedMode } from '../question-options.ts';
import type { RankingQuestion } from '../question.ts';
import type { LeftOutReason } from '../results-document.ts';
import { primaryQuestion } from '../results-query.ts';
import { participantsIn } from './people-section.ts';
import {
  everyoneIn,
  pageTrace,
  type Reading,
  resultsTrace,
  type Sentence,
  sentence,
  shownAll,
} from './reading.ts';
import type { SentenceBlock, StrategyBlock } from './strategy-document.ts';
import { list, number, quoted, type Said, said, title, words } from './told.ts';

/** Section 4: what was asked where, how answers were put together, and which were left out. */
export function methodSection(reading: Reading): StrategyBlock[] {
  const { definition, events } = reading.input;
  const { id, version, questions, privacy } = definition;
  const trace = pageTrace(reading, { page: '', api: '' });
  const say = (
    statement: Sentence['statement'],
    what: Said,
    figures: Sentence['trace']['figures'] = [],
  ) => sentence(reading, { statement, said: what, trace: { ...trace, figures } });
  const rankings = questions.filter((one): one is RankingQuestion => one.kind === 'ranking');
  const modes = new Set(rankings.map(unrankedMode));
  return [
    say('template-version', said('version', { id: quoted(id), version: words(version) }), [
      { name: 'version', value: version, method: 'template-version', question: null },
    ]),
    say(
      'events',
      events.names.length > 0
        ? said('events', {
            count: number(events.names.length),
            names: list(events.names.map(quoted)),
          })
        : said('noEvents'),
      [{ name: 'events', value: events.names.length, method: 'event-count', question: null }],
    ),
    ...(events.rounds > 0
      ? [
          say('rounds', said('rounds', { count: number(events.rounds) }), [
            { name: 'rounds', value: events.rounds, method: 'round-count', question: null },
          ]),
        ]
      : []),
    ...(rankings.length > 0 ? [say('aggregation', said('aggregation'))] : []),
    ...(modes.size === 1
      ? [say('unranked', said(modes.has('bottom') ? 'unrankedBottom' : 'unrankedIgnore'))]
      : []),
    say('tables-apart', said('tablesApart')),
    ...exclusions(reading),
    ...flagged(reading),
    say('suppression', said('suppression', { min: number(privacy.minCell) }), [
      { name: 'min', value: privacy.minCell, method: 'min-cell', question: null },
    ]),
  ];
}

const REASONS = {
  noAnswer: 'leftNoAnswer',
  noOpinion: 'leftNoOpinion',
  dontKnow: 'leftDontKnow',
  excluded: 'leftExcluded',
  writeInsOnly: 'leftWriteInsOnly',
} as const satisfies Record<LeftOutReason, string>;

function exclusions(reading: Reading): SentenceBlock[] {
  const { definition, results } = reading.input;
  const { id } = primaryQuestion(definition);
  const slice = shownAll(results[id]);
  if (!slice) return [];
  const all = everyoneIn(slice);
  const reasons = Object.entries(slice.leftOut) as [LeftOutReason, number][];
  const parts = { title: title(id), all: number(all) };
  return [
    sentence(reading, {
      statement: 'exclusions',
      said:
        reasons.length > 0
          ? said('exclusions', {
              ...parts,
              n: number(slice.n),
              reasons: list(
                reasons.map(([reason, n]) => ({
                  is: 'said',
                  said: said(REASONS[reason], { n: number(n) }),
                })),
              ),
            })
          : said('noExclusions', parts),
      trace: resultsTrace(reading, { question: id }, [
        { name: 'all', value: all, method: 'respondents', question: null },
        { name: 'n', value: slice.n, method: 'answers', question: id },
        ...reasons.map(([item, value]) => ({
          name: item,
          value,
          method: 'left-out' as const,
          question: id,
          item,
        })),
      ]),
    }),
  ];
}

function flagged(reading: Reading): SentenceBlock[] {
  const { flagged: n } = reading.input;
  if (n === null || participantsIn(reading) === null) return [];
  return [
    sentence(reading, {
      statement: 'flagged',
      said:
        n > 0
          ? said(reading.input.filter['quality'] === 'clean' ? 'flaggedOut' : 'flagged', {
              count: number(n),
            })
          : said('flaggedNone'),
      trace: pageTrace(reading, { page: '/data/quality', api: '/quality' }, [
        { name: 'count', value: n, method: 'flagged', question: null },
      ]),
    }),
  ];
}
