import type { CurriculumPlan } from '../../needs/curriculum.ts';
import type { WeeklyLoad } from '../../needs/duration.ts';
import type { ModuleMatch } from '../../needs/module-match.ts';
import type { ModuleSheet } from '../../needs/module-sheet.ts';
import type { CourseModule, PlanRules } from '../../needs/plan-input.ts';
import type { MoreHours } from '../../needs/plan-variants.ts';
import type { Stability } from '../../needs/stability.ts';
import type { Certainty, Statement } from '../../needs/statement.ts';
import type { Language } from '../language.ts';
import type {
  ContentItem,
  ContentScores,
  Finding,
  FlaggedOut,
  Missing,
  NamedItem,
} from './needs-document.ts';
import type { PlanSettings } from './plan-settings.ts';

/** The duration limit and where it comes from. */
export interface PlanHours {
  /** `null` when nobody answered and nothing was typed in. */
  hours: number | null;
  from: 'answers' | 'typed';
  /** The upper of the two middle answers where the median lies between them: `hours` is the lower. */
  upper: number | null;
  /** Answers that the median stands on; 0 for typed hours. */
  n: number | null;
  certainty: Certainty;
  missing: Missing | null;
  /** Quartiles and typed values for the other variants. */
  short: number | null;
  long: number | null;
}

/** How far the computation has come. */
export type StabilityState =
  /** Not asked for. */
  | 'none'
  | 'running'
  | 'done'
  /** Ended before its time; ask again. */
  | 'failed'
  /** Fewer answers than any statement needs. */
  | 'too-few'
  /** Whose answers they are can't be told while the study is open. */
  | 'until-closed';

/** Plans of many samples of the respondents, or of the tables at which they sat. */
export interface PlanStability {
  state: StabilityState;
  /** Names what it stands on: answers and settings. */
  basis: string;
  done: number;
  samples: number;
  /** What was drawn: people who talked at a table are drawn together. `null` without a result. */
  resampled: 'respondents' | 'tables' | null;
  /** Tables that were drawn; `null` where respondents were. */
  tables: number | null;
  result: Stability | null;
}

/** A curriculum with everything it was made from. */
export interface PlanDocument {
  schema: 'plan/1';
  /** Of the needs that it stands on. */
  version: string;
  /** Of the needs and all settings: differs whenever the plan can. */
  basis: string;
  study: { id: string; title: string; synthetic: boolean };
  status: 'draft' | 'open' | 'closed';
  language: Language;
  /** Of the settings; 0 while nobody has saved any. */
  revision: number;
  changed: { at: string; by: string | null } | null;
  settings: PlanSettings;
  /** Flagged answers; `null` where they count, also because it can't be told yet which they are. */
  leftOut: FlaggedOut | null;
  /** The modules' contents, in the order of the study. */
  items: ContentItem[];
  methods: NamedItem[];
  /** Weights of `items`. */
  scores: Finding<ContentScores>;
  hours: PlanHours;
  rules: PlanRules | null;
  /** What was planned from: `items` without those excluded. */
  modules: CourseModule[];
  /** `null` without a duration limit. */
  plan: CurriculumPlan | null;
  variants: {
    short: CurriculumPlan | null;
    standard: CurriculumPlan | null;
    long: CurriculumPlan | null;
  };
  more: (MoreHours & { dayHours: number }) | null;
  /** Hours a week over the period that respondents asked for. */
  load: (WeeklyLoad & { weeks: number }) | null;
  /** Of the modules in the plan, in the order of `items`. */
  matches: ModuleMatch[];
  /** Whether the rule on hands-on hours applies. */
  handsOnRule: boolean;
  sheets: ModuleSheet[];
  stability: PlanStability;
  statements: Statement[];
}
