import type { Answers } from './answer.ts';
import type { PersonMark } from './room/room-rights.ts';

/** One response as results see it: what was answered, and where it comes from. */
export interface Respondent {
  answers: Answers;
  /** Language in which the questions were shown. */
  locale: string;
  voice: 'individual' | 'table';
  /** The table that a person sat at, or that answers. */
  table: string | null;
  round: number;
  event: string | null;
  /** What a person came to a room as; absent or null for participants and tables. */
  mark?: ResponseMark | null;
  /** `paper` where somebody else has typed the answers in; absent where not asked. */
  channel?: 'paper' | null;
  /** The day of the first submission, such as `2026-11-22`; absent where not asked. */
  day?: string;
  /** The version of the study that the answers fit; absent where not asked. */
  version?: number;
  /** Whether several signs say that the answers may not be considered; absent where not asked. */
  flagged?: boolean;
}

/** A mark that tells somebody's answers apart from those of participants. */
export type ResponseMark = Exclude<PersonMark, 'participant'>;

export type Voice = Respondent['voice'];
