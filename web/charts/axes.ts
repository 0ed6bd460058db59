import type { Theme } from './chart-theme.ts';

/** A category axis down the left side: labels flush left, none skipped, no lines. */
export function rowAxis({ ink }: Theme, isNarrow: boolean) {
  return {
    grid: { display: false },
    border: { display: false },
    ticks: {
      color: ink,
      font: { size: isNarrow ? 11.5 : 13.5 },
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
    ticks: { color: ink2, maxRotation: 0, includeBounds: false },
  };
}

/** Whole per cent for an axis of shares. */
export function perCent(value: number | string): string {
  return `${Math.round(Number(value) * 100)}%`;
}

/** A label cut to what fits in one line beside a chart. */
export function fit(label: string, isNarrow: boolean): string {
  const most = isNarrow ? 26 : 36;
  return label.length > most ? `${label.slice(0, most - 1).trimEnd()}…` : label;
}

/**
 * A label in lines of about `most` characters, three at most; a double space keeps words together.
 *
 * @example
 * inLines('Innovation procurement', 14) // ['Innovation', 'procurement']
 */
export function inLines(label: string, most: number): string[] {
  const rows = [''];
  for (const word of label.split(/(?<! ) (?! )/)) {
    const longer = `${rows.at(-1)} ${word}`.trim();
    if (longer.length > most && rows.at(-1)!.trim() !== '') rows.push(word);
    else rows[rows.length - 1] = longer;
  }
  return rows.length > 3 ? [...rows.slice(0, 2), `${rows[2]}…`] : rows;
}

/** The label of a row: beside a narrow chart in two lines, so that the bars keep their room. */
export function rowLabel(label: string, isNarrow: boolean): string | string[] {
  return isNarrow ? inLines(label, 17) : fit(label, false);
}
