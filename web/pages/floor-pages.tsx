import { type Context, Hono } from 'hono';
import { findEvent, openEvents, type RoomEvent } from '../../src/db/room/events.ts';
import { supportQuestion } from '../../src/db/room/floor.ts';
import type { Study } from '../../src/db/studies.ts';
import type { Env } from '../../src/http/env.ts';
import { AskBody } from '../../src/http/floor-body.ts';
import {
  askerOf,
  askQuestion,
  seenQuestions,
  shortBody,
  takesQuestions,
} from '../../src/http/floor-seat-api.ts';
import { readForm } from '../../src/http/form-body.ts';
import { giveFloorCode, isKnownCode } from '../../src/http/floor-code.ts';
import { newCode, parseReceipt } from '../../src/http/receipt.ts';
import { findSeat } from '../../src/http/room-seat.ts';
import { FLOOR_LENGTH, MOST_OF_ONE } from '../../src/survey/room/floor.ts';
import { plenaryTexts } from '../text/plenary/texts.ts';
import { FloorPage } from './floor-page.tsx';
import { findJoined, notOpenPage, unknownPage } from './joined-study.tsx';
import { textOf } from './room-form.ts';
import { phonePage } from './room-phone.tsx';
import { type SeatFrame, seatFrame } from './room-seat-frame.ts';

/** Where people in the room ask, with a seat or without one; also where there is no script. */
export const floorPages = new Hono<Env>()
  .get('/j/:code/floor', (c) =>
    withStudy(c, async (study) => {
      const { root, language } = seatFrame(c, study);
      const events = await openEvents(c.var.db, study.id, c.var.config.now());
      const to = events.length === 1 ? `floor/${events[0]!.id}` : 'room';
      return c.redirect(`${root}/${to}?lang=${language}`, 303);
    }),
  )
  .get('/j/:code/floor/:event', (c) =>
    withEvent(c, async (study, event) => {
      const me = parseReceipt(c.req.query('me') ?? '');
      const { root, language } = seatFrame(c, study);
      if (me) return floorPage(c, study, event, { me });
      const fresh = new URLSearchParams({
        me: await giveFloorCode(c, event),
        lang: language,
        fresh: '',
      });
      return c.redirect(`${root}/floor/${event.id}?${fresh}`, 303);
    }),
  )
  .post('/j/:code/floor/:event', shortBody, (c) =>
    withEvent(c, async (study, event) => {
      const form = await readForm(c);
      const me = parseReceipt(textOf(form, 'me')) ?? newCode();
      const hash = await askerOf(c, event, me);
      const { root, language } = seatFrame(c, study);
      const back = `${root}/floor/${event.id}?me=${me}&lang=${language}`;
      if (textOf(form, 'do') === 'support') {
        if (await isKnownCode(c, event, me)) {
          await supportQuestion(c.var.db, event, textOf(form, 'question'), hash);
        }
        return c.redirect(back, 303);
      }
      const text = textOf(form, 'text');
      const read = AskBody.safeParse({ id: textOf(form, 'id'), text });
      const tell = plenaryTexts(language);
      if (!read.success) {
        const notice = tell('wrongText', { n: FLOOR_LENGTH });
        return floorPage(c, study, event, { me, text, notice, status: 422 });
      }
      const asked = await askQuestion(c, event, { ...read.data, hash });
      if (asked === 'asked' || asked === 'repeat') return c.redirect(back, 303);
      const notice = {
        closed: tell('floorClosed'),
        'too-many': tell('tooMany', { n: MOST_OF_ONE }),
        full: tell('tooFull'),
      }[asked];
      return floorPage(c, study, event, { me, text, notice, status: 409 });
    }),
  );

async function withStudy(
  c: Context<Env>,
  answer: (study: Study) => Promise<Response>,
): Promise<Response> {
  const study = await findJoined(c);
  if (!study) return unknownPage(c);
  return study.status === 'draft' ? notOpenPage(c, study) : answer(study);
}

function withEvent(
  c: Context<Env>,
  answer: (study: Study, event: RoomEvent) => Promise<Response>,
): Promise<Response> {
  return withStudy(c, async (study) => {
    const event = await findEvent(c.var.db, study.id, c.req.param('event') ?? '');
    return event ? answer(study, event) : unknownPage(c);
  });
}

async function floorPage(
  c: Context<Env>,
  study: Study,
  event: RoomEvent,
  shown: { me: string; text?: string; notice?: string; status?: 409 | 422 },
): Promise<Response> {
  const { me, text = '', notice, status } = shown;
  const { db, config } = c.var;
  const frame: SeatFrame = seatFrame(c, study);
  const hash = await askerOf(c, event, me);
  const seat = await findSeat(db, config.secret, study.id, { event: event.id, code: me });
  const props = {
    ...frame,
    event,
    me,
    asked: text,
    notice,
    isOpen: takesQuestions(event),
    questions: await seenQuestions(c, event, hash),
    hasSeat: seat !== null,
    maySupport: await isKnownCode(c, event, me),
    isFresh: 'fresh' in c.req.query(),
  };
  return phonePage(c, frame, {
    title: plenaryTexts(frame.language)('askTitle'),
    body: <FloorPage {...props} />,
    live: `/api/join/${study.joinCode}/room/${event.id}/floor/live`,
    seat: { code: study.joinCode, event: event.id, me },
    ...(status && { status }),
  });
}
