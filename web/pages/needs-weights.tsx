import type { JSX } from 'preact';
import { hoursText } from './needs-answers.tsx';
import type { NeedsView } from './needs-frame.ts';

/** The weight of each content from ranking and gap, greatest first, as bars. */
export function NeedsWeights({ view, plan }: { view: NeedsView; plan: string }): JSX.Element {
  const { needs, say, figures } = view;
  const found = needs.scores.figures;
  const { worths } = needs;
  const weights = found?.scores.weights ?? [];
  const most = Math.max(0, ...weights);
  const rows = needs.items
    .map(({ id, name }, at) => ({ id, name, weight: weights[at] ?? 0 }))
    .toSorted((a, b) => b.weight - a.weight);
  const hasBoth = found?.scores.worthShares && found.scores.gapShares;
  return (
    <section class="card box" aria-labelledby="weights-title" id="weights">
      <h2 id="weights-title">{say('weights')}</h2>
      {!found && (
        <p class="answer-missing">{say(`missing-${needs.scores.missing ?? 'no-answers'}`)}</p>
      )}
      {found && (
        <>
          <p class="method">
            {hasBoth
              ? say('weightsLead', {
                  part: figures.share(found.scores.rankingPart),
                  rest: figures.share(1 - found.scores.rankingPart),
                })
              : say('weightsOneSource')}{' '}
            {worths.figures?.basis === 'borda' && say('basisBorda')}
            {worths.figures?.basis === 'bradley-terry' && say('basisPairs')}
          </p>
          <ol class="weights">
            {rows.map(({ id, name, weight }) => (
              <li key={id}>
                <span class="weights-name">{name}</span>
                <svg
                  class="weights-bar"
                  viewBox="0 0 100 8"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  <rect width={most > 0 ? (100 * weight) / most : 0} height="8" rx="2" />
                </svg>
                <span class="weights-figure">{figures.share(weight)}</span>
              </li>
            ))}
          </ol>
          {hasBoth && (
            <p class="method">
              {found.turns.length === 0
                ? say('turnsNone')
                : say('turns', { count: found.turns.length })}
            </p>
          )}
          <p>
            <a class="btn ghost" href={plan}>
              {say('toPlan')}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

/** How long training should take, by the groups of one segment. */
export function HoursByGroup({ view }: { view: NeedsView }): JSX.Element | null {
  const { needs, say, figures } = view;
  const { durationBy: by, durationByGroup: groups } = needs;
  if (!by || groups.length === 0 || needs.duration.figures === null) return null;
  return (
    <section class="card box" aria-labelledby="groups-title" id="groups">
      <h2 id="groups-title">{say('byGroup')}</h2>
      <p class="method">{by.title}</p>
      <div class="scroll" tabIndex={0} role="group" aria-label={say('byGroup')}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{say('group')}</th>
              <th scope="col">{say('median')}</th>
              <th scope="col">{say('middle')}</th>
              <th scope="col" class="num">
                {say('answers')}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ key, label, finding }) => {
              const summary = finding.figures?.summary;
              const [low, high] = [summary?.lowerQuartile, summary?.upperQuartile];
              return (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  {summary?.median && low && high ? (
                    <>
                      <td>{hoursText(view, summary.median.values)}</td>
                      <td>
                        {say('interval', {
                          low: figures.plain(low.values[0]),
                          high: figures.plain(high.values[1]),
                        })}
                      </td>
                      <td class="num">{figures.plain(summary.n)}</td>
                    </>
                  ) : (
                    <td colSpan={3}>{say(`missing-${finding.missing ?? 'too-few'}`)}</td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
