import type { ComponentChildren, JSX } from 'preact';
import { fewTables, type ModuleStability } from '../../src/needs/stability.ts';
import { Live, LiveList, type PlanPart, shownAs } from './plan-frame.tsx';
import { leftOutNote, notLeftOutNote } from './quality-choice.tsx';

/** The plan at a glance: hours, contact hours, credits, and what could not be done. */
export function PlanSummary({ part }: { part: PlanPart }): JSX.Element {
  const { view, plan, say, language, minCell } = part;
  return (
    <section class="card box plan-summary" aria-labelledby="summary-title">
      <h2 id="summary-title" aria-live="polite">
        <Live view={view} of="headline" />
      </h2>
      <p class="plan-credits">
        <Live view={view} of="credits" />
      </p>
      <LiveList view={view} of="reasons" kind="plan-reasons" />
      <LiveList view={view} of="about" kind="plan-about" />
      <p class="method" id="left-out" hidden={plan.settings.quality === 'all'}>
        {plan.settings.quality === 'clean' &&
          (plan.leftOut
            ? leftOutNote(plan.leftOut, minCell, language)
            : notLeftOutNote(plan.status, language))}
      </p>
      {plan.changed && (
        <p class="method">
          {say('changedBy', {
            name: plan.changed.by ?? '–',
            date: part.figures.date(new Date(plan.changed.at)),
          })}
        </p>
      )}
    </section>
  );
}

/** Every content with its hours, greatest first, and how stable its place is. */
export function ModuleTable({
  part,
  children,
}: {
  part: PlanPart;
  children: ComponentChildren;
}): JSX.Element {
  const { view, plan, say, name } = part;
  const stable = new Map(plan.stability.result?.modules.map((module) => [module.id, module]));
  const hasStability = stable.size > 0;
  return (
    <section class="card box" aria-labelledby="modules-title" id="modules">
      <h2 id="modules-title">{say('modules')}</h2>
      <div class="scroll" tabIndex={0} role="group" aria-label={say('modules')}>
        <table class="figures plan-modules">
          <thead>
            <tr>
              <th scope="col">{say('module')}</th>
              <th scope="col" class="num">
                {say('weight')}
              </th>
              <th scope="col" colSpan={2}>
                {say('hours')}
              </th>
              <th scope="col" class="num">
                {say('contactHours')}
              </th>
              <th scope="col" class="num">
                {say('ects')}
              </th>
              <th scope="col">{say('standing')}</th>
              {hasStability && <th scope="col">{say('stable')}</th>}
            </tr>
          </thead>
          <tbody data-order="modules">
            {view.orders.modules.map((id) => (
              <tr key={id} data-module={id} data-standing={view.standing[id]}>
                <th scope="row">{name(id)}</th>
                <td class="num">
                  <Live view={view} of={`weight.${id}`} />
                </td>
                <td class="num strong">
                  <Live view={view} of={`hours.${id}`} />
                </td>
                <td class="plan-bar">
                  <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect data-bar={id} width={view.bars[id]} height="8" rx="2" />
                  </svg>
                </td>
                <td class="num">
                  <Live view={view} of={`contact.${id}`} />
                </td>
                <td class="num">
                  <Live view={view} of={`ects.${id}`} />
                </td>
                <td>
                  <Live view={view} of={`standing.${id}`} />
                </td>
                {hasStability && <StableCell part={part} module={stable.get(id)} />}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {children}
    </section>
  );
}

function StableCell({
  part: { say, figures },
  module,
}: {
  part: PlanPart;
  module: ModuleStability | undefined;
}): JSX.Element {
  if (!module) return <td>–</td>;
  const share = figures.share(module.share);
  return (
    <td class="stable">
      <span class={`tag role-${module.role}`}>{say(module.role)}</span>
      <small>
        {module.hours
          ? say('inPlansHours', {
              share,
              low: figures.plain(module.hours[0]),
              high: figures.plain(module.hours[1]),
            })
          : say('inPlans', { share })}
      </small>
    </td>
  );
}

const VARIANTS = ['short', 'standard', 'long'] as const;

/** The short, the standard and the long variant side by side, and what one more day adds. */
export function Variants({ part }: { part: PlanPart }): JSX.Element {
  const { view, say, name } = part;
  const rows = [
    ['total', say('totalRow')],
    ['contact', say('contactRow')],
    ['ects', say('ectsRow')],
  ] as const;
  return (
    <section class="card box" aria-labelledby="variants-title" id="variants">
      <h2 id="variants-title">{say('variants')}</h2>
      <p class="method">{say('variantsLead')}</p>
      <div class="scroll" tabIndex={0} role="group" aria-label={say('variants')}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{say('module')}</th>
              {VARIANTS.map((key) => (
                <th key={key} scope="col" class="num">
                  {say(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody data-order="modules">
            {view.orders.modules.map((id) => (
              <tr key={id} data-module={id}>
                <th scope="row">{name(id)}</th>
                {VARIANTS.map((key) => (
                  <td key={key} class="num">
                    <Live view={view} of={`${key}.${id}`} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            {rows.map(([row, label]) => (
              <tr key={row}>
                <th scope="row">{label}</th>
                {VARIANTS.map((key) => (
                  <td key={key} class="num">
                    <Live view={view} of={`${key}.${row}`} />
                  </td>
                ))}
              </tr>
            ))}
          </tfoot>
        </table>
      </div>
      <div {...shownAs(view, 'more')}>
        <h3>{say('more')}</h3>
        <LiveList view={view} of="more" kind="plan-about" />
      </div>
    </section>
  );
}

/** How far the stability has been worked out, and the button that has it done. */
export function StabilityCard({ part, stale }: { part: PlanPart; stale: boolean }): JSX.Element {
  const { plan, say, figures, mayEdit } = part;
  const { state, done, samples, result, tables } = plan.stability;
  const id = plan.study.id;
  const isOver = state === 'too-few' || state === 'until-closed';
  return (
    <section class="card box" aria-labelledby="stability-title" id="stability" data-state={state}>
      <h2 id="stability-title">{say('stability')}</h2>
      <p class="method">{say('stabilityLead')}</p>
      <p
        role="status"
        id="stability-status"
        data-text={say('stabilityRunning', { done: '%done%', samples })}
      >
        {state === 'running' && say('stabilityRunning', { done, samples })}
        {state === 'done' &&
          result &&
          (tables === null
            ? say('stabilityDone', { samples, n: figures.plain(result.respondents) })
            : say('stabilityTables', { samples, tables, n: figures.plain(result.respondents) }))}
        {tables !== null && tables < fewTables && (
          <> {say('stabilityFewTables', { least: fewTables })}</>
        )}
        {state === 'failed' && say('stabilityFailed')}
        {isOver && say(`stability-${state}`)}
      </p>
      {state === 'running' && (
        <progress max={samples} value={done} aria-labelledby="stability-title" />
      )}
      {mayEdit && !isOver && state !== 'done' && (
        <p>
          <button
            class="btn ghost"
            formAction={`/studies/${id}/plan/stability`}
            formNoValidate
            data-stability={`/api/studies/${id}/plan/stability`}
          >
            {say(state === 'running' ? 'stabilityOn' : 'stabilityStart')}
          </button>
        </p>
      )}
      <p class="method" data-stale hidden={!stale}>
        {say('stabilityStale')}
      </p>
    </section>
  );
}
