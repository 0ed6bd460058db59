import type { JSX } from 'preact';
import type { Question } from '../../src/survey/question.ts';
import {
  changedAt,
  type Place,
  withCopy,
  withKind,
  withoutQuestion,
} from '../../src/survey/definition-edits.ts';
import { optionsOf } from '../../src/survey/question-options.ts';
import { textIn } from '../../src/survey/language.ts';
import { edit, type Editor, set, show } from './editor.ts';
import { CheckField, fieldId, NumberField, SelectField, TextField } from './fields.tsx';
import { KINDS } from './kinds.ts';
import { OptionList } from './option-list.tsx';
import { ScaleForm } from './scale-form.tsx';

interface QuestionFormProps {
  editor: Editor;
  index: number;
}

/** Everything about one question. */
export function QuestionForm({ editor, index }: QuestionFormProps): JSX.Element {
  const { say, state, data } = editor;
  const { definition } = state;
  const question = definition.questions[index]!;
  const place = ['questions', index];
  const id = fieldId(place);
  const flag = (key: string, label: string, hint?: string) => (
    <CheckField
      editor={editor}
      id={`${id}-${key}`}
      label={label}
      {...(hint && { hint })}
      checked={(question as Record<string, unknown>)[key] === true}
      onPick={(checked) => set(editor, [...place, key], checked || undefined)}
    />
  );
  const isAnswered = data.frozen && state.stored.questions.some((old) => old.id === question.id);
  return (
    <>
      <TextField
        editor={editor}
        place={[...place, 'title']}
        label={say('question')}
        lines={2}
        limit={130}
      />
      <TextField
        editor={editor}
        place={[...place, 'help']}
        label={say('help')}
        hint={say('helpHint')}
        limit={130}
      />
      {question.lastTime && <LastTime editor={editor} place={place} />}
      <Choices editor={editor} question={question} place={place} />
      <KindFields editor={editor} question={question} place={place} />
      <details class="settings">
        <summary>{say('settings')}</summary>
        <div class="grid">
          <CheckField
            editor={editor}
            id={`${id}-required`}
            label={say('required')}
            checked={question.required}
            onPick={(checked) => set(editor, [...place, 'required'], checked)}
          />
          {'randomise' in question ||
          ['ranking', 'single', 'multiple', 'rating-matrix'].includes(question.kind)
            ? flag('randomise', say('randomise'), say('randomiseHint'))
            : null}
          {['single', 'multiple', 'scale'].includes(question.kind) && (
            <CheckField
              editor={editor}
              id={`${id}-segment`}
              label={say('segment')}
              hint={say('segmentHint')}
              checked={definition.segments.includes(question.id) || question.segment === true}
              onPick={(checked) => {
                const others = definition.segments.filter((segment) => segment !== question.id);
                const segments = checked ? [...others, question.id] : others;
                const next = changedAt(definition, [...place, 'segment'], undefined);
                edit(editor, { ...next, segments });
              }}
            />
          )}
          {flag('hidden', say('hidden'), say('hiddenHint'))}
        </div>
        <div class="grid">
          {!data.frozen && (
            <SelectField
              editor={editor}
              place={[...place, 'kind']}
              label={say('kindOfQuestion')}
              hint={say('kindHint')}
              options={KINDS.map((kind) => [kind, say(kind)])}
              onPick={(kind) =>
                edit(editor, withKind(definition, index, kind as typeof question.kind))
              }
            />
          )}
          <SelectField
            editor={editor}
            place={[...place, 'audience']}
            label={say('audience')}
            value={question.audience.length > 1 ? 'both' : question.audience[0]!}
            options={[
              ['both', say('audienceBoth')],
              ['individual', say('audiencePeople')],
              ['table', say('audienceTables')],
            ]}
            onPick={(value) =>
              set(
                editor,
                [...place, 'audience'],
                value === 'both' ? ['individual', 'table'] : [value],
              )
            }
          />
          <SelectField
            editor={editor}
            place={[...place, 'section']}
            label={say('section')}
            options={definition.sections.map((section) => [
              section.id,
              textIn(section.title, state.language, definition.defaultLanguage),
            ])}
          />
          <SelectField
            editor={editor}
            place={[...place, 'showIf', 'question']}
            label={say('showIf')}
            value={question.showIf?.question ?? ''}
            options={[
              ['', say('showAlways')],
              ...definition.questions.slice(0, index).map((other): [string, string] => [
                other.id,
                say('showAfter', {
                  question: textIn(other.title, state.language, definition.defaultLanguage),
                }),
              ]),
            ]}
            onPick={(value) =>
              set(
                editor,
                [...place, 'showIf'],
                value ? { question: value, answered: true } : undefined,
              )
            }
          />
        </div>
      </details>
      <div class="row-actions">
        <button
          type="button"
          class="btn ghost"
          onClick={() => {
            const next = withCopy(definition, index, data.frozen);
            const at = data.frozen ? next.questions.length - 1 : index + 1;
            edit(editor, next, { open: next.questions[at]!.id, message: say('duplicated') });
          }}
        >
          {say('duplicateQuestion')}
        </button>
        <button
          type="button"
          class="btn danger"
          aria-disabled={definition.questions.length < 2 || isAnswered}
          onClick={() => {
            if (definition.questions.length < 2 || isAnswered) return;
            const item = textIn(question.title, state.language, definition.defaultLanguage);
            edit(editor, withoutQuestion(definition, index), {
              open: '',
              message: say('removed', { item }),
            });
            document.getElementById('add-question')?.focus();
          }}
        >
          {say('removeQuestion')}
        </button>
      </div>
      {isAnswered && <p class="hint">{say('questionKept')}</p>}
    </>
  );
}

