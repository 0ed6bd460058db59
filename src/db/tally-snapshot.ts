import { type Kysely, sql } from 'kysely';
import type { Definition } from '../survey/definition.ts';
import {
  type SteppedQuestion,
  type SteppedSlices,
  steppedStudy,
  type SteppedStudy,
} from '../survey/stepped-tally.ts';
import { packSlices, packWaiting, unpackSlices, unpackWaiting } from '../survey/packed-slices.ts';
import { EVERYONE } from '../survey/study-tally.ts';
import { jsonb } from './portable.ts';
import type { Database } from './schema.ts';
import type { Anchor } from './watermark.ts';

/** The channel on which a process says that it has written tallies of a study. */
export const RELEASES = 'plenary_releases';

/** A cell as it is stored, by question and segment. */
export type StoredCells = Map<string, { slices: string | null; waiting: string | null }>;

interface CellRow {
  question: string;
  segment: string;
  slices: string | null;
  waiting: string | null;
}

/**
 * All tallies of a study, and the rows that they were read from.
 *
 * @param written of the head that the cells have to belong to
 * @returns null when another fold has written meanwhile
 */
export async function readStudyTallies(
  db: Kysely<Database>,
  { id, definition }: { id: string; definition: Definition },
  written: string,
): Promise<{ tallies: SteppedStudy; stored: StoredCells } | null> {
  const { rows } = await sql<CellRow | { question: null }>`
    select c.question, c.segment, c.slices, c.waiting
    from tally_head h left join tally_cell c on c.study_id = h.study_id
    where h.study_id = ${id} and h.written = ${written}::xid8`.execute(db);
  if (rows.length === 0) return null;
  const tallies = steppedStudy(definition);
  const stored: StoredCells = new Map();
  for (const row of rows) {
    if (row.question === null) continue;
    const { question, segment, slices, waiting } = row;
    stored.set(cellKey(question, segment), { slices, waiting });
    const own = tallies.get(question);
    if (!own) continue;
    own.segments.set(segment, unpackSlices(own.shape, slices));
    if (segment === EVERYONE) own.waiting = unpackWaiting(waiting);
  }
  return { tallies, stored };
}

/** One question's tallies by some segments, as the last fold left them. */
export interface QuestionSnapshot {
  release: number;
  question: SteppedQuestion;
}

/**
 * The tallies of one question by everyone and by some segments; null when none are stored.
 *
 * @example
 * const snapshot = await readQuestionTallies(db, study, 'topics', ['role']);
 * snapshot?.question.segments.get('role')
 */
export async function readQuestionTallies(
  db: Kysely<Database>,
  { id, definition }: { id: string; definition: Definition },
  question: string,
  segments: readonly string[],
): Promise<QuestionSnapshot | null> {
  const empty = steppedStudy(definition).get(question);
  if (!empty) return null;
  const wanted = [EVERYONE, ...segments];
  const { rows } = await sql<CellRow & { release: number }>`
    select h.release, c.question, c.segment, c.slices, c.waiting
    from tally_head h join tally_cell c on c.study_id = h.study_id
    where h.study_id = ${id} and c.question = ${question}
      and c.segment in (${sql.join(wanted)})`.execute(db);
  if (rows.length === 0) return null;
  const found = new Map<string, SteppedSlices>();
  for (const { segment, slices } of rows) found.set(segment, unpackSlices(empty.shape, slices));
  const waiting = unpackWaiting(rows.find(({ segment }) => segment === EVERYONE)?.waiting ?? null);
  return { release: rows[0]!.release, question: { ...empty, segments: found, waiting } };
}

/** What a fold writes beside the cells. */
export interface NewHead {
  release: number;
  state: string;
  shape: string;
  counted: number;
  settled: boolean;
  anchors: Anchor[];
  at: Date;
}

/**
 * Writes the tallies of a study, if nobody else has since `written`.
 *
 * @param stored cells that are there already and fit; null to write all anew
 * @returns false when the race was lost, and nothing was written
 */
export async function writeStudyTallies(
  db: Kysely<Database>,
  studyId: string,
  tallies: SteppedStudy,
  { head, written, stored }: { head: NewHead; written: string | null; stored: StoredCells | null },
): Promise<boolean> {
  const cells = cellsToWrite(tallies, stored);
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql`
      insert into tally_head
        (study_id, release, state, written, shape, counted, settled, anchors, folded_at)
      select s.id, ${head.release}, ${head.state}::pg_snapshot, pg_current_xact_id(),
        ${head.shape}, ${head.counted}, ${head.settled}, ${jsonb(head.anchors)},
        ${head.at}::timestamptz
      from study s where s.id = ${studyId}
      on conflict (study_id) do update set
        release = excluded.release, state = excluded.state, written = excluded.written,
        shape = excluded.shape, counted = excluded.counted, settled = excluded.settled,
        anchors = excluded.anchors, folded_at = excluded.folded_at
      where tally_head.written = ${written}::xid8
      returning study_id`.execute(transaction);
    if (rows.length === 0) return false;
    if (!stored) {
      await transaction.deleteFrom('tally_cell').where('study_id', '=', studyId).execute();
    }
    await sql`
      insert into tally_cell (study_id, question, segment, slices, waiting)
      select ${studyId}::uuid, question, segment, slices, waiting
      from jsonb_to_recordset(${jsonb(cells)})
        as cell (question text, segment text, slices text, waiting text)
      on conflict (study_id, question, segment) do update set
        slices = excluded.slices, waiting = excluded.waiting`.execute(transaction);
    await sql`select pg_notify(${RELEASES}, ${studyId})`.execute(transaction);
    return true;
  });
}

function cellsToWrite(tallies: SteppedStudy, stored: StoredCells | null): CellRow[] {
  const cells: CellRow[] = [];
  for (const [question, { segments, waiting }] of tallies) {
    for (const [segment, slices] of segments) {
      const cell = {
        slices: packSlices(slices),
        waiting: segment === EVERYONE ? packWaiting(waiting) : null,
      };
      const old = stored?.get(cellKey(question, segment));
      if (old && old.slices === cell.slices && old.waiting === cell.waiting) continue;
      cells.push({ question, segment, ...cell });
    }
  }
  return cells;
}

function cellKey(question: string, segment: string): string {
  return `${question}\t${segment}`;
}
