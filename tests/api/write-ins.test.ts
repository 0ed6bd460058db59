import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersOf } from '../../src/db/answers.ts';
import { appendResponses, type NewResponse } from '../../src/db/append-responses.ts';
import { fold } from '../../src/db/fold.ts';
import { withdrawResponse } from '../../src/db/responses.ts';
import { findStudy, setStudyStatus, type Study } from '../../src/db/studies.ts';
import { verifyTallies } from '../../src/db/verify-tallies.ts';
import { readResultsQuery } from '../../src/survey/results-query.ts';
import { gatherResults } from '../../src/survey/results.ts';
import { mergedAnswers } from '../../src/survey/write-in-merge.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy, put, receiptIn, smallDefinition } from './small-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp();
});
afterAll(() => fresh.close());

const at = new Date('2026-11-20T10:00:00Z');
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const NEW = { id: 'rail', label: { en: 'Rail' } };
const own = (text: string) => [{ writeIn: text }];

function response(topics: unknown, changes: Partial<NewResponse> = {}): NewResponse {
  return {
    id: randomUUID(),
    revision: 1,
    locale: 'en',
    answers: { topics, role: 'student' },
    shown: {},
    voice: 'individual',
    table: null,
    round: 1,
    event: null,
    receiptHash: randomUUID(),
    at,
    ...changes,
  };
}

/** A closed study with write-ins in several spellings, one beside the option that it means. */
async function writtenStudy(status: 'open' | 'closed' = 'closed'): Promise<Study> {
  const { id: studyId } = await openSmallStudy(fresh);
  const study = (await findStudy(fresh.db, studyId))!;
  await appendResponses(fresh.db, study, [
    ...Array.from({ length: 6 }, (_, k) =>
      response([['law'], own('GIS'), ['data']], { id: id(Number(`1${k}`)) }),
    ),
    response([own('G.I.S.'), ['law']]),
    response([['roads'], own(' gis '), ['law']]),
    response([own('gis'), ['data'], ['roads']]),
    response([own('GIS')]),
    response([own('Cybersecurity'), ['money']]),
    ...Array.from({ length: 6 }, () => response([['money'], ['people']])),
  ]);
  if (status === 'closed') await setStudyStatus(fresh.db, studyId, 'closed', at);
  return (await findStudy(fresh.db, studyId))!;
}

const refresh = async (study: Study) => (await findStudy(fresh.db, study.id))!;

async function document(study: Study): Promise<Record<string, unknown>> {
  const answer = await fresh.designer(`/api/studies/${study.id}/results?question=topics&by=role`);
  const { version: _, ...rest } = (await answer.json()) as Record<string, unknown>;
  return rest;
}

/** The document as it is worked out from the answers one by one, with ids in place of write-ins. */
async function recomputed(study: Study): Promise<Record<string, unknown>> {
  const { definition } = await refresh(study);
  const query = readResultsQuery(definition, { question: 'topics', by: 'role' });
  if (typeof query === 'string') throw new Error(query);
  const results = gatherResults(definition, query, 'en');
  for await (const rows of answersOf(fresh.db, study.id)) {
    for (const row of rows) {
      const answers = mergedAnswers(definition, row.answers);
      results.add({ ...row, answers });
    }
  }
  const { version: _, ...rest } = results.document(study.id, '');
  return JSON.parse(JSON.stringify(rest)) as Record<string, unknown>;
}

/** Merged write-ins are no longer listed apart; all else has to be the same. */
function figures(results: Record<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(results), (key, value: unknown) =>
    key === 'writeIns' || key === 'rounds' ? undefined : value,
  );
}

async function merge(study: Study, body: Record<string, unknown>) {
  const answer = await fresh.designer(`/api/studies/${study.id}/write-ins/merges`, {
    body: { question: 'topics', ...body },
  });
  return {
    status: answer.status,
    ...((await answer.json()) as { id: string; target: string; changed: number | null }),
  };
}

const undo = (study: Study, mergeId: string) =>
  fresh.designer(`/api/studies/${study.id}/write-ins/merges/${mergeId}/undo`, { method: 'POST' });

const right = async (study: Study) => {
  const now = await refresh(study);
  await fold(fresh.db, now, at);
  return (await verifyTallies(fresh.db, now)).wrong;
};