/** What people are told of the round before, which can be taken out but comes from a template. */
function LastTime({ editor, place }: { editor: Editor; place: Place }): JSX.Element {
  const { say, data } = editor;
  return (
    <>
      <TextField
        editor={editor}
        place={[...place, 'lastTime']}
        label={say('lastTime')}
        hint={say('lastTimeHint')}
        lines={3}
        limit={900}
      />
      {data.mayEdit && (
        <div class="row-actions">
          <button
            type="button"
            class="btn ghost"
            onClick={() => {
              const next = changedAt(editor.state.definition, [...place, 'lastTime'], undefined);
              edit(editor, next, { message: say('lastTimeRemoved') });
              document.getElementById(fieldId([...place, 'help']))?.focus();
            }}
          >
            {say('lastTimeRemove')}
          </button>
        </div>
      )}
    </>
  );
}

/** Where the options come from, and the options. */
function Choices({
  editor,
  question,
  place,
}: {
  editor: Editor;
  question: Question;
  place: Place;
}) {
  const { say, state } = editor;
  const { definition } = state;
  if (question.kind === 'rating-matrix') {
    const list = question.rowsFrom;
    const at = list === undefined ? [...place, 'rows'] : ['lists', list];
    return (
      <>
        <Shared editor={editor} list={list} question={question} />
        <OptionList editor={editor} place={at} legend={say('rows')} kind={question.kind} />
      </>
    );
  }
  if (!['ranking', 'single', 'multiple', 'scale'].includes(question.kind)) return null;
  const choice = question as Extract<Question, { optionsFrom?: unknown }>;
  if (choice.kind === 'scale' && choice.scale !== undefined) return null;
  const from = choice.optionsFrom;
  const countries =
    choice.kind === 'single' && !editor.data.frozen ? (
      <CheckField
        editor={editor}
        id={`${fieldId(place)}-countries`}
        label={say('countries')}
        hint={say('countriesHint')}
        checked={from === '@countries'}
        onPick={(checked) => {
          const next = { ...choice } as Record<string, unknown>;
          delete next['options'];
          delete next['optionsFrom'];
          if (checked) next['optionsFrom'] = '@countries';
          else {
            next['options'] = [1, 2].map((n) => ({
              id: `option-${n}`,
              label: { [definition.defaultLanguage]: say('optionLabel', { n }) },
            }));
          }
          set(editor, place, next);
        }}
      />
    ) : null;
  if (from === '@countries') return <>{countries}</>;
  const at = from === undefined ? [...place, 'options'] : ['lists', from];
  return (
    <>
      {countries}
      <Shared editor={editor} list={from} question={question} />
      <OptionList
        editor={editor}
        place={at}
        legend={say(question.kind === 'ranking' ? 'items' : 'options')}
        kind={question.kind}
      />
    </>
  );
}

