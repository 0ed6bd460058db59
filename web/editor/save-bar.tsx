import type { JSX } from 'preact';
import type { Saving } from './app.tsx';
import { type Editor, show, travel } from './editor.ts';
import { Icon } from './icon.tsx';

/** What is saved, undo and redo, and the preview. */
export function SaveBar({ editor, saving }: { editor: Editor; saving: Saving }): JSX.Element {
  const { say, state, data } = editor;
  const { save, past, future, preview } = state;
  const isFine = save === 'saved' || save === 'saving' || save === 'waiting';
  return (
    <div class="save-bar">
      <p class={isFine ? 'save-state' : 'save-state off'} role="status" data-save={save}>
        {(save === 'saved' || !isFine) && <Icon name={isFine ? 'tick' : 'alert'} />}
        {say(save)}
      </p>
      {save === 'conflict' && (
        <span class="save-choice">
          <button
            type="button"
            class="btn ghost small"
            onClick={() => {
              localStorage.removeItem(`plenary:study:${data.id}`);
              location.reload();
            }}
          >
            {say('takeTheirs')}
          </button>
          <button type="button" class="btn ghost small" onClick={saving.keepMine}>
            {say('keepMine')}
          </button>
        </span>
      )}
      <span class="save-tools">
        {(['undo', 'redo'] as const).map((direction) => (
          <button
            key={direction}
            type="button"
            class="icon"
            aria-label={say(direction)}
            aria-disabled={(direction === 'undo' ? past : future).length === 0}
            onClick={() => travel(editor, direction)}
          >
            <Icon name={direction} />
          </button>
        ))}
        <button
          type="button"
          class="btn ghost small"
          aria-pressed={preview !== null}
          onClick={() => show(editor, { preview: preview === null ? state.language : null })}
        >
          {say('preview')}
        </button>
      </span>
    </div>
  );
}
