import type { JSX } from 'preact';
import { OPTION } from '../../src/survey/blank-study.ts';
import type { Option } from '../../src/survey/option.ts';
import {
  freshId,
  movedTo,
  newOption,
  type Place,
  valueAt,
} from '../../src/survey/definition-edits.ts';
import { textIn } from '../../src/survey/language.ts';
import { edit, type Editor, set, show } from './editor.ts';
import { changedAt } from '../../src/survey/definition-edits.ts';
import {
  CheckField,
  described,
  fieldId,
  NumberField,
  setWording,
  TextField,
  textProblem,
} from './fields.tsx';
import { Icon } from './icon.tsx';
import { Sorter } from './sorter.tsx';
import { Warnings } from './warnings.tsx';

interface OptionListProps {
  editor: Editor;
  /** Where the list stands in the definition. */
  place: Place;
  legend: string;
  /** Of the question, which says what else an option can have. */
  kind: string;
}

/** The options of a question: written one below the other, pasted as a list, put in order. */
export function OptionList({ editor, place, legend, kind }: OptionListProps): JSX.Element {
  const { say, state, data } = editor;
  const { definition, language, openOption } = state;
  const options = (valueAt(definition, place) ?? []) as Option[];
  const stored = data.frozen ? ((valueAt(state.stored, place) ?? []) as Option[]).length : 0;
  const name = place.join('-');
  const put = (next: Option[], more = {}) => edit(editor, changedAt(definition, place, next), more);
  const add = (after: number) => {
    const at = data.frozen ? options.length : after;
    put(options.toSpliced(at, 0, newOption(definition, options)));
    const input = document.getElementById(fieldId([...place, at, 'label']));
    input?.focus();
    (input as HTMLInputElement | null)?.select();
  };
  const isUnnamed = (option: Option | undefined) =>
    option?.label[definition.defaultLanguage]?.replace(/ \d+$/, '') ===
    OPTION[definition.defaultLanguage];
  const paste = (index: number, event: ClipboardEvent) => {
    const lines = (event.clipboardData?.getData('text') ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim().replace(/^([-*•–]|\d+[.)])\s+/, ''))
      .filter(Boolean);
    if (lines.length < 2) return;
    event.preventDefault();
    const next = [...options];
    for (const [n, line] of lines.entries()) {
      const at = index + n;
      const old = next[at];
      const isOver = n === 0 || language !== definition.defaultLanguage || isUnnamed(old);
      if (old && isOver) next[at] = { ...old, label: { ...old.label, [language]: line } };
      else {
        const fresh = newOption(definition, next);
        const option = { ...fresh, label: { ...fresh.label, [language]: line } };
        next.splice(data.frozen ? next.length : at, 0, option);
      }
    }
    put(next, { message: say('pasted', { count: lines.length }) });
  };
  const rows = options.map((option, index) => {
    const at = [...place, index];
    const label = textIn(option.label, language, definition.defaultLanguage);
    const problem = textProblem(editor, [...at, 'label']);
    const isOpen = openOption === `${name}/${option.id}`;
    const original =
      language !== definition.defaultLanguage && option.label[definition.defaultLanguage];
    return {
      key: option.id,
      name: label,
      head: (
        <div class="own">
          <input
            {...described([...at, 'label'], original || undefined, problem)}
            aria-label={say('optionLabel', { n: index + 1 })}
            value={option.label[language] ?? ''}
            lang={language}
            placeholder={original || undefined}
            readOnly={!data.mayEdit}
            onInput={({ currentTarget }) =>
              setWording(editor, [...at, 'label'], currentTarget.value)
            }
            onPaste={(event) => paste(index, event)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add(index + 1);
            }}
          />
          {original && (
            <p class="hint" id={`${fieldId([...at, 'label'])}-hint`}>
              {definition.defaultLanguage}: {original}
            </p>
          )}
          {problem && (
            <p class="issue" id={`${fieldId([...at, 'label'])}-issue`}>
              {problem}
            </p>
          )}
          <Warnings editor={editor} place={at} />
          <button
            type="button"
            class="icon dots"
            aria-expanded={isOpen}
            aria-label={say('details', { item: label })}
            onClick={() => show(editor, { openOption: isOpen ? '' : `${name}/${option.id}` })}
          >
            <Icon name="more" />
          </button>
        </div>
      ),
      body: isOpen && (
        <>
          <TextField
            editor={editor}
            place={[...at, 'short']}
            label={say('short')}
            hint={say('shortHint')}
            limit={22}
          />
          <TextField editor={editor} place={[...at, 'help']} label={say('help')} limit={130} />
          {kind === 'scale' && (
            <NumberField editor={editor} place={[...at, 'value']} label={say('value')} />
          )}
          {kind === 'single' && (
            <CheckField
              editor={editor}
              id={`${fieldId(at)}-words`}
              label={say('withWords')}
              checked={option.writeIn === true}
              onPick={(checked) => set(editor, [...at, 'writeIn'], checked || undefined)}
            />
          )}
          {kind !== 'ranking' && kind !== 'rating-matrix' && (
            <CheckField
              editor={editor}
              id={`${fieldId(at)}-exclude`}
              label={say('exclude')}
              checked={option.exclude === true}
              onPick={(checked) => set(editor, [...at, 'exclude'], checked || undefined)}
            />
          )}
          <div class="row-actions">
            <button
              type="button"
              class="btn ghost"
              onClick={() => {
                const id = freshId(
                  'option',
                  options.map((other) => other.id),
                );
                const text = `${option.label[definition.defaultLanguage] ?? ''} (2)`;
                const copy = { ...option, id, label: { [definition.defaultLanguage]: text } };
                delete copy.short;
                put(options.toSpliced(data.frozen ? options.length : index + 1, 0, copy));
              }}
            >
              {say('duplicate')}
            </button>
            <button
              type="button"
              class="btn ghost"
              aria-disabled={options.length <= 2 || index < stored}
              onClick={() => {
                if (options.length <= 2 || index < stored) return;
                put(options.toSpliced(index, 1), { message: say('removed', { item: label }) });
                const near = Math.min(index, options.length - 2);
                document.getElementById(fieldId([...place, near, 'label']))?.focus();
              }}
            >
              {say('remove')}
            </button>
          </div>
          {index < stored && <p class="hint">{say('optionKept')}</p>}
        </>
      ),
    };
  });
  return (
    <fieldset class="options">
      <legend>{legend}</legend>
      <p class="hint">{say('optionsHint')}</p>
      <Sorter
        editor={editor}
        name={name}
        rows={rows}
        fixed={stored}
        onMove={(from, to) => put(movedTo(options, from, to))}
      />
      <button type="button" class="btn ghost add" onClick={() => add(options.length)}>
        <Icon name="add" />
        {say('addOption')}
      </button>
    </fieldset>
  );
}
