/**
 * Hours without the last digits that only floating-point arithmetic adds: 12 significant digits,
 * far finer than any step.
 *
 * @example
 * tidyHours(0.1 * 3) // => 0.3
 */
export function tidyHours(hours: number): number {
  return Number(hours.toPrecision(12));
}
