import { type Context, Hono } from 'hono';
import { findEvent, openEvents } from '../../src/db/room/events.ts';
import { seePerson } from '../../src/db/room/people.ts';
import { nextTable } from '../../src/db/room/seating.ts';
import { findTableByCode, listTables, takeOver } from '../../src/db/room/tables.ts';
import { tableWork } from '../../src/db/room/work.ts';
import { findResponse } from '../../src/db/responses.ts';
import type { Study } from '../../src/db/studies.ts';
import type { Env } from '../../src/http/env.ts';
import { readForm } from '../../src/http/form-body.ts';
import { localised } from '../../src/http/localised.ts';
import { newCode, parseReceipt } from '../../src/http/receipt.ts';
import { takeSeat } from '../../src/http/room-seat-api.ts';
import { findSeat, personResponseId, type Seat } from '../../src/http/room-seat.ts';
import { sendTable, writeWork } from '../../src/http/room-table.ts';
import { tableView } from '../../src/http/room-view.ts';
import { isLanguage } from '../../src/survey/language.ts';
import { overQuestions } from '../../src/survey/room/closed-questions.ts';
import { PERSON_MARKS } from '../../src/survey/room/room-rights.ts';
import { secondsLeft } from '../../src/survey/room/room-state.ts';
import { namedIn } from '../../src/survey/room/table-name.ts';
import { answerField } from '../../src/survey/room/table-work.ts';
import { most, moved, orderOf, rankingOf } from '../participant/pick.ts';
import { readAnswer } from '../participant/read-answer.ts';
import { Welcome } from '../participant/welcome.tsx';
import { PARTICIPANT_TEXTS } from '../text/participant/texts.ts';
import { registrationTexts } from '../text/registration/texts.ts';
import { findJoined, notOpenPage, unknownPage } from './joined-study.tsx';
import { participantPage } from './participant-page.tsx';
import { askedOf, takePlainForm } from './plain-flow.tsx';
import { freshState } from './plain-form.ts';
import { type Fields, textOf } from './room-form.ts';
import { ChooseTable, JoinForm } from './room-join-page.tsx';
import { phonePage } from './room-phone.tsx';
import { type SeatFrame, seatFrame } from './room-seat-frame.ts';
import { TablePage, WaitingPage } from './room-seat-page.tsx';

type At = { frame: SeatFrame; study: Study };

