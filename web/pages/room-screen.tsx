import type { JSX } from 'preact';
import type { RoomOverview } from '../../src/http/room-view.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { Page } from './layout.tsx';
import { RoomClock } from './room-clock.tsx';
import type { RoomFrame } from './room-frame.ts';

/** One row of the live ranking: shares between 0 and 1. */
export interface ScreenRow {
  id: string;
  place: number;
  label: string;
  share: number;
  low: number;
  high: number;
  /** Within the top that people were asked for. */
  isTop: boolean;
}

/** What the big screen shows instead of, or as, a ranking. */
export type ScreenRanking =
  | {
      rows: ScreenRow[];
      top: number;
      n: number;
      agreement: { word: string; w: number } | null;
      title: string;
    }
  | { reason: 'hidden' | 'few' };

interface ScreenProps extends RoomFrame {
  overview: RoomOverview;
  join: { url: string; short: string; qr: string };
  ranking: ScreenRanking;
}

const BAR = 1000;

/**
 * The big screen, readable from ten metres: eight rows at most, the join code always there. Bars are
 * drawn in the page, so that an update moves them and nothing else.
 */
export function RoomScreen(props: ScreenProps): JSX.Element {
  const { study, overview, join, ranking, language, text, words, assets, say } = props;
  const { event, left, joined, tables, sentAlone } = overview;
  const { state } = event;
  const item = event.agenda.find(({ id }) => id === state.phase);
  const code = formatJoinCode(study.joinCode);
  const shows = state.screen === 'ranking' && state.revealed && 'rows' in ranking;
  const title = shows
    ? ranking.title
    : item
      ? words(item.title)
      : text(state.stage === 'ended' ? 'hasEnded' : 'joinIn');
  const open = tables.filter(({ table }) => table.closedAt === null);
  return (
    <Page lang={language} title={event.name} assets={assets} entry="screen">
      <main
        class="screen"
        id="room"
        data-room-live={`/api/studies/${study.id}/events/${event.id}/live`}
        data-results-live={shows ? `/api/studies/${study.id}/live` : undefined}
      >
        <header>
          <div>
            <p class="of">{words(study.definition.title)}</p>
            <h1>{title}</h1>
          </div>
          <dl id="counts">
            <div>
              <dt>{text('participants', { count: joined })}</dt>
              <dd>{shows ? ranking.n : joined || sentAlone}</dd>
            </div>
            {open.length > 0 && (
              <div>
                <dt>{text('tablesIn')}</dt>
                <dd>
                  {open.filter(({ isSent }) => isSent).length} / {open.length}
                </dd>
              </div>
            )}
            {shows && ranking.agreement && (
              <div>
                <dt>
                  {text('agreement')} (W {ranking.agreement.w.toFixed(2)})
                </dt>
                <dd>{ranking.agreement.word}</dd>
              </div>
            )}
          </dl>
        </header>
        <div class={shows ? 'body' : 'body big-join'} id="body">
          {shows ? (
            <ol class="ranking" id="ranking">
              {ranking.rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </ol>
          ) : (
            <p class="instead" id="instead">
              {'reason' in ranking && state.screen === 'ranking'
                ? text(ranking.reason === 'few' ? 'tooFew' : 'hiddenNow')
                : item?.brief
                  ? words(item.brief)
                  : ''}
            </p>
          )}
          <aside class="join-box">
            <p>{shows ? text('stillTime') : text('joinIn')}</p>
            <div
              class="qr"
              role="img"
              aria-label={say('qrLabel', { address: join.url })}
              dangerouslySetInnerHTML={{ __html: join.qr }}
            />
            <p class="address">{join.short}</p>
            <p class="code">
              <span class="sr">{[...code].join(' ')}</span>
              <span aria-hidden="true">{code}</span>
            </p>
          </aside>
        </div>
        <footer>
          <p id="legend">{shows ? text('legend', { k: ranking.top }) : ''}</p>
          <p class="sr" role="status" data-offline hidden>
            {text('offline')}
          </p>
          <RoomClock left={left} paused={state.pausedAt !== null} label={text('timeLeft')} />
        </footer>
      </main>
    </Page>
  );
}

function Row({ row }: { row: ScreenRow }): JSX.Element {
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
