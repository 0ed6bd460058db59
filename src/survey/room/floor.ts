import type { Screen } from './room-state.ts';

/** What can become of a question from the floor. */
export const FLOOR_STATUSES = ['new', 'accepted', 'shown', 'answered', 'aside'] as const;
export type FloorStatus = (typeof FLOOR_STATUSES)[number];

/** Longer questions could not be read from the back of the hall. */
export const FLOOR_LENGTH = 240;

/** So many questions of one person may wait for a moderator at once. */
export const MOST_OF_ONE = 3;

/** So many questions of one event may wait for a moderator at once. */
export const MOST_WAITING = 300;

const NEXT: Readonly<Record<FloorStatus, readonly FloorStatus[]>> = {
  new: ['accepted', 'aside'],
  accepted: ['shown', 'answered', 'aside'],
  shown: ['answered', 'accepted', 'aside'],
  answered: ['accepted'],
  aside: ['accepted'],
};

/** What a moderator can make of a question: never the big screen before it was accepted. */
export function nextStatuses(status: FloorStatus): readonly FloorStatus[] {
  return NEXT[status];
}

/** Whether everybody in the room may read a question. */
export function isPublicQuestion(status: FloorStatus): boolean {
  return status === 'accepted' || status === 'shown' || status === 'answered';
}

/**
 * What a question is to those who look at the big screen: one that was chosen for it is there only
 * while it shows questions, and waits at other times.
 *
 * @example
 * statusNow('shown', 'ranking') // 'accepted'
 */
export function statusNow(status: FloorStatus, screen: Screen): FloorStatus {
  return status === 'shown' && screen !== 'questions' ? 'accepted' : status;
}

const GROUPS: readonly FloorStatus[] = ['shown', 'accepted', 'new', 'answered', 'aside'];

/** What the order of a queue looks at. */
export interface Queued {
  status: FloorStatus;
  place: number;
  number: number;
}

/**
 * The queue as its moderators go through it: what is on the screen, then what is accepted in the
 * order that they gave it, then what is new, what was answered, what was set aside.
 *
 * @example
 * floorOrder(questions)[0]?.status // 'shown'
 */
export function floorOrder<Question extends Queued>(questions: readonly Question[]): Question[] {
  const rank = ({ status }: Question) => GROUPS.indexOf(status);
  return questions.toSorted(
    (a, b) => rank(a) - rank(b) || a.place - b.place || a.number - b.number,
  );
}
