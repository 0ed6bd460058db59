import type { Theme } from './chart-theme.ts';

/** A category axis down the left side: labels flush left, none skipped, no lines. */
export function rowAxis({ ink }: Theme, isNarrow: boolean) {
  return {
    grid: { display: false },
    border: { display: false },
    ticks: {
      color: ink,
      font: { size: isNarrow ? 12 : 13.5 },
      crossAlign: 'far' as const,
      autoSkip: false,
    },
  };
}

/** A value axis along the top. */
export function topAxis({ ink2 }: Theme) {
  return {
    position: 'top' as const,
    border: { display: false },
    ticks: { color: ink2, maxRotation: 0 },
  };
}

/** Whole per cent for an axis of shares. */
export function perCent(value: number | string): string {
  return `${Math.round(Number(value) * 100)}%`;
}

/** A label cut to what fits beside a chart on a narrow screen. */
export function fit(label: string, isNarrow: boolean): string {
  const most = isNarrow ? 26 : 36;
  return label.length > most ? `${label.slice(0, most - 1).trimEnd()}…` : label;
}