/** A room on people's phones: the way in, the table, one's own answers. They work without script. */
export const seatPages = new Hono<Env>()
  .get('/j/:code/room', (c) =>
    withStudy(c, async ({ study, frame }) => {
      const events = await openEvents(c.var.db, study.id, c.var.config.now());
      const typed = c.req.query('me') ?? '';
      const me = parseReceipt(typed);
      for (const { id } of me ? events : []) {
        const seat = await findSeat(c.var.db, c.var.config.secret, study.id, {
          event: id,
          code: me!,
        });
        if (seat) return c.redirect(seatAddress(frame, id, me!, frame.language), 303);
      }
      const rooms = await Promise.all(
        events.map(async (event) => ({
          event,
          tables: (await listTables(c.var.db, event))
            .filter(({ closedAt }) => closedAt === null)
            .map((table) => namedIn(frame.language, table)),
        })),
      );
      const title = frame.text(rooms.length > 0 ? 'chooseTable' : 'noEventNow');
      const isUnknown = typed !== '';
      const body = <ChooseTable {...frame} {...{ rooms, isUnknown }} />;
      return phonePage(c, frame, { title, body });
    }),
  )
  .get('/j/:code/t/:table', (c) =>
    withStudy(c, async ({ study, frame }) => {
      const found = await findTableByCode(c.var.db, study.id, c.req.param('table'));
      const event = found && (await findEvent(c.var.db, study.id, found.eventId));
      if (!found || !event) return unknownPage(c);
      const table = namedIn(frame.language, found);
      if (table.closedAt !== null || event.state.stage === 'ended') {
        return c.redirect(`${frame.root}/room?lang=${frame.language}`, 303);
      }
      return phonePage(c, frame, {
        title: table.name,
        body: <JoinForm {...frame} {...{ event, table }} me={newCode()} />,
      });
    }),
  )
  .get('/j/:code/e/:event', (c) =>
    withStudy(c, async ({ study, frame }) => {
      const event = await findEvent(c.var.db, study.id, c.req.param('event'));
      if (!event) return unknownPage(c);
      return phonePage(c, frame, {
        title: event.name,
        body: <JoinForm {...frame} event={event} table={null} me={newCode()} />,
      });
    }),
  )
  .post('/j/:code/room', (c) =>
    withStudy(c, async ({ study, frame }) => {
      const fields = await readForm(c);
      const lang = textOf(fields, 'lang');
      const me = parseReceipt(textOf(fields, 'me')) ?? newCode();
      const answers = [...fields].flatMap(([name, value]) =>
        name.startsWith('q.') && typeof value === 'string' && value !== ''
          ? [[name.slice(2), value] as const]
          : [],
      );
      const { event } = await takeSeat(c, study, {
        code: me,
        event: textOf(fields, 'event') || undefined,
        table: textOf(fields, 'table') || undefined,
        mark: PERSON_MARKS.find((mark) => mark === textOf(fields, 'mark')) ?? 'participant',
        answers: Object.fromEntries(answers.slice(0, 30)),
        lang,
      });
      return c.redirect(seatAddress(frame, event.id, me, lang), 303);
    }),
  )
  .get('/j/:code/seat/:event', (c) =>
    withSeat(c, async (at, seat, me) => seatPage(c, at, seat, me)),
  )
  .post('/j/:code/seat/:event', (c) =>
    withSeat(c, async (at, seat, me, fields) => takeSeatForm(c, at, seat, me, fields!)),
  )
  .get('/j/:code/seat/:event/alone', (c) =>
    withSeat(c, async (at, seat, me) => alonePage(c, at, seat, me)),
  )
  .post('/j/:code/seat/:event/alone', async (c) =>
    withSeat(
      c,
      async ({ study, frame }, seat, me) => {
        const { event } = seat;
        const back = seatAddress(frame, event.id, me, frame.language);
        return takePlainForm(c, study, aloneAddress(frame, event.id, me), undefined, {
          asked: new Set(event.state.open.individual),
          seat: { event: event.id, code: me },
          round: event.state.round,
          back,
        });
      },
      c.req.query('me'),
    ),
  );

async function withStudy(
  c: Context<Env>,
  answer: (at: At) => Promise<Response>,
): Promise<Response> {
  const study = await findJoined(c);
  if (!study) return unknownPage(c);
  if (study.status !== 'open') return notOpenPage(c, study);
  return answer({ study, frame: seatFrame(c, study) });
}

/** Finds whose seat it is; who has none is sent to the door. */
function withSeat(
  c: Context<Env>,
  answer: (at: At, seat: Seat, me: string, fields: Fields | null) => Promise<Response>,
  known?: string,
): Promise<Response> {
  return withStudy(c, async (at) => {
    const isForm = c.req.method === 'POST' && known === undefined;
    const fields = isForm ? await readForm(c) : null;
    const me = parseReceipt(known ?? (fields ? textOf(fields, 'me') : (c.req.query('me') ?? '')));
    const { db, config } = c.var;
    const event = c.req.param('event') ?? '';
    const seat = me && (await findSeat(db, config.secret, at.study.id, { event, code: me }));
    if (!seat) return c.redirect(`${at.frame.root}/room?lang=${at.frame.language}`, 303);
    await seePerson(db, seat.person, config.now());
    return answer(at, seat, me, fields);
  });
}

