import { type Context, Hono } from 'hono';
import { isFull } from '../../src/db/limited-responses.ts';
import { publicEvents } from '../../src/db/room/registrations.ts';
import { invitationState } from '../../src/db/study-invitations.ts';
import type { Study } from '../../src/db/studies.ts';
import type { Config, Env } from '../../src/http/env.ts';
import { invitationHash } from '../../src/http/invitation-token.ts';
import { localised } from '../../src/http/localised.ts';
import { formatJoinCode, parseJoinCode } from '../../src/survey/join-code.ts';
import { LANGUAGES } from '../../src/survey/language.ts';
import { Welcome } from '../participant/welcome.tsx';
import { PARTICIPANT_TEXTS } from '../text/participant/texts.ts';
import { CodeEntry } from './code-entry.tsx';
import {
  findJoined,
  notOpenPage,
  pageVoice,
  studyVoice,
  turnedPage,
  unknownPage,
} from './joined-study.tsx';
import { participantPage } from './participant-page.tsx';
import { freshState } from './plain-form.ts';
import { takePlainForm } from './plain-flow.tsx';
import { receiptPages } from './receipt-pages.tsx';
import { roomAddress } from './room-address.ts';
import { eventPages } from './event-pages.tsx';
import { floorPages } from './floor-pages.tsx';
import { ideasPages } from './ideas-pages.tsx';
import { seatPages } from './room-seat-pages.tsx';
import { zonedText } from './zoned-text.ts';

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
      const room = await roomAddress(c, study);
      if (room) return c.redirect(room, 303);
      if (study.distribution.access === 'invited') return turnedPage(c, study, 'uninvited');
      return welcomePage(c, study);
    })
    .get('/j/:code/i/:token', async (c) => {
      const study = await findJoined(c);
      if (!study) return unknownPage(c);
      if (study.status !== 'open') return notOpenPage(c, study);
      const token = c.req.param('token');
      const hash = await invitationHash(token);
      const state = hash && (await invitationState(c.var.db, study.id, hash));
      if (state !== 'unused') return turnedPage(c, study, state ? 'used' : 'uninvited');
      return welcomePage(c, study, token);
    })
    .get('/j/:code/turned/:reason', async (c) => {
      const study = await findJoined(c);
      const reason = (['full', 'used', 'uninvited', 'locked'] as const).find(
        (candidate) => candidate === c.req.param('reason'),
      );
      return study && reason ? turnedPage(c, study, reason) : unknownPage(c);
    })
    .post('/j/:code', async (c) => {
      const study = await findJoined(c);
      if (!study) return unknownPage(c);
      if (study.status !== 'open') return notOpenPage(c, study);
      return takePlainForm(c, study, `/j/${formatJoinCode(study.joinCode)}`);
    })
    .route('/', seatPages)
    .route('/', ideasPages)
    .route('/', floorPages)
    .route('/', eventPages(config))
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

async function welcomePage(c: Context<Env>, study: Study, invitation?: string): Promise<Response> {
  if (await isFull(c.var.db, study)) return turnedPage(c, study, 'full');
  const voice = studyVoice(c, study);
  const { language, say, sayPage } = voice;
  const note = study.synthetic ? sayPage('synthetic') : undefined;
  const local = localised(study.definition, language, 'individual');
  const table = c.req.query('table')?.trim().slice(0, 40);
  const state = {
    ...freshState(local, c.var.config.now()),
    ...(invitation && { invitation }),
    ...(table && { table }),
  };
  const { closesAt, timeZone, embedOrigins } = study.distribution;
  const framed = c.req.query('embed') !== undefined && embedOrigins.length > 0;
  if (framed) c.set('frameAncestors', embedOrigins);
  const root = `/j/${formatJoinCode(study.joinCode)}`;
  const events = await publicEvents(c.var.db, study.id, c.var.config.now());
  const facts = [sayPage('storedLead')];
  if (closesAt && timeZone) {
    facts.push(sayPage('answerUntil', { time: zonedText(closesAt, timeZone, language) }));
  }
  if (invitation) facts.push(sayPage('invitedLead'));
  return participantPage(c, {
    voice,
    title: local.title,
    name: local.title,
    framed,
    data: {
      code: study.joinCode,
      study: local,
      texts: PARTICIPANT_TEXTS[language].island,
      ...(invitation && { invitation }),
      ...(table && { table }),
    },
    languages: local.languages,
    body: (
      <form class="flow" method="post" action={root}>
        <input type="hidden" name="state" value={JSON.stringify(state)} />
        <input type="hidden" name="lang" value={language} />
        <Welcome
          study={local}
          code={study.joinCode}
          say={say}
          note={note}
          facts={facts}
          events={events.map(({ id, name }) => ({ name, path: `${root}/event/${id}` }))}
        />
      </form>
    ),
  });
}
