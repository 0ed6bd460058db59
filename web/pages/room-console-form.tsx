import type { ComponentChildren, JSX } from 'preact';
import type { FloorQuestion } from '../../src/db/room/floor.ts';
import type { RoomOverview } from '../../src/http/room-view.ts';
import type { RoomFrame } from './room-frame.ts';

/** What the parts of the console are made from. */
export interface ConsoleProps extends RoomFrame {
  overview: RoomOverview;
  mayRun: boolean;
  join: { url: string; short: string; qr: string };
  notice?: string | undefined;
  /** Whether the big screen has something to show; the study's rankings, to choose from. */
  rankings: { id: string; title: string }[];
  /** Who presents, by table; empty for those who only watch. */
  presenters: ReadonlyMap<string, string>;
  /** The tables that nobody has used yet: they can be taken away. */
  unused: ReadonlySet<string>;
  /** Questions from the floor; empty for those who only watch. */
  floor: FloorQuestion[];
}

/** Actions that somebody may well mean twice in a row; all others are taken once. */
const AGAIN = new Set(['add', 'step']);

/** A form of the console: what it does, and the revision that was seen. */
export function Do(
  props: Pick<ConsoleProps, 'study' | 'overview'> & {
    action: string;
    class?: string;
    children: ComponentChildren;
  },
): JSX.Element {
  const { study, overview, action, children } = props;
  const { event } = overview;
  return (
    <form
      method="post"
      action={`/studies/${study.id}/room/${event.id}`}
      class={props.class}
      data-once={AGAIN.has(action) ? undefined : 'yes'}
    >
      <input type="hidden" name="do" value={action} />
      <input type="hidden" name="revision" value={event.revision} />
      {children}
    </form>
  );
}
