import { Hono } from 'hono';
import type { Env } from '../../src/http/env.ts';
import { localised } from '../../src/http/localised.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { Welcome } from '../participant/welcome.tsx';
import { editorTexts } from '../text/editor/texts.ts';
import { PARTICIPANT_TEXTS } from '../text/participant/texts.ts';
import { studyVoice } from './joined-study.tsx';
import { participantPage } from './participant-page.tsx';

/** The receipt on the last page of a preview: nobody's. */
const SAMPLE = '0000-0000-0000';

/**
 * A study as participants see it, for its designers, framed by the page on which it is edited. The
 * script keeps what is answered in the browser and sends nothing.
 */
export const previewPages = new Hono<Env>().get('/studies/:id/preview', async (c) => {
  const study = await studyFor(c, 'read');
  const voice = studyVoice(c, study);
  const { language, say } = voice;
  const local = localised(study.definition, language, 'individual');
  // No study's: drafts of a preview are kept apart from real ones on the same device.
  const code = `PRE${study.joinCode.slice(3)}`;
  c.set('frameAncestors', ["'self'"]);
  return participantPage(c, {
    voice,
    title: local.title,
    name: local.title,
    banner: editorTexts(language)('previewBanner'),
    data: {
      code,
      study: local,
      texts: PARTICIPANT_TEXTS[language].island,
      preview: SAMPLE,
    },
    body: (
      <form class="flow">
        <Welcome study={local} code={code} say={say} />
      </form>
    ),
  });
});
