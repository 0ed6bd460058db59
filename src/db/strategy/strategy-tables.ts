import type { ColumnType, Generated } from 'kysely';

/** JSON columns are written through `jsonb()` only, and read through a schema. */
type Json = ColumnType<unknown, never, never>;

export interface StrategyDraftTable {
  study_id: string;
  language: string;
  /** As in the results' address, `where=role:student`; empty for everyone. */
  filter: string;
  edits: Json;
  revision: number;
  changed_at: Date;
  changed_by: string | null;
}

export interface StrategyVersionTable {
  study_id: string;
  id: string;
  place: Generated<number>;
  language: string;
  filter: string;
  name: string;
  note: string;
  signed_by: string | null;
  document: Json;
  /** SHA-256 of the document, as `contentHash` gives it. */
  hash: string;
  frozen_at: Date;
  frozen_by: string | null;
}

export interface StrategyCommentTable {
  study_id: string;
  id: string;
  place: Generated<number>;
  /** Null for a comment on the draft. */
  version_id: string | null;
  language: string;
  filter: string;
  block: string;
  quote: string;
  text: string;
  author: string;
  guest: boolean;
  made_at: Date;
  resolved_at: Date | null;
  resolved_by: string | null;
}

export interface StrategyLinkTable {
  study_id: string;
  id: string;
  version_id: string;
  hash: string;
  kind: 'read' | 'review';
  files: boolean;
  made_at: Date;
  made_by: string | null;
  expires_at: Date;
  ended_at: Date | null;
}

export interface StudyTemplateTable {
  id: string;
  organisation_id: string;
  name: string;
  definition: Json;
  prior: Json;
  made_at: Date;
  made_by: string | null;
}

export interface StudyPriorTable {
  study_id: string;
  prior: Json;
  shown: boolean;
}

export interface StrategyTables {
  strategy_draft: StrategyDraftTable;
  strategy_version: StrategyVersionTable;
  strategy_comment: StrategyCommentTable;
  strategy_link: StrategyLinkTable;
  study_template: StudyTemplateTable;
  study_prior: StudyPriorTable;
}
