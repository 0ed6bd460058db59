import { readFileSync } from 'node:fs';
import {
  importResponses,
  importStudy,
  type ImportOutcome,
  StudyChangedError,
} from '../db/import-responses.ts';
import { BallotFileError } from '../ranking/ballot-file.ts';
import { formatJoinCode } from '../survey/join-code.ts';
import { readImport, readNewStudy } from '../survey/import/read-import.ts';
import { isWorkbook, workbookText } from '../survey/import/workbook-text.ts';
import { oneWord, onlyOne, readArguments } from './arguments.ts';
import { type CommandIo, UsageError } from './command.ts';
import { DATABASE_HELP, studyNamed, withDatabase } from './database.ts';

export const IMPORT_HELP = `plenary import FILE (--new | --study STUDY) [options]

Stores the answers of a file, all or none. FILE is a PrefLib file (soc, soi, toc, toi), a CSV with
one row per ballot and a rank column per item, or a csv, xlsx or json that \`plenary export\` wrote.

  --new               make a study with one ranking question from the file (closed at first)
  --title TITLE       its title; else the file's own, else the file's name
  --unranked MODE     what a left-out item means: bottom (default) or ignore
  --study STUDY       add to this study (id or join code) instead
  --question ID       to this ranking question of it; else its primary one
  --help              this text

Importing the same file into the same study again changes nothing. A file that can't be read ends
with one line "file:line: reason" and exit code 2.
${DATABASE_HELP}
`;

/** `plenary import`: see IMPORT_HELP. */
export async function importFile(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readArguments(args, {
    new: { type: 'boolean' },
    title: { type: 'string' },
    unranked: { type: 'string' },
    study: { type: 'string' },
    question: { type: 'string' },
  });
  const path = onlyOne(positionals, 'the file to import');
  const { title, study: name, question } = values;
  const unranked =
    values.unranked === undefined
      ? undefined
      : oneWord(values.unranked, ['bottom', 'ignore'], '--unranked');
  if (Boolean(values.new) === (name !== undefined)) {
    throw new UsageError('Say either --new or --study STUDY.');
  }
  if (values.new && question !== undefined) throw new UsageError('--question goes with --study.');
  if (!values.new && (title ?? unranked) !== undefined) {
    throw new UsageError('--title and --unranked go with --new.');
  }
  const file = { text: await readText(path), fileName: path };
  const content = { content: file.text, now: new Date() };
  if (name === undefined) {
    const read = readNewStudy(file, { title, unranked });
    const { study, outcome } = await withDatabase(io, (db) => importStudy(db, read, content));
    io.stdout(`Study ${study.id} (join code ${formatJoinCode(study.joinCode)}), closed.\n`);
    io.stdout(summary(outcome));
    return 0;
  }
  const outcome = await withDatabase(io, async (db) => {
    const study = await studyNamed(db, name);
    return importResponses(db, study, readImport(study, file, question), content);
  }).catch((error: unknown) => {
    if (error instanceof StudyChangedError) throw new UsageError(error.message);
    throw error;
  });
  io.stdout(summary(outcome));
  return 0;
}

async function readText(path: string): Promise<string> {
  try {
    const bytes = new Uint8Array(readFileSync(path));
    return isWorkbook(bytes) ? await workbookText(bytes, path) : new TextDecoder().decode(bytes);
  } catch (error) {
    if (error instanceof BallotFileError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new UsageError(`The file ${path} can't be read (${code}).`);
  }
}

function summary({ added, known }: ImportOutcome): string {
  if (added === 0 && known > 0) {
    return `Nothing changed: all ${known} responses were there already.\n`;
  }
  const more = known > 0 ? `; ${known} were there already` : '';
  return `${added} ${added === 1 ? 'response' : 'responses'} imported${more}.\n`;
}
