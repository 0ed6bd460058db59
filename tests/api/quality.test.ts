import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BulkResponse, storeResponses } from '../../src/db/import-responses.ts';
import { currentTallies } from '../../src/db/current-tallies.ts';
import { qualityOf } from '../../src/db/quality-of.ts';
import { readWithQuality } from '../../src/db/quality-results.ts';
import { countResponses, createStudy, findStudy, setStudyStatus } from '../../src/db/studies.ts';
import type { CompareDocument } from '../../src/http/compare-of.ts';
import { resultsOf } from '../../src/http/results-of.ts';
import { isCountable } from '../../src/survey/answer-code.ts';
import { generate } from '../../src/survey/generator/generate.ts';
import { type Language, LANGUAGES } from '../../src/survey/language.ts';
import type { QualityReview } from '../../src/survey/quality-review.ts';
import { readResultsQuery } from '../../src/survey/results-query.ts';
import { gatherResults } from '../../src/survey/results.ts';
import { ENGLISH_NAMES } from '../../src/survey/segment.ts';
import { template } from '../../src/survey/templates.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { PARTICIPANT_TEXTS } from '../../web/text/participant/texts.ts';
import { openSmallStudy, put, smallDefinition } from './small-study.ts';

let fresh: FreshApp;
let study: string;
beforeAll(async () => {
  fresh = await freshApp();
  study = await studyWith(500);
});
afterAll(() => fresh.close());

const at = new Date('2026-11-20T10:00:00Z');
async function studyIn(language: Language): Promise<{ joinCode: string }> {
  const spoken = { ...smallDefinition, languages: [...new Set(['en', language])] };
  const made = await fresh.designer('/api/studies', { body: { definition: spoken } });
  const { id, joinCode } = (await made.json()) as { id: string; joinCode: string };
  await fresh.designer(`/api/studies/${id}/open`, { method: 'POST' });
  return { joinCode };
}

const definition = template('smart-city-programme-manager')!;

/** A study with generated answers, among them careless ones. */
async function studyWith(n: number): Promise<string> {
  const { id } = await createStudy(fresh.db, { definition, now: at });
  await setStudyStatus(fresh.db, id, 'open', at);
  const responses = generate(definition, { n, tables: 0, seed: 4 })
    .filter(({ finished }) => finished)
    .map(({ answers, shown, locale, sentAt, seconds }): BulkResponse => {
      const sent = new Date(at.getTime() + sentAt * 1000);
      const from = { voice: 'individual' as const, table: null, round: 1, event: null };
      return { id: randomUUID(), answers, shown, locale, ...from, flags: { seconds }, at: sent };
    });
  await storeResponses(fresh.db, (await findStudy(fresh.db, id))!, responses);
  return id;
}

interface Shown {
  n: number | null;
  suppressed?: string;
}

async function results(id: string, query: string): Promise<{ status: number; slices: Shown[] }> {
  const answer = await fresh.designer(`/api/studies/${id}/results?${query}`);
  const body = (await answer.json()) as { slices: Shown[] };
  return { status: answer.status, slices: body.slices };
}

async function review(id: string): Promise<QualityReview> {
  return (await (await fresh.designer(`/api/studies/${id}/quality`)).json()) as QualityReview;
}

