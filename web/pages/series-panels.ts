import type { RoomEvent } from '../../src/db/room/events.ts';
import type { RoomResultsDocument } from '../../src/http/room-results-of.ts';
import type { Language } from '../../src/survey/language.ts';
import type { Panel } from './results-panel.tsx';
import { eventTime } from './room-frame.ts';
import { eventsPanel } from './room-results-panels.ts';
import type { RoomWords } from './room-results-words.ts';

/**
 * A series in panels: its editions with how many people answered in each, and what they ranked
 * alone and rolled up. Figures that are held back in the results are held back here.
 *
 * @param editions the events of the series
 */
export function seriesPanels(
  name: string,
  editions: readonly RoomEvent[],
  { document, words, language }: SeriesFigures,
): Panel[] {
  const { list, series } = document.events;
  const keys = new Set(editions.map(({ key }) => key));
  const own = list.filter(({ key }) => keys.has(key));
  const isAll = own.length === list.length;
  const events = {
    // A test against events outside of the series says nothing about the series.
    list: isAll ? own : own.map((event) => ({ ...event, againstOthers: null })),
    series: series.filter((one) => one.name === name),
  };
  const ranked = eventsPanel({ ...document, events }, words);
  return [
    editionsPanel(name, editions, { document, words, language }),
    ...(ranked ? [ranked] : []),
  ];
}

interface SeriesFigures {
  document: RoomResultsDocument;
  words: RoomWords;
  language: Language;
}

function editionsPanel(
  name: string,
  editions: readonly RoomEvent[],
  { document, words, language }: SeriesFigures,
): Panel {
  const { tell } = words;
  const { list, series } = document.events;
  const counts = new Map(list.map((event) => [event.key, event]));
  const total = series.find((one) => one.name === name)?.n ?? null;
  const answered = (key: string): string => {
    const event = counts.get(key);
    if (!event) return tell('noneYet');
    return event.n === null ? tell('eventHeld') : String(event.n);
  };
  const ordered = editions.toSorted(
    (a, b) =>
      (a.seriesNumber ?? Infinity) - (b.seriesNumber ?? Infinity) || +a.startsAt - +b.startsAt,
  );
  return {
    id: 'editions',
    title: name,
    method: tell('seriesLead'),
    chart: null,
    head: [tell('edition'), tell('event'), tell('whenWhere'), tell('organiser'), tell('answered')],
    rows: [
      ...ordered.map((event) => [
        { text: event.seriesNumber ? `#${event.seriesNumber}` : '–' },
        { text: event.name, href: `/studies/${event.studyId}/room/${event.id}` },
        { text: [eventTime(language, event), event.place].filter(Boolean).join(' · ') },
        { text: event.organiser ?? '–' },
        { text: answered(event.key) },
      ]),
      ...(total === null
        ? []
        : [[{ text: 'Σ' }, { text: name }, { text: '' }, { text: '' }, { text: String(total) }]]),
    ],
    span: 12,
    how: [tell('howEditions', { n: document.minCell })],
  };
}
