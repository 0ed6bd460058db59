import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { responseVersion } from '../../src/db/answers.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy, own, put, receiptIn, validAnswers } from './small-study.ts';

let fresh: FreshApp;
let study: { id: string; joinCode: string };
beforeAll(async () => {
  const burst = { perSecond: 1e6, burst: 1e6 };
  fresh = await freshApp({ limits: { receipts: burst, submissions: burst } });
});
afterAll(() => fresh.close());

/** Signs and contents of a study's ledger in order, however the contents are written. */
async function ledgerOf(studyId: string): Promise<{ sign: number; content: string }[]> {
  const rows = await fresh.db
    .selectFrom('ledger')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('id')
    .execute();
  return rows.map(({ id: _id, xid: _xid, study_id: _study, sign, ...content }) => ({
    sign,
    content: JSON.stringify(content),
  }));
}

/** The contents of a study's ledger that do not cancel out, with their sums. */
async function balanceOf(studyId: string): Promise<[content: string, sum: number][]> {
  const sums = new Map<string, number>();
  for (const { sign, content } of await ledgerOf(studyId)) {
    sums.set(content, (sums.get(content) ?? 0) + sign);
  }
  return [...sums].filter(([, sum]) => sum !== 0);
}

async function contentsOf(studyId: string): Promise<string> {
  const parts = await Promise.all(
    (['response', 'ledger', 'personal_answer'] as const).map((table) =>
      fresh.db.selectFrom(table).selectAll().where('study_id', '=', studyId).execute(),
    ),
  );
  return JSON.stringify(parts);
}

