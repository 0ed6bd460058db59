import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { createInvitation, deleteInvitation, listInvitations } from '../../src/db/invitations.ts';
import { changeMember, listMembers } from '../../src/db/members.ts';
import { renameOrganisation } from '../../src/db/organisations.ts';
import type { Role } from '../../src/db/schema.ts';
import { ROLES } from '../../src/db/tokens.ts';
import { requireRole } from '../../src/http/authorise.ts';
import type { Env, Principal } from '../../src/http/env.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { resetToken, signInToken } from './account-entry-pages.tsx';
import { emailProblem, formOf, nameProblem } from './account-form.ts';
import { accountFrame } from './account-frame.ts';
import { linkTo } from './account-mail.ts';
import { signInFirst } from './account-sign-in.tsx';
import { html } from './html.ts';
import { PeoplePage, type PeopleNews } from './people-page.tsx';

/** The people of an organisation and their invitations, which owners look after. */
export const peoplePages = new Hono<Env>()
  .use('/people', signInFirst)
  .get('/people', (c) => peoplePage(c))
  .post('/people/invite', async (c) => {
    const owner = ownerOf(c);
    const { text } = accountFrame(c);
    const form = await formOf(c, ['email', 'role']);
    const email = form.email.toLowerCase();
    const role = roleOf(form.role);
    const problem = emailProblem(email, text);
    if (problem) return peoplePage(c, { problem, email }, 422);
    const members = await listMembers(c.var.db, owner.organisation.id);
    if (members.some((member) => member.email === email)) {
      return peoplePage(c, { problem: text('alreadyMember'), email }, 422);
    }
    return invite(c, owner, { email, role });
  })
  .post('/people/withdraw', async (c) => {
    const { organisation } = ownerOf(c);
    const { invitation } = await formOf(c, ['invitation']);
    const withdrawn = { id: invitation, organisationId: organisation.id };
    if (!(await deleteInvitation(c.var.db, withdrawn))) {
      throw new Refusal(404, 'There is no such invitation.');
    }
    return c.redirect('/people', 303);
  })
  .post('/people/role', async (c) => {
    ownerOf(c);
    const { person, role } = await formOf(c, ['person', 'role']);
    return change(c, person, roleOf(role));
  })
  .post('/people/remove', async (c) => change(c, (await formOf(c, ['person'])).person, null))
  .post('/people/link', async (c) => {
    const { organisation } = ownerOf(c);
    const { person } = await formOf(c, ['person']);
    const members = await listMembers(c.var.db, organisation.id);
    const member = members.find(({ personId }) => personId === person);
    // Whoever also works elsewhere would let this owner in there.
    if (!member || member.organisations > 1 || c.var.config.sendMail) {
      throw new Refusal(404, 'There is no such person, or they get their links by e-mail.');
    }
    const [signIn, reset] = [await signInToken(c, member.email), await resetToken(c, member.email)];
    return peoplePage(c, {
      links: {
        name: member.name,
        signIn: linkTo(c, `/sign-in/link/${signIn}`),
        reset: linkTo(c, `/reset/${reset}`),
      },
    });
  })
  .post('/people/organisation', async (c) => {
    const { organisation } = ownerOf(c);
    const { name } = await formOf(c, ['name']);
    const renameProblem = nameProblem(name, accountFrame(c).text);
    if (renameProblem) return peoplePage(c, { renameProblem }, 422);
    await renameOrganisation(c.var.db, { id: organisation.id, name });
    return c.redirect('/people', 303);
  });

/** Whoever may look after the people of an organisation. */
function ownerOf(c: Context<Env>): Principal {
  return requireRole(c, null, 'people').principal;
}

function roleOf(text: string): Role {
  const role = ROLES.find((name) => name === text);
  if (!role) throw new Refusal(422, 'There is no such role.');
  return role;
}

async function invite(
  c: Context<Env>,
  { name, organisation }: Principal,
  { email, role }: { email: string; role: Role },
): Promise<Response> {
  const { db, config } = c.var;
  const { text } = accountFrame(c);
  const invited = { organisationId: organisation.id, email, role };
  const token = await createInvitation(db, invited, config.now());
  const link = linkTo(c, `/invitation/${token}`);
  if (!config.sendMail) return peoplePage(c, { invitation: { email, link, failed: false } });
  try {
    const values = { name, organisation: organisation.name, link };
    await config.sendMail({
      to: email,
      subject: text('mailInviteSubject', { organisation: organisation.name }),
      text: text('mailInvite', values),
    });
  } catch {
    return peoplePage(c, { invitation: { email, link, failed: true } });
  }
  return peoplePage(c, { done: text('invitationSent', { email }) });
}

async function change(c: Context<Env>, personId: string, role: Role | null): Promise<Response> {
  const { organisation } = ownerOf(c);
  const changed = await changeMember(c.var.db, {
    organisationId: organisation.id,
    personId,
    role,
  });
  if (changed === 'unknown') throw new Refusal(404, 'There is no such person.');
  if (changed === 'last-owner') {
    return peoplePage(c, { memberProblem: accountFrame(c).text('lastOwner') }, 409);
  }
  return c.redirect('/people', 303);
}

async function peoplePage(
  c: Context<Env>,
  news: PeopleNews = {},
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { organisation, person } = ownerOf(c);
  const { db, config } = c.var;
  const page = (
    <PeoplePage
      {...accountFrame(c, '/people')}
      organisation={organisation}
      own={person?.id ?? null}
      members={await listMembers(db, organisation.id)}
      invitations={await listInvitations(db, organisation.id, config.now())}
      hasMail={!!config.sendMail}
      news={news}
    />
  );
  return html(c, page, status);
}
