import { type Context, Hono } from 'hono';
import { changeDistribution } from '../../src/db/distribution.ts';
import {
  countInvitations,
  deleteInvitations,
  showableCounts,
} from '../../src/db/study-invitations.ts';
import type { Study } from '../../src/db/studies.ts';
import { listPartnerInvitations, listPartners } from '../../src/db/study-partners.ts';
import { addressList } from '../../src/survey/address-list.ts';
import type { Env } from '../../src/http/env.ts';
import { readFields } from '../../src/http/form-body.ts';
import { mayDoTo } from '../../src/http/authorise.ts';
import { invite, sendLinks } from '../../src/http/invite.ts';
import { joinUrl, qrSvg } from '../../src/http/qr-code.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { joinOrigin } from '../../src/http/site-origin.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { DistributionChange, distributionProblems } from '../../src/survey/distribution.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { textIn } from '../../src/survey/language.ts';
import { isTimeZone, momentOf } from '../../src/survey/zoned-time.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { type SayShare, shareTexts } from '../text/share/texts.ts';
import { designerLanguage } from './designer-language.ts';
import { html } from './html.ts';
import type { Sharing } from './share-card.tsx';
import { SharePage } from './share-page.tsx';
import { TableCardsPage } from './table-cards-page.tsx';

/** The page about sharing, its forms, and the table cards to print. They work without script. */
export const sharePages = new Hono<Env>()
  .get('/studies/:id/share', async (c) => sharePage(c, await studyFor(c, 'read')))
  .get('/studies/:id/cards', async (c) => tableCards(c, await studyFor(c, 'read')))
  .post('/studies/:id/share/times', (c) =>
    take(c, 'times', (fields, study, say) => {
      const zone = fields['zone'] ?? '';
      if (!isTimeZone(zone)) return say('zoneWrong');
      const change: DistributionChange = { timeZone: zone };
      for (const key of ['opensAt', 'closesAt'] as const) {
        const typed = fields[key] ?? '';
        const time = typed === '' ? null : momentOf(typed, zone);
        if (typed !== '' && !time) return say('timeWrong');
        // A time that stays as it is may be passing at this moment.
        const before = study.distribution[key];
        if (time?.getTime() !== before?.getTime()) change[key] = time;
      }
      return change;
    }),
  )
  .post('/studies/:id/share/quotas', (c) =>
    take(c, 'quotas', (fields, _, say) => {
      const typed = Object.entries(fields).filter(([, value]) => value !== '');
      const numbers = typed.filter(([name]) => name !== 'question');
      if (numbers.some(([, value]) => !/^[1-9]\d{0,6}$/.test(value))) return say('quotaWrong');
      const limits = Object.fromEntries(
        numbers.flatMap(([name, value]) =>
          name.startsWith('value:') ? [[name.slice('value:'.length), Number(value)]] : [],
        ),
      );
      const question = fields['question'];
      const segment = question && Object.keys(limits).length > 0 ? { question, limits } : null;
      const total = fields['total'] ? Number(fields['total']) : null;
      return { quotas: total === null && segment === null ? null : { total, segment } };
    }),
  )
  .post('/studies/:id/share/access', (c) =>
    take(c, 'links', (fields) => ({ access: fields['invited'] ? 'invited' : 'open' })),
  )
  .post('/studies/:id/share/website', (c) =>
    take(c, 'website', (fields, _, say) => {
      const embedOrigins = (fields['origins'] ?? '')
        .split(/[\s,;]+/)
        .map((origin) => origin.replace(/\/$/, ''))
        .filter((origin) => origin !== '');
      const change = DistributionChange.safeParse({ embedOrigins });
      return change.success ? change.data : say('originWrong');
    }),
  )
  .post('/studies/:id/share/links', makeLinks)
  .post('/studies/:id/share/links/send', sendForm)
  .post('/studies/:id/share/links/delete', async (c) => {
    const { id } = await studyFor(c, 'run');
    await deleteInvitations(c.var.db, id);
    return saved(c, id, 'links');
  });

type Fields = Record<string, string>;

/** Carries out what a form of the page asks for, or shows the page again with what is wrong. */
async function take(
  c: Context<Env>,
  card: string,
  read: (fields: Fields, study: Study, say: SayShare) => DistributionChange | string,
): Promise<Response> {
  const study = await studyFor(c, 'run');
  const fields = await fieldsOf(c);
  const say = shareTexts(designerLanguage(c));
  const change = read(fields, study, say);
  if (typeof change === 'string') return sharePage(c, study, { problem: change, typed: fields });
  const { definition, distribution } = study;
  const now = c.var.config.now();
  const [first] = distributionProblems(definition, distribution, change, now);
  if (first) {
    const place = first.path[0];
    const isTime = place === 'opensAt' || place === 'closesAt';
    const passed = isTime && (change[place] ?? now) <= now;
    const key = passed ? 'timePassed' : isTime ? 'timeCrossed' : 'quotaWrong';
    return sharePage(c, study, { problem: say(key), typed: fields });
  }
  await changeDistribution(c.var.db, study.id, change);
  return saved(c, study.id, card);
}

function saved(c: Context<Env>, id: string, card: string, notice = 'saved'): Response {
  return c.redirect(`/studies/${id}/share?notice=${notice}#${card}`, 303);
}

async function fieldsOf(c: Context<Env>): Promise<Fields> {
  const body = await readFields(c);
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
}

