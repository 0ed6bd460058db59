import type { UnrankedMode } from '../../ranking/ranking.ts';
import { type MarkedPeople, markedPeople } from './marked-people.ts';
import { type PairedRounds, pairedRounds } from './paired-rounds.ts';
import { type Representation, representation } from './representation.ts';
import { membersIn, type RoomBallot, tableRankings } from './room-ballot.ts';
import { type TableAgreement, tableAgreement } from './table-agreement.ts';
import { type TableBootstrap, tableBootstrap } from './table-bootstrap.ts';

/** What one round says about individuals and tables, side by side and never pooled. */
export interface RoundAnalysis {
  round: number;
  /** People at tables, and tables that ranked by the end of the round. */
  people: number;
  tables: number;
  representation: Representation;
  agreement: TableAgreement | null;
  /** After the talk only: before it people are independent. */
  bootstrap: TableBootstrap | null;
}

/** One ranking question in a room. */
export interface RoomAnalysis {
  rounds: RoundAnalysis[];
  /** Of the first round; null where nobody answered. */
  marked: MarkedPeople | null;
  paired: PairedRounds[];
}

/**
 * Everything that one ranking question says about a room.
 *
 * @param m number of items
 * @param options `answers`: how many individuals answered the question in each round, room or not
 * @example
 * roomAnalysis(12, ballots, { mode: 'bottom', minCell: 5 }).rounds[0]?.representation.overall
 */
export function roomAnalysis(
  m: number,
  ballots: readonly RoomBallot[],
  options: { mode: UnrankedMode; minCell: number; answers?: ReadonlyMap<number, number> },
): RoomAnalysis {
  const rounds = [...new Set(ballots.map(({ round }) => round))].toSorted((a, b) => a - b);
  const [first] = rounds;
  const voices = ballots.filter(({ voice, round }) => voice === 'individual' && round === first);
  const { minCell } = options;
  return {
    rounds: rounds.flatMap((round): RoundAnalysis[] => {
      const members = membersIn(ballots, round);
      if (members.length === 0) return [];
      const tables = tableRankings(ballots, round);
      return [
        {
          round,
          people: members.length,
          tables: tables.size,
          representation: representation(m, members, tables, options),
          agreement: tableAgreement(m, members, tables, options),
          bootstrap: round > 1 ? tableBootstrap(m, members, options) : null,
        },
      ];
    }),
    marked: voices.length >= minCell ? markedPeople(m, voices, options) : null,
    paired: pairedRounds(m, ballots, options),
  };
}
