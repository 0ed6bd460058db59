import type { Ranking } from '../ranking/ranking.ts';
import { type RankingDocument, rankingDocument } from '../ranking/ranking-document.ts';
import { addBallot, emptyTally, mergeTallies } from '../ranking/tally.ts';
import { meanRankIntervals } from '../ranking/mean-rank-interval.ts';
import { placeShares } from '../ranking/place-shares.ts';
import type { Definition, RankingQuestion } from './definition.ts';
import { type Language, textIn } from './language.ts';
import { optionsOf, unrankedMode } from './question-options.ts';
import type { Counted } from './question-tally.ts';
import type { Gathering } from './results-document.ts';
import { type Interval, wilsonInterval } from '../ranking/wilson.ts';
import { countWriteIns, type WriteIn, writeInText } from './write-ins.ts';

/** What the rankings of a slice say; arrays follow `items`. */
export type RankingFigures = Omit<RankingDocument, 'n'> & {
  /** Share of the slice's ballots that place the item first, 0..1. */
  firstShare: (number | null)[];
  /** Share of the slice's ballots that rank the item among their first `topCount`. */
  topShare: (number | null)[];
  topShareInterval: (Interval | null)[];
  topCount: number;
  /** Share of the ballots that rank the item in each place, `[item][place]`. */
  placeShare: number[][] | null;
  /** 95 % interval of the mean rank; `null` in mode `ignore` and under two ballots. */
  meanRankInterval: Interval[] | null;
  /** Items that respondents added: listed apart, never tallied until they are merged. */
  writeIns: WriteIn[];
};

/**
 * How many places count as "the top" of a ranking question: the least number of items that it asks
 * for, else the most, else three; never all the items there are, and not one where more are asked.
 *
 * @example
 * topCount({ min: 5, max: 12 }, 12) // => 5
 */
export function topCount({ min, max }: Pick<RankingQuestion, 'min' | 'max'>, m: number): number {
  const asked = [min, max].find((count) => count !== undefined && count > 1 && count < m);
  return Math.max(1, asked ?? Math.min(3, m - 1));
}

/**
 * Gathers rankings of one question. A write-in leaves its ballot, so the items behind it move up;
 * a ballot of write-ins only, or "no opinion", is left out and counted as such.
 */
export function gatherRankings(
  definition: Definition,
  question: RankingQuestion,
  language: Language,
  start?: Counted,
): Gathering {
  const options = optionsOf(definition, question);
  const index = new Map(options.map(({ id }, place) => [id, place]));
  const say = (text: Parameters<typeof textIn>[0]) =>
    textIn(text, language, definition.defaultLanguage);
  const items = options.map(({ id, label }) => ({ id, name: say(label) }));
  const ballots = new Map(
    (start?.ballots ?? []).map(({ count, ranking }) => [
      JSON.stringify(ranking),
      { count, ranking },
    ]),
  );
  const tally = mergeTallies(
    emptyTally(items.length),
    start?.tally.ranking ?? emptyTally(items.length),
  );
  const areBallotsKnown = !start || start.ballots !== undefined;
  const writeIns = countWriteIns();
  for (const text of start?.writeIns ?? []) writeIns.add(text);
  const k = topCount(question, items.length);
  return {
    whyLeftOut: (answer) => {
      if (answer === 'no-opinion') return 'noOpinion';
      if (!Array.isArray(answer) || answer.flat().length === 0) return 'noAnswer';
      return rankingOf(answer, index).length > 0 ? null : 'writeInsOnly';
    },
    add: (answer) => {
      if (!Array.isArray(answer)) return;
      const ranking = rankingOf(answer, index);
      const key = JSON.stringify(ranking);
      const known = ballots.get(key);
      if (known) known.count++;
      else ballots.set(key, { count: 1, ranking });
      addBallot(tally, ranking);
      for (const item of answer.flat()) writeIns.add(writeInText(item) ?? '');
    },
    figures: (): RankingFigures => {
      const unranked = unrankedMode(question);
      const { n, ...figures } = rankingDocument(tally, items, {
        unranked,
        ...(areBallotsKnown && { ballots: sorted(ballots) }),
      });
      const places = placeShares(tally);
      const topShare = items.map((_, item) => (places ? sumOf(places[item]!.slice(0, k)) : null));
      return {
        ...figures,
        firstShare: items.map((_, item) => places?.[item]![0] ?? null),
        topShare,
        topShareInterval: topShare.map((share) =>
          share === null ? null : wilsonInterval(share * n, n),
        ),
        topCount: k,
        placeShare: places,
        meanRankInterval: unranked === 'bottom' ? meanRankIntervals(tally) : null,
        writeIns: writeIns.list(),
      };
    },
  };
}

/** An answer's groups as item indices, without write-ins and items that the study does not have. */
export function rankingOf(answer: readonly unknown[], index: ReadonlyMap<string, number>): Ranking {
  return answer
    .map((group) =>
      (Array.isArray(group) ? group : [])
        .map((id) => (typeof id === 'string' ? index.get(id) : undefined))
        .filter((place) => place !== undefined),
    )
    .filter((group) => group.length > 0);
}

/** In an order that does not depend on who came first: sums of fractions may. */
function sorted<T>(byKey: ReadonlyMap<string, T>): T[] {
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

function sumOf(shares: readonly number[]): number {
  return Math.min(
    1,
    shares.reduce((sum, share) => sum + share, 0),
  );
}
