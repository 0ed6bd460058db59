import { rankingDocument } from '../ranking/ranking-document.ts';
import { type ShownOrderTest, type ShownRanking, shownOrderTest } from '../ranking/shown-order.ts';
import { emptyTally, mergeTallies } from '../ranking/tally.ts';
import { answerCoder, FIELD } from './answer-code.ts';
import type { Definition, Question } from './definition.ts';
import { optionsOf, unrankedMode } from './question-options.ts';
import {
  isFlagged,
  type Kept,
  QUALITY_SIGNS,
  type QualitySign,
  type ReviewedResponse,
  rankingTraces,
  signReader,
  signsTogether,
} from './quality-signs.ts';
import {
  combineQuestionTallies,
  countCodes,
  emptyQuestionTally,
  tallyShape,
  whyLeftOut,
} from './question-tally.ts';
import { primaryQuestion } from './results-query.ts';

/** The order of a ranking with some answers and without them; places count from 1. */
export interface OrderEffect {
  /** Answers that are left. */
  n: number;
  items: { id: string; place: number; without: number }[];
}

/** How often a sign was found; null for 1 to `minCell` - 1, and no effect is shown then. */
export interface SignSummary {
  n: number | null;
  effect: OrderEffect | null;
}

/** What can be said of the quality of a study's answers, without saying whose. */
export interface QualityReview {
  /** Answers of individuals that were looked at. */
  n: number;
  /** Of those, with a known time. */
  timed: number;
  /** The ranking whose order is compared; null where the study has none. */
  ranking: string | null;
  signs: (SignSummary & { sign: QualitySign })[];
  /** What `quality=clean` leaves out. */
  flagged: SignSummary;
  /** Per ranking with a random start order; null where fewer than `minCell` can be compared. */
  shownOrder: { question: string; test: ShownOrderTest | null }[];
}

/** The position test looks at this many respondents at most: a fair sample, as ids are random. */
const MOST_TESTED = 5000;

/** Looks at responses one by one; `review` and `flagged` tell what was found. */
export interface QualityGathering {
  add: (response: ReviewedResponse & { id: string }) => void;
  finish: () => { review: QualityReview; flagged: Set<string> };
}

/**
 * Starts a review of a study's answers.
 *
 * @example
 * const gathering = gatherQuality(definition);
 * for (const response of responses) gathering.add(response);
 * gathering.finish().review.flagged.n // 9
 */
export function gatherQuality(definition: Definition): QualityGathering {
  const read = signReader(definition);
  const tracesOf = rankingTraces(definition);
  const kept: Kept[] = [];
  const ids: string[] = [];
  const shown = new Map<string, ShownRanking[]>();
  for (const question of definition.questions) {
    if (question.kind === 'ranking' && question.randomise) shown.set(question.id, []);
  }
  const isTested = (question: string) => (shown.get(question)?.length ?? MOST_TESTED) < MOST_TESTED;
  return {
    add: (response) => {
      const traces = tracesOf(response, isTested);
      kept.push(read(response, traces));
      ids.push(response.id);
      if (response.voice !== 'individual') return;
      for (const { question, trace } of traces) {
        const own = shown.get(question);
        if (own && own.length < MOST_TESTED) own.push(trace);
      }
    },
    finish: () => {
      const signs = signsTogether(definition, kept);
      return {
        review: reviewOf(definition, kept, signs, shown),
        flagged: new Set(ids.filter((_, index) => isFlagged(signs[index]!))),
      };
    },
  };
}

function reviewOf(
  definition: Definition,
  kept: readonly Kept[],
  signs: readonly QualitySign[][],
  shown: ReadonlyMap<string, readonly ShownRanking[]>,
): QualityReview {
  const { minCell } = definition.privacy;
  const own = [...kept.keys()].filter((index) => kept[index]!.voice === 'individual');
  const primary = primaryQuestion(definition);
  const ranking = primary.kind === 'ranking' ? primary : null;
  const effectOf = ranking && orderWithout(definition, ranking, kept, own);
  const summary = (isMeant: (found: readonly QualitySign[]) => boolean): SignSummary => {
    const meant = new Set(own.filter((index) => isMeant(signs[index]!)));
    const isFew = meant.size > 0 && meant.size < minCell;
    return { n: isFew ? null : meant.size, effect: effectOf?.(meant) ?? null };
  };
  const optionCount = (id: string) =>
    optionsOf(
      definition,
      definition.questions.find((question) => question.id === id)!,
    ).length;
  return {
    n: own.length,
    timed: own.filter((index) => kept[index]!.seconds !== null).length,
    ranking: ranking?.id ?? null,
    signs: QUALITY_SIGNS.map((sign) => ({
      sign,
      ...summary((found) => found.includes(sign)),
    })),
    flagged: summary(isFlagged),
    shownOrder: [...shown].map(([question, answers]) => {
      const test = shownOrderTest(optionCount(question), answers);
      return { question, test: test && test.n >= minCell ? test : null };
    }),
  };
}

/** The order without some of the answers; null where they, or those left, are too few to tell. */
function orderWithout(
  definition: Definition,
  question: Question & { kind: 'ranking' },
  kept: readonly Kept[],
  own: readonly number[],
): (left: ReadonlySet<number>) => OrderEffect | null {
  const { minCell } = definition.privacy;
  const field = answerCoder(definition).questions.findIndex(({ id }) => id === question.id);
  const shape = tallyShape(definition, question);
  const items = optionsOf(definition, question).map(({ id }) => ({ id, name: id }));
  const codes = new Map(
    own.flatMap((index) => {
      const code = kept[index]!.code.split(FIELD)[field] ?? '';
      return whyLeftOut(shape, code) === null ? [[index, code] as const] : [];
    }),
  );
  const whole = emptyQuestionTally(shape);
  countCodes(whole, shape, [...codes.values()], 1);
  const placesWithout = (out: readonly string[]): Map<string, number> => {
    const tally = combineQuestionTallies(emptyQuestionTally(shape), whole, 1);
    countCodes(tally, shape, out, -1);
    const none = emptyTally(items.length);
    const { consensus } = rankingDocument(mergeTallies(tally.ranking ?? none, none), items, {
      unranked: unrankedMode(question),
    });
    let place = 1;
    return new Map(
      consensus.order.flatMap((group) => {
        const first = place;
        place += group.length;
        return group.map((id) => [String(id), first] as const);
      }),
    );
  };
  let all: Map<string, number> | undefined;
  return (left) => {
    const out = [...left].flatMap((index) => codes.get(index) ?? []);
    const n = codes.size - out.length;
    if (out.length < minCell || n < minCell) return null;
    all ??= placesWithout([]);
    const without = placesWithout(out);
    const known = items.filter(({ id }) => all!.has(id) && without.has(id));
    return {
      n,
      items: known
        .map(({ id }) => ({ id, place: all!.get(id)!, without: without.get(id)! }))
        .toSorted((a, b) => a.place - b.place),
    };
  };
}
