import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Env } from './env.ts';

type Markup = ReturnType<typeof html>;

/**
 * A small page without script for what has no page of its own: set-up, sign-in, errors, API docs.
 *
 * @param body markup made with hono's `html`, which escapes what is put into it
 */
export async function plainPage(
  c: Context<Env>,
  title: string,
  body: Markup,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const sheets = (c.var.config.assets['designer']?.css ?? []).map(
    (href) => html`<link rel="stylesheet" href="${href}" />`,
  );
  const page = await html`${raw('<!doctype html>')}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Plenary</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${sheets}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
  return c.html(page, status);
}
