import type { RoomResultsDocument } from '../../src/http/room-results-of.ts';
import type { PairedRounds } from '../../src/survey/room-analysis/paired-rounds.ts';
import { comparePanels } from './compare-panels.ts';
import { pWords } from './left-out.ts';
import type { Panel } from './results-panel.tsx';
import { agreePanel, bootPanel, representPanel } from './room-results-tables.ts';
import { markName, type RoomWords } from './room-results-words.ts';

/** More lines than this side by side are a table. */
const MOST_EVENTS = 6;

/** Everything that a room's analysis shows, in the order of the questions that people ask. */
export function roomResultsPanels(
  document: RoomResultsDocument,
  ownName: string,
  words: RoomWords,
): Panel[] {
  const { rounds, paired, benchmark } = document;
  const own = benchmark
    ? comparePanels(benchmark, { a: ownName, b: words.say('withOthers') }, words)
    : [];
  return [
    ...rounds.flatMap((round) => [
      representPanel(round, document, words),
      agreePanel(round, document, words),
    ]),
    ...paired.map((two) => roundsPanel(two, document, words)),
    ...rounds.map((round) => bootPanel(round, document, words)),
    markedPanel(document, words),
    eventsPanel(document, words),
    guidingPanel(document, words),
    cardsPanel(document, words),
    ...own,
  ].filter((panel) => panel !== null);
}

/** What tables wrote, guiding question by guiding question; null while nobody has. */
function guidingPanel({ guides }: RoomResultsDocument, { tell }: RoomWords): Panel | null {
  const answered = guides.filter(({ answers }) => answers.length > 0);
  if (answered.length === 0) return null;
  return {
    id: 'guides',
    title: tell('guidesTitle'),
    method: tell('guidesMethod', { n: answered.length, of: guides.length }),
    chart: null,
    head: [tell('guide'), tell('table'), tell('guideAnswer')],
    rows: answered.flatMap(({ title, answers }) =>
      answers.map(({ table, text }) => [{ text: title }, { text: table }, { text }]),
    ),
    span: 12,
  };
}

const KINDS = {
  guide: 'guide',
  problem: 'cardProblem',
  solution: 'cardSolution',
  conclusion: 'cardConclusion',
} as const;

/** Problems, solutions and conclusions on the tables' cards; null while there are none. */
function cardsPanel({ cards }: RoomResultsDocument, { tell }: RoomWords): Panel | null {
  if (cards.length === 0) return null;
  const tables = new Set(cards.map(({ event, table }) => `${event} ${table}`)).size;
  return {
    id: 'cards',
    title: tell('cardsTitle'),
    method: tell('cardsMethod', { count: tables }),
    chart: null,
    head: [tell('table'), tell('cardText')],
    rows: cards.map(({ table, kind, text }) => [
      { text: `${table} · ${tell(KINDS[kind])}` },
      { text },
    ]),
    span: 12,
  };
}

/** What changed between two rounds of the same people. */
function roundsPanel(two: PairedRounds, document: RoomResultsDocument, words: RoomWords): Panel {
  const { tell, say, figures, short } = words;
  const { before, after, n, leavers, newcomers, held, isCoarse } = two;
  const { items, minCell } = document;
  const moved = two.items.filter(({ isCertain }) => isCertain).length;
  const placeOf = (item: number) => two.items[item]?.placeAfter ?? 0;
  const order = items.map((_, i) => i).toSorted((a, b) => placeOf(a) - placeOf(b) || a - b);
  const decimal = (value: number | null) => (value === null ? '–' : figures.decimal(value));
  const round = (number: number) => tell('roundOf', { n: number });
  const title =
    moved > 0
      ? tell('movedSome', { before, after, count: moved })
      : tell('movedNone', { before, after });
  return {
    id: `rounds-${after}`,
    title: held ? `${round(before)} – ${round(after)}` : title,
    method: [
      tell('pairedMethod', { n, leavers, newcomers }),
      ...(held ? [tell('pairedFew', { n: minCell })] : stopWords(two, words)),
    ].join(' '),
    chart: held
      ? null
      : {
          kind: 'bump',
          groups: [before, after].map((number) => ({ label: round(number), few: n < 20 })),
          rows: order.map((i) => ({
            label: short(items[i]!.id),
            ranks: [two.items[i]!.placeBefore, two.items[i]!.placeAfter],
          })),
        },
    head: [
      say('columnItem'),
      round(before),
      round(after),
      ...(isCoarse ? [] : [before, after].map((number) => tell('meanOf', { n: number }))),
      ...(isCoarse ? [] : [say('columnP')]),
    ],
    rows: held
      ? []
      : order.map((i) => {
          const item = two.items[i]!;
          return [
            { text: items[i]!.name, strong: item.isCertain },
            { text: String(item.placeBefore) },
            { text: String(item.placeAfter) },
            ...(isCoarse
              ? []
              : [
                  { text: decimal(item.meanBefore) },
                  { text: decimal(item.meanAfter) },
                  { text: pWords(item.adjustedPValue ?? 1, words) },
                ]),
          ];
        }),
    span: 12,
    ...(!held && { note: agreementWords(two, words) }),
    how: [tell('howPaired'), ...stopHow(two, words)],
  };
}

const STOPS = {
  agreed: 'stopAgreed',
  settled: 'stopSettled',
  'go-on': 'stopGoOn',
} as const;

function stopWords({ stop }: PairedRounds, { tell }: RoomWords): string[] {
  if (!stop) return [];
  if (stop.verdict === 'rounds-used') return [tell('stopUsed', { n: stop.rule.mostRounds })];
  return [tell(STOPS[stop.verdict])];
}

