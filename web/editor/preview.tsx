import type { JSX } from 'preact';
import type { Language } from '../../src/survey/language.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import { type Editor, show } from './editor.ts';

/** The study as somebody who answers sees it, on a phone 390 px wide. It shows what is saved. */
export function Preview({ editor, language }: { editor: Editor; language: Language }): JSX.Element {
  const { say, data, state } = editor;
  return (
    <aside class="preview" aria-label={say('preview')}>
      <div class="language-bar">
        <div role="group" aria-label={say('previewIn')} class="switch">
          {state.definition.languages.map((code) => (
            <button
              key={code}
              type="button"
              lang={code}
              aria-pressed={code === language}
              onClick={() => show(editor, { preview: code })}
            >
              {LANGUAGE_NAMES[code]}
            </button>
          ))}
        </div>
      </div>
      <iframe
        key={`${language} ${state.revision}`}
        title={say('previewTitle', { language: LANGUAGE_NAMES[language] })}
        src={`/studies/${data.id}/preview?lang=${language}`}
        width="390"
        height="760"
      />
      <p class="hint">{say('previewHint')}</p>
    </aside>
  );
}
