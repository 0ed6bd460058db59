import type { Kysely } from 'kysely';
import { appendResponses } from '../db/append-responses.ts';
import { findResponse } from '../db/responses.ts';
import type { Database } from '../db/schema.ts';
import { findStudyByCode, type Study } from '../db/studies.ts';
import { answerIssues, type Issue, issueMessage, visibleAnswers } from '../survey/answer.ts';
import { parseJoinCode } from '../survey/join-code.ts';
import type { Config } from './env.ts';
import { localised } from './localised.ts';
import { parseReceipt, receiptHash, receiptOf } from './receipt.ts';
import type { Submission } from './submission.ts';

export type SubmitOutcome =
  | { status: 200 | 201; receipt: string; study: Study }
  | { status: 404 | 409 | 410; error: string }
  | { status: 422; error: string; issues: Issue[] };

const CLOSED = 'This study is closed: it takes no more answers.';

/**
 * Takes a response, from the API and from the plain form alike: finds the study by its join code,
 * checks the answers, stores them, and gives the receipt. 201 when the response is new, 200 for a
 * later revision and for a repeat, which changes nothing, even if the study was closed meanwhile.
 *
 * @param submission with the response's id (a lower-case UUID) and, for an edit, perhaps a receipt
 */
export async function submit(
  db: Kysely<Database>,
  config: Config,
  submission: Submission & { id: string; receipt?: string | undefined },
): Promise<SubmitOutcome> {
  const { id, revision, locale, voice } = submission;
  const code = parseJoinCode(submission.joinCode);
  const find = config.submissions?.study ?? ((text: string) => findStudyByCode(db, text));
  const study = code && (await find(code));
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
  const local = localised(study.definition, locale, voice);
  const issues = answerIssues(local, submission.answers, submission.shown);
  if (issues.length > 0) return { status: 422, error: issuesSentence(issues), issues };
  const response = {
    id,
    revision,
    locale,
    voice,
    answers: visibleAnswers(local, submission.answers),
    shown: submission.shown,
    table: submission.table,
    round: submission.round,
    event: null,
    receiptHash: await receiptHash(config.secret, receipt),
    at: config.now(),
  };
  const [outcome] = config.submissions
    ? [await config.submissions.put(study, response)]
    : await appendResponses(db, study, [response]);
  switch (outcome!) {
    case 'added':
      return { status: 201, receipt, study };
    case 'edited':
    case 'repeated':
      return { status: 200, receipt, study };
    case 'older':
      return { status: 409, error: 'A later revision of this response has been stored already.' };
    case 'withdrawn':
      return { status: 410, error: 'This response was withdrawn and cannot be sent again.' };
    case 'closed':
      return { status: 410, error: CLOSED };
    case 'changed':
      return submit(db, config, submission);
  }
}

function issuesSentence(issues: readonly Issue[]): string {
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return `${issueMessage(issues[0]!).replace(/\.$/, '')}${more}.`;
}
