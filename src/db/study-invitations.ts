import { type Kysely, sql } from 'kysely';
import { jsonb } from './portable.ts';
import type { Database } from './schema.ts';

/** A personal link as it is stored: `nonce` and the server's secret make its token again. */
export interface StudyInvitation {
  nonce: string;
  address: string | null;
}

/** How many personal links a study has, and how many of them were used. */
export interface InvitationCounts {
  made: number;
  used: number;
  withAddress: number;
}

/** The most personal links of one study. */
export const MOST_INVITATIONS = 10_000;

/**
 * Adds personal links to a study, all or none, in an order that says nothing.
 *
 * @param invitations with the hash of each token; the addresses of a study differ
 * @returns how many were added: addresses that have a link already get no second one; null when the
 *   study would have more than {@link MOST_INVITATIONS}
 */
export async function addInvitations(
  db: Kysely<Database>,
  studyId: string,
  invitations: readonly (StudyInvitation & { hash: string })[],
  day: string,
): Promise<number | null> {
  return db.transaction().execute(async (transaction) => {
    await lockStudy(transaction, studyId);
    const known = await listInvitations(transaction, studyId);
    const addresses = new Set(known.map(({ address }) => address));
    const added = invitations
      .filter(({ address }) => address === null || !addresses.has(address))
      .toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
      .map((invitation, index) => ({ ...invitation, place: known.length + index }));
    if (known.length + added.length > MOST_INVITATIONS) return null;
    if (added.length === 0) return 0;
    await sql`
      insert into study_invitation (study_id, place, hash, nonce, address, made_on)
      select ${studyId}::uuid, place, hash, nonce, address, ${day}::date
      from jsonb_to_recordset(${jsonb(added)})
        as added (place integer, hash text, nonce text, address text)`.execute(transaction);
    const { used } = await usedPlaces(transaction, studyId);
    await writeUsed(transaction, studyId, used, known.length + added.length);
    return added.length;
  });
}

/** The personal links of a study, in an order that says nothing. */
export async function listInvitations(
  db: Kysely<Database>,
  studyId: string,
): Promise<(StudyInvitation & { place: number })[]> {
  return db
    .selectFrom('study_invitation')
    .select(['place', 'nonce', 'address'])
    .where('study_id', '=', studyId)
    .orderBy('place')
    .execute();
}

/**
 * The links with an address that nobody has used yet, to be written to at once and shown to nobody.
 */
export async function unusedInvitations(
  db: Kysely<Database>,
  studyId: string,
): Promise<{ nonce: string; address: string }[]> {
  const { used } = await usedPlaces(db, studyId);
  const all = await listInvitations(db, studyId);
  return all.flatMap(({ place, nonce, address }) =>
    address === null || used.has(place) ? [] : [{ nonce, address }],
  );
}

/** How many links there are; who may know `used` is decided by {@link showableCounts}. */
export async function countInvitations(
  db: Kysely<Database>,
  studyId: string,
): Promise<InvitationCounts> {
  const { rows } = await sql<{ made: number; withAddress: number }>`
    select count(*)::integer as made, count(address)::integer as "withAddress"
    from study_invitation where study_id = ${studyId}`.execute(db);
  const { used } = await usedPlaces(db, studyId);
  return { ...rows[0]!, used: used.size };
}

/**
 * The counts as a designer may see them: how many have answered and how many have not, only while
 * neither group is so small that one could guess who is in it.
 *
 * @example
 * showableCounts({ made: 20, used: 18, withAddress: 0 }, 5).used // null
 */
export function showableCounts(
  counts: InvitationCounts,
  minCell: number,
): Omit<InvitationCounts, 'used'> & { used: number | null } {
  const { made, used } = counts;
  return { ...counts, used: used >= minCell && made - used >= minCell ? used : null };
}

/** What a link with this hash is worth: null when there is none. */
export async function invitationState(
  db: Kysely<Database>,
  studyId: string,
  hash: string,
): Promise<'unused' | 'used' | null> {
  const row = await db
    .selectFrom('study_invitation')
    .select('place')
    .where('study_id', '=', studyId)
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (!row) return null;
  return (await usedPlaces(db, studyId)).used.has(row.place) ? 'used' : 'unused';
}

/** Takes all personal links of a study back, with their addresses. */
export async function deleteInvitations(db: Kysely<Database>, studyId: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await lockStudy(transaction, studyId);
    await transaction.deleteFrom('study_invitation').where('study_id', '=', studyId).execute();
    await transaction.deleteFrom('study_invitation_use').where('study_id', '=', studyId).execute();
  });
}

/** One at a time changes who was invited to a study, or how many may answer. */
export async function lockStudy(db: Kysely<Database>, studyId: string): Promise<void> {
  await sql`select from study where id = ${studyId} for no key update`.execute(db);
}

/** Replaces the row that says which links were used: it tells nothing of single links. */
export async function writeUsed(
  db: Kysely<Database>,
  studyId: string,
  used: ReadonlySet<number>,
  places: number,
): Promise<void> {
  const bytes = new Uint8Array(Math.ceil(places / 8));
  for (const place of used) bytes[place >> 3]! |= 1 << (place & 7);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  await sql`
    insert into study_invitation_use (study_id, used)
    values (${studyId}, decode(${hex}, 'hex'))
    on conflict (study_id) do update set used = excluded.used`.execute(db);
}

async function usedPlaces(
  db: Kysely<Database>,
  studyId: string,
): Promise<{ used: Set<number>; places: number }> {
  const { rows } = await sql<{ hex: string }>`
    select encode(used, 'hex') as hex from study_invitation_use
    where study_id = ${studyId}`.execute(db);
  return placesIn(rows[0]?.hex ?? '');
}

/** The places whose bits are set in bytes written as hexadecimal digits. */
export function placesIn(hex: string): { used: Set<number>; places: number } {
  const used = new Set<number>();
  for (let place = 0; place < hex.length * 4; place += 1) {
    const byte = Number.parseInt(hex.slice((place >> 3) * 2, (place >> 3) * 2 + 2), 16);
    if (byte & (1 << (place & 7))) used.add(place);
  }
  return { used, places: hex.length * 4 };
}
