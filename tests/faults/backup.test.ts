import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openPglite } from '../../src/db/open-pglite.ts';
import { findStudy } from '../../src/db/studies.ts';
import { verifyTallies } from '../../src/db/verify-tallies.ts';
import { firstToken } from '../node/first-token.ts';
import { runToEnd, startProcess } from '../node/server-process.ts';
import { openStudy, type Sender, startSending } from './sending.ts';

const temporary = mkdtempSync(join(tmpdir(), 'plenary-backup-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

test('a backup taken while answers come holds every answer from before it, and starts a server', async () => {
  const [source, target] = [join(temporary, 'source'), join(temporary, 'target')];
  const file = join(temporary, 'backup');
  const server = await startProcess({ DATA_DIR: source });
  const token = await firstToken(server, 'owner');
  const { id, joinCode } = await openStudy({ url: server.url, token });
  const sending: Sender = startSending({ url: server.url, joinCode, connections: 8 });
  await sending.until(200);
  const before = [...sending.acknowledged];
  const made = await runToEnd({ DATA_DIR: source, PLENARY_TOKEN: token }, [
    'dist/server/plenary.js',
    'backup',
    file,
    '--url',
    server.url,
  ]);
  expect(made, made.output).toMatchObject({ code: 0 });
  await sending.stop();
  await server.end('SIGTERM');

  const restored = await runToEnd({ DATA_DIR: target }, [
    'dist/server/plenary.js',
    'restore',
    file,
  ]);
  expect(restored, restored.output).toMatchObject({ code: 0 });
  const again = await runToEnd({ DATA_DIR: target }, ['dist/server/plenary.js', 'restore', file]);
  expect(again.code).toBe(1);
  expect(again.output).toContain('holds a database already');

  const copy = await startProcess({ DATA_DIR: target });
  for (const { response, receipt } of before.slice(0, 20)) {
    const own = await fetch(`${copy.url}/api/responses/${response}`, { headers: { receipt } });
    expect(own.status).toBe(200);
  }
  const more = await fetch(`${copy.url}/api/responses/${randomUUID()}`, { method: 'PUT' });
  expect(more.status).toBeLessThan(500);
  await copy.end('SIGTERM');
  const { db, close } = await openPglite({ dataDir: target });
  const study = (await findStudy(db, id))!;
  const { responses, wrong } = await verifyTallies(db, study);
  expect(wrong).toEqual([]);
  expect(responses).toBeGreaterThanOrEqual(before.length);
  await close();
});
