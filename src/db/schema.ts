import type { ColumnType, Generated } from 'kysely';
import type { Definition } from '../survey/definition.ts';
import type { RegistrationTables } from './room/registration-tables.ts';
import type { GapTables } from './gaps/gap-tables.ts';
import type { RoomTables } from './room/room-tables.ts';
import type { StrategyTables } from './strategy/strategy-tables.ts';
import type { WebhookEvent } from './webhook-event.ts';
import type { DefinitionChange } from '../survey/definition-changes.ts';
import type { Option } from '../survey/option.ts';
import type { Quotas } from '../survey/distribution.ts';
import type { ResponseMark } from '../survey/respondent.ts';

export type StudyStatus = 'draft' | 'open' | 'closed';
export type Voice = 'individual' | 'table';

/** Answers by question id, in the shapes that `answerIssues` accepts. */
export type Answers = Record<string, unknown>;

/** JSON columns are written through `jsonb()` only, which works on every driver. */
type Json<T> = ColumnType<T, never, never>;

export interface StudyTable {
  id: string;
  organisation_id: string;
  join_code: string;
  status: Generated<StudyStatus>;
  definition: Json<Definition>;
  /** Rises with each change of the definition; a submission states the one it was checked against. */
  definition_revision: Generated<number>;
  /** Rises with each change that was made after somebody had answered. */
  version: Generated<number>;
  synthetic: Generated<boolean>;
  created_at: Date;
  opened_at: Date | null;
  closed_at: Date | null;
  /** When the study is to open or close by itself; null once that was carried out. */
  opens_at: Date | null;
  closes_at: Date | null;
  time_zone: string | null;
  quotas: Json<Quotas | null>;
  access: Generated<'open' | 'invited'>;
  embed_origins: Json<string[]>;
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
  /** What its author came to a room as; null for participants and tables. */
  mark: ResponseMark | null;
  /** Null for what its author has sent. */
  channel: 'paper' | null;
  /** Who typed in what came on paper. */
  entered_by: string | null;
  /** The number printed on the sheet, such as `1017`; of a table's, `T1003`. */
  sheet: string | null;
  entry: Json<Answers | null>;
  /** The countable answers as `answerCoder` writes them; null in rows older than codes. */
  code: string | null;
  texts: Json<Answers | null>;
  shown: Json<Record<string, string[]> | null>;
  flags: Json<Record<string, unknown> | null>;
  receipt_hash: string;
  /** The version of the study that the answers were checked against. */
  definition_version: Generated<number>;
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
  mark: ResponseMark | null;
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
  anchors: Json<[counted: number, state: string, questions: string[] | null][]>;
  folded_at: Date;
}

export interface TallyCellTable {
  study_id: string;
  question: string;
  segment: string;
  slices: string | null;
  waiting: string | null;
}

export interface StudyVersionTable {
  study_id: string;
  version: number;
  definition: Json<Definition>;
  made_at: Date;
  made_by: string | null;
  /** What differs from the version before, as `definitionChanges` gives it. */
  changes: Json<DefinitionChange[]>;
}

/** Answers given to try a study out: never counted, never shown. */
export interface TestResponseTable {
  study_id: string;
  id: string;
  revision: number;
  locale: string;
  answers: Json<Answers>;
  created_at: Date;
}

/** What a member of an organisation, or a token, may do; see `src/http/authorise.ts`. */
export type Role = 'owner' | 'designer' | 'facilitator' | 'viewer';

/** What an organisation that a study is shared with may be granted. */
export type SharedRole = Exclude<Role, 'owner'>;

/** An organisation that shares a study it does not own. */
export interface StudyPartnerTable {
  study_id: string;
  organisation_id: string;
  role: SharedRole;
  accepted_by: string | null;
  since: Date;
}

/** A link by which one organisation comes to share a study. */
export interface StudyPartnerInvitationTable {
  study_id: string;
  id: Generated<string>;
  role: SharedRole;
  email: string | null;
  hash: string;
  created_at: Date;
  expires_at: Date;
}

export interface OrganisationTable {
  id: Generated<string>;
  name: string;
  created_at: Date;
}

