import type { JSX } from 'preact';
import type { Invitation } from '../../src/db/invitations.ts';
import type { Member } from '../../src/db/members.ts';
import type { Organisation } from '../../src/db/organisations.ts';
import { ROLES } from '../../src/db/tokens.ts';
import type { SayAccounts } from '../text/accounts/texts.ts';
import { Field, Notice } from './account-field.tsx';
import type { AccountFrame } from './account-frame.ts';
import { Secret } from './account-secret.tsx';
import { DesignerPage } from './designer-page.tsx';

/** What has just happened, and what is shown this once. */
export interface PeopleNews {
  problem?: string;
  email?: string;
  memberProblem?: string;
  renameProblem?: string;
  done?: string;
  invitation?: { email: string; link: string; failed: boolean };
  links?: { name: string; signIn: string; reset: string };
}

interface PeoplePageProps extends AccountFrame {
  organisation: Organisation;
  /** The person who looks at the page. */
  own: string | null;
  members: readonly Member[];
  invitations: readonly Invitation[];
  hasMail: boolean;
  news: PeopleNews;
}

/** Who works for an organisation, who is invited, and what each may do. */
export function PeoplePage(props: PeoplePageProps): JSX.Element {
  const { text, organisation, invitations, news } = props;
  return (
    <DesignerPage {...props} title={text('people')} entry="designer">
      <div class="wide accounts">
        <h1>{text('people')}</h1>
        <p>{text('peopleLead', { organisation: organisation.name })}</p>
        <News {...props} />
        <section class="card box">
          <h2>{organisation.name}</h2>
          <Notice problem={news.memberProblem} />
          <ul class="rows">
            {props.members.map((member) => (
              <MemberRow key={member.personId} {...props} member={member} />
            ))}
          </ul>
        </section>
        <div class="account-cards">
          <Invite {...props} />
          {invitations.length > 0 && <Invitations {...props} />}
          <Rename {...props} />
        </div>
      </div>
    </DesignerPage>
  );
}

function News({ text, say, news }: PeoplePageProps): JSX.Element | null {
  const { done, invitation, links } = news;
  const copied = say('copied');
  if (invitation) {
    const { email, link, failed } = invitation;
    return (
      <section class="card box secret" role="status">
        <p>{text(failed ? 'mailFailed' : 'invitationLink', { email })}</p>
        <Secret value={link} copy={text('copy')} copied={copied} />
      </section>
    );
  }
  if (links) {
    return (
      <section class="card box secret" role="status">
        <p>{text('memberLinks', { name: links.name })}</p>
        <p>{text('signInLinkIs')}</p>
        <Secret value={links.signIn} copy={text('copy')} copied={copied} />
        <p>{text('resetLinkIs')}</p>
        <Secret value={links.reset} copy={text('copy')} copied={copied} />
      </section>
    );
  }
  return <Notice done={done} />;
}

function MemberRow(props: PeoplePageProps & { member: Member }): JSX.Element {
  const { text, figures, own, hasMail, member } = props;
  const { personId, name, email, role, since, organisations } = member;
  return (
    <li>
      <div>
        <strong>{name}</strong> {personId === own && <span class="tag">{text('you')}</span>}
        <p class="hint">
          {email} · {text('memberSince', { date: figures.date(since) })}
        </p>
      </div>
      <form method="post" action="/people/role" class="inline">
        <input type="hidden" name="person" value={personId} />
        <RoleSelect text={text} chosen={role} label={text('roleOf', { name })} />
        <button class="link">
          {text('changeRole')} <span class="sr">({name})</span>
        </button>
      </form>
      <div class="inline">
        {!hasMail && personId !== own && organisations === 1 && (
          <form method="post" action="/people/link">
            <button
              class="link"
              name="person"
              value={personId}
              aria-label={text('makeLinkFor', { name })}
            >
              {text('makeLink')}
            </button>
          </form>
        )}
        <form method="post" action="/people/remove">
          <button
            class="link"
            name="person"
            value={personId}
            aria-label={text('removeName', { name })}
          >
            {text('remove')}
          </button>
        </form>
      </div>
    </li>
  );
}

/** The four roles, the least first. */
export function RoleSelect({
  text,
  chosen,
  label,
  id,
  roles = ROLES,
}: {
  text: SayAccounts;
  chosen: string;
  label?: string;
  id?: string;
  roles?: readonly (typeof ROLES)[number][];
}): JSX.Element {
  return (
    <select name="role" id={id} aria-label={label}>
      {roles.map((role) => (
        <option key={role} value={role} selected={role === chosen}>
          {text(role)}
        </option>
      ))}
    </select>
  );
}

function Invite({ text, news }: PeoplePageProps): JSX.Element {
  return (
    <section class="card box">
      <h2>{text('invite')}</h2>
      <p class="lead">{text('inviteLead')}</p>
      <form method="post" action="/people/invite" class="fields">
        <Field
          name="email"
          label={text('email')}
          type="email"
          autocomplete="off"
          value={news.email}
          problem={news.problem}
        />
        <div class="field">
          <label for="invite-role">{text('role')}</label>
          <RoleSelect text={text} chosen="designer" id="invite-role" />
          <ul class="hint">
            {ROLES.toReversed().map((role) => (
              <li key={role}>
                {text(role)}: {text(`${role}May`)}
              </li>
            ))}
          </ul>
        </div>
        <button class="btn primary">{text('inviteButton')}</button>
      </form>
    </section>
  );
}

function Invitations({ text, figures, invitations }: PeoplePageProps): JSX.Element {
  return (
    <section class="card box">
      <h2>{text('invitations')}</h2>
      <ul class="rows">
        {invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id}>
            <div>
              <strong>{email}</strong>
              <p class="hint">
                {text('invitedUntil', { role: text(role), date: figures.date(expiresAt) })}
              </p>
            </div>
            <form method="post" action="/people/withdraw">
              <button
                class="link"
                name="invitation"
                value={id}
                aria-label={text('withdrawName', { email })}
              >
                {text('withdraw')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rename({ text, organisation, news }: PeoplePageProps): JSX.Element {
  return (
    <section class="card box">
      <h2>{text('organisation')}</h2>
      <form method="post" action="/people/organisation" class="fields">
        <Field
          name="name"
          label={text('renameOrganisation')}
          autocomplete="organization"
          value={organisation.name}
          problem={news.renameProblem}
        />
        <button class="btn ghost">{text('save')}</button>
      </form>
    </section>
  );
}
