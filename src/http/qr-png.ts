import { encode } from 'uqr';

/**
 * A QR code as a PNG image, black on white with a quiet zone of four modules, for programs that
 * read no SVG; error correction as in `qrSvg`.
 *
 * @param modulePixels the side of one module in pixels
 * @example
 * c.header('Content-Type', 'image/png');
 * return c.body(await qrPng('https://plenary.example/j/K7P-42M'));
 */
export async function qrPng(text: string, modulePixels = 16): Promise<Uint8Array<ArrayBuffer>> {
  const { data, size } = encode(text, { border: 4, ecc: 'Q' });
  const pixels = size * modulePixels;
  const rowBytes = Math.ceil(pixels / 8);
  // One bit a pixel, 1 is white; each row starts with its filter, 0 for none.
  const image = new Uint8Array(pixels * (rowBytes + 1)).fill(0xff);
  for (let y = 0; y < pixels; y += 1) {
    const start = y * (rowBytes + 1);
    image[start] = 0;
    const row = data[Math.floor(y / modulePixels)]!;
    for (let x = 0; x < pixels; x += 1) {
      if (row[Math.floor(x / modulePixels)]) image[start + 1 + (x >> 3)]! &= ~(0x80 >> (x & 7));
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, pixels);
  view.setUint32(4, pixels);
  header[8] = 1;
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', await zlib(image)),
    chunk('IEND', new Uint8Array()),
  ]);
}

async function zlib(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc(bytes.subarray(4, data.length + 8)));
  return bytes;
}

/** CRC-32 as PNG and zlib use it. */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
