import { writeFileSync } from 'node:fs';
import { answersOf } from '../db/answers.ts';
import { exportStudy, FORMATS } from '../survey/export/export-study.ts';
import type { Respondent } from '../survey/respondent.ts';
import { oneWord, onlyOne, readArguments } from './arguments.ts';
import { type CommandIo, UsageError } from './command.ts';
import { DATABASE_HELP, studyNamed, withDatabase } from './database.ts';

export const EXPORT_HELP = `plenary export STUDY [options]

Writes the answers of a study (id or join code): shuffled, without ids, times and personal answers.
Values of profile questions, tables and languages that too few people share read "suppressed".

  --format FORMAT     csv (default; one row per respondent, a rank column per ranked item), json,
                      or preflib (the people's rankings of one question)
  --question ID       the ranking question of a preflib export; else the primary one
  --excel eu          with csv: semicolons, decimal commas and a byte order mark
  --out FILE          write here instead of to standard output
  --help              this text

${DATABASE_HELP}
`;

/** `plenary export`: see EXPORT_HELP. */
export async function exportFile(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'csv' },
    question: { type: 'string' },
    excel: { type: 'string' },
    out: { type: 'string' },
  });
  const name = onlyOne(positionals, 'the study to export');
  const format = oneWord(values.format, FORMATS, '--format');
  const excel = values.excel === undefined ? undefined : oneWord(values.excel, ['eu'], '--excel');
  const { question } = values;
  const file = await withDatabase(io, async (db) => {
    const study = await studyNamed(db, name);
    const respondents: Respondent[] = [];
    for await (const rows of answersOf(db, study.id)) respondents.push(...rows);
    return exportStudy(study, respondents, { format, question, excel });
  });
  if (!file) throw new UsageError('The study has no such ranking question.');
  if (values.out === undefined) io.stdout(file.text);
  else writeOut(values.out, file.text);
  return 0;
}

function writeOut(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
    throw new UsageError(`The file ${path} can't be written (${code}).`);
  }
}
