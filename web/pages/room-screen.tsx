import type { JSX } from 'preact';
import type { ScreenDocument } from '../../src/http/room-screen-document.ts';
import type { RoomOverview } from '../../src/http/room-view.ts';
import { agreementLevel } from '../../src/ranking/agreement-level.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { plenaryTexts, type SayPlenary } from '../text/plenary/texts.ts';
import { resultsTexts } from '../text/results/texts.ts';
import { Page } from './layout.tsx';
import { RoomClock } from './room-clock.tsx';
import type { RoomFrame } from './room-frame.ts';
import { ScreenChanged } from './room-screen-changed.tsx';
import { ScreenRanking } from './room-screen-ranking.tsx';
import { ScreenCompare, ScreenTable } from './room-screen-tables.tsx';
import { ScreenInstructions, ScreenQuestion } from './room-screen-words.tsx';

interface Address {
  url: string;
  qr: string;
}

interface ScreenProps extends RoomFrame {
  overview: RoomOverview;
  shown: ScreenDocument;
  join: Address & { short: string };
  /** Where questions are asked. */
  floor: Address;
}

type Parts = ScreenProps & { tell: SayPlenary };

const AGREEMENT = {
  none: 'wVeryWeak',
  'very-weak': 'wVeryWeak',
  weak: 'wWeak',
  moderate: 'wModerate',
  strong: 'wStrong',
  'very-strong': 'wVeryStrong',
} as const;

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
          <Counts {...parts} />
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
          <RoomClock left={left} paused={state.pausedAt !== null} label={text('timeLeft')} />
        </footer>
      </main>
    </Page>
  );
}

/** The line above the title, and the title. */
function titlesOf({ study, overview, shown, words, text, tell }: Parts): [string, string] {
  const { state, agenda } = overview.event;
  const of = words(study.definition.title);
  const item = agenda.find(({ id }) => id === state.phase);
  switch (shown.shows) {
    case 'ranking':
      return [of, shown.title];
    case 'table':
      return [shown.title, shown.table.name];
    case 'compare':
      return [shown.title, tell('compareTitle')];
    case 'changed':
      return [shown.title, tell('changedTitle', { n: shown.after })];
    case 'questions':
      return [of, tell('floorTitle')];
    case 'instructions':
      return [shown.title ?? of, tell('instructionsTitle')];
    default: {
      const now = item ? words(item.title) : text(state.stage === 'ended' ? 'hasEnded' : 'joinIn');
      return [of, now];
    }
  }
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

/** What is counted at the top: each a number and what it is. */
function Counts(props: Parts): JSX.Element {
  return (
    <dl id="counts">
      {countsOf(props).map(([number, label]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{number}</dd>
        </div>
      ))}
    </dl>
  );
}

function countsOf(props: Parts): [string | number, string][] {
  const { overview, shown, text, tell, language } = props;
  const { joined, sentAlone, tables } = overview;
  const decimal = (digits: number) =>
    new Intl.NumberFormat(language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format;
  const open = tables.filter(({ table }) => table.closedAt === null);
  const tablesIn: [string, string][] =
    open.length > 0
      ? [[`${open.filter(({ isSent }) => isSent).length} / ${open.length}`, text('tablesIn')]]
      : [];
  switch (shown.shows) {
    case 'table':
      return [[`${shown.place} / ${shown.of}`, tell('ownColumn')]];
    case 'compare': {
      const { from, of } = shown;
      const to = from + shown.tables.length - 1;
      return shown.tables.length < of ? [[`${from}–${to} / ${of}`, text('tables')]] : tablesIn;
    }
    case 'changed': {
      const { n, leavers, newcomers, before, after, agreement, isCoarse } = shown;
      const figure = decimal(isCoarse ? 1 : 2);
      const [was, is] = [agreement?.before ?? null, agreement?.after ?? null];
      return [
        [n, tell('inBoth')],
        ...(leavers > 0 ? [[leavers, tell('onlyIn', { n: before })] as [number, string]] : []),
        ...(newcomers > 0 ? [[newcomers, tell('onlyIn', { n: after })] as [number, string]] : []),
        ...(was !== null && is !== null
          ? [[`${figure(was)} → ${figure(is)}`, `${text('agreement')} (W)`] as [string, string]]
          : []),
      ];
    }
    case 'questions':
      return [[shown.waiting, tell('waitingCount', { count: shown.waiting })]];
    case 'instructions':
      return [];
    case 'ranking': {
      const { n, kendallW: w } = shown;
      const word = w === null ? null : resultsTexts(language)(AGREEMENT[agreementLevel(w)]);
      return [
        [n, text('participants', { count: n })],
        ...tablesIn,
        ...(word === null
          ? []
          : [[word, `${text('agreement')} (W ${decimal(2)(w!)})`] as [string, string]]),
      ];
    }
    default:
      return [[joined || sentAlone, text('participants', { count: joined })], ...tablesIn];
  }
}

function legendOf({ shown, text, tell }: Parts): string {
  switch (shown.shows) {
    case 'ranking':
      return text('legend', { k: shown.top });
    case 'table':
      if (shown.rows === null) return shown.reason === 'hidden' ? text('hiddenNow') : '';
      return tell(shown.isRoomShown ? 'tableLegend' : 'roomTooFew');
    case 'compare':
      return tell(shown.isRoomShown ? 'compareLegend' : 'compareAlone');
    case 'changed':
      return tell('changedLegend', { before: shown.before, after: shown.after });
    case 'instructions':
      return shown.minutes !== null && shown.back !== null
        ? tell('minutesBack', { minutes: shown.minutes, time: shown.back })
        : '';
    default:
      return '';
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
