import type { ComponentChildren, JSX } from 'preact';
import type { Text } from '../../src/survey/language.ts';
import { type Place, valueAt } from '../../src/survey/definition-edits.ts';
import { type Editor, set } from './editor.ts';
import { findingsOf, problemAt } from './problems.ts';

interface FieldProps {
  editor: Editor;
  place: Place;
  label: string;
  hint?: string | undefined;
}

/** The id of the control for a place, which links in the list of problems lead to. */
export function fieldId(place: Place): string {
  return `f-${place.join('-')}`;
}

/** A label, a control, a hint and what is wrong, tied together. */
export function Field(
  props: FieldProps & { problem?: string | undefined; children: ComponentChildren },
): JSX.Element {
  const { place, label, hint, problem, children } = props;
  const id = fieldId(place);
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {children}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="issue" id={`${id}-issue`}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** What describes a control to a screen reader. */
export function described(place: Place, hint?: string, problem?: string) {
  const id = fieldId(place);
  const ids = [hint && `${id}-hint`, problem && `${id}-issue`].filter(Boolean).join(' ');
  return {
    id,
    ...(ids && { 'aria-describedby': ids }),
    ...(problem && { 'aria-invalid': true as const }),
  };
}

/** The problem of a text: of the whole, or of the wording that is edited. */
export function textProblem(editor: Editor, place: Place): string | undefined {
  const findings = findingsOf(editor);
  const { language, definition } = editor.state;
  return (
    problemAt(findings, [...place, language]) ??
    (language === definition.defaultLanguage ? problemAt(findings, place) : undefined)
  );
}

/** Writes the wording of a text in the language that is edited; an empty one is taken out. */
export function setWording(editor: Editor, place: Place, wording: string): void {
  const { definition, language } = editor.state;
  const text = (valueAt(definition, place) ?? {}) as Text;
  const { [language]: _, ...others } = text;
  const next = wording === '' ? others : { ...text, [language]: wording };
  const isGone = Object.keys(next).length === 0 && OPTIONAL.has(String(place.at(-1)));
  set(editor, place, isGone ? undefined : next, true);
}

/** Texts that need not be there. */
const OPTIONAL = new Set(['help', 'short', 'acknowledgement', 'lastTime']);

/** A text in the language that is edited, with the default language's wording to go by. */
export function TextField(
  props: FieldProps & { lines?: number; limit?: number; required?: boolean },
): JSX.Element {
  const { editor, place, label, hint, lines = 1, limit } = props;
  const { definition, language } = editor.state;
  const text = (valueAt(definition, place) ?? {}) as Text;
  const wording = text[language] ?? '';
  const problem = textProblem(editor, place);
  const original = language !== definition.defaultLanguage && text[definition.defaultLanguage];
  const left = limit !== undefined && wording.length > limit - 30 ? limit - wording.length : null;
  const advice = original
    ? `${definition.defaultLanguage}: ${original}`
    : left !== null
      ? editor.say('left', { count: left })
      : hint;
  const common = {
    ...described(place, advice, problem),
    value: wording,
    lang: language,
    readOnly: !editor.data.mayEdit,
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      setWording(editor, place, event.currentTarget.value),
  };
  return (
    <Field {...{ editor, place, label, problem }} hint={advice}>
      {lines > 1 ? <textarea rows={lines} {...common} /> : <input {...common} />}
    </Field>
  );
}

/** A number, or nothing. */
export function NumberField(props: FieldProps & { min?: number; max?: number }): JSX.Element {
  const { editor, place, label, hint, min, max } = props;
  const value = valueAt(editor.state.definition, place) as number | undefined;
  const problem = problemAt(findingsOf(editor), place);
  return (
    <Field {...{ editor, place, label, hint, problem }}>
      <input
        {...described(place, hint, problem)}
        type="number"
        inputMode="numeric"
        class="number"
        value={value ?? ''}
        min={min}
        max={max}
        onInput={({ currentTarget }) =>
          set(
            editor,
            place,
            currentTarget.value === '' ? undefined : currentTarget.valueAsNumber,
            true,
          )
        }
      />
    </Field>
  );
}

/** A choice of a few named values; the empty one takes the field out. */
export function SelectField(
  props: FieldProps & {
    options: readonly (readonly [value: string, label: string])[];
    value?: string;
    onPick?: (value: string) => void;
  },
): JSX.Element {
  const { editor, place, label, hint, options, onPick } = props;
  const value = props.value ?? (valueAt(editor.state.definition, place) as string | undefined);
  const problem = problemAt(findingsOf(editor), place);
  return (
    <Field {...{ editor, place, label, hint, problem }}>
      <select
        {...described(place, hint, problem)}
        value={value ?? ''}
        onChange={({ currentTarget }) =>
          onPick
            ? onPick(currentTarget.value)
            : set(editor, place, currentTarget.value || undefined)
        }
      >
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Yes or no. */
export function CheckField(props: {
  editor: Editor;
  id: string;
  label: string;
  hint?: string;
  checked: boolean;
  onPick: (checked: boolean) => void;
}): JSX.Element {
  const { id, label, hint, checked, onPick } = props;
  return (
    <div class="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        {...(hint && { 'aria-describedby': `${id}-hint` })}
        onChange={({ currentTarget }) => onPick(currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
