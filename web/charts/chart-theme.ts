import { Chart } from 'chart.js';

/** Colours and type of all charts, read from the page's style sheet. */
export interface Theme {
  ink: string;
  ink2: string;
  line: string;
  brand: string;
  surface: string;
  soft: string;
  /** The interval behind a dot. */
  band: string;
  grey: string;
  /** Beside the band, for what lies outside it. */
  pale: string;
  /** At most four, told apart with any kind of colour vision. */
  categories: readonly string[];
  /** First place to fifth. */
  places: readonly string[];
  /** Lowest to highest point of a scale. */
  points: readonly string[];
  isDark: boolean;
  /** Characters that fit into a line of a label beside the narrow chart. */
  lineLength: number;
  /** Characters of a label beside a wider chart: labels get half of its width at most. */
  labelLength: number;
}

/** Charts narrower than this leave room for a dozen characters beside them. */
const VERY_NARROW = 290;

/**
 * The theme of the page as it looks now; also makes it Chart.js's default.
 *
 * @param width of the chart, in px
 */
export function readTheme(width = 960): Theme {
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches && !matchMedia('print').matches;
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  const theme: Theme = {
    ink: of('--ink'),
    ink2: of('--ink-2'),
    line: of('--line'),
    brand: of('--brand'),
    surface: of('--surface'),
    soft: of('--surface-2'),
    band: of('--band'),
    grey: of('--grey'),
    pale: of('--pale'),
    categories: [1, 2, 3, 4].map((index) => of(`--cat-${index}`)),
    places: [0, 1, 2, 3, 4].map((index) => of(`--seq-${index}`)),
    points: [4, 3, 2, 1, 0].map((index) => of(`--seq-${index}`)),
    isDark,
    lineLength: width < VERY_NARROW ? 12 : 17,
    labelLength: Math.min(36, Math.floor((width - 60) / 14)),
  };
  const { defaults } = Chart;
  defaults.font.family = style.fontFamily;
  defaults.font.size = 13;
  defaults.color = theme.ink;
  defaults.borderColor = theme.line;
  defaults.animation = false;
  defaults.maintainAspectRatio = false;
  defaults.responsive = true;
  defaults.layout.padding = { top: 4, right: 8, bottom: 0, left: 0 };
  Object.assign(defaults.plugins.tooltip, {
    backgroundColor: theme.ink,
    titleColor: theme.surface,
    bodyColor: theme.surface,
    padding: 10,
    cornerRadius: 6,
    displayColors: false,
    titleFont: { size: 13, weight: 'bold' },
    bodyFont: { size: 13 },
  });
  return theme;
}

/**
 * Black or white, whichever can be read on a colour.
 *
 * @example
 * readableOn('#08306b') // '#fff'
 */
export function readableOn(colour: string): string {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  const parts = hex
    ? hex.slice(1).map((part) => Number.parseInt(part, 16))
    : (colour.match(/\d+/g) ?? []).map(Number);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.19 ? '#fff' : '#12213a';
}

/**
 * A colour between blue (1), pale grey (0.5) and orange (0), for shares that are even at a half.
 *
 * @example
 * aroundEven(0.5) // 'rgb(247,247,247)'
 */
export function aroundEven(share: number): string {
  const strength = Math.min(1, Math.abs(share - 0.5) / 0.4);
  const end = share >= 0.5 ? [5, 80, 155] : [186, 76, 0];
  return `rgb(${end.map((part) => Math.round(247 + (part - 247) * strength)).join(',')})`;
}
