import { type Context, Hono } from 'hono';
import { countNow } from '../../src/db/import-responses.ts';
import {
  changeEvent,
  createEvent,
  deleteEvent,
  listEvents,
  type RoomEvent,
} from '../../src/db/room/events.ts';
import { floorQuestions } from '../../src/db/room/floor.ts';
import { changePerson } from '../../src/db/room/people.ts';
import {
  addTables,
  changeTable,
  findTable,
  listTables,
  removeTable,
  type RoomTable,
  unusedTables,
} from '../../src/db/room/tables.ts';
import { presenters } from '../../src/db/room/work.ts';
import type { Study } from '../../src/db/studies.ts';
import { mayDoTo } from '../../src/http/authorise.ts';
import type { Env } from '../../src/http/env.ts';
import { moderate } from '../../src/http/floor-run.ts';
import { readForm } from '../../src/http/form-body.ts';
import { joinUrl, qrSvg } from '../../src/http/qr-code.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { eventFor } from '../../src/http/room-event-api.ts';
import { deal, joinTables, lockTables, runAction } from '../../src/http/room-run.ts';
import { screenOf } from '../../src/http/room-screen-of.ts';
import { type RoomOverview, roomOverview } from '../../src/http/room-view.ts';
import { joinOrigin } from '../../src/http/site-origin.ts';
import { studyFor } from '../../src/http/study-api.ts';
import {
  type AgendaItem,
  agendaMinutes,
  agendaOf,
  startingAt,
} from '../../src/survey/room/agenda.ts';
import { agendaProblem } from '../../src/survey/room/agenda-rules.ts';
import { FLOOR_STATUSES } from '../../src/survey/room/floor.ts';
import { PERSON_MARKS, PERSON_ROLES } from '../../src/survey/room/room-rights.ts';
import { RoomAction } from '../../src/survey/room/room-state.ts';
import { ENGLISH_NAMES } from '../../src/survey/segment.ts';
import { tablesFor } from '../../src/survey/room/table-cards.ts';
import { namedIn, TABLE_WORDS } from '../../src/survey/room/table-name.ts';
import { momentOf, wallTime } from '../../src/survey/zoned-time.ts';
import { html } from './html.ts';
import { RoomConsole } from './room-console.tsx';
import { RoomEditPage } from './room-edit-page.tsx';
import { type Fields, factsOf, readAgenda, readEventFields, textOf } from './room-form.ts';
import { type RoomFrame, roomFrame } from './room-frame.ts';
import { type EventFields, fieldsOf, RoomListPage } from './room-list-page.tsx';
import { readModerators } from './speaker-lines.ts';
import { RoomScreen } from './room-screen.tsx';

const EVENT = '/studies/:id/room/:event';

/** The facilitator's pages: events, the console, the big screen. They work without script. */
export const roomPages = new Hono<Env>()
  .get('/studies/:id/room', async (c) => listPage(c, await studyFor(c, 'read')))
  .post('/studies/:id/room', async (c) => {
    const study = await studyFor(c, 'run');
    const fields = readEventFields(await readForm(c));
    const facts = factsOf(fields);
    if (!facts) return listPage(c, study, fields);
    const agenda = startingAt(agendaOf(study.definition), timeOf(fields));
    const { id } = await createEvent(
      c.var.db,
      study.id,
      { ...facts, agenda },
      c.var.config.now(),
      c.var.principal!.organisation.id,
    );
    return c.redirect(`/studies/${study.id}/room/${id}`, 303);
  })
  .get(EVENT, async (c) => {
    const { study, event } = await eventFor(c, 'read');
    return consolePage(c, study, event);
  })
  .post(EVENT, async (c) => {
    const { study, event } = await eventFor(c, 'run');
    const notice = await perform(c, study, event, await readForm(c));
    const query = notice ? `?notice=${notice}` : '';
    return c.redirect(`/studies/${study.id}/room/${event.id}${query}`, 303);
  })
  .get(`${EVENT}/screen`, async (c) => {
    const { study, event } = await eventFor(c, 'read');
    const frame = roomFrame(c, study);
    const [overview, shown] = await Promise.all([
      roomOverview(c.var.db, c.var.config, study, event),
      screenOf(c.var.db, study, event, { language: frame.language, names: ENGLISH_NAMES }),
    ]);
    const join = joinOf(c, study);
    const url = `${joinUrl(joinOrigin(c), study.joinCode)}/floor`;
    const floor = { url, qr: qrSvg(url) };
    return html(
      c,
      <RoomScreen {...frame} overview={named(overview, frame)} {...{ shown, join, floor }} />,
    );
  })
  .get(`${EVENT}/edit`, async (c) => {
    const { study, event } = await eventFor(c, 'run');
    return editPage(c, study, event, { fields: fieldsOf(event), saved: 'saved' in c.req.query() });
  })
  .post(`${EVENT}/edit`, async (c) => {
    const { study, event } = await eventFor(c, 'run');
    const form = await readForm(c);
    const fields = readEventFields(form);
    const frame = roomFrame(c, study);
    const facts = factsOf(fields);
    const written = readAgenda(form, event.agenda, frame.language, study.definition);
    const agenda = facts ? movedWith(event, fields, written) : written;
    const problem = facts ? agendaProblem(study.definition, agenda) : frame.text('dates');
    if (!facts || problem) {
      return editPage(c, study, { ...event, agenda }, { fields, problem: problem ?? '' });
    }
    const edition = Number(textOf(form, 'edition'));
    if (!(await changeEvent(c.var.db, { ...event, edition }, { ...facts, agenda }))) {
      const now = await eventFor(c, 'run');
      const shown = { fields: fieldsOf(now.event), problem: frame.text('conflict') };
      return editPage(c, study, now.event, shown);
    }
    return c.redirect(`/studies/${study.id}/room/${event.id}/edit?saved`, 303);
  })
  .post(`${EVENT}/delete`, async (c) => {
    const { study, event } = await eventFor(c, 'delete');
    await deleteEvent(c.var.db, study.id, event.id);
    return c.redirect(`/studies/${study.id}/room`, 303);
  });

