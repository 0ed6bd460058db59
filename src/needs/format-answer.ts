import type { OrdinalSummary } from './ordinal.ts';

/** Mainly e-learning, half and half, or face to face. */
export type TeachingFormat = 'mainly-online' | 'half-and-half' | 'face-to-face';

/** From this value of the five-point acceptance on e-learning is accepted, up to `refused` it isn't. */
export const accepted = 4;
export const refused = 2;

/**
 * The format that the median acceptance of e-learning (1 = must be face to face … 5 = fully online)
 * points to, and whether the whole 95 % interval of the median points there. A median between two
 * formats counts as half and half. `null` without answers.
 *
 * @example
 * formatAnswer(summary) // => { format: 'half-and-half', borne: true }
 */
export function formatAnswer({
  median,
  medianInterval,
}: OrdinalSummary): { format: TeachingFormat; borne: boolean } | null {
  if (median === null) return null;
  const [low, high] = median.values.map(formatOf);
  const format = low === high ? low! : 'half-and-half';
  const borne = medianInterval?.values.every((value) => formatOf(value) === format) ?? false;
  return { format, borne };
}

function formatOf(value: number): TeachingFormat {
  if (value >= accepted) return 'mainly-online';
  return value <= refused ? 'face-to-face' : 'half-and-half';
}
