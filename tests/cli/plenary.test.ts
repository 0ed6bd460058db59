import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { closest } from '../../src/cli/closest.ts';
import { holderOfToken } from '../../src/db/tokens.ts';
import { lockDirectory } from '../../src/db/directory-lock.ts';
import { addMember } from '../../src/db/members.ts';
import { isSetupLink } from '../../src/db/setup-link.ts';
import { openDatabase } from '../../src/open-database.ts';
import { readSettings } from '../../src/settings.ts';
import { root } from '../source-files.ts';
import { rankingFile, runPlenary } from './run-plenary.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COMMANDS = ['rank', 'demo', 'studies', 'import', 'export', 'setup', 'token', 'migrate'];

describe('the command line', () => {
  test('lists its commands, and each explains itself without touching a database', async () => {
    const { code, out } = await runPlenary([]);
    expect(code).toBe(0);
    for (const command of COMMANDS) {
      expect(out).toContain(`  ${command} `);
      const help = await runPlenary([command, '--help'], { DATABASE_URL: 'nonsense' });
      expect(help).toMatchObject({ code: 0, err: '' });
      expect(help.out).toContain(`plenary ${command}`);
    }
  });

  test('names every option that a command takes in its help', async () => {
    const options: Record<string, string[]> = {
      demo: ['preset', 'seed', 'template', 'port'],
      import: ['new', 'title', 'unranked', 'study', 'question'],
      export: ['format', 'lang', 'question', 'excel', 'lines', 'out', 'strategy'],
      token: ['name', 'role'],
    };
    for (const [command, names] of Object.entries(options)) {
      const { out } = await runPlenary([command, '--help']);
      const named = [...out.matchAll(/^ {2}--([a-z]+)/gm)].map(([, name]) => name);
      expect(named.toSorted()).toEqual([...names, 'help'].toSorted());
    }
  });

  test('suggests the command that was meant', async () => {
    const { code, err, out } = await runPlenary(['imprt']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe('There is no command "imprt". Did you mean "import"? See plenary --help.\n');
    expect((await runPlenary(['constructor'])).code).toBe(2);
    expect(closest('zzzzzz', COMMANDS)).toBeNull();
  });

  test.each([
    ['import'],
    ['import', 'a', 'b', '--new'],
    ['import', 'a'],
    ['import', 'a', '--new', '--study', 'x'],
    ['import', 'a', '--new', '--unranked', 'top'],
    ['import', 'a', '--study', 'x', '--title', 'T'],
    ['import', '/nowhere/at/all.soc', '--new'],
    ['import', 'a', '--nonsense'],
    ['export'],
    ['export', 'x', '--format', 'xls'],
    ['export', 'x', '--format', 'xlsx'],
    ['export', 'x', '--lang', 'tlh'],
    ['export', 'x', '--lines', 'two'],
    ['export', 'x', '--strategy', 'strategy.pdf'],
    ['export', 'x', '--excel', 'us'],
    ['token'],
    ['token', 'delete'],
    ['token', 'create'],
    ['token', 'create', '--name', ' '],
    ['token', 'create', '--name', 'x', '--role', 'king'],
    ['migrate', 'now'],
    ['studies', 'all'],
    ['demo', 'now'],
    ['demo', '--preset', 'huge'],
    ['demo', '--seed', '-1'],
    ['demo', '--template', 'none'],
  ])('answers a wrong call in one line and with exit code 2: %j', async (...args) => {
    const { code, err, out } = await runPlenary(args.flat(), { DATABASE_URL: 'nonsense' });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^[^\n]+ See plenary \w+ --help\.\n$/);
  });

  test('makes a token that works, of the role that was asked for', async () => {
    const env = { DATA_DIR: join(folder, 'token') };
    const { code, out } = await runPlenary(
      ['token', 'create', '--name', 'Room', '--role', 'viewer'],
      env,
    );
    expect(code).toBe(0);
    const { db, close } = await openDatabase(readSettings(env));
    const designer = await holderOfToken(db, out.trim(), new Date());
    await close();
    expect(designer).toMatchObject({ name: 'Room', role: 'viewer' });
  });

  test('prints a set-up link while nobody has an account', async () => {
    const env = { DATA_DIR: join(folder, 'setup'), ORIGIN: 'https://plenary.example' };
    const { code, out } = await runPlenary(['setup'], env);
    expect(code).toBe(0);
    const [, token] = /^https:\/\/plenary\.example\/setup\/(\w{43})\n$/.exec(out)!;
    const { db, close } = await openDatabase(readSettings(env));
    expect(await isSetupLink(db, token!, new Date())).toBe(true);
    const owner = { email: 'a@b.example', name: 'Ana', email_verified: true };
    const person = { id: randomUUID(), image: null, language: null };
    await db
      .insertInto('person')
      .values({ ...owner, ...person })
      .execute();
    const { id } = await db.selectFrom('organisation').select('id').executeTakeFirstOrThrow();
    const member = { organisationId: id, personId: person.id, role: 'owner' as const };
    await addMember(db, member, new Date());
    await close();
    const again = await runPlenary(['setup'], env);
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toMatch(/^Somebody has an account already[^\n]+\n$/);
  });

  test('says what to do when the server holds the data directory', async () => {
    const directory = join(folder, 'held');
    const release = await lockDirectory(directory);
    const { code, err } = await runPlenary(['migrate'], { DATA_DIR: directory });
    await release();
    expect(code).toBe(1);
    expect(err).toMatch(/is in use by process \d+.*If that is the Plenary server, use its API/);
    expect(err.trim()).not.toContain('\n');
  });

  test('ends quietly when its reader stops early', async () => {
    const args = ['src/cli/plenary.ts', 'rank', rankingFile('00014-00000001.soc'), '--json'];
    const child = spawn(process.execPath, args, { cwd: root });
    child.stdout.destroy();
    let errors = '';
    child.stderr.on('data', (text) => (errors += text));
    const [code] = await once(child, 'close');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
  });
});
