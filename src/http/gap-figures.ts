import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import { gapNeeds, type GapNeed } from '../survey/gaps/coverage.ts';
import type { GapQuestions } from '../survey/gaps/gap-questions.ts';
import { type ConfirmRule, type Verdict, verdictOf } from '../survey/gaps/validation.ts';
import { textIn } from '../survey/language.ts';
import { optionsOf, scalePoints } from '../survey/question-options.ts';
import type { RankingFigures } from '../survey/ranking-results.ts';
import type { RatingFigures } from '../survey/rating-results.ts';
import type { Filter } from '../survey/results-query.ts';
import type { ResultsDocument, ShownSlice, Slice } from '../survey/results-document.ts';
import { type Reader, resultsOf } from './results-of.ts';

type GapStudy = Pick<Study, 'id' | 'definition' | 'synthetic'>;

/** What has become of each gap, whole or in one group of people. */
export interface ValidatedSlice {
  key: string;
  label: string;
  /** Why nothing of the group is shown. */
  suppressed: string | null;
  gaps: ({
    id: string;
    name: string;
    counts: number[] | null;
    dontKnow: number | null;
  } & Verdict)[];
}

/** The check of a study: the rule, the points that were voted, and the verdicts. */
export interface ValidationDocument {
  rule: ConfirmRule;
  points: { value: number; label: string }[];
  slices: ValidatedSlice[];
}

/** The rule of a study’s check; the template's own where it says none. */
export function ruleOf({ validation }: Pick<GapQuestions, 'validation'>): ConfirmRule {
  return validation.confirmRule!;
}

/**
 * The verdicts on all gaps from the votes in the results, whole and by one segment. Groups and
 * rows that results hold back stay proposed, without figures.
 *
 * @param by a segment of the study, such as `country` or `@event`
 */
export async function validationDocument(
  db: Kysely<Database>,
  study: GapStudy,
  questions: GapQuestions,
  { by, reader }: { by: string | null; reader: Reader },
): Promise<ValidationDocument> {
  const { validation } = questions;
  const rule = ruleOf(questions);
  const document = await read(db, study, validation.id, reader, by);
  const values = scalePoints(study.definition, validation).map(({ value }) => value);
  const shown = document.slices.map(ratingsIn).find((slice) => slice !== null);
  const names = gapNames(study, questions, reader);
  const { defaultLanguage } = study.definition;
  const points =
    shown?.points ??
    scalePoints(study.definition, validation).map(({ value, label }) => ({
      value,
      label: label[reader.language] ?? label[defaultLanguage] ?? '',
    }));
  return {
    rule,
    points,
    slices: document.slices.map((slice) => ({
      key: slice.key,
      label: slice.label,
      suppressed: slice.suppressed ?? null,
      gaps:
        ratingsIn(slice)?.rows.map(({ id, name, counts, dontKnow }) => ({
          id,
          name: names.get(id) ?? name,
          counts,
          dontKnow,
          ...verdictOf(counts, values, rule),
        })) ??
        [...names].map(([id, name]) => ({
          id,
          name,
          counts: null,
          dontKnow: null,
          ...verdictOf(null, values, rule),
        })),
    })),
  };
}

/** What each gap is called, by id: its whole name, as where ideas are merged into it. */
function gapNames(
  { definition }: GapStudy,
  { validation }: Pick<GapQuestions, 'validation'>,
  { language }: Reader,
): ReadonlyMap<string, string> {
  return new Map(
    optionsOf(definition, validation).map(({ id, label }) => [
      id,
      textIn(label, language, definition.defaultLanguage),
    ]),
  );
}

/** The gaps that are confirmed by everybody’s votes now. */
export async function confirmedGaps(
  db: Kysely<Database>,
  study: GapStudy,
  questions: GapQuestions,
  reader: Reader,
): Promise<string[]> {
  const { slices } = await validationDocument(db, study, questions, { by: null, reader });
  return slices[0]!.gaps.filter(({ state }) => state === 'confirmed').map(({ id }) => id);
}

/** How the gaps are ranked and covered, and which are needed most. */
export interface CoverageDocument {
  /** Answers that count; null where held back or not asked. */
  ranked: number | null;
  covered: number | null;
  /** The scale of coverage, lowest first. */
  points: { value: number; label: string }[];
  gaps: (GapNeed & { name: string; rankedBy: number | null; coveredBy: number | null })[];
}

/**
 * Rank against coverage for the gaps that the ranking offers.
 *
 * Figures that results hold back are null, and a gap without one of the two is no need.
 *
 * @param raters whose ratings of coverage count, such as only those of small enterprises
 */
export async function coverageDocument(
  db: Kysely<Database>,
  study: GapStudy,
  { validation, ranking, coverage }: GapQuestions,
  reader: Reader,
  raters: readonly Filter[] = [],
): Promise<CoverageDocument> {
  const { definition } = study;
  const ranked = ranking && (await read(db, study, ranking.id, reader)).slices[0];
  const rated = coverage && (await read(db, study, coverage.id, reader, null, raters)).slices[0];
  const places = rankingsIn(ranked ?? undefined);
  const ratings = ratingsIn(rated ?? undefined);
  const shown = ranking?.optionsFilter?.shown;
  const rows = new Map(ratings?.rows.map((row) => [row.id, row]));
  const names = gapNames(study, { validation }, reader);
  const offered = [...names.keys()].filter((id) => shown === undefined || shown.includes(id));
  const scale = coverage ? scalePoints(definition, coverage) : [];
  const values = scale.map(({ value }) => value);
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  const evidence = offered.map((id) => {
    const at = places ? places.items.findIndex((item) => item.id === id) : -1;
    const row = rows.get(id);
    return {
      id,
      meanRank: places?.meanRank?.[at] ?? null,
      rankInterval: places?.meanRankInterval?.[at] ?? null,
      coverage: row?.mean ?? null,
      coverageInterval: row?.interval ?? null,
    };
  });
  return {
    ranked: places?.n ?? null,
    covered: ratings?.n ?? null,
    points: ratings?.points ?? [],
    gaps: gapNeeds(evidence, middle).map((gap) => ({
      ...gap,
      name: names.get(gap.id)!,
      rankedBy: places?.rankedCount[places.items.findIndex(({ id }) => id === gap.id)] ?? null,
      coveredBy: rows.get(gap.id)?.n ?? null,
    })),
  };
}

async function read(
  db: Kysely<Database>,
  study: GapStudy,
  question: string,
  reader: Reader,
  by: string | null = null,
  where: readonly Filter[] = [],
): Promise<ResultsDocument> {
  const query = { question, by, where, voice: 'individual' as const };
  return (await resultsOf(db, study, query, reader)).document();
}

/** The ratings of a slice; null where they are held back. */
function ratingsIn(slice: Slice | undefined): (ShownSlice & RatingFigures) | null {
  return slice && slice.suppressed === undefined && 'rows' in slice ? slice : null;
}

/** The rankings of a slice; null where they are held back. */
function rankingsIn(slice: Slice | undefined): (ShownSlice & RankingFigures) | null {
  return slice && slice.suppressed === undefined && 'meanRank' in slice ? slice : null;
}
