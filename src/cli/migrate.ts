import { readArguments } from './arguments.ts';
import { type CommandIo, UsageError } from './command.ts';
import { DATABASE_HELP, withDatabase } from './database.ts';

export const MIGRATE_HELP = `plenary migrate

Brings the database up to date and ends. The server does the same when it starts.

  --help              this text

${DATABASE_HELP}
`;

/** `plenary migrate`: see MIGRATE_HELP. */
export async function migrateDatabase(args: readonly string[], io: CommandIo): Promise<number> {
  const { positionals } = readArguments(args, {});
  if (positionals.length > 0) throw new UsageError('migrate takes no arguments.');
  await withDatabase(io, async () => {});
  io.stdout('The database is up to date.\n');
  return 0;
}
