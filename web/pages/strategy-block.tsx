import type { JSX, VNode } from 'preact';
import { chartSvg } from '../../src/survey/strategy/chart-svg.ts';
import { chartTable } from '../../src/survey/strategy/chart-table.ts';
import type { SayDocument } from '../../src/survey/strategy/document-words.ts';
import type {
  ChartBlock,
  SentenceBlock,
  StrategyBlock,
  TableBlock,
} from '../../src/survey/strategy/strategy-document.ts';
import { type Language, localeOf } from '../../src/survey/language.ts';
import type { FigureNames } from './figure-names.ts';
import { StrategyTrace } from './strategy-trace.tsx';

interface BlockProps<Block extends StrategyBlock = StrategyBlock> {
  block: Block;
  /** Of a table or figure. */
  number: number;
  say: SayDocument;
  names: FigureNames;
  language: Language;
  links: boolean;
  /** The page where the figures behind a sentence are open, as `StrategyTrace` takes it. */
  at?: string | null | undefined;
  tools?: VNode | null;
}

/** One block of a strategy: a sentence with what it stands on, a table, a chart, a quote, own words. */
export function StrategyBlockView(props: BlockProps): JSX.Element {
  const { block, say, links, tools } = props;
  return (
    <div class={`strategy-block of-${block.kind}`} id={`block-${block.id}`}>
      {block.kind === 'sentence' && <Sentence {...props} block={block} />}
      {block.kind === 'table' && <DataTable {...props} block={block} />}
      {block.kind === 'chart' && <Figure {...props} block={block} />}
      {block.kind === 'quote' && (
        <figure class="strategy-quote">
          <blockquote>{block.text}</blockquote>
          <figcaption>
            {block.about}
            {links && block.trace && (
              <>
                {' · '}
                <a href={block.trace.page}>{say('openPage')}</a>
              </>
            )}
          </figcaption>
        </figure>
      )}
      {block.kind === 'free' &&
        block.text
          .split(/\n+/)
          .filter((text) => text.trim())
          .map((text, k) => <p key={k}>{text}</p>)}
      {tools}
    </div>
  );
}

function Sentence({
  block,
  say,
  names,
  language,
  links,
  at,
}: BlockProps<SentenceBlock>): JSX.Element {
  const { edited, stale } = block;
  const date = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  return (
    <>
      <p class="said">{block.text}</p>
      <StrategyTrace {...{ block, say, names, language, links, at }} />
      {(edited || stale) && (
        <p class="marks">
          {edited && (
            <span class="mark edited">
              {edited.by
                ? say('editedBy', { name: edited.by, date: date.format(new Date(edited.at)) })
                : say('editedOn', { date: date.format(new Date(edited.at)) })}
            </span>
          )}
          {stale && <span class="mark stale">{say('stale')}</span>}
        </p>
      )}
    </>
  );
}

function DataTable({ block, number, say }: BlockProps<TableBlock>): JSX.Element {
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-labelledby={`caption-${block.id}`}>
      <table>
        <caption id={`caption-${block.id}`}>
          <b>{say('table', { number })}</b> {block.caption}
        </caption>
        <Cells {...block} />
      </table>
    </div>
  );
}

function Cells({ columns, rows }: Pick<TableBlock, 'columns' | 'rows'>): JSX.Element {
  const named = Math.max(
    0,
    columns.findIndex(({ numeric }) => !numeric),
  );
  return (
    <>
      <thead>
        <tr>
          {columns.map(({ label, numeric }, k) => (
            <th key={k} scope="col" class={numeric ? 'num' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, r) => (
          <tr key={r}>
            {row.map((cell, k) =>
              k === named ? (
                <th key={k} scope="row" class={columns[k]?.numeric ? 'num' : undefined}>
                  {cell}
                </th>
              ) : (
                <td key={k} class={columns[k]?.numeric ? 'num' : undefined}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </>
  );
}

function Figure({ block, number, say, language }: BlockProps<ChartBlock>): JSX.Element {
  const svg = (width: number, id: string) => ({
    __html: chartSvg(block, { width, id: `${id}-${block.id}`, language }),
  });
  return (
    <figure class="strategy-figure">
      <figcaption id={`caption-${block.id}`}>
        <b>{say('figure', { number })}</b> {block.caption}
      </figcaption>
      <div class="chart-wide" dangerouslySetInnerHTML={svg(720, 'wide')} />
      <div class="chart-narrow" dangerouslySetInnerHTML={svg(300, 'narrow')} />
      {block.rows.some(({ group }) => group !== undefined) && block.chart !== 'quadrant' && (
        <p class="note">{say('groupNote')}</p>
      )}
      <details class="chart-table">
        <summary>{say('asTable')}</summary>
        <div
          class="table-scroll"
          tabIndex={0}
          role="region"
          aria-labelledby={`caption-${block.id}`}
        >
          <table>
            <caption class="sr">{block.caption}</caption>
            <Cells {...chartTable(block, say, language)} />
          </table>
        </div>
      </details>
    </figure>
  );
}
