import { Hono } from 'hono';
import type { ApiDescription } from '../../src/http/api-description.ts';
import type { Env } from '../../src/http/env.ts';
import { siteOrigin } from '../../src/http/site-origin.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { docsTexts } from '../text/docs/texts.ts';
import { designerLanguage } from './designer-language.ts';
import { type DocumentedApi, operationsOf } from './docs-operations.ts';
import { DocsPage } from './docs-page.tsx';
import { html } from './html.ts';

/** `/docs`: the API description to read and to search, without script. */
export function docsPages(read: () => Promise<ApiDescription>): Hono<Env> {
  return new Hono<Env>().get('/docs', async (c) => {
    const document = (await read()) as unknown as DocumentedApi;
    const language = designerLanguage(c);
    const search = (c.req.query('q') ?? '').trim().slice(0, 100);
    return html(
      c,
      <DocsPage
        {...{ language, search }}
        about={document.info.description}
        groups={operationsOf(document, search)}
        origin={siteOrigin(c)}
        say={designerTexts(language)}
        tell={docsTexts(language)}
        assets={c.var.config.assets}
      />,
    );
  });
}
