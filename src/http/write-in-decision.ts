import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import {
  addMerge,
  type Decision,
  isRecodeDue,
  type MergeOutcome,
  mergeLog,
  undoMerge,
} from '../db/write-in-merges.ts';
import { recodeWriteIns } from '../db/write-in-recode.ts';
import type { Question } from '../survey/definition.ts';
import { optionsOf } from '../survey/question-options.ts';
import { newItem } from '../survey/write-in-item.ts';
import { textKey } from '../survey/write-in-key.ts';
import { Refusal } from './refusal.ts';

/** Write-ins that are to count as an option (`into`), or as a new item with a label. */
export interface MergeRequest {
  texts: readonly string[];
  into?: string | undefined;
  label?: string | undefined;
}

/** What a decision did: how many responses changed; null where that is still to be done. */
export interface MergeResult {
  id: string;
  target: string;
  changed: number | null;
}

/** Merges write-ins of a question and counts them anew; a Refusal says what does not fit. */
export async function mergeWriteIns(
  db: Kysely<Database>,
  { id: studyId, definition }: Study,
  question: Question,
  { texts, into, label }: MergeRequest,
  decision: Decision,
): Promise<MergeResult> {
  const keys = [...new Set(texts.map(textKey))];
  const known = optionsOf(definition, question).some(({ id }) => id === into);
  if (into !== undefined && !known) {
    throw new Refusal(422, 'The question has no such option to merge into.');
  }
  const given = (await mergeLog(db, studyId)).flatMap(({ item }) => (item ? [item.id] : []));
  const item = into === undefined ? newItem(definition, question, label ?? '', given) : null;
  const merge = {
    id: crypto.randomUUID(),
    question: question.id,
    keys,
    target: item?.id ?? into!,
    item,
  };
  settled(await addMerge(db, studyId, merge, decision));
  return { id: merge.id, target: merge.target, changed: await recodeWriteIns(db, studyId) };
}

/** Takes a merge back and counts anew. */
export async function unmergeWriteIns(
  db: Kysely<Database>,
  studyId: string,
  merge: string,
  decision: Decision,
): Promise<{ changed: number | null }> {
  settled(await undoMerge(db, studyId, merge, decision));
  return { changed: await recodeWriteIns(db, studyId) };
}

/** Finishes what an earlier decision could not, because the server stopped or was too busy. */
export async function finishMerges(db: Kysely<Database>, studyId: string): Promise<boolean> {
  if (!(await isRecodeDue(db, studyId))) return true;
  return (await recodeWriteIns(db, studyId)) !== null;
}

function settled(outcome: MergeOutcome): void {
  if (outcome === 'unknown') throw new Refusal(404, 'There is no such merge to undo.');
  if (outcome === 'taken') {
    throw new Refusal(409, 'These texts have been decided about meanwhile: look at the log.');
  }
}
