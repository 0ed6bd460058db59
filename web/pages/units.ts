import type { FigureWords } from './figure-words.ts';
import type { Words } from './ranking-slice.ts';

const UNITS = ['hours', 'weeks', 'percent', 'people'] as const;

/** A number with its unit in words: "40 hours". */
export function inUnit(value: number, unit: string | null, { say, figures }: Words): string {
  const known = UNITS.find((candidate) => candidate === unit);
  return known ? say(known, { value: figures.plain(value) }) : figures.plain(value);
}

/** A number for an axis: only a per cent sign, other units stand in the title. */
export function inUnitShort(value: number, unit: string | null, figures: FigureWords): string {
  return unit === 'percent' ? figures.share(value / 100) : figures.plain(value);
}
