import type { Kysely } from 'kysely';
import { type StoreOutcome, storeResponses } from '../db/limited-responses.ts';
import { earlierVersions } from '../db/change-study.ts';
import { findResponse } from '../db/responses.ts';
import { closedQuestions } from '../db/room/events.ts';
import { noteAnswer } from '../db/room/people.ts';
import { isLocked } from '../db/room/tables.ts';
import { onSchedule } from '../db/schedule.ts';
import type { Database } from '../db/schema.ts';
import { findStudyByCode, type Study } from '../db/studies.ts';
import { putTestResponse } from '../db/test-responses.ts';
import {
  type Answers,
  answerIssues,
  type Issue,
  issueMessage,
  visibleAnswers,
} from '../survey/answer.ts';
import { parseJoinCode } from '../survey/join-code.ts';
import type { ResponseMark } from '../survey/respondent.ts';
import { leaveLateOut, overQuestions } from '../survey/room/closed-questions.ts';
import { markOf, mayAnswerFor } from '../survey/room/room-rights.ts';
import { localise } from '../survey/local-study.ts';
import { isSameJson } from '../survey/same-json.ts';
import type { Config } from './env.ts';
import { invitationHash } from './invitation-token.ts';
import { localised } from './localised.ts';
import { parseReceipt, receiptHash, receiptOf } from './receipt.ts';
import { findSeat, type Seat } from './room-seat.ts';
import type { Submission } from './submission.ts';
import { isTestKey, parseTestCode } from './test-code.ts';

export type SubmitOutcome =
  | { status: 200 | 201; receipt: string; study: Study; late?: string[]; repeated?: boolean }
  | { status: 404 | 409 | 410; error: string }
  | { status: 403; error: string; reason?: never }
  | { status: 403; error: string; reason: Turned | 'late' }
  | { status: 422; error: string; issues: Issue[] };

/** Why a response was not taken although the study is open. */
export type Turned = keyof typeof TURNED;

const TURNED = {
  full: 'This study has enough answers of this kind: this one was not stored.',
  uninvited: 'This study can be answered with a personal link only.',
  used: 'This personal link was used already: it is good for one response.',
  locked: 'This table is locked: what it and its people have answered stays as it is.',
};

/** What is said at a table that a facilitator has locked. */
export const LOCKED = TURNED.locked;

/** Where a response comes from in a room, by the keys that results go by. */
export interface Placed {
  event: string | null;
  table: string | null;
  round: number;
  /** What somebody came as; absent or null for participants and tables. */
  mark?: ResponseMark | null;
}

/** What is said to whose answers all came after their questions were closed. */
export const LATE = 'The facilitator has closed this question: its answers are no longer taken.';

const NOT_WRITER = 'Only the writer of a table answers for it.';
const CLOSED = 'This study is closed: it takes no more answers.';

/**
 * Takes a response, from the API and from the plain form alike: finds the study by its join code,
 * checks the answers, stores them, and gives the receipt. 201 when the response is new, 200 for a
 * later revision and for a repeat, which changes nothing, even if the study was closed meanwhile.
 *
 * A seat in a room says at which event and table somebody answers. It may send answers in parts:
 * those sent before stay, also where two parts have the same revision, and required questions may
 * come later. Only a table's writer, or who
 * runs the study, answers for a table. What came too late for a question that a facilitator has
 * closed is left out, and told as `late`; what was stored of it stays.
 *
 * @param submission with the response's id (a lower-case UUID) and, for an edit, perhaps a receipt;
 *   `placed` by a caller that has looked after rights itself, and `paper` where it has typed in what
 *   somebody wrote on a sheet; `runs` says who may run the study
 */
