import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import type { Comparison } from '../survey/comparison.ts';
import { areApart } from '../survey/compare-query.ts';
import type { Language } from '../survey/language.ts';
import { readResultsQuery, type ResultsQuery } from '../survey/results-query.ts';
import {
  type PairedSection,
  pairedSentences,
  questionsToTest,
} from '../survey/strategy/paired-sentences.ts';
import type { StrategyDocument } from '../survey/strategy/strategy-document.ts';
import type { StrategyFilter } from '../survey/strategy/strategy-filter.ts';
import { compareOf } from './compare-of.ts';
import { generatedStrategy } from './generated-strategy.ts';

/** The strategies of two groups side by side. */
export interface ComparedStrategies {
  a: StrategyDocument;
  b: StrategyDocument;
  /** Nobody is in both groups; else nothing is tested. */
  apart: boolean;
  sections: PairedSection[];
}

/**
 * The strategies that two groups' answers make, finding by finding. What differs is said only where
 * the comparison of their answers to the question bears it.
 */
export async function compareStrategies(
  db: Kysely<Database>,
  study: Study,
  {
    language,
    filters,
    at,
  }: { language: Language; filters: readonly [StrategyFilter, StrategyFilter]; at: Date },
): Promise<ComparedStrategies> {
  const a = await generatedStrategy(db, study, { language, filter: filters[0] }, at);
  const b = await generatedStrategy(db, study, { language, filter: filters[1] }, at);
  const [one, other] = filters.map((filter) => queryOf(study, filter));
  // Comparisons take all answers, also flagged ones.
  const isWhole = filters.every(({ quality }) => quality === undefined);
  const apart = isWhole && areApart(study.definition, one!, other!);
  const pValues = new Map<string, number | null>();
  const counted = new Set(
    study.definition.questions
      .filter(({ kind }) => kind !== 'short-text' && kind !== 'long-text')
      .map(({ id }) => id),
  );
  const asked = questionsToTest(a, b).filter((question) => counted.has(question));
  for (const question of apart ? asked : []) {
    const query = { ...one!, question };
    const { document } = await compareOf(db, study, query, { ...other!, voice: 'individual' });
    pValues.set(question, pValueOf((await document()).comparison));
  }
  return { a, b, apart, sections: pairedSentences(a, b, pValues) };
}

/** The test of the groups as a whole; for ratings the smallest of their rows', which are corrected. */
function pValueOf(comparison: Comparison | null): number | null {
  if (!comparison) return null;
  if (comparison.test) return comparison.test.pValue;
  const rows = comparison.items.flatMap(({ adjustedPValue }) => adjustedPValue ?? []);
  return rows.length > 0 ? Math.min(...rows) : null;
}

function queryOf({ definition }: Study, filter: StrategyFilter): ResultsQuery {
  const { where } = filter;
  const read = readResultsQuery(definition, { ...(where && { where }) });
  // The filters were read against this definition before.
  if (typeof read === 'string') throw new Error(read);
  return read;
}
