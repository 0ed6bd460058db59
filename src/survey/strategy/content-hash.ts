/**
 * SHA-256 of plain data, in hexadecimal: of its JSON with the keys of each object in the order of
 * their code units, without spaces. Storing the data as jsonb and reading it again does not change
 * it.
 *
 * @example
 * await contentHash({ b: 1, a: [] }) === (await contentHash({ a: [], b: 1 })) // true
 */
export async function contentHash(data: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonical(data));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function canonical(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