export async function submit(
  db: Kysely<Database>,
  config: Config,
  submission: Submission & {
    id: string;
    receipt?: string | undefined;
    placed?: Placed;
    paper?: { by: string; sheet: string };
    runs?: (study: Study) => boolean;
  },
): Promise<SubmitOutcome> {
  const { id, revision, locale, voice } = submission;
  const test = parseTestCode(submission.joinCode);
  if (test) return submitTest(db, config, submission, test);
  const code = parseJoinCode(submission.joinCode);
  const find = config.submissions?.study ?? ((text: string) => findStudyByCode(db, text));
  const study = await onSchedule(db, code ? await find(code) : null, config.now());
  if (!study || study.status === 'draft') {
    return { status: 404, error: 'No study has this join code.' };
  }
  const receipt = await receiptOf(config.secret, study.id, id);
  if (submission.receipt !== undefined && parseReceipt(submission.receipt) !== receipt) {
    return { status: 404, error: 'No response of this study has this id and receipt.' };
  }
  if (study.status === 'closed') {
    const stored = await findResponse(db, study.id, id);
    if (stored?.revision === revision && !stored.withdrawnAt) {
      return { status: 200, receipt, study };
    }
    return { status: 410, error: CLOSED };
  }
  const seat = submission.seat && (await findSeat(db, config.secret, study.id, submission.seat));
  const kept = await placeKept(db, study, submission);
  const placed = submission.placed ?? kept ?? placeOf(seat, submission);
  if (voice === 'table' && !submission.placed && !isWriter(seat) && !submission.runs?.(study)) {
    return { status: 403, error: NOT_WRITER };
  }
  if (seat?.table?.lockedAt || (kept && (await isLocked(db, study.id, kept)))) {
    const stored = await findResponse(db, study.id, id);
    if (stored?.revision === revision && !stored.withdrawnAt) {
      return { status: 200, receipt, study };
    }
    return { status: 403, error: TURNED.locked, reason: 'locked' };
  }
  const isInParts = seat !== null || submission.placed !== undefined || kept !== null;
  const isPart = seat !== null && voice === 'individual';
  const before = isPart ? await findResponse(db, study.id, id) : null;
  const over = await overFor(db, study, { seat, kept, voice }, config.now());
  const stored = before ?? (over.size > 0 ? await findResponse(db, study.id, id) : null);
  const { answers, late } = leaveLateOut(
    { ...before?.answers, ...before?.personal, ...submission.answers },
    { ...stored?.answers, ...stored?.personal },
    over,
  );
  if (late.length > 0 && !stored && Object.keys(answers).length === 0) {
    return { status: 403, error: LATE, reason: 'late' };
  }
  const shown = { ...before?.shown, ...submission.shown };
  const fitting = await fit(db, study, { ...submission, answers, shown }, config.now(), isInParts);
  if ('issues' in fitting) return fitting;
  const response = {
    id,
    revision,
    locale,
    voice,
    answers: fitting.answers,
    version: fitting.version,
    // What was stored is part of what is to be stored: nothing that comes between is lost.
    basis: isPart || over.size > 0 ? (stored?.revision ?? 0) : null,
    shown,
    ...placed,
    ...(submission.paper && { paper: submission.paper }),
    flags: submission.seconds === undefined ? null : { seconds: submission.seconds },
    receiptHash: await receiptHash(config.secret, receipt),
    at: config.now(),
    invitation: await invitationHash(submission.invitation),
  };
  let [outcome] = config.submissions
    ? [await config.submissions.put(study, response)]
    : await storeResponses(db, study, [response]);
  const present = isPart && isBehind(outcome) ? await findResponse(db, study.id, id) : null;
  if (present?.answers) {
    const { revision: newest, answers: known, personal } = present;
    if (isPartOf(submission.answers, response.answers, { ...known, ...personal })) {
      outcome = 'repeated';
    } else if (outcome === 'repeated') {
      // Two parts that both followed the same revision: the later one comes on top.
      return submit(db, config, { ...submission, revision: newest + 1 });
    }
  }
  if (seat && (outcome === 'added' || outcome === 'edited' || outcome === 'repeated')) {
    await noteSeat(db, study, seat, id, placed.round, config.now());
  }
  const told = { receipt, study, ...(late.length > 0 && { late }) };
  switch (outcome!) {
    case 'added':
      return { status: 201, ...told };
    case 'edited':
      return { status: 200, ...told };
    case 'repeated':
      return { status: 200, ...told, repeated: true };
    case 'older':
      return { status: 409, error: 'A later revision of this response has been stored already.' };
    case 'withdrawn':
      return { status: 410, error: 'This response was withdrawn and cannot be sent again.' };
    case 'closed':
      return { status: 410, error: CLOSED };
    case 'full':
    case 'uninvited':
    case 'used':
      return { status: 403, error: TURNED[outcome!], reason: outcome! };
    case 'changed':
      return submit(db, config, submission);
  }
}

function isBehind(outcome: StoreOutcome | undefined): boolean {
  return outcome === 'repeated' || outcome === 'older';
}

/** Whether what a part says is stored already, with other parts or alone. */
function isPartOf(part: Answers, kept: Answers, stored: Answers): boolean {
  return Object.keys(part).every((id) => isSameJson(kept[id] ?? null, stored[id] ?? null));
}