async function makeLinks(c: Context<Env>): Promise<Response> {
  const study = await studyFor(c, 'run');
  const typed = await fieldsOf(c);
  const say = shareTexts(designerLanguage(c));
  const refuse = (problem: string) => sharePage(c, study, { problem, typed });
  const { addresses, wrong } = addressList(typed['addresses'] ?? '');
  if (wrong.length > 0) return refuse(say('addressWrong', { list: wrong.slice(0, 5).join(', ') }));
  const links = Number(typed['count'] || 0);
  if (addresses.length === 0 && !(Number.isInteger(links) && links >= 1 && links <= 5000)) {
    return refuse(say('nothingWanted'));
  }
  const wanted = addresses.length > 0 ? { addresses } : { links };
  const made = await invite(c.var.db, c.var.config, study, wanted);
  if (!('problem' in made)) return saved(c, study.id, 'links');
  const { minCell } = study.definition.privacy;
  return refuse(made.problem === 'too-few' ? say('tooFew', { n: minCell }) : say('tooMany'));
}

async function sendForm(c: Context<Env>): Promise<Response> {
  const study = await studyFor(c, 'personal');
  const typed = await fieldsOf(c);
  const say = shareTexts(designerLanguage(c));
  const { sendMail, ...config } = c.var.config;
  const subject = (typed['subject'] ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 150);
  const text = (typed['text'] ?? '').replaceAll('\r\n', '\n').trim().slice(0, 5000);
  const refuse = (problem: string) => sharePage(c, study, { problem, typed });
  if (!sendMail) return refuse(say('sendNone'));
  if (study.status !== 'open') return refuse(say('sendNotOpen'));
  if (subject === '' || text === '') return refuse(say('messageWrong'));
  const mailing = { ...config, sendMail };
  const all = await sendLinks(c.var.db, mailing, study, joinOrigin(c), { subject, text });
  return saved(c, study.id, 'links', all ? 'sent' : 'sentPartly');
}

/** The page about sharing, again with what was wrong, or with a link that was just made. */
export async function sharePage(
  c: Context<Env>,
  study: Study,
  shown: { problem?: string; typed?: Fields; link?: Sharing['link']; notice?: string } = {},
): Promise<Response> {
  const { problem, typed = {} } = shown;
  const language = designerLanguage(c);
  const say = shareTexts(language);
  const { definition, distribution } = study;
  const counts = await countInvitations(c.var.db, study.id);
  const asked = c.req.query('by') ?? typed['question'];
  const limited = distribution.quotas?.segment?.question ?? null;
  const planned = definition.workshop.timezone;
  const notice = (['saved', 'sent', 'sentPartly'] as const).find(
    (key) => key === c.req.query('notice'),
  );
  const url = joinUrl(joinOrigin(c), study.joinCode);
  return html(
    c,
    <SharePage
      study={study}
      join={{ url, short: `${new URL(url).host}/j`, qr: qrSvg(url) }}
      counts={showableCounts(counts, definition.privacy.minCell)}
      mayChange={mayDoTo(c.var.principal, study, 'run')}
      seesAddresses={mayDoTo(c.var.principal, study, 'personal')}
      sharing={await sharingOf(c, study, shown.link)}
      sendsMail={c.var.config.sendMail !== undefined}
      quotaQuestion={asked === undefined ? limited : asked || null}
      zone={distribution.timeZone ?? (isTimeZone(planned) ? planned : 'UTC')}
      now={c.var.config.now()}
      typed={typed}
      language={language}
      say={say}
      sayDesigner={designerTexts(language)}
      assets={c.var.config.assets}
      notice={shown.notice ?? (problem === undefined && notice ? say(notice) : undefined)}
      problem={problem}
    />,
    problem === undefined ? 200 : 422,
  );
}

async function sharingOf(c: Context<Env>, study: Study, link: Sharing['link']): Promise<Sharing> {
  const { db, config, principal } = c.var;
  const mayShare = mayDoTo(principal, study, 'share');
  return {
    partners: await listPartners(db, study.id),
    invitations: mayShare ? await listPartnerInvitations(db, study.id, config.now()) : [],
    mayShare,
    mayLeave: mayDoTo(principal, study, 'leave'),
    ...(link && { link }),
  };
}

const MOST_TABLES = 200;
const PER_SHEET = [1, 2, 4, 8] as const;

function tableCards(c: Context<Env>, study: Study): Response {
  const language = designerLanguage(c);
  const say = shareTexts(language);
  const typed = (c.req.query('names') ?? '').split(/[\r\n]+/).map((name) => name.trim());
  const names = [...new Set(typed.filter((name) => name !== ''))].map((name) => name.slice(0, 40));
  const tables = Number(c.req.query('tables') ?? 8);
  const wanted =
    names.length > 0 ? names : Array.from({ length: tables || 0 }, (_, index) => `${index + 1}`);
  if (wanted.length < 1 || wanted.length > MOST_TABLES) throw new Refusal(422, say('cardsWrong'));
  const url = joinUrl(joinOrigin(c), study.joinCode);
  const page = (
    <TableCardsPage
      title={textIn(study.definition.title, language, study.definition.defaultLanguage)}
      back={`/studies/${study.id}/share`}
      code={formatJoinCode(study.joinCode)}
      short={`${new URL(url).host}/j`}
      cards={wanted.map((name) => ({
        name,
        qr: qrSvg(`${url}?table=${encodeURIComponent(name)}`),
      }))}
      per={PER_SHEET.find((per) => String(per) === c.req.query('per')) ?? 4}
      language={language}
      say={say}
      assets={c.var.config.assets}
    />
  );
  return html(c, page);
}
