import type { Definition } from '../definition.ts';
import { type Language, textIn } from '../language.ts';
import { unrankedMode } from '../question-options.ts';
import { CHANNEL_COLUMN } from './columns.ts';
import type { ResponseCells } from './response-cells.ts';
import { safeCell } from './safe-cell.ts';
import { SUPPRESSED } from './suppress.ts';
import { UNRANKED } from './data-dictionary.ts';

/**
 * What a reader must know before using a table of responses: pairs of a subject and a sentence or
 * a number, as cells that start no formula.
 *
 * @param now of which only the day is told
 */
export function aboutExport(
  definition: Definition,
  { columns, rows }: ResponseCells,
  { synthetic, language, now }: { synthetic: boolean; language: Language; now: Date },
): (string | number)[][] {
  const say = (text: Parameters<typeof textIn>[0]) =>
    textIn(text, language, definition.defaultLanguage);
  const voice = columns.findIndex(({ header }) => header === 'voice');
  const count = (value: string) => rows.filter((row) => row[voice] === value).length;
  const channel = columns.findIndex(({ header }) => header === CHANNEL_COLUMN);
  const paper = rows.filter((row) => channel >= 0 && row[channel] === 'paper').length;
  const open = columns.map(({ suppressible }) => suppressible);
  const held = rows.reduce(
    (sum, row) => sum + row.filter((cell, k) => open[k] && cell === SUPPRESSED).length,
    0,
  );
  const { minCell } = definition.privacy;
  const facts: (string | number)[][] = [
    ['Study', say(definition.title)],
    ['Study definition', `${definition.id} ${definition.version}`],
    ['Exported on', now.toISOString().slice(0, 10)],
    ['Data', synthetic ? 'SYNTHETIC: made by a generator, not by people' : 'Answers of people'],
    ['n (rows)', rows.length],
    ['n individuals', count('individual')],
    ['n tables', count('table')],
    ...(paper > 0 ? [['n written on paper and typed in', paper]] : []),
    ...(count(SUPPRESSED) > 0 ? [['n whose kind is suppressed', count(SUPPRESSED)]] : []),
    ['Languages of the study', definition.languages.join(', ')],
    ['Language of the labels', language],
    ['Ranks', '1 is best; tied items share a rank, and the place after two tied firsts is 3.'],
    ...definition.questions.flatMap((question) =>
      question.kind === 'ranking'
        ? [[`Unranked: ${question.id}`, `An empty cell is ${UNRANKED[unrankedMode(question)]}.`]]
        : [],
    ),
    [
      'Suppression',
      `"${SUPPRESSED}" stands where fewer than ${minCell} share a value of a segment, ` +
        'and where the rest would give it away.',
    ],
    ['Suppressed cells', held],
    ['Left out', 'Ids, times, receipts and answers to personal questions.'],
    ['Order of rows', 'Random, and another one in each export.'],
    [
      'Texts',
      'An apostrophe stands before a text that a spreadsheet could take for a formula; ' +
        'control characters are spaces.',
    ],
  ];
  return facts.map((row) => row.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell)));
}
