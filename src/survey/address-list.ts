/** Addresses found in a text, and what could be none. */
export interface AddressList {
  /** In lower case, each once, in the order of the text. */
  addresses: string[];
  wrong: string[];
}

/**
 * Reads e-mail addresses as people paste them: separated by lines, spaces, commas or semicolons, also
 * as `Ana Font <ana@city.example>`; a heading such as `E-mail` is passed over.
 *
 * @example
 * addressList('Ana <ana@city.example>; x').wrong // ['x']
 */
export function addressList(text: string): AddressList {
  const addresses = new Set<string>();
  const wrong: string[] = [];
  for (const part of text.split(/[\n\r,;\t]+/)) {
    const inBrackets = /<([^<>]*)>\s*$/.exec(part)?.[1];
    for (const word of inBrackets === undefined ? part.split(/\s+/) : [inBrackets]) {
      const written = word.trim().replace(/^"(.*)"$/, '$1');
      if (written === '' || /^e-?mail\w*$/i.test(written)) continue;
      if (isAddress(written)) addresses.add(written.toLowerCase());
      else wrong.push(written.slice(0, 100));
    }
  }
  return { addresses: [...addresses], wrong };
}

/** One name, one host with a dot; no control characters, so that no header can be put into a mail. */
function isAddress(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s@"<>(),:;\\[\]\p{Cc}]+@[\p{L}\d-]+(\.[\p{L}\d-]+)+$/u.test(text)
  );
}
