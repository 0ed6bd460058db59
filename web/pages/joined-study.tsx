import type { Context } from 'hono';
import { onSchedule } from '../../src/db/schedule.ts';
import { findStudyByCode, type Study } from '../../src/db/studies.ts';
import type { Env } from '../../src/http/env.ts';
import { formatJoinCode, parseJoinCode } from '../../src/survey/join-code.ts';
import { LANGUAGES } from '../../src/survey/language.ts';
import { participantLanguage } from './participant-language.ts';
import { noticePage, type Voice, voiceOf } from './participant-page.tsx';
import { zonedText } from './zoned-text.ts';

/** The study whose join code stands in the address, or null. */
export async function findJoined(c: Context<Env>): Promise<Study | null> {
  const code = parseJoinCode(c.req.param('code') ?? '');
  const found = code ? await findStudyByCode(c.var.db, code) : null;
  return onSchedule(c.var.db, found, c.var.config.now());
}

/** The words of a page outside any study. */
export function pageVoice(c: Context<Env>): Voice {
  return voiceOf(participantLanguage(c, LANGUAGES, 'en'));
}

/** The words of a page about a study, in the reader's language if the study speaks it. */
export function studyVoice(c: Context<Env>, { definition }: Study): Voice {
  const { languages, defaultLanguage } = definition;
  return voiceOf(participantLanguage(c, languages, defaultLanguage));
}

/** No study has this code. */
export function unknownPage(c: Context<Env>): Response {
  const voice = pageVoice(c);
  const { sayPage, language } = voice;
  return noticePage(c, voice, {
    title: sayPage('unknownTitle'),
    lead: sayPage('unknownLead'),
    status: 404,
    children: (
      <a class="btn primary" href={`/?lang=${language}`}>
        {sayPage('home')}
      </a>
    ),
  });
}

/** A study that takes no answers: not yet, or no more. */
export function notOpenPage(c: Context<Env>, study: Study): Response {
  const voice = studyVoice(c, study);
  const { say, sayPage, language } = voice;
  const closed = study.status === 'closed';
  return noticePage(c, voice, {
    title: sayPage(closed ? 'closedTitle' : 'draftTitle'),
    lead: [sayPage(closed ? 'closedLead' : 'draftLead'), ...timesOf(study, voice)].join(' '),
    status: closed ? 410 : 404,
    children: closed ? (
      <a class="btn ghost" href={`/j/${formatJoinCode(study.joinCode)}/receipt?lang=${language}`}>
        {say('haveReceipt')}
      </a>
    ) : (
      <a class="btn primary" href={`/j/${formatJoinCode(study.joinCode)}?lang=${language}`}>
        {sayPage('retry')}
      </a>
    ),
  });
}

/** When a study opened, opens, or closed, as far as that was planned. */
function timesOf({ status, closedAt, distribution }: Study, voice: Voice): string[] {
  const { opensAt, timeZone } = distribution;
  if (!timeZone) return [];
  const tell = (moment: Date) => zonedText(moment, timeZone, voice.language);
  return [
    status === 'closed' && closedAt && voice.sayPage('closedOn', { time: tell(closedAt) }),
    opensAt && voice.sayPage('opensOn', { time: tell(opensAt) }),
  ].filter((text) => typeof text === 'string');
}

/** Why somebody cannot answer a study that is open. */
export type Turned = 'full' | 'uninvited' | 'used' | 'locked';

/** A friendly page for somebody whose answers are not taken; it tells no numbers. */
export function turnedPage(c: Context<Env>, study: Study, reason: Turned): Response {
  const voice = studyVoice(c, study);
  const { say, sayPage, language } = voice;
  return noticePage(c, voice, {
    title: sayPage(`${reason}Title`),
    lead: sayPage(`${reason}Lead`),
    status: reason === 'full' ? 200 : 403,
    children: reason === 'used' && (
      <a class="btn ghost" href={`/j/${formatJoinCode(study.joinCode)}/receipt?lang=${language}`}>
        {say('haveReceipt')}
      </a>
    ),
  });
}
