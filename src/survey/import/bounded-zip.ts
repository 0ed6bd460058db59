/** What a container may hold once it is unpacked. */
export interface ZipLimits {
  bytes: number;
  entries: number;
}

/** A container that can't be read, or that holds more than it may; the message is a reason. */
export class ZipError extends Error {
  override name = 'ZipError';
}

export interface ZipEntry {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  crc: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Unpacks a ZIP container, and stops as soon as it has grown beyond its limits, whatever sizes it
 * claims. Entries are those of its directory; encrypted ones and ZIP64 are refused.
 *
 * @throws {ZipError}
 * @example
 * await unpack(bytes, { bytes: 2 ** 26, entries: 500 }) // [{ name: 'xl/workbook.xml', … }, …]
 */
export async function unpack(
  file: Uint8Array<ArrayBuffer>,
  limits: ZipLimits,
): Promise<ZipEntry[]> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw new ZipError(`it has more than ${limits.entries} parts`);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = view.getUint32(end + 16, true);
  let left = limits.bytes;
  for (let k = 0; k < count; k++) {
    if (at + 46 > file.length || view.getUint32(at, true) !== CENTRAL) throw damaged();
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const [nameLength, extra, comment] = [28, 30, 32].map((o) => view.getUint16(at + o, true));
    const start = view.getUint32(at + 42, true);
    if (flags & 1) throw new ZipError('it is encrypted');
    if (packed === 0xffffffff || start === 0xffffffff) throw new ZipError('it is too large');
    const name = new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameLength!));
    if (names.has(name)) throw damaged();
    names.add(name);
    if (start + 30 > file.length || view.getUint32(start, true) !== LOCAL) throw damaged();
    const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    const body = file.subarray(data, data + packed);
    if (body.length !== packed) throw damaged();
    const bytes = await inflated(body, method, left);
    left -= bytes.length;
    entries.push({ name, bytes, crc: view.getUint32(at + 16, true) });
    at += 46 + nameLength! + extra! + comment!;
  }
  return entries;
}

/** A container of the same entries that says truly how large they are, since nothing is packed. */
export function packPlain(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, bytes, crc } of entries) {
    const label = encoder.encode(name);
    const common = (view: DataView, from: number): void => {
      view.setUint16(from, 20, true);
      view.setUint16(from + 2, 0x800, true);
      view.setUint32(from + 10, crc, true);
      view.setUint32(from + 14, bytes.length, true);
      view.setUint32(from + 18, bytes.length, true);
      view.setUint16(from + 22, label.length, true);
    };
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, LOCAL, true);
    common(local, 4);
    const central = new DataView(new ArrayBuffer(46));
    central.setUint32(0, CENTRAL, true);
    central.setUint16(4, 20, true);
    common(central, 6);
    central.setUint32(42, at, true);
    parts.push(new Uint8Array(local.buffer), label, bytes);
    directory.push(new Uint8Array(central.buffer), label);
    at += 30 + label.length + bytes.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, END, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, length(directory), true);
  end.setUint32(16, at, true);
  const all = [...parts, ...directory, new Uint8Array(end.buffer)];
  const file = new Uint8Array(length(all));
  let place = 0;
  for (const part of all) {
    file.set(part, place);
    place += part.length;
  }
  return file;
}

function length(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

function damaged(): ZipError {
  return new ZipError('it is damaged');
}

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged();
}

async function inflated(
  body: Uint8Array<ArrayBuffer>,
  method: number,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new ZipError('it is too large once it is unpacked');
  if (method === 0) {
    if (body.length > most) throw tooLarge();
    return body;
  }
  if (method !== 8) throw damaged();
  const reader = new Blob([body])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw damaged();
    });
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel().catch(() => {});
      throw tooLarge();
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
