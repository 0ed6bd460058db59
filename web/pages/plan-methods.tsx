import type { JSX } from 'preact';
import { suited } from '../../src/survey/needs/plan-form.ts';
import { Live, NumberField, type PlanPart, shownAs } from './plan-frame.tsx';

/** How each module is taught, with the reason for each method, and the rules behind it. */
export function MethodsCard({ part }: { part: PlanPart }): JSX.Element {
  const { view, plan, say, name } = part;
  const canBeSet = plan.methods.length > 0;
  return (
    <section
      class="card box"
      aria-labelledby="methods-title"
      id="methods"
      {...(!canBeSet && shownAs(view, 'methods'))}
    >
      <h2 id="methods-title">{say('methods')}</h2>
      <p class="method">
        <Live view={view} of="methodsLead" />
      </p>
      <ul class="plan-methods">
        {plan.items.map(({ id }) => (
          <li key={id} {...shownAs(view, `match.${id}`)}>
            <strong>{name(id)}</strong>
            <Live view={view} of={`methods.${id}`} />
            <small>
              <Live view={view} of={`formats.${id}`} />
            </small>
          </li>
        ))}
      </ul>
      <MethodRules part={part} />
    </section>
  );
}

const TRAITS = ['hands-on', 'online', 'on-site'] as const;

function MethodRules({ part }: { part: PlanPart }): JSX.Element {
  const { plan, say, name, short } = part;
  const { match } = plan.settings;
  const methods = plan.methods.map(({ id }) => id);
  return (
    <details>
      <summary>{say('methodRules')}</summary>
      <input type="hidden" name="has.match" value="1" />
      <div class="plan-fields">
        <NumberField
          label={say('places')}
          name="places"
          value={match.places}
          min={1}
          max={100}
          step={1}
        />
        <NumberField
          label={say('methodsPerModule')}
          name="methodsPerModule"
          value={match.methodsPerModule}
          max={10}
          step={1}
        />
        <NumberField
          label={say('acceptanceBelow')}
          name="acceptanceBelow"
          value={match.handsOn.acceptanceBelow}
          min={1}
          max={6}
          step={0.5}
        />
        <NumberField
          label={say('handsOnShare')}
          name="handsOnShare"
          value={Math.round(match.handsOn.leastShare * 1000) / 10}
          max={100}
          step={1}
        />
      </div>
      {methods.length > 0 && (
        <>
          <h3>{say('traits')}</h3>
          <div class="plan-checks">
            {plan.methods.map(({ id }) => (
              <fieldset key={id}>
                <legend>{name(id)}</legend>
                {TRAITS.map((trait) => (
                  <label key={trait} class="check">
                    <input
                      type="checkbox"
                      name={`t.${id}.${trait}`}
                      value="1"
                      checked={match.traits[id]?.includes(trait)}
                    />
                    <span>{say(`trait-${trait}`)}</span>
                  </label>
                ))}
              </fieldset>
            ))}
          </div>
          <h3>{say('suits')}</h3>
          <div class="plan-checks">
            {plan.items.map((item) => {
              const own = suited(match.affinities, item.id, methods);
              return (
                <fieldset key={item.id}>
                  <legend>{item.name}</legend>
                  {methods.map((id) => (
                    <label key={id} class="check">
                      <input
                        type="checkbox"
                        name={`a.${item.id}`}
                        value={id}
                        checked={own.includes(id)}
                      />
                      <span>{short(id)}</span>
                    </label>
                  ))}
                </fieldset>
              );
            })}
          </div>
        </>
      )}
    </details>
  );
}
