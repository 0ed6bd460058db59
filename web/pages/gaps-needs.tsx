import type { JSX } from 'preact';
import type { CoverageDocument } from '../../src/http/gap-figures.ts';
import type { GapsFrame } from './gaps-frame.ts';

/** Which gaps are ranked high and covered little, as a chart and a table. */
export function GapsNeeds({
  frame,
  coverage,
  bySmes,
}: {
  frame: GapsFrame;
  coverage: CoverageDocument;
  bySmes: boolean | null;
}): JSX.Element {
  const { study, tell, figures } = frame;
  const { gaps } = coverage;
  const isKnown = gaps.some((gap) => gap.meanRank !== null && gap.coverage !== null);
  const needs = gaps.filter(({ need }) => need !== null);
  const between = (range: readonly [number, number] | null) => {
    if (range === null) return '';
    const [low, high] = range.map((end) => figures.decimal(end, 1)) as [string, string];
    return ` (${tell('interval', { low, high })})`;
  };
  const figure = (value: number | null, range: readonly [number, number] | null) =>
    value === null ? '–' : `${figures.decimal(value, 1)}${between(range)}`;
  return (
    <section class="card box" aria-labelledby="needs-title" id="needs">
      <h2 id="needs-title">{tell('needs')}</h2>
      <p>{tell('needsLead')}</p>
      {bySmes !== null && (
        <form class="filters" method="get" action={`/studies/${study.id}/gaps#needs`}>
          <label>
            <span>{tell('coverageBy')}</span>
            <select name="coverage">
              <option value="">{tell('coverageAll')}</option>
              <option value="smes" selected={bySmes}>
                {tell('coverageSmes')}
              </option>
            </select>
          </label>
          <button class="btn ghost">{tell('show')}</button>
        </form>
      )}
      {!isKnown && <p class="facts">{tell('tooFew')}</p>}
      {isKnown && needs.length === 0 && <p>{tell('noNeeds')}</p>}
      {isKnown && <NeedsChart coverage={coverage} label={tell('chart')} />}
      {isKnown && (
        <div
          class="gaps-scroll"
          tabIndex={0}
          role="region"
          aria-label={`${tell('meanRank')} – ${tell('coverage')}`}
        >
          <table class="gaps-table">
            <thead>
              <tr>
                <th scope="col">{tell('gap')}</th>
                <th scope="col">{tell('need')}</th>
                <th scope="col">{tell('meanRank')}</th>
                <th scope="col">{tell('coverage')}</th>
              </tr>
            </thead>
            <tbody>
              {gaps.map((gap, at) => (
                <tr key={gap.id}>
                  <th scope="row">
                    {at + 1}. {gap.name}
                  </th>
                  <td>{gap.need ? <strong>{tell(gap.need)}</strong> : tell('none')}</td>
                  <td>{figure(gap.meanRank, gap.rankInterval)}</td>
                  <td>{figure(gap.coverage, gap.coverageInterval)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p>
        <a href={`/api/studies/${study.id}/gaps/coverage.csv${bySmes ? '?by=smes' : ''}`}>
          {tell('csv')}
        </a>
      </p>
    </section>
  );
}

/** Coverage from left to right, rank from top to bottom; numbers as in the table. */
function NeedsChart({
  coverage: { gaps, points },
  label,
}: {
  coverage: CoverageDocument;
  label: string;
}): JSX.Element {
  const values = points.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const ranks = gaps.flatMap(({ meanRank }) => meanRank ?? []);
  const [first, last] = [Math.min(...ranks), Math.max(...ranks)];
  const room = Math.max(0.3, (last - first) * 0.08);
  const x = (value: number) => 30 + ((value - least) / (most - least)) * 340;
  const y = (rank: number) => 10 + ((rank - first + room) / (last - first + 2 * room)) * 222;
  const middle = y(ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length);
  return (
    <svg class="gaps-chart" viewBox="0 0 400 260" role="img" aria-label={label}>
      <rect class="gaps-field" x="14" y="6" width="186" height={middle - 6} />
      <line class="gaps-line" x1="200" y1="6" x2="200" y2="236" />
      <line class="gaps-line" x1="14" y1={middle} x2="386" y2={middle} />
      {dotsOf(gaps, x, y).map((dot) => (
        <g key={dot.id}>
          <circle class={dot.need ? 'gaps-need' : 'gaps-dot'} cx={dot.x} cy={dot.y} r="8" />
          <text class="gaps-number" x={dot.x} y={dot.y + 3.5}>
            {dot.number}
          </text>
        </g>
      ))}
      <text class="gaps-axis" x="14" y="254">
        {points[0]?.label}
      </text>
      <text class="gaps-axis gaps-end" x="390" y="254">
        {points.at(-1)?.label}
      </text>
    </svg>
  );
}

interface Dot {
  id: string;
  number: number;
  need: boolean;
  x: number;
  y: number;
}

/** Where the gaps stand; dots that would cover one another stand side by side. */
function dotsOf(
  gaps: CoverageDocument['gaps'],
  x: (value: number) => number,
  y: (rank: number) => number,
): Dot[] {
  const dots: Dot[] = [];
  for (const [at, { id, need, meanRank, coverage }] of gaps.entries()) {
    if (meanRank === null || coverage === null) continue;
    const dot = { id, number: at + 1, need: need !== null, x: x(coverage), y: y(meanRank) };
    const covers = () => dots.some((one) => Math.hypot(one.x - dot.x, one.y - dot.y) < DOT);
    for (let step = 0; covers() && step < gaps.length; step += 1) dot.x += DOT / 2;
    dots.push(dot);
  }
  return dots;
}

/** So far apart that both numbers can be read. */
const DOT = 15;
