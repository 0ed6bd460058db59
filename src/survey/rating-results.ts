import { meanInterval } from '../needs/mean-interval.ts';
import type { Definition, Question } from './definition.ts';
import { type Language, textIn } from './language.ts';
import { optionsOf, scalePoints } from './question-options.ts';
import type { Counted } from './question-tally.ts';
import type { Gathering, Slice } from './results-document.ts';
import { smallCells, type Suppression } from './small-cells.ts';

/** The ratings of one row. */
export interface RatingRow {
  id: string;
  name: string;
  /** Ratings; `null` where held back. */
  n: number | null;
  dontKnow: number | null;
  suppressed?: Suppression;
  /** Mean of the scale's values; `null` where held back. */
  mean: number | null;
  /** 95 % interval of the mean by Student's t, within the scale; needs 2 ratings. */
  interval: [number, number] | null;
  /** Ratings per point of the scale, lowest first. */
  counts: number[] | null;
}

/** The answers to a rating matrix: don't-knows leave the base of their row. */
export interface RatingFigures {
  points: { value: number; label: string }[];
  rows: RatingRow[];
}

/** Gathers the answers to a rating matrix; a respondent counts who rated at least one row. */
export function gatherRatings(
  definition: Definition,
  question: Question,
  language: Language,
  start?: Counted,
): Gathering {
  const say = (text: Parameters<typeof textIn>[0]) =>
    textIn(text, language, definition.defaultLanguage);
  const points = scalePoints(definition, question);
  const rows = optionsOf(definition, question);
  const width = points.length + 1;
  const cell = (row: number, point: number) => start?.tally.cells[row * width + point] ?? 0;
  const counts = new Map(
    rows.map(({ id }, row) => [id, points.map((_, point) => cell(row, point + 1))]),
  );
  const dontKnow = new Map(rows.map(({ id }, row) => [id, cell(row, 0)]));
  return {
    whyLeftOut: (answer) => {
      const given = ratingsIn(answer);
      if (given.length === 0) return 'noAnswer';
      return given.some(([, value]) => value !== null) ? null : 'dontKnow';
    },
    add: (answer) => {
      for (const [row, value] of ratingsIn(answer)) {
        const point = points.findIndex((candidate) => candidate.value === value);
        if (point >= 0 && counts.has(row)) counts.get(row)![point]!++;
        else if (value === null) dontKnow.set(row, (dontKnow.get(row) ?? 0) + 1);
      }
    },
    figures: (): RatingFigures => ({
      points: points.map(({ value, label }) => ({ value, label: say(label) })),
      rows: rows.map(({ id, label, short }) => ({
        id,
        name: say(short ?? label),
        dontKnow: dontKnow.get(id) ?? 0,
        ...meanOf(
          points.map(({ value }) => value),
          counts.get(id)!,
        ),
      })),
    }),
  };
}

/**
 * Holds back rows with too few ratings in the slices of one document, in place, and rows that the
 * other slices would give away by subtraction. `figures` are those of every slice, held or not.
 */
export function holdRows(
  slices: Slice[],
  figures: readonly RatingFigures[],
  minCell: number,
  apart: boolean,
): void {
  for (const [row, { n: ofAll }] of figures[0]!.rows.entries()) {
    const parts = figures.slice(1).map(({ rows }) => rows[row]!.n ?? 0);
    const held = slices.slice(1).map(({ suppressed }) => suppressed !== undefined);
    const few = (n: number | null): Suppression | undefined =>
      n! < minCell ? 'too-few' : undefined;
    const total = few(ofAll);
    const together = smallCells(parts, minCell, held);
    const reasons = [
      total,
      ...parts.map((n, index) => {
        if (apart) return few(n);
        return few(n) ?? together[index] ?? (total && 'by-subtraction');
      }),
    ];
    for (const [index, slice] of slices.entries()) {
      const reason = reasons[index];
      if (!reason || slice.suppressed || !('rows' in slice)) continue;
      const { id, name } = slice.rows[row]!;
      const hidden = { n: null, dontKnow: null, mean: null, interval: null, counts: null };
      slice.rows[row] = { id, name, suppressed: reason, ...hidden };
    }
  }
}

function ratingsIn(answer: unknown): [string, unknown][] {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer)
    ? Object.entries(answer)
    : [];
}

function meanOf(values: readonly number[], counts: number[]) {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return { n, mean: null, interval: null, counts };
  const total = counts.reduce((sum, count, point) => sum + count * values[point]!, 0);
  const mean = total / n;
  const squares = counts.reduce((sum, k, point) => sum + k * (values[point]! - mean) ** 2, 0);
  const whole = meanInterval(mean, squares / (n - 1), n);
  const interval: [number, number] | null = whole && [
    Math.max(Math.min(...values), whole[0]),
    Math.min(Math.max(...values), whole[1]),
  ];
  return { n, mean, interval, counts };
}
