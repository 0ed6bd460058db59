const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * A random text of 43 letters and digits (256 bits) for tokens, sessions and links.
 *
 * @example
 * newSecretText() // 'x9Qe…'
 */
export function newSecretText(): string {
  let text = '';
  while (text.length < 43) {
    for (const byte of crypto.getRandomValues(new Uint8Array(64))) {
      // 248 is the highest multiple of 62 in a byte: no letter is likelier than another.
      if (byte < 248 && text.length < 43) text += ALPHABET[byte % 62];
    }
  }
  return text;
}

/**
 * The SHA-256 of a random text, which is all that is stored of it. Texts of 256 random bits need
 * no slow hash and no salt.
 */
export async function hashOf(secretText: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secretText));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
