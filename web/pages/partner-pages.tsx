import { type Context, Hono } from 'hono';
import type { SharedRole } from '../../src/db/schema.ts';
import {
  changePartner,
  deletePartnerInvitation,
  PARTNER_INVITATION_DAYS,
  SHARED_ROLES,
} from '../../src/db/study-partners.ts';
import { requireRole } from '../../src/http/authorise.ts';
import type { Env } from '../../src/http/env.ts';
import {
  acceptSharing,
  endSharing,
  offeredStudy,
  partnershipLink,
} from '../../src/http/partner-api.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { textIn } from '../../src/survey/language.ts';
import { accountTexts } from '../text/accounts/texts.ts';
import { shareTexts } from '../text/share/texts.ts';
import { emailProblem, formOf } from './account-form.ts';
import { accountFrame } from './account-frame.ts';
import { UsedUpPage } from './account-link-page.tsx';
import { designerLanguage } from './designer-language.ts';
import { DesignerPage } from './designer-page.tsx';
import { html } from './html.ts';
import { sharePage } from './share-pages.tsx';

const PATH = '/studies/:id/share/partners';

/** Sharing a study with other organisations: the forms of the card, and the link to accept. */
export const partnerPages = new Hono<Env>()
  .post(`${PATH}/invite`, invite)
  .post(`${PATH}/withdraw`, async (c) => {
    const { id } = await studyFor(c, 'share');
    const { invitation } = await formOf(c, ['invitation']);
    if (!(await deletePartnerInvitation(c.var.db, id, invitation))) {
      throw new Refusal(404, 'There is no such invitation.');
    }
    return back(c, id);
  })
  .post(`${PATH}/role`, async (c) => {
    const { id: studyId } = await studyFor(c, 'share');
    const { organisation: organisationId, role } = await formOf(c, ['organisation', 'role']);
    if (!(await changePartner(c.var.db, { studyId, organisationId }, roleOf(role)))) {
      throw new Refusal(404, 'The study is not shared with such an organisation.');
    }
    return back(c, studyId);
  })
  .post(`${PATH}/end`, async (c) => {
    const { id } = await studyFor(c, 'share');
    await endSharing(c, (await formOf(c, ['organisation'])).organisation);
    return back(c, id);
  })
  .post(`${PATH}/leave`, async (c) => {
    await studyFor(c, 'leave');
    await endSharing(c, c.var.principal!.organisation.id);
    return c.redirect('/studies', 303);
  })
  .get('/partnership/:token', offerPage)
  .post('/partnership/:token', async (c) => {
    const study = await acceptSharing(c, c.req.param('token'));
    return c.redirect(`/studies/${study}`, 303);
  });

async function invite(c: Context<Env>): Promise<Response> {
  const study = await studyFor(c, 'share');
  const { role: asked, partnerEmail } = await formOf(c, ['role', 'partnerEmail']);
  const role = roleOf(asked);
  const language = designerLanguage(c);
  const [say, text] = [shareTexts(language), accountTexts(language)];
  const { sendMail } = c.var.config;
  const email = sendMail && partnerEmail !== '' ? partnerEmail.toLowerCase() : null;
  const problem = email === null ? undefined : emailProblem(email, text);
  if (problem) return sharePage(c, study, { problem, typed: { partnerEmail } });
  const url = await partnershipLink(c, study, { role, email });
  if (!sendMail || email === null) return sharePage(c, study, { link: { url, failed: null } });
  const { title, defaultLanguage } = study.definition;
  const values = { study: textIn(title, language, defaultLanguage), owner: study.owner };
  const mail = { ...values, name: c.var.principal!.name, days: PARTNER_INVITATION_DAYS, link: url };
  try {
    await sendMail({
      to: email,
      subject: say('mailPartnerSubject', { study: values.study }),
      text: say('mailPartner', mail),
    });
  } catch {
    return sharePage(c, study, { link: { url, failed: text('mailFailed', { email }) } });
  }
  return sharePage(c, study, { notice: text('invitationSent', { email }) });
}

/** What the link of an invitation shows to an owner of another organisation. */
async function offerPage(c: Context<Env>): Promise<Response> {
  const { principal } = requireRole(c, null, 'people');
  const frame = accountFrame(c);
  const offer = await offeredStudy(c, c.req.param('token') ?? '');
  if (!offer) return html(c, <UsedUpPage {...frame} />, 410);
  const { study, role } = offer;
  const { title: name, defaultLanguage } = study.definition;
  const say = shareTexts(frame.language);
  const title = say('offerTitle', { study: textIn(name, frame.language, defaultLanguage) });
  const organisation = principal.organisation.name;
  const isOwn = study.organisationId === principal.organisation.id;
  return html(
    c,
    <DesignerPage {...frame} title={title} entry="designer">
      <div class="narrow">
        <h1>{title}</h1>
        {isOwn ? (
          <p class="problem">{say('offerOwn')}</p>
        ) : (
          <form method="post">
            <p>{say('offerLead', { owner: study.owner, organisation, role: frame.text(role) })}</p>
            <button class="btn primary">{say('offerAccept', { organisation })}</button>
          </form>
        )}
      </div>
    </DesignerPage>,
  );
}

function roleOf(text: string): SharedRole {
  const role = SHARED_ROLES.find((name) => name === text);
  if (!role) throw new Refusal(422, 'There is no such role.');
  return role;
}

function back(c: Context<Env>, id: string): Response {
  return c.redirect(`/studies/${id}/share?notice=saved#partners`, 303);
}
