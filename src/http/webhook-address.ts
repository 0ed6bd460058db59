/** What a webhook may be sent to. */
export interface AddressRules {
  /** Also plain HTTP and addresses of this machine and its network. */
  private: boolean;
}

/**
 * Why a webhook can't be sent to an address, as a sentence; null when it can, as far as the text
 * tells. What a name resolves to is checked again when it is connected to.
 *
 * @example
 * addressProblem('https://10.0.0.7/hook', { private: false }) // 'The address is in a private network.'
 */
export function addressProblem(text: string, { private: isPrivate }: AddressRules): string | null {
  if (!URL.canParse(text)) return 'The address is not a web address.';
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(isPrivate && url.protocol === 'http:')) {
    return 'The address must start with https://.';
  }
  if (url.username || url.password) return 'The address must not hold a password.';
  if (isPrivate) return null;
  return isPrivateHost(url.hostname) ? 'The address is in a private network.' : null;
}

/** Names that lead nowhere or into the network of this machine. */
const PRIVATE_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|arpa|test|invalid)$/;

/** Whether a host name or a written-out address is surely none of the public internet. */
export function isPrivateHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  if (name.startsWith('[')) return isPrivateAddress(name.slice(1, -1));
  if (/^\d+(\.\d+){3}$/.test(name)) return isPrivateAddress(name);
  return !name.includes('.') || PRIVATE_NAMES.test(name);
}

/** Blocks of IPv4 that are not public (IANA special-purpose registry), as address and length. */
const PRIVATE_BLOCKS: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/**
 * Whether an IP address is loopback, private, link-local, reserved or multicast, also where IPv6
 * carries such an IPv4 address. Text that is no address counts as private.
 *
 * @example
 * isPrivateAddress('::ffff:192.168.1.1') // true
 */
export function isPrivateAddress(address: string): boolean {
  const v4 = readV4(address);
  if (v4 !== null) return isPrivateV4(v4);
  const groups = readV6(address.replace(/%.*$/, ''));
  if (!groups) return true;
  const [a, b, c] = groups as [number, number, number];
  const embedded = (high: number, low: number) =>
    isPrivateV4(groups[high]! * 0x1_0000 + groups[low]!);
  const zeros = (from: number, to: number) => groups.slice(from, to).every((part) => part === 0);
  if (zeros(0, 5) && (groups[5] === 0xffff || groups[5] === 0)) return embedded(6, 7);
  if (a === 0x64 && b === 0xff9b) return c !== 0 || embedded(6, 7);
  if (a === 0x2002) return embedded(1, 2);
  // Of 2000::/3, what is public, without documentation, Teredo and benchmarking.
  if ((a & 0xe000) !== 0x2000) return true;
  return (a === 0x2001 && (b < 0x200 || b === 0xdb8)) || (a === 0x3fff && b < 0x1000);
}

function isPrivateV4(value: number): boolean {
  return PRIVATE_BLOCKS.some(([start, length]) => {
    const size = 2 ** (32 - length);
    return Math.floor(value / size) === Math.floor(readV4(start)! / size);
  });
}

function readV4(text: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return null;
  return parts.reduce((value, part) => value * 256 + part, 0);
}

/**
 * The eight groups of an IPv6 address without a zone; null for text that is none.
 *
 * @example
 * readV6('2001:db8::1') // [0x2001, 0xdb8, 0, 0, 0, 0, 0, 1]
 */
export function readV6(text: string): number[] | null {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const v4 = tail && readV4(tail[2]!);
  if (tail && v4 === null) return null;
  const plain = tail
    ? `${tail[1]}${Math.floor(v4! / 0x1_0000).toString(16)}:${(v4! % 0x1_0000).toString(16)}`
    : text;
  const halves = plain.split('::');
  if (halves.length > 2) return null;
  const [before = [], after = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - before.length - after.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.map((group) => Number.parseInt(group, 16));
}
