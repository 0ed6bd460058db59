import { type Kysely, sql } from 'kysely';
import type { Database, Role } from './schema.ts';
import { hashOf, newSecretText } from './secret-text.ts';
import { isUuid } from './studies.ts';

/** How long an invitation can be accepted, in days. */
export const INVITATION_DAYS = 7;

/** An invitation that has not been accepted yet. */
export interface Invitation {
  id: string;
  organisationId: string;
  organisation: string;
  email: string;
  role: Role;
  expiresAt: Date;
}

/**
 * Invites an e-mail address into an organisation. A second invitation of the same address takes
 * the place of the first, whose link then ends.
 *
 * @returns the last part of `/invitation/TOKEN`; only its hash is stored
 */
export async function createInvitation(
  db: Kysely<Database>,
  { organisationId, email, role }: { organisationId: string; email: string; role: Role },
  now: Date,
): Promise<string> {
  const token = newSecretText();
  const values = {
    role,
    hash: await hashOf(token),
    created_at: now,
    expires_at: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
  };
  await db
    .insertInto('invitation')
    .values({ organisation_id: organisationId, email: email.toLowerCase(), ...values })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'email']).doUpdateSet(values))
    .execute();
  return token;
}

/** The invitation of a link; null when it is unknown, used, withdrawn or too old. */
export async function findInvitation(
  db: Kysely<Database>,
  token: string,
  now: Date,
): Promise<Invitation | null> {
  const { rows } = await sql<Invitation>`
    select ${columns} from invitation i join organisation o on o.id = i.organisation_id
    where i.hash = ${await hashOf(token)} and i.expires_at > ${now}`.execute(db);
  return rows[0] ?? null;
}

/** Whether anybody has invited an e-mail address and still waits. */
export async function isInvited(db: Kysely<Database>, email: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    select from invitation where email = ${email.toLowerCase()} and expires_at > ${now}
    limit 1`.execute(db);
  return rows.length > 0;
}

/** The open invitations of an organisation, by e-mail address. */
export async function listInvitations(
  db: Kysely<Database>,
  organisationId: string,
  now: Date,
): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`
    select ${columns} from invitation i join organisation o on o.id = i.organisation_id
    where i.organisation_id = ${organisationId} and i.expires_at > ${now}
    order by i.email`.execute(db);
  return rows;
}

/**
 * Accepts an invitation: the person becomes a member, and the link ends. Somebody who is a member
 * already keeps the role.
 *
 * @returns the organisation's id; null when the link is unknown, used, too old or for another
 *   e-mail address. Of two at once only one gets in
 */
export async function acceptInvitation(
  db: Kysely<Database>,
  { token, person }: { token: string; person: { id: string; email: string } },
  now: Date,
): Promise<string | null> {
  const { rows } = await sql<{ organisation_id: string }>`
    with used as (
      delete from invitation
      where hash = ${await hashOf(token)} and email = ${person.email.toLowerCase()}
        and expires_at > ${now}
      returning organisation_id, role
    ), joined as (
      insert into member (organisation_id, person_id, role, created_at)
      select organisation_id, ${person.id}::uuid, role, ${now}::timestamptz from used
      on conflict do nothing
    )
    select organisation_id from used`.execute(db);
  return rows[0]?.organisation_id ?? null;
}

/** Withdraws an invitation; false when the organisation has none with this id. */
export async function deleteInvitation(
  db: Kysely<Database>,
  { id, organisationId }: { id: string; organisationId: string },
): Promise<boolean> {
  if (!isUuid(id)) return false;
  const gone = await db
    .deleteFrom('invitation')
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .returning('id')
    .execute();
  return gone.length > 0;
}

const columns = sql`i.id, i.organisation_id as "organisationId", o.name as organisation, i.email,
  i.role, i.expires_at as "expiresAt"`;
