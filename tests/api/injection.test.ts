import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../../src/http/env.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { elementsOf, injectionsIn } from '../markup.ts';
import { put, receiptIn, smallDefinition } from './small-study.ts';

const MARKER = 'x-k';

/** Breaks out of an attribute, a script and a title, and brings in an element and an attribute. */
const MARKUP = `'"</script></title><${MARKER} ${MARKER} onx=1>`;
/** Fits into the shortest texts that people can write. */
const SHORT = `'"</script><${MARKER} ${MARKER}>`;

let fresh: FreshApp;
beforeAll(async () => {
  const endless = { perSecond: 1e6, burst: 1e6 };
  const limits: Partial<Config['limits']> = {
    submissions: endless,
    receipts: endless,
    signIns: endless,
    calls: endless,
  };
  fresh = await freshApp({ limits, webhookPrivate: true } as Partial<Config>);
});
afterAll(() => fresh.close());

const TEXTS = new Set([
  'title',
  'label',
  'short',
  'help',
  'intro',
  'consent',
  'thanks',
  'dontKnow',
]);

/** A definition with a text of `make` in every field that people read. */
function withTexts(node: unknown, make: (field: string) => string, field = ''): unknown {
  if (Array.isArray(node)) return node.map((part) => withTexts(part, make, field));
  if (typeof node !== 'object' || node === null) return node;
  if (TEXTS.has(field)) return { en: make(field) };
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withTexts(value, make, key)]),
  );
}

function definitionOf(text: string, length = 40): object {
  let count = 0;
  const definition = {
    ...smallDefinition,
    privacy: { minCell: 5 },
    source: text,
    lists: {
      topics: smallDefinition.lists.topics.map((option) => ({ ...option, short: { en: '' } })),
    },
    questions: smallDefinition.questions.map((question) => ({
      ...question,
      help: { en: '' },
    })),
    workshop: {
      ...smallDefinition.workshop,
      timezone: 'Europe/Madrid',
    },
  };
  return withTexts(definition, (field) => {
    count += 1;
    const most = field === 'short' || field === 'dontKnow' ? length : 110;
    return `${most >= text.length + 3 ? text : SHORT}${count}`;
  }) as object;
}

const PAYLOADS = {
  topics: [[{ writeIn: SHORT }], ['law'], ['data']],
  problem: `${SHORT} problem`.slice(0, 50),
  solution: `${SHORT} solution`.slice(0, 50),
  name: `${SHORT} name`,
  role: 'student',
};

interface Study {
  id: string;
  joinCode: string;
}

async function made(definition: object): Promise<Study> {
  const response = await fresh.designer('/api/studies', { body: { definition } });
  expect(response.status, await response.clone().text()).toBe(201);
  const study = (await response.json()) as Study;
  await fresh.designer(`/api/studies/${study.id}/open`, { method: 'POST' });
  return study;
}

/** Every page that links lead to from where one starts, with what it says. */
async function walk(starts: readonly string[], headers: Record<string, string>, most = 400) {
  const pages = new Map<string, string>();
  const waiting = [...starts];
  const known = new Set(starts);
  while (waiting.length > 0 && pages.size < most) {
    const path = waiting.shift()!;
    const response = await fresh.app.request(path, { headers });
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) continue;
    const html = await response.text();
    pages.set(path, html);
    expect(response.status, path).toBeLessThan(500);
    for (const { name, attributes } of elementsOf(html)) {
      const address = name === 'a' ? attributes['href'] : undefined;
      if (!address || !URL.canParse(address, 'http://localhost')) continue;
      const url = new URL(address, `http://localhost${path}`);
      const next = url.pathname + url.search;
      // Languages show the same texts of a study; one is enough.
      if (url.host !== 'localhost' || /[?&]lang=/.test(next) || known.has(next)) continue;
      known.add(next);
      waiting.push(next);
    }
  }
  return pages;
}

