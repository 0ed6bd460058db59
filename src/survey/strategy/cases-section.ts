import type { RankingFigures } from '../ranking-results.ts';
import type { ShownSlice } from '../results-document.ts';
import type { TextFigures } from '../text-results.ts';
import { conclusionQuestion } from '../room/table-work.ts';
import { caseCards, conclusionCards, guideCards } from './table-cards.ts';
import { needsSection, rankingBlocks } from './needs-sections.ts';
import { meanRankOf } from './ranking-sentences.ts';
import { type Reading, resultsTrace, sentence, shownAll } from './reading.ts';
import type { SentenceBlock, StrategyBlock, TracedFigure } from './strategy-document.ts';
import { items, number, type Said, said, title, type Told } from './told.ts';

/** So many answers to an open question are quoted, none longer than this. */
const MOST_QUOTES = 3;
const LONGEST = 400;

/**
 * Section 11: challenges, rankings that play no other part, the guiding questions with what stands
 * highest among their contents and challenges and what tables wrote to them, problems, solutions and
 * conclusions of tables, and quotes without names.
 */
export function casesSection(reading: Reading): StrategyBlock[] {
  const { definition, needs } = reading.input;
  const parts = new Set(Object.values(needs.roles));
  const others = definition.questions.filter(
    ({ kind, id }) => kind === 'ranking' && !parts.has(id),
  );
  const conclusions = conclusionCards(reading);
  // The same words, sent as the tables' answer to a question.
  const told = conclusions.length > 0 ? conclusionQuestion(definition)?.id : undefined;
  return [
    ...needsSection(reading, 11),
    ...others.flatMap(({ id }) => rankingBlocks(reading, { list: 'other', question: id })),
    ...definition.workshop.guidingQuestions.flatMap((guiding) => [
      ...guidingSentence(reading, guiding),
      ...guideCards(reading, guiding.id),
    ]),
    ...caseCards(reading),
    ...conclusions,
    ...definition.questions.flatMap(({ id, kind }) =>
      kind === 'long-text' && id !== told ? quotes(reading, id) : [],
    ),
  ];
}

interface Highest {
  question: string;
  id: string;
  rank: number;
}

/** The item of a list with the best mean rank, where ranks can be compared and one is the best. */
function highestOf(reading: Reading, role: 'contents' | 'challenges', ids: readonly string[]) {
  const { needs, results } = reading.input;
  const question = needs.roles[role];
  const slice = question ? shownAll<RankingFigures>(results[question]) : null;
  if (!question || !slice || slice.n < 5) return null;
  const ranked = ids.flatMap((id): Highest[] => {
    const rank = meanRankOf(slice, id);
    return rank === null ? [] : [{ question, id, rank }];
  });
  const [first, second] = ranked.toSorted((a, b) => a.rank - b.rank);
  const isTied = first && second && Math.abs(first.rank - second.rank) < 1e-9;
  return isTied ? null : (first ?? null);
}

function guidingSentence(
  reading: Reading,
  guiding: Reading['input']['definition']['workshop']['guidingQuestions'][number],
): SentenceBlock[] {
  const content = highestOf(reading, 'contents', guiding.competencies);
  const challenge = highestOf(reading, 'challenges', guiding.challenges);
  const question: Told = { is: 'guiding', id: guiding.id };
  const ofContent = content && {
    content: items(content.question, [content.id]),
    contentRank: number(content.rank, 1),
  };
  const ofChallenge = challenge && {
    challenge: items(challenge.question, [challenge.id]),
    challengeRank: number(challenge.rank, 1),
  };
  let told: Said | null = null;
  if (ofContent && ofChallenge) told = said('guiding', { question, ...ofContent, ...ofChallenge });
  else if (ofContent) told = said('guidingContent', { question, ...ofContent });
  else if (ofChallenge) told = said('guidingChallenge', { question, ...ofChallenge });
  const first = content ?? challenge;
  if (!told || !first) return [];
  return [
    sentence(reading, {
      statement: 'guiding-question',
      subject: guiding.id,
      said: told,
      trace: resultsTrace(
        reading,
        { question: first.question },
        [content, challenge].flatMap((one): TracedFigure[] =>
          one
            ? [
                {
                  name: one.id,
                  value: one.rank,
                  method: 'mean-rank',
                  question: one.question,
                  item: one.id,
                },
              ]
            : [],
        ),
      ),
    }),
  ];
}

/** Some answers to an open question; those of tables where individuals are not asked. */
function quotes(reading: Reading, question: string): StrategyBlock[] {
  const { results, tableResults } = reading.input;
  const voice = results[question] ? 'individual' : 'table';
  const document = results[question] ?? tableResults[question];
  if (!document) return [];
  const slice = shownAll<TextFigures>(document);
  const texts = slice ? quotable(slice) : [];
  const trace = resultsTrace(reading, { question, voice }, []);
  if (!slice || texts.length === 0) {
    return [
      sentence(reading, {
        statement: 'quotes',
        subject: question,
        certainty: 'too-few',
        said: said('quotesHeld', { title: title(question) }),
        trace,
      }),
    ];
  }
  const count = slice.texts.length;
  return [
    sentence(reading, {
      statement: 'quotes',
      subject: question,
      said: said('quotesFrom', {
        title: title(question),
        count: number(count),
        shown: number(texts.length),
      }),
      trace: resultsTrace(reading, { question, voice }, [
        {
          name: 'count',
          value: count,
          method: 'texts',
          question,
          ...(voice === 'table' && { filter: { voice } }),
        },
      ]),
    }),
    ...texts.map((text, index) => ({
      kind: 'quote' as const,
      id: `quote:${question}:${index + 1}`,
      text,
      about: reading.titleOf(question),
    })),
  ];
}

/** Different texts in their order, which says nothing about who wrote when. */
function quotable({ texts }: ShownSlice<TextFigures>): string[] {
  return [...new Set(texts.map((text) => text.trim()))]
    .filter((text) => text.length <= LONGEST)
    .slice(0, MOST_QUOTES);
}
