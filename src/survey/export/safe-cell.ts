/** What a spreadsheet takes for the start of a formula, also in the full-width forms. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Characters that no file of text should hold; people paste them without knowing. */
const UNPRINTABLE = /(?![\t\n\r])\p{Cc}|\uFFFD/gu;

/**
 * A text that no spreadsheet takes for a formula: an apostrophe before a dangerous first
 * character, also behind spaces that a program may strip; a space for each control character.
 *
 * @example
 * safeCell('=1+1') // "'=1+1"
 */
export function safeCell(text: string): string {
  const plain = text.replace(UNPRINTABLE, ' ');
  return isDangerous(plain) ? `'${plain}` : plain;
}

/** The text that `safeCell` was given, but for control characters. */
export function unsafeCell(cell: string): string {
  return cell.startsWith("'") && isDangerous(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Apostrophes in front are looked through, so that every text comes back as it was. */
function isDangerous(text: string): boolean {
  const bare = text.replace(/^'+/, '');
  return FORMULA.test(bare) || FORMULA.test(bare.trimStart());
}
