import type { ColumnType, Generated } from 'kysely';
import type { AgendaItem } from '../../survey/room/agenda.ts';
import type { Moderator } from '../../survey/room/moderator.ts';
import type { FloorStatus } from '../../survey/room/floor.ts';
import type { PersonMark, PersonRole } from '../../survey/room/room-rights.ts';
import type { RoomState } from '../../survey/room/room-state.ts';

/** JSON columns are written through `jsonb()` only, which works on every driver. */
type Json<T> = ColumnType<T, never, never>;

export interface RoomEventTable {
  study_id: string;
  id: string;
  /** What answers carry as their event; never changes. */
  key: string;
  name: string;
  place: string | null;
  room: string | null;
  series: string | null;
  series_number: number | null;
  /** Who organises the event; null when the organisation is gone. */
  organisation_id: string | null;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  agenda: Json<AgendaItem[]>;
  /** Rises with each change of name, place, times or agenda. */
  edition: Generated<number>;
  state: Json<RoomState>;
  /** Rises with each change of `state`. */
  revision: Generated<number>;
  created_at: Date;
}

export interface RoomTableTable {
  study_id: string;
  event_id: string;
  id: string;
  number: number;
  /** What answers carry as their table; never changes. */
  key: string;
  name: string;
  kind: 'table' | 'online';
  link: string | null;
  /** In the link of the table's QR code. */
  code: string;
  cards: Json<string[]>;
  moderators: Json<Moderator[]>;
  writer_id: string | null;
  closed_at: Date | null;
  /** Since when nothing that the table or its people say is taken any more. */
  locked_at: Date | null;
  merged_into: string | null;
  active_at: Date | null;
  /** Rises with each change at the table: people, cards, work. */
  revision: Generated<number>;
}

export interface RoomPersonTable {
  study_id: string;
  event_id: string;
  id: string;
  number: number;
  key_hash: string;
  role: PersonRole;
  mark: PersonMark;
  answers: Json<Record<string, unknown>>;
  locale: string;
  table_id: string | null;
  /** Seating leaves them where they are. */
  fixed: Generated<boolean>;
  joined_at: Date;
  seen_at: Date;
  revision: Generated<number>;
}

export interface RoomFieldTable {
  study_id: string;
  event_id: string;
  table_id: string;
  round: number;
  field: string;
  value: Json<unknown>;
  revision: number;
  written_at: Date;
}

export interface RoomPresenterTable {
  study_id: string;
  event_id: string;
  table_id: string;
  name: string;
}

export interface RoomAnswerTable {
  study_id: string;
  event_id: string;
  response_id: string;
  person_id: string;
  table_id: string | null;
  round: number;
  mark: string;
  answered_at: Date;
}

export interface RoomLogTable {
  study_id: string;
  event_id: string;
  id: Generated<number>;
  at: Date;
  by_name: string | null;
  action: string;
  detail: Json<unknown>;
}

export interface FloorQuestionTable {
  study_id: string;
  event_id: string;
  id: string;
  /** In the order of asking, within the event. */
  number: number;
  text: string;
  status: FloorStatus;
  /** Among those that are accepted; lower comes first. */
  place: number;
  asker_hash: string;
  asked_at: Date;
  changed_at: Date;
  revision: Generated<number>;
}

export interface FloorSupportTable {
  study_id: string;
  question_id: string;
  supporter_hash: string;
}

/** The tables of the room, mirroring `migrations/0009_room.ts` and `0013_plenary.ts`. */
export interface RoomTables {
  room_event: RoomEventTable;
  room_table: RoomTableTable;
  room_person: RoomPersonTable;
  room_field: RoomFieldTable;
  room_presenter: RoomPresenterTable;
  room_answer: RoomAnswerTable;
  room_log: RoomLogTable;
  floor_question: FloorQuestionTable;
  floor_support: FloorSupportTable;
}
