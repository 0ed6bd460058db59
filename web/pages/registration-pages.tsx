import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { RoomEvent } from '../../src/db/room/events.ts';
import { changePublicEvent, listContacts } from '../../src/db/room/registrations.ts';
import type { Study } from '../../src/db/studies.ts';
import { mayDoTo } from '../../src/http/authorise.ts';
import type { Env } from '../../src/http/env.ts';
import { readForm } from '../../src/http/form-body.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { eventFor } from '../../src/http/room-event-api.ts';
import { proposeSpots } from '../../src/http/room-registration.ts';
import { confirmAsProposed } from '../../src/http/room-registration-api.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { Partner, type PublicEvent, Session } from '../../src/survey/room/public-event.ts';
import { registrationTexts } from '../text/registration/texts.ts';
import { html } from './html.ts';
import { RegistrationPage } from './registration-page.tsx';
import { type Fields, textOf } from './room-form.ts';
import { roomFrame } from './room-frame.ts';

const PATH = '/studies/:id/room/:event/registration';

/** Registration, as organisers handle it. They work without script. */
export const registrationPages = new Hono<Env>()
  .get(PATH, async (c) => {
    const { study, event } = await eventFor(c, 'run');
    return page(c, study, event);
  })
  .post(PATH, async (c) => {
    const { study, event } = await eventFor(c, 'run');
    const fields = await readForm(c);
    const path = `/studies/${study.id}/room/${event.id}/registration`;
    switch (textOf(fields, 'do')) {
      case 'save': {
        const { about, isRead } = readPublic(fields);
        if (!isRead) return page(c, study, event, { about, problem: 'unread', status: 422 });
        if (!(await changePublicEvent(c.var.db, event, about))) {
          return page(c, study, event, { problem: 'conflict', status: 409 });
        }
        return c.redirect(`${path}?notice=saved`, 303);
      }
      case 'confirm': {
        const anew = fields.get('anew') !== null;
        const version = textOf(fields, 'version');
        const isDone = await confirmAsProposed(c, event, { version, anew });
        const again = anew ? '&anew=yes' : '';
        return c.redirect(`${path}?notice=${isDone ? 'confirmed' : `changed${again}`}`, 303);
      }
      default:
        throw new Refusal(422, 'There is no such action.');
    }
  });

async function page(
  c: Context<Env>,
  study: Study,
  event: RoomEvent,
  shown: { about?: PublicEvent; problem?: 'unread' | 'conflict'; status?: 409 | 422 } = {},
): Promise<Response> {
  const frame = roomFrame(c, study);
  const { db } = c.var;
  const anew = c.req.query('anew') === 'yes';
  const [proposal, contacts] = await Promise.all([
    proposeSpots(db, event, { anew }),
    mayDoTo(c.var.principal, study, 'personal')
      ? listContacts(db, event)
      : new Map<string, string>(),
  ]);
  const seats = registrationTexts(frame.language);
  const notices: Record<string, string> = {
    saved: frame.text('saved'),
    confirmed: seats('spotsConfirmed'),
    changed: seats('spotsChanged'),
  };
  const { about = proposal.about, problem, status } = shown;
  return html(
    c,
    <RegistrationPage
      {...frame}
      {...{ event, seats, about, proposal, anew, contacts }}
      publicPath={`/j/${formatJoinCode(study.joinCode)}/event/${event.id}`}
      notice={notices[c.req.query('notice') ?? '']}
      problem={problem && (problem === 'unread' ? seats(problem) : frame.text(problem))}
    />,
    status,
  );
}

/** What the form says; rows without a name are left out. What cannot be read is shown again. */
function readPublic(fields: Fields): { about: PublicEvent; isRead: boolean } {
  const rows = (kind: string, key: string) =>
    Array.from(
      { length: 66 },
      (_, at) => (field: string) => textOf(fields, `${kind}.${at}.${field}`),
    )
      .filter((read) => read(key) !== '')
      .slice(0, 60);
  const partners = rows('partner', 'name').map((read) => ({
    name: read('name'),
    role: read('role'),
    url: read('url') || null,
  }));
  const used = new Set(rows('session', 'title').map((read) => read('id')));
  let last = 0;
  const freshId = () => {
    do last += 1;
    while (used.has(`session-${last}`));
    return `session-${last}`;
  };
  const sessions = rows('session', 'title').map((read) => ({
    id: read('id') || freshId(),
    title: read('title'),
    half: read('half'),
    way: read('way'),
    capacity: read('capacity') === '' ? 0 : Number(read('capacity')),
  }));
  const readPartners = z.array(Partner).safeParse(partners);
  const readSessions = z.array(Session).safeParse(sessions);
  return {
    isRead: readPartners.success && readSessions.success,
    about: {
      isPublic: fields.get('isPublic') !== null,
      isOpen: fields.get('isOpen') !== null,
      partners: readPartners.data ?? (partners as Partner[]),
      sessions: readSessions.data ?? (sessions as Session[]),
      revision: Number(textOf(fields, 'revision')) || 0,
    },
  };
}
