/** What a spreadsheet takes for the start of a formula, also in the full-width forms. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * A text that no spreadsheet takes for a formula: an apostrophe before a dangerous first
 * character, also behind spaces that a program may strip.
 *
 * @example
 * safeCell('=1+1') // "'=1+1"
 */
export function safeCell(text: string): string {
  return isDangerous(text) ? `'${text}` : text;
}

/** The text that `safeCell` was given. */
export function unsafeCell(cell: string): string {
  return cell.startsWith("'") && isDangerous(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Apostrophes in front are looked through, so that every text comes back as it was. */
function isDangerous(text: string): boolean {
  const bare = text.replace(/^'+/, '');
  return FORMULA.test(bare) || FORMULA.test(bare.trimStart());
}
