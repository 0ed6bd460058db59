import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BulkResponse, countNow, storeResponses } from '../../src/db/import-responses.ts';
import { createStudy, findStudy } from '../../src/db/studies.ts';
import { createToken } from '../../src/db/tokens.ts';
import { contentHash } from '../../src/survey/strategy/content-hash.ts';
import type {
  SentenceBlock,
  StrategyDocument,
} from '../../src/survey/strategy/strategy-document.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { organisationOf } from '../organisation-members.ts';
import { answeredStudy, peopleOf } from './needs-study.ts';

const TEMPLATE = 'smart-city-programme-manager';

let fresh: FreshApp;
let id: string;
let path: string;
const people = peopleOf(TEMPLATE, { n: 60 });

beforeAll(async () => {
  fresh = await freshApp();
  ({ id } = await answeredStudy(fresh, TEMPLATE, people));
  path = `/api/studies/${id}/strategy`;
}, 60_000);
afterAll(() => fresh.close());

interface View {
  revision: number;
  document: StrategyDocument;
  leftOut: string[];
  leftOutOtherwise: { block: string; said: string; says: string }[];
  lost: { text: string }[];
}

async function read<Body>(address: string, status = 200): Promise<Body> {
  const answer = await fresh.designer(address);
  expect(answer.status, await answer.clone().text()).toBe(status);
  return (await answer.json()) as Body;
}

async function readPage(address: string): Promise<string> {
  const answer = await fresh.designer(address);
  expect(answer.status).toBe(200);
  return answer.text();
}

async function send<Body>(
  address: string,
  body: unknown,
  { method = 'POST', status = 200 } = {},
): Promise<Body> {
  const answer = await fresh.designer(address, { method, body });
  expect(answer.status, await answer.clone().text()).toBe(status);
  return (status === 204 ? null : await answer.json()) as Body;
}

const change = <Body = View>(body: unknown, status = 200) =>
  send<Body>(path, body, { method: 'PATCH', status });

const sentencesOf = ({ sections }: StrategyDocument): SentenceBlock[] =>
  sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'sentence');

const blockIn = (view: View, block: string) =>
  view.document.sections.flatMap(({ blocks }) => blocks).find((one) => one.id === block);

/** So many people rank the contents the other way round: the figures move. */
async function answerMore(n: number): Promise<void> {
  const study = (await findStudy(fresh.db, id))!;
  const responses = people.slice(0, n).map((answers): BulkResponse => {
    const ranking = answers['competency-ranking'];
    return {
      id: randomUUID(),
      answers: {
        ...answers,
        ...(Array.isArray(ranking) && { 'competency-ranking': ranking.toReversed() }),
      },
      shown: {},
      locale: 'en',
      voice: 'individual',
      table: null,
      round: 1,
      event: null,
      mark: null,
      at: new Date('2026-11-21T09:00:00Z'),
    };
  });
  await storeResponses(fresh.db, study, responses);
  await countNow(fresh.db, study);
}

