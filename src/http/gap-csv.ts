import type { PracticeFacts } from '../survey/gaps/practice.ts';
import { safeCell } from '../survey/export/safe-cell.ts';
import type { CoverageDocument } from './gap-figures.ts';

/** Rank against coverage as CSV (RFC 4180), with empty cells for what is held back. */
export function coverageCsv({ gaps }: Pick<CoverageDocument, 'gaps'>): string {
  return table([
    [
      ...['gap', 'name', 'need', 'mean_rank', 'rank_low', 'rank_high', 'ranked_by'],
      ...['coverage', 'coverage_low', 'coverage_high', 'covered_by'],
    ],
    ...gaps.map((gap) => [
      ...[gap.id, gap.name, gap.need ?? ''],
      ...[gap.meanRank, ...(gap.rankInterval ?? [null, null]), gap.rankedBy],
      ...[gap.coverage, ...(gap.coverageInterval ?? [null, null]), gap.coveredBy],
    ]),
  ]);
}

/** The register of practices as CSV (RFC 4180). */
export function practicesCsv(practices: readonly PracticeFacts[]): string {
  return table([
    [
      ...['title', 'owner', 'place', 'what', 'scale_now', 'people_reached', 'factors'],
      ...['replicability', 'replicability_evidence', 'scalability', 'scalability_evidence'],
    ],
    ...practices.map((one) => [
      ...[one.title, one.owner, one.place, one.what, one.scaleNow, one.reached, one.factors],
      ...[one.replicability, one.replicabilityEvidence, one.scalability, one.scalabilityEvidence],
    ]),
  ]);
}

function table(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(Math.round(value * 1e4) / 1e4) : safeCell(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
