import { sql } from 'kysely';
import type { Option } from '../survey/option.ts';
import type { WriteInMerges } from '../survey/write-in-merge.ts';

/** A merge that is in force. */
export interface MergeRow {
  question: string;
  keys: string[];
  target: string;
  item: Option | null;
}

/** Selects the merges in force of a study `s`, oldest first, as one JSON list; null without any. */
export const activeMerges = sql`(
  select jsonb_agg(
    jsonb_build_object('question', m.question, 'keys', m.keys, 'target', m.target, 'item', m.item)
    order by m.place)
  from write_in_merge m where m.study_id = s.id and m.undone_at is null)`;

/** What the merges in force say about each question. */
export function mergesByQuestion(rows: readonly MergeRow[]): Map<string, WriteInMerges> {
  const merges = new Map<string, { items: Option[]; targets: Map<string, string> }>();
  for (const { question, keys, target, item } of rows) {
    let own = merges.get(question);
    if (!own) merges.set(question, (own = { items: [], targets: new Map() }));
    if (item) own.items.push(item);
    for (const key of keys) own.targets.set(key, target);
  }
  return merges;
}
