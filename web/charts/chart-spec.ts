/** What a chart shows, worked out and worded by the server; the browser only draws it. */
export type ChartSpec =
  | DotsSpec
  | PlacesSpec
  | MatrixSpec
  | BarsSpec
  | ColumnsSpec
  | RatingsSpec
  | BumpSpec
  | QuadrantSpec
  | GapsSpec
  | GroupsSpec;

/** Values with intervals on one axis, best first: mean ranks, or mean ratings. */
export interface DotsSpec {
  kind: 'dots';
  min: number;
  max: number;
  /** Wording of the axis's first value, such as "1 best"; its number where not given. */
  first?: string;
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
  bars: { label: string; share: number; text: string; low?: number; high?: number }[];
  /** First and last category of the middle half of the answers, by index. */
  middle: [number, number] | null;
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
  /** A group of few people is drawn hollow. */
  groups: { label: string; few: boolean }[];
  rows: { label: string; ranks: number[] }[];
}

/** Two means per item, and where they divide the field into four. */
export interface QuadrantSpec {
  kind: 'quadrant';
  x: { title: string; middle: number; min: number; max: number };
  y: { title: string; middle: number; min: number; max: number };
  corners: { train: string; keep: string; later: string; enough: string };
  points: QuadrantPoint[];
}

/** An item's two means with their intervals; `near` where one of them crosses a line. */
export interface QuadrantPoint {
  label: string;
  x: number;
  y: number;
  xRange: [number, number];
  yRange: [number, number];
  train: boolean;
  near: boolean;
}

/** Differences between two groups around nothing; `sure` ones are certain, all together. */
export interface GapsSpec {
  kind: 'gaps';
  /** What bars to the left and to the right mean. */
  left: string;
  right: string;
  share: boolean;
  rows: { label: string; value: number; low: number; high: number; text: string; sure: boolean }[];
}

/** A value of every item in every group, at most five groups; `null` where it is held back. */
export interface GroupsSpec {
  kind: 'groups';
  share: boolean;
  min: number;
  max: number;
  groups: { label: string; few: boolean }[];
  rows: { label: string; values: (number | null)[] }[];
}