async function seatPage(
  c: Context<Env>,
  { frame }: At,
  seat: Seat,
  me: string,
  shown: { asked?: string | null; notice?: string; noticeAt?: string; status?: 409 | 422 } = {},
): Promise<Response> {
  const { db, config } = c.var;
  const { event } = seat;
  const table = seat.table && namedIn(frame.language, seat.table);
  const { asked = c.req.query('q') ?? null, notice, noticeAt, status } = shown;
  const path = `${frame.root}/seat/${event.id}`;
  const props = { ...frame, path, me, asked, notice, noticeAt };
  const code = frame.study.joinCode;
  const page = {
    seat: { code, event: event.id, me },
    live: table
      ? `/api/join/${code}/room/tables/${table.id}/live`
      : `/api/join/${code}/room/${event.id}/live`,
    ...(status && { status }),
  };
  if (!table) {
    const left = secondsLeft(event.state, event.agenda, config.now().getTime());
    const body = <WaitingPage {...props} seat={seat} left={left} />;
    return phonePage(c, frame, { ...page, title: frame.text('waiting'), body });
  }
  const view = await tableView(db, config, { ...seat, table });
  const next = await nextTable(db, seat.person, event.state.round);
  const say = registrationTexts(frame.language);
  const onward = next && say('nextTable', { table: namedIn(frame.language, next).name });
  return phonePage(c, frame, {
    ...page,
    title: table.name,
    body: <TablePage {...props} {...{ view, onward }} />,
  });
}

/** Carries out what a form of a seat asks for, and shows the seat again. */
async function takeSeatForm(
  c: Context<Env>,
  at: At,
  seat: Seat,
  me: string,
  fields: Fields,
): Promise<Response> {
  const { db, config } = c.var;
  const { study } = at;
  const { event, person, table } = seat;
  const language = isLanguage(textOf(fields, 'lang')) ? textOf(fields, 'lang') : at.frame.language;
  const frame = { ...at.frame };
  const asked = textOf(fields, 'q') || null;
  const question = asked === null ? '' : `&q=${encodeURIComponent(asked)}`;
  const back = `${seatAddress(frame, event.id, me, language)}${question}`;
  if (!table) return c.redirect(back, 303);
  const here = { ...seat, table };
  const noticeAt = textOf(fields, 'field') || (asked ?? '');
  const again = (notice: string, status: 409 | 422) =>
    seatPage(c, { study, frame }, seat, me, { asked, notice, noticeAt, status });
  const write = (field: string, value: unknown, revision: number) =>
    writeWork(db, config, study, here, { field, value, revision });
  if (table.lockedAt !== null) return again(frame.text('lockedHere'), 409);
  const over = overQuestions(event.state.closed.table, config.now().getTime());
  if (asked !== null && over.has(asked) && /^(rank|answer)$/.test(textOf(fields, 'do'))) {
    const isText = study.definition.questions.some(
      ({ id, kind }) => id === asked && kind.endsWith('text'),
    );
    const words = isText ? fields.getAll(asked).map(String).join(' · ').trim() : '';
    const yours = words && ` ${frame.text('yours', { text: words })}`;
    return again(`${frame.text('questionClosed')}${yours}`, 409);
  }
  switch (textOf(fields, 'do')) {
    case 'take-over':
      await takeOver(db, table, person.id);
      return c.redirect(back, 303);
    case 'send': {
      const view = await tableView(db, config, here);
      const sent = view.mayAnswer ? await sendTable(db, config, study, event, table) : null;
      if (!sent || !('receipt' in sent)) return again(frame.text('nothingToSend'), 422);
      return c.redirect(back, 303);
    }
    case 'rank': {
      const done =
        asked !== null && (await changeRanking(c, at, here, asked, textOf(fields, 'op')));
      return done ? c.redirect(back, 303) : again(frame.text('conflict'), 409);
    }
    case 'answer': {
      const local = localised(study.definition, frame.language, 'table');
      const found = local.questions.find(({ id }) => id === asked);
      if (!found) return c.redirect(back, 303);
      const value = readAnswer(found, fields) ?? null;
      const wrote = await write(answerField(found.id), value, Number(textOf(fields, 'revision')));
      if (wrote.outcome === 'written') return c.redirect(back, 303);
      return again(frame.text('conflict'), wrote.outcome === 'wrong' ? 422 : 409);
    }
    case 'presenter':
      await write('presenter', textOf(fields, 'value'), 0);
      return c.redirect(back, 303);
    case 'field': {
      const field = textOf(fields, 'field');
      const words = textOf(fields, 'value').replaceAll('\r\n', '\n');
      const value = field === 'problem' ? { text: words, when: textOf(fields, 'when') } : words;
      const wrote = await write(field, value, Number(textOf(fields, 'revision')));
      if (wrote.outcome === 'written') return c.redirect(back, 303);
      const notice = `${frame.text('conflict')} ${frame.text('yours', { text: words })}`;
      return again(notice, wrote.outcome === 'wrong' ? 422 : 409);
    }
    default:
      return c.redirect(back, 303);
  }
}