describe('a submission', () => {
  beforeAll(async () => {
    study = await openSmallStudy(fresh);
  });

  it('is stored once and gives a receipt', async () => {
    const id = randomUUID();
    const response = await put(fresh, id, { joinCode: study.joinCode });
    expect(response.status).toBe(201);
    expect(await receiptIn(response)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect((await ledgerOf(study.id)).map(({ sign }) => sign)).toEqual([1]);
  });

  it('changes nothing when it is sent again, and gives the same receipt', async () => {
    const id = randomUUID();
    const first = await receiptIn(await put(fresh, id, { joinCode: study.joinCode }));
    const before = await contentsOf(study.id);
    const again = await put(fresh, id.toUpperCase(), {
      joinCode: study.joinCode.toLowerCase().replace('-', ' '),
      answers: { topics: [['roads'], ['law']] },
    });
    expect(again.status).toBe(200);
    expect(await receiptIn(again)).toBe(first);
    expect(await contentsOf(study.id)).toBe(before);
  });

  it('counts once when twenty copies arrive at the same moment', async () => {
    const busy = await openSmallStudy(fresh);
    const id = randomUUID();
    const copies = await Promise.all(
      Array.from({ length: 20 }, () => put(fresh, id, { joinCode: busy.joinCode })),
    );
    const statuses = copies.map(({ status }) => status).sort((a, b) => a - b);
    expect(statuses).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
    expect(new Set(await Promise.all(copies.map(receiptIn))).size).toBe(1);
    expect(await ledgerOf(busy.id)).toHaveLength(1);
  });

  it('keeps the answers that were shown, and the order in which options were shown', async () => {
    const id = randomUUID();
    const answers = {
      topics: [['law'], [{ writeIn: ' Parks ' }], ['data']],
      skills: { law: 2, data: 3 },
      problem: ' ',
      solution: 'dropped, because nobody named a problem',
      share: 35,
    };
    const shown = { topics: ['roads', 'law', 'data', 'people', 'money'] };
    const receipt = await receiptIn(
      await put(fresh, id, { joinCode: study.joinCode, answers, shown }),
    );
    const stored = await (await own(fresh, id, receipt)).json();
    expect(stored).toMatchObject({
      id,
      revision: 1,
      locale: 'en',
      status: 'open',
      answers: {
        topics: [['law'], [{ writeIn: 'Parks' }], ['data']],
        skills: { law: 2, data: 3 },
        share: 35,
      },
      shown,
    });
    expect(Object.keys((stored as { answers: object }).answers).sort()).toEqual([
      'share',
      'skills',
      'topics',
    ]);
  });

  it('keeps personal answers apart from all others, and gives them to their author only', async () => {
    const apart = await openSmallStudy(fresh);
    const id = randomUUID();
    const answers = { ...validAnswers, name: 'Ada Lovelace' };
    const receipt = await receiptIn(await put(fresh, id, { joinCode: apart.joinCode, answers }));
    for (const table of ['response', 'ledger'] as const) {
      const rows = await fresh.db.selectFrom(table).selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain('Lovelace');
    }
    expect(await (await own(fresh, id, receipt)).json()).toMatchObject({ answers });
    await put(fresh, id, { joinCode: apart.joinCode, revision: 2 });
    expect(await contentsOf(apart.id)).not.toContain('Lovelace');
  });

  it('puts no word of a respondent into the ledger', async () => {
    const wordy = await openSmallStudy(fresh);
    const answers = {
      topics: [['law'], [{ writeIn: 'Secret garden' }]],
      problem: 'Secret problem',
    };
    await put(fresh, randomUUID(), { joinCode: wordy.joinCode, answers });
    const ledger = await ledgerOf(wordy.id);
    expect(ledger).toHaveLength(1);
    expect(JSON.stringify(ledger)).not.toContain('Secret');
  });

  it('is taken until the study closes, and a lost reply can be repeated even then', async () => {
    const closing = await openSmallStudy(fresh);
    const id = randomUUID();
    const receipt = await receiptIn(await put(fresh, id, { joinCode: closing.joinCode }));
    await fresh.designer(`/api/studies/${closing.id}/close`, { method: 'POST' });
    const repeated = await put(fresh, id, { joinCode: closing.joinCode });
    expect(repeated.status).toBe(200);
    expect(await receiptIn(repeated)).toBe(receipt);
    expect((await put(fresh, randomUUID(), { joinCode: closing.joinCode })).status).toBe(410);
    expect((await put(fresh, id, { joinCode: closing.joinCode, revision: 2 })).status).toBe(410);
    expect((await own(fresh, id, receipt, 'DELETE')).status).toBe(410);
    expect((await own(fresh, id, receipt)).status).toBe(200);
    await fresh.designer(`/api/studies/${closing.id}/open`, { method: 'POST' });
    expect((await put(fresh, id, { joinCode: closing.joinCode, revision: 2 })).status).toBe(200);
  });
});

describe('an edit', () => {
  beforeAll(async () => {
    study = await openSmallStudy(fresh);
  });

  it('replaces the answers, takes the old ones out of the ledger, and may skip revisions', async () => {
    const id = randomUUID();
    await put(fresh, id, { joinCode: study.joinCode });
    const answers = { topics: [['roads'], ['people']] };
    const edited = await put(fresh, id, { joinCode: study.joinCode, revision: 7, answers });
    expect(edited.status).toBe(200);
    const ledger = await ledgerOf(study.id);
    expect(ledger.map(({ sign }) => sign)).toEqual([1, -1, 1]);
    expect(ledger[1]!.content).toBe(ledger[0]!.content);
    expect(ledger[2]!.content).not.toBe(ledger[0]!.content);
    const stored = await (await own(fresh, id, await receiptIn(edited))).json();
    expect(stored).toMatchObject({ revision: 7, answers });
  });

  it('never goes back to an older revision', async () => {
    const id = randomUUID();
    await put(fresh, id, { joinCode: study.joinCode, revision: 3 });
    const before = await contentsOf(study.id);
    const older = await put(fresh, id, { joinCode: study.joinCode, revision: 2 });
    expect(older.status).toBe(409);
    expect(await older.json()).toEqual({
      error: 'A later revision of this response has been stored already.',
    });
    expect(await contentsOf(study.id)).toBe(before);
  });

  it('keeps the highest of many revisions that arrive at once, and counts exactly one', async () => {
    const storm = await openSmallStudy(fresh);
    const id = randomUUID();
    const revisions = Array.from({ length: 20 }, (_, index) => ((index * 7) % 20) + 1);
    const answers = (revision: number) => ({ topics: [['law'], ['data']], share: revision * 5 });
    const statuses = await Promise.all(
      revisions.map(async (revision) => {
        const body = { joinCode: storm.joinCode, revision, answers: answers(revision) };
        return (await put(fresh, id, body)).status;
      }),
    );
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.every((status) => [200, 201, 409].includes(status))).toBe(true);
    const control = await openSmallStudy(fresh);
    await put(fresh, randomUUID(), { joinCode: control.joinCode, answers: answers(20) });
    expect(await balanceOf(storm.id)).toEqual(await balanceOf(control.id));
    expect(await balanceOf(control.id)).toEqual([[expect.any(String), 1]]);
  });

  it('with the receipt of another response is refused', async () => {
    const [mine, theirs] = [randomUUID(), randomUUID()];
    await put(fresh, mine, { joinCode: study.joinCode });
    const foreign = await receiptIn(await put(fresh, theirs, { joinCode: study.joinCode }));
    const before = await contentsOf(study.id);
    const refused = await put(
      fresh,
      mine,
      { joinCode: study.joinCode, revision: 2 },
      { receipt: foreign },
    );
    expect(refused.status).toBe(404);
    expect(await contentsOf(study.id)).toBe(before);
  });
});

