import type { JSX } from 'preact';
import type { ChangedScreen } from '../../src/http/room-screen-document.ts';
import type { SayPlenary } from '../text/plenary/texts.ts';

const WIDTH = 1000;
const EDGE = 40;

/** How each item moved between two rounds, in the new order. */
export function ScreenChanged(props: { shown: ChangedScreen; tell: SayPlenary }): JSX.Element {
  const { shown, tell } = props;
  const last = Math.max(...shown.rows.flatMap(({ before, after }) => [before, after]), 2);
  return (
    <ol class="ranking changed" id="changed">
      {shown.rows.map((row) => (
        <Row key={row.id} {...{ row, last, tell }} />
      ))}
    </ol>
  );
}

function Row(props: {
  row: ChangedScreen['rows'][number];
  last: number;
  tell: SayPlenary;
}): JSX.Element {
  const { row, last, tell } = props;
  const { id, label, before, after, isCertain } = row;
  const won = before - after;
  const words =
    won === 0
      ? tell('movedNot')
      : tell(won > 0 ? 'movedUp' : 'movedDown', { count: Math.abs(won) });
  const kind = won === 0 ? 'stays' : won > 0 ? 'rises' : 'falls';
  return (
    <li data-key={id} id={`row-${id}`} class={`${kind}${isCertain ? ' certain' : ''}`}>
      <span class="place" aria-hidden="true">
        {after}
      </span>
      <span class="label">{label}</span>
      <Track {...{ before, after, last }} />
      <span class="move">
        <span aria-hidden="true">
          {won === 0 ? '=' : `${arrow(won, isCertain)} ${Math.abs(won)}`}
        </span>
        <span class="sr">
          {words}
          {isCertain && won !== 0 ? ` (${tell('certainly')})` : ''}
        </span>
      </span>
    </li>
  );
}

function arrow(won: number, isCertain: boolean): string {
  if (won > 0) return isCertain ? '▲' : '△';
  return isCertain ? '▼' : '▽';
}

/** The way from the old place to the new one, on a line that begins with the first place. */
function Track(props: { before: number; after: number; last: number }): JSX.Element {
  const { before, after, last } = props;
  const at = (place: number) => Math.round(EDGE + ((place - 1) / (last - 1)) * (WIDTH - 2 * EDGE));
  const [from, to] = [at(before), at(after)];
  return (
    <svg viewBox={`0 0 ${WIDTH} 60`} aria-hidden="true">
      <rect class="track" x="0" y="27" width={WIDTH} height="6" rx="3" />
      <rect class="way" x={Math.min(from, to)} y="23" width={Math.abs(to - from)} height="14" />
      <circle class="was" cx={from} cy="30" r="15" />
      <circle class="is" cx={to} cy="30" r="22" />
    </svg>
  );
}