/** So often a change is carried over to what others have made of the list meanwhile. */
const MOST_TRIES = 8;

/**
 * Applies one change to the table's order as it is now, whoever else changes it at the same moment:
 * `add:id`, `out:id`, `up:id`, `down:id`, or `to:2:id` for the third place.
 */
async function changeRanking(
  c: Context<Env>,
  { study, frame }: At,
  seat: Seat & { table: NonNullable<Seat['table']> },
  questionId: string,
  op: string,
): Promise<boolean> {
  const { db, config } = c.var;
  const local = localised(study.definition, frame.language, 'table');
  const question = local.questions.find(({ id, kind }) => id === questionId && kind === 'ranking');
  const change = /^(add|out|up|down|to:(\d{1,3})):(.+)$/.exec(op);
  if (!question || !change) return false;
  const [, verb, place, key] = change as unknown as [string, string, string | undefined, string];
  const field = answerField(questionId);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const work = await tableWork(db, seat.table, seat.event.state.round);
    const { value = null, revision = 0 } = work[field] ?? {};
    const order = orderOf(value);
    const at = order.indexOf(key);
    if (verb === 'add' ? at >= 0 || order.length >= most(question) : at < 0) return true;
    const next =
      verb === 'add'
        ? [...order, key]
        : verb === 'out'
          ? order.filter((other) => other !== key)
          : moved(order, key, place === undefined ? at + (verb === 'up' ? -1 : 1) : Number(place));
    const answer = rankingOf(next) ?? null;
    const wrote = await writeWork(db, config, study, seat, { field, value: answer, revision });
    if (wrote.outcome === 'written') return true;
    if (wrote.outcome !== 'changed') return false;
  }
  return false;
}

/** The questions that are open to everybody alone, with what this person has answered before. */
async function alonePage(
  c: Context<Env>,
  { study, frame }: At,
  { event, person }: Seat,
  me: string,
): Promise<Response> {
  const { voice, language, text } = frame;
  const asked = new Set(event.state.open.individual);
  const back = seatAddress(frame, event.id, me, language);
  const whole = localised(study.definition, language, 'individual');
  const local = askedOf(whole, asked);
  if (local.questions.length === 0) return c.redirect(back, 303);
  const { round } = event.state;
  const id = await personResponseId(c.var.config.secret, person, round);
  const known = await findResponse(c.var.db, study.id, id);
  const of = (record: Record<string, unknown> | null | undefined) =>
    Object.fromEntries(Object.entries(record ?? {}).filter(([question]) => asked.has(question)));
  const answers = { ...of(known?.answers), ...of(known?.personal) };
  const fresh = freshState(local, c.var.config.now());
  const revision = known?.revision ?? 0;
  const shown = { ...fresh.shown, ...(of(known?.shown) as typeof fresh.shown) };
  const state = { ...fresh, id, base: revision, answers, shown };
  return participantPage(c, {
    voice,
    title: local.title,
    name: local.title,
    data: {
      code: study.joinCode,
      study: local,
      texts: PARTICIPANT_TEXTS[language].island,
      seat: { event: event.id, code: me, round, back: { href: back, label: text('atYourTable') } },
      stored: { id, revision, receipt: '', answers, shown },
    },
    body: (
      <form class="flow" method="post" action={aloneAddress(frame, event.id, me)}>
        <input type="hidden" name="state" value={JSON.stringify(state)} />
        <input type="hidden" name="lang" value={language} />
        <Welcome
          study={local}
          code={study.joinCode}
          say={voice.say}
          facts={[voice.sayPage('storedLead')]}
        />
      </form>
    ),
  });
}

function seatAddress({ root }: SeatFrame, event: string, me: string, language: string): string {
  return `${root}/seat/${event}?me=${me}&lang=${language}`;
}

function aloneAddress({ root }: SeatFrame, event: string, me: string): string {
  return `${root}/seat/${event}/alone?me=${me}`;
}
