import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import type { Comparison } from '../survey/comparison.ts';
import { areApart } from '../survey/compare-query.ts';
import type { Language } from '../survey/language.ts';
import { readResultsQuery, type ResultsQuery } from '../survey/results-query.ts';
import { type MatchedQuestions, matchedQuestions } from '../survey/strategy/matched-questions.ts';
import {
  type PairedSection,
  pairedSentences,
  questionsToTest,
  type Testable,
} from '../survey/strategy/paired-sentences.ts';
import type { StrategyDocument } from '../survey/strategy/strategy-document.ts';
import type { StrategyFilter } from '../survey/strategy/strategy-filter.ts';
import { compareOf, compareStudies } from './compare-of.ts';
import { generatedStrategy } from './generated-strategy.ts';

/** A group whose strategy is compared: those whom a filter of a study lets pass. */
export interface StrategySide {
  study: Study;
  filter: StrategyFilter;
}

/** The strategies of two groups side by side. */
export interface ComparedStrategies {
  a: StrategyDocument;
  b: StrategyDocument;
  /** Nobody is in both groups, or they answered two studies; else nothing is tested. */
  apart: boolean;
  sections: PairedSection[];
  /** What the two studies ask alike, and what has no partner; null where both are one study. */
  matched: MatchedQuestions | null;
}

/**
 * The strategies that two groups' answers make, finding by finding. What differs is said only where
 * the comparison of their answers to the question bears it.
 *
 * @param sides of one study, or of two; whoever asks must be allowed to read both
 */
export async function compareStrategies(
  db: Kysely<Database>,
  sides: readonly [StrategySide, StrategySide],
  { language, at }: { language: Language; at: Date },
): Promise<ComparedStrategies> {
  const [one, other] = sides;
  const a = await generatedStrategy(db, one.study, { language, filter: one.filter }, at);
  const b = await generatedStrategy(db, other.study, { language, filter: other.filter }, at);
  const queries = [queryOf(one), queryOf(other)] as const;
  const isOneStudy = one.study.id === other.study.id;
  const found = matchedQuestions(one.study.definition, other.study.definition);
  // Comparisons take all answers, also flagged ones.
  const isWhole = sides.every(({ filter }) => filter['quality'] === undefined);
  const apart = isWhole && (!isOneStudy || areApart(one.study.definition, ...queries));
  const { alike, unlike, onlyA, onlyB } = found;
  const others = [...unlike.map(({ question }) => question), ...onlyA, ...onlyB];
  const testable: Testable = { apart, alike, unlike: new Set(others) };
  const pValues = new Map<string, number | null>();
  for (const question of questionsToTest(a, b, testable)) {
    pValues.set(question, pValueOf(await comparisonOf(db, sides, queries, question)));
  }
  const sections = pairedSentences(a, b, pValues, testable);
  return { a, b, apart, sections, matched: isOneStudy ? null : found };
}

async function comparisonOf(
  db: Kysely<Database>,
  [one, other]: readonly [StrategySide, StrategySide],
  queries: readonly [ResultsQuery, ResultsQuery],
  question: string,
): Promise<Comparison | null> {
  const [first, second] = queries.map((query): ResultsQuery => ({ ...query, question }));
  if (one.study.id === other.study.id) {
    const { document } = await compareOf(db, one.study, first!, second!);
    return (await document()).comparison;
  }
  const compared = await compareStudies(db, [
    { study: one.study, query: first! },
    { study: other.study, query: second! },
  ]);
  return compared.comparison;
}

/** The test of the groups as a whole; for ratings the smallest of their rows', which are corrected. */
function pValueOf(comparison: Comparison | null): number | null {
  if (!comparison) return null;
  if (comparison.test) return comparison.test.pValue;
  const rows = comparison.items.flatMap(({ adjustedPValue }) => adjustedPValue ?? []);
  return rows.length > 0 ? Math.min(...rows) : null;
}

function queryOf({ study: { definition }, filter: { where } }: StrategySide): ResultsQuery {
  const read = readResultsQuery(definition, { ...(where && { where }) });
  // The filters were read against this definition before.
  if (typeof read === 'string') throw new Error(read);
  return read;
}
