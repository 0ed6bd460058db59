import type { ColumnType, Generated } from 'kysely';
import type { Half, Way } from '../../survey/room/best-spot.ts';
import type { Partner, Session } from '../../survey/room/public-event.ts';

/** JSON columns are written through `jsonb()` only, which works on every driver. */
type Json<T> = ColumnType<T, never, never>;

export interface RoomPublicTable {
  study_id: string;
  event_id: string;
  is_public: boolean;
  /** Whether people can register. */
  is_open: boolean;
  partners: Json<Partner[]>;
  sessions: Json<Session[]>;
  revision: Generated<number>;
}

export interface RoomRegistrationTable {
  study_id: string;
  event_id: string;
  id: string;
  number: number;
  /** Of the code in the private link. */
  key_hash: string;
  preferences: Json<string[]>;
  way: Way;
  half: Half;
  locale: string;
  /** The session that organisers have confirmed; null for none. */
  session: string | null;
  confirmed_at: Date | null;
  registered_at: Date;
  revision: Generated<number>;
}

export interface RoomContactTable {
  study_id: string;
  registration_id: string;
  contact: string;
}

export interface RoomRotationTable {
  study_id: string;
  event_id: string;
  round: number;
  person_id: string;
  table_id: string;
}

/** The tables of registration and rotation, mirroring `migrations/0011_registration.ts`. */
export interface RegistrationTables {
  room_public: RoomPublicTable;
  room_registration: RoomRegistrationTable;
  room_contact: RoomContactTable;
  room_rotation: RoomRotationTable;
}
