import type { JSX } from 'preact';
import type { RankingScreen } from '../../src/http/room-screen-document.ts';

const BAR = 1000;

/** More rows could not be read from the back of the hall. */
const MOST_ROWS = 8;

/** The live ranking: bars are drawn in the page, so that an update moves them and nothing else. */
export function ScreenRanking({ rows }: Pick<RankingScreen, 'rows'>): JSX.Element {
  return (
    <ol class="ranking" id="ranking">
      {rows.slice(0, MOST_ROWS).map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </ol>
  );
}

function Row({ row }: { row: RankingScreen['rows'][number] }): JSX.Element {
  const { id, place, label, share, low, high, isTop } = row;
  const percent = `${Math.round(share * 100)}%`;
  return (
    <li data-key={id} id={`row-${id}`} class={isTop ? undefined : 'low'}>
      <span class="place" aria-hidden="true">
        {place}
      </span>
      <span class="label">{label}</span>
      <svg
        viewBox={`0 0 ${BAR} 40`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${Math.round(low * 100)}–${Math.round(high * 100)}%`}
      >
        <rect class="track" x="0" y="2" width={BAR} height="36" rx="4" />
        <rect class="bar" x="0" y="2" width={Math.round(share * BAR)} height="36" rx="4" />
        <rect
          class="whisker"
          x={Math.round(low * BAR)}
          y="18"
          width={Math.max(2, Math.round((high - low) * BAR))}
          height="4"
        />
        <rect class="whisker" x={Math.round(low * BAR)} y="11" width="4" height="18" />
        <rect class="whisker" x={Math.round(high * BAR) - 4} y="11" width="4" height="18" />
      </svg>
      <span class="share">{percent}</span>
    </li>
  );
}
