import type { ComponentChildren, JSX } from 'preact';
import type { Language } from '../../src/survey/language.ts';
import type { PlanDocument } from '../../src/survey/needs/plan-document.ts';
import type { PlanView } from '../plan/plan-view.ts';
import type { SayPlan } from '../text/plan/texts.ts';
import type { FigureWords } from './figure-words.ts';

/** What the parts of the plan's page share. */
export interface PlanPart {
  plan: PlanDocument;
  view: PlanView;
  say: SayPlan;
  figures: FigureWords;
  /** The name of a module or method, and a short one. */
  name: (id: string) => string;
  short: (id: string) => string;
  mayEdit: boolean;
  language: Language;
  minCell: number;
}

/** A text that the browser keeps current while somebody changes the rules. */
export function Live({ view, of }: { view: PlanView; of: string }): JSX.Element {
  return <span data-live={of}>{view.texts[of]}</span>;
}

/** What only sometimes is there to be seen, as the browser keeps it. */
export function shownAs(view: PlanView, of: string) {
  return { hidden: view.shown[of] !== true, 'data-shown': of };
}

/** A list of sentences that the browser keeps current. */
export function LiveList({
  view,
  of,
  kind,
}: {
  view: PlanView;
  of: string;
  kind: string;
}): JSX.Element {
  return (
    <ul class={kind} data-list={of}>
      {(view.lists[of] ?? []).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

interface FieldProps {
  label: ComponentChildren;
  help?: string;
  children: ComponentChildren;
}

/** A labelled field of the form. */
export function Field({ label, help, children }: FieldProps): JSX.Element {
  return (
    <label class="plan-field">
      <span>{label}</span>
      {children}
      {help && <small>{help}</small>}
    </label>
  );
}

/** A number of the form; empty where `value` is `null`. */
export function NumberField({
  label,
  name,
  value,
  min = 0,
  max,
  step,
  placeholder,
}: {
  label: string;
  name: string;
  value: number | null | undefined;
  min?: number;
  max?: number;
  step: number;
  placeholder?: string;
}): JSX.Element {
  return (
    <Field label={label}>
      <input
        type="number"
        inputMode="decimal"
        name={name}
        value={value ?? ''}
        {...{ min, max, step, placeholder }}
      />
    </Field>
  );
}

/** A choice of the form; `options` by value and label. */
export function Select({
  label,
  name,
  value,
  options,
}: {
  label: string;
  name: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
}): JSX.Element {
  return (
    <Field label={label}>
      <select name={name}>
        {options.map(([key, text]) => (
          <option key={key} value={key} selected={key === value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}
