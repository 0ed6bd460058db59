import { plainText } from './plain-text.ts';

/** Widths of letters in parts of the font size, rounded up for the wider system fonts. */
const NARROW = /[iljIft.,:;|'’!()[\] ]/;
const WIDE = /[mwMW@%&—]/;
const CAPITAL = /\p{Lu}/u;

/**
 * About how wide a text is drawn, in the unit of `size`; rather too much than too little.
 *
 * @example
 * textWidth('Law', 13) // => 25.22
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) {
    if (NARROW.test(letter)) width += 0.36;
    else if (WIDE.test(letter)) width += 0.95;
    else width += CAPITAL.test(letter) ? 0.72 : 0.6;
  }
  return width * size;
}

/**
 * Breaks a text into lines no wider than `width`, between words, and within a word only where the
 * word alone is wider. Nothing is cut off; an empty text is one empty line.
 *
 * @example
 * wrapText('Smart city law', 60, 13) // => ['Smart', 'city law']
 */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (textWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = '';
    for (const letter of word) {
      if (line && textWidth(`${line}${letter}-`, size) > width) {
        lines.push(`${line}-`);
        line = '';
      }
      line += letter;
    }
  }
  return line || !lines.length ? [...lines, line] : lines;
}

/**
 * A text within XML or an attribute of it; characters that XML does not have are left out.
 *
 * @example
 * escapeXml('a < "b"') // => 'a &lt; &quot;b&quot;'
 */
export function escapeXml(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
