import { Hono } from 'hono';
import { countResponses } from '../../src/db/studies.ts';
import type { Env } from '../../src/http/env.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { EDITOR_TEXTS } from '../text/editor/texts.ts';
import { designerLanguage } from './designer-language.ts';
import { EditPage } from './edit-page.tsx';
import { html } from './html.ts';

/** The page on which the questions of a study are edited; without a script they can be read. */
export const editPages = new Hono<Env>().get('/studies/:id/edit', async (c) => {
  const study = await studyFor(c, 'read');
  const language = designerLanguage(c);
  const responses = await countResponses(c.var.db, study.id);
  const { role } = c.var.principal!;
  return html(
    c,
    <EditPage
      study={study}
      responses={responses}
      mayEdit={role === 'owner' || role === 'designer'}
      language={language}
      say={designerTexts(language)}
      texts={EDITOR_TEXTS[language]}
      assets={c.var.config.assets}
    />,
  );
});
