import type { AgreementLevel } from './note.ts';

/**
 * Kendall's W in words, each word from the middle between Schmidt's marks .1, .3, .5, .7 and .9.
 *
 * @example
 * agreementLevel(0.46) // => 'moderate'
 */
export function agreementLevel(kendallW: number): AgreementLevel {
  if (kendallW < 0.05) return 'none';
  if (kendallW < 0.2) return 'very-weak';
  if (kendallW < 0.4) return 'weak';
  if (kendallW < 0.6) return 'moderate';
  return kendallW < 0.8 ? 'strong' : 'very-strong';
}
