/** What decides whether a table presents. */
interface Presenter {
  mergedInto: string | null;
  closedAt: Date | null;
  /** When somebody at it last wrote or sent something; null for never. */
  activeAt: Date | null;
}

/**
 * Whether a table presents in the plenary: not one that was merged into another, nor one that was
 * closed without having said anything.
 *
 * @example
 * presents({ mergedInto: null, closedAt: new Date(), activeAt: null }) // false
 */
export function presents({ mergedInto, closedAt, activeAt }: Presenter): boolean {
  return mergedInto === null && (closedAt === null || activeAt !== null);
}
