import type { JSX } from 'preact';
import { dataTexts } from '../text/data/texts.ts';
import { Field, NumberField, type PlanPart, Select } from './plan-frame.tsx';

/** People whose answers can be taken alone: filters as in the address of the results, with names. */
export type Groups = readonly (readonly [where: string, label: string])[];

/** The rules that everything follows from. */
export function PlanRulesCard({ part, groups }: { part: PlanPart; groups: Groups }): JSX.Element {
  const { plan, say } = part;
  const tell = dataTexts(part.language);
  const { settings } = plan;
  const { rules, duration, variants } = settings;
  const percent = (value: number) => Math.round(value * 1000) / 10;
  const isAll = ([where]: Groups[number]) => where === '';
  const people = groups.some(isAll) ? groups : [['', say('everyone')] as const, ...groups];
  return (
    <section class="card box plan-rules" aria-labelledby="rules-title" id="rules">
      <h2 id="rules-title">{say('settings')}</h2>
      <div class="plan-slider">
        <Field label={say('part')} help={say('partHelp')}>
          <input
            type="number"
            inputMode="decimal"
            name="part"
            min={0}
            max={100}
            step="any"
            value={percent(settings.rankingPart)}
          />
        </Field>
        <p class="plan-ends" aria-hidden="true" data-slider-ends hidden>
          <span>{say('partGap')}</span>
          <span>{say('partRanking')}</span>
        </p>
      </div>
      <div class="plan-fields">
        <Select
          label={say('hoursFrom')}
          name="hoursFrom"
          value={duration.from}
          options={[
            ['answers', say('fromAnswers')],
            ['typed', say('fromTyped')],
          ]}
        />
        <NumberField
          label={say('hoursTyped')}
          name="hours"
          value={duration.hours}
          max={10000}
          step={0.5}
        />
        <Select
          label={say('targetGroup')}
          name="hoursWhere"
          value={duration.where}
          options={people}
        />
        <Select label={say('weightsOf')} name="where" value={settings.where} options={people} />
        <Select
          label={tell('quality')}
          name="quality"
          value={settings.quality}
          options={[
            ['all', tell('filterAll')],
            ['clean', tell('filterClean')],
          ]}
        />
        <Select
          label={say('hoursAre')}
          name="hoursAre"
          value={rules.hoursAre}
          options={[
            ['total', say('countTotal')],
            ['contact', say('countContact')],
          ]}
        />
        <Select
          label={say('sizing')}
          name="sizing"
          value={rules.sizing}
          options={[
            ['proportional', say('sizingShare')],
            ['fixed', say('sizingFixed')],
          ]}
        />
        <NumberField
          label={say('step')}
          name="step"
          value={rules.step}
          min={0.25}
          max={100}
          step={0.25}
        />
        <NumberField label={say('least')} name="min" value={rules.min} max={10000} step={0.25} />
        <NumberField
          label={say('most')}
          name="max"
          value={rules.max}
          min={0.25}
          max={10000}
          step={0.25}
        />
        <NumberField
          label={say('perCredit')}
          name="hoursPerCredit"
          value={rules.hoursPerCredit}
          min={25}
          max={30}
          step={0.5}
        />
        <NumberField
          label={say('contactShare')}
          name="contactShare"
          value={percent(rules.contactShare)}
          min={1}
          max={100}
          step={1}
        />
        <NumberField
          label={say('dayHours')}
          name="dayHours"
          value={rules.dayHours}
          min={0.5}
          max={24}
          step={0.5}
        />
        <NumberField
          label={say('weekHours')}
          name="weekHours"
          value={settings.weekHours}
          min={1}
          max={60}
          step={1}
        />
        <NumberField
          label={say('shortHours')}
          name="short"
          value={variants.short}
          max={10000}
          step={0.5}
          placeholder={say('fromQuartile')}
        />
        <NumberField
          label={say('longHours')}
          name="long"
          value={variants.long}
          max={10000}
          step={0.5}
          placeholder={say('fromQuartile')}
        />
      </div>
    </section>
  );
}

/** Which contents are planned, which must be in, their own limits and what they need first. */
export function ModuleRules({ part }: { part: PlanPart }): JSX.Element {
  const { plan, say, name, short } = part;
  const { modules } = plan.settings;
  const numbers = [
    ['min', say('min')],
    ['max', say('max')],
    ['size', say('size')],
  ] as const;
  return (
    <details>
      <summary>{say('moduleRules')}</summary>
      <input type="hidden" name="has.modules" value="1" />
      <div class="scroll" tabIndex={0} role="group" aria-label={say('moduleRules')}>
        <table class="figures plan-limits">
          <thead>
            <tr>
              <th scope="col">{say('module')}</th>
              <th scope="col">{say('planIt')}</th>
              <th scope="col">{say('mustHave')}</th>
              {numbers.map(([key, label]) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
              <th scope="col">{say('needs')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.items.map(({ id }) => {
              const own = modules[id] ?? {};
              const before = own.prerequisites ?? [];
              const label = (what: string) => `${name(id)}: ${what}`;
              return (
                <tr key={id}>
                  <th scope="row">{name(id)}</th>
                  <td>
                    <input
                      type="checkbox"
                      name={`m.${id}.in`}
                      value="1"
                      checked={!own.excluded}
                      aria-label={label(say('planIt'))}
                    />
                  </td>
                  <td>
                    <input
                      type="checkbox"
                      name={`m.${id}.must`}
                      value="1"
                      checked={own.mustHave === true}
                      aria-label={label(say('mustHave'))}
                    />
                  </td>
                  {numbers.map(([key, what]) => (
                    <td key={key}>
                      <input
                        type="number"
                        inputMode="decimal"
                        name={`m.${id}.${key}`}
                        value={own[key] ?? ''}
                        min={0}
                        max={10000}
                        step={0.25}
                        aria-label={label(what)}
                      />
                    </td>
                  ))}
                  <td>
                    {[...before, ''].map((chosen, index) => (
                      <select
                        key={index}
                        name={`m.${id}.pre`}
                        aria-label={`${label(say('needs'))} ${index + 1}`}
                      >
                        <option value="">{say('nothing')}</option>
                        {plan.items
                          .filter((other) => other.id !== id)
                          .map((other) => (
                            <option key={other.id} value={other.id} selected={other.id === chosen}>
                              {short(other.id)}
                            </option>
                          ))}
                      </select>
                    ))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
