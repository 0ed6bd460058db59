import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy, put, receiptIn, smallDefinition, validAnswers } from './small-study.ts';

let fresh: FreshApp;
let open: { id: string; joinCode: string };
let closed: { id: string; joinCode: string };
let draft: { id: string; joinCode: string };
/** A response to the open study, at revision 5. */
const stored = randomUUID();
let storedReceipt: string;

beforeAll(async () => {
  const endless = { perSecond: 1e6, burst: 1e6 };
  fresh = await freshApp({ limits: { receipts: endless, submissions: endless } });
  open = await openSmallStudy(fresh);
  closed = await openSmallStudy(fresh);
  await fresh.designer(`/api/studies/${closed.id}/close`, { method: 'POST' });
  const made = await fresh.designer('/api/studies', { body: { definition: smallDefinition } });
  draft = (await made.json()) as typeof draft;
  storedReceipt = await receiptIn(
    await put(fresh, stored, { joinCode: open.joinCode, revision: 5 }),
  );
});
afterAll(() => fresh.close());

/** What a request asks for, once the studies are there. */
interface Asked {
  method?: string;
  path?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  text?: string;
  headers?: Record<string, string>;
}

type Case = [law: string, asked: () => Asked, status: number, place: string, sentence: RegExp];

const answers = (changed: Record<string, unknown>) => (): Asked => ({
  body: { answers: { ...validAnswers, ...changed } },
});

const definition = (changed: Record<string, unknown>) => (): Asked => ({
  method: 'POST',
  path: '/api/studies',
  body: { definition: { ...smallDefinition, ...changed } },
});

const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`q${index}`, 'x']));

