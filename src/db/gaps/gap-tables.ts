import type { ColumnType, Generated } from 'kysely';
import type { PracticeFacts, PracticeStatus } from '../../survey/gaps/practice.ts';

/** JSON columns are written through `jsonb()` only, which works on every driver. */
type Json<T> = ColumnType<T, never, never>;

export interface GapIdeaTable {
  study_id: string;
  id: string;
  place: Generated<number>;
  text: string;
  event_key: string | null;
  table_key: string | null;
  sent_at: Date;
}

export interface GapItemTable {
  study_id: string;
  id: string;
  label: string;
  made_at: Date;
  made_by: string | null;
}

export interface GapStepTable {
  study_id: string;
  id: string;
  place: Generated<number>;
  ideas: Json<string[]>;
  gap: string | null;
  into_gap: string | null;
  before: Json<Record<string, string | null>>;
  made_at: Date;
  made_by: string | null;
  undone_at: Date | null;
  undone_by: string | null;
}

export interface GapPracticeTable {
  study_id: string;
  id: string;
  status: PracticeStatus;
  facts: Json<PracticeFacts>;
  /** The question and the words that it was taken from. */
  source: string | null;
  revision: Generated<number>;
  made_at: Date;
  made_by: string | null;
  changed_at: Date;
  changed_by: string | null;
}

export interface GapTables {
  gap_idea: GapIdeaTable;
  gap_item: GapItemTable;
  gap_step: GapStepTable;
  gap_practice: GapPracticeTable;
}
