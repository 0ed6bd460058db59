import { orderDistance } from '../../ranking/order-distance.ts';
import type { UnrankedMode } from '../../ranking/ranking.ts';
import type { PersonMark } from '../room/room-rights.ts';
import { jointOrder } from './joint-order.ts';
import type { RoomBallot } from './room-ballot.ts';

/** What becomes of the order of everybody when some marked people are left out. */
export interface WithoutMarked {
  without: Exclude<PersonMark, 'participant'>[];
  /** People who are left out. */
  left: number;
  /** People who stay. */
  n: number;
  /** By item, 1 the best; no means, from which those left out elsewhere could be worked out. */
  places: number[];
  /** Tau-x of the two orders. */
  tauX: number | null;
  /** Whether any two items stand otherwise to each other. */
  orderChanged: boolean;
  /** Whether other items lead. */
  leaderChanged: boolean;
}

/** The headline with and without invited experts and the project team. */
export interface MarkedPeople {
  everyone: { n: number; places: number[] };
  variants: WithoutMarked[];
  /** `none`: nobody is marked; `too-few`: those marked, or those left, are too few to be told. */
  held: 'none' | 'too-few' | null;
}

const MARKED = ['expert', 'team'] as const;

/**
 * The order with everybody, and without those who came as experts or of the project team. Where
 * fewer than `minCell` would be left out or stay, nothing is compared: the difference would give
 * their answers away.
 *
 * @param ballots of individuals in one round
 * @example
 * markedPeople(12, membersIn(ballots, 1), { mode: 'bottom', minCell: 5 }).variants[0]?.orderChanged
 */
export function markedPeople(
  m: number,
  ballots: readonly Pick<RoomBallot, 'mark' | 'ranking'>[],
  { mode, minCell }: { mode: UnrankedMode; minCell: number },
): MarkedPeople {
  const rankingsOf = (list: typeof ballots) => list.map(({ ranking }) => ranking);
  const { n, places } = jointOrder(m, rankingsOf(ballots), mode);
  const everyone = { n, places };
  const count = (mark: PersonMark) => ballots.filter((ballot) => ballot.mark === mark).length;
  const present = MARKED.filter((mark) => count(mark) > 0);
  if (present.length === 0) return { everyone, variants: [], held: 'none' };
  const apart = present.length > 1 && present.every((mark) => count(mark) >= minCell);
  const choices = [present, ...(apart ? present.map((mark) => [mark]) : [])];
  const variants = choices.flatMap((without): WithoutMarked[] => {
    const stay = ballots.filter(({ mark }) => mark === 'participant' || !without.includes(mark));
    const left = ballots.length - stay.length;
    if (left < minCell || stay.length < minCell) return [];
    const order = jointOrder(m, rankingsOf(stay), mode);
    const distance = orderDistance(everyone.places, order.places);
    const leads = (of: readonly number[]) => of.flatMap((place, i) => (place === 1 ? i : []));
    return [
      {
        without,
        left,
        n: order.n,
        places: order.places,
        tauX: distance.tauX,
        orderChanged: distance.discordant + distance.tiedInOne > 0,
        leaderChanged: leads(places).join() !== leads(order.places).join(),
      },
    ];
  });
  return { everyone, variants, held: variants.length === 0 ? 'too-few' : null };
}
