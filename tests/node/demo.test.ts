import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { call } from '../smoke.ts';
import { root } from '../source-files.ts';
import { firstToken } from './first-token.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `plenary demo` as `npm run demo` does, in an empty working directory. */
async function startDemo(...args: string[]) {
  const { PATH = '', HOME = '', PLENARY_TEST_RUN = '' } = process.env;
  const command = [join(root, 'dist/server/plenary.js'), 'demo', '--port', '0', ...args];
  const env = { PATH, HOME, PLENARY_TEST_RUN, HOST: '127.0.0.1' };
  const child = spawn(process.execPath, command, { cwd: folder, env });
  const ended = once(child, 'close') as Promise<[number | null]>;
  let output = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (/\/results\n/.test(output)) resolve();
      });
    }
    void ended.then(([code]) => reject(new Error(`The demo ended with ${code}:\n${output}`)));
  });
  const url = /running at (\S+)\n/.exec(output)![1]!;
  const end = async () => {
    child.kill('SIGTERM');
    return (await ended)[0];
  };
  return { url, output: () => output, end };
}

describe('plenary demo', () => {
  test('serves a study of 160 synthetic people, apart from real data, and finds it again', async () => {
    const first = await startDemo();
    expect(first.output()).toContain('176 synthetic answers');
    expect(existsSync(join(folder, '.data/demo'))).toBe(true);
    const joinUrl = /(\S+\/j\/\S+)\n/.exec(first.output())![1]!;
    await call({ url: joinUrl }, 200, 'GET', '');
    const token = await firstToken(first);
    const id = /\/studies\/([0-9a-f-]{36})\/results\n/.exec(first.output())![1]!;
    const found = await call({ url: first.url, token }, 200, 'GET', `/api/studies/${id}`);
    expect(await found.json()).toMatchObject({ synthetic: true, status: 'open', responses: 176 });
    const query = 'question=competency-ranking&voice=individual';
    const path = `/api/studies/${id}/results?${query}`;
    const results = await call({ url: first.url, token }, 200, 'GET', path);
    const { slices } = (await results.json()) as {
      slices: { n: number; leftOut: Record<string, number>; agreement: { kendallW: number } }[];
    };
    const everyone = slices[0]!;
    const left = Object.values(everyone.leftOut).reduce((sum, count) => sum + count, 0);
    expect(everyone.n + left).toBe(160);
    expect(everyone.agreement.kendallW).toBeGreaterThan(0.12);
    expect(everyone.agreement.kendallW).toBeLessThan(0.3);
    expect(await first.end()).toBe(0);

    const second = await startDemo();
    expect(second.output()).toContain('is there already');
    expect(second.output()).toContain(`/studies/${id}/results`);
    expect(await second.end()).toBe(0);
  });
});
