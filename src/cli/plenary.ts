import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BallotFileError } from '../ranking/ballot-file.ts';
import { StartError } from '../settings.ts';
import { boundYoungSpace } from '../young-space.ts';
import { type Command, type CommandIo, UsageError } from './command.ts';
import { closest } from './closest.ts';

interface Entry {
  summary: string;
  load: () => Promise<{ run: Command; help?: string }>;
}

const COMMANDS: Readonly<Record<string, Entry>> = {
  rank: {
    summary: 'rank the items of a PrefLib or CSV file by every method',
    load: async () => ({ run: (await import('./rank.ts')).rank }),
  },
  demo: {
    summary: 'serve a study full of synthetic answers',
    load: async () => {
      const { demo, DEMO_HELP } = await import('./demo.ts');
      return { run: demo, help: DEMO_HELP };
    },
  },
  studies: {
    summary: 'list the studies with their ids and join codes',
    load: async () => {
      const { studies, STUDIES_HELP } = await import('./studies.ts');
      return { run: studies, help: STUDIES_HELP };
    },
  },
  import: {
    summary: 'store the answers of a PrefLib or CSV file',
    load: async () => {
      const { importFile, IMPORT_HELP } = await import('./import.ts');
      return { run: importFile, help: IMPORT_HELP };
    },
  },
  export: {
    summary: 'write the answers of a study as CSV, JSON or PrefLib',
    load: async () => {
      const { exportFile, EXPORT_HELP } = await import('./export.ts');
      return { run: exportFile, help: EXPORT_HELP };
    },
  },
  setup: {
    summary: 'print the link for the first owner',
    load: async () => {
      const { setup, SETUP_HELP } = await import('./setup.ts');
      return { run: setup, help: SETUP_HELP };
    },
  },
  token: {
    summary: 'make an API token',
    load: async () => {
      const { token, TOKEN_HELP } = await import('./token.ts');
      return { run: token, help: TOKEN_HELP };
    },
  },
  fold: {
    summary: 'count new answers into the stored tallies, or verify them',
    load: async () => {
      const { foldStudies, FOLD_HELP } = await import('./fold.ts');
      return { run: foldStudies, help: FOLD_HELP };
    },
  },
  backup: {
    summary: 'write the embedded database to a file',
    load: async () => {
      const { backup, BACKUP_HELP } = await import('./backup.ts');
      return { run: backup, help: BACKUP_HELP };
    },
  },
  restore: {
    summary: 'make a data directory of a backup',
    load: async () => {
      const { restore, RESTORE_HELP } = await import('./backup.ts');
      return { run: restore, help: RESTORE_HELP };
    },
  },
  migrate: {
    summary: 'bring the database up to date',
    load: async () => {
      const { migrateDatabase, MIGRATE_HELP } = await import('./migrate.ts');
      return { run: migrateDatabase, help: MIGRATE_HELP };
    },
  },
};

const HELP = `plenary COMMAND [arguments]

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`)
  .join('\n')}

plenary COMMAND --help says more. Through npm: npm run -s plenary -- COMMAND …
`;

/**
 * Runs one command line, without the program's name, and resolves to the exit code: 0, 2 for a
 * wrong call or a file that can't be read, 1 for a database or port that can't be used.
 *
 * @example
 * await plenary(['token', 'create', '--name', 'import'], io) // 0
 */
export async function plenary(args: readonly string[], io: CommandIo): Promise<number> {
  const [name = '--help', ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    io.stdout(HELP);
    return 0;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!entry) {
    const near = closest(name, Object.keys(COMMANDS));
    const hint = near === null ? '' : ` Did you mean "${near}"?`;
    io.stderr(`There is no command "${name.slice(0, 40)}".${hint} See plenary --help.\n`);
    return 2;
  }
  try {
    const { run, help } = await entry.load();
    if (help !== undefined && (rest.includes('--help') || rest.includes('-h'))) {
      io.stdout(help);
      return 0;
    }
    return await run(rest, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr(`${error.message} See plenary ${name} --help.\n`);
      return 2;
    }
    if (error instanceof BallotFileError) {
      io.stderr(`${error.message}\n`);
      return 2;
    }
    if (error instanceof StartError) {
      io.stderr(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

const started = process.argv[1];
if (started && realpathSync(started) === fileURLToPath(import.meta.url)) {
  boundYoungSpace();
  // Whoever reads our output may stop early, as `head` does.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? 0 : 1);
    });
  }
  process.exitCode = await plenary(process.argv.slice(2), {
    env: process.env,
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    isTTY: process.stdout.isTTY,
    columns: process.stdout.columns || 100,
  });
}