describe('a strategy that people work on', () => {
  it('has sentences with the numbers they were made from', async () => {
    const { document, revision } = await read<View>(path);
    expect(revision).toBe(0);
    expect(sentencesOf(document).length).toBeGreaterThan(10);
    expect(sentencesOf(document).some(({ trace }) => trace.figures.length > 0)).toBe(true);
    await read(`${path}?where=nothing:here`, 422);
  });

  it('takes own words, paragraphs and a title, and gives them back as they were', async () => {
    const before = await read<View>(path);
    const [first, second, third] = sentencesOf(before.document);
    const paragraph = randomUUID();
    const view = await change({
      revision: 0,
      changes: [
        { do: 'write', block: first!.id, text: 'We have decided <b>this</b>.' },
        { do: 'leave-out', block: second!.id },
        { do: 'add', paragraph, section: 6, text: 'Approved by the board.' },
        { do: 'title', text: 'Strategy 2027' },
        { do: 'leave-out-section', section: 11 },
      ],
    });
    expect(view.revision).toBe(1);
    expect(view.document.title).toBe('Strategy 2027');
    expect(blockIn(view, first!.id)).toMatchObject({
      text: 'We have decided <b>this</b>.',
      edited: { by: 'Test', original: first!.text },
    });
    expect(blockIn(view, second!.id)).toBeUndefined();
    expect(view.leftOut).toEqual([second!.id]);
    expect(blockIn(view, `free:${paragraph}`)).toMatchObject({ text: 'Approved by the board.' });
    expect(view.document.sections.some(({ key }) => key === 11)).toBe(false);
    expect(blockIn(view, third!.id)).toEqual(third);

    const restored = await change({
      revision: 1,
      changes: [
        { do: 'restore', block: first!.id },
        { do: 'bring-back', block: second!.id },
        { do: 'remove', paragraph },
        { do: 'title', text: null },
        { do: 'bring-back-section', section: 11 },
      ],
    });
    expect({ ...restored.document, madeAt: '' }).toEqual({ ...before.document, madeAt: '' });
  });

  it('loses nothing when two change it at once: other places join, the same place is refused', async () => {
    const { document, revision } = await read<View>(path);
    const [first, second] = sentencesOf(document);
    const write = (block: string, text: string) => ({
      revision,
      changes: [{ do: 'write', block, text }],
    });
    await change(write(first!.id, 'Ada’s words.'));
    await change(write(second!.id, 'Bo’s words.'));
    const refused = await change<{ error: string; issues: { path: string }[] }>(
      { ...write(first!.id, 'Bo’s other words.') },
      409,
    );
    expect(refused.issues[0]!.path).toBe(`block:${first!.id}`);
    // All or nothing: with a place in the way, the others stay as they were too.
    const both = { revision, changes: [...write(sentencesOf(document)[3]!.id, 'x').changes] };
    await change({ ...both, changes: [...both.changes, ...write(first!.id, 'y').changes] }, 409);
    const now = await read<View>(path);
    expect(blockIn(now, first!.id)).toMatchObject({ text: 'Ada’s words.' });
    expect(blockIn(now, second!.id)).toMatchObject({ text: 'Bo’s words.' });
    expect(blockIn(now, sentencesOf(document)[3]!.id)).toEqual(sentencesOf(document)[3]);
    await Promise.all(
      sentencesOf(document)
        .slice(4, 7)
        .map(({ id: block }) => change(write(block, `Words for ${block}`))),
    );
    const after = await read<View>(path);
    for (const { id: block } of sentencesOf(document).slice(4, 7)) {
      expect(blockIn(after, block)).toMatchObject({ text: `Words for ${block}` });
    }
    await change({ revision: 99, changes: [{ do: 'write', block: 'none', text: 'x' }] }, 422);
    await change({ revision: 99, changes: [{ do: 'write', block: first!.id, text: ' ' }] }, 422);
  });

  it('keeps languages and filters apart', async () => {
    const german = await read<View>(`${path}?language=de`);
    expect(german.document.language).toBe('de');
    expect(german.revision).toBe(0);
    const some = await read<View>(`${path}?where=role:student`);
    expect(some.document.filter).toEqual({ where: 'role:student' });
    expect(some.revision).toBe(0);
  });
});

