import { type Context, Hono } from 'hono';
import { findResponseByReceipt, withdrawResponse } from '../../src/db/responses.ts';
import type { Study } from '../../src/db/studies.ts';
import type { Config, Env } from '../../src/http/env.ts';
import { readFields } from '../../src/http/form-body.ts';
import { localised } from '../../src/http/localised.ts';
import { qrSvg } from '../../src/http/qr-code.ts';
import { limitGuesses } from '../../src/http/rate-limit.ts';
import { parseReceipt, receiptHash } from '../../src/http/receipt.ts';
import { joinOrigin } from '../../src/http/site-origin.ts';
import { formatJoinCode, parseJoinCode } from '../../src/survey/join-code.ts';
import { receiptPath } from '../participant/receipt-card.tsx';
import { PARTICIPANT_TEXTS } from '../text/participant/texts.ts';
import { CodeEntry } from './code-entry.tsx';
import { findJoined, notOpenPage, pageVoice, studyVoice, unknownPage } from './joined-study.tsx';
import { participantLanguage } from './participant-language.ts';
import { noticePage, participantPage, voiceOf } from './participant-page.tsx';
import { takePlainForm } from './plain-flow.tsx';
import { ReceiptPage } from './receipt-page.tsx';

/** What a receipt opens: somebody's own answers, to see, change or withdraw them. */
export function receiptPages(config: Config): Hono<Env> {
  const guesses = limitGuesses('receipts', config);
  return new Hono<Env>()
    .get('/j/:code/receipt', async (c) => {
      const study = await findJoined(c);
      return study && study.status !== 'draft' ? receiptEntry(c, study) : unknownPage(c);
    })
    .post('/j/:code/receipt', guesses, async (c) => {
      const study = await findJoined(c);
      if (!study || study.status === 'draft') return unknownPage(c);
      const typed = String((await readFields(c))['code'] ?? '');
      const receipt = parseReceipt(typed);
      const response = receipt && (await findByReceipt(c, study, receipt));
      if (!response) return receiptEntry(c, study, typed);
      const { language } = studyVoice(c, study);
      return c.redirect(`${receiptPath(study.joinCode, receipt)}?lang=${language}`, 303);
    })
    .get('/r/:code/:receipt', guesses, async (c) => receiptPage(c))
    .post('/r/:code/:receipt', guesses, async (c) => {
      const found = await findOwn(c);
      if (!found) return unknownReceipt(c);
      const { study, receipt, response } = found;
      if (study.status !== 'open') return notOpenPage(c, study);
      if (!response.answers) return withdrawnPage(c, study);
      return takePlainForm(c, study, receiptPath(study.joinCode, receipt), receipt);
    })
    .get('/r/:code/:receipt/qr.svg', (c) => {
      const code = parseJoinCode(c.req.param('code'));
      const receipt = parseReceipt(c.req.param('receipt'));
      if (!code || !receipt) return c.notFound();
      c.header('Content-Type', 'image/svg+xml');
      c.header('Cache-Control', 'private, max-age=86400');
      return c.body(qrSvg(joinOrigin(c) + receiptPath(code, receipt)));
    })
    .get('/r/:code/:receipt/withdraw', guesses, async (c) => {
      const found = await findOwn(c);
      if (!found) return unknownReceipt(c);
      const { study, receipt, response } = found;
      if (study.status !== 'open') return notOpenPage(c, study);
      if (!response.answers) return withdrawnPage(c, study);
      return withdrawPage(c, study, receiptPath(study.joinCode, receipt));
    })
    .post('/r/:code/:receipt/withdraw', guesses, async (c) => {
      const found = await findOwn(c);
      if (!found) return unknownReceipt(c);
      const { study, receipt, response } = found;
      const done = await withdrawResponse(c.var.db, study.id, response.id, config.now());
      if (!done) return notOpenPage(c, study);
      const { language } = studyVoice(c, study);
      return c.redirect(`${receiptPath(study.joinCode, receipt)}/withdraw?lang=${language}`, 303);
    });
}

function findByReceipt(c: Context<Env>, study: Study, receipt: string) {
  return receiptHash(c.var.config.secret, receipt).then((hash) =>
    findResponseByReceipt(c.var.db, study.id, hash),
  );
}

