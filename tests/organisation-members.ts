import { createInvitation } from '../src/db/invitations.ts';
import { addMember } from '../src/db/members.ts';
import { createOrganisation } from '../src/db/organisations.ts';
import { findPerson } from '../src/db/people.ts';
import type { Role } from '../src/db/schema.ts';
import type { FreshApp } from './fresh-app.ts';
import { FIRST_OWNER, formBody, sessionOf } from './first-owner.ts';

const secret = FIRST_OWNER.password;

/** Somebody who is signed in, as their browser sends it. */
export interface SignedInMember {
  email: string;
  personId: string;
  headers: { cookie: string; origin: string };
}

/**
 * Makes an organisation with one member of each of some roles, each of whom is signed in.
 *
 * @example
 * const { organisationId, members } = await organisationOf(fresh, 'Institute');
 * await fresh.app.request('/people', { headers: members.owner.headers });
 */
export async function organisationOf(
  fresh: Pick<FreshApp, 'app' | 'db' | 'config'>,
  name: string,
  roles: readonly Role[] = ['owner', 'designer', 'facilitator', 'viewer'],
): Promise<{ organisationId: string; members: Record<Role, SignedInMember> }> {
  const { db, config } = fresh;
  const { id: organisationId } = await createOrganisation(db, name, config.now());
  const members = {} as Record<Role, SignedInMember>;
  for (const role of roles) {
    const email = `${role}@${name.toLowerCase()}.example`;
    members[role] = await signUp(fresh, { organisationId, email, role });
  }
  return { organisationId, members };
}

/** Makes an account through an invitation, as somebody who gets the link does. */
export async function signUp(
  fresh: Pick<FreshApp, 'app' | 'db' | 'config'>,
  { organisationId, email, role }: { organisationId: string; email: string; role: Role },
): Promise<SignedInMember> {
  const { app, db, config } = fresh;
  const token = await createInvitation(db, { organisationId, email, role }, config.now());
  const accepted = await app.request(
    `/invitation/${token}`,
    formBody({ name: `The ${role}`, password: secret }),
  );
  const person = (await findPerson(db, email))!;
  const headers = { cookie: sessionOf(accepted), origin: 'http://localhost' };
  return { email, personId: person.id, headers };
}

/** Adds somebody who has an account to another organisation. */
export async function join(
  { db, config }: Pick<FreshApp, 'db' | 'config'>,
  member: { organisationId: string; personId: string; role: Role },
): Promise<void> {
  await addMember(db, member, config.now());
}
