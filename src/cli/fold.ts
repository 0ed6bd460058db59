import { parseArgs } from 'node:util';
import { fold } from '../db/fold.ts';
import { findStudy, listStudies } from '../db/studies.ts';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { verifyTallies } from '../db/verify-tallies.ts';
import { type CommandIo, UsageError } from './command.ts';
import { DATABASE_HELP, studyNamed, withDatabase } from './database.ts';

export const FOLD_HELP = `plenary fold [STUDY …] [--verify]

Counts the answers that the stored tallies don't cover yet into them. The server does so by
itself; run it after a large import or a restore, so that the first reader need not wait.

  STUDY      id or join code; all studies where none is named
  --verify   counts the responses themselves anew and compares; exit code 1 when a tally is wrong

${DATABASE_HELP}
`;

/** Folds studies, or checks that their tallies are right. */
export async function foldStudies(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readArguments(args);
  return withDatabase(io, async (db) => {
    let wrong = 0;
    for await (const id of named(db, positionals)) {
      const study = await findStudy(db, id);
      if (!study) continue;
      if (!values.verify) {
        io.stdout(`${id}  ${await fold(db, study, new Date())}\n`);
        continue;
      }
      const found = await verifyTallies(db, study);
      wrong += found.wrong.length;
      const verdict = found.wrong.length === 0 ? 'right' : `wrong: ${found.wrong.join(', ')}`;
      io.stdout(`${id}  ${found.responses} responses, tallies ${verdict}\n`);
    }
    return wrong === 0 ? 0 : 1;
  });
}

async function* named(db: Kysely<Database>, names: readonly string[]): AsyncGenerator<string> {
  for (const name of names) yield (await studyNamed(db, name)).id;
  if (names.length > 0) return;
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listStudies>> = await listStudies(db, { cursor });
    for (const { id } of page.studies) yield id;
    cursor = page.next;
  } while (cursor !== null);
}

function readArguments(args: readonly string[]) {
  try {
    const options = { verify: { type: 'boolean', default: false } } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
