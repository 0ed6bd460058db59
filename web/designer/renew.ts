import type { ResultsData } from './panels.ts';

/** Parts of a panel that change with the answers. Its buttons stay, and with them the focus. */
const PARTS = ['h2', '.method', '.key', 'table', '.note'];

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
  replace(shown, next, '.results-title');
  if (parsed.version === version) return parsed;
  if (panelIds(shown) !== panelIds(next)) {
    shown.replaceChildren(...next.childNodes);
    return parsed;
  }
  replace(shown, next, '#kpis');
  replace(shown, next, '.empty');
  for (const panel of next.querySelectorAll('[data-panel]')) {
    const old = document.getElementById(panel.id);
    if (!old) continue;
    for (const part of PARTS) replace(old, panel, part);
    const title = panel.querySelector('canvas')?.getAttribute('aria-label');
    if (title) old.querySelector('canvas')?.setAttribute('aria-label', title);
  }
  return parsed;
}

function replace(shown: Element, next: Element, part: string): void {
  const [old, now] = [shown.querySelector(part), next.querySelector(part)];
  if (!old || !now || old.innerHTML === now.innerHTML) return;
  old.replaceChildren(...now.childNodes);
}

function panelIds(root: Element): string {
  return [...root.querySelectorAll('[data-panel]')].map(({ id }) => id).join(' ');
}
