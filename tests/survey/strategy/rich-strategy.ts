import { type Language, textIn } from '../../../src/survey/language.ts';
import type {
  ChartRow,
  SentenceBlock,
  StrategyBlock,
  StrategyDocument,
  StrategyPart,
} from '../../../src/survey/strategy/strategy-document.ts';
import { template } from '../../../src/survey/templates.ts';

const definition = template('smart-city-programme-manager')!;

/** The certainties of sentences, one after the other. */
const CERTAINTIES = ['firm', 'tentative', 'open', 'too-few', 'computed'] as const;

/**
 * A strategy with every kind of block and every mark, whose labels and sentences are as long as the
 * language makes them. Its figures are made up; its texts are those of a template.
 */
export function richStrategy(language: Language): StrategyDocument {
  const words = (text: Parameters<typeof textIn>[0]) => textIn(text, language, 'en');
  const labels = definition.lists['competencies']!.map(({ label, short }) => ({
    long: words(label),
    short: short ? words(short) : words(label),
  }));
  const questions = definition.questions.map(({ title }) => words(title));
  const say = (id: string, text: string, more: Partial<SentenceBlock> = {}): SentenceBlock => {
    const certainty = more.certainty ?? 'firm';
    const question = (id.split(':')[1] || 'role').replace(/-\d+$/, '');
    return {
      kind: 'sentence',
      id,
      text,
      statement: 'leaders',
      n: certainty === 'computed' ? 0 : 47,
      certainty,
      fingerprint: id,
      trace: {
        page: `/studies/6f9619ff/results?q=${question}&where=role%3Aconsultant`,
        api: `/api/studies/6f9619ff/results?question=${question}&where=role%3Aconsultant`,
        figures: [
          { name: 'n', value: 47, method: 'count', question },
          { name: 'Kendall W', value: 0.318_2, method: 'kendall-w', question },
          { name: 'mean rank', value: null, method: 'mean-rank', question, item: 'privacy' },
        ],
      },
      ...more,
    };
  };
  const rows = labels.map(({ long }, k): ChartRow => ({
    label: long,
    x: 2.1 + k * 0.61,
    low: 1.4 + k * 0.6,
    high: 2.9 + k * 0.66,
    text: new Intl.NumberFormat(language, { minimumFractionDigits: 1 }).format(
      Math.round(21 + k * 6.1) / 10,
    ),
    group: Math.floor(k / 4),
  }));
  const blocks: Partial<Record<StrategyPart['key'], StrategyBlock[]>> = {
    6: [
      ...labels.slice(0, 4).map(({ long }, k) =>
        say(`gap:${k}`, `${questions[6]!} ${long}; ${labels[k + 1]!.long}.`, {
          certainty: CERTAINTIES[k]!,
        }),
      ),
      {
        kind: 'chart',
        id: 'chart:contents',
        chart: 'intervals',
        caption: questions[8]!,
        summary: `${labels[0]!.long} – ${labels[11]!.long}.`,
        x: { label: 'Ø', min: 1, max: 12, reversed: true },
        rows,
      },
      {
        kind: 'chart',
        id: 'chart:quadrant',
        chart: 'quadrant',
        caption: questions[10]!,
        summary: questions[11]!,
        x: { label: questions[11]!, min: 1, max: 5, cut: 2.9 },
        y: { label: questions[10]!, min: 1, max: 5, cut: 3.6 },
        rows: labels.map(({ short }, k) => ({
          label: short,
          x: 1.6 + ((k * 7) % 12) * 0.22,
          y: 2.6 + ((k * 5) % 12) * 0.19,
          low: null,
          high: null,
          text: `${(2.6 + ((k * 5) % 12) * 0.19).toFixed(1)} / ${(1.6 + ((k * 7) % 12) * 0.22).toFixed(1)}`,
          group: k % 3 === 0 ? 1 : 0,
        })),
      },
      {
        kind: 'chart',
        id: 'chart:gaps',
        chart: 'intervals',
        caption: `${questions[10]!} – ${questions[11]!}`,
        summary: labels[1]!.long,
        x: { label: 'MWDS', min: -2, max: 6, cut: 0 },
        rows: labels.slice(0, 6).map(({ long }, k) => ({
          label: long,
          x: 4 - k,
          low: 3.1 - k,
          high: 5.2 - k,
          text: `${4 - k}.0`,
        })),
      },
    ],
    8: [
      say('duration:training-duration', `${questions[13]!} 40 h`, {
        certainty: 'tentative',
        n: 12,
      }),
      {
        kind: 'chart',
        id: 'chart:duration',
        chart: 'bars',
        caption: questions[13]!,
        summary: '40 h',
        x: { label: 'h', min: 0, max: 60 },
        rows: [
          { label: labels[2]!.long, x: 24, low: 18, high: 31, text: '24 h' },
          { label: labels[3]!.long, x: 57.5, low: null, high: null, text: '57,5 h' },
          { label: labels[4]!.long, x: null, low: null, high: null, text: '–' },
        ],
      },
    ],
    11: [
      {
        kind: 'quote',
        id: 'quote:1',
        text: 'We have <b>no money</b> & "nobody" who can | read data; =HYPERLINK("http://example.org")\u0007.\nSecond line.',
        about: questions[19] ?? questions[3]!,
      },
      {
        kind: 'free',
        id: 'free:1',
        text: '# Not a heading, [no link](http://example.org) *nor* emphasis.\n\n1. The second paragraph 🙂 of a designer.',
      },
    ],
    13: [
      {
        kind: 'table',
        id: 'table:modules',
        caption: `${words(definition.title)}: 40 h, 1,5 ECTS`,
        columns: [
          { label: 'Modul', numeric: false },
          { label: 'h', numeric: true },
          { label: 'ECTS', numeric: true },
          { label: 'Online', numeric: true },
          { label: 'Format', numeric: false },
          { label: words(definition.questions[12]!.title), numeric: false },
          { label: '96 %', numeric: true },
        ],
        rows: labels.map(({ long, short }, k) => [
          long,
          `${2.5 * (1 + (k % 3))}`,
          `${0.1 * (1 + (k % 3))}`,
          '60 %',
          short,
          words(definition.lists['methods']![k % 10]!.label),
          `${99 - k * 3} %`,
        ]),
      },
      say('plan:', `${labels[5]!.long}: 7,5 h. ${labels[6]!.long}: 5 h.`, {
        certainty: 'computed',
      }),
    ],
    14: [
      say('edited:role', `${questions[4]!} (own words)`, {
        edited: {
          by: 'Ada Lovelace',
          at: '2026-11-20T09:00:00.000Z',
          original: questions[5]!,
        },
        stale: true,
      }),
    ],
  };
  const sections = ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 'annex', 'annex'] as const).map(
    (key, k): StrategyPart => ({
      key,
      title: questions[k]!.replace(/[.?:]$/, ''),
      blocks: [
        ...[0, 1, 2].map((j) =>
          say(
            `leaders:part-${k}-${j}`,
            `${questions[(k * 3 + j) % questions.length]!} (${k}.${j}) ${labels[(k + j) % 12]!.long}; ${labels[(k + j + 5) % 12]!.long}.`,
            { certainty: CERTAINTIES[(k + j) % 5]! },
          ),
        ),
        ...(blocks[key] ?? []),
      ],
    }),
  );
  return {
    schema: 'strategy-document/1',
    study: { id: '6f9619ff', title: words(definition.title), synthetic: true },
    title: `${words(definition.title)}: strategy`,
    language,
    filter: { where: 'role:consultant' },
    basis: '7-open-3',
    madeAt: '2026-11-22T08:00:00.000Z',
    sections,
  };
}
