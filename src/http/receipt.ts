/** Crockford's base32: no I, L, O or U, and the first three are read as the digits they look like. */
export const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The receipt of a response: 60 bits, the same each time it is asked for, so that a lost reply
 * can be repeated. Shown as `XXXX-XXXX-XXXX`.
 *
 * @param secret the server's secret, at least 32 characters
 */
export async function receiptOf(
  secret: string,
  studyId: string,
  responseId: string,
): Promise<string> {
  const mac = await hmac(secret, `receipt ${studyId} ${responseId.toLowerCase()}`);
  const letters = Array.from({ length: 12 }, (_, index) => BASE32[mac[index]! % 32]);
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)]
    .map((group) => group.join(''))
    .join('-');
}

/** What is stored of a receipt: 128 bits that nobody can compute without the server's secret. */
export async function receiptHash(secret: string, receipt: string): Promise<string> {
  const mac = await hmac(secret, `receipt hash ${receipt}`);
  return btoa(String.fromCharCode(...mac.subarray(0, 16))).slice(0, 22);
}

/**
 * Reads a receipt as people write it: in any case, with or without dashes and spaces, with O for 0
 * and I or L for 1. Null for text that can't be one.
 *
 * @example
 * parseReceipt('7k2m 9qxp-4rto') // '7K2M-9QXP-4RT0'
 */
export function parseReceipt(text: string): string | null {
  if (text.length > 60) return null;
  const letters = text
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const parts = /^([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4})$/.exec(
    letters,
  );
  return parts && parts.slice(1).join('-');
}

/** A new code of 60 bits for a phone that has none, as `parseReceipt` reads it. */
export function newCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  const letters = [...bytes].map((byte) => BASE32[byte % 32]).join('');
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].join('-');
}

const keys = new Map<string, CryptoKey>();

/** HMAC-SHA-256 of a text under the server's secret: 32 bytes. */
export async function hmac(secret: string, text: string): Promise<Uint8Array> {
  const bytes = new TextEncoder();
  let key = keys.get(secret);
  if (!key) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    key = await crypto.subtle.importKey('raw', bytes.encode(secret), algorithm, false, ['sign']);
    keys.set(secret, key);
  }
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes.encode(text)));
}

/**
 * What is stored of a private code: another hash for each purpose and event, so that nobody can be
 * followed from one to the next. Null for text that is no code.
 *
 * @example
 * await codeHash(config.secret, `seat ${event.id}`, '7K2M-9QXP-4RT0') // 22 characters
 */
export async function codeHash(
  secret: string,
  purpose: string,
  code: string,
): Promise<string | null> {
  const parsed = parseReceipt(code);
  if (!parsed) return null;
  const mac = await hmac(secret, `${purpose} ${parsed}`);
  return btoa(String.fromCharCode(...mac.subarray(0, 16))).slice(0, 22);
}
