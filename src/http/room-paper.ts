import type { Kysely } from 'kysely';
import { noteInLog, type RoomEvent } from '../db/room/events.ts';
import { noteActivity } from '../db/room/sheets.ts';
import { listTables, type RoomTable } from '../db/room/tables.ts';
import { tableWork, writeField } from '../db/room/work.ts';
import { findResponse, type StoredResponse, withdrawResponse } from '../db/responses.ts';
import type { Answers, Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import { answerIssues, isAnswered } from '../survey/answer.ts';
import type { Language } from '../survey/language.ts';
import { printedNumber, type Sheet, sheetNumber } from '../survey/paper/sheet-number.ts';
import type { PersonMark } from '../survey/room/room-rights.ts';
import { markOf } from '../survey/room/room-rights.ts';
import { answerField } from '../survey/room/table-work.ts';
import { isSameJson } from '../survey/same-json.ts';
import type { Config } from './env.ts';
import { localised } from './localised.ts';
import { receiptOf } from './receipt.ts';
import { sheetResponseId, tableResponseId } from './room-seat.ts';
import { sendTable } from './room-table.ts';
import { submit, type SubmitOutcome } from './submit.ts';

/** What stands on a sheet, as a facilitator types it in. */
export interface SheetEntry {
  sheet: Sheet;
  /** Where the person sat; a table's sheet names its table itself. */
  table: RoomTable | null;
  mark: PersonMark;
  locale: Language;
  /** By question; what is missing was not answered. */
  answers: Answers;
  /** The revision that whoever types has seen; 0 for none, undefined to correct whatever is there. */
  revision?: number | undefined;
  by: string;
}

/** What became of a sheet; `changed` says whether anything is stored that was not before. */
export type SheetOutcome =
  | { status: 200 | 201; receipt: string; changed: boolean }
  | { status: 409; error: string; stored: StoredResponse }
  | Exclude<SubmitOutcome, { receipt: string }>;

/** A sheet as it is stored, or null; with the receipt that its author may have been given. */
export interface StoredSheet {
  id: string;
  receipt: string;
  stored: StoredResponse | null;
}

const NOT_OPEN = 'The study has not been opened yet: sheets can be typed in once it is.';

/** Late sheets would show, one by one, what each person said: results of a closed study are whole. */
const SHEETS_CLOSED =
  'This study is closed. Open it again to type in sheets: while it is open, results move in steps ' +
  'that protect single people.';

/**
 * Types in a sheet of paper along the way of every submission. The same sheet again is a correction,
 * or a repeat where nothing differs, whoever types it: it never counts twice. Of two who type a
 * sheet at once the second is told what is stored.
 *
 * @example
 * await enterSheet(db, config, study, event, { sheet, table, mark: 'participant', … })
 */
export async function enterSheet(
  db: Kysely<Database>,
  config: Config,
  study: Study,
  event: RoomEvent,
  entry: SheetEntry,
): Promise<SheetOutcome> {
  const { sheet, by } = entry;
  const problem = closedTo(study);
  if (problem) return problem;
  const table = await tableOf(db, event, entry);
  if (table === undefined) return { status: 404, error: 'The event has no such table.' };
  const { id, receipt, stored } = await readSheet(db, config, event, sheet);
  const before = stored?.withdrawnAt ? null : stored;
  const isSame = before !== null && isEntry(before, entry, table);
  if (isSame && before.channel === 'paper') return { status: 200, receipt, changed: false };
  if (before && entry.revision !== undefined && entry.revision !== before.revision) {
    const error = 'This sheet was typed in already: compare what is stored before you correct it.';
    return { status: 409, error, stored: before };
  }
  const outcome = await (sheet.voice === 'table'
    ? sendTyped(db, config, study, event, { ...entry, table: table! })
    : sendPerson(db, config, study, event, { ...entry, table, id, stored }));
  if (!('receipt' in outcome)) return outcome;
  // Somebody else has typed it in, or corrected it, at the same moment, and this was taken for a
  // repeat of theirs.
  if (outcome.repeated && sheet.voice === 'individual') {
    return enterSheet(db, config, study, event, { ...entry, revision: before?.revision ?? 0 });
  }
  const at = config.now();
  if (table) await noteActivity(db, table, at);
  const detail = { sheet: printedNumber(sheet), table: table?.key ?? null };
  const action = before ? 'paper-corrected' : 'paper';
  await noteInLog(db, event, { at, by, action, detail });
  return { status: outcome.status, receipt, changed: true };
}

/** What is stored of a sheet. */
export async function readSheet(
  db: Kysely<Database>,
  config: Pick<Config, 'secret'>,
  event: RoomEvent,
  sheet: Sheet,
): Promise<StoredSheet> {
  const id = await sheetId(db, config, event, sheet);
  const receipt = await receiptOf(config.secret, event.studyId, id);
  return { id, receipt, stored: await findResponse(db, event.studyId, id) };
}

/**
 * Takes a sheet back: its answers are erased, and its number can't be used again.
 *
 * @returns why not, or null
 */
export async function withdrawSheet(
  db: Kysely<Database>,
  config: Config,
  study: Study,
  event: RoomEvent,
  { sheet, by }: { sheet: Sheet; by: string },
): Promise<{ status: 404 | 409 | 410; error: string } | null> {
  const problem = closedTo(study);
  if (problem) return problem;
  const { id, stored } = await readSheet(db, config, event, sheet);
  if (!stored) return { status: 404, error: 'This sheet was not typed in.' };
  if (stored.withdrawnAt) return null;
  const at = config.now();
  if (!(await withdrawResponse(db, study.id, id, at))) return { status: 410, error: SHEETS_CLOSED };
  const detail = { sheet: printedNumber(sheet), table: stored.table };
  await noteInLog(db, event, { at, by, action: 'paper-withdrawn', detail });
  return null;
}

function closedTo({ status }: Study): { status: 409 | 410; error: string } | null {
  if (status === 'draft') return { status: 409, error: NOT_OPEN };
  return status === 'closed' ? { status: 410, error: SHEETS_CLOSED } : null;
}

/** The table that a sheet belongs to; undefined where there is none of that number. */
async function tableOf(
  db: Kysely<Database>,
  event: RoomEvent,
  { sheet, table }: Pick<SheetEntry, 'sheet' | 'table'>,
): Promise<RoomTable | null | undefined> {
  if (sheet.voice === 'individual') return table;
  return (await listTables(db, event)).find(({ number }) => number === sheet.serial);
}

/** A table's sheet holds the same response as what the table sends itself. */
async function sheetId(
  db: Kysely<Database>,
  { secret }: Pick<Config, 'secret'>,
  event: RoomEvent,
  sheet: Sheet,
): Promise<string> {
  const table = await tableOf(db, event, { sheet, table: null });
  if (table) return tableResponseId(secret, table, sheet.round);
  return sheetResponseId(secret, event, sheetNumber(sheet));
}

function sendPerson(
  db: Kysely<Database>,
  config: Config,
  study: Study,
  event: RoomEvent,
  entry: SheetEntry & { id: string; stored: StoredResponse | null },
): Promise<SubmitOutcome> {
  const { sheet, table, mark, locale, answers, by, id, stored } = entry;
  const { questions } = localised(study.definition, locale, 'individual');
  const shown = questions.flatMap(({ id: question, kind, options }) =>
    kind === 'ranking' && options && Object.hasOwn(answers, question)
      ? [[question, options.map((option) => option.id)] as const]
      : [],
  );
  const place = { event: event.key, table: table?.key ?? null, round: sheet.round };
  return submit(db, config, {
    id,
    joinCode: study.joinCode,
    revision: (stored?.revision ?? 0) + 1,
    locale,
    answers,
    shown: Object.fromEntries(shown),
    voice: 'individual',
    table: null,
    round: sheet.round,
    invitation: null,
    seat: null,
    placed: { ...place, mark: markOf({ mark }) },
    paper: { by, sheet: sheetNumber(sheet) },
  });
}

/** More often than anybody writes while one sheet is being stored. */
const MOST_TRIES = 20;

/** A table's sheet becomes what the table has written, and is sent from there. */
async function sendTyped(
  db: Kysely<Database>,
  config: Config,
  study: Study,
  event: RoomEvent,
  { sheet, table, answers, by }: SheetEntry & { table: RoomTable },
): Promise<SubmitOutcome> {
  const local = localised(study.definition, study.definition.defaultLanguage, 'table');
  const issues = answerIssues(local, answers).filter(({ code }) => code !== 'required');
  if (issues.length > 0) return { status: 422, error: 'Some answers do not fit.', issues };
  const { round } = sheet;
  const work = await tableWork(db, table, round);
  for (const question of local.questions) {
    const field = answerField(question.id);
    const given = answers[question.id] ?? null;
    const value = isAnswered(question, given) ? given : null;
    let { value: before = null, revision = 0 } = work[field] ?? {};
    // What the table writes at the same moment does not stand: the sheet is what it has decided.
    for (let tries = 0; tries < MOST_TRIES && !isSameJson(before, value); tries += 1) {
      const wrote = { round, field, value, revision, now: config.now() };
      ({ value: before, revision } = (await writeField(db, table, wrote)).current);
    }
  }
  const paper = { by, sheet: sheetNumber(sheet) };
  const sent = await sendTable(db, config, study, event, table, { round, paper });
  return sent ?? { status: 422, error: 'There is nothing on this sheet.', issues: [] };
}

/** Whether what is stored is what was typed. */
function isEntry(stored: StoredResponse, entry: SheetEntry, table: RoomTable | null): boolean {
  const answers = { ...stored.answers, ...stored.personal };
  const mark = entry.sheet.voice === 'table' ? null : markOf(entry);
  return (
    isSameJson(answers, entry.answers) &&
    stored.table === (table?.key ?? null) &&
    stored.mark === mark
  );
}
