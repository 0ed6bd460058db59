import type { JSX } from 'preact';
import { movedTo, withNewQuestion } from '../../src/survey/definition-edits.ts';
import { textIn } from '../../src/survey/language.ts';
import { edit, type Editor, set, show } from './editor.ts';
import { fieldId } from './fields.tsx';
import { Icon } from './icon.tsx';
import { KINDS } from './kinds.ts';
import { Preview } from './preview.tsx';
import { findingsOf } from './problems.ts';
import { Publish } from './publish.tsx';
import { QuestionForm, toggleQuestion } from './question-form.tsx';
import { SaveBar } from './save-bar.tsx';
import { Sorter } from './sorter.tsx';
import { LanguageBar, StudyForm } from './study-form.tsx';
import { Warnings, warningText } from './warnings.tsx';

/** What the editor needs of the outside: saving and publishing. */
export interface Saving {
  publish: () => Promise<void>;
  keepMine: () => void;
}

/** The whole page below the study's head. */
export function EditorApp({ editor, saving }: { editor: Editor; saving: Saving }): JSX.Element {
  const { say, state, data } = editor;
  const { definition } = state;
  return (
    <div class={state.preview ? 'editor with-preview' : 'editor'}>
      <SaveBar editor={editor} saving={saving} />
      <div class="editor-main">
        <LanguageBar editor={editor} />
        <Summary editor={editor} />
        {data.frozen && <Publish editor={editor} saving={saving} />}
        <StudyForm editor={editor} />
        <section class="questions">
          <h2>{say('questions', { count: definition.questions.length })}</h2>
          <Warnings editor={editor} place={['questions']} />
          <Questions editor={editor} />
          {data.mayEdit && <AddQuestion editor={editor} />}
        </section>
      </div>
      {state.preview && <Preview editor={editor} language={state.preview} />}
      <p class="sr" role="status">
        {state.message}
      </p>
    </div>
  );
}

/** What keeps the study from being saved, and what concerns it as a whole. */
function Summary({ editor }: { editor: Editor }): JSX.Element | null {
  const { say, state } = editor;
  const { problems, warnings } = findingsOf(editor);
  const whole = warnings.filter(({ kind }) => kind === 'missing-translation');
  if (problems.length === 0 && state.refusal.length === 0 && whole.length === 0) return null;
  const goTo = (path: readonly (string | number)[]) => {
    const { definition } = state;
    const question = path[0] === 'questions' && definition.questions[Number(path[1])];
    if (question) show(editor, { open: question.id });
    const id = fieldId(path);
    const { language } = state;
    const field =
      document.getElementById(id) ?? document.getElementById(id.replace(`-${language}`, ''));
    field?.closest('details')?.setAttribute('open', '');
    field?.focus();
  };
  return (
    <section class="summary" aria-labelledby="summary">
      {problems.length > 0 && (
        <div class="problem">
          <h2 id="summary">{say('problems', { count: problems.length })}</h2>
          <ul>
            {problems.slice(0, 8).map(({ path, message }) => (
              <li key={path.join('.')}>
                <a
                  href={`#${fieldId(path)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    goTo(path);
                  }}
                >
                  {placeName(editor, path)}: {message}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {state.refusal.length > 0 && (
        <div class="problem" role="alert">
          <h2>{say('refused')}</h2>
          <ul>
            {state.refusal.map(({ path, message }) => (
              <li key={path + message} lang="en">
                {path}: {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {whole.length > 0 && (
        <ul class="warnings">
          {whole.map((warning) => (
            <li key={warning.language}>
              <Icon name="alert" />
              {warningText(editor, warning)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Where a problem is, as people call it. */
function placeName({ say }: Editor, path: readonly (string | number)[]): string {
  if (path[0] === 'questions' && typeof path[1] === 'number') {
    return say('questionNumber', { n: path[1] + 1 });
  }
  return say('aboutStudy');
}

function Questions({ editor }: { editor: Editor }): JSX.Element {
  const { say, state, data } = editor;
  const { definition, open } = state;
  const findings = findingsOf(editor);
  const { questions } = definition;
  return (
    <Sorter
      editor={editor}
      name="questions"
      fixed={data.frozen ? state.stored.questions.length : 0}
      onMove={(from, to) => set(editor, ['questions'], movedTo(questions, from, to))}
      rows={questions.map((question, index) => {
        const title = textIn(question.title, state.language, definition.defaultLanguage);
        const wrong = findings.problems.some(
          ({ path }) => path[0] === 'questions' && path[1] === index,
        );
        const isOpen = open === question.id;
        return {
          key: question.id,
          name: title,
          head: (
            <>
              <button
                type="button"
                class="name"
                aria-expanded={isOpen}
                onClick={() => toggleQuestion(editor, question.id)}
              >
                <span class="sr">{index + 1}. </span>
                <span class="title">{title}</span>
                <span class="kind">
                  {say(question.kind)}
                  {question.required && ` · ${say('required')}`}
                  {question.hidden && ` · ${say('hiddenTag')}`}
                </span>
                {wrong && <span class="wrong-tag">{say('toFix')}</span>}
              </button>
              <Warnings editor={editor} place={['questions', index]} />
            </>
          ),
          body: isOpen && <QuestionForm editor={editor} index={index} />,
        };
      })}
    />
  );
}

function AddQuestion({ editor }: { editor: Editor }): JSX.Element {
  const { say, state } = editor;
  return (
    <div class="card box add-question">
      <h3 id="add-question" tabIndex={-1}>
        {say('addQuestion')}
      </h3>
      <ul class="kinds">
        {KINDS.map((kind) => (
          <li key={kind}>
            <button
              type="button"
              class="btn ghost"
              onClick={() => {
                const next = withNewQuestion(state.definition, kind);
                const index = next.questions.length - 1;
                edit(editor, next, {
                  open: next.questions[index]!.id,
                  language: next.defaultLanguage,
                  message: say('questionAdded'),
                });
                const field = document.getElementById(fieldId(['questions', index, 'title']));
                field?.focus();
                (field as HTMLTextAreaElement | null)?.select();
              }}
            >
              <Icon name="add" />
              {say(kind)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