function stopHow({ stop }: PairedRounds, { tell, figures }: RoomWords): string[] {
  if (!stop) return [];
  const { agreedFrom, stableFrom, mostChange } = stop.rule;
  return [
    tell('howStop', {
      agreed: figures.plain(agreedFrom),
      stable: figures.plain(stableFrom),
      change: figures.plain(mostChange),
    }),
  ];
}

function agreementWords({ agreement, towardsTable, isCoarse }: PairedRounds, words: RoomWords) {
  const { tell, figures } = words;
  const digits = isCoarse ? 1 : 2;
  const { before = null, after = null, change = null } = agreement ?? {};
  return [
    ...(before !== null && after !== null
      ? [
          tell('agreementMoved', {
            before: figures.decimal(before, digits),
            after: figures.decimal(after, digits),
          }),
        ]
      : []),
    ...(change
      ? [
          tell('agreementChange', {
            low: figures.decimal(change[0]),
            high: figures.decimal(change[1]),
          }),
        ]
      : []),
    ...(towardsTable
      ? [
          tell('towards', {
            before: figures.share(towardsTable.before),
            after: figures.share(towardsTable.after),
            p: pWords(towardsTable.pValue, words),
          }),
        ]
      : []),
    ...(isCoarse ? [tell('pairedCoarse')] : []),
  ].join(' ');
}

/** The order with and without experts and the project team; null where nobody is marked. */
function markedPanel(
  { marked, items, minCell }: RoomResultsDocument,
  words: RoomWords,
): Panel | null {
  if (!marked || marked.held === 'none') return null;
  const { tell, say, figures, short } = words;
  const who = (marks: readonly ('expert' | 'team')[]) =>
    figures.list(marks.map((mark) => markName(mark, tell)));
  const [main] = marked.variants;
  const panel = { id: 'marked', span: 12 as const, how: [tell('howMarked')] };
  if (!main) {
    const method = tell('markedFew', { n: minCell });
    return { ...panel, title: tell('markedHeld'), method, chart: null, head: [], rows: [] };
  }
  const { everyone, variants } = marked;
  const order = items
    .map((_, i) => i)
    .toSorted((a, b) => everyone.places[a]! - everyone.places[b]! || a - b);
  const title = main.leaderChanged
    ? 'markedLeader'
    : main.orderChanged
      ? 'markedChanged'
      : 'markedSame';
  const labels = variants.map(({ without }) => tell('markedWithout', { who: who(without) }));
  return {
    ...panel,
    title: tell(title, { who: who(main.without) }),
    method: tell('markedMethod', { left: main.left, n: main.n }),
    chart: {
      kind: 'bump',
      groups: [
        { label: tell('markedWith'), few: everyone.n < 20 },
        { label: labels[0]!, few: main.n < 20 },
      ],
      rows: order.map((i) => ({
        label: short(items[i]!.id),
        ranks: [everyone.places[i]!, main.places[i]!],
      })),
    },
    head: [say('columnItem'), tell('markedWith'), ...labels],
    rows: order.map((i) => [
      { text: items[i]!.name },
      { text: String(everyone.places[i]) },
      ...variants.map(({ places }) => ({
        text: String(places[i]),
        strong: places[i] !== everyone.places[i],
      })),
    ]),
  };
}

/** Events beside each other and rolled up over their series; null with fewer than two. */
export function eventsPanel(
  { events, items }: Pick<RoomResultsDocument, 'events' | 'items'>,
  words: RoomWords,
): Panel | null {
  const { list, series } = events;
  if (list.length < 2) return null;
  const { tell, say, figures, short } = words;
  const columns = [
    ...list.map(({ name, places, n }) => ({ label: name, places, n })),
    ...series.flatMap(({ name, places, n, equalWeight }) => [
      { label: name, places, n },
      ...(equalWeight
        ? [{ label: tell('equalWeight', { series: name }), places: equalWeight, n: null }]
        : []),
    ]),
  ];
  const shown = list.filter(({ places }) => places !== null);
  const first = shown[0]?.places;
  const order = items
    .map((_, i) => i)
    .toSorted((a, b) => (first?.[a] ?? 0) - (first?.[b] ?? 0) || a - b);
  const tests = list.flatMap(({ name, againstOthers }) =>
    againstOthers
      ? [
          tell('eventAgainst', {
            event: name,
            tau: figures.decimal(againstOthers.tauX ?? 0),
            p: pWords(againstOthers.pValue, words),
          }),
        ]
      : [],
  );
  return {
    id: 'events',
    title: tell('eventsTitle'),
    method: tell('eventsMethod'),
    chart:
      shown.length > 1 && shown.length <= MOST_EVENTS
        ? {
            kind: 'bump',
            groups: shown.map(({ name, n }) => ({ label: name, few: (n ?? 0) < 20 })),
            rows: order.map((i) => ({
              label: short(items[i]!.id),
              ranks: shown.map(({ places }) => places![i]!),
            })),
          }
        : null,
    head: [
      say('columnItem'),
      ...columns.map(({ label, n }) => (n === null ? label : `${label} (${n})`)),
    ],
    rows: order.map((i) => [
      { text: items[i]!.name },
      ...columns.map(({ places }) => ({
        text: places ? String(places[i]) : tell('eventHeld'),
      })),
    ]),
    span: 12,
    ...(tests.length > 0 && { note: tests.join(' ') }),
    how: [tell('howEvents')],
  };
}
