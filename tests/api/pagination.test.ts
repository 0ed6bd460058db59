import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy } from './small-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp();
  // What is made from here on comes after the token that this test itself works with.
  fresh.setNow(new Date('2026-11-20T10:00:00Z'));
});
afterAll(() => fresh.close());

/** The ids of a list, a page at a time: once by `next`, once by the `Link` header. */
async function pages(path: string, key: string): Promise<{ sizes: number[]; ids: string[] }> {
  const sizes: number[] = [];
  const ids: string[] = [];
  for (let at: string | null = `${path}?limit=2`; at !== null;) {
    const response = await fresh.designer(at);
    expect(response.status).toBe(200);
    const body = (await response.json()) as Record<string, { id: string }[]> & {
      next: string | null;
    };
    const page = body[key]!;
    sizes.push(page.length);
    ids.push(...page.map(({ id }) => id));
    const link = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1] ?? null;
    const next = body.next === null ? null : new URLSearchParams({ cursor: body.next }).toString();
    expect(
      link === null ? null : new URL(link, 'http://localhost').searchParams.get('cursor'),
    ).toBe(body.next);
    at = next === null ? null : `${path}?limit=2&${next}`;
  }
  return { sizes, ids };
}

it('every list comes a page at a time, each entry once, with the next page in a Link header', async () => {
  for (let n = 0; n < 5; n += 1) {
    await openSmallStudy(fresh);
    await fresh.designer('/api/tokens', { body: { name: `t${n}`, role: 'viewer' } });
  }
  for (const [path, key, n] of [
    ['/api/studies', 'studies', 5],
    ['/api/tokens', 'tokens', 6],
  ] as const) {
    const { sizes, ids } = await pages(path, key);
    expect(ids, path).toHaveLength(n);
    expect(new Set(ids).size, path).toBe(n);
    expect(sizes, path).toEqual(n === 5 ? [2, 2, 1] : [2, 2, 2]);
  }
});

it('a page after an entry that has gone meanwhile is empty, not wrong', async () => {
  const first = await fresh.designer('/api/tokens?limit=2');
  const { next } = (await first.json()) as { next: string };
  expect((await fresh.designer(`/api/tokens/${next}`, { method: 'DELETE' })).status).toBe(204);
  const after = await fresh.designer(`/api/tokens?limit=2&cursor=${next}`);
  expect(await after.json()).toEqual({ tokens: [], next: null });
});

it('a page of no or too many entries is refused', async () => {
  for (const limit of ['0', '201', 'x', '1.5']) {
    expect((await fresh.designer(`/api/tokens?limit=${limit}`)).status, limit).toBe(422);
  }
});
