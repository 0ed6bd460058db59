import { type Context, Hono } from 'hono';
import { findEvent, type RoomEvent } from '../../src/db/room/events.ts';
import { publicEvent, withdrawRegistration } from '../../src/db/room/registrations.ts';
import type { Config, Env } from '../../src/http/env.ts';
import { readForm } from '../../src/http/form-body.ts';
import { rateLimit } from '../../src/http/rate-limit.ts';
import { BASE32, parseReceipt } from '../../src/http/receipt.ts';
import { ownRegistration } from '../../src/http/room-registration.ts';
import { takeRegistration } from '../../src/http/room-registration-api.ts';
import { isLanguage } from '../../src/survey/language.ts';
import { HALVES, WAYS } from '../../src/survey/room/best-spot.ts';
import { MOST_WISHES, type PublicEvent } from '../../src/survey/room/public-event.ts';
import { registrationTexts } from '../text/registration/texts.ts';
import { EventPage, type EventPageProps, OwnSpotPage } from './event-page.tsx';
import { findJoined, unknownPage } from './joined-study.tsx';
import { textOf } from './room-form.ts';
import { phonePage } from './room-phone.tsx';
import { seatFrame } from './room-seat-frame.ts';

const PATH = '/j/:code/event/:event';

interface At {
  event: RoomEvent;
  about: PublicEvent;
  props: EventPageProps;
}

/** An event’s public page and registration: no account, no name, no script needed. */
export function eventPages(config: Config): Hono<Env> {
  return new Hono<Env>()
    .get(PATH, (c) =>
      withEvent(c, async ({ event, props }) =>
        phonePage(c, props, { title: event.name, body: <EventPage {...props} /> }),
      ),
    )
    .post(PATH, rateLimit('submissions', config), (c) =>
      withEvent(c, async ({ event, props }) => {
        const fields = await readForm(c);
        const me = newCode();
        const lang = textOf(fields, 'lang');
        const preferences = Array.from({ length: MOST_WISHES }, (_, at) =>
          textOf(fields, `wish.${at + 1}`),
        );
        await takeRegistration(c, props.study, event, {
          code: me,
          preferences,
          way: WAYS.find((way) => way === textOf(fields, 'way')) ?? 'either',
          half: HALVES.find((half) => half === textOf(fields, 'half')) ?? 'either',
          contact: textOf(fields, 'contact').slice(0, 200),
          lang,
        });
        const language = isLanguage(lang) ? lang : props.language;
        return c.redirect(`${props.path}/mine?me=${me}&lang=${language}`, 303);
      }),
    )
    .get(`${PATH}/mine`, (c) =>
      withEvent(c, async ({ event, props }) => {
        const me = parseReceipt(c.req.query('me') ?? '') ?? '';
        const own = await ownRegistration(c.var.db, config.secret, event, me);
        if (!own) return c.redirect(`${props.path}?lang=${props.language}`, 303);
        const body = <OwnSpotPage {...props} {...{ own, me }} />;
        return phonePage(c, props, { title: props.say('youRegistered'), body });
      }),
    )
    .post(`${PATH}/mine`, rateLimit('submissions', config), (c) =>
      withEvent(c, async ({ event, props }) => {
        const me = textOf(await readForm(c), 'me');
        const own = await ownRegistration(c.var.db, config.secret, event, me);
        if (own) await withdrawRegistration(c.var.db, own);
        const title = props.say('withdrawn');
        return phonePage(c, props, { title, body: <h1>{title}</h1> });
      }),
    );
}

async function withEvent(
  c: Context<Env>,
  answer: (at: At) => Promise<Response>,
): Promise<Response> {
  const study = await findJoined(c);
  if (!study || study.status === 'draft') return unknownPage(c);
  const event = await findEvent(c.var.db, study.id, c.req.param('event') ?? '');
  const about = event && (await publicEvent(c.var.db, event));
  if (!event || !about?.isPublic) return unknownPage(c);
  const frame = seatFrame(c, study);
  const path = `${frame.root}/event/${event.id}`;
  const say = registrationTexts(frame.language);
  return answer({ event, about, props: { ...frame, event, about, say, path } });
}

/** A code of 60 bits for the private link. */
function newCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  const letters = [...bytes].map((byte) => BASE32[byte % 32]).join('');
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].join('-');
}
