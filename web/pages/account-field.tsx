import type { JSX } from 'preact';

interface FieldProps {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  autocomplete: string;
  value?: string | undefined;
  hint?: string;
  /** What is wrong with what was entered. */
  problem?: string | undefined;
  optional?: boolean;
}

/** A labelled field of a form, with its hint and what is wrong with it. */
export function Field(props: FieldProps): JSX.Element {
  const { name, label, type = 'text', autocomplete, value, hint, problem } = props;
  const hintId = `${name}-hint`;
  const problemId = `${name}-problem`;
  const described = [problem && problemId, hint && hintId].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {problem && (
        <p id={problemId} class="field-problem">
          {problem}
        </p>
      )}
      <input
        id={name}
        name={name}
        {...({ type } as { type: 'text' })}
        autocomplete={autocomplete}
        value={value}
        required={!props.optional}
        maxLength={type === 'password' ? 128 : 200}
        aria-describedby={described || undefined}
        aria-invalid={problem ? 'true' : undefined}
      />
      {hint && (
        <p id={hintId} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

/** What went wrong, or well, with the form that was sent. */
export function Notice({
  problem,
  done,
}: {
  problem?: string | undefined;
  done?: string | undefined;
}): JSX.Element | null {
  if (problem) {
    return (
      <p class="problem" role="alert">
        {problem}
      </p>
    );
  }
  return done ? (
    <p class="done" role="status">
      {done}
    </p>
  ) : null;
}
