import { type Context, Hono } from 'hono';
import type { RoomEvent } from '../../src/db/room/events.ts';
import { changePerson, listPeople } from '../../src/db/room/people.ts';
import { listTables } from '../../src/db/room/tables.ts';
import type { Study } from '../../src/db/studies.ts';
import type { Env } from '../../src/http/env.ts';
import { readForm } from '../../src/http/form-body.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { eventFor } from '../../src/http/room-event-api.ts';
import {
  planRotation,
  proposeSeats,
  rotationOf,
  type SeatingAsked,
  seatAsProposed,
} from '../../src/http/room-seating.ts';
import { registrationTexts } from '../text/registration/texts.ts';
import { namedIn } from '../../src/survey/room/table-name.ts';
import { html } from './html.ts';
import { textOf } from './room-form.ts';
import { roomFrame } from './room-frame.ts';
import { SeatingPage } from './seating-page.tsx';

const PATH = '/studies/:id/room/:event/seating';

const NOTICES = {
  seated: 'seated',
  changed: 'seatsChanged',
  planned: 'planned',
} as const;

/** Seats and rounds, as facilitators decide them. They work without script. */
export const seatingPages = new Hono<Env>()
  .get(PATH, async (c) => {
    const { study, event } = await eventFor(c, 'run');
    return seatingPage(c, study, event);
  })
  .post(PATH, async (c) => {
    const { study, event } = await eventFor(c, 'run');
    const query = await perform(c, study, event, await readForm(c));
    return c.redirect(`/studies/${study.id}/room/${event.id}/seating${query}`, 303);
  });

async function seatingPage(c: Context<Env>, study: Study, event: RoomEvent): Promise<Response> {
  const frame = roomFrame(c, study);
  const { db } = c.var;
  const query = new URL(c.req.url).searchParams;
  const asked = askedIn(query);
  const [people, tables, rotation] = await Promise.all([
    listPeople(db, event),
    listTables(db, event),
    rotationOf(db, event),
  ]);
  const open = tables
    .filter(({ closedAt }) => closedAt === null)
    .map((table) => namedIn(frame.language, table));
  const isAsked = query.has('seed') && open.length > 0 && people.length > 0;
  const told = new Set(people.flatMap(({ answers }) => Object.keys(answers)));
  const seats = registrationTexts(frame.language);
  const notice = NOTICES[c.req.query('notice') as keyof typeof NOTICES];
  return html(
    c,
    <SeatingPage
      {...frame}
      {...{ event, seats, asked, people, rotation }}
      tables={open}
      proposal={isAsked ? await proposeSeats(db, event, asked) : null}
      mixable={study.definition.questions
        .filter(({ id }) => told.has(id))
        .map(({ id, title }) => ({ id, title: frame.words(title) }))}
      notice={notice && seats(notice)}
    />,
  );
}

/** Does what a form asks for; returns what the page is shown with afterwards. */
async function perform(
  c: Context<Env>,
  study: Study,
  event: RoomEvent,
  fields: FormData,
): Promise<string> {
  const { db, config, principal } = c.var;
  const by = principal!.name;
  const at = config.now();
  switch (textOf(fields, 'do')) {
    case 'seat': {
      const query = new URLSearchParams(
        [...fields].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      );
      const asked = askedIn(query);
      const proposal = await proposeSeats(db, event, asked);
      const version = textOf(fields, 'version');
      if (await seatAsProposed(db, event, proposal, { version, name: by, at })) {
        return '?notice=seated';
      }
      for (const name of ['do', 'version']) query.delete(name);
      query.set('notice', 'changed');
      return `?${query}`;
    }
    case 'fix': {
      const tables = await listTables(db, event);
      const table = tables.find(
        ({ id, closedAt }) => id === textOf(fields, 'table') && closedAt === null,
      );
      if (!table) throw new Refusal(404, 'There is no such table.');
      await changePerson(db, event, textOf(fields, 'person'), { tableId: table.id, fixed: true });
      return '';
    }
    case 'release':
      await changePerson(db, event, textOf(fields, 'person'), { fixed: false });
      return '';
    case 'rotate': {
      const rounds = Number(textOf(fields, 'rounds'));
      const kind = textOf(fields, 'kind') === 'travelling' ? 'travelling' : 'static';
      if (!Number.isInteger(rounds) || rounds < 1 || rounds > 20) {
        throw new Refusal(422, 'Between 1 and 20 rounds can be planned.');
      }
      await planRotation(db, event, { kind, rounds, by, at });
      return '?notice=planned#rounds';
    }
    default:
      throw new Refusal(422, `There is no such action for ${study.id}.`);
  }
}

/** How people are to be seated, as an address or a form says it; nonsense is left out. */
function askedIn(query: URLSearchParams): SeatingAsked {
  const number = (name: string, most: number) => {
    const text = query.get(name) ?? '';
    const value = Number(text);
    return text !== '' && Number.isInteger(value) && value >= 0 && value <= most
      ? value
      : undefined;
  };
  const weights = [...query].flatMap(([name, value]): [string, number][] =>
    name.startsWith('weight.') && ['0', '1', '3'].includes(value)
      ? [[name.slice(7), Number(value)]]
      : [],
  );
  return {
    seed: number('seed', 0xffffffff) ?? 1,
    keep: query.get('keep') === 'yes',
    min: number('min', 1000),
    max: number('max', 1000),
    weights: Object.fromEntries(weights.slice(0, 60)),
  };
}
