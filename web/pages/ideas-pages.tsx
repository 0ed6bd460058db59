import { type Context, Hono } from 'hono';
import type { Study } from '../../src/db/studies.ts';
import type { Env } from '../../src/http/env.ts';
import { readForm } from '../../src/http/form-body.ts';
import { IDEA_LENGTH, IdeaBody } from '../../src/http/gap-body.ts';
import { sendIdea } from '../../src/http/idea-api.ts';
import { Refusal } from '../../src/http/refusal.ts';
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
      if (!read.success) return ideasPage(c, study, { text, table, status: 422 });
      try {
        await sendIdea(c, study, read.data);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const status = error.status === 404 ? 404 : 409;
        return ideasPage(c, study, { text, table, status });
      }
      const { root, language } = seatFrame(c, study);
      const query = new URLSearchParams({ sent: '', lang: language, table });
      return c.redirect(`${root}/ideas?${query}`, 303);
    }),
  );

async function withStudy(
  c: Context<Env>,
  answer: (study: Study) => Promise<Response>,
): Promise<Response> {
  const study = await findJoined(c);
  if (!study) return unknownPage(c);
  return study.status === 'open' ? answer(study) : notOpenPage(c, study);
}

function ideasPage(
  c: Context<Env>,
  study: Study,
  { text = '', table, status }: { text?: string; table?: string; status?: 404 | 409 | 422 },
): Response {
  const frame = seatFrame(c, study);
  const tell = gapsTexts(frame.language);
  const body = (
    <form class="at-door" method="post" action={`${frame.root}/ideas?lang=${frame.language}`}>
      <input type="hidden" name="id" value={crypto.randomUUID()} />
      <h1>{tell('ideaTitle')}</h1>
      <p>{tell('ideaLead')}</p>
      <div role="status">
        {'sent' in c.req.query() && !status && <p class="room-call">{tell('sent')}</p>}
        {status && <p class="room-call">{tell('notNow')}</p>}
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
          maxLength={60}
          autocomplete="off"
          value={table ?? c.req.query('table') ?? ''}
        />
      </div>
      <p class="actions">
        <button class="btn primary wide">{tell('send')}</button>
      </p>
    </form>
  );
  return phonePage(c, frame, { title: tell('ideaTitle'), body, ...(status && { status }) });
}
