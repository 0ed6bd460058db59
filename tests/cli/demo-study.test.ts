import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoStudy } from '../../src/cli/demo-study.ts';
import { answersOf } from '../../src/db/answers.ts';
import { listEvents } from '../../src/db/room/events.ts';
import { listPeople } from '../../src/db/room/people.ts';
import { countResponses, listStudies } from '../../src/db/studies.ts';
import { roomResultsOf } from '../../src/http/room-results-of.ts';
import { templateIds } from '../../src/survey/templates.ts';
import { freshDatabase } from '../fresh-database.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;

beforeAll(async () => {
  database = await freshDatabase();
}, 120_000);

afterAll(() => database.close());

const now = new Date('2026-11-20T09:00:00Z');

const make = (options: Partial<Parameters<typeof demoStudy>[1]> = {}) =>
  demoStudy(database.db, {
    preset: 'demo',
    seed: 20181115,
    templateId: templateIds[0]!,
    now,
    ...options,
  });

describe('the demo study', () => {
  test('is made once for a preset and a seed, and marked synthetic', async () => {
    const { study, added } = await make();
    expect(added).toBe(176);
    expect(study).toMatchObject({ synthetic: true, status: 'open' });
    const again = await make({ now: new Date('2026-11-25T09:00:00Z') });
    expect(again).toMatchObject({ added: 0, study: { id: study.id } });
    const other = await make({ seed: 7, preset: 'tiny' });
    expect(other.study.id).not.toBe(study.id);
    const { studies } = await listStudies(database.db);
    expect(studies.every(({ synthetic }) => synthetic)).toBe(true);
    expect(await countResponses(database.db, study.id)).toBe(176);
  });

  test('was answered in the past only, at tables and at home', async () => {
    const { study } = await make();
    const rows = await database.db
      .selectFrom('response')
      .select(['created_at', 'voice', 'table_name'])
      .where('study_id', '=', study.id)
      .execute();
    for (const { created_at } of rows) {
      expect(created_at.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(created_at.getTime()).toBeGreaterThanOrEqual(study.openedAt!.getTime());
    }
    expect(new Set(rows.map((row) => row.table_name)).size).toBe(9);
  });

  test('never holds what only the generator knows', async () => {
    const { study } = await make();
    for await (const rows of answersOf(database.db, study.id)) {
      for (const row of rows) {
        // How long it took is what a phone says, too.
        expect(Object.keys(row.flags ?? {})).toEqual(['seconds']);
        expect(JSON.stringify(row)).not.toMatch(/speeder|straight-liner|small-municipality/);
      }
    }
  });

  test.each(templateIds)('can be of the template %s', async (templateId) => {
    const { added } = await make({ templateId, preset: 'seedEvent' });
    expect(added).toBe(48 + 16);
  });

  test('with a workshop has a room: its people in both rounds, beside their tables', async () => {
    const { study, added } = await make({ preset: 'workshop' });
    expect(added).toBe(2 * 96 + 2 * 16);
    const reading = { question: 'competency-ranking', event: null, own: null };
    const { document } = await roomResultsOf(database.db, study, reading);
    const { rounds, paired, isStepped } = await document();
    expect(isStepped).toBe(false);
    expect(rounds.map(({ tables }) => tables)).toEqual([16, 16]);
    const own = rounds.map(({ representation }) => representation.overall!.own);
    expect(own[1]).toBeLessThan(own[0]!);
    expect(paired[0]!.n).toBeGreaterThan(80);
    const [event, ...more] = await listEvents(database.db, study.id);
    expect(more).toEqual([]);
    expect(event!.state).toMatchObject({ stage: 'ended', round: 2 });
    expect(await listPeople(database.db, event!)).toHaveLength(96);
  });
});
