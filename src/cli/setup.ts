import { setupLink } from '../db/setup-link.ts';
import { readSettings } from '../settings.ts';
import { readArguments } from './arguments.ts';
import { type CommandIo, UsageError } from './command.ts';
import { DATABASE_HELP, withDatabase } from './database.ts';

export const SETUP_HELP = `plenary setup

Prints a link with which the first owner makes an account. It works once, for seven days, and only
while nobody has an account. A server on Node prints one when it starts; this is for Workers.
With ORIGIN set it is a whole address, else a path.

  --help              this text

${DATABASE_HELP}
`;

/** `plenary setup`: see SETUP_HELP. Exit code 1 when somebody has an account already. */
export async function setup(args: readonly string[], io: CommandIo): Promise<number> {
  const { positionals } = readArguments(args, {});
  if (positionals.length > 0) throw new UsageError('setup takes no arguments.');
  const token = await withDatabase(io, (db) => setupLink(db, new Date()));
  if (token === null) {
    io.stderr('Somebody has an account already: ask an owner for an invitation.\n');
    return 1;
  }
  io.stdout(`${readSettings(io.env).origin ?? ''}/setup/${token}\n`);
  return 0;
}
