import { Hono } from 'hono';
import { studyVersions } from '../../src/db/change-study.ts';
import { countResponses } from '../../src/db/studies.ts';
import { countTestResponses } from '../../src/db/test-responses.ts';
import type { Env } from '../../src/http/env.ts';
import { joinOrigin } from '../../src/http/site-origin.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { testCodeOf } from '../../src/http/test-code.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
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
  const code = formatJoinCode(await testCodeOf(c.var.config.secret, study));
  c.set('showsPreview', true);
  return html(
    c,
    <EditPage
      study={study}
      responses={responses}
      test={{
        url: `${joinOrigin(c)}/j/${code}?lang=${study.definition.defaultLanguage}`,
        answers: await countTestResponses(c.var.db, study.id),
      }}
      versions={await studyVersions(c.var.db, study.id)}
      mayEdit={role === 'owner' || role === 'designer'}
      language={language}
      say={designerTexts(language)}
      texts={EDITOR_TEXTS[language]}
      assets={c.var.config.assets}
    />,
  );
});
