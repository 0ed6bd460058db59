import type { ColumnType, Generated } from 'kysely';
import type { Definition } from '../survey/definition.ts';

export type StudyStatus = 'draft' | 'open' | 'closed';
export type Voice = 'individual' | 'table';

/** Answers by question id, in the shapes that `answerIssues` accepts. */
export type Answers = Record<string, unknown>;

/** JSON columns are written through `jsonb()` only, which works on every driver. */
type Json<T> = ColumnType<T, never, never>;

export interface StudyTable {
  id: string;
  join_code: string;
  status: Generated<StudyStatus>;
  definition: Json<Definition>;
  /** Rises with each change of the definition; a submission states the one it was checked against. */
  definition_revision: Generated<number>;
  synthetic: Generated<boolean>;
  created_at: Date;
  opened_at: Date | null;
  closed_at: Date | null;
}

export interface JoinCodeTable {
  code: string;
  study_id: string;
  created_at: Date;
}

export interface ResponseTable {
  study_id: string;
  id: string;
  revision: number;
  locale: string;
  voice: Voice;
  table_name: string | null;
  round: number;
  event: string | null;
  entry: Json<Answers | null>;
  /** The countable answers as `answerCoder` writes them; null in rows older than codes. */
  code: string | null;
  texts: Json<Answers | null>;
  shown: Json<Record<string, string[]> | null>;
  flags: Json<Record<string, unknown> | null>;
  receipt_hash: string;
  created_at: Date;
  updated_at: Date;
  withdrawn_at: Date | null;
}

export interface PersonalAnswerTable {
  study_id: string;
  response_id: string;
  answers: Json<Answers>;
}

export interface LedgerTable {
  study_id: string;
  id: Generated<number>;
  xid: Generated<string>;
  sign: -1 | 1;
  locale: string;
  voice: Voice;
  table_name: string | null;
  round: number;
  event: string | null;
  /** As in `response`; entries without a code have their answers in `entry`, others nothing. */
  code: string | null;
  entry: Json<Answers | null>;
}

export interface TallyHeadTable {
  study_id: string;
  /** Rises with each fold: results carry it as their version. */
  release: number;
  /** The transactions whose entries are counted, a `pg_snapshot`. */
  state: string;
  /** The transaction that wrote this row; another one when the row comes from a dump. */
  written: string;
  /** `tallyShapeName` of the definition that the cells fit. */
  shape: string;
  /** Responses counted, shown or not. */
  counted: number;
  /** Nothing waits and nothing is held: all that is counted is shown. */
  settled: boolean;
  /** States at which crossed results are shown, with the responses counted by then. */
  anchors: Json<[counted: number, state: string][]>;
  folded_at: Date;
}

export interface TallyCellTable {
  study_id: string;
  question: string;
  segment: string;
  slices: string | null;
  waiting: string | null;
}

export interface DesignerTable {
  id: string;
  name: string;
  email: string | null;
  role: 'owner' | 'designer' | 'facilitator' | 'viewer';
  created_at: Date;
}

export interface ApiTokenTable {
  id: string;
  designer_id: string;
  hash: string;
  created_at: Date;
  last_used_on: ColumnType<string | null, string | null, string | null>;
}

export interface SessionTable {
  hash: string;
  designer_id: string;
  created_at: Date;
  expires_at: Date;
}

export interface SetupLinkTable {
  hash: string;
  created_at: Date;
}

/** Every table, mirroring `migrations/`. */
export interface Database {
  study: StudyTable;
  join_code: JoinCodeTable;
  response: ResponseTable;
  personal_answer: PersonalAnswerTable;
  ledger: LedgerTable;
  tally_head: TallyHeadTable;
  tally_cell: TallyCellTable;
  designer: DesignerTable;
  api_token: ApiTokenTable;
  session: SessionTable;
  setup_link: SetupLinkTable;
}
