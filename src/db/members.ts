import { type Kysely, sql } from 'kysely';
import type { Database, Role } from './schema.ts';
import { isUuid } from './studies.ts';

/** Somebody who belongs to an organisation. */
export interface Member {
  personId: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
  /** In how many organisations the person is. */
  organisations: number;
}

/** The members of an organisation by name. */
export async function listMembers(db: Kysely<Database>, organisationId: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.person_id as "personId", p.name, p.email, m.role, m.created_at as since,
      (select count(*) from member other where other.person_id = m.person_id) as organisations
    from member m join person p on p.id = m.person_id
    where m.organisation_id = ${organisationId}
    order by lower(p.name), p.email`.execute(db);
  return rows;
}

/** Adds a person to an organisation; one who is a member already keeps the role. */
export async function addMember(
  db: Kysely<Database>,
  member: { organisationId: string; personId: string; role: Role },
  now: Date,
): Promise<void> {
  await db
    .insertInto('member')
    .values({
      organisation_id: member.organisationId,
      person_id: member.personId,
      role: member.role,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What came of a change to a member. */
export type MemberChange = 'done' | 'unknown' | 'last-owner';

/**
 * Gives a member another role, or removes the member with `role: null`. The tokens that a removed
 * member made for the organisation end. An organisation keeps at least one owner, also when two
 * owners remove each other at the same moment.
 *
 * @example
 * await changeMember(db, { organisationId, personId, role: 'viewer' }) // 'done'
 */
export async function changeMember(
  db: Kysely<Database>,
  {
    organisationId,
    personId,
    role,
  }: { organisationId: string; personId: string; role: Role | null },
): Promise<MemberChange> {
  if (!isUuid(personId)) return 'unknown';
  return db.transaction().execute(async (transaction) => {
    // The organisation's row is held: two changes at once come one after the other.
    await sql`select from organisation where id = ${organisationId} for update`.execute(
      transaction,
    );
    const members = await transaction
      .selectFrom('member')
      .select(['person_id', 'role'])
      .where('organisation_id', '=', organisationId)
      .execute();
    const member = members.find(({ person_id }) => person_id === personId);
    if (!member) return 'unknown';
    const owners = members.filter((other) => other.role === 'owner').length;
    if (member.role === 'owner' && role !== 'owner' && owners === 1) return 'last-owner';
    const isThis = { organisation_id: organisationId, person_id: personId };
    if (role) {
      await transaction
        .updateTable('member')
        .set({ role })
        .where('organisation_id', '=', isThis.organisation_id)
        .where('person_id', '=', isThis.person_id)
        .execute();
      return 'done';
    }
    await transaction
      .deleteFrom('member')
      .where('organisation_id', '=', isThis.organisation_id)
      .where('person_id', '=', isThis.person_id)
      .execute();
    await transaction
      .deleteFrom('api_token')
      .where('organisation_id', '=', organisationId)
      .where('created_by', '=', personId)
      .execute();
    return 'done';
  });
}