const SUBMISSIONS: Case[] = [
  [
    'an unknown option',
    answers({ topics: [['law'], ['space']] }),
    422,
    'answers.topics[1][0]',
    /no option "space"/,
  ],
  [
    'an option ranked twice',
    answers({ topics: [['law'], ['law']] }),
    422,
    'answers.topics[1][0]',
    /"law" is there twice/,
  ],
  [
    'a tie where none is allowed',
    answers({ topics: [['law', 'data']] }),
    422,
    'answers.topics[0]',
    /ties/,
  ],
  ['too few ranked', answers({ topics: [['law']] }), 422, 'answers.topics', /at least 2/],
  [
    'too many ranked',
    answers({ topics: [['law'], ['data'], ['money'], ['people'], ['roads']] }),
    422,
    'answers.topics',
    /at most 4/,
  ],
  [
    'an empty group',
    answers({ topics: [['law'], [], ['data']] }),
    422,
    'answers.topics[1]',
    /empty/,
  ],
  [
    'a ranking that is a list of ids',
    answers({ topics: ['law', 'data'] }),
    422,
    'answers.topics[0]',
    /list of groups/,
  ],
  [
    'no opinion where it is not offered',
    answers({ topics: 'no-opinion' }),
    422,
    'answers.topics',
    /no-opinion/,
  ],
  [
    'more write-ins than allowed',
    answers({ topics: [['law'], [{ writeIn: 'a' }], [{ writeIn: 'b' }]] }),
    422,
    'answers.topics[2][0]',
    /at most 1/,
  ],
  [
    'an empty write-in',
    answers({ topics: [['law'], [{ writeIn: '  ' }]] }),
    422,
    'answers.topics[1][0]',
    /empty/,
  ],
  [
    'a write-in with a foreign key',
    answers({ topics: [['law'], [{ writeIn: 'a', html: 'b' }]] }),
    422,
    'answers.topics[1][0]',
    /no option/,
  ],
  [
    'a missing required answer',
    () => ({ body: { answers: {} } }),
    422,
    'answers.topics',
    /required/,
  ],
  ['an unknown question', answers({ colour: 'red' }), 422, 'answers.colour', /no such question/],
  [
    'a question named like a property of every object',
    answers({ constructor: 'x' }),
    422,
    'answers.constructor',
    /no such question/,
  ],
  ['an unknown choice', answers({ role: 'king' }), 422, 'answers.role', /no option "king"/],
  ['a choice of the wrong kind', answers({ role: 7 }), 422, 'answers.role', /id of an option/],
  [
    'a choice taken twice',
    answers({ places: ['north', 'north'] }),
    422,
    'answers.places[1]',
    /twice/,
  ],
  [
    'a value that is not on the scale',
    answers({ years: 4 }),
    422,
    'answers.years',
    /not on the scale/,
  ],
  [
    'an unknown row',
    answers({ skills: { dance: 1 } }),
    422,
    'answers.skills.dance',
    /no row "dance"/,
  ],
  [
    'a row value that is not on the scale',
    answers({ skills: { law: 9 } }),
    422,
    'answers.skills.law',
    /not on the scale/,
  ],
  [
    '“don’t know” where it is not offered',
    answers({ skills: { law: null } }),
    422,
    'answers.skills.law',
    /needs a value/,
  ],
  ['a number as a text', answers({ share: '35' }), 422, 'answers.share', /finite number/],
  ['a number below the least', answers({ share: -5 }), 422, 'answers.share', /less than 0/],
  ['a number above the most', answers({ share: 105 }), 422, 'answers.share', /more than 100/],
  ['a number between the steps', answers({ share: 33 }), 422, 'answers.share', /steps of 5/],
  [
    'a text that is too long',
    answers({ problem: 'x'.repeat(51) }),
    422,
    'answers.problem',
    /more than 50/,
  ],
  [
    'a text that cannot be stored',
    answers({ problem: 'a\u0000b' }),
    422,
    'answers.problem',
    /cannot be stored/,
  ],
  [
    'an order of unknown options',
    () => ({ body: { shown: { topics: ['law', 'space'] } } }),
    422,
    'shown.topics[1]',
    /no option "space"/,
  ],
  [
    'an order of an unknown question',
    () => ({ body: { shown: { colour: ['law'] } } }),
    422,
    'shown.colour',
    /no such question/,
  ],
  ['answers that are a list', () => ({ body: { answers: [] } }), 422, 'answers', /./],
  [
    'more answers than a study can have questions',
    () => ({ body: { answers: many } }),
    422,
    'answers',
    /more than 200/,
  ],
  ['a revision of nought', () => ({ body: { revision: 0 } }), 422, 'revision', /./],
  ['a revision that is no whole number', () => ({ body: { revision: 1.5 } }), 422, 'revision', /./],
  ['an unknown language', () => ({ body: { locale: 'tlh' } }), 422, 'locale', /./],
  ['an unknown field', () => ({ body: { admin: true } }), 422, '', /admin/],
  ['a missing field', () => ({ body: { joinCode: undefined } }), 422, 'joinCode', /./],
  ['an unknown kind of respondent', () => ({ body: { voice: 'crowd' } }), 422, 'voice', /./],
  [
    'a response id that is no UUID',
    () => ({ path: '/api/responses/42', body: {} }),
    422,
    'id',
    /UUID/,
  ],
  ['broken JSON', () => ({ text: '{"joinCode": ' }), 400, '', /not valid JSON/],
  ['an empty body', () => ({ text: '' }), 400, '', /not valid JSON/],
  [
    'a body of another type',
    () => ({ text: 'a=b', headers: { 'content-type': 'text/plain' } }),
    415,
    '',
    /JSON/,
  ],
  [
    'a form',
    () => ({ text: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    415,
    '',
    /JSON/,
  ],
  ['a body of a megabyte', () => ({ text: ' '.repeat(1_000_000) }), 413, '', /too large.*256 kB/],
  ['an unknown join code', () => ({ body: { joinCode: '222-222' } }), 404, '', /join code/],
  [
    'a join code that cannot be one',
    () => ({ body: { joinCode: 'OOO-111' } }),
    404,
    '',
    /join code/,
  ],
  [
    'the join code of a draft',
    () => ({ body: { joinCode: draft.joinCode } }),
    404,
    '',
    /join code/,
  ],
  ['a closed study', () => ({ body: { joinCode: closed.joinCode } }), 410, '', /closed/],
  [
    'an older revision',
    () => ({ path: `/api/responses/${stored}`, body: { revision: 4 } }),
    409,
    '',
    /later revision/,
  ],
  [
    'a foreign receipt',
    () => ({
      path: `/api/responses/${stored}`,
      body: { revision: 6 },
      headers: { receipt: '0000-0000-0000' },
    }),
    404,
    '',
    /receipt/,
  ],
];

const OWN: Case[] = [
  [
    'reading without a receipt',
    () => ({ method: 'GET', path: `/api/responses/${stored}` }),
    404,
    '',
    /receipt/,
  ],
  [
    'reading with text that is no receipt',
    () => ({ method: 'GET', path: `/api/responses/${stored}`, headers: { receipt: 'x' } }),
    404,
    '',
    /receipt/,
  ],
  [
    'reading with a foreign receipt',
    () => ({
      method: 'GET',
      path: `/api/responses/${stored}`,
      headers: { receipt: '0000-0000-0000' },
    }),
    404,
    '',
    /receipt/,
  ],
  [
    'reading an unknown response with a good receipt',
    () => ({
      method: 'GET',
      path: `/api/responses/${randomUUID()}`,
      headers: { receipt: storedReceipt },
    }),
    404,
    '',
    /receipt/,
  ],
  [
    'reading a response whose id is no UUID',
    () => ({ method: 'GET', path: '/api/responses/42', headers: { receipt: storedReceipt } }),
    404,
    '',
    /receipt/,
  ],
  [
    'withdrawing with a foreign receipt',
    () => ({
      method: 'DELETE',
      path: `/api/responses/${stored}`,
      headers: { receipt: '0000-0000-0000' },
    }),
    404,
    '',
    /receipt/,
  ],
  [
    'joining with an unknown code',
    () => ({ method: 'GET', path: '/api/join/222-222' }),
    404,
    '',
    /join code/,
  ],
  [
    'joining with text that is no code',
    () => ({ method: 'GET', path: '/api/join/%00' }),
    404,
    '',
    /join code/,
  ],
  [
    'a QR code for an unknown study',
    () => ({ method: 'GET', path: '/api/studies/42/qr.svg' }),
    404,
    '',
    /study/,
  ],
  [
    'an unknown route',
    () => ({ method: 'GET', path: '/api/ballots' }),
    404,
    '',
    /nothing at this address/,
  ],
  [
    'a method that a route does not have',
    () => ({ method: 'PATCH', path: `/api/responses/${stored}`, body: {} }),
    404,
    '',
    /nothing at this address/,
  ],
];

const STUDIES: Case[] = [
  [
    'an unknown template',
    () => ({ method: 'POST', path: '/api/studies', body: { template: 'x' } }),
    422,
    'template',
    /./,
  ],
  [
    'neither template nor definition',
    () => ({ method: 'POST', path: '/api/studies', body: {} }),
    422,
    '',
    /either/,
  ],
  [
    'both template and definition',
    () => ({
      method: 'POST',
      path: '/api/studies',
      body: { template: 'local-digital-skills', definition: smallDefinition },
    }),
    422,
    '',
    /either/,
  ],
  [
    'a definition without questions',
    definition({ questions: [] }),
    422,
    'definition.questions',
    /./,
  ],
  ['a definition with an unknown key', definition({ colour: 'red' }), 422, 'definition', /colour/],
  [
    'a question with an unknown option list',
    definition({
      questions: [{ ...smallDefinition.questions[0], optionsFrom: 'nowhere' }],
      segments: [],
    }),
    422,
    'definition.questions[0].optionsFrom',
    /nowhere/,
  ],
  [
    'two questions with one id',
    definition({ questions: [...smallDefinition.questions, smallDefinition.questions[1]] }),
    422,
    'definition.questions[9].id',
    /./,
  ],
  [
    'a question of an unknown kind',
    definition({ questions: [{ ...smallDefinition.questions[0], kind: 'essay' }] }),
    422,
    'definition.questions[0].kind',
    /./,
  ],
  [
    'a smallest cell of one',
    definition({ privacy: { minCell: 1 } }),
    422,
    'definition.privacy.minCell',
    /./,
  ],
  [
    'an unknown study',
    () => ({ method: 'GET', path: `/api/studies/${randomUUID()}` }),
    404,
    '',
    /no such study/,
  ],
  [
    'a study id that is no UUID',
    () => ({ method: 'POST', path: '/api/studies/1%27%20or%201=1/open' }),
    404,
    '',
    /no such study/,
  ],
  [
    'a page of a million studies',
    () => ({ method: 'GET', path: '/api/studies?limit=1000000' }),
    422,
    'limit',
    /./,
  ],
  [
    'a cursor that is none',
    () => ({ method: 'GET', path: '/api/studies?cursor=x' }),
    422,
    'cursor',
    /cursor/,
  ],
  [
    'a change of nothing',
    () => ({ method: 'PATCH', path: `/api/studies/${draft.id}`, body: {} }),
    422,
    'definition',
    /./,
  ],
  [
    'a token without a name',
    () => ({ method: 'POST', path: '/api/tokens', body: { name: ' ' } }),
    422,
    'name',
    /./,
  ],
  [
    'a token with an unknown role',
    () => ({ method: 'POST', path: '/api/tokens', body: { name: 'x', role: 'king' } }),
    422,
    'role',
    /./,
  ],
  [
    'revoking an unknown token',
    () => ({ method: 'DELETE', path: '/api/tokens/42' }),
    404,
    '',
    /no such token/,
  ],
];

const TABLES = [
  'study',
  'response',
  'ledger',
  'personal_answer',
  'api_token',
  'join_code',
] as const;

/** Everything that a refused request could have changed; not the day a token was last used. */
async function everything(): Promise<string> {
  const rows = await Promise.all(
    TABLES.map((table) => fresh.db.selectFrom(table).selectAll().execute()),
  );
  return JSON.stringify(rows);
}

async function send(asked: Asked, authorization?: string): Promise<Response> {
  const { method = 'PUT', path = `/api/responses/${randomUUID()}`, headers = {} } = asked;
  const whole = { joinCode: open.joinCode, revision: 1, locale: 'en', answers: validAnswers };
  const given = asked.body === undefined ? undefined : (asked.body as object);
  const body =
    asked.text ?? (given && JSON.stringify(method === 'PUT' ? { ...whole, ...given } : given));
  return fresh.app.request(path, {
    method,
    headers: {
      ...(authorization && { authorization }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
}

async function expectRefusal(
  [, asked, status, place, sentence]: Case,
  authorization?: string,
): Promise<void> {
  await fresh.designer('/api/studies');
  const before = await everything();
  const response = await send(asked(), authorization);
  const body = (await response.json()) as { error: string; issues?: { path: string }[] };
  expect(response.status, body.error).toBe(status);
  expect(Object.keys(body).every((key) => ['error', 'issues'].includes(key))).toBe(true);
  expect(body.error).toMatch(/^[A-Za-z].*\.$/);
  const sentences = [body.error, ...(body.issues ?? []).map((issue) => JSON.stringify(issue))];
  expect(sentences.join('\n')).toMatch(sentence);
  if (status === 422) {
    expect((body.issues ?? []).map(({ path }) => path)).toContain(place);
  } else expect(body.issues).toBeUndefined();
  expect(await everything()).toBe(before);
}

describe('a submission is refused, and nothing is stored, for', () => {
  it.each(SUBMISSIONS)('%s', (...row) => expectRefusal(row));
});

describe('a participant is refused for', () => {
  it.each(OWN)('%s', async (...row) => {
    const { path = '' } = row[1]();
    await expectRefusal(row, path.startsWith('/api/studies') ? `Bearer ${fresh.token}` : undefined);
  });
});

describe('a designer is refused, and nothing is changed, for', () => {
  it.each(STUDIES)('%s', (...row) => expectRefusal(row, `Bearer ${fresh.token}`));
});

describe('whoever asks too often', () => {
  it('is told how long to wait, and can go on then', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const slow = await freshApp({
      limits: { receipts: { perSecond: 2, burst: 2 }, submissions: { perSecond: 1, burst: 3 } },
    });
    const asked = () =>
      slow.app.request(`/api/responses/${randomUUID()}`, { headers: { receipt: storedReceipt } });
    expect([(await asked()).status, (await asked()).status]).toEqual([404, 404]);
    const refused = await asked();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toEqual({ error: 'Too many requests: try again in 1 second.' });
    vi.advanceTimersByTime(1000);
    expect((await asked()).status).toBe(404);
    await slow.close();
  });
});