/** The time of day at which an event starts, where it takes place. */
const timeOf = ({ startsAt }: EventFields) => startsAt.slice(11, 16);

/** An agenda that began with its event begins with it still, unless its own times were changed. */
function movedWith(event: RoomEvent, fields: EventFields, agenda: AgendaItem[]): AgendaItem[] {
  const before = new Map(event.agenda.map(({ id, start }) => [id, start]));
  const isLeft = agenda.every(({ id, start }) => (before.get(id) ?? start) === start);
  const didBegin = agenda[0]?.start === timeOf(fieldsOf(event));
  return isLeft && didBegin ? startingAt(agenda, timeOf(fields)) : agenda;
}

async function listPage(c: Context<Env>, study: Study, fields?: EventFields): Promise<Response> {
  const frame = roomFrame(c, study);
  const page = (
    <RoomListPage
      {...frame}
      events={await listEvents(c.var.db, study.id)}
      fields={fields ?? proposed(frame, c.var.config.now())}
      mayRun={mayDoTo(c.var.principal, study, 'run')}
      {...(fields && { problem: frame.text('dates') })}
    />
  );
  return html(c, page, fields ? 422 : 200);
}

/** A week from now, at the hours of the study's agenda. */
function proposed({ study, words }: RoomFrame, now: Date): EventFields {
  const { definition } = study;
  const agenda = agendaOf(definition);
  const timeZone = definition.workshop.timezone;
  const day = wallTime(new Date(now.getTime() + 7 * 86_400_000), timeZone).slice(0, 10);
  const startsAt = `${day}T${agenda[0]!.start}`;
  const start = momentOf(startsAt, timeZone)!;
  const end = new Date(start.getTime() + agendaMinutes(agenda) * 60_000);
  return {
    name: words(definition.title),
    place: '',
    room: '',
    series: '',
    seriesNumber: '',
    startsAt,
    endsAt: wallTime(end, timeZone),
    timeZone,
  };
}

/** The overview with its tables as the reader calls them. */
function named(overview: RoomOverview, { language }: RoomFrame): RoomOverview {
  const tables = overview.tables.map((one) => ({ ...one, table: namedIn(language, one.table) }));
  return { ...overview, tables };
}

async function consolePage(c: Context<Env>, study: Study, event: RoomEvent): Promise<Response> {
  const frame = roomFrame(c, study);
  const overview = named(await roomOverview(c.var.db, c.var.config, study, event), frame);
  const asked = c.req.query('notice');
  const notice = asked === 'conflict' || asked === 'unfit' ? frame.text(asked) : undefined;
  const mayRun = mayDoTo(c.var.principal, study, 'run');
  return html(
    c,
    <RoomConsole
      {...frame}
      overview={overview}
      mayRun={mayRun}
      presenters={mayRun ? await presenters(c.var.db, event) : new Map()}
      unused={mayRun ? await unusedTables(c.var.db, event) : new Set()}
      floor={mayRun ? await floorQuestions(c.var.db, event) : []}
      join={joinOf(c, study)}
      notice={notice}
      rankings={study.definition.questions
        .filter(({ kind, hidden }) => kind === 'ranking' && !hidden)
        .map(({ id, title }) => ({ id, title: frame.words(title) }))}
    />,
  );
}

function editPage(
  c: Context<Env>,
  study: Study,
  event: RoomEvent,
  shown: { fields: EventFields; problem?: string; saved?: boolean },
): Response {
  const { fields, problem, saved = false } = shown;
  const page = (
    <RoomEditPage
      {...roomFrame(c, study)}
      {...{ event, fields, saved }}
      mayDelete={mayDoTo(c.var.principal, study, 'delete')}
      {...(problem !== undefined && { problem })}
    />
  );
  return html(c, page, problem === undefined ? 200 : 422);
}

