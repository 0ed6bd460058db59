import { type Context, Hono } from 'hono';
import type { JSX } from 'preact';
import { addMember } from '../../src/db/members.ts';
import { nameFirstOrganisation } from '../../src/db/organisations.ts';
import { isSetupLink, restoreSetupLink, useSetupLink } from '../../src/db/setup-link.ts';
import { authFor, PASSWORD_MIN } from '../../src/http/auth.ts';
import type { Config, Env } from '../../src/http/env.ts';
import { refuseForeignForm, takeCookies } from '../../src/http/principal.ts';
import { rateLimit } from '../../src/http/rate-limit.ts';
import { Field } from './account-field.tsx';
import {
  emailProblem,
  formOf,
  isSound,
  nameProblem,
  passwordProblem,
  type Problems,
} from './account-form.ts';
import { accountFrame, type AccountFrame } from './account-frame.ts';
import { EntryPage, UsedUpPage } from './account-link-page.tsx';
import { html } from './html.ts';

type FieldName = 'organisation' | 'name' | 'email' | 'password';

/** The set-up link of the first start: it makes the account that owns everything. */
export function setupPages(config: Config): Hono<Env> {
  const limit = rateLimit('signIns', config);
  return (
    new Hono<Env>()
      // Programs that look at links before people do only ever GET: that must not use it up.
      .get('/setup/:token', limit, async (c) => {
        const { db } = c.var;
        if (!(await isSetupLink(db, c.req.param('token'), config.now()))) return usedUp(c);
        return html(c, <SetupPage {...accountFrame(c)} />);
      })
      .post('/setup/:token', limit, async (c) => {
        refuseForeignForm(c);
        const frame = accountFrame(c);
        const form = await formOf(c, ['organisation', 'name', 'email', 'password']);
        const problems: Problems<FieldName> = {
          organisation: nameProblem(form.organisation, frame.text),
          name: nameProblem(form.name, frame.text),
          email: emailProblem(form.email, frame.text),
          password: passwordProblem(form.password, frame.text),
        };
        if (!(await isSetupLink(c.var.db, c.req.param('token'), config.now()))) return usedUp(c);
        if (!isSound(problems)) {
          return html(c, <SetupPage {...frame} values={form} problems={problems} />, 422);
        }
        return makeOwner(c, form);
      })
  );
}

async function makeOwner(
  c: Context<Env>,
  { organisation, name, email, password }: Record<FieldName, string>,
): Promise<Response> {
  const { db, config } = c.var;
  const token = c.req.param('token') ?? '';
  if (!(await useSetupLink(db, token, config.now()))) return usedUp(c);
  try {
    const { headers, response } = await authFor(c).api.signUpEmail({
      body: { name, email, password },
      headers: c.req.raw.headers,
      returnHeaders: true,
    });
    const { id } = await nameFirstOrganisation(db, organisation);
    const personId = response.user.id;
    await addMember(db, { organisationId: id, personId, role: 'owner' }, config.now());
    await takeCookies(c, headers);
  } catch (error) {
    await restoreSetupLink(db, token, config.now());
    throw error;
  }
  return c.redirect('/studies', 303);
}

function SetupPage(
  props: AccountFrame & {
    values?: Record<FieldName, string>;
    problems?: Problems<FieldName>;
  },
): JSX.Element {
  const { text, values, problems = {} } = props;
  return (
    <EntryPage {...props} title={text('setupTitle')}>
      <p>{text('setupLead')}</p>
      <section class="card box">
        <form method="post" class="fields">
          <Field
            name="organisation"
            label={text('organisation')}
            autocomplete="organization"
            hint={text('organisationHint')}
            value={values?.organisation}
            problem={problems.organisation}
          />
          <Field
            name="name"
            label={text('name')}
            autocomplete="name"
            value={values?.name}
            problem={problems.name}
          />
          <Field
            name="email"
            label={text('email')}
            type="email"
            autocomplete="username"
            value={values?.email}
            problem={problems.email}
          />
          <Field
            name="password"
            label={text('password')}
            type="password"
            autocomplete="new-password"
            hint={text('passwordHint', { min: PASSWORD_MIN })}
            problem={problems.password}
          />
          <button class="btn primary">{text('createAccount')}</button>
        </form>
      </section>
    </EntryPage>
  );
}

function usedUp(c: Context<Env>): Response {
  const frame = accountFrame(c);
  return html(c, <UsedUpPage {...frame} lead={frame.text('setupUsedLead')} />, 410);
}
