import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDirectory } from '../../src/db/directory-lock.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'plenary-lock-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const module = fileURLToPath(new URL('../../src/db/directory-lock.ts', import.meta.url));

/** Takes the lock in another process, says what came of it, and holds it until its input ends. */
const program = `
  import { lockDirectory } from ${JSON.stringify(module)};
  try {
    await lockDirectory(process.argv[1]);
    console.log('held');
    process.stdin.resume();
    process.stdin.on('end', () => process.exit(0));
  } catch (error) {
    console.log(error.message);
  }`;

function starter() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, directory], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said = once(child.stdout, 'data').then(([text]) => String(text).trim());
  const ended = once(child, 'exit');
  return {
    pid: child.pid!,
    said,
    async end(signal?: 'SIGKILL') {
      if (signal) child.kill(signal);
      else child.stdin.end();
      await ended;
    },
  };
}

describe('the lock of a data directory', () => {
  it('refuses a second process and names the directory and the first one', async () => {
    const first = starter();
    expect(await first.said).toBe('held');
    const second = starter();
    expect(await second.said).toBe(
      `The data directory ${directory} is in use by process ${first.pid}: stop it, or choose another directory with DATA_DIR.`,
    );
    await Promise.all([first.end(), second.end()]);
  });

  it('refuses a second opening in the same process', async () => {
    const release = await lockDirectory(directory);
    await expect(lockDirectory(`${directory}/`)).rejects.toThrow(`process ${process.pid}`);
    await release();
    const again = await lockDirectory(directory);
    await again();
  });

  it('is taken over from a process that was killed', async () => {
    const first = starter();
    await first.said;
    await first.end('SIGKILL');
    const release = await lockDirectory(directory);
    expect(await readdir(directory)).toEqual(['lock-2']);
    await release();
    expect(await readdir(directory)).toEqual([]);
  });

  it('is taken over when its process id now belongs to another process', async () => {
    const other = { pid: process.ppid, started: 'another boot/1' };
    await writeFile(join(directory, 'lock-7'), JSON.stringify(other));
    const release = await lockDirectory(directory);
    await release();
  });

  it('goes to exactly one of many that race for a dead process’s lock', async () => {
    await writeFile(join(directory, 'lock-3'), JSON.stringify({ pid: 2 ** 22, started: null }));
    const racers = Array.from({ length: 8 }, starter);
    const said = await Promise.all(racers.map((racer) => racer.said));
    expect(said.filter((text) => text === 'held')).toHaveLength(1);
    expect(said.filter((text) => text.includes('is in use by process'))).toHaveLength(7);
    await Promise.all(racers.map((racer) => racer.end()));
  });
});