/** The questions of the room from which somebody answers whose time is over; none elsewhere. */
async function overFor(
  db: Kysely<Database>,
  study: Study,
  { seat, kept, voice }: { seat: Seat | null; kept: Placed | null; voice: Submission['voice'] },
  now: Date,
): Promise<Set<string>> {
  const key = kept?.event ?? null;
  const closed = seat?.event.state.closed ?? (key && (await closedQuestions(db, study.id, key)));
  return closed ? overQuestions(closed[voice], now.getTime()) : new Set();
}

/**
 * Where a response came from that its author changes from elsewhere, with the receipt alone: it
 * stays there. Null for all others, without a statement.
 */
async function placeKept(
  db: Kysely<Database>,
  study: Study,
  {
    id,
    receipt,
    seat,
    placed,
  }: Pick<Submission, 'seat'> & { id: string; receipt?: string | undefined; placed?: Placed },
): Promise<Placed | null> {
  if (receipt === undefined || seat || placed) return null;
  const stored = await findResponse(db, study.id, id);
  if (!stored || stored.withdrawnAt || stored.event === null) return null;
  const { event, table, round, mark } = stored;
  return { event, table, round, mark };
}

/** A phone that was offline names the round in which it was asked, never a later one than now. */
function placeOf(seat: Seat | null, { table, round, voice }: Submission): Placed {
  if (!seat) return { event: null, table, round };
  const { event } = seat;
  const asked = Math.min(round, event.state.round);
  const mark = voice === 'individual' ? markOf(seat.person) : null;
  return { event: event.key, table: seat.table?.key ?? null, round: asked, mark };
}

function isWriter(seat: Seat | null): boolean {
  if (!seat?.table) return false;
  const { table, person } = seat;
  return mayAnswerFor(person, { ...table, isClosed: table.closedAt !== null });
}

async function noteSeat(
  db: Kysely<Database>,
  study: Study,
  { event, person, table }: Seat,
  responseId: string,
  round: number,
  now: Date,
): Promise<void> {
  const tableId = table?.id ?? null;
  const place = { studyId: study.id, eventId: event.id, responseId, tableId };
  await noteAnswer(db, { ...place, person, round, now });
}

/** A phone may show the page of a version that was replaced while somebody answered. */
const SHOWN_FOR = 24 * 3_600_000;

/** What to keep of a submission, and the version of the study that it fits. */
async function fit(
  db: Kysely<Database>,
  study: Study,
  { locale, voice, answers, shown }: Submission,
  now: Date,
  isInParts: boolean,
): Promise<
  { answers: Answers; version: number } | Extract<SubmitOutcome, { issues: readonly Issue[] }>
> {
  const local = localised(study.definition, locale, voice);
  const needed = ({ code }: Issue) => !isInParts || code !== 'required';
  const issues = answerIssues(local, answers, shown).filter(needed);
  if (issues.length === 0) {
    return { answers: visibleAnswers(local, answers), version: study.version };
  }
  const after = new Date(now.getTime() - SHOWN_FOR);
  for (const { version, definition } of await earlierVersions(db, study, after)) {
    const earlier = localise(definition, locale, voice);
    if (answerIssues(earlier, answers, shown).some(needed)) continue;
    return { answers: visibleAnswers(earlier, answers), version };
  }
  return { status: 422, error: issuesSentence(issues), issues };
}

/** Takes a test answer: checked like any other and kept apart, whatever the study's status. */
async function submitTest(
  db: Kysely<Database>,
  config: Config,
  { id, revision, locale, voice, answers, shown }: Submission & { id: string },
  { joinCode, key }: { joinCode: string; key: string },
): Promise<SubmitOutcome> {
  const study = await findStudyByCode(db, joinCode);
  if (!study || !(await isTestKey(config.secret, study, key))) {
    return { status: 404, error: 'No study has this join code.' };
  }
  const local = localised(study.definition, locale, voice);
  const issues = answerIssues(local, answers, shown);
  if (issues.length > 0) return { status: 422, error: issuesSentence(issues), issues };
  const added = await putTestResponse(db, study.id, {
    id,
    revision,
    locale,
    answers: visibleAnswers(local, answers),
    at: config.now(),
  });
  const receipt = await receiptOf(config.secret, study.id, id);
  return { status: added ? 201 : 200, receipt, study };
}

function issuesSentence(issues: readonly Issue[]): string {
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return `${issueMessage(issues[0]!).replace(/\.$/, '')}${more}.`;
}
