import type { JSX } from 'preact';
import type { Voice } from './participant-page.tsx';

/** The page that asks for a code: of a study or of a receipt. */
export function CodeEntry(props: {
  voice: Voice;
  title: string;
  lead: string;
  label: string;
  hint: string;
  action: string;
  method: 'get' | 'post';
  /** What was typed before, and what is wrong with it. */
  value?: string;
  issue?: string | undefined;
  children?: JSX.Element;
}): JSX.Element {
  const { voice, title, lead, label, hint, action, method, value, issue, children } = props;
  const { say, language } = voice;
  return (
    <form class="flow" method={method} action={action}>
      <main class="main">
        <h1>{title}</h1>
        <p class="hint">{lead}</p>
        {issue && (
          <div class="problem" role="alert">
            <h2>{say('problem')}</h2>
            <a href="#code">{issue}</a>
          </div>
        )}
        <div class="question">
          <h2>
            <label for="code">{label}</label>
          </h2>
          <p class="hint" id="code-hint">
            {hint}
          </p>
          {issue && (
            <p class="error" id="code-error">
              {issue}
            </p>
          )}
          <input
            type="text"
            id="code"
            name="code"
            class="entry"
            value={value}
            required
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellcheck={false}
            aria-describedby={issue ? 'code-hint code-error' : 'code-hint'}
            aria-invalid={issue ? 'true' : undefined}
          />
          <input type="hidden" name="lang" value={language} />
        </div>
        {children}
      </main>
      <div class="bar">
        <button class="btn primary">{say('continue')}</button>
      </div>
    </form>
  );
}
