import { localeOf } from '../../src/survey/language.ts';
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

const language = () => document.documentElement.lang || 'en';

/** Whole per cent as the page's language writes it: "50%", or "50 %". */
export function perCent(value: number | string): string {
  const format = new Intl.NumberFormat(localeOf(language()), {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  return format.format(Number(value));
}

/** A number as the page's language writes it, with at most so many decimals. */
export function decimal(value: number, digits = 2): string {
  const format = new Intl.NumberFormat(localeOf(language()), { maximumFractionDigits: digits });
  return format.format(value);
}

/** A label cut to what fits in one line of a chart. */
export function fit(label: string, isNarrow: boolean, most = isNarrow ? 26 : 36): string {
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
  for (const word of label.split(/(?<! ) (?! )/).flatMap((whole) => brokenAt(whole, most))) {
    const longer = `${rows.at(-1)} ${word}`.trim();
    if (longer.length > most && rows.at(-1)!.trim() !== '') rows.push(word);
    else rows[rows.length - 1] = longer;
  }
  return rows.length > 3 ? [...rows.slice(0, 2), `${rows[2]}…`] : rows;
}

/** A word that is much too long for its line, as German ones are, in parts with hyphens. */
function brokenAt(word: string, most: number): string[] {
  if (word.length <= most + 3) return [word];
  const dash = word.lastIndexOf('-', most - 1);
  const head = dash > 3 ? word.slice(0, dash + 1) : `${word.slice(0, most - 1)}-`;
  return [head, ...brokenAt(word.slice(dash > 3 ? dash + 1 : most - 1), most)];
}

/** The label of a row: beside a narrow chart in two lines, so that the bars keep their room. */
export function rowLabel(
  label: string,
  isNarrow: boolean,
  { lineLength, labelLength }: Pick<Theme, 'lineLength' | 'labelLength'>,
): string | string[] {
  if (!isNarrow) return fit(label, false, labelLength);
  const rows = inLines(label, lineLength);
  return rows.length > 2 ? [rows[0]!, `${rows[1]!.slice(0, lineLength - 2)}…`] : rows;
}
