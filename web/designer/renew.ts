import { showLocalTime } from './local-time.ts';
import type { ResultsData } from './panels.ts';

/** Parts of a panel that change with the answers. Its buttons stay, and with them the focus. */
const PARTS = ['h2', '.method', '.key', 'table', '.note', '.how-text'];

/**
 * Puts the figures of a newer version of this page in place of the shown ones, without moving what
 * the reader looks at: panel by panel while the panels are the same, else all at once.
 *
 * @returns the newer page's data; null when the text is not a results page
 */
export function renew(text: string, version: string): ResultsData | null {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const data = page.getElementById('data')?.textContent;
  const next = page.getElementById('results');
  const shown = document.getElementById('results');
  if (!data || !next || !shown) return null;
  const parsed = JSON.parse(data) as ResultsData;
  if (panelIds(shown) === panelIds(next)) renewPanels(shown, next, parsed.version !== version);
  else shown.replaceChildren(...next.childNodes);
  showLocalTime();
  return parsed;
}

function renewPanels(shown: Element, next: Element, isChanged: boolean): void {
  const live = next.querySelector('.live');
  if (live) shown.querySelector('.live')?.replaceWith(live);
  if (!isChanged) return;
  renewKpis(shown, next);
  replace(shown, next, '#in-words');
  replace(shown, next, '.empty');
  for (const panel of next.querySelectorAll('[data-panel]')) {
    const old = document.getElementById(panel.id);
    if (!old) continue;
    for (const part of PARTS) replace(old, panel, part);
    const title = panel.querySelector('canvas')?.getAttribute('aria-label');
    if (title) old.querySelector('canvas')?.setAttribute('aria-label', title);
  }
}

/** The figures, without closing what the reader has opened. */
function renewKpis(shown: Element, next: Element): void {
  const [old, now] = [shown, next].map((root) => [...root.querySelectorAll('#kpis > *')]);
  if (!old || !now || old.length !== now.length) return replace(shown, next, '#kpis');
  for (const [index, kpi] of now.entries()) {
    const isOpen = old[index]!.querySelector('details')?.open ?? false;
    const details = kpi.querySelector('details');
    if (details) details.open = isOpen;
    if (old[index]!.contains(document.activeElement)) {
      for (const part of ['.figure', '.figure ~ p', '.how-text']) replace(old[index]!, kpi, part);
    } else old[index]!.replaceWith(kpi);
  }
}

function replace(shown: Element, next: Element, part: string): void {
  const [old, now] = [shown.querySelector(part), next.querySelector(part)];
  if (!old || !now || old.innerHTML === now.innerHTML) return;
  old.replaceChildren(...now.childNodes);
}

function panelIds(root: Element): string {
  return [...root.querySelectorAll('[data-panel]')].map(({ id }) => id).join(' ');
}
