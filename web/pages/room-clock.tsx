import type { JSX } from 'preact';
import { clock } from './room-frame.ts';

/**
 * The time that is left, as it is when the page is made; the script counts on from there, by the
 * server's clock. Read to nobody each second: screen readers find it when they look for it.
 */
export function RoomClock(props: {
  left: number | null;
  paused: boolean;
  label: string;
}): JSX.Element {
  const { left, paused, label } = props;
  if (left === null) return <span class="clock">–</span>;
  return (
    <span
      class={`clock${left < 0 ? ' over' : ''}`}
      role="timer"
      aria-label={label}
      data-left={left}
      data-paused={paused ? 'yes' : undefined}
    >
      {clock(left)}
    </span>
  );
}
