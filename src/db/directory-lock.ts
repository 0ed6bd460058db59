import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Directories that this process holds: a second opening inside it must be refused as well. */
const held = new Set<string>();

/**
 * Takes the lock of a data directory (made when missing), or throws an error whose message names
 * the directory and the process that has it. A lock whose process is gone is taken over.
 *
 * The lock is the file `lock-N` with the highest N. A starter that finds a dead holder makes
 * `lock-(N+1)`: the file system lets only one of several racing starters do so. Whoever finds a
 * higher number with a living holder afterwards gives way, so that two can never both win.
 *
 * @returns a function that gives the lock back
 * @example
 * const release = await lockDirectory('.data');
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const path = resolve(directory);
  if (held.has(path)) throw inUse(path, process.pid);
  held.add(path);
  try {
    await mkdir(path, { recursive: true });
    return await acquire(path);
  } catch (error) {
    held.delete(path);
    throw error;
  }
}

async function acquire(path: string): Promise<() => Promise<void>> {
  const draft = join(path, `draft-${randomUUID()}`);
  await writeFile(draft, JSON.stringify({ pid: process.pid, started: await startOf(process.pid) }));
  try {
    for (;;) {
      const locks = await locksIn(path);
      const highest = Math.max(0, ...locks);
      const holder = highest && (await livingHolder(path, highest));
      if (holder) throw inUse(path, holder);
      const mine = highest + 1;
      if (!(await linked(draft, join(path, `lock-${mine}`)))) continue;
      await giveWay(path, mine);
      await Promise.all(locks.map((lock) => rm(join(path, `lock-${lock}`), { force: true })));
      return async () => {
        await rm(join(path, `lock-${mine}`), { force: true });
        held.delete(path);
      };
    }
  } finally {
    await rm(draft, { force: true });
  }
}

async function giveWay(path: string, mine: number): Promise<void> {
  for (const lock of await locksIn(path)) {
    const holder = lock > mine && (await livingHolder(path, lock));
    if (!holder) continue;
    await rm(join(path, `lock-${mine}`), { force: true });
    throw inUse(path, holder);
  }
}

async function locksIn(path: string): Promise<number[]> {
  const names = await readdir(path);
  return names.flatMap((name) => /^lock-(\d+)$/.exec(name)?.[1] ?? []).map(Number);
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The id of the process that holds a lock, or null when it is gone. */
async function livingHolder(path: string, lock: number): Promise<number | null> {
  const text = await readFile(join(path, `lock-${lock}`), 'utf8').catch(() => null);
  if (text === null) return null;
  const { pid, started } = JSON.parse(text) as { pid: number; started: string | null };
  if (pid === process.pid || !isAlive(pid)) return null;
  // A restarted container may give a dead holder's id to another process.
  return started !== null && (await startOf(pid)) !== started ? null : pid;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process started, where the system tells it (Linux), as text that no other process shares. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${boot.trim()}/${ticks}`;
  } catch {
    return null;
  }
}

function inUse(path: string, pid: number): Error {
  return new Error(
    `The data directory ${path} is in use by process ${pid}: stop it, or choose another directory with DATA_DIR.`,
  );
}
