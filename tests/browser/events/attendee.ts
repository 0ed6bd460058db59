import type { PageData } from '../../../web/participant/page-data.ts';
import type { Hall } from './hall.ts';

/** Where somebody sits down and as whom. */
export interface Arrival {
  /** The code of a table; the event's own door without it. */
  table?: string;
  event: string;
  mark?: 'participant' | 'team' | 'expert';
  /** What they say about themselves at the door, by question. */
  about?: Readonly<Record<string, string>>;
}

/**
 * Somebody whose phone is not drawn: it asks for the same pages and sends the same requests as the
 * scripts and forms of a phone do, and reads what to send from the pages that it gets.
 *
 * @example
 * const ann = await arrive(hall, joinCode, { event, table: 'K7PM' });
 * await ann.answerAlone({ 'competency-ranking': [['data-protection'], …] });
 */
export async function arrive({ url }: Hall, joinCode: string, arrival: Arrival) {
  const { table, event, mark = 'participant', about = {} } = arrival;
  const door = `${url}/j/${joinCode}/${table ? `t/${table}` : `e/${event}`}`;
  const asked = hiddenIn(await page(door), 'me');
  const fields = { ...asked, mark, ...prefixed('q.', about) };
  const seated = await post(`${url}/j/${joinCode}/room`, fields);
  const address = new URL(seated.headers.get('location')!, url);
  const me = address.searchParams.get('me')!;
  const path = `${address.origin}${address.pathname}`;
  const seat = (query = '') => page(`${path}?me=${me}&lang=en${query}`);
  const act = async (fieldsOfForm: Readonly<Record<string, string>>) => {
    const answer = await post(path, { me, lang: 'en', ...fieldsOfForm });
    if (answer.status !== 303) throw new Error(`${answer.status}: ${await answer.text()}`);
  };
  /** The revision of a field, as the form on the page has it. */
  const revision = async (field: string) => {
    const form = (await seat()).split('<form').find((text) => text.includes(`value="${field}"`));
    return /name="revision" value="(\d+)"/.exec(form ?? '')?.[1] ?? '0';
  };
  return {
    me,
    seat,
    /** Answers the questions that are open to everybody alone; gives the reply's status. */
    answerAlone: async (answers: Readonly<Record<string, unknown>>): Promise<number> => {
      const { code, study, seat: place, stored } = dataIn(await page(`${path}/alone?me=${me}`));
      const open = new Set(study.questions.map(({ id }) => id));
      const given = Object.entries(answers).filter(([id]) => open.has(id));
      const reply = await ask(`${url}/api/responses/${stored!.id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          joinCode: code,
          revision: stored!.revision + 1,
          locale: study.language,
          answers: { ...stored!.answers, ...Object.fromEntries(given) },
          shown: stored!.shown,
          seat: { event: place!.event, code: place!.code },
          round: place!.round,
          seconds: 60,
        }),
      });
      if (!reply.ok) throw new Error(`${reply.status}: ${await reply.text()}`);
      return reply.status;
    },
    /** Ranks for the table, one tap after another, the best first. */
    rankForTable: async (question: string, items: readonly string[]) => {
      for (const item of items) await act({ do: 'rank', q: question, op: `add:${item}` });
    },
    /** Answers another question for the table. */
    answerForTable: async (question: string, value: string) => {
      const [, form = ''] = (await seat(`&q=${question}`)).split('value="answer"');
      const at = /name="revision" value="(\d+)"/.exec(form)?.[1] ?? '0';
      await act({ do: 'answer', q: question, revision: at, [question]: value });
    },
    takeOver: () => act({ do: 'take-over' }),
    /** Writes a note, a conclusion or the problem of the table. */
    note: async (field: string, value: string, more: Readonly<Record<string, string>> = {}) =>
      act({ do: 'field', field, value, revision: await revision(field), ...more }),
    present: (name: string) => act({ do: 'presenter', value: name }),
  };
}

export type Attendee = Awaited<ReturnType<typeof arrive>>;

/** Does something for many, so many at a time, as a hall of phones does. */
export async function together<One>(
  all: readonly One[],
  act: (one: One, at: number) => Promise<unknown>,
  atOnce = 6,
): Promise<void> {
  const waiting = [...all.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await act(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** Asks as a browser does: over a new connection where the server has closed the kept one. */
export async function ask(address: string, init: RequestInit = {}): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await fetch(address, init);
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}

async function page(address: string): Promise<string> {
  const answer = await ask(address, { headers: { 'accept-language': 'en-GB' } });
  if (!answer.ok) throw new Error(`${address} ${answer.status}: ${await answer.text()}`);
  return answer.text();
}

function post(address: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return ask(address, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });
}

/** The hidden fields of a page that has a form with one of a name. */
function hiddenIn(html: string, name: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, field, value]): [string, string] => [field!, value!],
  );
  if (!fields.some(([field]) => field === name)) throw new Error(`No field "${name}":\n${html}`);
  return Object.fromEntries(fields);
}

/** What the page gives its script. */
function dataIn(html: string): PageData {
  const data = /<script[^>]*id="data"[^>]*>([^<]*)</.exec(html)?.[1];
  if (!data) throw new Error(`A page without data:\n${html}`);
  return JSON.parse(data) as PageData;
}

function prefixed(prefix: string, fields: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [prefix + key, value]));
}
