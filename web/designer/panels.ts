import type { ChartSpec } from '../charts/chart-spec.ts';

type Draw = typeof import('../charts/draw.ts');

/** What the server puts into the page for the script. */
export interface ResultsData {
  version: string;
  live: boolean;
  /** Address of the stream of versions. */
  versions: string;
  /** The study and the day, for what leaves the page. */
  source: string;
  charts: Record<string, ChartSpec | null>;
}

let drawing: Promise<Draw> | null = null;

/** The code that draws, fetched when the first chart comes into sight. */
function drawCode(): Promise<Draw> {
  return (drawing ??= import('../charts/draw.ts'));
}

let charts: ResultsData['charts'] = {};
let source = '';

/** Lines between groups need room for their labels; a narrower screen opens with the table. */
const LEAST_BUMP = 560;

/** Shows the charts of these panels, drawn when they come near the screen. */
export function showCharts(data: ResultsData): void {
  charts = data.charts;
  source = data.source;
  for (const panel of document.querySelectorAll<HTMLElement>('[data-panel]')) {
    const chart = charts[panel.id];
    if (!chart) continue;
    const isTooNarrow = chart.kind === 'bump' && panel.clientWidth < LEAST_BUMP;
    if (isTooNarrow && !panel.dataset['chosen']) showAs(panel, 'table');
    waiting.observe(panel);
  }
}

const waiting = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      waiting.unobserve(target);
      void drawPanel(target as HTMLElement);
    }
  },
  { rootMargin: '400px' },
);

async function drawPanel(panel: HTMLElement): Promise<void> {
  const canvas = panel.querySelector('canvas');
  const { draw } = await drawCode();
  const spec = charts[panel.id];
  if (canvas && spec && panel.dataset['panel'] === 'chart') draw(canvas, spec);
}

/** Draws every chart again, now: in new colours, or before the page is printed. */
export async function redrawAll(): Promise<void> {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')];
  await Promise.all(panels.filter((panel) => charts[panel.id]).map(drawPanel));
}

/** Answers the buttons of all panels, also of those that come later. */
export function answerButtons(root: HTMLElement): void {
  root.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button');
    const panel = button?.closest<HTMLElement>('[data-panel]');
    if (!button || !panel) return;
    const { view, save } = button.dataset;
    if (view) {
      panel.dataset['chosen'] = view;
      showAs(panel, view);
      void drawPanel(panel);
    }
    if (save === 'csv') download(`${panel.id}.csv`, tableFile(panel));
    if (save === 'png' || save === 'svg') void savePicture(panel, save);
  });
}

function showAs(panel: HTMLElement, view: string): void {
  panel.dataset['panel'] = view;
  for (const tab of panel.querySelectorAll<HTMLElement>('[data-view]')) {
    tab.setAttribute('aria-pressed', String(tab.dataset['view'] === view));
  }
}

/** The height that a chart is given where it leaves the page. */
const ROW = 30;
const LEAST_HEIGHT = 320;

async function savePicture(panel: HTMLElement, kind: 'png' | 'svg'): Promise<void> {
  const spec = charts[panel.id];
  if (!spec) return;
  const { picture, vector } = await drawCode();
  const textOf = (part: string) => panel.querySelector(part)?.textContent ?? '';
  const rows = spec.kind === 'matrix' ? spec.labels.length : 'rows' in spec ? spec.rows.length : 14;
  const svg = vector(spec, Math.max(LEAST_HEIGHT, 70 + rows * ROW), {
    title: textOf('h2'),
    method: textOf('.method'),
    source,
  });
  const name = `${panel.id}.${kind}`;
  if (kind === 'png') return download(name, await picture(svg));
  download(name, URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })));
}

/** The panel's table as an address of CSV with a byte-order mark, which spreadsheets look for. */
function tableFile(panel: HTMLElement): string {
  const rows = [...panel.querySelectorAll('tr')].map((row) =>
    [...row.cells].map((cell) => quoted(cell.textContent ?? '')).join(','),
  );
  const file = new Blob([`\uFEFF${rows.join('\r\n')}\r\n`], { type: 'text/csv' });
  return URL.createObjectURL(file);
}

/** A cell in quotes; what a spreadsheet would take for a formula gets an apostrophe in front. */
function quoted(text: string): string {
  const safe = /^([=+@\t\r]|-(?!\d))/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function download(name: string, address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  if (address.startsWith('blob:')) setTimeout(() => URL.revokeObjectURL(address), 1000);
}
