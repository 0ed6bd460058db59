import type { RoomResultsDocument } from '../../src/http/room-results-of.ts';
import type { TableRepresentation } from '../../src/survey/room-analysis/representation.ts';
import type { RoundAnalysis } from '../../src/survey/room-analysis/room-analysis.ts';
import { pWords } from './left-out.ts';
import type { Panel } from './results-panel.tsx';
import { markName, type RoomWords } from './room-results-words.ts';

/** Tables drawn in a chart at most; the table has them all. */
const MOST_DRAWN = 30;

/** Whether tables stand for their members, one row a table. */
export function representPanel(
  { round, representation }: RoundAnalysis,
  { minCell, event, rounds }: RoomResultsDocument,
  words: RoomWords,
): Panel {
  const { tell, figures } = words;
  const { tables, overall, marks, marksHeld } = representation;
  const share = (value: number | null) => (value === null ? '–' : figures.share(value));
  const name = (row: TableRepresentation) => tableName(row, event, words);
  const shown = tables.filter(({ own }) => own !== null).slice(0, MOST_DRAWN);
  const most = Math.max(0.1, ...shown.flatMap(({ own, others }) => [own ?? 0, others ?? 0]));
  const list = marks.map(
    ({ mark, own, n }) => `${markName(mark, tell)} ${figures.share(own)} (${n})`,
  );
  return {
    id: `represent-${round}`,
    title: overall
      ? tell('representTitle', { own: share(overall.own), others: share(overall.others) })
      : tell('representHeld'),
    method: [
      ...(rounds.length > 1 ? [`${tell('roundOf', { n: round })}.`] : []),
      ...(overall
        ? [tell('representMethod', { n: overall.n, p: pWords(overall.pValue, words) })]
        : []),
    ].join(' '),
    chart:
      shown.length > 1
        ? {
            kind: 'groups',
            share: true,
            min: 0,
            max: Math.min(1, Math.ceil(most * 10) / 10),
            groups: [
              { label: tell('representOwn'), few: false },
              { label: tell('representOthers'), few: true },
            ],
            rows: shown.map((row) => ({ label: name(row), values: [row.own, row.others] })),
          }
        : null,
    key: [tell('representOwn'), tell('representOthers')],
    head: [
      tell('table'),
      tell('members'),
      tell('representOwn'),
      tell('representOthers'),
      tell('representNearer'),
    ],
    rows: tables.map((row) => [
      { text: name(row) },
      {
        text:
          row.held === 'too-few'
            ? tell('heldFew', { n: minCell })
            : row.held
              ? `${row.n} · ${tell('heldNone')}`
              : String(row.n),
      },
      { text: share(row.own), ...(row.own !== null && { bar: row.own }) },
      { text: share(row.others), ...(row.others !== null && { bar: row.others }) },
      { text: share(row.nearer) },
    ]),
    span: 7,
    ...(marks.length > 0
      ? { note: tell('prevailed', { list: figures.list(list) }) }
      : marksHeld && { note: tell('prevailedHeld') }),
    how: [
      tell('howDistance'),
      tell('howShown', { n: minCell }),
      ...(overall ? [tell('howDealt', { n: overall.replicates })] : []),
    ],
  };
}

