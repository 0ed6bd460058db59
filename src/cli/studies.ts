import { listStudies } from '../db/studies.ts';
import { formatJoinCode } from '../survey/join-code.ts';
import { textIn } from '../survey/language.ts';
import { readArguments } from './arguments.ts';
import { type CommandIo, UsageError } from './command.ts';
import { DATABASE_HELP, withDatabase } from './database.ts';

export const STUDIES_HELP = `plenary studies

Lists the studies, newest first: id, join code, status, number of responses and title.

  --help              this text

${DATABASE_HELP}
`;

/** `plenary studies`: see STUDIES_HELP. */
export async function studies(args: readonly string[], io: CommandIo): Promise<number> {
  const { positionals } = readArguments(args, {});
  if (positionals.length > 0) throw new UsageError('studies takes no arguments.');
  await withDatabase(io, async (db) => {
    let cursor: string | null = null;
    do {
      const page = await listStudies(db, { limit: 200, cursor });
      for (const { id, joinCode, status, responses, synthetic, title } of page.studies) {
        const count = `${responses} ${responses === 1 ? 'response' : 'responses'}`;
        const mark = synthetic ? '(synthetic) ' : '';
        const name = mark + textIn(title, 'en', 'en');
        io.stdout(`${id}  ${formatJoinCode(joinCode)}  ${status.padEnd(6)}  ${count}  ${name}\n`);
      }
      cursor = page.next;
    } while (cursor !== null);
  });
  return 0;
}
