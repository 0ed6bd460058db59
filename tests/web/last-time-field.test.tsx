import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/survey/language.ts';
import { localise } from '../../src/survey/local-study.ts';
import type { Definition } from '../../src/survey/definition.ts';
import type { Prior } from '../../src/survey/rounds/prior.ts';
import { withLastTime, withoutLastTime } from '../../src/survey/rounds/last-time.ts';
import { template } from '../../src/survey/templates.ts';
import type { Editor } from '../../web/editor/editor.ts';
import { setWording } from '../../web/editor/fields.tsx';
import { QuestionForm } from '../../web/editor/question-form.tsx';
import { EDITOR_TEXTS, editorTexts } from '../../web/text/editor/texts.ts';

const plain = template('smart-city-programme-manager')!;
const index = plain.questions.findIndex(({ id }) => id === 'competency-ranking');
const order = plain.lists['competencies']!.map(({ id }) => [id]);
const findings = [{ question: 'competency-ranking', kind: 'order', n: 84, order }];
const telling = withLastTime(plain, { findings } as unknown as Prior);

const editorOf = (definition: Definition, mayEdit = true): Editor => ({
  data: {
    id: 'study',
    definition,
    revision: 1,
    version: 1,
    frozen: false,
    responses: 0,
    language: 'en',
    texts: EDITOR_TEXTS.en,
    mayEdit,
  },
  say: editorTexts('en'),
  drops: new Map(),
  onEdit: () => {},
  draw: () => {},
  state: {
    definition,
    past: [],
    future: [],
    touched: '',
    stored: definition,
    revision: 1,
    version: 1,
    save: 'saved',
    refusal: [],
    language: 'en',
    open: '',
    openOption: '',
    preview: null,
    message: '',
  },
});
const formOf = (editor: Editor) => renderToString(<QuestionForm editor={editor} index={index} />);
const helpOf = (definition: Definition) =>
  localise(definition, 'en', 'individual').questions.find(({ id }) => id === 'competency-ranking')!
    .help;

test('the editor shows what a question tells of last time, and lets only editors take it out', () => {
  const told = telling.questions[index]!.lastTime!['en']!;
  expect(helpOf(telling)).toContain(told);
  const form = formOf(editorOf(telling));
  expect(form).toContain(told);
  expect(form).toContain('Tell nothing of last time');
  expect(formOf(editorOf(telling, false))).not.toContain('Tell nothing of last time');
  expect(formOf(editorOf(plain))).not.toContain('last time');
});

test('once its last wording is gone, so is what was told', () => {
  const editor = editorOf(telling);
  for (const language of LANGUAGES) {
    editor.state = { ...editor.state, language };
    setWording(editor, ['questions', index, 'lastTime'], '');
  }
  expect(editor.state.definition).toEqual(withoutLastTime(telling));
  expect(helpOf(editor.state.definition)).toBe(helpOf(plain));
  expect(formOf(editor)).not.toContain('last time');
});
