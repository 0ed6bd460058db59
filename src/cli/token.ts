import { createToken } from '../db/tokens.ts';
import { oneWord, readArguments } from './arguments.ts';
import { type CommandIo, UsageError } from './command.ts';
import { DATABASE_HELP, withDatabase } from './database.ts';

const ROLES = ['owner', 'designer', 'facilitator', 'viewer'] as const;

export const TOKEN_HELP = `plenary token create --name NAME [--role ROLE]

Makes an API token and prints it. It can't be shown again: only a hash of it is stored.

  --name NAME         what the token is for, up to 100 characters
  --role ROLE         owner, designer (default), facilitator or viewer
  --help              this text

${DATABASE_HELP}
`;

/** `plenary token create`: see TOKEN_HELP. */
export async function token(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readArguments(args, {
    name: { type: 'string' },
    role: { type: 'string', default: 'designer' },
  });
  if (positionals.join(' ') !== 'create') throw new UsageError('The only token command is create.');
  const name = values.name?.trim() ?? '';
  if (name === '' || name.length > 100) {
    throw new UsageError('Give the token a --name of 1 to 100 characters.');
  }
  const role = oneWord(values.role, ROLES, '--role');
  const made = await withDatabase(io, (db) => createToken(db, { name, role }, new Date()));
  io.stdout(`${made.token}\n`);
  return 0;
}
