import type { JSX } from 'preact';
import type { ChartSpec } from '../charts/chart-spec.ts';
import type { SayResults } from '../text/results/texts.ts';
import { How } from './how.tsx';

/** A cell of a table: text, with a bar (0..1), a shade (0..10, 5 is even), a tone (0..10), or strong. */
export interface Cell {
  text: string;
  bar?: number;
  shade?: number;
  tone?: number;
  strong?: boolean;
  href?: string;
}

/** One finding: its headline, how it was worked out, a chart and the table that says the same. */
export interface Panel {
  id: string;
  title: string;
  method: string;
  chart: ChartSpec | null;
  head: string[];
  /** The first cell of a row is its heading. */
  rows: Cell[][];
  /** Width of the panel on wide screens, in twelfths. */
  span: 5 | 6 | 7 | 12;
  key?: string[];
  note?: string;
  /** How it is worked out, on demand. */
  how?: readonly string[];
}

/**
 * A panel with its table in the page; the script puts the chart before it and the switch between
 * them. Without script the table is what there is.
 */
export function PanelCard({ panel, say }: { panel: Panel; say: SayResults }): JSX.Element {
  const { id, title, method, chart, head, rows, span, key, note, how } = panel;
  return (
    <section
      class={`panel card span-${span}`}
      id={id}
      aria-labelledby={`${id}-title`}
      data-panel={chart ? 'chart' : 'table'}
    >
      <header class="panel-head">
        <div>
          <h2 id={`${id}-title`}>{title}</h2>
          <p class="method">{method}</p>
          {key && (
            <p class={`key${KEYS[chart?.kind ?? ''] ?? ''}`} aria-hidden="true">
              {key.map((label, index) => (
                <span key={label}>
                  <i class={`swatch seq-${index}`} /> {label}
                </span>
              ))}
            </p>
          )}
        </div>
        {chart && (
          <div class="tabs" role="group" aria-label={say('chartOrTable', { title })}>
            <button type="button" aria-pressed="true" data-view="chart">
              {say('chart')}
            </button>
            <button type="button" aria-pressed="false" data-view="table">
              {say('table')}
            </button>
          </div>
        )}
      </header>
      {chart && (
        <div class={`plot plot-${chart.kind} rows-${Math.min(plotRows(chart), 30)}`} data-plot>
          <canvas role="img" aria-label={title} />
        </div>
      )}
      <div class="panel-table" tabIndex={0} role="region" aria-label={say('tableOf', { title })}>
        <table>
          <thead>
            <tr>
              {head.map((label) => (
                <th scope="col" key={label}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...cells], index) => (
              <tr key={index}>
                <th scope="row">{first && <CellContent cell={first} />}</th>
                {cells.map((cell, column) => (
                  <td key={column} class={shadeOf(cell)}>
                    <CellContent cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {note && <p class="note">{note}</p>}
      {how && <How lines={how} of={title} say={say} />}
      <p class="saves">
        {chart && (
          <>
            <button type="button" class="link" data-save="png">
              {say('savePng')}
            </button>
            <button type="button" class="link" data-save="svg">
              {say('saveSvg')}
            </button>
          </>
        )}
        <button type="button" class="link" data-save="csv">
          {say('saveCsv')}
        </button>
      </p>
    </section>
  );
}

/** What the colours of a key stand for, by the kind of chart. */
const KEYS: Readonly<Record<string, string>> = { ratings: ' points', groups: ' groups' };

function CellContent({ cell }: { cell: Cell }): JSX.Element {
  const { text, bar, strong, href } = cell;
  return (
    <>
      {href ? <a href={href}>{text}</a> : strong ? <strong>{text}</strong> : text}
      {bar !== undefined && (
        <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <rect width={Math.round(bar * 1000) / 10} height="8" rx="2" />
        </svg>
      )}
    </>
  );
}

function shadeOf({ shade, tone }: Cell): string | undefined {
  if (shade !== undefined) return `shade-${shade}`;
  return tone === undefined ? undefined : `tone-${tone}`;
}

function plotRows(chart: ChartSpec): number {
  if (chart.kind === 'matrix') return chart.labels.length;
  return 'rows' in chart ? chart.rows.length : 12;
}
