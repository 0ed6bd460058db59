import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoStudy } from '../../src/cli/demo-study.ts';
import { createStudy } from '../../src/db/studies.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';

interface Golden {
  n: number;
  pairwise: number[][];
  mean_rank?: number[];
  borda_net: number[];
  condorcet_winner: number | null;
  schulze: { margins: { order_peeled: number[][] } };
  minimax_winners: { margins: number[] };
  agreement: { kendall_w?: number };
}

interface Figures {
  n: number;
  items: { id: string }[];
  pairwise: number[][];
  meanRank: (number | null)[];
  bordaNet: number[];
  condorcetWinner: string | null;
  minimax: { winners: string[] };
  schulze: { order: string[][] };
  agreement: { kendallW: number | null };
  positionCounts: number[][];
}

const fixture = (path: string) =>
  readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8');

let fresh: FreshApp;

beforeAll(async () => {
  fresh = await freshApp();
});

afterAll(() => fresh.close());

async function post<T>(path: string, body: string, type: string): Promise<T> {
  const headers = { authorization: `Bearer ${fresh.token}`, 'content-type': type };
  const answer = await fresh.app.request(path, { method: 'POST', headers, body });
  expect(answer.ok, await answer.clone().text()).toBe(true);
  return (await answer.json()) as T;
}

async function resultsOf(id: string, query = '') {
  const answer = await fresh.designer(`/api/studies/${id}/results?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as { slices: [Figures, ...Figures[]] };
}

describe('imported ballots', () => {
  test.each([
    ['agh-2003', '00009-00000001.soc', 'bottom'],
    ['debian-2005.bottom', '00002-00000003.soi', 'bottom'],
    ['debian-2005.ignore', '00002-00000003.soi', 'ignore'],
  ])('have the published figures in the results: %s', async (name, file, unranked) => {
    const golden = JSON.parse(fixture(`golden/${name}.json`)) as Golden;
    const path = `/api/studies/import?file=${file}&unranked=${unranked}`;
    const { id } = await post<{ id: string }>(path, fixture(`rankings/${file}`), 'text/plain');
    const { slices } = await resultsOf(id);
    const all = slices[0];
    const item = (number: number) => `item-${number}`;
    expect(all.n).toBe(golden.n);
    expect(all.items.map((one) => one.id)).toEqual(golden.borda_net.map((_, k) => item(k + 1)));
    expect(all.pairwise).toEqual(golden.pairwise);
    expect(all.bordaNet).toEqual(golden.borda_net);
    expect(all.condorcetWinner).toBe(
      golden.condorcet_winner === null ? null : item(golden.condorcet_winner),
    );
    expect(all.minimax.winners).toEqual(golden.minimax_winners.margins.map(item));
    const peeled = golden.schulze.margins.order_peeled;
    expect(all.schulze.order).toEqual(peeled.map((group) => group.map(item)));
    for (const [k, mean] of (golden.mean_rank ?? []).entries()) {
      expect(all.meanRank[k]).toBeCloseTo(mean, 9);
    }
    if (golden.agreement.kendall_w !== undefined) {
      expect(all.agreement.kendallW).toBeCloseTo(golden.agreement.kendall_w, 9);
    }
    if (name === 'agh-2003') expect(all.positionCounts[8]![0]).toBe(146);
  });

  test('give the same results after a way out and back in as CSV', async () => {
    const { study } = await demoStudy(fresh.db, {
      preset: 'demo',
      seed: 11,
      templateId: 'smart-city-programme-manager',
      now: new Date('2026-11-20T09:00:00Z'),
    });
    const csv = await (await fresh.designer(`/api/studies/${study.id}/export?format=csv`)).text();
    const { definition } = study;
    const copy = await createStudy(fresh.db, { definition, now: new Date(), synthetic: true });
    await post(`/api/studies/${copy.id}/import?file=out.csv`, csv, 'text/csv');
    for (const { id, kind } of definition.questions) {
      if (kind !== 'ranking' && kind !== 'rating-matrix' && kind !== 'number') continue;
      for (const voice of ['individual', 'table']) {
        const query = `question=${id}&voice=${voice}`;
        const [before, after] = [await resultsOf(study.id, query), await resultsOf(copy.id, query)];
        expect(after.slices, query).toEqual(before.slices);
      }
    }
  });
});
