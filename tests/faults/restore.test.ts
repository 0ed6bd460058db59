import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { currentTallies } from '../../src/db/current-tallies.ts';
import { storeResponses } from '../../src/db/import-responses.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { createStudy, findStudy, setStudyStatus, type Study } from '../../src/db/studies.ts';
import { readQuestionTallies } from '../../src/db/tally-snapshot.ts';
import { verifyTallies } from '../../src/db/verify-tallies.ts';
import { tallyHead } from '../../src/db/watermark.ts';
import { Definition } from '../../src/survey/definition.ts';
import { tallyShapeName } from '../../src/survey/study-tally.ts';
import { smallDefinition } from '../api/small-study.ts';
import { startPostgres } from '../postgres.ts';
import { someAnswers } from './sending.ts';

const temporary = mkdtempSync(join(tmpdir(), 'plenary-restore-'));
const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers.toReversed()) await close();
  rmSync(temporary, { recursive: true, force: true });
});

/** A folder with a server and the dump of the same version; the servers from npm come without. */
const installed = ['/usr/lib/postgresql', '/usr/local/lib/postgresql']
  .flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, 'bin')) : [],
  )
  .find((folder) =>
    ['initdb', 'postgres', 'pg_dump', 'pg_restore'].every((name) => existsSync(join(folder, name))),
  );

async function store(db: Parameters<typeof storeResponses>[0], study: Study, count: number) {
  const place = { locale: 'en', voice: 'individual' as const, table: null, round: 1, event: null };
  const responses = Array.from({ length: count }, () => ({
    ...place,
    id: randomUUID(),
    answers: someAnswers(),
    shown: {},
    at: new Date(),
  }));
  await storeResponses(db, study, responses);
}

async function moved(
  programs: string | undefined,
  copy: (from: string, to: string) => Promise<void>,
) {
  const settings = { fsync: 'off' };
  const [from, to] = [
    await startPostgres(settings, programs),
    await startPostgres(settings, programs),
  ];
  closers.push(from.stop, to.stop);
  const source = openPostgres(from.url);
  await migrate(source.db);
  const draft = await createStudy(source.db, {
    definition: Definition.parse(smallDefinition),
    now: new Date(),
  });
  await setStudyStatus(source.db, draft.id, 'open', new Date());
  const study = (await findStudy(source.db, draft.id))!;
  // The transactions of the two servers have different numbers.
  for (let round = 0; round < 30; round++) await store(source.db, study, 2);
  await currentTallies(source.db, study);
  await store(source.db, study, 3);
  await source.close();

  await copy(from.url, to.url);
  const target = openPostgres(to.url);
  const shape = tallyShapeName(study.definition);
  expect(await tallyHead(target.db, study.id, shape)).toMatchObject({ valid: false });
  expect(await verifyTallies(target.db, study)).toEqual({ responses: 63, wrong: [] });
  await currentTallies(target.db, study);
  expect(await tallyHead(target.db, study.id, shape)).toMatchObject({ valid: true, counted: 63 });
  await store(target.db, study, 10);
  await currentTallies(target.db, study);
  expect(await verifyTallies(target.db, study)).toEqual({ responses: 73, wrong: [] });
  const { question } = (await readQuestionTallies(target.db, study, 'topics', []))!;
  expect(question.segments.get('@all')!.get('individual:')!.shown.n).toBe(73);
  await target.close();
}

describe('on another server the tallies are made anew, and are right', () => {
  test.skipIf(!installed)(
    `after pg_dump and pg_restore${installed ? '' : ' (skipped: no PostgreSQL with pg_dump here)'}`,
    async () => {
      await moved(installed, async (from, to) => {
        const file = join(temporary, 'dump');
        const run = (name: string, args: string[]) =>
          execFileSync(join(installed!, name), args, { stdio: 'pipe' });
        run('pg_dump', ['--format=custom', `--file=${file}`, from]);
        run('pg_restore', ['--no-owner', `--dbname=${to}`, file]);
      });
    },
  );

  test('after a copy table by table', async () => {
    await moved(undefined, async (from, to) => {
      const opened = openPostgres(to);
      await migrate(opened.db);
      await opened.close();
      const [source, target] = [from, to].map((url) =>
        postgres(url, { max: 1, onnotice: () => {} }),
      );
      await target!.unsafe('set session_replication_role = replica');
      const tables = await source!<{ name: string }[]>`
        select c.relname as name from pg_class c
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
          and c.relname not like 'kysely%'`;
      for (const { name } of tables) {
        await target!.unsafe(`truncate "${name}" cascade`);
      }
      for (const { name } of tables) {
        const rows = await source!.unsafe(`copy "${name}" to stdout`).readable();
        await pipeline(rows, await target!.unsafe(`copy "${name}" from stdin`).writable());
      }
      await target!`
        select setval(pg_get_serial_sequence('ledger', 'id'), (select max(id) from ledger))`;
      await Promise.all([source!.end(), target!.end()]);
    });
  });
});
