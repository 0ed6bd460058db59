/**
 * Whether two JSON values are the same, whatever the order of their keys: jsonb does not keep the
 * order in which they came.
 *
 * @example
 * isSameJson({ a: 1, b: [2] }, { b: [2], a: 1 }) // true
 */
export function isSameJson(a: unknown, b: unknown): boolean {
  return inOrder(a) === inOrder(b);
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
