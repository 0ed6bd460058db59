import data from './parameters.json' with { type: 'json' };

type Shares = Readonly<Record<string, number>>;
type Span = readonly number[];

/** What a rating is drawn from: worth of the row, person, noise; then cut into points. */
export interface RatingModel {
  intercept: number;
  worth: number;
  years: number;
  personSd: number;
  noiseSd: number;
  cuts?: readonly number[];
}

/** Shares, worths, rates and times of the synthetic respondents, as in `parameters.json`. */
export interface Parameters {
  seed: number;
  rankings: {
    calibrated: Readonly<Record<string, Shares>>;
    classes: readonly {
      id: string;
      share: number;
      match: Readonly<Record<string, readonly string[]>>;
      delta: Shares;
      scale: number;
    }[];
    generic: { logWorthSpread: number; deltaSd: number; scale: number };
    depth: { all: number; fewest: number; between: number };
    tieWithin: number;
    noOpinionRate: number;
    writeInRate: number;
    mallows: { phi: number };
  };
  ratings: {
    importance: RatingModel;
    level: RatingModel;
    other: RatingModel & { spread: number };
    dontKnow: number;
  };
  yearsOf: Shares;
  distributions: Readonly<Record<string, Shares>>;
  generic: {
    writeInOptionWeight: number;
    multipleShare: number;
    ordinalSd: number;
    peopleMedian: number;
    peopleSigma: number;
  };
  roleOf: Readonly<Record<string, Shares>>;
  onlineShare: { question: string; from: string; mean: Shares; sd: number };
  countries: Shares;
  languagesOf: Readonly<Record<string, Shares>>;
  textRate: Shares;
  quality: {
    speeder: { rate: number; durationFactor: Span; swaps: Span };
    'straight-liner': { rate: number; values: readonly number[] };
    'presented-order': { rate: number };
    reversed: { rate: number };
    duplicate: { rate: number; swaps: Span; delaySeconds: Span };
    test: { rate: number };
  };
  abandonRate: number;
  itemMissingRate: number;
  timing: {
    secondsPerQuestion: Readonly<Record<string, { median: number; sigma: number; per?: string }>>;
    remote: {
      days: number;
      reminderDays: readonly number[];
      reminderFactor: number;
      hours: Shares;
    };
    workshop: { roundMinutes: number; lastMinutes: number };
  };
  workshop: {
    seatsPerTable: Span;
    homophily: number;
    rounds: number;
    hostWeight: number;
    membersPerSwap: number;
    pull: number;
    late: { rate: number; minutes: Span };
    sentTwiceRate: number;
  };
  presets: Readonly<Record<PresetName, Preset>>;
  targets: { overallW: Span; withinClassW: Span };
}

/** The ready-made sizes and shapes of a synthetic study. */
export const PRESET_NAMES = [
  'demo',
  'seedEvent',
  'workshop',
  'load',
  'tiny',
  'tie',
  'polarised',
] as const;

export type PresetName = (typeof PRESET_NAMES)[number];

/** How opinions are spread over the respondents; see `opinion.ts`. */
export type Model = 'mixture' | 'mallows' | 'tie' | 'polarised';

export interface Preset {
  n: number;
  tables: number;
  event?: string;
  /** Rounds in which people at tables answer; 1 where not said. */
  individualRounds?: number;
  model?: Model;
  /** Of the model `polarised`: log-worth of the best item minus that of the worst. */
  deltaSpread?: number;
}

export const parameters = data as Parameters;
