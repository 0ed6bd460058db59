/** Digits and letters that can't be taken for one another when read aloud or off a projector. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 6;

/**
 * A new join code of 6 characters out of 31, about 888 million in all.
 *
 * @param random uniform on [0, 1); the default draws from the system's secure source
 * @example
 * newJoinCode(() => 0) // '222222'
 */
export function newJoinCode(random: () => number = secureRandom): string {
  return Array.from(
    { length: LENGTH },
    () => ALPHABET[Math.floor(random() * ALPHABET.length)],
  ).join('');
}

/**
 * A join code as people read it: two groups of three.
 *
 * @example
 * formatJoinCode('K7P42M') // 'K7P-42M'
 */
export function formatJoinCode(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/**
 * Reads a join code as people write it: in any case, with spaces or dashes anywhere;
 * null for text that can't be a join code.
 *
 * @example
 * parseJoinCode(' k7p 42m ') // 'K7P42M'
 * parseJoinCode('K7P-42O') // null: the letter O is in no code
 */
export function parseJoinCode(text: string): string | null {
  if (text.length > 40) return null;
  const code = text.replace(/[\s\-‐-―_.]/g, '').toUpperCase();
  const valid = code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter));
  return valid ? code : null;
}

function secureRandom(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;
}
