const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether this is the name of a time zone, such as `Europe/Madrid`. */
export function isTimeZone(zone: string): boolean {
  try {
    formatIn(zone);
    return zone !== '';
  } catch {
    return false;
  }
}

/**
 * What clocks show in a zone at a moment, to the minute, as a field for date and time has it.
 *
 * @example
 * wallTime(new Date('2026-07-01T10:00:00Z'), 'Europe/Madrid') // '2026-07-01T12:00'
 */
export function wallTime(moment: Date, zone: string): string {
  const parts = Object.fromEntries(
    formatIn(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const { year = '', month, day, hour, minute } = parts;
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}`;
}

/**
 * The moment at which clocks in a zone show a time. Of two such moments, when clocks go back, the
 * first; a time that clocks skip when they go forward is as much later as they skip. Null for text
 * that is no time.
 *
 * @param wall `2026-07-01T12:00`
 * @example
 * momentOf('2026-07-01T12:00', 'Europe/Madrid') // 2026-07-01T10:00:00Z
 * momentOf('2026-03-29T02:30', 'Europe/Madrid') // 2026-03-29T01:30:00Z, when clocks show 03:30
 */
export function momentOf(wall: string, zone: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall)) return null;
  const asUtc = Date.parse(`${wall}:00Z`);
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== wall) return null;
  // No zone changes its clocks twice within two days.
  const [before, after] = [-1, 1].map((days) => offsetAt(asUtc + days * DAY, zone)) as [
    number,
    number,
  ];
  const moments = [asUtc - before, asUtc - after].sort((a, b) => a - b);
  const shown = moments.find((moment) => wallTime(new Date(moment), zone) === wall);
  return new Date(shown ?? asUtc - before);
}

const DAY = 24 * 60 * 60 * 1000;

/** How far clocks in a zone are ahead of UTC, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const minute = Math.floor(moment / 60_000) * 60_000;
  return Date.parse(`${wallTime(new Date(minute), zone)}:00Z`) - minute;
}

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, format);
  return format;
}