describe('a withdrawal', () => {
  beforeAll(async () => {
    study = await openSmallStudy(fresh);
  });

  it('erases the answers and sums the ledger to nothing', async () => {
    const id = randomUUID();
    const answers = { topics: [['law'], ['data']], problem: 'Telltale', name: 'Ada' };
    const receipt = await receiptIn(await put(fresh, id, { joinCode: study.joinCode, answers }));
    expect((await own(fresh, id, receipt, 'DELETE')).status).toBe(204);
    const [row] = await fresh.db
      .selectFrom('response')
      .selectAll()
      .where('study_id', '=', study.id)
      .execute();
    expect(row).toMatchObject({ id, revision: 1, entry: null, texts: null, shown: null });
    expect(await contentsOf(study.id)).not.toMatch(/Telltale|Ada/);
    expect((await ledgerOf(study.id)).map(({ sign }) => sign)).toEqual([1, -1]);
    expect(await balanceOf(study.id)).toEqual([]);
  });

  it('happens once, however often it is asked for', async () => {
    const id = randomUUID();
    const receipt = await receiptIn(await put(fresh, id, { joinCode: study.joinCode }));
    const before = (await ledgerOf(study.id)).length;
    const answers = await Promise.all([1, 2, 3].map(() => own(fresh, id, receipt, 'DELETE')));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect((await own(fresh, id, receipt)).status).toBe(410);
    expect((await ledgerOf(study.id)).length).toBe(before + 1);
  });

  it('cannot be undone by a submission that arrives late', async () => {
    const id = randomUUID();
    const receipt = await receiptIn(await put(fresh, id, { joinCode: study.joinCode }));
    await own(fresh, id, receipt, 'DELETE');
    const before = await contentsOf(study.id);
    for (const revision of [1, 2]) {
      const late = await put(fresh, id, { joinCode: study.joinCode, revision });
      expect(late.status).toBe(410);
    }
    expect(await contentsOf(study.id)).toBe(before);
  });
});

describe('a receipt', () => {
  beforeAll(async () => {
    study = await openSmallStudy(fresh);
  });

  it('is read in any case, without dashes, and with letters for the digits they look like', async () => {
    const id = randomUUID();
    const receipt = await receiptIn(await put(fresh, id, { joinCode: study.joinCode }));
    const written = receipt
      .toLowerCase()
      .replaceAll('-', ' ')
      .replaceAll('0', 'o')
      .replaceAll('1', 'l');
    expect((await own(fresh, id, written)).status).toBe(200);
  });

  it('is the only way to a response, and a wrong one does not tell whether there is any', async () => {
    const id = randomUUID();
    const receipt = await receiptIn(await put(fresh, id, { joinCode: study.joinCode }));
    const other = await receiptIn(await put(fresh, randomUUID(), { joinCode: study.joinCode }));
    const bodies = await Promise.all(
      [own(fresh, id, null), own(fresh, id, other), own(fresh, randomUUID(), receipt)].map(
        async (asked) => {
          const response = await asked;
          return `${response.status} ${await response.text()}`;
        },
      ),
    );
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toMatch(/^404 /);
  });

  it('is stored as a hash only', async () => {
    const receipt = await receiptIn(await put(fresh, randomUUID(), { joinCode: study.joinCode }));
    const contents = await contentsOf(study.id);
    expect(contents).not.toContain(receipt);
    expect(contents).not.toContain(receipt.replaceAll('-', ''));
  });

  it('differs between studies for the same response id', async () => {
    const id = randomUUID();
    const other = await openSmallStudy(fresh);
    const [one, two] = await Promise.all(
      [study, other].map(async ({ joinCode }) => receiptIn(await put(fresh, id, { joinCode }))),
    );
    expect(one).not.toBe(two);
  });
});

describe('the version of a study’s answers', () => {
  it('changes with every stored change and with nothing else', async () => {
    const watched = await openSmallStudy(fresh);
    const version = () => responseVersion(fresh.db, watched.id);
    const seen = [await version()];
    const id = randomUUID();
    const receipt = await receiptIn(await put(fresh, id, { joinCode: watched.joinCode }));
    seen.push(await version());
    await put(fresh, id, { joinCode: watched.joinCode, revision: 2 });
    seen.push(await version());
    await own(fresh, id, receipt, 'DELETE');
    seen.push(await version());
    await fresh.designer(`/api/studies/${watched.id}/close`, { method: 'POST' });
    seen.push(await version());
    expect(new Set(seen).size).toBe(5);
    await sql`select pg_current_xact_id()`.execute(fresh.db);
    expect(await version()).toBe(seen.at(-1));
  });
});
