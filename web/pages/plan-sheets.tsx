import type { JSX } from 'preact';
import type { SheetText, WrittenElement } from '../../src/needs/module-sheet.ts';
import { NEED_ROLES } from '../../src/survey/needs/roles.ts';
import type { NeedRole } from '../../src/survey/needs/roles.ts';
import { sheetTexts } from '../../src/survey/needs/sheet-texts.ts';
import { Field, Live, type PlanPart, Select, shownAs } from './plan-frame.tsx';

/**
 * A sheet for each module with the elements of a micro-credential, to be written here. Sheets of
 * what is in no plan are there but hidden: a change of the rules can bring them in.
 */
export function SheetsCard({ part }: { part: PlanPart }): JSX.Element {
  const { view, plan, say } = part;
  const texts = sheetTexts(plan.items, plan.settings.sheets);
  return (
    <section
      class="card box"
      aria-labelledby="sheets-title"
      id="sheets"
      {...shownAs(view, 'sheets')}
    >
      <h2 id="sheets-title">{say('sheets')}</h2>
      <p class="method">{say('sheetsLead')}</p>
      <ol class="plan-sheets" data-order="sheets">
        {view.orders.sheets.map((id) => (
          <li key={id} data-module={id} {...shownAs(view, `sheet.${id}`)}>
            <Sheet part={part} id={id} sheet={texts[id] ?? {}} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Sheet({
  part: { view, say },
  id,
  sheet,
}: {
  part: PlanPart;
  id: string;
  sheet: SheetText;
}): JSX.Element {
  const live = (of: string) => <Live view={view} of={`${of}.${id}`} />;
  const field = (key: string) => `s.${id}.${key}`;
  const label = (key: WrittenElement) => (
    <>
      {say(`el-${key}`)}
      <b class="plan-missing" aria-hidden="true" {...shownAs(view, `missing.${id}.${key}`)}>
        {' '}
        ●
      </b>
    </>
  );
  const short = ['title', 'awardingBody', 'country'] as const;
  const long = ['learningOutcomes', 'assessment', 'qualityAssurance'] as const;
  const valueOf = (key: (typeof short)[number] | (typeof long)[number]) => {
    const value = sheet[key];
    return typeof value === 'object' ? value.join('\n') : value;
  };
  return (
    <details>
      <summary>
        {live('sheetTitle')} <small>{live('sheetHead')}</small>
      </summary>
      <input type="hidden" name={`has.sheet.${id}`} value="1" />
      <dl class="plan-facts">
        <div>
          <dt>{say('workload')}</dt>
          <dd>{live('workload')}</dd>
        </div>
        <div>
          <dt>{say('participation')}</dt>
          <dd>{live('participation')}</dd>
        </div>
        <div>
          <dt>{say('position')}</dt>
          <dd>{live('position')}</dd>
        </div>
        <div>
          <dt>{say('needs')}</dt>
          <dd>{live('needs')}</dd>
        </div>
      </dl>
      <div class="plan-fields wide-fields">
        {short.map((key) => (
          <Field key={key} label={label(key)}>
            <input
              name={field(key)}
              value={valueOf(key) ?? ''}
              maxLength={key === 'country' ? 2 : 300}
            />
          </Field>
        ))}
        <Select
          label={say('el-eqfLevel')}
          name={field('eqfLevel')}
          value={String(sheet.eqfLevel ?? '')}
          options={['', '1', '2', '3', '4', '5', '6', '7', '8'].map(
            (level) => [level, level || '–'] as const,
          )}
        />
        {long.map((key) => (
          <Field key={key} label={label(key)}>
            <textarea name={field(key)} rows={3} maxLength={2000}>
              {valueOf(key) ?? ''}
            </textarea>
          </Field>
        ))}
      </div>
      <fieldset class="plan-fields">
        <legend>{say('tags')}</legend>
        <Field label="e-CF">
          <input name={field('ecf')} value={(sheet.ecf ?? []).join(', ')} maxLength={300} />
        </Field>
        <Field label="DigComp">
          <input name={field('digcomp')} value={(sheet.digcomp ?? []).join(', ')} maxLength={300} />
        </Field>
        <Field label="ESCO">
          <input type="url" name={field('esco')} value={sheet.esco ?? ''} maxLength={300} />
        </Field>
      </fieldset>
    </details>
  );
}

/** Questions that could play a part, by id and title. */
export type Fitting = Record<NeedRole, readonly (readonly [id: string, title: string])[]>;

/** Which question plays which part, where a designer can say otherwise. */
export function RolesCard({
  part: { plan, say },
  fitting,
  found,
}: {
  part: PlanPart;
  fitting: Fitting;
  /** What the study itself says, by title. */
  found: Partial<Record<NeedRole, string>>;
}): JSX.Element {
  return (
    <section class="card box" aria-labelledby="roles-title" id="roles">
      <details>
        <summary>
          <h2 id="roles-title">{say('roles')}</h2>
        </summary>
        <p class="method">{say('rolesLead')}</p>
        <input type="hidden" name="has.roles" value="1" />
        <div class="plan-fields wide-fields">
          {NEED_ROLES.map((role) => {
            const chosen = plan.settings.roles[role];
            return (
              <Select
                key={role}
                label={say(`role-${role}`)}
                name={`role.${role}`}
                value={chosen === null ? '-' : (chosen ?? '')}
                options={[
                  ['', `${say('automatic')}: ${found[role] ?? say('none')}`],
                  ...fitting[role],
                  ['-', say('none')],
                ]}
              />
            );
          })}
        </div>
      </details>
    </section>
  );
}
