import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';

/** Where a running Plenary is, and a designer's API token for it. */
export interface Site {
  url: string;
  token: string;
}

interface Question {
  id: string;
  kind: string;
  required: boolean;
  options?: { id: string; writeIn?: true; exclude?: true }[];
  rows?: { id: string }[];
  points?: { value: number }[];
  countries?: true;
  min?: number;
}

type Answers = Record<string, unknown>;

/** One request; fails unless it is answered with the expected status. */
export async function call(
  site: { url: string; token?: string },
  expected: number,
  method: string,
  path: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<Response> {
  const response = await fetch(site.url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(site.token ? { authorization: `Bearer ${site.token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.status !== expected) {
    const text = (await response.text()).slice(0, 2000);
    assert.fail(`${method} ${path} answered ${response.status}, not ${expected}: ${text}`);
  }
  return response;
}

/** Creates and opens a study from the smart-city template. */
export async function openStudy(site: Site): Promise<{ id: string; joinCode: string }> {
  const body = { template: 'smart-city-programme-manager' };
  const created = await call(site, 201, 'POST', '/api/studies', { body });
  const { id, joinCode, status } = (await created.json()) as Record<string, string>;
  assert.equal(status, 'draft');
  await call(site, 200, 'POST', `/api/studies/${id}/open`);
  return { id: id!, joinCode: joinCode! };
}

/** A valid response to a study: every required question answered; `ranked` orders the options of every ranking. */
export async function responseBody(
  url: string,
  joinCode: string,
  ranked: (ids: string[]) => string[] = (ids) => ids,
): Promise<Record<string, unknown>> {
  const joined = await call({ url }, 200, 'GET', `/api/join/${joinCode}?lang=en`);
  const study = (await joined.json()) as { questions: Question[] };
  const answers: Answers = {};
  const shown: Record<string, string[]> = {};
  for (const question of study.questions.filter(({ required }) => required)) {
    answers[question.id] = answerOf(question, ranked);
    if (question.kind === 'ranking') shown[question.id] = choices(question);
  }
  return { joinCode, revision: 1, locale: 'en', answers, shown };
}

/** Sends one response as a phone does. */
export async function respond(
  url: string,
  joinCode: string,
  options: {
    id?: string;
    revision?: number;
    status?: number;
    ranked?: (ids: string[]) => string[];
  } = {},
): Promise<{ id: string; receipt: string }> {
  const { id = randomUUID(), revision = 1, status = 201, ranked } = options;
  const body = { ...(await responseBody(url, joinCode, ranked)), revision };
  const sent = await call({ url }, status, 'PUT', `/api/responses/${id}`, { body });
  const { receipt = '' } = (await sent.json()) as { receipt?: string };
  return { id, receipt };
}

const choices = ({ options = [] }: Question) =>
  options.filter(({ writeIn, exclude }) => !writeIn && !exclude).map(({ id }) => id);

function answerOf(question: Question, ranked: (ids: string[]) => string[]): unknown {
  const ids = choices(question);
  switch (question.kind) {
    case 'ranking':
      return ranked(ids)
        .slice(0, question.min)
        .map((id) => [id]);
    case 'single':
    case 'scale':
      return question.countries ? 'DE' : ids[0];
    case 'multiple':
      return [ids[0]];
    case 'rating-matrix':
      return Object.fromEntries(question.rows!.map(({ id }) => [id, question.points![0]!.value]));
    case 'number':
      return question.min ?? 0;
    default:
      return 'An answer';
  }
}

const ranking = 'competency-ranking';

/** The ranking slice of everyone. */
export async function resultsOfAll(
  site: Site,
  study: string,
): Promise<{ n: number; items: { id: string }[]; meanRank: (number | null)[] }> {
  const found = await call(site, 200, 'GET', `/api/studies/${study}/results?question=${ranking}`);
  assert.ok(found.headers.get('etag'));
  const { slices } = (await found.json()) as {
    slices: { n: number; items: { id: string }[]; meanRank: (number | null)[] }[];
  };
  return slices[0]!;
}

/**
 * The main job from end to end over HTTP: a study is created and opened, six people answer, one edits and one withdraws,
 * the results count five, the page works as a plain form, and a closed study takes no more answers.
 *
 * @throws with the request and the answer that broke the flow
 * @example
 * await smoke({ url: 'http://localhost:8787', token: 'plenary_…' });
 */
export async function smoke(site: Site): Promise<void> {
  const { url } = site;
  const { id, joinCode } = await openStudy(site);

  const backwards = (ids: string[]) => ids.toReversed();
  const first = await respond(url, joinCode, { ranked: backwards });
  await respond(url, joinCode, { id: first.id, revision: 2, status: 200 });
  const repeated = await respond(url, joinCode, { id: first.id, revision: 2, status: 200 });
  assert.equal(repeated.receipt, first.receipt);
  for (let more = 0; more < 4; more += 1) await respond(url, joinCode);
  const last = await respond(url, joinCode, { ranked: backwards });
  const own = { headers: { receipt: last.receipt } };
  await call({ url }, 200, 'GET', `/api/responses/${last.id}`, own);
  await call({ url }, 404, 'GET', `/api/responses/${last.id}`, {
    headers: { receipt: first.receipt },
  });
  const withdrawn = await fetch(`${url}/api/responses/${last.id}`, { method: 'DELETE', ...own });
  assert.ok(withdrawn.ok, `DELETE of the own response answered ${withdrawn.status}`);

  const results = await resultsOfAll(site, id);
  assert.equal(results.n, 5);
  const means = results.items.map(({ id: item }, index) => ({
    item,
    mean: results.meanRank[index],
  }));
  const study = (await (
    await call({ url }, 200, 'GET', `/api/join/${joinCode}?lang=en`)
  ).json()) as {
    questions: Question[];
  };
  const asked = choices(study.questions.find((question) => question.id === ranking)!);
  for (const [rank, item] of asked.slice(0, 5).entries()) {
    assert.equal(means.find((one) => one.item === item)?.mean, rank + 1, `mean rank of ${item}`);
  }
  await call({ url }, 401, 'GET', `/api/studies/${id}/results?question=${ranking}`);

  const page = await call({ url }, 200, 'GET', `/j/${joinCode}?lang=en`);
  const html = await page.text();
  assert.match(html, /<form[^>]+method="post"/i);
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  const script = /<script[^>]+src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1];
  assert.ok(script, 'the page has a script');
  const asset = await call({ url }, 200, 'GET', script);
  assert.match(asset.headers.get('content-type') ?? '', /javascript/);
  assert.match(asset.headers.get('cache-control') ?? '', /immutable/);
  assert.ok((await asset.text()).length > 100);

  await call(site, 200, 'POST', `/api/studies/${id}/close`);
  await respond(url, joinCode, { status: 410 });
  assert.equal((await resultsOfAll(site, id)).n, 5);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , url, token] = process.argv;
  if (!url || !token) throw new Error('usage: node tests/smoke.ts URL TOKEN');
  await smoke({ url, token });
  console.log(`${url} collects, edits, withdraws, counts and closes as it should.`);
}
