import type { Kysely } from 'kysely';
import type { RoomEvent } from '../db/room/events.ts';
import { changeTable, listTables, type RoomTable } from '../db/room/tables.ts';
import { namePresenter, tableWork, writeField } from '../db/room/work.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import { answerIssues, type Issue } from '../survey/answer.ts';
import { overQuestions } from '../survey/room/closed-questions.ts';
import { mayAnswerFor, mayNote } from '../survey/room/room-rights.ts';
import {
  answersIn,
  conclusionQuestion,
  conclusionsIn,
  type FieldValue,
  questionOfField,
  type TableWork,
  workField,
  workRevision,
} from '../survey/room/table-work.ts';
import type { Config } from './env.ts';
import { localised } from './localised.ts';
import { type Seat, tableResponseId } from './room-seat.ts';
import { submit, type SubmitOutcome } from './submit.ts';

/** A field that somebody at a table wants to write. */
export interface FieldWrite {
  field: string;
  value: unknown;
  /** Of the field as it was read; 0 while nobody has written it. */
  revision: number;
}

/** What became of it: `changed` when somebody else has written it meanwhile. */
export type WriteOutcome =
  | { outcome: 'written' | 'changed'; current: FieldValue }
  | { outcome: 'forbidden' | 'unknown' | 'locked' | 'closed' }
  | { outcome: 'wrong'; issues: Issue[] };

/** Issues that a list may have while a table still works on it. */
const UNFINISHED = new Set(['required', 'too-few', 'incomplete']);

/**
 * Writes one field of a table's work for somebody at it: answers by the writer or the host, notes
 * and conclusions by everybody; nothing at a locked table, nor of a question whose time is over. `presenter` is kept apart and has no revision.
 */
export async function writeWork(
  db: Kysely<Database>,
  config: Pick<Config, 'now'>,
  study: Study,
  { event, person, table }: Seat & { table: RoomTable },
  { field, value, revision }: FieldWrite,
): Promise<WriteOutcome> {
  const held = { ...table, isClosed: table.closedAt !== null };
  const question = questionOfField(field);
  const noted = workField(study.definition, field);
  if (question === null && field !== 'presenter' && !noted) {
    return { outcome: 'unknown' };
  }
  if (table.lockedAt !== null) return { outcome: 'locked' };
  if (!(question === null ? mayNote(person, held) : mayAnswerFor(person, held))) {
    return { outcome: 'forbidden' };
  }
  if (question !== null) {
    const over = overQuestions(event.state.closed.table, config.now().getTime());
    if (over.has(question)) return { outcome: 'closed' };
  }
  if (field === 'presenter') {
    const name = typeof value === 'string' ? value.trim().slice(0, 60) : '';
    await namePresenter(db, table, name);
    return { outcome: 'written', current: { value: name, revision: 0 } };
  }
  let kept: unknown = value;
  if (question === null) {
    const read = noted?.safeParse(value);
    if (!read?.success) return { outcome: 'wrong', issues: [] };
    kept = read.data;
  } else {
    const local = localised(study.definition, study.definition.defaultLanguage, 'table');
    const issues = answerIssues(local, value === null ? {} : { [question]: value });
    const wrong = issues.filter(({ code }) => !UNFINISHED.has(code));
    if (wrong.length > 0) return { outcome: 'wrong', issues: wrong };
  }
  const { taken, current } = await writeField(db, table, {
    round: event.state.round,
    field,
    value: kept,
    revision,
    now: config.now(),
    unlocked: true,
  });
  return { outcome: taken ? 'written' : 'changed', current };
}

/** The revision of the response that a table's work makes: only what is sent counts. */
export function sentRevision(work: TableWork): number {
  return workRevision(
    Object.fromEntries(
      Object.entries(work).filter(
        ([field]) => questionOfField(field) !== null || field.startsWith('conclusion-'),
      ),
    ),
  );
}

/**
 * Sends a table's answers as one response with the voice of a table. Sending again after a change
 * is a later revision, without one a repeat. Answers that are not finished are left out; null when
 * nothing is left.
 *
 * @param from the round, where it is not the present one, and the sheet that it was typed in from
 */
export async function sendTable(
  db: Kysely<Database>,
  config: Config,
  study: Study,
  event: RoomEvent,
  table: RoomTable,
  from: { round?: number; paper?: { by: string; sheet: string } } = {},
): Promise<SubmitOutcome | null> {
  const { round = event.state.round, paper } = from;
  const work = await tableWork(db, table, round);
  const { definition } = study;
  const locale = definition.defaultLanguage;
  const conclusions = conclusionsIn(work);
  const question = conclusionQuestion(definition);
  const answers = answersIn(work);
  if (question && conclusions.length > 0) {
    answers[question.id] =
      'repeat' in question && question.repeat
        ? conclusions.slice(0, question.repeat)
        : conclusions.join('\n');
  }
  const issues = answerIssues(localised(definition, locale, 'table'), answers);
  const wrong = new Set(issues.map(({ path }) => String(path[1])));
  const finished = Object.entries(answers).filter(([id]) => !wrong.has(id));
  if (finished.length === 0) return null;
  const outcome = await submit(db, config, {
    id: await tableResponseId(config.secret, table, round),
    joinCode: study.joinCode,
    revision: sentRevision(work),
    locale,
    answers: Object.fromEntries(finished),
    shown: {},
    voice: 'table',
    table: null,
    round,
    invitation: null,
    seat: null,
    placed: { event: event.key, table: table.key, round },
    ...(paper && { paper }),
  });
  // Screens hear of it as of every other change at the table.
  if ('receipt' in outcome) await changeTable(db, table, {});
  return outcome;
}

/** Sends what every table of an event has: nothing is lost when a facilitator goes on. */
export async function sendAllTables(
  db: Kysely<Database>,
  config: Config,
  study: Study,
  event: RoomEvent,
): Promise<void> {
  for (const table of await listTables(db, event)) {
    if (table.mergedInto === null && table.lockedAt === null)
      await sendTable(db, config, study, event, table);
  }
}