async function findOwn(c: Context<Env>) {
  const study = await findJoined(c);
  const receipt = parseReceipt(c.req.param('receipt') ?? '');
  const response = study && receipt && (await findByReceipt(c, study, receipt));
  return study && receipt && response ? { study, receipt, response } : null;
}

function unknownReceipt(c: Context<Env>): Response {
  const voice = pageVoice(c);
  const { sayPage, language } = voice;
  return noticePage(c, voice, {
    title: sayPage('receiptTitle'),
    lead: sayPage('receiptWrong'),
    status: 404,
    children: (
      <a class="btn primary" href={`/j/${c.req.param('code')}/receipt?lang=${language}`}>
        {sayPage('retry')}
      </a>
    ),
  });
}

function receiptEntry(c: Context<Env>, study: Study, typed?: string): Response {
  const voice = studyVoice(c, study);
  const { sayPage } = voice;
  return participantPage(c, {
    voice,
    title: sayPage('receiptTitle'),
    name: localised(study.definition, voice.language, 'individual').title,
    languages: study.definition.languages,
    status: typed === undefined ? 200 : 404,
    body: (
      <CodeEntry
        voice={voice}
        title={sayPage('receiptTitle')}
        lead={sayPage('receiptLead')}
        label={voice.say('receipt')}
        hint={sayPage('receiptHint')}
        action={`/j/${formatJoinCode(study.joinCode)}/receipt?lang=${voice.language}`}
        method="post"
        value={typed ?? ''}
        issue={typed === undefined ? undefined : sayPage('receiptWrong')}
      />
    ),
  });
}

async function receiptPage(c: Context<Env>): Promise<Response> {
  const found = await findOwn(c);
  if (!found) return unknownReceipt(c);
  const { study, receipt, response } = found;
  if (!response.answers) return withdrawnPage(c, study);
  const { languages, defaultLanguage } = study.definition;
  const fallback = languages.find((language) => language === response.locale) ?? defaultLanguage;
  const asked = c.req.query('lang') ?? fallback;
  const voice = voiceOf(participantLanguage(c, languages, fallback, asked));
  const local = localised(study.definition, voice.language, response.voice);
  const answers = { ...response.answers, ...response.personal };
  const shown = response.shown ?? {};
  const { id, revision } = response;
  const state = { id, base: revision, started: c.var.config.now().getTime(), answers, shown };
  const open = study.status === 'open';
  const sent = c.req.query('sent') !== undefined;
  return participantPage(c, {
    voice,
    title: sent ? voice.say('arrived') : voice.sayPage('yourAnswers'),
    name: local.title,
    languages,
    ...(open && {
      data: {
        code: study.joinCode,
        study: local,
        texts: PARTICIPANT_TEXTS[voice.language].island,
        stored: { id, revision, receipt, answers, shown },
      },
    }),
    body: (
      <ReceiptPage
        study={local}
        code={study.joinCode}
        receipt={receipt}
        origin={joinOrigin(c)}
        answers={answers}
        open={open}
        sent={sent}
        voice={voice}
        state={JSON.stringify(state)}
      />
    ),
  });
}

function withdrawPage(c: Context<Env>, study: Study, path: string): Response {
  const voice = studyVoice(c, study);
  const { sayPage, language } = voice;
  return participantPage(c, {
    voice,
    title: sayPage('withdrawTitle'),
    body: (
      <form class="flow" method="post" action={`${path}/withdraw?lang=${language}`}>
        <main class="main end">
          <h1>{sayPage('withdrawTitle')}</h1>
          <p class="hint">{sayPage('withdrawLead')}</p>
          <p class="actions">
            <button class="btn danger">{sayPage('withdrawYes')}</button>
            <a class="btn ghost" href={`${path}?lang=${language}`}>
              {sayPage('withdrawNo')}
            </a>
          </p>
        </main>
      </form>
    ),
  });
}

function withdrawnPage(c: Context<Env>, study: Study): Response {
  const voice = studyVoice(c, study);
  const { sayPage, language } = voice;
  return noticePage(c, voice, {
    title: sayPage('withdrawnTitle'),
    lead: sayPage('withdrawnLead'),
    status: 200,
    children: (
      <a class="btn ghost" href={`/j/${formatJoinCode(study.joinCode)}?lang=${language}`}>
        {voice.say('next')}
      </a>
    ),
  });
}
