import type { JSX } from 'preact';
import type { ScreenDocument } from '../../src/http/room-screen-document.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { plenaryTexts } from '../text/plenary/texts.ts';
import { Page } from './layout.tsx';
import { RoomClock } from './room-clock.tsx';
import { ScreenChanged } from './room-screen-changed.tsx';
import {
  legendOf,
  type Parts,
  ScreenCounts,
  type ScreenProps,
  titlesOf,
} from './room-screen-head.tsx';
import { ScreenRanking } from './room-screen-ranking.tsx';
import { ScreenCompare, ScreenTable } from './room-screen-tables.tsx';
import { ScreenInstructions, ScreenQuestion } from './room-screen-words.tsx';

/** Titles with more letters are set smaller. */
const LONG = 40;

/** Screens that need the whole width: the code stands in their last line. */
const WIDE = new Set<ScreenDocument['shows']>(['table', 'compare', 'changed']);
/** Screens beside which the code stands small. */
const BESIDE = new Set<ScreenDocument['shows']>(['ranking', 'questions', 'instructions']);

/**
 * The big screen, readable from ten metres: eight rows at most, the join code always there. It is
 * morphed in place, so that an update moves what changed and nothing else.
 */
export function RoomScreen(props: ScreenProps): JSX.Element {
  const { study, overview, shown, language, text, assets } = props;
  const { event, left } = overview;
  const { state } = event;
  const parts: Parts = { ...props, tell: plenaryTexts(language) };
  const [over, title] = titlesOf(parts);
  const isWide = WIDE.has(shown.shows);
  const isBeside = BESIDE.has(shown.shows);
  return (
    <Page lang={language} title={event.name} assets={assets} entry="screen">
      <main
        class={`screen shows-${shown.shows}`}
        id="room"
        data-room-live={`/api/studies/${study.id}/events/${event.id}/live`}
        data-results-live={`/api/studies/${study.id}/live`}
      >
        <header>
          <div>
            <p class="of">{over}</p>
            <h1 class={title.length > LONG ? 'long' : undefined}>{title}</h1>
          </div>
          <ScreenCounts {...parts} />
        </header>
        <div class={`body${isWide ? ' wide' : isBeside ? '' : ' big-join'}`} id="body">
          <Body {...parts} />
          {!isWide && <JoinBox {...parts} />}
        </div>
        <footer>
          <p id="legend">{legendOf(parts)}</p>
          {isWide && (
            <p class="join-line" id="join-line">
              {props.join.short} <b>{formatJoinCode(study.joinCode)}</b>
            </p>
          )}
          <p class="sr" role="status" data-offline hidden>
            {text('offline')}
          </p>
          {state.stage === 'running' && (state.lastCall || state.pausedAt !== null) && (
            <p class="called" id="called">
              {text(state.pausedAt !== null ? 'paused' : 'lastCall')}
            </p>
          )}
          <RoomClock left={left} paused={state.pausedAt !== null} label={text('timeLeft')} />
        </footer>
      </main>
    </Page>
  );
}

function Body(props: Parts): JSX.Element {
  const { shown, overview, words, text, tell } = props;
  const { state, agenda } = overview.event;
  switch (shown.shows) {
    case 'ranking':
      return <ScreenRanking rows={shown.rows} />;
    case 'table':
      return <ScreenTable {...{ shown, tell }} />;
    case 'compare':
      return <ScreenCompare {...{ shown, tell }} />;
    case 'changed':
      return <ScreenChanged {...{ shown, tell }} />;
    case 'questions':
      return <ScreenQuestion {...{ shown, tell }} />;
    case 'instructions':
      return <ScreenInstructions {...{ shown, tell }} />;
    case 'held': {
      const reasons = {
        hidden: text('hiddenNow'),
        few: text('tooFew'),
        'no-tables': tell('noTables'),
        'one-round': tell('oneRound'),
      };
      return (
        <p class="instead" id="instead">
          {reasons[shown.reason]}
        </p>
      );
    }
    case 'join': {
      const item = agenda.find(({ id }) => id === state.phase);
      return (
        <p class="instead" id="instead">
          {item?.brief ? words(item.brief) : ''}
        </p>
      );
    }
  }
}

function JoinBox({ study, shown, join, floor, text, tell, say }: Parts): JSX.Element {
  const code = formatJoinCode(study.joinCode);
  const asks = shown.shows === 'questions';
  const { url, qr } = asks ? floor : join;
  const label = asks ? tell('askYours') : text(shown.shows === 'ranking' ? 'stillTime' : 'joinIn');
  return (
    <aside class="join-box">
      <p>{label}</p>
      <div
        class="qr"
        role="img"
        aria-label={say('qrLabel', { address: url })}
        dangerouslySetInnerHTML={{ __html: qr }}
      />
      <p class="address">{join.short}</p>
      <p class="code">
        <span class="sr">{[...code].join(' ')}</span>
        <span aria-hidden="true">{code}</span>
      </p>
    </aside>
  );
}
