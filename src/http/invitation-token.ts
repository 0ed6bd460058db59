import { hashOf } from '../db/secret-text.ts';
import { BASE32, hmac } from './receipt.ts';

/**
 * The token of a personal link: 80 bits that follow from the server's secret and the link's nonce,
 * so that the server can write to somebody again without having kept the token.
 */
export async function invitationToken(
  secret: string,
  studyId: string,
  nonce: string,
): Promise<string> {
  const mac = await hmac(secret, `invitation ${studyId} ${nonce}`);
  return Array.from(mac.subarray(0, 16), (byte) => BASE32[byte % 32]).join('');
}

/** The hash under which a personal link is stored; null for what can't be a token. */
export async function invitationHash(token: string | null | undefined): Promise<string | null> {
  const letters = (token ?? '').toUpperCase();
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(letters) ? hashOf(letters) : null;
}

/** Where a personal link leads, below the site's address. */
export function invitationPath(code: string, token: string): string {
  return `/j/${code}/i/${token}`;
}
