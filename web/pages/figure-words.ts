import { type Language, localeOf } from '../../src/survey/language.ts';

/** Writes numbers as a language does. */
export interface FigureWords {
  /**
   * A share of 1 as whole per cent; what would round to none or to all, but is not, as "<1 %" and
   * ">99 %". Never "-0 %".
   */
  share: (share: number) => string;
  /** With exactly `digits` decimals, two where not said; what rounds to zero has no sign. */
  decimal: (value: number, digits?: number) => string;
  /** As short as it can be written, with at most two decimals. */
  plain: (value: number) => string;
  /** "a, b and c". */
  list: (items: readonly string[]) => string;
  /** Hour and minute in UTC; the script puts the reader's own time in its place. */
  time: (date: Date) => string;
  date: (date: Date) => string;
}

/**
 * The numbers, lists and dates of one language; English as Europe writes it.
 *
 * @example
 * figureWords('de').share(0.245) // '25 %'
 */
export function figureWords(language: Language): FigureWords {
  const locale = localeOf(language);
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'negative',
  });
  const short = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 2,
    signDisplay: 'negative',
  });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const times = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  return {
    share: (share) => {
      if (share > 0 && share < 0.005) return `<${percent.format(0.01)}`;
      return share >= 0.995 && share < 1 ? `>${percent.format(0.99)}` : percent.format(share);
    },
    decimal: (value, digits = 2) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay: 'negative',
      }).format(value),
    plain: (value) => short.format(value),
    list: (items) => lists.format(items),
    time: (date) => `${times.format(date)} UTC`,
    date: (date) => dates.format(date),
  };
}
