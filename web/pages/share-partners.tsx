import type { JSX } from 'preact';
import type { SharedRole } from '../../src/db/schema.ts';
import {
  PARTNER_INVITATION_DAYS,
  SHARED_ROLES,
  type StudyPartner,
} from '../../src/db/study-partners.ts';
import { accountTexts } from '../text/accounts/texts.ts';
import { figureWords } from './figure-words.ts';
import { Copy, ShareCard, type ShareProps } from './share-card.tsx';

/** Which organisations share a study: who they are, what they may do, inviting and ending. */
export function PartnersCard(props: ShareProps): JSX.Element {
  const { study, sharing, language, say } = props;
  const { partners, mayShare, mayLeave } = sharing;
  const figures = figureWords(language);
  const text = accountTexts(language);
  const action = `/studies/${study.id}/share/partners`;
  return (
    <ShareCard
      id="partners"
      title={say('partnersTitle')}
      lead={say('partnersLead', { owner: study.owner })}
    >
      <ul class="rows">
        <li>
          <strong>{study.owner}</strong>
          <span class="hint">{text('owner')}</span>
        </li>
        {partners.map((partner) => (
          <li key={partner.organisationId}>
            <div>
              <strong>{partner.name}</strong>
              <p class="hint">
                {text(partner.role)} · {text('memberSince', { date: figures.date(partner.since) })}
              </p>
            </div>
            {mayShare && <PartnerForms {...props} partner={partner} action={action} />}
          </li>
        ))}
      </ul>
      {mayShare && <Invite {...props} action={action} />}
      {mayLeave && (
        <details class="danger-zone">
          <summary>{say('leaveSharing')}</summary>
          <p>{say('leaveSharingLead', { owner: study.owner })}</p>
          <form method="post" action={`${action}/leave`}>
            <button class="btn danger">{say('leaveSharing')}</button>
          </form>
        </details>
      )}
    </ShareCard>
  );
}

function PartnerForms(props: ShareProps & { partner: StudyPartner; action: string }): JSX.Element {
  const { partner, action, language, say } = props;
  const { organisationId, name, role } = partner;
  const text = accountTexts(language);
  return (
    <div class="inline">
      <form method="post" action={`${action}/role`} class="inline">
        <input type="hidden" name="organisation" value={organisationId} />
        <RoleChoice {...props} chosen={role} label={text('roleOf', { name })} />
        <button class="link">
          {text('changeRole')} <span class="sr">({name})</span>
        </button>
      </form>
      <form method="post" action={`${action}/end`}>
        <button class="link" name="organisation" value={organisationId}>
          {say('endSharing')} <span class="sr">({name})</span>
        </button>
      </form>
    </div>
  );
}

function RoleChoice(
  props: Pick<ShareProps, 'language'> & { chosen: SharedRole; label?: string; id?: string },
): JSX.Element {
  const { language, chosen, label, id } = props;
  const text = accountTexts(language);
  return (
    <select name="role" id={id} aria-label={label}>
      {SHARED_ROLES.map((role) => (
        <option key={role} value={role} selected={role === chosen}>
          {text(role)}
        </option>
      ))}
    </select>
  );
}

function Invite(props: ShareProps & { action: string }): JSX.Element {
  const { sharing, action, sendsMail, typed, language, say } = props;
  const { link, invitations } = sharing;
  const text = accountTexts(language);
  const figures = figureWords(language);
  return (
    <>
      {link && (
        <section class="secret" role="status">
          <p>{link.failed ?? say('partnerLink')}</p>
          <p>
            <code>{link.url}</code>
          </p>
          <Copy text={link.url} label={text('copy')} say={say} />
        </section>
      )}
      {invitations.length > 0 && (
        <>
          <h3>{text('invitations')}</h3>
          <ul class="rows">
            {invitations.map(({ id, role, email, expiresAt }) => (
              <li key={id}>
                <div>
                  {email && <strong>{email}</strong>}
                  <p class="hint">
                    {text('invitedUntil', { role: text(role), date: figures.date(expiresAt) })}
                  </p>
                </div>
                <form method="post" action={`${action}/withdraw`}>
                  <button class="link" name="invitation" value={id}>
                    {text('withdraw')} <span class="sr">({email ?? text(role)})</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
      <details open={typed['partnerEmail'] !== undefined}>
        <summary>{say('invitePartner')}</summary>
        <p>{say('invitePartnerLead', { days: PARTNER_INVITATION_DAYS })}</p>
        <form class="share-fields" method="post" action={`${action}/invite`}>
          <p class="share-field">
            <label for="partner-role">{text('role')}</label>
            <RoleChoice {...props} chosen="viewer" id="partner-role" />
          </p>
          {sendsMail && (
            <p class="share-field">
              <label for="partner-email">{say('partnerEmail')}</label>
              <input
                id="partner-email"
                name="partnerEmail"
                type="email"
                maxLength={200}
                autocomplete="off"
                value={typed['partnerEmail'] ?? ''}
              />
            </p>
          )}
          <p class="whole">
            <button class="btn primary">{say('makePartnerLink')}</button>
          </p>
        </form>
      </details>
    </>
  );
}