describe('the quality of answers', () => {
  it.each(LANGUAGES)('is looked for with what people are told is stored: %s', async (language) => {
    const { joinCode } = await studyIn(language);
    const page = await fresh.app.request(`/j/${joinCode}?lang=${language}`);
    expect(await page.text()).toContain(PARTICIPANT_TEXTS[language].page.storedLead);
  });

  it('is told in numbers, with the order with and without them, and never by person', async () => {
    const found = await review(study);
    expect(found).toMatchObject({ n: 500, timed: 500, ranking: 'competency-ranking' });
    const counts = Object.fromEntries(found.signs.map(({ sign, n }) => [sign, n]));
    expect(counts['straight-line']).toBeGreaterThan(20);
    expect(counts['fast']).toBeGreaterThan(8);
    const [effect] = found.signs.flatMap((sign) => sign.effect ?? []);
    expect(effect!.items.map(({ place }) => place)).toEqual(
      [...effect!.items.keys()].map((k) => k + 1),
    );
    expect(found.shownOrder.map(({ test }) => test!.n > 300)).not.toContain(false);
    expect(JSON.stringify(found)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  it('waits for no other request, whose connection may have ended', async () => {
    const own = (await findStudy(fresh.db, await studyWith(20)))!;
    await currentTallies(fresh.db, own);
    let answered = 0;
    const ended = fresh.db.withPlugin({
      transformQuery: ({ node }) => node,
      // The state of the tallies is the last that comes.
      transformResult: ({ result }) =>
        answered++ === 0 ? Promise.resolve(result) : new Promise(() => {}),
    });
    void qualityOf(ended, own);
    await expect.poll(() => answered).toBe(2);
    expect((await qualityOf(fresh.db, own))!.review.flagged).toBeDefined();
  });

  it('takes flagged answers out of the results of a closed study, and deletes none', async () => {
    const before = await countResponses(fresh.db, study);
    const { flagged } = await review(study);
    expect((await results(study, 'question=training-necessary&quality=clean')).status).toBe(422);
    await setStudyStatus(fresh.db, study, 'closed', at);
    const all = await results(study, 'question=training-necessary');
    const clean = await results(study, 'question=training-necessary&quality=clean');
    const out = all.slices[0]!.n! - clean.slices[0]!.n!;
    expect(out).toBeGreaterThanOrEqual(5);
    expect(out).toBeLessThanOrEqual(flagged.n!);
    expect(await countResponses(fresh.db, study)).toBe(before);
    expect((await results(study, 'quality=all')).slices[0]!.n).not.toBeNull();
    expect((await results(study, 'quality=best')).status).toBe(422);
  });

  it('shows groups without flagged answers, small ones never', async () => {
    const query = 'question=training-necessary&by=area-type';
    const all = await results(study, query);
    const clean = await results(study, `${query}&quality=clean`);
    expect(clean.slices[0]!.n).toBeLessThan(all.slices[0]!.n!);
    for (const [place, { n }] of clean.slices.entries()) {
      const out = n === null ? null : (all.slices[place]!.n ?? Infinity) - n;
      expect(out === null || out === 0 || out >= 5).toBe(true);
    }
  });

  it('is taken out of counted codes with the same outcome as out of the answers one by one', async () => {
    const closed = (await findStudy(fresh.db, study))!;
    const { language, names } = { language: 'en' as const, names: ENGLISH_NAMES };
    const { flagged } = (await qualityOf(fresh.db, closed))!;
    const countable = definition.questions.filter(isCountable);
    const kinds = new Map(countable.map(({ kind, id }) => [kind, id]));
    const asked = [
      { quality: 'clean', by: 'area-type' },
      { quality: 'clean', where: 'role:student,public-technical;@language:en,es' },
      { by: '@quality', where: 'area-type:city' },
    ];
    let shown = 0;
    for (const question of kinds.values()) {
      for (const parameters of asked) {
        const query = readResultsQuery(definition, { question, ...parameters });
        if (typeof query === 'string') throw new Error(query);
        const { document } = await resultsOf(fresh.db, closed, query);
        const plain = gatherResults(definition, query, language, names);
        const head = (await currentTallies(fresh.db, closed))!;
        await readWithQuality(fresh.db, closed, query, head, flagged, plain.add);
        const counted = await document();
        const told = `${question} ${JSON.stringify(parameters)}`;
        expect(counted, told).toEqual(plain.document(study, counted.version));
        shown += counted.slices.filter(({ suppressed }) => !suppressed).length;
      }
    }
    expect(shown).toBeGreaterThan(kinds.size * asked.length);
  });

  it('can be compared without flagged answers on either side, once the study is closed', async () => {
    const where = 'question=training-necessary&where=area-type:city';
    for (const other of ['others', 'all', 'area-type:rural']) {
      const asked = `${where}&quality=clean&compare=${other}`;
      const answer = await fresh.designer(`/api/studies/${study}/compare?${asked}`);
      const { a, b, comparison } = (await answer.json()) as CompareDocument;
      const [own] = (await results(study, `${where}&quality=clean`)).slices;
      expect(a.n).toBe(own!.n);
      const all = await fresh.designer(`/api/studies/${study}/compare?${where}&compare=${other}`);
      const whole = (await all.json()) as CompareDocument;
      if (b.n !== null) expect(b.n).toBeLessThan(whole.b.n!);
      expect(comparison === null).toBe(a.suppressed !== undefined || b.suppressed !== undefined);
      if (other === 'others') expect(comparison!.test!.pValue).toBeGreaterThan(0);
      const page = await fresh.designer(`/studies/${study}/results?${asked}`);
      expect([page.status, await page.text()]).toEqual([
        200,
        expect.stringContaining('data-group="b"'),
      ]);
    }
  });

  it('holds results back where so few are flagged that the difference would be theirs', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    for (let k = 0; k < 9; k++) {
      const problem = k < 2 ? 'test' : 'No money.';
      const answers = { topics: [['law'], ['data']], problem };
      const sent = await put(fresh, randomUUID(), { joinCode, answers, seconds: 40 });
      expect(sent.status).toBe(201);
    }
    const found = await review(id);
    expect(found.timed).toBe(9);
    expect(found.flagged).toEqual({ n: null, effect: null });
    expect(found.signs.find(({ sign }) => sign === 'test')).toMatchObject({ n: null });
    await setStudyStatus(fresh.db, id, 'closed', at);
    const [all] = (await results(id, 'question=topics')).slices;
    const [clean] = (await results(id, 'question=topics&quality=clean')).slices;
    expect(all!.n).toBe(9);
    expect(clean).toMatchObject({ suppressed: 'by-subtraction', n: null });
  });
});
