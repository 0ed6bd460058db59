import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { openPglite } from '../../src/db/open-pglite.ts';
import { findStudy } from '../../src/db/studies.ts';
import { verifyTallies } from '../../src/db/verify-tallies.ts';
import { firstToken } from '../node/first-token.ts';
import { startProcess } from '../node/server-process.ts';
import { freePort } from '../postgres.ts';
import { openStudy, startSending } from './sending.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-full-'));
const isMounted = mount();
afterAll(() => {
  if (isMounted) execFileSync('umount', ['--lazy', folder]);
  rmSync(folder, { recursive: true, force: true });
});

/** A small disk of its own; only root may have one. */
function mount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', folder], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

test.skipIf(!isMounted)(
  `a full disk is answered with 503, loses nothing acknowledged, and is over when there is room${isMounted ? '' : ' (skipped: only root can mount a small disk)'}`,
  async () => {
    const DATA_DIR = join(folder, 'data');
    const env = { DATA_DIR, PORT: String(await freePort()) };
    const server = await startProcess(env);
    const token = await firstToken(server);
    const { id, joinCode } = await openStudy({ url: server.url, token });
    const sending = startSending({ url: server.url, joinCode, connections: 8 });
    await sending.until(50);
    const filler = join(folder, 'filler');
    fill(filler);
    while (!sending.failures.has(503)) await pause(50);
    // Reading needs no room.
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    const before = sending.acknowledged.length;
    rmSync(filler);
    await sending.until(before + 50);
    await sending.stop();
    expect([...sending.failures.keys()].filter((status) => status !== 503)).toEqual([]);
    expect(await server.end('SIGTERM')).toBe(0);
    const { db, close } = await openPglite({ dataDir: DATA_DIR });
    const study = (await findStudy(db, id))!;
    const responses = sending.acknowledged.length;
    expect(await verifyTallies(db, study)).toEqual({ responses, wrong: [] });
    await close();
  },
);

/** Takes all the room there is. */
function fill(file: string): void {
  mkdirSync(folder, { recursive: true });
  for (let size = 2 ** 24; size >= 4096; size /= 2) {
    const { bavail, bsize } = statfsSync(folder);
    const count = Math.floor((bavail * bsize) / size);
    for (let k = 0; k < count; k++) {
      try {
        writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
      } catch {
        break;
      }
    }
  }
}
