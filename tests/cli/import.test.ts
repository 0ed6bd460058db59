import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readPreflib } from '../../src/ranking/preflib.ts';
import { rankingFile, runPlenary } from './run-plenary.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { DATA_DIR: join(folder, 'data') };
const agh = rankingFile('00009-00000001.soc');

const studyIn = (out: string) =>
  /^Study ([0-9a-f-]{36}) \(join code (\S+)\), closed\.$/m.exec(out)!;

describe('plenary import and plenary export', () => {
  test('bring the AGH ballots in once, and give the same ballots out', async () => {
    const first = await runPlenary(['import', agh, '--new', '--title', 'Courses'], env);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('146 responses imported.');
    const [, id, code] = studyIn(first.out);
    const again = await runPlenary(['import', agh, '--study', id!], env);
    expect(again.out).toBe('Nothing changed: all 146 responses were there already.\n');
    const listed = await runPlenary(['studies'], env);
    expect(listed.out).toBe(`${id}  ${code}  closed  146 responses  Courses\n`);
    const exported = await runPlenary(['export', code!, '--format', 'preflib'], env);
    const ballotsOf = (text: string) =>
      readPreflib(text, 'x.soc')
        .ballots.map(({ count, ranking }) => `${count}: ${JSON.stringify(ranking)}`)
        .toSorted();
    expect(ballotsOf(exported.out)).toEqual(ballotsOf(readFileSync(agh, 'utf8')));
  });

  test('write a file, and take a CSV that they wrote', async () => {
    const file = join(folder, 'debian.csv');
    const made = await runPlenary(['import', rankingFile('00002-00000003.soi'), '--new'], env);
    const [, id] = studyIn(made.out);
    const written = await runPlenary(['export', id!, '--out', file], env);
    expect(written).toEqual({ code: 0, out: '', err: '' });
    const rows = readFileSync(file, 'utf8').trimEnd().split('\r\n').length - 1;
    const back = await runPlenary(['import', file, '--study', id!], env);
    expect(back.out).toBe(`${rows} responses imported.\n`);
  });

  test('name file and line of what is wrong, and store nothing', async () => {
    const file = join(folder, 'bad.soc');
    writeFileSync(file, readFileSync(agh, 'utf8').replace('4: 9,2,5', '4: 9,2,2'));
    const { code, err, out } = await runPlenary(['import', file, '--new'], env);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(`${file}:22: alternative 2 is ranked twice\n`);
  });

  test('know no study that is not there', async () => {
    for (const args of [
      ['export', 'ZZZ-ZZZ'],
      ['import', agh, '--study', 'nothing'],
    ]) {
      const { code, err } = await runPlenary(args, env);
      expect(code).toBe(2);
      expect(err).toContain('There is no study');
    }
  });
});
