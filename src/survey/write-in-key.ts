/**
 * A text as it is compared: without the space around it, in small letters, each gap one space.
 *
 * @example
 * plainText('  Cyber   Security ') // 'cyber security'
 */
export function plainText(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * A text without what spellings differ in: accents, case, punctuation and spaces.
 *
 * @example
 * looseText('Cyber-Sécurité!') // 'cybersecurite'
 */
export function looseText(text: string): string {
  return plainText(text)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * A short name for a text, the same for spellings that differ only in case and space. It stands
 * for the text wherever a decision about it is kept: the words themselves stay with the response,
 * so that a withdrawal erases them. Two 32-bit FNV-1a hashes of the UTF-16 units.
 *
 * @example
 * textKey('GIS') === textKey(' gis ') // true
 */
export function textKey(text: string): string {
  const plain = plainText(text);
  const halves = [0x811c9dc5, 0x9747b28c].map((start) => {
    let value = start;
    for (let index = 0; index < plain.length; index++) {
      value = Math.imul(value ^ plain.charCodeAt(index), 0x01000193);
    }
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
    return ((value ^ (value >>> 13)) >>> 0).toString(36).padStart(7, '0');
  });
  return halves.join('');
}
