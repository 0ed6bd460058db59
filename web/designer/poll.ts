/** How long to wait between two looks, in milliseconds; up to half as much again is added. */
const PAUSE = 4000;

/** After failures the pause doubles up to this. */
const LONGEST_PAUSE = 60_000;

/**
 * Looks at an address again and again while the page is visible, one request at a time, so that
 * an older answer can never come after a newer one. Screens in one room spread out by jitter.
 *
 * @param take gets each changed answer; answering false ends the polling
 * @param setStale told when the server cannot be reached, and when it can again
 */
export function poll(
  address: string,
  take: (text: string) => boolean,
  setStale: (isStale: boolean) => void,
): void {
  let etag: string | null = null;
  let failures = 0;
  const later = () => {
    const pause = Math.min(LONGEST_PAUSE, PAUSE * 2 ** failures) * (1 + Math.random() / 2);
    setTimeout(() => void look(), pause);
  };
  const look = async (): Promise<void> => {
    if (document.visibilityState === 'hidden') {
      document.addEventListener('visibilitychange', () => void look(), { once: true });
      return;
    }
    try {
      const headers: HeadersInit = etag === null ? {} : { 'If-None-Match': etag };
      const response = await fetch(address, { headers, cache: 'no-store' });
      if (response.status === 401 || response.status === 404) return;
      if (response.ok) {
        etag = response.headers.get('etag');
        if (!take(await response.text())) return;
      } else if (response.status !== 304) throw new Error(String(response.status));
      failures = 0;
    } catch {
      failures = Math.min(failures + 1, 6);
    }
    setStale(failures > 1);
    later();
  };
  later();
}
