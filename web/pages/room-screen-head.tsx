import type { JSX } from 'preact';
import type { ScreenDocument } from '../../src/http/room-screen-document.ts';
import type { RoomOverview } from '../../src/http/room-view.ts';
import { agreementLevel } from '../../src/ranking/agreement-level.ts';
import type { SayPlenary } from '../text/plenary/texts.ts';
import { resultsTexts } from '../text/results/texts.ts';
import type { RoomFrame } from './room-frame.ts';

interface Address {
  url: string;
  qr: string;
}

/** What the big screen is made from. */
export interface ScreenProps extends RoomFrame {
  overview: RoomOverview;
  shown: ScreenDocument;
  join: Address & { short: string };
  /** Where questions are asked. */
  floor: Address;
}

/** The same with the words of the plenary. */
export type Parts = ScreenProps & { tell: SayPlenary };

const AGREEMENT = {
  none: 'wVeryWeak',
  'very-weak': 'wVeryWeak',
  weak: 'wWeak',
  moderate: 'wModerate',
  strong: 'wStrong',
  'very-strong': 'wVeryStrong',
} as const;

/** The line above the title, and the title. */
export function titlesOf({ study, overview, shown, words, text, tell }: Parts): [string, string] {
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

/** What is counted at the top: each a number and what it is. */
export function ScreenCounts(props: Parts): JSX.Element {
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

/** What the signs on the screen mean. */
export function legendOf({ shown, text, tell }: Parts): string {
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
