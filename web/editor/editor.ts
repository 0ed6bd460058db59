import { render } from 'preact';
import type { JSX } from 'preact';
import type { Definition } from '../../src/survey/definition.ts';
import { changedAt, type Place } from '../../src/survey/definition-edits.ts';
import type { Language } from '../../src/survey/language.ts';
import type { SayEditor } from '../text/editor/texts.ts';
import type { EditorData } from './page-data.ts';

/** Whether what is on the screen is what the server has. */
export type SaveState =
  | 'saved'
  | 'waiting'
  | 'saving'
  | 'invalid'
  | 'offline'
  | 'failed'
  | 'conflict'
  | 'unpublished';

/** All that the page depends on. */
export interface EditorState {
  definition: Definition;
  /** What undo and redo go to, the nearest last. */
  past: readonly Definition[];
  future: readonly Definition[];
  /** The last change was made there: typing on in one field is one step of undo. */
  touched: string;
  /** The definition and the revision that the server has. */
  stored: Definition;
  revision: number;
  version: number;
  save: SaveState;
  /** Why the server refused. */
  refusal: readonly { path: string; message: string }[];
  /** The language whose wording is edited. */
  language: Language;
  /** The question and the option that are open, by id. */
  open: string;
  openOption: string;
  /** The language of the preview; null while there is none. */
  preview: Language | null;
  /** What a screen reader says. */
  message: string;
}

/** One page at work. */
export interface Editor {
  readonly data: EditorData;
  readonly say: SayEditor;
  state: EditorState;
  /** Called after every change of the definition. */
  onEdit: () => void;
  readonly draw: () => void;
  /** What a dropped row of a list does, by the list's name. */
  readonly drops: Map<string, (from: number, to: number) => void>;
}

const UNDO_DEPTH = 200;

/** An editor that draws itself into an element. */
export function openEditor(
  data: EditorData,
  say: SayEditor,
  view: (props: { editor: Editor }) => JSX.Element,
  root: Element,
): Editor {
  const { definition, revision, version } = data;
  const editor: Editor = {
    data,
    say,
    drops: new Map(),
    onEdit: () => {},
    draw: () => render(view({ editor }), root),
    state: {
      definition,
      past: [],
      future: [],
      touched: '',
      stored: definition,
      revision,
      version,
      save: 'saved',
      refusal: [],
      language: definition.defaultLanguage,
      open: '',
      openOption: '',
      preview: null,
      message: '',
    },
  };
  return editor;
}

/** Changes what is shown, and draws it. */
export function show(editor: Editor, change: Partial<EditorState>): void {
  editor.state = { ...editor.state, ...change };
  editor.draw();
}

/**
 * Another definition, which can be undone.
 *
 * @param touched names the field that is typed in, so that a whole text is one step
 */
export function edit(
  editor: Editor,
  definition: Definition,
  { touched = '', ...more }: { touched?: string } & Partial<EditorState> = {},
): void {
  const { state } = editor;
  const goesOn = touched !== '' && touched === state.touched;
  const past = goesOn ? state.past : [...state.past, state.definition].slice(-UNDO_DEPTH);
  editor.state = { ...state, definition, past, future: [], touched, refusal: [], ...more };
  editor.onEdit();
  editor.draw();
}

/** Another value at a place of the definition. */
export function set(editor: Editor, place: Place, value: unknown, typing = false): void {
  const { definition } = editor.state;
  const touched = typing ? place.join('.') : '';
  edit(editor, changedAt(definition, place, value), { touched });
}

/** Takes the last change back, or repeats it. */
export function travel(editor: Editor, direction: 'undo' | 'redo'): void {
  const { past, future, definition } = editor.state;
  const from = direction === 'undo' ? past : future;
  const next = from.at(-1);
  if (!next) return;
  const rest = from.slice(0, -1);
  const passed = [...(direction === 'undo' ? future : past), definition];
  editor.state = {
    ...editor.state,
    definition: next,
    past: direction === 'undo' ? rest : passed,
    future: direction === 'undo' ? passed : rest,
    touched: '',
    refusal: [],
    message: editor.say(direction === 'undo' ? 'undone' : 'redone'),
  };
  editor.onEdit();
  editor.draw();
}