describe('merging write-ins', () => {
  it('puts spellings together and leaves what means the same to a designer', async () => {
    const study = await writtenStudy();
    const answer = await fresh.designer(`/api/studies/${study.id}/write-ins?question=topics`);
    const { groups } = (await answer.json()) as {
      groups: { n: number; spellings: { text: string }[] }[];
    };
    expect(groups.map(({ n, spellings }) => [n, ...spellings.map(({ text }) => text)])).toEqual([
      [10, 'GIS', 'G.I.S.'],
      [1, 'Cybersecurity'],
    ]);
  });

  it.each([
    // Somebody ranked the option above their own word for it: nothing changes for them.
    ['an option', { into: 'roads' }, 'roads', 9],
    ['a new item', { label: 'Maps and GIS' }, 'written-maps-and-gis', 10],
  ])('into %s is what answers with ids in their place would give', async (_, into, target, n) => {
    const study = await writtenStudy();
    const before = await document(study);
    const merged = await merge(study, { texts: ['GIS', 'G.I.S.'], ...into });
    expect(merged).toMatchObject({ status: 201, target, changed: n });
    const after = await document(study);
    expect(figures(after)).toEqual(figures(await recomputed(study)));
    expect(after).not.toEqual(before);
    expect(JSON.stringify(after)).toContain(target);
    expect(await right(study)).toEqual([]);

    expect((await undo(study, merged.id)).status).toBe(200);
    expect(await document(study)).toEqual(before);
    expect(await right(study)).toEqual([]);
    expect((await undo(study, merged.id)).status).toBe(404);
  });

  it('undone in another order than it was done leaves the others right', async () => {
    const study = await writtenStudy();
    const first = await merge(study, { texts: ['GIS', 'G.I.S.'], label: 'Maps' });
    const second = await merge(study, { texts: ['Cybersecurity'], label: 'Cybersecurity' });
    await document(study);
    await undo(study, first.id);
    expect(figures(await document(study))).toEqual(figures(await recomputed(study)));
    expect(await right(study)).toEqual([]);
    expect(JSON.stringify(await document(study))).toContain(second.target);
  });

  it('takes each text once, and keeps an item that others were merged into', async () => {
    const study = await writtenStudy();
    const first = await merge(study, { texts: ['GIS'], label: 'Maps' });
    expect((await merge(study, { texts: ['gis '], into: 'law' })).status).toBe(409);
    expect((await merge(study, { texts: ['G.I.S.'], into: first.target })).status).toBe(201);
    expect((await undo(study, first.id)).status).toBe(409);
    expect((await merge(study, { texts: ['x'], into: 'nothing' })).status).toBe(422);
    expect((await merge(study, { texts: ['x'] })).status).toBe(422);
    const list = (await (
      await fresh.designer(`/api/studies/${study.id}/write-ins?question=topics`)
    ).json()) as { log: { mergedBy: string; texts: { n: number }[] }[] };
    expect(list.log.map(({ mergedBy, texts }) => [mergedBy, texts.map(({ n }) => n)])).toEqual([
      ['Test', [1]],
      ['Test', [9]],
    ]);
  });

  it('stays exact when a merged response is edited and when it is withdrawn', async () => {
    const study = await writtenStudy('open');
    await merge(study, { texts: ['GIS', 'G.I.S.'], label: 'Maps' });
    const now = await refresh(study);
    const edited = response([own('gis'), ['law'], ['people']], { id: id(10), revision: 2 });
    expect(await appendResponses(fresh.db, now, [edited])).toEqual(['edited']);
    expect(await withdrawResponse(fresh.db, study.id, id(11), at)).toBe(true);
    expect(await right(study)).toEqual([]);
    await setStudyStatus(fresh.db, study.id, 'closed', at);
    expect(figures(await document(study))).toEqual(figures(await recomputed(study)));
  });

  it('counts what phones send later as merged, and never offers the new item', async () => {
    const study = await writtenStudy('open');
    const { target } = await merge(study, { texts: ['GIS', 'G.I.S.'], label: 'Maps' });
    const joined = await fresh.app.request(`/api/join/${study.joinCode}`);
    expect(await joined.text()).not.toContain(target);
    const answers = { topics: [['law'], own('gis')] };
    const sent = await put(fresh, id(30), { joinCode: study.joinCode, answers });
    expect(sent.status).toBe(201);
    await receiptIn(sent);
    const refused = await put(fresh, id(31), {
      joinCode: study.joinCode,
      answers: { topics: [['law'], [target]] },
    });
    expect(refused.status).toBe(422);
    expect(await right(study)).toEqual([]);
  });

  it('loses and doubles nothing that is sent, edited or withdrawn meanwhile', async () => {
    const study = await writtenStudy('open');
    const sendAll = async () => {
      for (let k = 0; k < 25; k++) {
        const topics = k % 2 ? [['law'], own('GIS')] : [own('Cybersecurity'), ['data']];
        const body = { joinCode: study.joinCode, answers: { topics } };
        const sends = [0, 1, 2, 3].map((lane) => put(fresh, id(1000 + 10 * k + lane), body));
        for (const answer of await Promise.all(sends)) expect(answer.status).toBe(201);
        const edit = { ...body, revision: 2, answers: { topics: [own('gis'), ['money']] } };
        expect((await put(fresh, id(1000 + 10 * k), edit)).status).toBe(200);
        await withdrawResponse(fresh.db, study.id, id(1001 + 10 * k), at);
      }
    };
    const decide = async () => {
      const maps = await merge(study, { texts: ['GIS', 'G.I.S.'], label: 'Maps' });
      await merge(study, { texts: ['Cybersecurity'], into: 'data' });
      await undo(study, maps.id);
      await merge(study, { texts: ['GIS'], label: 'Geography' });
    };
    await Promise.all([sendAll(), decide()]);
    const stored = await sql<{ n: number }>`
      select count(*)::int as n from response
      where study_id = ${study.id} and withdrawn_at is null`.execute(fresh.db);
    expect(stored.rows[0]!.n).toBe(17 + 75);
    expect(await right(study)).toEqual([]);
    await setStudyStatus(fresh.db, study.id, 'closed', at);
    expect(await right(study)).toEqual([]);
    expect(figures(await document(study))).toEqual(figures(await recomputed(study)));
  });

  it('is undone before a study gets more options, which would take the place of its item', async () => {
    const study = await writtenStudy();
    const { id: merged } = await merge(study, { texts: ['GIS', 'G.I.S.'], label: 'Maps' });
    await document(study);
    const more = { ...smallDefinition.lists, topics: [...smallDefinition.lists.topics, NEW] };
    const add = () =>
      fresh.designer(`/api/studies/${study.id}`, {
        method: 'PATCH',
        body: { definition: { ...smallDefinition, lists: more }, newVersion: true },
      });
    expect((await add()).status).toBe(409);
    await undo(study, merged);
    expect((await add()).status).toBe(200);
    await merge(study, { texts: ['GIS', 'G.I.S.'], label: 'Maps' });
    const after = await document(study);
    expect(figures(after)).toEqual(figures(await recomputed(study)));
    expect(JSON.stringify(after)).toContain('rail');
    expect(await right(study)).toEqual([]);
  });

  // Only a server has several connections.
  it.runIf(process.env['TEST_DATABASE'] === 'postgres')(
    'waits for what was checked before the merge and is being stored',
    async () => {
      const study = await writtenStudy('open');
      const isWaiting = async () => {
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from pg_locks
          where relation = 'response'::regclass and mode = 'ShareLock' and not granted
        `.execute(fresh.db);
        return rows[0]!.n > 0;
      };
      let isDone = false;
      const merging = await fresh.db.transaction().execute(async (transaction) => {
        await appendResponses(transaction, study, [response([own('GIS'), ['law']])]);
        const begun = merge(study, { texts: ['GIS'], label: 'Maps' }).finally(() => {
          isDone = true;
        });
        while (!isDone && !(await isWaiting()));
        return { begun };
      });
      expect(await merging.begun).toMatchObject({ status: 201, changed: 10 });
      expect(await right(study)).toEqual([]);
    },
  );

  it('is in exports what it is in results', async () => {
    const study = await writtenStudy();
    const { target } = await merge(study, { texts: ['GIS', 'G.I.S.'], label: 'Maps' });
    const csv = await (await fresh.designer(`/api/studies/${study.id}/export?format=csv`)).text();
    const [head = '', ...rows] = csv.trim().split('\r\n');
    const column = head.split(',').findIndex((name) => name.includes(target));
    expect(column).toBeGreaterThan(0);
    expect(rows.filter((row) => /^\d+$/.test(row.split(',')[column]!)).length).toBe(10);
    const preflib = await fresh.designer(`/api/studies/${study.id}/export?format=preflib`);
    expect(await preflib.text()).toContain('Maps');
    const json = await fresh.designer(`/api/studies/${study.id}/export?format=json`);
    const added = [{ question: 'topics', id: target, label: { en: 'Maps' } }];
    expect(await json.json()).toMatchObject({ added });
  });
});