/** Carries out what a form of the console asks for; a word when there is something to say. */
async function perform(
  c: Context<Env>,
  study: Study,
  event: RoomEvent,
  fields: Fields,
): Promise<'conflict' | 'unfit' | null> {
  const { db, config } = c.var;
  const asked = textOf(fields, 'do');
  const by = c.var.principal!.name;
  const at = config.now();
  const number = (name: string) => Number(textOf(fields, name)) || 0;
  const table = async (name = 'table'): Promise<RoomTable> => {
    const found = await findTable(db, study.id, textOf(fields, name));
    if (found?.eventId !== event.id) throw new Refusal(404, 'There is no such table.');
    return found;
  };
  switch (asked) {
    case 'tables': {
      const { language } = roomFrame(c, study);
      const [count, people, size] = [number('count'), number('people'), number('size')];
      const wanted = count || (people && size ? tablesFor(people, size) : 0);
      if (!Number.isInteger(wanted) || wanted < 1 || wanted > 400) return 'unfit';
      // A form that was sent twice makes its tables once.
      if (fields.has('seen') && number('seen') !== (await listTables(db, event)).length)
        return null;
      const kind = textOf(fields, 'kind') === 'online' ? 'online' : 'table';
      const word = TABLE_WORDS[language][kind];
      await addTables(db, event, wanted, { kind, name: (n) => `${word} ${n}` });
      return null;
    }
    case 'table': {
      const one = await table();
      const closed = textOf(fields, 'closed');
      const link = textOf(fields, 'link').slice(0, 300);
      await changeTable(db, one, {
        ...(textOf(fields, 'name') && { name: textOf(fields, 'name').slice(0, 40) }),
        ...(fields.has('link') && { link: /^https?:\/\//.test(link) ? link : null }),
        ...(fields.has('moderators') && {
          moderators: readModerators(textOf(fields, 'moderators')),
        }),
        ...(closed && { closedAt: closed === 'yes' ? at : null }),
      });
      return null;
    }
    case 'lock': {
      const every = textOf(fields, 'table') === '';
      const tables = every ? await listTables(db, event) : [await table()];
      const locked = textOf(fields, 'locked') !== 'no';
      await lockTables(db, config, study, event, { tables, locked, by });
      return null;
    }
    case 'merge': {
      const [from, into] = [await table(), await table('into')];
      if (!(await joinTables(db, config, study, event, { from, into, by }))) return 'unfit';
      return null;
    }
    case 'remove':
      return (await removeTable(db, event, (await table()).id)) ? null : 'unfit';
    case 'deal':
      await deal(db, study, event, { how: 'round-robin', by, at });
      return null;
    case 'deal-to': {
      const cards = fields.getAll('cards').map(String);
      const dealt = { how: 'by-hand' as const, table: await table(), cards, by, at };
      return (await deal(db, study, event, dealt)) ? null : 'unfit';
    }
    case 'person': {
      const tableId = textOf(fields, 'table') === '' ? null : (await table()).id;
      const role = PERSON_ROLES.find((name) => name === textOf(fields, 'role'));
      const mark = PERSON_MARKS.find((name) => name === textOf(fields, 'mark'));
      await changePerson(db, event, textOf(fields, 'person'), {
        tableId,
        ...(role && { role }),
        ...(mark && { mark }),
      });
      if (mark) await countNow(db, study);
      return null;
    }
  }
  if (asked === 'floor-question') {
    const to = FLOOR_STATUSES.find((status) => status === textOf(fields, 'to'));
    const move = (['up', 'down'] as const).find((way) => way === textOf(fields, 'move'));
    const change = to ? { to } : move ? { move } : null;
    if (!change) throw new Refusal(422, 'There is no such action.');
    const changed = { change, revision: number('seen'), by, now: at };
    const { outcome } = await moderate(db, event, textOf(fields, 'question'), changed);
    if (outcome === 'unknown') throw new Refusal(404, 'There is no such question.');
    return outcome === 'done' ? null : outcome === 'changed' ? 'conflict' : 'unfit';
  }
  const action = RoomAction.safeParse({
    action: asked,
    ...(asked === 'add' && { seconds: 120 }),
    ...(asked === 'go-to' && { phase: textOf(fields, 'phase') }),
    ...(asked === 'round' && { round: number('round') }),
    ...(asked === 'open' && {
      to: textOf(fields, 'to'),
      questions: fields.getAll('questions').map(String),
    }),
    ...(asked === 'screen' && {
      screen: textOf(fields, 'screen'),
      question: textOf(fields, 'question') || null,
      table: textOf(fields, 'table') || null,
    }),
    ...(asked === 'step' && { by: number('by') }),
    ...(asked === 'floor' && { open: textOf(fields, 'open') === 'yes' }),
  });
  if (!action.success) throw new Refusal(422, 'There is no such action.');
  const revision = number('revision');
  const { outcome } = await runAction(db, config, study, event, {
    action: action.data,
    revision,
    by,
  });
  if (outcome === 'done') return null;
  return outcome === 'changed' ? 'conflict' : 'unfit';
}

function joinOf(c: Context<Env>, study: Study) {
  const origin = joinOrigin(c);
  const url = `${joinUrl(origin, study.joinCode)}/room`;
  return { url, short: `${new URL(origin).host}/j`, qr: qrSvg(url) };
}
