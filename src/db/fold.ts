import type { Kysely } from 'kysely';
import type { Definition } from '../survey/definition.ts';
import {
  addEntries,
  holdEntries,
  isStill,
  steppedStudy,
  type SteppedStudy,
} from '../survey/stepped-tally.ts';
import { tallyShapeName } from '../survey/study-tally.ts';
import { earlierTransactions } from './earlier-transactions.ts';
import { ledgerEntries } from './ledger-entries.ts';
import type { Database } from './schema.ts';
import { readStudyTallies, writeStudyTallies } from './tally-snapshot.ts';
import { type Anchor, type TallyHead, tallyHead } from './watermark.ts';

/** The part of a study that folding needs. */
export interface FoldedStudy {
  id: string;
  definition: Definition;
}

/** How long whoever counts a closed study waits for answers that are still being stored. */
const LAST_ANSWERS_MS = 5000;

/** What a fold did: `lost` when another process was faster, which is as good. */
export type FoldOutcome = 'folded' | 'lost' | 'no study';

/**
 * Counts the entries that the tallies of a study don't cover yet into them, and writes them for
 * everyone to read. Any process may do so at any time: of several that do at once, one writes and
 * the others find out. Tallies that don't fit the definition, or come from a dump, are made anew.
 *
 * What is shown moves in steps of the study's `minCell` while it is open (`addEntries`), and is
 * complete when it is not, with all that was under way when it closed.
 *
 * @param patience how long to wait for what is under way, in milliseconds
 * @example
 * await fold(db, study, new Date())
 */
export async function fold(
  db: Kysely<Database>,
  study: FoldedStudy,
  at: Date,
  patience = LAST_ANSWERS_MS,
): Promise<FoldOutcome> {
  const shape = tallyShapeName(study.definition);
  let head = await tallyHead(db, study.id, shape);
  if (head?.status === 'closed') {
    // All at once: an answer that saw the study open, and is counted a moment later, would be told
    // apart from the others.
    await earlierTransactions(db, patience);
    head = await tallyHead(db, study.id, shape);
  }
  if (!head) return 'no study';
  const known = head.valid && head.written ? await readStudyTallies(db, study, head.written) : null;
  if (head.valid && !known) return 'lost';
  const tallies = known?.tallies ?? steppedStudy(study.definition);
  const minCell = isStepped(head, study.definition.privacy.minCell)
    ? study.definition.privacy.minCell
    : 1;
  let { counted } = head;
  for await (const groups of ledgerEntries(db, study, head.state, head.now)) {
    holdEntries(study.definition, tallies, groups, minCell);
    counted += groups.reduce((sum, { sign, codes }) => sum + sign * codes.length, 0);
  }
  addEntries(study.definition, tallies, [], minCell);
  const settled = [...tallies.values()].every(isStill);
  const written = await writeStudyTallies(db, study.id, tallies, {
    head: {
      release: head.release + 1,
      state: head.now,
      shape,
      counted,
      settled,
      anchors: anchorsAfter(head, tallies, counted, minCell),
      at,
    },
    written: head.written,
    stored: known?.stored ?? null,
  });
  return written ? 'folded' : 'lost';
}

/**
 * Whether the tallies would show something else after a fold, or are so small that only their
 * number of answers is shown and should be right.
 */
export function isFoldDue(
  { status, settled, valid, behind, counted, net, anchors }: TallyHead,
  minCell: number,
): boolean {
  // What a closed study shows is where crossed results go on from when it is opened again.
  if (valid && status !== 'open' && anchors.at(-1)?.[2] !== null) return true;
  if (!valid || status !== 'open') return behind > 0 || !settled;
  return behind >= minCell || (behind > 0 && Math.min(counted, counted + net) < minCell);
}

/** Steps begin once anything is shown, and end when the study does. */
function isStepped({ status, counted, net }: TallyHead, minCell: number): boolean {
  return status === 'open' && counted >= minCell && counted + net >= minCell;
}

/** An anchor is half as many responses again as the one before. */
const GROWTH = 1.5;

/**
 * The states at which crossed results are shown after a fold. They are few, and the same for every
 * filter, so that which of them a result can show follows from the answers alone, never from who
 * asked what before. A question has one only where all its figures by single segments stand at the
 * same state; a study that is not open has shown everything of every question.
 */
function anchorsAfter(
  { anchors, now, status }: TallyHead,
  tallies: SteppedStudy,
  counted: number,
  minCell: number,
): Anchor[] {
  if (status !== 'open') {
    const others = anchors.at(-1)?.[2] === null ? anchors.slice(0, -1) : anchors;
    return [...others, [counted, now, null]];
  }
  const grown = [...tallies.keys()].filter((question) => {
    const last = anchors.findLast(
      ([, , settled]) => settled === null || settled.includes(question),
    );
    return !last || counted >= last[0] * GROWTH + minCell;
  });
  const settled = grown.filter((question) => isStill(tallies.get(question)!));
  if (minCell === 1) return [[counted, now, [...tallies.keys()]]];
  return settled.length > 0 ? [...anchors, [counted, now, settled]] : anchors;
}
