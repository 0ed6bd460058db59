import type { JSX } from 'preact';
import { changedAt, freshId, movedTo } from '../../src/survey/definition-edits.ts';
import { type Language, LANGUAGES, textIn } from '../../src/survey/language.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import { edit, type Editor, set, show } from './editor.ts';
import { Field, fieldId, NumberField, SelectField, TextField } from './fields.tsx';
import { Icon } from './icon.tsx';
import { Sorter } from './sorter.tsx';

/** What people read before and after the questions, and what holds for the study as a whole. */
export function StudyForm({ editor }: { editor: Editor }): JSX.Element {
  const { say, state } = editor;
  const { definition } = state;
  return (
    <section class="card box">
      <h2>{say('aboutStudy')}</h2>
      <TextField editor={editor} place={['title']} label={say('title')} limit={130} />
      <TextField editor={editor} place={['intro']} label={say('intro')} lines={3} limit={600} />
      <details class="settings">
        <summary>{say('moreTexts')}</summary>
        <TextField
          editor={editor}
          place={['consent']}
          label={say('consent')}
          lines={4}
          limit={900}
        />
        <TextField editor={editor} place={['thanks']} label={say('thanks')} lines={2} limit={300} />
        <TextField
          editor={editor}
          place={['acknowledgement']}
          label={say('acknowledgement')}
          lines={2}
          limit={400}
        />
        <TextField editor={editor} place={['dontKnow']} label={say('dontKnow')} limit={40} />
        <div class="grid">
          <NumberField
            editor={editor}
            place={['estimatedMinutes', 'individual']}
            label={say('minutesPeople')}
            min={1}
          />
          <NumberField
            editor={editor}
            place={['estimatedMinutes', 'table']}
            label={say('minutesTables')}
            min={1}
          />
          <NumberField
            editor={editor}
            place={['privacy', 'minCell']}
            label={say('minCell')}
            hint={say('minCellHint')}
            min={3}
          />
        </div>
        <Sections editor={editor} />
      </details>
      {definition.languages.length > 1 && (
        <SelectField
          editor={editor}
          place={['defaultLanguage']}
          label={say('defaultLanguage')}
          hint={say('defaultLanguageHint')}
          options={definition.languages.map((language) => [language, LANGUAGE_NAMES[language]])}
        />
      )}
    </section>
  );
}

/** The languages of the study: which of them is edited, and another one. */
export function LanguageBar({ editor }: { editor: Editor }): JSX.Element {
  const { say, state, data } = editor;
  const { definition, language } = state;
  const rest = LANGUAGES.filter((code) => !definition.languages.includes(code));
  return (
    <div class="language-bar">
      <div role="group" aria-label={say('editIn')} class="switch">
        {definition.languages.map((code) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-pressed={code === language}
            onClick={() => show(editor, { language: code })}
          >
            {LANGUAGE_NAMES[code]}
          </button>
        ))}
      </div>
      {data.mayEdit && rest.length > 0 && (
        <Field editor={editor} place={['add-language']} label={say('addLanguage')}>
          <select
            id={fieldId(['add-language'])}
            value=""
            onChange={({ currentTarget }) => {
              const code = currentTarget.value as Language;
              currentTarget.value = '';
              edit(
                editor,
                { ...definition, languages: [...definition.languages, code] },
                {
                  language: code,
                  message: say('languageAdded', { language: LANGUAGE_NAMES[code] }),
                },
              );
            }}
          >
            <option value="">{say('choose')}</option>
            {rest.map((code) => (
              <option key={code} value={code} lang={code}>
                {LANGUAGE_NAMES[code]}
              </option>
            ))}
          </select>
        </Field>
      )}
      {data.mayEdit && language !== definition.defaultLanguage && (
        <button
          type="button"
          class="btn ghost small"
          onClick={() =>
            edit(
              editor,
              {
                ...definition,
                languages: definition.languages.filter((code) => code !== language),
              },
              { language: definition.defaultLanguage },
            )
          }
        >
          {say('removeLanguage', { language: LANGUAGE_NAMES[language] })}
        </button>
      )}
    </div>
  );
}

function Sections({ editor }: { editor: Editor }): JSX.Element {
  const { say, state } = editor;
  const { definition, language } = state;
  const { sections, questions, defaultLanguage } = definition;
  return (
    <fieldset class="options">
      <legend>{say('sections')}</legend>
      <p class="hint">{say('sectionsHint')}</p>
      <Sorter
        editor={editor}
        name="sections"
        onMove={(from, to) => set(editor, ['sections'], movedTo(sections, from, to))}
        rows={sections.map((section, index) => {
          const name = textIn(section.title, language, defaultLanguage);
          const isUsed = questions.some((question) => question.section === section.id);
          return {
            key: section.id,
            name,
            head: (
              <div class="own">
                <TextField
                  editor={editor}
                  place={['sections', index, 'title']}
                  label={say('sectionTitle', { n: index + 1 })}
                />
                <button
                  type="button"
                  class="btn ghost small"
                  aria-disabled={isUsed || sections.length < 2}
                  onClick={() => {
                    if (isUsed || sections.length < 2) return;
                    set(editor, ['sections'], sections.toSpliced(index, 1));
                  }}
                >
                  {say('remove')}
                  <span class="sr"> {name}</span>
                </button>
              </div>
            ),
          };
        })}
      />
      <button
        type="button"
        class="btn ghost add"
        onClick={() => {
          const id = freshId(
            'section',
            sections.map((section) => section.id),
          );
          const title = { [defaultLanguage]: say('sectionTitle', { n: sections.length + 1 }) };
          edit(editor, changedAt(definition, ['sections'], [...sections, { id, title }]));
        }}
      >
        <Icon name="add" />
        {say('addSection')}
      </button>
    </fieldset>
  );
}
