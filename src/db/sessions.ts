import { type Kysely, sql } from 'kysely';
import type { Organisation } from './organisations.ts';
import type { Database, Role } from './schema.ts';
import { hashOf, newSecretText } from './secret-text.ts';
import { isUuid } from './studies.ts';

/** How long a session lasts, in days. */
export const SESSION_DAYS = 30;

/** An organisation and what somebody may do there. */
export interface Membership extends Organisation {
  role: Role;
}

/** Somebody who is signed in. */
export interface Person {
  id: string;
  name: string;
  email: string;
  language: string | null;
}

/** A person's session: who it is, and where they work. */
export interface PersonSession {
  id: string;
  person: Person;
  /** By name. */
  memberships: Membership[];
  /** The one that was chosen last, else the first; null for somebody who belongs to none. */
  current: Membership | null;
}

/** A session in a list. */
export interface SessionSummary {
  id: string;
  userAgent: string | null;
  since: Date;
  /** Noted once a day. */
  lastSeen: Date;
}

/** Whose session this is; null when it is unknown, over or ended. Notes the day, once a day. */
export async function personOfSession(
  db: Kysely<Database>,
  token: string,
  now: Date,
): Promise<PersonSession | null> {
  const { rows } = await sql<
    Person & {
      session: string;
      organisation: string | null;
      seen: Date;
      memberships: Membership[];
    }
  >`
    select p.id, p.name, p.email, p.language, s.id as session, s.updated_at as seen,
      s.organisation_id as organisation,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'role', m.role)
          order by lower(o.name), o.id)
        from member m join organisation o on o.id = m.organisation_id
        where m.person_id = p.id
      ), '[]') as memberships
    from session s join person p on p.id = s.person_id
    where s.token = ${token} and s.expires_at > ${now}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const { session, organisation, seen, memberships, ...person } = row;
  if (dayOf(seen) < dayOf(now)) {
    await db.updateTable('session').set({ updated_at: now }).where('id', '=', session).execute();
  }
  const chosen = memberships.find(({ id }) => id === organisation);
  return { id: session, person, memberships, current: chosen ?? memberships[0] ?? null };
}

/** Lets a session work in another organisation of its person. */
export async function chooseOrganisation(
  db: Kysely<Database>,
  { sessionId, organisationId }: { sessionId: string; organisationId: string },
): Promise<void> {
  await db
    .updateTable('session')
    .set({ organisation_id: organisationId })
    .where('id', '=', sessionId)
    .execute();
}

/** A person's sessions that are not over, the one seen last first. */
export async function listSessions(
  db: Kysely<Database>,
  personId: string,
  now: Date,
): Promise<SessionSummary[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'user_agent', 'created_at', 'updated_at'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('updated_at', 'desc')
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    userAgent: row.user_agent,
    since: row.created_at,
    lastSeen: row.updated_at,
  }));
}

/** Ends one session of a person, or all but one; others' sessions are never touched. */
export async function endSessions(
  db: Kysely<Database>,
  { personId, only, except }: { personId: string; only?: string; except?: string },
): Promise<void> {
  if (only !== undefined && !isUuid(only)) return;
  await db
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .$if(only !== undefined, (query) => query.where('id', '=', only!))
    .$if(except !== undefined, (query) => query.where('id', '!=', except!))
    .execute();
}

/** Ends the session of a cookie's token; does nothing for an unknown one. */
export async function endSession(db: Kysely<Database>, token: string): Promise<void> {
  await db.deleteFrom('session').where('token', '=', token).execute();
}

/**
 * Opens a browser's session with an API token.
 *
 * @returns the text for the cookie; only its hash is stored
 */
export async function createTokenSession(
  db: Kysely<Database>,
  apiTokenId: string,
  now: Date,
): Promise<string> {
  const text = newSecretText();
  await db.deleteFrom('token_session').where('expires_at', '<=', now).execute();
  await db
    .insertInto('token_session')
    .values({
      hash: await hashOf(text),
      api_token_id: apiTokenId,
      expires_at: new Date(now.getTime() + SESSION_DAYS * 86_400_000),
    })
    .execute();
  return text;
}

/** Ends a session that was opened with a token; does nothing for an unknown one. */
export async function endTokenSession(db: Kysely<Database>, text: string): Promise<void> {
  await db
    .deleteFrom('token_session')
    .where('hash', '=', await hashOf(text))
    .execute();
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
