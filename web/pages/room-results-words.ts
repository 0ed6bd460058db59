import type { PersonMark } from '../../src/survey/room/room-rights.ts';
import type { SayRoomResults } from '../text/room-results/texts.ts';
import type { Words } from './ranking-slice.ts';

/** The words of results, and those of the analysis of a room. */
export interface RoomWords extends Words {
  tell: SayRoomResults;
}

/** What people came as, in the plural and in the middle of a sentence. */
export function markName(mark: PersonMark, tell: SayRoomResults): string {
  if (mark === 'expert') return tell('experts');
  return tell(mark === 'team' ? 'team' : 'audience');
}
