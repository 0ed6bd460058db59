import { type Kysely, sql } from 'kysely';
import type { Database, SharedRole } from './schema.ts';
import { hashOf, newSecretText } from './secret-text.ts';
import { isUuid } from './studies.ts';

/** How long an organisation can accept to share a study, in days. */
export const PARTNER_INVITATION_DAYS = 14;

/** What an organisation can be granted, from the least to the most. */
export const SHARED_ROLES = [
  'viewer',
  'facilitator',
  'designer',
] as const satisfies readonly SharedRole[];

/** An organisation that shares a study. */
export interface StudyPartner {
  organisationId: string;
  name: string;
  role: SharedRole;
  since: Date;
}

/** An invitation to share a study that nobody has accepted yet. */
export interface PartnerInvitation {
  id: string;
  role: SharedRole;
  /** Where the link was sent; null where it was handed over. */
  email: string | null;
  expiresAt: Date;
}

/** The organisations that share a study, by name; its owner is not among them. */
export async function listPartners(db: Kysely<Database>, studyId: string): Promise<StudyPartner[]> {
  const { rows } = await sql<StudyPartner>`
    select p.organisation_id as "organisationId", o.name, p.role, p.since
    from study_partner p join organisation o on o.id = p.organisation_id
    where p.study_id = ${studyId}
    order by lower(o.name), o.id`.execute(db);
  return rows;
}

/**
 * Makes a link by which one organisation comes to share a study.
 *
 * @returns the last part of `/partnership/TOKEN`; only its hash is stored
 */
export async function invitePartner(
  db: Kysely<Database>,
  { studyId, role, email }: { studyId: string; role: SharedRole; email: string | null },
  now: Date,
): Promise<string> {
  const token = newSecretText();
  await db
    .insertInto('study_partner_invitation')
    .values({
      study_id: studyId,
      role,
      email,
      hash: await hashOf(token),
      created_at: now,
      expires_at: new Date(now.getTime() + PARTNER_INVITATION_DAYS * 86_400_000),
    })
    .execute();
  return token;
}

/** Invitations of a study that can still be accepted, the oldest first. */
export async function listPartnerInvitations(
  db: Kysely<Database>,
  studyId: string,
  now: Date,
): Promise<PartnerInvitation[]> {
  const rows = await db
    .selectFrom('study_partner_invitation')
    .select(['id', 'role', 'email', 'expires_at'])
    .where('study_id', '=', studyId)
    .where('expires_at', '>', now)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, role, email, expires_at: expiresAt }) => ({ id, role, email, expiresAt }));
}

/** Withdraws an invitation; false when the study has none with this id. */
export async function deletePartnerInvitation(
  db: Kysely<Database>,
  studyId: string,
  id: string,
): Promise<boolean> {
  if (!isUuid(id)) return false;
  const { rows } = await sql`
    delete from study_partner_invitation where study_id = ${studyId} and id = ${id}
    returning id`.execute(db);
  return rows.length > 0;
}

/** The study and the role that a link offers; null when it is unknown, used or too old. */
export async function findPartnerInvitation(
  db: Kysely<Database>,
  token: string,
  now: Date,
): Promise<{ studyId: string; role: SharedRole } | null> {
  const { rows } = await sql<{ studyId: string; role: SharedRole }>`
    select study_id as "studyId", role from study_partner_invitation
    where hash = ${await hashOf(token)} and expires_at > ${now}`.execute(db);
  return rows[0] ?? null;
}

/**
 * Accepts an invitation for an organisation: the link ends, and the study is shared. An
 * organisation that shares it already gets the role of the newer invitation.
 *
 * @returns the study's id; null when the link is unknown, used or too old, or when the study is the
 *   organisation's own (the link then stays good). Of two at once only one gets in
 */
export async function acceptPartnership(
  db: Kysely<Database>,
  { token, organisationId, by }: { token: string; organisationId: string; by: string },
  now: Date,
): Promise<string | null> {
  const { rows } = await sql<{ study_id: string }>`
    with used as (
      delete from study_partner_invitation i using study s
      where i.hash = ${await hashOf(token)} and i.expires_at > ${now}
        and s.id = i.study_id and s.organisation_id <> ${organisationId}
      returning i.study_id, i.role
    )
    insert into study_partner (study_id, organisation_id, role, accepted_by, since)
    select study_id, ${organisationId}::uuid, role, ${by}, ${now}::timestamptz from used
    on conflict (study_id, organisation_id) do update set role = excluded.role
    returning study_id`.execute(db);
  return rows[0]?.study_id ?? null;
}

/** Grants a partner another role; false when the organisation does not share the study. */
export async function changePartner(
  db: Kysely<Database>,
  { studyId, organisationId }: { studyId: string; organisationId: string },
  role: SharedRole,
): Promise<boolean> {
  if (!isUuid(organisationId)) return false;
  const { rows } = await sql`
    update study_partner set role = ${role}
    where study_id = ${studyId} and organisation_id = ${organisationId}
    returning study_id`.execute(db);
  return rows.length > 0;
}

/**
 * Ends the sharing of a study with an organisation: to its members the study is gone at once. Its
 * events, and whatever else its members did, stay.
 *
 * @returns false when the organisation does not share the study
 */
export async function endPartnership(
  db: Kysely<Database>,
  { studyId, organisationId }: { studyId: string; organisationId: string },
): Promise<boolean> {
  if (!isUuid(organisationId)) return false;
  const { rows } = await sql`
    delete from study_partner
    where study_id = ${studyId} and organisation_id = ${organisationId}
    returning study_id`.execute(db);
  return rows.length > 0;
}
