/**
 * The text of a file as programs save it: UTF-8, the UTF-16 that Excel calls Unicode, or else
 * Windows-1252, in which Excel saves a CSV in much of Europe.
 *
 * @example
 * fileText(Uint8Array.of(0x4d, 0x61, 0xdf).buffer) // 'Maß'
 */
export function fileText(file: ArrayBuffer): string {
  const bytes = new Uint8Array(file);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
