import { type Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { isNew } from '../../src/db/setup-link.ts';
import type { Env } from '../../src/http/env.ts';
import { accountFrame } from './account-frame.ts';
import { DesignerPage } from './designer-page.tsx';
import { html } from './html.ts';
import { SignInPage } from './sign-in-page.tsx';

/** Pages for signed-in people show everybody else how to get in; forms are refused as usual. */
export const signInFirst = createMiddleware<Env>(async (c, next) => {
  if (c.var.principal || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return next();
  if (c.var.session) return withoutOrganisation(c);
  const query = new URL(c.req.url).search;
  return signInPage(c, { next: c.req.path + query, status: 401, path: c.req.path });
});

/** The page to sign in on. */
export async function signInPage(
  c: Context<Env>,
  options: {
    next: string;
    path?: string;
    email?: string;
    problem?: string;
    done?: string;
    status?: ContentfulStatusCode;
  },
): Promise<Response> {
  const { path = '/sign-in', status = 200, ...rest } = options;
  const { config, db } = c.var;
  const page = (
    <SignInPage
      {...accountFrame(c, path)}
      {...rest}
      isNew={await isNew(db)}
      hasMail={!!config.sendMail}
      oidc={config.oidc?.name ?? null}
    />
  );
  return html(c, page, status);
}

/** Somebody has an account, but no organisation to work in. */
function withoutOrganisation(c: Context<Env>): Response {
  const frame = accountFrame(c);
  const { text } = frame;
  const email = c.var.session?.person.email ?? '';
  return html(
    c,
    <DesignerPage {...frame} title={text('noOrganisation')} entry="designer">
      <div class="narrow">
        <h1>{text('noOrganisation')}</h1>
        <p>{text('noOrganisationLead', { email })}</p>
      </div>
    </DesignerPage>,
    403,
  );
}
