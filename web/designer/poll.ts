/** How long to wait between two looks, in milliseconds; up to half as much again is added. */
const PAUSE = 4000;

/** Signed out, not there, or closed for good: there is nothing more to look at. */
const OVER = new Set([401, 404, 410]);

/** The same while a stream of versions says when there is something to look at. */
const CALM_PAUSE = 60_000;

/** After failures the pause doubles up to this. */
const LONGEST_PAUSE = 60_000;

/** Screens that hear of a new version at the same moment spread their looks over this time. */
const SPREAD = 1000;

/**
 * Looks at an address again and again while the page is visible, one request at a time, so that
 * an older answer can never come after a newer one. Screens in one room spread out by jitter.
 *
 * @param address asked anew each time, as the reader may have gone on to another view; an answer to
 *   an address that is no longer shown is dropped
 * @param take gets each changed answer; answering false ends the polling
 * @param setStale told when the server cannot be reached, and when it can again
 * @param versions addresses of streams of `version` events: while all are open, a look follows each
 *   event and is rare otherwise; without them, or where streams are cut off, looking goes on in turns
 * @returns to be called when something newer is shown than a look that is under way can bring: its
 *   answer is dropped, and another look follows soon
 */
export function poll(
  address: () => string,
  take: (text: string) => boolean,
  setStale: (isStale: boolean) => void,
  versions: readonly string[] = [],
): () => void {
  let etag: string | null = null;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLooking = false;
  let isAsked = false;
  let isOvertaken = false;
  const streams = versions.map((stream) => new EventSource(stream));
  const after = (pause: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), pause);
  };
  const later = () => {
    const isOpen = streams.every(({ readyState }) => readyState === EventSource.OPEN);
    const isCalm = failures === 0 && streams.length > 0 && isOpen;
    const pause = isCalm ? CALM_PAUSE : Math.min(LONGEST_PAUSE, PAUSE * 2 ** failures);
    after(isAsked ? SPREAD : pause * (1 + Math.random() / 2));
    isAsked = false;
  };
  const look = async (): Promise<void> => {
    if (document.visibilityState === 'hidden' || isLooking) return;
    clearTimeout(timer);
    isLooking = true;
    isOvertaken = false;
    try {
      const headers: HeadersInit = etag === null ? {} : { 'If-None-Match': etag };
      const asked = address();
      const response = await fetch(asked, { headers, cache: 'no-store' });
      if (asked !== address()) return later();
      if (OVER.has(response.status)) return end();
      if (response.ok) {
        const text = await response.text();
        if (asked === address() && !isOvertaken) {
          etag = response.headers.get('etag');
          if (!take(text)) return end();
        }
      } else if (response.status !== 304) throw new Error(String(response.status));
      failures = 0;
    } catch {
      failures = Math.min(failures + 1, 6);
    } finally {
      isLooking = false;
    }
    setStale(failures > 1);
    later();
  };
  const listening = new AbortController();
  const end = () => {
    listening.abort();
    for (const stream of streams) stream.close();
  };
  document.addEventListener('visibilitychange', () => void look(), { signal: listening.signal });
  for (const stream of streams) {
    stream.addEventListener('version', () => {
      if (isLooking) isAsked = true;
      else after(Math.random() * SPREAD);
    });
    stream.addEventListener('error', () => {
      if (!isLooking) later();
    });
  }
  later();
  return () => {
    etag = null;
    if (isLooking) isOvertaken = isAsked = true;
  };
}
