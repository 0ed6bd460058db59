import { isOfSameAnswers } from './plan-trace.ts';
import { pageTrace, type Reading, sentence } from './reading.ts';
import type { SentenceBlock, StrategyBlock } from './strategy-document.ts';
import { number, said } from './told.ts';

/** So many findings are on the first page. */
const MOST_FINDINGS = 5;

/** What a summary is made of, most important first: kind and subject. */
const FINDINGS = [
  /^training-verdict$/,
  /^leaders:contents$/,
  /^quadrant$/,
  /^duration:hours$/,
  /^plan$/,
  /^teaching-format$/,
  /^leaders:targets$/,
  /^leaders:challenges$/,
  /^leaders:methods$/,
  /^leaders:/,
  /^mixing-benefit:/,
  /^gap:/,
];

/**
 * Section 1: five findings out of the sections that follow, each with its number and certainty,
 * and how many there are where five can't be stated.
 */
export function summarySection(
  reading: Reading,
  blocks: readonly StrategyBlock[],
): SentenceBlock[] {
  const told = blocks
    .filter((block): block is SentenceBlock => block.kind === 'sentence')
    .filter(({ certainty }) => certainty !== 'too-few')
    .filter(({ statement }) => statement !== 'plan' || isOfSameAnswers(reading));
  const found = new Map<string, SentenceBlock>();
  for (const pattern of FINDINGS) {
    for (const block of told) if (pattern.test(block.id)) found.set(block.id, block);
  }
  const findings = [...found.values()]
    .slice(0, MOST_FINDINGS)
    .map((block) => ({ ...block, id: `summary/${block.id}` }));
  if (findings.length === MOST_FINDINGS) return findings;
  const count = findings.length;
  return [
    sentence(reading, {
      statement: 'summary-short',
      certainty: count > 0 ? 'computed' : 'too-few',
      said: count > 0 ? said('summaryFew', { count: number(count) }) : said('summaryNothing'),
      trace: pageTrace(reading, { page: '', api: '' }),
    }),
    ...findings,
  ];
}