describe('what people write', () => {
  it('is text on every page, whatever it is and whoever wrote it', async () => {
    const study = await made(definitionOf(MARKUP));
    const sent = [];
    for (let n = 0; n < 12; n += 1) {
      const id = randomUUID();
      const answers = { ...PAYLOADS, problem: `${SHORT} ${n}` };
      const body = { joinCode: study.joinCode, answers, table: `${SHORT} t` };
      const response = await put(fresh, id, body);
      expect(response.status, await response.clone().text()).toBe(201);
      sent.push(await receiptIn(response));
    }
    await fresh.designer('/api/tokens', { body: { name: MARKUP, role: 'viewer' } });
    await fresh.designer(`/api/studies/${study.id}/webhooks`, {
      body: { url: `http://127.0.0.1:9/${SHORT}`, events: ['study.closed'] },
    });
    await fresh.db.updateTable('organisation').set({ name: MARKUP }).execute();
    const file = `# FILE NAME: x.soc\n# TITLE: ${MARKUP}\n# DATA TYPE: soc\n# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: ${MARKUP}\n# ALTERNATIVE NAME 2: b\n5: 1,2\n5: 2,1\n`;
    const imported = await fresh.app.request('/api/studies/import?file=x.soc', {
      method: 'POST',
      headers: { authorization: `Bearer ${fresh.token}`, 'content-type': 'text/plain' },
      body: file,
    });
    expect(imported.status, await imported.clone().text()).toBe(201);
    const other = (await imported.json()) as Study;

    const signedIn = { authorization: `Bearer ${fresh.token}` };
    const studyPages = fresh.app.routes
      .filter(({ method, path }) => method === 'GET' && /^\/studies\/:id(\/[\w-]+)*$/.test(path))
      .map(({ path }) => path);
    const pages = await walk(
      [
        '/studies',
        '/tokens',
        '/people',
        '/account',
        '/organisation',
        ...[study, other].flatMap(({ id }) => studyPages.map((path) => path.replace(':id', id))),
        ...smallDefinition.questions.map(({ id }) => `/studies/${study.id}/results?question=${id}`),
        `/studies/${study.id}/results?by=role`,
      ],
      signedIn,
    );
    const seen = await walk(
      [
        '/',
        `/j/${study.joinCode}`,
        `/r/${study.joinCode}/${sent[0]}`,
        `/r/${study.joinCode}/${sent[7]}`,
      ],
      {},
    );
    for (const [path, html] of [...pages, ...seen]) {
      expect(injectionsIn(html, MARKER), path).toEqual([]);
    }
    const showing = [...pages, ...seen].filter(([, html]) => html.includes(`${MARKER} ${MARKER}`));
    expect(showing.length).toBeGreaterThan(15);
  });

  it('is text on pages that repeat it: wrong codes, forms that could not be taken', async () => {
    const study = await made(definitionOf(MARKUP));
    const form = (path: string, fields: Record<string, string>, token?: string) =>
      fresh.app.request(path, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...(token && { authorization: `Bearer ${token}` }),
        },
        body: new URLSearchParams(fields).toString(),
      });
    const odd = encodeURIComponent(MARKUP);
    const responses = [
      await fresh.app.request(`/j?code=${odd}`),
      await fresh.app.request(`/${odd}`),
      await fresh.app.request(`/r/${study.joinCode}/${odd}`),
      await fresh.app.request(`/studies/${odd}`),
      await fresh.app.request(`/docs?q=${odd}`),
      await fresh.app.request(
        `/studies/${study.id}/results?question=${odd}&by=${odd}&where=${odd}`,
        {
          headers: { authorization: `Bearer ${fresh.token}` },
        },
      ),
      await form('/sign-in', { token: MARKUP, email: MARKUP, password: MARKUP, next: MARKUP }),
      await form(`/j/${study.joinCode}`, {
        problem: MARKUP,
        name: MARKUP,
        share: MARKUP,
        step: '0',
      }),
      await form(`/studies/${study.id}/delete`, { code: MARKUP }, fresh.token),
      await form(`/studies/${study.id}/webhooks`, { url: MARKUP, events: MARKUP }, fresh.token),
    ];
    for (const response of responses) {
      expect(response.status).toBeLessThan(500);
      expect(injectionsIn(await response.text(), MARKER), response.url).toEqual([]);
    }
  });

  it('would be noticed if a page took it for markup', () => {
    const page = (text: string) => `<!doctype html><title>a</title><main>${text}</main>`;
    expect(injectionsIn(page('<p>fine</p>'), MARKER)).toEqual([]);
    for (const wrong of [
      MARKUP,
      `<p title="${MARKUP}">`,
      `<script type="application/json">{"a":${JSON.stringify(MARKUP)}}</script>`,
      `<a href="javascript:x">a</a>`,
      '<p style="color:red">',
      '<script>x</script>',
    ]) {
      expect(injectionsIn(page(wrong), MARKER), wrong).not.toEqual([]);
    }
  });
});

const FORMULAS = ['=HYPERLINK("//x")', '+1+1', '-1+1', '@SUM(A1)', '\u{ff1d}1', ' =1', '|calc'];

