/** What a chart shows, worked out and worded by the server; the browser only draws it. */
export type ChartSpec =
  | DotsSpec
  | PlacesSpec
  | MatrixSpec
  | BarsSpec
  | ColumnsSpec
  | RatingsSpec
  | BumpSpec
  | QuadrantSpec;

/** Values with intervals on one axis, best first: mean ranks, or mean ratings. */
export interface DotsSpec {
  kind: 'dots';
  min: number;
  max: number;
  /** Wording of the axis's first value, such as "1 best". */
  first: string;
  rows: { label: string; value: number; low: number; high: number; text: string; top: boolean }[];
}

/** Share of respondents who gave each place, stacked; shares of 1. */
export interface PlacesSpec {
  kind: 'places';
  places: string[];
  rows: { label: string; shares: number[]; total: string }[];
}

/** Share of those with a preference who place the row above the column; `null` on the diagonal. */
export interface MatrixSpec {
  kind: 'matrix';
  labels: string[];
  cells: (number | null)[][];
}

/** Shares of 1 with 95 % intervals. */
export interface BarsSpec {
  kind: 'bars';
  rows: { label: string; share: number; low: number; high: number; text: string }[];
}

/** A distribution over ordered categories, with the place of its median among them. */
export interface ColumnsSpec {
  kind: 'columns';
  bars: { label: string; share: number; text: string }[];
  /** Index of the median's category, a half between two; `null` where it has none. */
  medianAt: number | null;
  medianLabel: string;
}

/** Ratings of several rows over the points of one scale, lowest first; shares of 1. */
export interface RatingsSpec {
  kind: 'ratings';
  points: string[];
  rows: { label: string; shares: number[]; text: string }[];
}

/** Rank of every item in every group, 1 the best. */
export interface BumpSpec {
  kind: 'bump';
  groups: string[];
  rows: { label: string; ranks: number[] }[];
}

/** Two means per item, and where they divide the field into four. */
export interface QuadrantSpec {
  kind: 'quadrant';
  x: { title: string; middle: number; min: number; max: number };
  y: { title: string; middle: number; min: number; max: number };
  corners: { train: string; keep: string; later: string; enough: string };
  points: { label: string; x: number; y: number; train: boolean }[];
}
