import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { root } from './source-files.ts';

/** How a command ended: its output in order, and whether it succeeded. */
export interface CommandResult {
  ok: boolean;
  output: string;
  seconds: number;
}

/** Marks every process that descends from this run, so that none can outlive it. */
const mark = `PLENARY_TEST_RUN=${randomUUID()}`;
const running = new Set<number>();

/**
 * Runs a command of node_modules/.bin, or of the system, without standard input and in a process group of its own.
 * The group is ended when the command ends, or after `minutes`.
 *
 * @example
 * await runCommand('oxlint', ['--type-aware']); // => { ok: true, output: '…', seconds: 0.8 }
 */
export async function runCommand(
  command: string,
  args: string[],
  { env = {}, minutes = 10 }: { env?: Record<string, string>; minutes?: number } = {},
): Promise<CommandResult> {
  const start = performance.now();
  const child = spawn(command, args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...env,
      PATH: `${root}node_modules/.bin:${process.env['PATH'] ?? ''}`,
      PLENARY_TEST_RUN: mark.slice('PLENARY_TEST_RUN='.length),
      NO_COLOR: '1',
      FORCE_COLOR: '0',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  if (child.pid !== undefined) running.add(child.pid);
  const timer = setTimeout(() => {
    output += `\n${command} was ended after ${minutes} minutes.\n`;
    endGroup(child.pid);
  }, minutes * 60_000);
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      output += `${error.message}\n`;
      resolve(null);
    });
    child.on('exit', (status) => {
      // What the command left running must not keep the pipes open.
      endGroup(child.pid);
      setTimeout(() => resolve(status), 20);
    });
  });
  clearTimeout(timer);
  if (child.pid !== undefined) running.delete(child.pid);
  return { ok: code === 0, output, seconds: (performance.now() - start) / 1000 };
}

function endGroup(group: number | undefined): void {
  if (group === undefined) return;
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // The whole group has ended already.
  }
}

/** Ends every process that this run started and that is still there, wherever it has moved to. */
export function endEverything(): void {
  for (const group of running) endGroup(group);
  for (const pid of markedProcesses()) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended in the meantime.
    }
  }
}

/** Processes that carry this run's mark (Linux; elsewhere the groups above are all we know). */
function markedProcesses(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .filter((name) => environmentOf(name).includes(mark))
      .map(Number);
  } catch {
    return [];
  }
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}
