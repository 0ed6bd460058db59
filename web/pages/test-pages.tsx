import { type Context, Hono } from 'hono';
import { findStudyByCode, type Study } from '../../src/db/studies.ts';
import type { Env } from '../../src/http/env.ts';
import { localised } from '../../src/http/localised.ts';
import { qrSvg } from '../../src/http/qr-code.ts';
import { joinOrigin } from '../../src/http/site-origin.ts';
import { isTestKey, parseTestCode, testCodeOf } from '../../src/http/test-code.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { Welcome } from '../participant/welcome.tsx';
import { PARTICIPANT_TEXTS } from '../text/participant/texts.ts';
import { studyVoice, unknownPage } from './joined-study.tsx';
import { noticePage, participantPage } from './participant-page.tsx';
import { freshState } from './plain-form.ts';
import { takePlainForm } from './plain-flow.tsx';

/**
 * The participant's pages for trying a study out, whatever its status: the code in the address is
 * a test code, the answers are kept apart. Other codes are left to the pages that come after.
 */
export const testPages = new Hono<Env>()
  .get('/j/:code', async (c, next) => {
    const study = await tested(c);
    return study === undefined ? next() : study ? testPage(c, study) : unknownPage(c);
  })
  .post('/j/:code', async (c, next) => {
    const study = await tested(c);
    if (study === undefined) return next();
    if (!study) return unknownPage(c);
    return takePlainForm(c, study, `/j/${formatJoinCode(study.joinCode)}`);
  })
  .get('/r/:code/:receipt/qr.svg', async (c, next) => {
    if (!parseTestCode(c.req.param('code'))) return next();
    c.header('Content-Type', 'image/svg+xml');
    return c.body(qrSvg(joinOrigin(c) + c.req.path.replace(/\/qr\.svg$/, '')));
  })
  .get('/j/:code/receipt', donePage)
  .get('/r/:code/:receipt', donePage)
  .get('/r/:code/:receipt/withdraw', donePage);

/**
 * The study that a test code leads to, under that code and open; null when there is none, and
 * undefined for a code of another kind.
 */
async function tested(c: Context<Env>): Promise<Study | null | undefined> {
  const code = parseTestCode(c.req.param('code') ?? '');
  if (!code) return undefined;
  const study = await findStudyByCode(c.var.db, code.joinCode);
  const { secret } = c.var.config;
  if (!study || !(await isTestKey(secret, study, code.key))) return null;
  return { ...study, joinCode: await testCodeOf(secret, study), status: 'open' };
}

function testPage(c: Context<Env>, study: Study): Response {
  const voice = studyVoice(c, study);
  const { language, say, sayPage } = voice;
  const local = localised(study.definition, language, 'individual');
  const code = study.joinCode;
  return participantPage(c, {
    voice,
    title: local.title,
    name: local.title,
    banner: sayPage('testBanner'),
    data: { code, study: local, texts: PARTICIPANT_TEXTS[language].island },
    languages: local.languages,
    body: (
      <form class="flow" method="post" action={`/j/${formatJoinCode(code)}`}>
        <input
          type="hidden"
          name="state"
          value={JSON.stringify(freshState(local, c.var.config.now()))}
        />
        <input type="hidden" name="lang" value={language} />
        <Welcome study={local} code={code} say={say} />
      </form>
    ),
  });
}

/** What a test answer's receipt opens: nothing but the news that it has arrived. */
async function donePage(
  c: Context<Env>,
  next: () => Promise<void>,
): Promise<Response | undefined | void> {
  const study = await tested(c);
  if (study === undefined) return next();
  if (!study) return unknownPage(c);
  const voice = studyVoice(c, study);
  const { sayPage, language } = voice;
  return noticePage(c, voice, {
    title: sayPage('testTitle'),
    lead: sayPage('testLead'),
    status: 200,
    children: (
      <a class="btn ghost" href={`/j/${formatJoinCode(study.joinCode)}?lang=${language}`}>
        {sayPage('testBanner')}
      </a>
    ),
  });
}
