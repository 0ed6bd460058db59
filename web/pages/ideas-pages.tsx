import { type Context, Hono } from 'hono';
import { isUuid, type Study } from '../../src/db/studies.ts';
import type { Env } from '../../src/http/env.ts';
import { readForm } from '../../src/http/form-body.ts';
import { IDEA_LENGTH, IdeaBody } from '../../src/http/gap-body.ts';
import { type IdeaOutcome, sendIdea } from '../../src/http/idea-api.ts';
import { parseReceipt } from '../../src/http/receipt.ts';
import { gapsTexts } from '../text/gaps/texts.ts';
import { findJoined, notOpenPage, unknownPage } from './joined-study.tsx';
import { textOf } from './room-form.ts';
import { phonePage } from './room-phone.tsx';
import { seatFrame } from './room-seat-frame.ts';

/** Where people in the room write their ideas, without account and without script. */
export const ideasPages = new Hono<Env>()
  .get('/j/:code/ideas', (c) => withStudy(c, async (study) => ideasPage(c, study, {})))
  .post('/j/:code/ideas', (c) =>
    withStudy(c, async (study) => {
      const form = await readForm(c);
      const [text, table] = [textOf(form, 'text'), textOf(form, 'table')];
      const idea = { id: textOf(form, 'id'), text, ...(table !== '' && { table }) };
      const read = IdeaBody.safeParse(idea);
      const seat = seatOf((name) => textOf(form, name));
      if (!read.success) return ideasPage(c, study, { text, table, seat, refused: 'ideaMissing' });
      const refused = REFUSED[await sendIdea(c, study, read.data)];
      if (refused) return ideasPage(c, study, { text, table, seat, refused });
      const { root, language } = seatFrame(c, study);
      const query = new URLSearchParams({ sent: '', lang: language, table, ...seat });
      return c.redirect(`${root}/ideas?${query}`, 303);
    }),
  );

/** What is said where an idea was not stored, and the answer's status. */
const REFUSED = {
  closed: 'notNow',
  'no-event': 'notNow',
  'no-table': 'noSuchTable',
  full: 'ideasFull',
  added: null,
  repeated: null,
} as const satisfies Record<IdeaOutcome, keyof typeof STATUS | null>;

const STATUS = { notNow: 409, noSuchTable: 404, ideasFull: 409, ideaMissing: 422 } as const;

async function withStudy(
  c: Context<Env>,
  answer: (study: Study) => Promise<Response>,
): Promise<Response> {
  const study = await findJoined(c);
  if (!study) return unknownPage(c);
  return study.status === 'open' ? answer(study) : notOpenPage(c, study);
}

/** Whose seat somebody came from, to lead them back; it is not stored with an idea. */
interface From {
  event: string;
  me: string;
}

/** The seat that a form or an address names; null without one. */
function seatOf(said: (name: string) => string): From | null {
  const [event, me] = [said('event'), parseReceipt(said('me'))];
  return me && isUuid(event) ? { event, me } : null;
}

function ideasPage(
  c: Context<Env>,
  study: Study,
  shown: {
    text?: string;
    table?: string;
    seat?: From | null;
    refused?: keyof typeof STATUS;
  },
): Response {
  const { text = '', table, refused } = shown;
  const { seat = seatOf((name) => c.req.query(name) ?? '') } = shown;
  const frame = seatFrame(c, study);
  const tell = gapsTexts(frame.language);
  const body = (
    <form class="at-door" method="post" action={`${frame.root}/ideas?lang=${frame.language}`}>
      <input type="hidden" name="id" value={crypto.randomUUID()} />
      {Object.entries(seat ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <h1>{tell('ideaTitle')}</h1>
      <p>{tell('ideaLead')}</p>
      <div role="status">
        {'sent' in c.req.query() && !refused && <p class="room-call">{tell('sent')}</p>}
        {refused && <p class="room-call">{tell(refused, { n: IDEA_LENGTH })}</p>}
      </div>
      <div class="question">
        <label for="idea">{tell('ideaLabel')}</label>
        <textarea id="idea" name="text" rows={3} maxLength={IDEA_LENGTH} required value={text} />
      </div>
      <div class="question">
        <label for="table">{tell('ideaTable')}</label>
        <input
          id="table"
          name="table"
          type="text"
          maxLength={60}
          autocomplete="off"
          value={table ?? c.req.query('table') ?? ''}
        />
      </div>
      <p class="actions">
        <button class="btn primary wide">{tell('send')}</button>
      </p>
      {seat && (
        <p>
          <a
            class="btn ghost wide"
            href={`${frame.root}/seat/${seat.event}?me=${seat.me}&lang=${frame.language}`}
          >
            {frame.text('atYourTable')}
          </a>
        </p>
      )}
    </form>
  );
  return phonePage(c, frame, {
    title: tell('ideaTitle'),
    body,
    ...(refused && { status: STATUS[refused] }),
  });
}