describe('files for spreadsheets', () => {
  it('hold no cell that starts a formula, though every text of the study does', async () => {
    let count = 0;
    const next = () => `${FORMULAS[count % 6]} ${(count += 1)}`;
    const study = await made(withTexts(definitionOf(''), () => next().trimEnd()) as object);
    for (let n = 0; n < 8; n += 1) {
      const answers = {
        topics: [[{ writeIn: next() }], ['law']],
        problem: next(),
        solution: next(),
      };
      const body = { joinCode: study.joinCode, answers, table: next() };
      expect((await put(fresh, randomUUID(), body)).status).toBe(201);
    }
    await fresh.designer(`/api/studies/${study.id}/close`, { method: 'POST' });
    const dangerous = /^[\s']*(?<!')[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
    for (const query of ['csv', 'csv&excel=eu', 'dictionary']) {
      const file = await fresh.designer(`/api/studies/${study.id}/export?format=${query}`);
      const { data } = Papa.parse<string[]>((await file.text()).replace(/^\uFEFF/, ''));
      const cells = data.flat().filter((cell) => !/^-?\d+([.,]\d+)?$/.test(cell));
      expect(cells.filter((cell) => /[=+@\uFF1D]/.test(cell)).length, query).toBeGreaterThan(5);
      expect(
        cells.filter((cell) => dangerous.test(cell) && !cell.startsWith("'")),
        query,
      ).toEqual([]);
    }
    const workbook = await fresh.designer(`/api/studies/${study.id}/export?format=xlsx`);
    const parts = Object.entries(unzipSync(new Uint8Array(await workbook.arrayBuffer())));
    for (const [name, bytes] of parts) {
      const xml = strFromU8(bytes);
      if (name.startsWith('xl/worksheets/')) {
        expect(xml, name).not.toMatch(/<f[ >]/);
        expect(xml, name).not.toMatch(/<hyperlink|<dataValidation/);
      }
      for (const [, text = ''] of xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)) {
        expect(dangerous.test(text) && !text.startsWith("'"), `${name}: ${text}`).toBe(false);
      }
      expect(name).not.toMatch(/externalLink|vba|connections/i);
    }
  });
});

/** What is left of a script when its strings and its comments are taken out. */
function codeOf(script: string, strings: RegExp): string {
  return script.replace(strings, '""');
}

describe('scripts for R and SPSS', () => {
  it('keep every text of the study within a string', async () => {
    const texts = [
      `"); system("touch x-k"); c("`,
      `'. HOST COMMAND=['x-k'].`,
      `\\"); x-k("`,
      `a\u2028x-k\u0085x-k`,
      `*/ x-k. /*`,
    ];
    let count = 0;
    const next = () => `${texts[count++ % texts.length]}${count}`;
    const study = await made(withTexts(definitionOf(''), next) as object);
    const read = async (format: string) =>
      (await fresh.designer(`/api/studies/${study.id}/export?format=${format}`)).text();
    const r = await read('r');
    expect(r).toContain('x-k');
    expect(codeOf(r, /"(?:[^"\\]|\\.)*"|#[^\n]*/g)).not.toMatch(/x-k|system|touch/);
    const sps = await read('sps');
    expect(sps).toContain('x-k');
    expect(codeOf(sps, /'(?:[^'\r\n]|'')*'|^\*[^\n]*|\/\*[^\n]*?\*\//gm)).not.toMatch(
      /x-k|HOST|system/,
    );
  });
});

describe('headers', () => {
  it('carry no text that people chose: file names are letters, digits and dashes', async () => {
    const refused = await fresh.designer('/api/studies', {
      body: { definition: { ...smallDefinition, id: 'a"\r\nX-Evil: 1' } },
    });
    expect(refused.status).toBe(422);
    const study = await made(definitionOf(MARKUP));
    for (const format of ['csv', 'xlsx', 'json', 'preflib', 'dictionary', 'r', 'sps']) {
      const path = `/api/studies/${study.id}/export?format=${format}`;
      const { headers } = await fresh.designer(path);
      expect(headers.get('content-disposition')).toMatch(
        /^attachment; filename="[a-z0-9-]+(\.[A-Za-z]+)+"$/,
      );
    }
    const odd = encodeURIComponent('a\r\nX-Evil: 1');
    for (const path of [
      `/studies?lang=${odd}`,
      `/j?code=${odd}`,
      `/sign-in?next=//evil.example/${odd}`,
    ]) {
      const response = await fresh.app.request(path, {
        headers: { authorization: `Bearer ${fresh.token}` },
      });
      expect(response.headers.get('x-evil')).toBeNull();
      expect(response.headers.get('location') ?? '/').toMatch(/^\/(?!\/)/);
      expect(response.headers.get('set-cookie') ?? '').not.toContain('Evil');
    }
  });
});
