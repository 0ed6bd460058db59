import { Definition } from '../../src/survey/definition.ts';
import type { Editor, SaveState } from './editor.ts';
import { show } from './editor.ts';
import { loadDraft, saveDraft } from './draft.ts';

/** So long nothing has been typed before it is saved, in milliseconds. */
const PAUSE = 700;

interface Reply {
  revision: number;
  version: number;
  definition: Definition;
}

/**
 * Saves by itself whenever the definition has changed and is in order; keeps it in the browser
 * until the server has it. Once people have answered nothing is saved until it is published.
 */
export function startSaving(editor: Editor): {
  publish: () => Promise<void>;
  keepMine: () => void;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  const { data } = editor;

  const isSame = () => editor.state.definition === editor.state.stored;

  const later = (wait = PAUSE) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), wait);
  };

  const settle = (): SaveState => {
    if (isSame()) return 'saved';
    if (!Definition.safeParse(editor.state.definition).success) return 'invalid';
    return data.frozen ? 'unpublished' : 'waiting';
  };

  const save = async (newVersion = false): Promise<void> => {
    if (running) return later();
    if (isSame() || editor.state.save === 'conflict') return undefined;
    if (data.frozen && !newVersion) return undefined;
    const { definition, revision } = editor.state;
    if (!Definition.safeParse(definition).success) return undefined;
    running = true;
    show(editor, { save: 'saving' });
    const body = JSON.stringify({ definition, revision, newVersion });
    const reply = await fetch(`/api/studies/${data.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body,
    }).catch(() => null);
    running = false;
    if (reply?.ok) {
      const stored = (await reply.json()) as Reply;
      editor.state = {
        ...editor.state,
        stored: definition,
        revision: stored.revision,
        version: stored.version,
      };
      if (isSame()) saveDraft(data.id, null);
      show(editor, { save: settle(), refusal: [] });
      if (!isSame() && !data.frozen) later();
      return undefined;
    }
    if (!reply || reply.status >= 500 || reply.status === 429) {
      show(editor, { save: reply ? 'failed' : 'offline' });
      return data.frozen ? undefined : later(4000);
    }
    const refusal = ((await reply.json()) as { issues?: { path: string; message: string }[] })
      .issues;
    const stale = reply.status === 409 && !refusal;
    return show(editor, { save: stale ? 'conflict' : 'failed', refusal: refusal ?? [] });
  };

  editor.onEdit = () => {
    const { state } = editor;
    const next = state.save === 'conflict' ? 'conflict' : settle();
    editor.state = { ...state, save: next };
    saveDraft(
      data.id,
      isSame() ? null : { definition: state.definition, revision: state.revision },
    );
    later();
  };
  addEventListener('online', () => later(0));
  addEventListener('beforeunload', (event) => {
    if (['waiting', 'saving', 'offline'].includes(editor.state.save)) event.preventDefault();
  });

  const draft = loadDraft(data.id);
  if (draft) {
    editor.state = {
      ...editor.state,
      definition: draft.definition,
      past: [data.definition],
      save: draft.revision === data.revision ? 'waiting' : 'conflict',
    };
    if (draft.revision === data.revision) editor.onEdit();
  }

  return {
    publish: () => save(true),
    /** The present revision is taken for the one that was edited. */
    keepMine: () => {
      void fetch(`/api/studies/${data.id}`)
        .then((reply) => reply.json() as Promise<Reply>)
        .then(({ revision, version, definition }) => {
          editor.state = {
            ...editor.state,
            revision,
            version,
            stored: definition,
            save: 'waiting',
          };
          editor.onEdit();
          editor.draw();
        })
        .catch(() => show(editor, { save: 'conflict' }));
    },
  };
}
