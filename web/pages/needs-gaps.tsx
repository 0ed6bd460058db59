import type { JSX } from 'preact';
import type {
  ContentItem,
  GapRow,
  Gaps,
  RankedGapRow,
} from '../../src/survey/needs/needs-document.ts';
import { CertaintyTag } from './needs-answers.tsx';
import type { NeedsView } from './needs-frame.ts';
import { NeedsQuadrant } from './needs-quadrant.tsx';

/** Gaps as a table, greatest need first, and the quadrant with the same numbers. */
export function NeedsGaps(view: NeedsView): JSX.Element {
  const { needs, say, figures } = view;
  const { figures: gaps, missing } = needs.gaps;
  return (
    <section class="card box" aria-labelledby="gaps-title" id="gaps">
      <h2 id="gaps-title">{say('gaps')}</h2>
      {!gaps && <p class="answer-missing">{say(`missing-${missing ?? 'no-answers'}`)}</p>}
      {gaps?.kind === 'ranked' && (
        <>
          <p class="method">{say('gapsRanked')}</p>
          <RankedGapTable view={view} gaps={gaps} />
        </>
      )}
      {gaps?.kind === 'rated' && (
        <>
          <p class="method">{say('gapsLead')}</p>
          {gaps.sampleOf !== null && (
            <p class="method">
              {say('gapsSample', {
                n: figures.plain(needs.gaps.n ?? 0),
                all: figures.plain(gaps.sampleOf),
              })}
            </p>
          )}
          <GapTable view={view} rows={inOrder(gaps.rows, gaps.byRds)} />
          <h3>{say('quadrant')}</h3>
          <p class="method">{say('quadrantLead')}</p>
          <NeedsQuadrant view={view} gaps={gaps} rows={inOrder(gaps.rows, gaps.byRds)} />
        </>
      )}
    </section>
  );
}

/** Rows in an order of ids; those that are not in it last. */
function inOrder<T extends { id: string }>(rows: readonly T[], order: readonly string[][]): T[] {
  const places = new Map(order.flat().map((id, place) => [id, place]));
  return rows.toSorted((a, b) => (places.get(a.id) ?? Infinity) - (places.get(b.id) ?? Infinity));
}

/** The items of a document by id. */
function itemsById(items: readonly ContentItem[]): Map<string, ContentItem> {
  return new Map(items.map((item) => [item.id, item]));
}

function GapTable({ view, rows }: { view: NeedsView; rows: readonly GapRow[] }): JSX.Element {
  const { needs, say, figures } = view;
  const items = itemsById(needs.items);
  const number = (value: number | null, digits = 2) =>
    value === null ? '–' : figures.decimal(value, digits);
  const between = (interval: [number, number] | null, digits = 2) =>
    interval && (
      <small>
        {say('interval', {
          low: figures.decimal(interval[0], digits),
          high: figures.decimal(interval[1], digits),
        })}
      </small>
    );
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={say('gaps')}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              {say('content')}
            </th>
            <th scope="col" class="num">
              {say('rds')}
            </th>
            <th scope="col" class="num">
              {say('mwds')}
            </th>
            <th scope="col" class="num">
              {say('importance')}
            </th>
            <th scope="col" class="num">
              {say('level')}
            </th>
            <th scope="col" class="num">
              {say('pValue')}
            </th>
            <th scope="col" class="num">
              n
            </th>
            <th scope="col">{say('certainty')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, gap, direction, certainty, quadrant, borderline, missing }, index) => {
            const isNear = borderline.importance || borderline.level;
            return (
              <tr key={id}>
                <td class="nr">{index + 1}</td>
                <th scope="row">
                  {items.get(id)?.name ?? id}
                  {quadrant && (
                    <small class={quadrant === 'concentrate-here' ? 'first' : ''}>
                      {say(quadrant)}
                      {isNear && ` (${say('borderline')})`}
                    </small>
                  )}
                </th>
                {missing ? (
                  <td colSpan={7}>{say(`missing-${missing}`)}</td>
                ) : (
                  <>
                    <td class="num">
                      <b>{number(gap.rds, 0)}</b>
                      {between(gap.rdsInterval, 0)}
                    </td>
                    <td class="num">
                      <b>{number(gap.mwds)}</b>
                      {between(gap.mwdsInterval)}
                    </td>
                    <td class="num">{number(gap.meanImportance)}</td>
                    <td class="num">{number(gap.meanLevel)}</td>
                    <td class="num">{pValue(gap.signedRank?.adjustedP ?? null, view)}</td>
                    <td class="num">{figures.plain(gap.n)}</td>
                    <td>
                      <span class="direction">{say(direction)}</span>{' '}
                      <CertaintyTag certainty={certainty} view={view} />
                    </td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function pValue(p: number | null, { figures }: NeedsView): string {
  if (p === null) return '–';
  return p < 0.001 ? `< ${figures.decimal(0.001, 3)}` : figures.decimal(p, 3);
}

function RankedGapTable({
  view: { needs, say, figures },
  gaps,
}: {
  view: NeedsView;
  gaps: Extract<Gaps, { kind: 'ranked' }>;
}): JSX.Element {
  const items = itemsById(needs.items);
  const number = (value: number | null) => (value === null ? '–' : figures.decimal(value));
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={say('gaps')}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{say('content')}</th>
            <th scope="col" class="num">
              {say('meanRank')}
            </th>
            <th scope="col" class="num">
              {say('level')}
            </th>
            <th scope="col" class="num">
              {say('score')}
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder(gaps.rows, gaps.order).map(({ id, meanRank, level, score }: RankedGapRow) => (
            <tr key={id}>
              <th scope="row">{items.get(id)?.name ?? id}</th>
              <td class="num">{number(meanRank)}</td>
              <td class="num">{number(level)}</td>
              <td class="num">
                <b>{number(score)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
