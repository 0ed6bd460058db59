import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterAll, describe, expect, test } from 'vitest';
import { rankingFile, runPlenary } from './run-plenary.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { DATA_DIR: join(folder, 'data') };

describe('plenary export', () => {
  test('writes the AGH ballots as a workbook, what reads them elsewhere, and the strategy', async () => {
    const agh = rankingFile('00009-00000001.soc');
    const made = await runPlenary(['import', agh, '--new', '--title', 'Courses'], env);
    const id = /^Study (\S+)/m.exec(made.out)![1]!;
    const file = join(folder, 'agh.xlsx');
    const written = await runPlenary(['export', id, '--format', 'xlsx', '--out', file], env);
    expect(written).toEqual({ code: 0, out: '', err: '' });
    const [head, ...rows] = await readSheet(readFileSync(file), 'Answers');
    expect(rows).toHaveLength(146);
    const first = rows.filter((row) => row[head!.indexOf('ranking.item-9')] === 1);
    expect(first).toHaveLength(146);

    const script = await runPlenary(['export', id, '--format', 'r'], env);
    expect(script.out).toContain('"ranking.item-9" = "Course 9"');

    const strategy = join(folder, 'strategy.md');
    const told = await runPlenary(['export', id, '--strategy', strategy, '--lang', 'en'], {
      ...env,
      ORIGIN: 'https://plenary.example',
    });
    expect(told).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(strategy, 'utf8')).toMatch(/^# .*Courses/);
    expect(readFileSync(strategy, 'utf8')).toContain(`https://plenary.example/studies/${id}`);
  });
});
