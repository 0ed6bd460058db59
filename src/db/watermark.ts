import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database, StudyStatus } from './schema.ts';

/**
 * Which entries of the ledger something covers: those of the transactions that this `pg_snapshot`
 * saw. Numbers from a sequence would not do: they become visible in another order.
 */
export type LedgerState = string;

/** Covers nothing. */
export const NOTHING: LedgerState = '1:1:';

/**
 * A state at which crossed results of some questions are shown, and the responses counted by then;
 * null where the study was not open and showed everything.
 */
export type Anchor = [counted: number, state: LedgerState, questions: string[] | null];

/** How far the tallies of a study have come. */
export interface TallyHead {
  /** Of the tallies, 0 without any. */
  release: number;
  /** What they cover; nothing when they don't fit the definition or come from a dump. */
  state: LedgerState;
  /** Names the row for compare-and-set; null when there is none. */
  written: string | null;
  /** Whether the cells can be used. */
  valid: boolean;
  settled: boolean;
  /** Responses that the tallies have counted, shown or not. */
  counted: number;
  /** Entries that they don't cover, up to {@link MOST_BEHIND}. */
  behind: number;
  /** By how much those change the number of responses. */
  net: number;
  /** States at which results that cross segments are shown, oldest first. */
  anchors: Anchor[];
  /** All that is visible now. */
  now: LedgerState;
  status: StudyStatus;
  definitionRevision: number;
}

export const MOST_BEHIND = 5000;

/**
 * Where a study stands; null when there is no such study. One statement, whose cost does not
 * depend on the number of responses but on those since the last fold.
 *
 * A row that was restored from a dump was not written by the transaction that it names, which its
 * system column `xmin` tells: this needs no rights and works on every PostgreSQL. After a restore
 * transaction numbers start anew, so that what such a row says it covers would be wrong.
 *
 * @param shape `tallyShapeName` of the definition
 */
export async function tallyHead(
  db: Kysely<Database>,
  studyId: string,
  shape: string,
): Promise<TallyHead | null> {
  const { rows } = await sql<TallyHead>`
    with head as materialized (
      select h.*, (h.xmin = h.written::xid and h.shape = ${shape}) as valid
      from tally_head h where h.study_id = ${studyId}
    ), base as materialized (
      select coalesce((select state from head where valid), ${NOTHING}::pg_snapshot) as state
    )
    select s.status, s.definition_revision as "definitionRevision",
      coalesce(h.release, 0) as release, base.state::text as state, h.written::text as written,
      coalesce(h.valid, false) as valid, coalesce(h.settled and h.valid, false) as settled,
      case when h.valid then h.counted else 0 end as counted,
      case when h.valid then h.anchors else '[]' end as anchors, pg_current_snapshot()::text as now,
      uncovered.behind, uncovered.net
    from study s cross join base left join head h on true
    cross join lateral (
      select count(*) as behind, coalesce(sum(sign), 0)::int as net from (
        select l.sign from ledger l
        where l.study_id = s.id and l.xid >= pg_snapshot_xmin(base.state)
          and not pg_visible_in_snapshot(l.xid, base.state)
        order by l.xid, l.id limit ${MOST_BEHIND}
      ) entries
    ) uncovered
    where s.id = ${studyId}`.execute(db);
  return rows[0] ?? null;
}

/**
 * What a reader compares to know whether anything shown has changed. A study that was opened or
 * closed shows itself differently.
 *
 * @example
 * versionOf(head) // '1-open-17'
 */
export function versionOf({ definitionRevision, status, release }: TallyHead): string {
  return `${definitionRevision}-${status}-${release}`;
}

/** Condition on ledger `l`: its entries after one state up to another. */
export function between(from: LedgerState, to: LedgerState): RawBuilder<unknown> {
  return sql`l.xid >= pg_snapshot_xmin(${from}::pg_snapshot)
    and not pg_visible_in_snapshot(l.xid, ${from}::pg_snapshot)
    and pg_visible_in_snapshot(l.xid, ${to}::pg_snapshot)`;
}
