import type { Kysely } from 'kysely';
import type { Definition } from '../survey/definition.ts';
import {
  addEntries,
  holdEntries,
  steppedStudy,
  type SteppedStudy,
} from '../survey/stepped-tally.ts';
import { tallyShapeName } from '../survey/study-tally.ts';
import { ledgerEntries } from './ledger-entries.ts';
import type { Database } from './schema.ts';
import { readStudyTallies, writeStudyTallies } from './tally-snapshot.ts';
import { type TallyHead, tallyHead } from './watermark.ts';

/** The part of a study that folding needs. */
export interface FoldedStudy {
  id: string;
  definition: Definition;
}

/** What a fold did: `lost` when another process was faster, which is as good. */
export type FoldOutcome = 'folded' | 'lost' | 'no study';

/**
 * Counts the entries that the tallies of a study don't cover yet into them, and writes them for
 * everyone to read. Any process may do so at any time: of several that do at once, one writes and
 * the others find out. Tallies that don't fit the definition, or come from a dump, are made anew.
 *
 * What is shown moves in steps of the study's `minCell` while it is open (`addEntries`), and is
 * complete when it is not.
 *
 * @example
 * await fold(db, study, new Date())
 */
export async function fold(
  db: Kysely<Database>,
  study: FoldedStudy,
  at: Date,
): Promise<FoldOutcome> {
  const shape = tallyShapeName(study.definition);
  const head = await tallyHead(db, study.id, shape);
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
  const settled = isSettled(tallies);
  const written = await writeStudyTallies(db, study.id, tallies, {
    head: {
      release: head.release + 1,
      state: head.now,
      shape,
      counted,
      settled,
      anchors: anchorsAfter(head, counted, minCell),
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
  { status, settled, valid, behind, counted, net }: TallyHead,
  minCell: number,
) {
  if (!valid || status !== 'open') return behind > 0 || !settled;
  return behind >= minCell || (behind > 0 && Math.min(counted, counted + net) < minCell);
}

/** Steps begin once anything is shown, and end when the study does. */
function isStepped({ status, counted, net }: TallyHead, minCell: number): boolean {
  return status === 'open' && counted >= minCell && counted + net >= minCell;
}

function isSettled(tallies: SteppedStudy): boolean {
  for (const { waiting, segments } of tallies.values()) {
    if (waiting.length > 0) return false;
    for (const slices of segments.values()) {
      for (const { held } of slices?.values() ?? []) if (held) return false;
    }
  }
  return true;
}

/** An anchor is a quarter more responses than the one before; closing a study makes one too. */
const GROWTH = 1.25;

/**
 * The states at which crossed results are shown after a fold. They are few, so that which of them
 * a result can show follows from the answers alone, never from who asked what before.
 */
function anchorsAfter(head: TallyHead, counted: number, minCell: number): TallyHead['anchors'] {
  const { anchors, now } = head;
  const last = anchors.at(-1)?.[0] ?? 0;
  if (minCell === 1 && head.status === 'open') return [[counted, now]];
  if (minCell > 1 && counted < last * GROWTH + minCell) return anchors;
  return [...anchors, [counted, now]];
}
