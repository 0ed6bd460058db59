import type { PracticeFacts } from '../survey/gaps/practice.ts';
import { safeCell } from '../survey/export/safe-cell.ts';
import type { CoverageDocument } from './gap-figures.ts';

const COVERAGE_HEAD =
  'gap name need mean_rank rank_low rank_high ranked_by coverage coverage_low coverage_high covered_by';

const PRACTICE_COLUMNS = {
  title: 'title',
  owner: 'owner',
  place: 'place',
  what: 'what',
  scaleNow: 'scale_now',
  reached: 'people_reached',
  factors: 'factors',
  replicability: 'replicability',
  replicabilityEvidence: 'replicability_evidence',
  scalability: 'scalability',
  scalabilityEvidence: 'scalability_evidence',
} as const satisfies Record<keyof PracticeFacts, string>;

/** Rank against coverage as CSV (RFC 4180), with empty cells for what is held back. */
export function coverageCsv({ gaps }: Pick<CoverageDocument, 'gaps'>): string {
  const rows = gaps.map((gap) => {
    const [rankLow = null, rankHigh = null] = gap.rankInterval ?? [];
    const [low = null, high = null] = gap.coverageInterval ?? [];
    const rank = [gap.meanRank, rankLow, rankHigh, gap.rankedBy];
    const cover = [gap.coverage, low, high, gap.coveredBy];
    return [gap.id, gap.name, gap.need ?? '', ...rank, ...cover];
  });
  return table([COVERAGE_HEAD.split(' '), ...rows]);
}

/** The register of practices as CSV (RFC 4180). */
export function practicesCsv(practices: readonly PracticeFacts[]): string {
  const keys = Object.keys(PRACTICE_COLUMNS) as (keyof PracticeFacts)[];
  const rows = practices.map((one) => keys.map((key) => one[key]));
  return table([Object.values(PRACTICE_COLUMNS), ...rows]);
}

function table(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(Math.round(value * 1e4) / 1e4) : safeCell(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