/** Agreement inside tables and between them. */
export function agreePanel(
  { round, agreement }: RoundAnalysis,
  { event, rounds, items }: RoomResultsDocument,
  words: RoomWords,
): Panel | null {
  if (!agreement) return null;
  const { tell, say, figures, short } = words;
  const { everyone, tables, withinTau, acrossTau, between, variance, divides } = agreement;
  const most = items
    .flatMap(({ id }, i) => (divides[i] === null ? [] : { id, share: divides[i]! }))
    .toSorted((a, b) => b.share - a.share)
    .slice(0, 3);
  const decimal = (value: number | null) => (value === null ? '–' : figures.decimal(value));
  const isMore = variance ? variance.pValue <= 0.05 : (withinTau ?? 0) > (acrossTau ?? 0);
  const drawn = tables.filter(({ kendallW }) => kendallW !== null).slice(0, MOST_DRAWN);
  const dot = (label: string, w: number, top: boolean) => ({
    label,
    top,
    value: w,
    low: w,
    high: w,
    text: figures.decimal(w),
  });
  return {
    id: `agree-${round}`,
    title: tell(isMore ? 'agreeMore' : 'agreeSame'),
    method: [
      ...(rounds.length > 1 ? [`${tell('roundOf', { n: round })}.`] : []),
      ...(variance
        ? [
            tell('agreeMethod', {
              share: figures.share(variance.share),
              chance: figures.share(variance.byChance),
              p: pWords(variance.pValue, words),
            }),
          ]
        : []),
    ].join(' '),
    chart:
      drawn.length > 0 && everyone.kendallW !== null
        ? {
            kind: 'dots',
            min: 0,
            max: 1,
            rows: [
              dot(say('everyone'), everyone.kendallW, true),
              ...drawn.map((row) => dot(tableName(row, event, words), row.kendallW!, false)),
            ],
          }
        : null,
    head: ['', tell('members'), tell('agreeW'), tell('agreeTau')],
    rows: [
      [
        { text: say('everyone'), strong: true },
        ...[String(everyone.n), decimal(everyone.kendallW), decimal(everyone.meanTau)].map(cell),
      ],
      [tell('withinTables'), '', '', decimal(withinTau)].map(cell),
      [tell('acrossTables'), '', '', decimal(acrossTau)].map(cell),
      [
        tell('betweenTables'),
        String(between.n),
        decimal(between.kendallW),
        decimal(between.meanTau),
      ].map(cell),
      ...tables.map((row) =>
        [
          tableName(row, event, words),
          String(row.n),
          decimal(row.kendallW),
          decimal(row.meanTau),
        ].map(cell),
      ),
    ],
    span: 5,
    ...(most.length > 0 && {
      note: tell('differMost', {
        list: figures.list(most.map(({ id, share }) => `${short(id)} (${figures.share(share)})`)),
      }),
    }),
    how: [tell('howAgree'), ...(variance ? [tell('howDealt', { n: variance.replicates })] : [])],
  };
}

/** How sure places are once tables count as one. */
export function bootPanel(
  { round, bootstrap }: RoundAnalysis,
  { items }: RoomResultsDocument,
  words: RoomWords,
): Panel | null {
  if (!bootstrap) return null;
  const { tell, say, figures, short } = words;
  const { n, tables, isFew, places, byTable, byPerson } = bootstrap;
  const order = items.map((_, i) => i).toSorted((a, b) => places[a]! - places[b]! || a - b);
  const range = ([low, high]: [number, number]) =>
    tell('range', { low: figures.plain(low), high: figures.plain(high) });
  return {
    id: `sure-${round}`,
    title: tell('bootTitle'),
    method: `${tell('roundOf', { n: round })}. ${tell('bootMethod', { n, tables })}`,
    chart: {
      kind: 'dots',
      min: 1,
      max: items.length,
      first: say('best'),
      rows: order.map((i) => {
        const [low, high] = byTable[i]!;
        const label = short(items[i]!.id);
        return {
          label,
          value: places[i]!,
          low,
          high,
          text: figures.plain(places[i]!),
          top: low <= 1,
        };
      }),
    },
    head: [say('columnItem'), tell('place'), tell('byTable'), tell('byPerson')],
    rows: order.map((i) =>
      [items[i]!.name, figures.plain(places[i]!), range(byTable[i]!), range(byPerson[i]!)].map(
        cell,
      ),
    ),
    span: 12,
    ...(isFew && { note: tell('bootFew') }),
    how: [tell('howBoot')],
  };
}

function tableName(
  { event, table }: { event: string | null; table: string },
  shown: string | null,
  { tell, table: named }: RoomWords,
): string {
  const name = /^\d+$/.test(table) ? `${tell('table')} ${table}` : named(table);
  return shown !== null || event === null ? name : `${name} · ${event}`;
}

function cell(text: string): { text: string } {
  return { text };
}
