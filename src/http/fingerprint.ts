/**
 * A short name for some data that differs whenever the data do; the order of keys counts.
 *
 * @example
 * await fingerprint({ hours: 75 }) // => '3f9c…', 24 hexadecimal digits
 */
export async function fingerprint(data: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(data));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.slice(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
