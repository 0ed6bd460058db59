/** Where each row of a list stands in the window, in px, by its `data-key`. */
export function rowTops(list: HTMLElement): Map<string, number> {
  return new Map(
    ([...list.children] as HTMLElement[]).map((row) => [
      row.dataset['key'] ?? '',
      row.getBoundingClientRect().top,
    ]),
  );
}

/** Lets rows slide from their old places, so that the eye can follow; not for who wants no motion. */
export function glide(list: HTMLElement, before: ReadonlyMap<string, number>): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const row of [...list.children] as HTMLElement[]) {
    const shift = (before.get(row.dataset['key'] ?? '') ?? NaN) - row.getBoundingClientRect().top;
    if (shift) {
      const frames = [{ transform: `translateY(${shift}px)` }, { transform: 'none' }];
      row.animate(frames, { duration: 160, easing: 'ease-out' });
    }
  }
}
