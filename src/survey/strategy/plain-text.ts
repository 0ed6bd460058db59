/**
 * A text without the characters that XML, and so pages, pictures and Word files, do not have.
 *
 * @example
 * plainText('a\u0000b') // => 'ab'
 */
export function plainText(text: string): string {
  return text.toWellFormed().replace(NO_XML, '');
}

// oxlint-disable-next-line no-control-regex
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