describe('the strategy of another study beside this one', () => {
  interface Compared {
    apart: boolean;
    other: { id: string } | null;
    matched: {
      alike: string[];
      onlyA: string[];
      onlyB: string[];
      unlike: { question: string; onlyA: string[]; onlyB: string[] }[];
    } | null;
    sections: {
      pairs: {
        id: string;
        a: SentenceBlock | null;
        b: SentenceBlock | null;
        verdict: string;
        reason: string | null;
        pValue: number | null;
      }[];
    }[];
  }
  const RANKING = 'competency-ranking';
  const pairsOf = ({ sections }: Compared) => sections.flatMap(({ pairs }) => pairs);
  let autumn: string;

  beforeAll(async () => {
    const reversed = people.flatMap((answers) => {
      const ranking = answers[RANKING];
      return Array.isArray(ranking) ? [{ ...answers, [RANKING]: ranking.toReversed() }] : [];
    });
    ({ id: autumn } = await answeredStudy(fresh, TEMPLATE, reversed));
  }, 60_000);

  it('differs only where people answered otherwise, by a test of what both studies ask', async () => {
    const compared = await read<Compared>(`${path}/compare?other=${autumn}`);
    expect(compared).toMatchObject({ apart: true, other: { id: autumn } });
    expect(compared.matched).toMatchObject({ onlyA: [], onlyB: [], unlike: [] });
    const leaders = pairsOf(compared).find(({ id: pair }) => pair === 'leaders:contents')!;
    expect(leaders).toMatchObject({ verdict: 'differs', reason: null });
    expect(leaders.pValue).toBeLessThan(0.05);
    expect(leaders.a!.trace.api).toContain(id);
    expect(leaders.b!.trace.api).toContain(autumn);
    for (const { a, verdict, reason, pValue } of pairsOf(compared)) {
      expect(verdict === 'differs').toBe(pValue !== null && pValue <= 0.05);
      expect(verdict === 'untested').toBe(reason !== null);
      const isOfRanking = a?.trace.figures.some(({ question }) => question?.includes(RANKING));
      // Everything else was answered alike.
      if (verdict === 'differs') expect(isOfRanking, a?.id).toBe(true);
    }
    const own = await read<Compared>(`${path}/compare?other=${id}&with=area-type:city`);
    expect(own).toMatchObject({ apart: false, other: null, matched: null });
    await read(`${path}/compare?other=${autumn}&with=nothing:here`, 422);
  });

  it('names what has no partner, and tests nothing that is asked otherwise', async () => {
    const study = (await findStudy(fresh.db, autumn))!;
    const definition = structuredClone(study.definition);
    const [gone] = definition.lists['competencies']!;
    definition.lists['competencies'] = definition.lists['competencies']!.slice(1);
    for (const guiding of definition.workshop.guidingQuestions) {
      guiding.competencies = guiding.competencies.filter((item) => item !== gone!.id);
    }
    const made = await send<{ id: string }>('/api/studies', { definition }, { status: 201 });
    const compared = await read<Compared>(`${path}/compare?other=${made.id}`);
    expect(compared.matched!.unlike).toContainEqual({
      question: RANKING,
      onlyA: [gone!.id],
      onlyB: [],
    });
    expect(compared.matched!.alike).not.toContain(RANKING);
    const pairs = pairsOf(compared);
    expect(pairs.every(({ pValue }) => pValue === null)).toBe(true);
    expect(pairs.filter(({ b }) => b === null).map(({ reason }) => reason)).toContain('one-side');
    const page = await readPage(`/studies/${id}/strategy/compare?other=${made.id}&with=no:thing`);
    expect(page).toContain('Without a partner');
    expect(page).toContain(`<option value="${autumn}">`);
    expect(page).toMatch(new RegExp(`<option value="${made.id}" selected`));
  });

  it('is read by those alone who may read both: any other study is a missing one', async () => {
    const definition = (await findStudy(fresh.db, autumn))!.definition;
    const { organisationId } = await organisationOf(fresh, 'Elsewhere', ['owner']);
    const theirs = await createStudy(fresh.db, { definition, now: new Date(), organisationId });
    const missing = randomUUID();
    const answers = [];
    for (const other of [theirs.id, missing, 'none']) {
      const answer = await fresh.designer(`${path}/compare?other=${other}`);
      answers.push([answer.status, await answer.json()]);
      expect((await fresh.designer(`/studies/${id}/strategy/compare?other=${other}`)).status).toBe(
        404,
      );
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[2]).toEqual(answers[1]);
    expect(answers[0]![0]).toBe(404);
    const page = await readPage(`/studies/${id}/strategy/compare`);
    expect(page).toContain(autumn);
    expect(page).not.toContain(theirs.id);
    const rights = { name: 'one study', role: 'designer' as const, scopes: null, studyId: id };
    const { token } = await createToken(fresh.db, rights, new Date());
    const limited = await fresh.app.request(`${path}/compare?other=${autumn}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([limited.status, await limited.json()]).toEqual(answers[1]);
  });
});

describe('a frozen strategy', () => {
  it('stays as it was signed, says that the data changed, and marks words that are older', async () => {
    const { revision } = await read<View>(path);
    const stale = await send<{ error: string }>(
      `${path}/versions`,
      { revision: revision - 1, name: 'Too late' },
      { status: 409 },
    );
    expect(stale.error).toMatch(/changed/);
    const made = await send<{ id: string; hash: string; document: StrategyDocument }>(
      `${path}/versions`,
      { revision, name: 'Signed', note: 'For the board', signedBy: 'Dr Ruiz' },
      { status: 201 },
    );
    expect(made.hash).toBe(await contentHash(made.document));
    type Version = typeof made & {
      intact: boolean;
      signedBy: string;
      changedSince: { data: boolean; sentences: number };
    };
    const address = `${path}/versions/${made.id}`;
    const before = await read<Version>(address);
    expect(before).toMatchObject({ intact: true, signedBy: 'Dr Ruiz', name: 'Signed' });
    expect(before.changedSince).toEqual({ data: false, sentences: 0 });
    const leader = sentencesOf(made.document).find(({ id: block }) => block === 'leaders:contents');
    const participants = sentencesOf(made.document).find(({ id: one }) => one === 'participants')!;
    await change({
      revision,
      changes: [
        { do: 'write', block: leader!.id, text: 'Contents in our own words.' },
        { do: 'leave-out', block: participants.id },
        { do: 'leave-out', block: 'purpose' },
      ],
    });
    const words = await read<View>(path);
    expect(blockIn(words, leader!.id)).not.toHaveProperty('stale');
    expect(words.leftOutOtherwise).toEqual([]);

    await answerMore(50);
    const after = await read<Version>(address);
    expect(after.document).toEqual(made.document);
    expect(after.changedSince.data).toBe(true);
    expect(after.changedSince.sentences).toBeGreaterThan(0);
    const now = await read<View>(path);
    expect(blockIn(now, leader!.id)).toMatchObject({
      text: 'Contents in our own words.',
      stale: true,
      edited: { original: leader!.text },
    });
    const said = participants.text;
    const says = said.replace('60', '110');
    expect(says).not.toBe(said);
    const left = { block: participants.id, section: 3, said, says, by: 'Test' };
    expect(now.leftOutOtherwise).toMatchObject([left]);
    const page = await readPage(`/studies/${id}/strategy`);
    expect(page).toContain('One sentence that is left out would say something else now.');
    expect(page).toContain(`<dd>${said}</dd>`);
    expect(page).toContain(`<dd>${says}</dd>`);
    const stay = { do: 'leave-out', block: participants.id, fingerprint: 'older', original: said };
    const form = { ...stay, revision: String(now.revision) };
    expect((await submit(`/studies/${id}/strategy`, form)).status).toBe(303);
    expect((await read<View>(path)).leftOutOtherwise).toMatchObject([left]);
    const kept = await change({
      revision: now.revision + 1,
      changes: [
        { do: 'keep', block: leader!.id },
        { do: 'leave-out', block: participants.id },
      ],
    });
    expect(blockIn(kept, leader!.id)).not.toHaveProperty('stale');
    expect(kept.leftOutOtherwise).toEqual([]);
    expect(kept.leftOut).toEqual([participants.id, 'purpose']);

    const again = await send<{ id: string }>(
      `${path}/versions`,
      { revision: kept.revision, name: 'Autumn' },
      { status: 201 },
    );
    const between = await read<{ counts: { changed: number; figures: number } }>(
      `${path}/differences?from=${made.id}&to=${again.id}`,
    );
    expect(between.counts.figures).toBeGreaterThan(0);
    const none = await read<{ sections: unknown[] }>(`${path}/differences?from=${again.id}`);
    expect(none.sections).toEqual([]);
    const { versions } = await read<{ versions: { name: string }[] }>(`${path}/versions`);
    expect(versions.map(({ name }) => name)).toEqual(['Autumn', 'Signed']);

    await expect(
      sql`update strategy_version set name = 'Forged' where id = ${made.id}`.execute(fresh.db),
    ).rejects.toThrow(/never changes/);
    await send(`${path}/versions/${again.id}`, undefined, { method: 'DELETE', status: 204 });
    await read(`${path}/versions/${again.id}`, 404);
    await send(`${path}/versions/none`, undefined, { method: 'DELETE', status: 404 });
  });

  it('collects comments of members, resolved and open', async () => {
    const { document } = await read<View>(path);
    const [first] = sentencesOf(document);
    const comment = randomUUID();
    const body = { id: comment, block: first!.id, text: 'Who says so? <script>' };
    for (let time = 0; time < 2; time += 1) {
      await send(`${path}/comments`, body, { status: 201 });
    }
    await send(`${path}/comments`, { block: 'none', text: 'x' }, { status: 422 });
    await send(`${path}/comments`, { text: 'x'.repeat(2001) }, { status: 422 });
    const told = await read<{ comments: { id: string; quote: string; author: string }[] }>(
      `${path}/comments`,
    );
    expect(told.comments).toMatchObject([{ id: comment, quote: first!.text, author: 'Test' }]);
    const address = `${path}/comments/${comment}`;
    const resolved = await send<{ resolvedBy: string | null }>(
      address,
      { resolved: true },
      { method: 'PATCH' },
    );
    expect(resolved.resolvedBy).toBe('Test');
    const open = await send<{ resolvedAt: string | null }>(
      address,
      { resolved: false },
      { method: 'PATCH' },
    );
    expect(open.resolvedAt).toBeNull();
  });

  it('says of two groups that they differ only where a test bears it', async () => {
    interface Compared {
      apart: boolean;
      sections: { pairs: { verdict: string; pValue: number | null }[] }[];
    }
    const pairs = ({ sections }: Compared) => sections.flatMap(({ pairs: list }) => list);
    const where = 'where=area-type:city&with=area-type:town-suburb,several,rural';
    const apart = await read<Compared>(`${path}/compare?${where}`);
    expect(apart.apart).toBe(true);
    expect(pairs(apart).some(({ pValue }) => pValue !== null)).toBe(true);
    for (const { verdict, pValue } of pairs(apart)) {
      expect(verdict === 'differs').toBe(pValue !== null && pValue <= 0.05);
    }
    const within = await read<Compared>(`${path}/compare?with=area-type:city`);
    expect(within.apart).toBe(false);
    expect(pairs(within).every(({ verdict }) => ['same', 'untested'].includes(verdict))).toBe(true);
  });
});

/** Sends a form as a browser without script does. */
function submit(address: string, fields: Record<string, string>, member = true) {
  return fresh.app.request(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(member && { authorization: `Bearer ${fresh.token}` }),
    },
    body: new URLSearchParams(fields),
  });
}

describe('the pages of a strategy, without script', () => {
  it('write, restore and give back what was typed where somebody was faster', async () => {
    const { document, revision } = await read<View>(`${path}?language=fr`);
    const block = sentencesOf(document)[0]!;
    const page = `/studies/${id}/strategy`;
    const form = { language: 'fr', revision: String(revision), block: block.id, do: 'write' };
    const done = await submit(page, { ...form, text: 'Des mots <i>à nous</i>.' });
    expect(done.status).toBe(303);
    expect(done.headers.get('location')).toContain(`language=fr&saved#block-${block.id}`);
    const late = await submit(page, { ...form, text: 'D’autres mots.' });
    expect(late.status).toBe(409);
    const kept = await late.text();
    expect(kept).toContain('>D’autres mots.</textarea>');
    expect(kept).toContain('Des mots &lt;i>à nous&lt;/i>.');
    expect(kept).not.toContain('<i>à nous');
    const empty = await submit(page, { ...form, revision: '9', text: '' });
    expect(empty.status).toBe(422);
    const restored = await submit(page, { ...form, revision: '9', do: 'restore' });
    expect(restored.status).toBe(303);
    const after = await read<View>(`${path}?language=fr`);
    expect(blockIn(after, block.id)).toEqual(block);
    expect((await submit(page, { ...form, do: 'nonsense' })).status).toBe(422);
  });

  it('have the controls and figures of a place behind a link, and are light without them', async () => {
    const page = `/studies/${id}/strategy?language=en`;
    const folded = await readPage(page);
    expect(folded.length).toBeLessThan(300_000);
    expect(folded).not.toContain('Your words');
    expect(folded).not.toContain('trace-box');
    const links = [...folded.matchAll(/<a class="link" href="([^"#]+)#([^"]+)" data-open/g)];
    expect(links.length).toBeGreaterThan(100);
    const own = links.find(([, , anchor]) => anchor === 'block-agreement:contents')!;
    const query = own[1]!.replaceAll('&amp;', '&');
    const opened = await readPage(new URL(query, `http://localhost${page}`).pathname + query);
    const [before, block] = opened.split('id="block-agreement:contents"');
    expect(before).not.toContain('Your words');
    expect(block).toContain('Your words');
    expect(opened.match(/Your words/g)).toHaveLength(1);
    expect(opened.match(/<details class="trace" open/g)).toHaveLength(1);
    expect(opened).toContain('<th scope="row">Agreement (Kendall’s W)</th>');
    const section = await readPage(`${page}&open=section:6`);
    expect(section.match(/Your paragraph/g)).toHaveLength(1);
    expect(await readPage(`${page}&open=nothing`)).not.toContain('Your words');
  });
});

describe('a link for people without an account', () => {
  const plain = (address: string) => fresh.app.request(address);
  const made = async (body: object) => {
    const { revision } = await read<View>(path);
    const version = await send<{ id: string }>(
      `${path}/versions`,
      { revision, name: 'Public' },
      { status: 201 },
    );
    const address = `${path}/versions/${version.id}/links`;
    const link = await send<{ id: string; url: string }>(address, body, { status: 201 });
    return { version, address, link, path: new URL(link.url).pathname };
  };

  it('leads to the frozen version until it ends, by itself or at once', async () => {
    const { link, path: address } = await made({ days: 2 });
    const answer = await plain(address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-robots-tag')).toMatch(/noindex/);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    expect(text).toContain('Public');
    expect(text).not.toContain(`/studies/${id}`);
    expect(text).not.toContain('<form');
    for (const file of ['strategy.json', 'strategy.md', 'strategy.docx', 'other']) {
      expect((await plain(`${address}/${file}`)).status).toBe(404);
    }
    expect((await submit(address, { do: 'comment', text: 'x' }, false)).status).toBe(403);
    const { rows } = await sql<{ row: string }>`
      select strategy_link::text as row from strategy_link`.execute(fresh.db);
    expect(rows.some(({ row }) => row.includes(address.split('/').at(-1)!))).toBe(false);

    fresh.setNow(new Date('2026-11-22T09:00:01Z'));
    expect((await plain(address)).status).toBe(410);
    fresh.setNow(new Date('2026-11-20T09:00:00Z'));
    expect((await plain(address)).status).toBe(200);
    await send(`${path}/links/${link.id}`, undefined, { method: 'DELETE', status: 204 });
    const ended = await plain(address);
    expect(ended.status).toBe(410);
    expect(await ended.text()).toContain('This link has ended');
    expect((await plain(`/s/${'a'.repeat(43)}`)).status).toBe(404);
    expect((await plain('/s/none')).status).toBe(404);
  });

  it('takes comments where it is for review, and files where they are allowed', async () => {
    const { version, path: address, address: links } = await made({ kind: 'review', files: true });
    const comment = { remark: randomUUID(), do: 'comment', block: '', author: 'Zoë <Guest>' };
    const sent = await submit(address, { ...comment, text: 'Well <b>done</b>' }, false);
    expect(sent.status).toBe(303);
    expect((await submit(address, { ...comment, text: 'Well <b>done</b>' }, false)).status).toBe(
      303,
    );
    const { comments } = await read<{ comments: { guest: boolean; author: string }[] }>(
      `${path}/comments?version=${version.id}`,
    );
    expect(comments).toMatchObject([{ guest: true, author: 'Zoë <Guest>' }]);
    const text = await (await plain(address)).text();
    expect(text).toContain('Well &lt;b>done&lt;/b>');
    expect(text).not.toContain('<b>done');
    const nameless = { ...comment, remark: randomUUID(), author: '', text: 'Anonymous' };
    const refused = await submit(address, nameless, false);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('>Anonymous</textarea>');
    const json = await plain(`${address}/strategy.json`);
    expect(json.headers.get('x-robots-tag')).toMatch(/noindex/);
    expect(((await json.json()) as StrategyDocument).schema).toBe('strategy-document/1');
    expect((await plain(`${address}/strategy.md`)).status).toBe(200);
    expect((await read<{ links: object[] }>(links)).links).toHaveLength(1);
    let status = 303;
    for (let n = 0; n < 40 && status !== 429; n += 1) {
      const more = { ...comment, remark: randomUUID(), text: `Comment ${n}` };
      ({ status } = await submit(address, more, false));
    }
    expect(status).toBe(429);
  });
});

describe('a study that is used again', () => {
  it('starts the next round with what the last one found, told to participants if asked', async () => {
    const { id: made } = await send<{ id: string }>(
      `/api/studies/${id}/template`,
      { name: 'Round 1' },
      { status: 201 },
    );
    const { templates } = await read<{
      templates: { name: string; findings: { kind: string; question: string }[] }[];
    }>('/api/templates');
    expect(templates).toMatchObject([{ name: 'Round 1' }]);
    expect(templates[0]!.findings).toContainEqual(
      expect.objectContaining({ kind: 'order', question: 'competency-ranking' }),
    );
    // What this study found is nothing for a token of another one.
    const found = (await findStudy(fresh.db, id))!;
    const other = await createStudy(fresh.db, { ...found, now: new Date() });
    const rights = { name: 'One study', role: 'owner', studyId: other.id } as const;
    const { token } = await createToken(fresh.db, rights, new Date());
    const headers = { authorization: `Bearer ${token}` };
    const listed = await fresh.app.request('/api/templates', { headers });
    expect([listed.status, await listed.json()]).toEqual([200, { templates: [] }]);
    const silent = await send<{ id: string }>(
      `/api/templates/${made}/studies`,
      {},
      { status: 201 },
    );
    const telling = await send<{ id: string; joinCode: string }>(
      `/api/templates/${made}/studies`,
      { lastTime: true },
      { status: 201 },
    );
    await send(`/api/studies/${telling.id}/open`, undefined);
    const definitions = await Promise.all(
      [silent, telling].map((study) =>
        read<{ definition: { questions: { id: string; lastTime?: { en: string } }[] } }>(
          `/api/studies/${study.id}`,
        ),
      ),
    );
    const ranking = definitions.map(({ definition }) =>
      definition.questions.find((question) => question.id === 'competency-ranking'),
    );
    expect(ranking[0]).not.toHaveProperty('lastTime');
    expect(ranking[1]!.lastTime!.en).toMatch(/^Last time \(\d+ answers\): 1 [^,]+, \d .+\.$/);
    const joined = await read<{ questions: { id: string; help?: string }[] }>(
      `/api/join/${telling.joinCode}?lang=en`,
    );
    expect(JSON.stringify(joined)).toContain(ranking[1]!.lastTime!.en);
    // What can't be kept leaves no study without it.
    const count = () => fresh.db.selectFrom('study').select('id').execute();
    const before = await count();
    await sql`alter table study_prior add constraint none check (false) not valid`.execute(
      fresh.db,
    );
    await send(`/api/templates/${made}/studies`, {}, { status: 500 });
    await sql`alter table study_prior drop constraint none`.execute(fresh.db);
    expect(await count()).toEqual(before);
    await send(`/api/templates/${made}`, undefined, { method: 'DELETE', status: 204 });
    await send(`/api/templates/${made}/studies`, {}, { status: 404 });
  });
});