export interface PersonTable {
  id: Generated<string>;
  name: string;
  /** In lower case. */
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  /** The language that the person has chosen for the designers' pages. */
  language: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

/** A way to sign in: a password's hash, or an account elsewhere. Written by better-auth. */
export interface AccountTable {
  id: Generated<string>;
  person_id: string;
  provider_id: string;
  account_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  password: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

/** A link that was sent, or a sign-in elsewhere under way. Written by better-auth. */
export interface VerificationTable {
  id: Generated<string>;
  /** A hash. */
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface MemberTable {
  organisation_id: string;
  person_id: string;
  role: Role;
  created_at: Date;
}

export interface InvitationTable {
  id: Generated<string>;
  organisation_id: string;
  /** In lower case. */
  email: string;
  role: Role;
  hash: string;
  created_at: Date;
  expires_at: Date;
}

export interface ApiTokenTable {
  id: string;
  organisation_id: string;
  name: string;
  role: Role;
  /** Scopes with spaces between; null for all that the role allows. */
  scopes: string | null;
  study_id: string | null;
  created_by: string | null;
  hash: string;
  created_at: Date;
  expires_at: Date | null;
  last_used_on: ColumnType<string | null, string | null, string | null>;
}

export interface SessionTable {
  id: Generated<string>;
  token: string;
  person_id: string;
  organisation_id: string | null;
  user_agent: string | null;
  ip_address: string | null;
  created_at: Date;
  updated_at: Date;
  expires_at: Date;
}

export interface TokenSessionTable {
  hash: string;
  api_token_id: string;
  expires_at: Date;
}

export interface SetupLinkTable {
  hash: string;
  created_at: Date;
}

/** A personal link. The row never changes: `study_invitation_use` says whether the link was used. */
export interface StudyInvitationTable {
  study_id: string;
  /** The bit of `study_invitation_use` that is this link's. */
  place: number;
  hash: string;
  /** From which the server's secret makes the link again. */
  nonce: string;
  address: string | null;
  made_on: ColumnType<string, string, never>;
}

/** Which links of a study were used, a bit for each, in one row that each use writes anew. */
export interface StudyInvitationUseTable {
  study_id: string;
  used: Uint8Array;
}

export interface TranslationReviewTable {
  study_id: string;
  unit: string;
  language: string;
  /** Of the source and the translation that were reviewed. */
  fingerprint: string;
  reviewed_by: string;
  reviewed_at: Date;
}

export interface WriteInMergeTable {
  study_id: string;
  id: string;
  place: Generated<number>;
  question: string;
  keys: Json<string[]>;
  target: string;
  /** The canonical item that the merge made; null where it merged into an option. */
  item: Json<Option | null>;
  merged_at: Date;
  merged_by: string | null;
  undone_at: Date | null;
  undone_by: string | null;
  recoded_revision: Generated<number>;
}

export interface ThemeTable {
  study_id: string;
  question: string;
  id: string;
  label: string;
  created_at: Date;
}

export interface ThemeCodeTable {
  study_id: string;
  question: string;
  text_key: string;
  theme: string;
}

export interface ThemeStepTable {
  study_id: string;
  id: string;
  place: Generated<number>;
  question: string;
  theme: string;
  adds: boolean;
  keys: Json<string[]>;
  made_at: Date;
  made_by: string | null;
  undone_at: Date | null;
  undone_by: string | null;
}

export interface WebhookTable {
  study_id: string;
  id: string;
  url: string;
  events: Json<WebhookEvent[]>;
  every: number;
  secret_number: Generated<number>;
  failures: Generated<number>;
  stopped: 'asked' | 'failures' | 'gone' | null;
  created_at: Date;
}

/** How far a webhook has followed its study; `state` and `written` as in `tally_head`. */
export interface WebhookPositionTable {
  study_id: string;
  webhook_id: string;
  state: Generated<string>;
  written: Generated<string>;
  status: StudyStatus;
  milestone: Generated<number>;
  tiers: string | null;
}

export interface WebhookDeliveryTable {
  study_id: string;
  id: string;
  webhook_id: string;
  event: string;
  body: string;
  created_at: Date;
  outcome: Generated<'waiting' | 'delivered' | 'failed'>;
  attempts: Generated<number>;
  next_at: Date | null;
  status: number | null;
  problem: string | null;
  attempted_at: Date | null;
}

/** What designers decided about a study's curriculum. */
export interface PlanTable {
  study_id: string;
  revision: number;
  settings: unknown;
  changed_at: Date;
  changed_by: string | null;
}

/** How stable a curriculum is, by what that stands on. */
export interface PlanStabilityTable {
  study_id: string;
  basis: string;
  run: string;
  state: 'running' | 'done' | 'failed';
  done: Generated<number>;
  samples: number;
  drawn: unknown;
  result: unknown;
  worked_at: Date;
}

/** Every table, mirroring `migrations/`. */
export interface Database extends RoomTables, RegistrationTables, GapTables, StrategyTables {
  study: StudyTable;
  join_code: JoinCodeTable;
  response: ResponseTable;
  personal_answer: PersonalAnswerTable;
  ledger: LedgerTable;
  tally_head: TallyHeadTable;
  tally_cell: TallyCellTable;
  study_version: StudyVersionTable;
  test_response: TestResponseTable;
  study_invitation: StudyInvitationTable;
  study_invitation_use: StudyInvitationUseTable;
  study_partner: StudyPartnerTable;
  study_partner_invitation: StudyPartnerInvitationTable;
  translation_review: TranslationReviewTable;
  organisation: OrganisationTable;
  person: PersonTable;
  account: AccountTable;
  verification: VerificationTable;
  member: MemberTable;
  invitation: InvitationTable;
  api_token: ApiTokenTable;
  session: SessionTable;
  token_session: TokenSessionTable;
  setup_link: SetupLinkTable;
  write_in_merge: WriteInMergeTable;
  theme: ThemeTable;
  theme_code: ThemeCodeTable;
  theme_step: ThemeStepTable;
  webhook: WebhookTable;
  webhook_position: WebhookPositionTable;
  webhook_delivery: WebhookDeliveryTable;
  plan: PlanTable;
  plan_stability: PlanStabilityTable;
}
