import { writeFileSync } from 'node:fs';
import { answersOf } from '../db/answers.ts';
import { exportStudy, FORMATS } from '../survey/export/export-study.ts';
import { strategyView } from '../http/strategy-draft.ts';
import { STRATEGY_FORMATS, strategyFile } from '../http/strategy-file.ts';
import { type Language, LANGUAGES } from '../survey/language.ts';
import type { Respondent } from '../survey/respondent.ts';
import { oneWord, onlyOne, readArguments } from './arguments.ts';
import { type CommandIo, UsageError } from './command.ts';
import { DATABASE_HELP, studyNamed, withDatabase } from './database.ts';

export const EXPORT_HELP = `plenary export STUDY [options]

Writes the answers of a study (id or join code): shuffled, without ids, times and personal answers.
Values of profile questions, tables and languages that too few people share read "suppressed".

  --format FORMAT     csv (default): one row per respondent, a rank column per ranked item
                      xlsx: a workbook of the same with ids, with labels, and a data dictionary
                      json: everything, for programs
                      preflib: the people's rankings of one question
                      dictionary: what each column of the csv means, as a csv
                      r, sps: a script that reads the csv with labels in R or SPSS
  --lang LANGUAGE     labels of xlsx, dictionary, r and sps; else the study's default language
  --question ID       the ranking question of a preflib export; else the primary one
  --excel eu          with csv: semicolons, decimal commas and a byte order mark
  --lines one         with csv: no line breaks within texts, as SPSS needs it
  --out FILE          write here instead of to standard output
  --strategy FILE     write the training strategy instead, as it stands, to a file that ends in
                      .docx, .md or .json; in the language of --lang
  --help              this text

${DATABASE_HELP}
`;

/** `plenary export`: see EXPORT_HELP. */
export async function exportFile(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'csv' },
    question: { type: 'string' },
    excel: { type: 'string' },
    lines: { type: 'string' },
    lang: { type: 'string' },
    out: { type: 'string' },
    strategy: { type: 'string' },
  });
  const name = onlyOne(positionals, 'the study to export');
  const format = oneWord(values.format, FORMATS, '--format');
  const excel = values.excel === undefined ? undefined : oneWord(values.excel, ['eu'], '--excel');
  const lines = values.lines === undefined ? undefined : oneWord(values.lines, ['one'], '--lines');
  const lang = values.lang === undefined ? undefined : oneWord(values.lang, LANGUAGES, '--lang');
  const { question, out } = values;
  if (values.strategy !== undefined) return exportStrategy(name, values.strategy, lang, io);
  if (format === 'xlsx' && out === undefined) {
    throw new UsageError('A workbook is no text: say with --out where to write it.');
  }
  const file = await withDatabase(io, async (db) => {
    const study = await studyNamed(db, name);
    const respondents: Respondent[] = [];
    for await (const rows of answersOf(db, study.id)) respondents.push(...rows);
    const options = { format, question, excel, lines, lang, now: new Date() };
    return exportStudy(study, respondents, options);
  });
  if (!file) throw new UsageError('The study has no such ranking question.');
  if (out !== undefined) writeOut(out, file.body);
  else if (typeof file.body === 'string') io.stdout(file.body);
  return 0;
}

/** Writes a strategy with what people changed in it; links in it begin with `ORIGIN`, where it is set. */
async function exportStrategy(
  name: string,
  path: string,
  lang: Language | undefined,
  io: CommandIo,
): Promise<number> {
  const format = STRATEGY_FORMATS.find((known) => path.endsWith(`.${known}`));
  if (!format) throw new UsageError('Let the name of the file end in .docx, .md or .json.');
  const file = await withDatabase(io, async (db) => {
    const study = await studyNamed(db, name);
    const language = lang ?? study.definition.defaultLanguage;
    const { document } = await strategyView(db, study, { language, filter: {} }, new Date());
    const origin = io.env['ORIGIN'] || null;
    return strategyFile(document, format, { origin, acknowledgement: study.definition.source });
  });
  writeOut(path, file.body);
  return 0;
}

function writeOut(path: string, body: string | Uint8Array): void {
  try {
    writeFileSync(path, body);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
    throw new UsageError(`The file ${path} can't be written (${code}).`);
  }
}
