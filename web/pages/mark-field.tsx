import type { JSX } from 'preact';
import { PERSON_MARKS, type PersonMark } from '../../src/survey/room/room-rights.ts';
import type { SayRoom } from '../text/room/texts.ts';

/** What each mark is called in the texts of the room. */
export const MARK_TEXTS = {
  participant: 'markParticipant',
  team: 'markTeam',
  expert: 'markExpert',
} as const;

/** The choice of what somebody came as. */
export function MarkField({ text, chosen }: { text: SayRoom; chosen: PersonMark }): JSX.Element {
  return (
    <label class="room-field">
      <span>{text('mark')}</span>
      <select name="mark">
        {PERSON_MARKS.map((mark) => (
          <option key={mark} value={mark} selected={mark === chosen}>
            {text(MARK_TEXTS[mark])}
          </option>
        ))}
      </select>
    </label>
  );
}
