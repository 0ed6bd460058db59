import '../style/editor.css';
import { readyAccountMenu } from '../designer/account-menu.ts';
import { readyButtons } from '../designer/buttons.ts';
import { dragRows } from '../participant/drag.ts';
import { translator } from '../../src/survey/catalogue.ts';
import type { EditorEnglish } from '../text/editor/texts.ts';
import { EditorApp, type Saving } from './app.tsx';
import { openEditor, show, travel } from './editor.ts';
import type { EditorData } from './page-data.ts';
import { startSaving } from './save.ts';

readyAccountMenu();

const root = document.getElementById('editor');
const text = document.getElementById('data')?.textContent;

const data = text ? (JSON.parse(text) as EditorData) : undefined;

if (root && data?.mayEdit) {
  const say = translator<EditorEnglish>(data.language, data.texts);
  let saving: Saving = { publish: async () => {}, keepMine: () => {} };
  root.replaceChildren();
  const editor = openEditor(data, say, (props) => <EditorApp {...props} saving={saving} />, root);
  saving = startSaving(editor);

  let list = '';
  root.addEventListener('pointerdown', ({ target }) => {
    const own = (target as Element).closest<HTMLElement>('[data-list]');
    list = own?.dataset['list'] ?? '';
  });
  dragRows(root, {
    onDrop: (from, to) => editor.drops.get(list)?.(from, to),
    onCancel: () => show(editor, { message: say('cancelled') }),
  });
  addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    travel(editor, key === 'y' || event.shiftKey ? 'redo' : 'undo');
  });
  editor.draw();
}

readyButtons();
