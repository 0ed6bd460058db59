import type { Kysely } from 'kysely';
import { currentTallies } from '../db/current-tallies.ts';
import { questionResults, sampledTexts } from '../db/question-results.ts';
import { decodedTexts } from '../survey/slice-texts.ts';
import type { Database } from '../db/schema.ts';
import type { TallyHead } from '../db/watermark.ts';
import {
  areApart,
  comparedQuery,
  type CompareWith,
  othersFilter,
} from '../survey/compare-query.ts';
import {
  compareGroups,
  type ComparedGroup,
  type Comparison,
  FEW_BALLOTS,
} from '../survey/comparison.ts';
import type { ResultsDocument, ShownSlice, Slice } from '../survey/results-document.ts';
import { type ResultsQuery, resultsParameters } from '../survey/results-query.ts';
import { ENGLISH_NAMES } from '../survey/segment.ts';
import { type Reader, resultsOf, type ResultsStudy } from './results-of.ts';
import { segmentValues } from './segment-values.ts';

/** Two groups' answers to one question. */
export interface CompareDocument {
  version: string;
  study: string;
  question: ResultsDocument['question'];
  /** Everyone who matches each of the two queries. */
  a: Slice;
  b: Slice;
  /** Whether nobody is in both; else nothing is tested. */
  apart: boolean;
  /** Null where a group is held back, and for what people wrote. */
  comparison: Comparison | null;
}

/** Comparisons worked out lately, the latest last. */
const comparisons = new Map<string, CompareDocument>();
const MOST_COMPARISONS = 100;

/**
 * Compares those who match a query with others. Each group is held back by the rules of its own
 * results, and then nothing is compared. Of a closed study flagged answers can be left out of both.
 *
 * @example
 * const { document } = await compareOf(db, study, query, 'others');
 * (await document()).comparison?.test?.pValue
 */
export async function compareOf(
  db: Kysely<Database>,
  study: ResultsStudy,
  query: ResultsQuery,
  compare: CompareWith,
  reader: Reader = { language: study.definition.defaultLanguage, names: ENGLISH_NAMES },
): Promise<{ etag: string; other: ResultsQuery; document: () => Promise<CompareDocument> }> {
  const one = { ...query, by: null };
  // Reading the first group counts what is new: only then are all values known.
  const a = await resultsOf(db, study, one, reader);
  const values = compare === 'others' ? await segmentValues(db, study, query.voice) : null;
  const segment = othersFilter(query.where)?.segment ?? '';
  const other = comparedQuery(one, compare, values?.get(segment) ?? []);
  const b = await resultsOf(db, study, other, reader);
  const etag = `"${[a, b].map((results) => results.etag.replaceAll('"', '')).join('+')}"`;
  const key = [study.id, etag, resultsParameters(one), resultsParameters(other)].join(' ');
  return {
    etag,
    other,
    document: async () => {
      const known = comparisons.get(key);
      const sides = [
        { study, query: one },
        { study, query: other },
      ] as const;
      const document =
        known ??
        (await work(db, sides, {
          documents: [await a.document(), await b.document()],
          apart: areApart(study.definition, one, other),
        }));
      comparisons.delete(key);
      comparisons.set(key, document);
      if (comparisons.size > MOST_COMPARISONS) comparisons.delete(comparisons.keys().next().value!);
      return document;
    },
  };
}

/** Those whom a query lets pass, of a study. */
export interface ComparedSide {
  study: ResultsStudy;
  query: ResultsQuery;
}

/**
 * Compares the answers to one question that two studies ask alike. Whoever answers a study is taken
 * to be another person than who answers the other: nobody is asked who they are.
 *
 * @param sides with the same question in both queries, and the same options in the same order
 * @example
 * (await compareStudies(db, [{ study, query }, { study: other, query }])).comparison?.test?.pValue
 */
export async function compareStudies(
  db: Kysely<Database>,
  sides: readonly [ComparedSide, ComparedSide],
): Promise<CompareDocument> {
  const [first, second] = sides;
  const a = await resultsOf(db, first.study, { ...first.query, by: null });
  const b = await resultsOf(db, second.study, { ...second.query, by: null });
  return work(db, sides, { documents: [await a.document(), await b.document()], apart: true });
}

async function work(
  db: Kysely<Database>,
  [one, other]: readonly [ComparedSide, ComparedSide],
  {
    documents: [first, second],
    apart,
  }: { documents: readonly [ResultsDocument, ResultsDocument]; apart: boolean },
): Promise<CompareDocument> {
  const [a] = first.slices;
  const [b] = second.slices;
  const { version, question } = first;
  const heads = [await currentTallies(db, one.study), await currentTallies(db, other.study)];
  const isText = question.kind === 'short-text' || question.kind === 'long-text';
  const isShown = !a.suppressed && !b.suppressed && heads.every((head) => head !== null);
  const comparison =
    isShown && !isText
      ? compareGroups(
          await groupOf(db, one, a, heads[0]!),
          await groupOf(db, other, b, heads[1]!),
          { areApart: apart, isMultiple: question.kind === 'multiple' },
        )
      : null;
  return { version, study: one.study.id, question, a, b, apart, comparison };
}

async function groupOf(
  db: Kysely<Database>,
  { study, query }: ComparedSide,
  slice: ShownSlice,
  head: TallyHead,
): Promise<ComparedGroup> {
  const { tallies, waiting } = await questionResults(db, study, query, head);
  const tally = tallies.all;
  const isSmall = tally.ranking !== null && tally.n < 20 * FEW_BALLOTS;
  if (!isSmall || !waiting) return { slice, tally };
  const { texts } = await sampledTexts(db, study, query, { waiting, state: head.state });
  return { slice, tally, ballots: decodedTexts(texts).get('all')?.ballots };
}
