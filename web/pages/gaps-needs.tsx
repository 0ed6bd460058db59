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
        <div class="gaps-scroll" tabIndex={0} role="region" aria-label={tell('needs')}>
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
  const last = Math.max(...gaps.map(({ meanRank }) => meanRank ?? 1), 2);
  const x = (value: number) => 30 + ((value - least) / (most - least)) * 340;
  const y = (rank: number) => 20 + ((rank - 1) / (last - 1)) * 200;
  return (
    <svg class="gaps-chart" viewBox="0 0 400 260" role="img" aria-label={label}>
      <rect class="gaps-field" x="14" y="6" width="186" height="121" />
      <line class="gaps-line" x1="200" y1="6" x2="200" y2="236" />
      {gaps.map(({ id, need, meanRank, coverage }, at) =>
        meanRank === null || coverage === null ? null : (
          <g key={id}>
            <circle
              class={need ? 'gaps-need' : 'gaps-dot'}
              cx={x(coverage)}
              cy={y(meanRank)}
              r="9"
            />
            <text class="gaps-number" x={x(coverage)} y={y(meanRank) + 3.5}>
              {at + 1}
            </text>
          </g>
        ),
      )}
      <text class="gaps-axis" x="14" y="254">
        {points[0]?.label}
      </text>
      <text class="gaps-axis gaps-end" x="390" y="254">
        {points.at(-1)?.label}
      </text>
    </svg>
  );
}