/** Says that a list of options is shared, and by which questions. */
function Shared(props: { editor: Editor; list: string | undefined; question: Question }) {
  const { editor, list, question } = props;
  const { definition, language } = editor.state;
  if (list === undefined) return null;
  const others = definition.questions.filter(
    (other) =>
      other.id !== question.id &&
      (('optionsFrom' in other && other.optionsFrom === list) ||
        ('rowsFrom' in other && other.rowsFrom === list)),
  );
  if (others.length === 0) return null;
  const names = others.map(({ title }) => textIn(title, language, definition.defaultLanguage));
  return <p class="note">{editor.say('shared', { questions: names.join(' · ') })}</p>;
}

/** What only questions of some kinds have. */
function KindFields({
  editor,
  question,
  place,
}: {
  editor: Editor;
  question: Question;
  place: Place;
}) {
  const { say, state } = editor;
  const { definition } = state;
  const units = (['hours', 'weeks', 'percent', 'people'] as const).map((unit): [string, string] => [
    unit,
    say(unit),
  ]);
  const number = (key: string, label: string, hint?: string) => (
    <NumberField editor={editor} place={[...place, key]} label={label} hint={hint} min={0} />
  );
  const check = (key: string, label: string, hint?: string, off: false | undefined = undefined) => (
    <CheckField
      editor={editor}
      id={`${fieldId(place)}-${key}`}
      label={label}
      {...(hint && { hint })}
      checked={(question as Record<string, unknown>)[key] === true}
      onPick={(checked) => set(editor, [...place, key], checked || off)}
    />
  );
  switch (question.kind) {
    case 'ranking': {
      const count = optionsOf(definition, question).length;
      return (
        <fieldset class="rules">
          <legend>{say('rankingRules')}</legend>
          <CheckField
            editor={editor}
            id={`${fieldId(place)}-complete`}
            label={say('complete')}
            checked={question.complete === true}
            onPick={(checked) => {
              const { min: _, max: __, complete: ___, ...rest } = question;
              const next = checked
                ? { ...rest, complete: true as const }
                : { ...rest, min: 1, max: Math.min(5, count) };
              set(editor, place, next);
            }}
          />
          {!question.complete && (
            <div class="grid">
              {number('min', say('rankMin'))}
              {number('max', say('rankMax'), say('rankMaxHint', { count }))}
            </div>
          )}
          <SelectField
            editor={editor}
            place={[...place, 'unranked']}
            label={say('unranked')}
            value={question.unranked ?? 'bottom'}
            hint={say(question.unranked === 'ignore' ? 'ignoreHint' : 'bottomHint')}
            options={[
              ['bottom', say('bottom')],
              ['ignore', say('ignore')],
            ]}
          />
          <div class="grid">
            {number('writeIns', say('writeIns'), say('writeInsHint'))}
            {check('ties', say('ties'), say('tiesHint'), false)}
            {check('noOpinion', say('noOpinion'))}
          </div>
        </fieldset>
      );
    }
    case 'multiple':
      return (
        <div class="grid">
          {number('min', say('chooseMin'))}
          {number('max', say('chooseMax'))}
        </div>
      );
    case 'single':
      return question.optionsFrom === '@countries' ? null : (
        <CheckField
          editor={editor}
          id={`${fieldId(place)}-writeIns`}
          label={say('ownWords')}
          checked={question.writeIns === 1}
          onPick={(checked) => set(editor, [...place, 'writeIns'], checked ? 1 : undefined)}
        />
      );
    case 'scale':
      return question.scale === undefined ? null : <ScaleForm editor={editor} place={place} />;
    case 'rating-matrix':
      return (
        <>
          <ScaleForm editor={editor} place={place} />
          {check('allowDontKnow', say('allowDontKnow'))}
        </>
      );
    case 'number':
      return (
        <div class="grid">
          {number('min', say('numberMin'))}
          {number('max', say('numberMax'))}
          {number('step', say('numberStep'))}
          <SelectField
            editor={editor}
            place={[...place, 'unit']}
            label={say('unit')}
            options={[['', say('noUnit')], ...units]}
          />
        </div>
      );
    case 'short-text':
    case 'long-text':
      return (
        <div class="grid">
          {number('maxLength', say('maxLength'))}
          {number('repeat', say('repeat'), say('repeatHint'))}
          {check('personal', say('personal'), say('personalHint'))}
        </div>
      );
  }
}

/** Opens a question, or closes it. */
export function toggleQuestion(editor: Editor, id: string): void {
  show(editor, { open: editor.state.open === id ? '' : id, openOption: '' });
}
