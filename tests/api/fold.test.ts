import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NewResponse, appendResponses } from '../../src/db/append-responses.ts';
import { fold, isFoldDue } from '../../src/db/fold.ts';
import { type BulkResponse, storeResponses } from '../../src/db/import-responses.ts';
import { withdrawResponse } from '../../src/db/responses.ts';
import { findStudy, setStudyStatus, type Study } from '../../src/db/studies.ts';
import { readQuestionTallies } from '../../src/db/tally-snapshot.ts';
import { verifyTallies } from '../../src/db/verify-tallies.ts';
import { tallyHead } from '../../src/db/watermark.ts';
import { tallyShapeName } from '../../src/survey/study-tally.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy } from './small-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp();
});
afterAll(() => fresh.close());

const at = new Date('2026-11-20T10:00:00Z');

function response(role: string | null, changes: Partial<NewResponse> = {}): NewResponse {
  return {
    id: randomUUID(),
    revision: 1,
    locale: 'en',
    answers: {
      topics: [['law'], ['data', 'money']],
      skills: { law: 2, data: null },
      share: 25,
      ...(role !== null && { role }),
    },
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

async function openStudy(): Promise<Study> {
  return (await findStudy(fresh.db, (await openSmallStudy(fresh)).id))!;
}

const many = (n: number, role: string | null, changes?: Partial<NewResponse>) =>
  Array.from({ length: n }, () => response(role, changes));

async function shownBy(study: Study, question: string, segment: string) {
  const snapshot = await readQuestionTallies(fresh.db, study, question, [segment]);
  const slices = snapshot!.question.segments.get(segment)!;
  return Object.fromEntries(
    [...slices].flatMap(([value, { shown }]) => (value.includes(':') ? [[value, shown.n]] : [])),
  );
}

const right = async (study: Study) => (await verifyTallies(fresh.db, study)).wrong;

describe('folding', () => {
  it('counts every response once, by voice and by every segment', async () => {
    const study = await openStudy();
    await appendResponses(fresh.db, study, [
      ...many(7, 'student', { table: '1' }),
      ...many(6, 'teacher', { locale: 'es' as 'en' }),
      ...many(8, null, { voice: 'table', table: '2' }),
    ]);
    expect(await fold(fresh.db, study, at)).toBe('folded');
    expect(await shownBy(study, 'topics', '@all')).toEqual({ 'individual:': 13, 'table:': 8 });
    expect(await shownBy(study, 'topics', 'role')).toEqual({
      'individual:student': 7,
      'individual:teacher': 6,
      'table:': 8,
    });
    expect(await shownBy(study, 'share', '@table')).toEqual({
      'individual:1': 7,
      'individual:': 6,
      'table:2': 8,
    });
    expect(await right(study)).toEqual([]);
  });

  it('takes edits and withdrawals out again, in as many folds as there may be', async () => {
    const study = await openStudy();
    const first = many(12, 'student');
    await appendResponses(fresh.db, study, first);
    await fold(fresh.db, study, at);
    const edits = first.slice(0, 6).map((old) => ({
      ...old,
      revision: 2,
      answers: { topics: [['roads'], ['people']], role: 'teacher' },
    }));
    await appendResponses(fresh.db, study, edits);
    await fold(fresh.db, study, at);
    for (const { id } of first.slice(6)) await withdrawResponse(fresh.db, study.id, id, at);
    expect(await right(study)).toEqual([]);
    await fold(fresh.db, study, at);
    expect(await right(study)).toEqual([]);
    expect(await shownBy(study, 'topics', 'role')).toEqual({ 'individual:teacher': 6 });
  });

  it('shows nothing new before a step of minCell, and everything when the study closes', async () => {
    const study = await openStudy();
    await appendResponses(fresh.db, study, many(10, 'student'));
    await fold(fresh.db, study, at);
    await appendResponses(fresh.db, study, many(4, 'student'));
    await fold(fresh.db, study, at);
    expect(await shownBy(study, 'topics', '@all')).toEqual({ 'individual:': 10 });
    expect(await right(study)).toEqual([]);
    await appendResponses(fresh.db, study, many(1, 'teacher'));
    await fold(fresh.db, study, at);
    expect(await shownBy(study, 'topics', '@all')).toEqual({ 'individual:': 15 });
    // One teacher alone may not appear, so the roles stay as they were, and so does their whole.
    expect(await shownBy(study, 'topics', 'role')).toEqual({
      'individual:student': 10,
      'individual:teacher': 0,
    });
    await setStudyStatus(fresh.db, study.id, 'closed', at);
    await fold(fresh.db, study, at);
    expect(await shownBy(study, 'topics', 'role')).toEqual({
      'individual:student': 14,
      'individual:teacher': 1,
    });
    expect(await right(study)).toEqual([]);
  });

  it('is due for a step, for a closed study, and while there are few answers', async () => {
    const study = await openStudy();
    const due = async () =>
      isFoldDue((await tallyHead(fresh.db, study.id, tallyShapeName(study.definition)))!, 5);
    await appendResponses(fresh.db, study, many(3, 'student'));
    expect(await due()).toBe(true);
    await fold(fresh.db, study, at);
    expect(await due()).toBe(false);
    await appendResponses(fresh.db, study, many(3, 'student'));
    expect(await due()).toBe(true);
    await fold(fresh.db, study, at);
    await appendResponses(fresh.db, study, many(4, 'student'));
    expect(await due()).toBe(false);
    await setStudyStatus(fresh.db, study.id, 'closed', at);
    expect(await due()).toBe(true);
    await fold(fresh.db, study, at);
    expect(await due()).toBe(false);
  });

  it('says that answers are being counted, and shows the results at the next look', async () => {
    const study = await openStudy();
    await appendResponses(fresh.db, study, many(40, 'student'));
    fresh.config.resultsPatience = 0;
    const first = await fresh.designer(`/studies/${study.id}/results`);
    expect(first.headers.get('refresh')).toBe('2');
    expect(await first.text()).toContain('The answers are being counted');
    fresh.config.resultsPatience = 60_000;
    const next = await fresh.designer(`/studies/${study.id}/results`);
    expect(next.headers.get('refresh')).toBeNull();
    expect(await next.text()).toContain('data-n="40"');
  });

  it('has counted a file before anyone looks at it', async () => {
    const study = await openStudy();
    const stored: BulkResponse[] = many(40, 'student');
    await storeResponses(fresh.db, study, stored);
    const head = await tallyHead(fresh.db, study.id, tallyShapeName(study.definition));
    expect(head).toMatchObject({ counted: 40, behind: 0 });
  });

  it('gives the same tallies for many small groups of answers as for a few large ones', async () => {
    const [together, apart] = [await openStudy(), await openStudy()];
    for (const study of [together, apart]) {
      const tables = study === apart ? 130 : 1;
      const answers = Array.from({ length: 900 }, (_, k) =>
        response(k % 3 ? 'student' : 'teacher', { table: `t${k % tables}` }),
      );
      await appendResponses(fresh.db, study, answers);
      await fold(fresh.db, study, at);
      expect(await right(study)).toEqual([]);
    }
    for (const segment of ['@all', 'role']) {
      expect(await shownBy(apart, 'topics', segment)).toEqual(
        await shownBy(together, 'topics', segment),
      );
    }
  });

  it('lets one of several folds write, whatever they race for', async () => {
    const study = await openStudy();
    await appendResponses(fresh.db, study, many(40, 'student'));
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => fold(fresh.db, study, at)));
    expect(outcomes).toContain('folded');
    expect(await shownBy(study, 'topics', '@all')).toEqual({ 'individual:': 40 });
    expect(await right(study)).toEqual([]);
  });

  it('makes tallies anew that another transaction wrote than they say, as after a restore', async () => {
    const study = await openStudy();
    await appendResponses(fresh.db, study, many(9, 'student'));
    await fold(fresh.db, study, at);
    // What a restore does: the same row, written by a transaction of the new server.
    await sql`update tally_head set folded_at = folded_at where study_id = ${study.id}`.execute(
      fresh.db,
    );
    const head = await tallyHead(fresh.db, study.id, tallyShapeName(study.definition));
    expect(head).toMatchObject({ valid: false, counted: 0, behind: 9 });
    await fold(fresh.db, study, at);
    expect(await shownBy(study, 'topics', '@all')).toEqual({ 'individual:': 9 });
    expect(await right(study)).toEqual([]);
  });

  it('makes tallies anew when the segments of the definition change', async () => {
    const study = await openStudy();
    await appendResponses(fresh.db, study, many(9, 'student'));
    await fold(fresh.db, study, at);
    const changed = {
      ...study,
      definition: { ...study.definition, segments: ['role', 'years'] },
    };
    expect(await fold(fresh.db, changed, at)).toBe('folded');
    expect(await shownBy(changed, 'topics', 'years')).toEqual({ 'individual:': 9 });
    expect(await right(changed)).toEqual([]);
  });

  it('finds a tally that is wrong', async () => {
    const study = await openStudy();
    await appendResponses(fresh.db, study, many(9, 'student'));
    await fold(fresh.db, study, at);
    await sql`
      update tally_cell set slices = replace(slices, '"9 ', '"8 ')
      where study_id = ${study.id} and question = 'role' and segment = '@round'`.execute(fresh.db);
    expect(await right(study)).toEqual(['role by @round']);
  });

  it('counts answers that were stored before there were codes', async () => {
    const study = await openStudy();
    await appendResponses(fresh.db, study, many(6, 'student'));
    await sql`
      update ledger l set code = null, entry = (
        select entry from response r where r.study_id = l.study_id limit 1
      ) where l.study_id = ${study.id}`.execute(fresh.db);
    await fold(fresh.db, study, at);
    expect(await shownBy(study, 'skills', 'role')).toEqual({ 'individual:student': 6 });
    expect(await right(study)).toEqual([]);
  });
});
