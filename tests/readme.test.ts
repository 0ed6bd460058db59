import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plenary } from '../src/cli/plenary.ts';
import { root } from './source-files.ts';

const read = (file: string) => readFileSync(root + file, 'utf8');
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
const readme = read('README.md');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

async function run(args: string[]): Promise<{ code: number; stdout: string }> {
  let stdout = '';
  const io = {
    env: {},
    stdout: (text: string) => (stdout += text),
    stderr: (text: string) => (stdout += text),
    isTTY: false,
    columns: 100,
  };
  const code = await plenary(args, io);
  return { code, stdout };
}

const unique = (found: Iterable<RegExpMatchArray>) => [
  ...new Set([...found].map((match) => match[1]!)),
];

describe('the README', () => {
  const named = documents.map(read).join('\n');

  test.each(unique(named.matchAll(/npm (?:run (?:-s )?)?(start|test|(?<=run (?:-s )?)[a-z]+)/g)))(
    'names `npm run %s`, which exists',
    (script) => expect(Object.keys(scripts)).toContain(script),
  );

  test('names every script', () => {
    for (const script of Object.keys(scripts)) {
      expect(readme).toMatch(new RegExp(`npm (run (-s )?)?${script}\\b`));
    }
  });

  test.each(unique(named.matchAll(/plenary -- ([a-z]+)/g)))(
    'names `plenary %s`, which explains itself',
    async (command) => {
      const { code, stdout } = await run([command, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`plenary ${command}`);
    },
  );

  test('names every setting that the server reads, and no other', () => {
    const table = readme.slice(readme.indexOf('## Settings'), readme.indexOf('Tests also read'));
    const documented = unique(table.matchAll(/^\| `([A-Z_]+)`/gm)).toSorted();
    const settings = ['src/settings.ts', 'src/http/account-settings.ts'].flatMap((file) =>
      [...read(file).matchAll(/\{ ([A-Z_]+(?:, [A-Z_]+)*) \}(?: = env|: Environment)/g)].flatMap(
        ([, names]) => names!.split(', '),
      ),
    );
    expect(documented).toEqual(settings.toSorted());
  });

  test('links to files that exist', () => {
    const links = unique(named.matchAll(/\]\((?!https?:)([^)#]+)\)/g));
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((file) => !existsSync(root + file))).toEqual([]);
  });

  const examples = [...readme.matchAll(/```console\n\$ npm run -s plenary -- (.+)\n([^]*?)```/g)];

  test.each(examples.map((match) => [match[1]!, match[2]!]))(
    'shows what `plenary %s` prints',
    async (command, shown) => {
      const { code, stdout } = await run(command.split(' '));
      expect(code).toBe(0);
      expect(shown.trimEnd()).toBe(stdout.trimEnd());
    },
  );

  test('has such an example', () => expect(examples.length).toBeGreaterThan(0));
});
