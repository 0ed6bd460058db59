import { type Context, Hono } from 'hono';
import type { Study } from '../../src/db/studies.ts';
import type { Config, Env } from '../../src/http/env.ts';
import { localised } from '../../src/http/localised.ts';
import { formatJoinCode, parseJoinCode } from '../../src/survey/join-code.ts';
import { LANGUAGES } from '../../src/survey/language.ts';
import { Welcome } from '../participant/welcome.tsx';
import { PARTICIPANT_TEXTS } from '../text/participant/texts.ts';
import { CodeEntry } from './code-entry.tsx';
import { findJoined, notOpenPage, pageVoice, studyVoice, unknownPage } from './joined-study.tsx';
import { participantPage } from './participant-page.tsx';
import { freshState } from './plain-form.ts';
import { takePlainForm } from './plain-flow.tsx';
import { receiptPages } from './receipt-pages.tsx';

/** All that somebody who answers sees: from the code to the receipt, with or without a script. */
export function participantPages(config: Config): Hono<Env> {
  return new Hono<Env>()
    .get('/', (c) => codePage(c))
    .get('/j', (c) => {
      const typed = c.req.query('code') ?? '';
      const code = parseJoinCode(typed);
      const lang = pageVoice(c).language;
      if (code) return c.redirect(`/j/${formatJoinCode(code)}?lang=${lang}`, 303);
      return codePage(c, typed);
    })
    .get('/j/:code', async (c) => {
      const study = await findJoined(c);
      if (!study) return unknownPage(c);
      if (study.status !== 'open') return notOpenPage(c, study);
      return welcomePage(c, study);
    })
    .post('/j/:code', async (c) => {
      const study = await findJoined(c);
      if (!study) return unknownPage(c);
      if (study.status !== 'open') return notOpenPage(c, study);
      return takePlainForm(c, study, `/j/${formatJoinCode(study.joinCode)}`);
    })
    .route('/', receiptPages(config));
}

function codePage(c: Context<Env>, typed?: string): Response {
  const voice = pageVoice(c);
  const { sayPage } = voice;
  return participantPage(c, {
    voice,
    title: sayPage('joinTitle'),
    languages: LANGUAGES,
    status: typed ? 404 : 200,
    body: (
      <CodeEntry
        voice={voice}
        title={sayPage('joinTitle')}
        lead={sayPage('joinLead')}
        label={sayPage('code')}
        hint={sayPage('codeHint')}
        action="/j"
        method="get"
        value={typed ?? ''}
        issue={typed ? sayPage('codeWrong') : undefined}
      >
        <p class="minor">
          {sayPage('designers')} <a href="/studies">{sayPage('designersLink')}</a>
        </p>
      </CodeEntry>
    ),
  });
}

function welcomePage(c: Context<Env>, study: Study): Response {
  const voice = studyVoice(c, study);
  const { language, say, sayPage } = voice;
  const note = study.synthetic ? sayPage('synthetic') : undefined;
  const local = localised(study.definition, language, 'individual');
  const state = freshState(local, c.var.config.now());
  return participantPage(c, {
    voice,
    title: local.title,
    name: local.title,
    data: { code: study.joinCode, study: local, texts: PARTICIPANT_TEXTS[language].island },
    languages: local.languages,
    body: (
      <form class="flow" method="post" action={`/j/${formatJoinCode(study.joinCode)}`}>
        <input type="hidden" name="state" value={JSON.stringify(state)} />
        <input type="hidden" name="lang" value={language} />
        <Welcome study={local} code={study.joinCode} say={say} note={note} />
      </form>
    ),
  });
}
