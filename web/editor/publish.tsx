import type { JSX } from 'preact';
import { type DefinitionChange, definitionChanges } from '../../src/survey/definition-changes.ts';
import { textIn } from '../../src/survey/language.ts';
import type { Saving } from './app.tsx';
import type { Editor } from './editor.ts';
import { findingsOf } from './problems.ts';

/** What a study that people have answered would change, and what that does to their answers. */
export function Publish({ editor, saving }: { editor: Editor; saving: Saving }): JSX.Element {
  const { say, state, data } = editor;
  const changes = definitionChanges(state.stored, state.definition);
  const effects = [...new Set(changes.map(({ effect }) => effect))];
  const blocked = effects.includes('refused') || findingsOf(editor).problems.length > 0;
  return (
    <section class="card box publish">
      <h2>{say('frozenTitle', { count: data.responses })}</h2>
      <p>{say('frozenLead')}</p>
      {changes.length > 0 && (
        <>
          <ul class="changes">
            {changes.map((change) => (
              <li key={`${change.kind} ${change.path.join('.')} ${change.option ?? ''}`}>
                <b>{say(change.kind === 'unranked' ? 'unrankedChange' : change.kind)}</b>{' '}
                {nameOf(editor, change)}
              </li>
            ))}
          </ul>
          <ul class="effects">
            {effects.map((effect) => (
              <li key={effect} class={effect}>
                {say(`effect-${effect}`)}
              </li>
            ))}
          </ul>
          <button
            type="button"
            class="btn primary"
            aria-disabled={blocked}
            onClick={() => !blocked && void saving.publish()}
          >
            {say('publish', { n: state.version + 1 })}
          </button>
        </>
      )}
    </section>
  );
}

/** The question and the option that a change is about. */
function nameOf({ state }: Editor, { question, option }: DefinitionChange): string {
  const { language } = state;
  for (const definition of [state.definition, state.stored]) {
    const found = definition.questions.find(({ id }) => id === question);
    if (!found) continue;
    const title = textIn(found.title, language, definition.defaultLanguage);
    return option ? `${title}: ${option}` : title;
  }
  return '';
}
