import type { ComponentChildren, JSX } from 'preact';
import { glide, rowTops } from '../participant/glide.ts';
import { type Editor, show } from './editor.ts';
import { Icon } from './icon.tsx';

/** A row of a list that can be put in order. */
export interface Row {
  key: string;
  /** What the row is called where it is moved. */
  name: string;
  /** In the row itself. */
  head: ComponentChildren;
  /** Below the row while it is open. */
  body?: ComponentChildren;
}

/**
 * A list in an order that is changed by arrows, by a menu of positions or by dragging, as
 * participants do it: the same controls, the same announcements.
 */
export function Sorter(props: {
  editor: Editor;
  /** Names the list among those on the page. */
  name: string;
  rows: readonly Row[];
  /** Rows before this place stay where they are. */
  fixed?: number;
  onMove: (from: number, to: number) => void;
}): JSX.Element {
  const { editor, name, rows, fixed = 0, onMove } = props;
  const { say } = editor;
  const move = (from: number, to: number, control = '') => {
    if (to < fixed || from < fixed || to >= rows.length || to === from) return;
    const list = document.querySelector<HTMLElement>(`[data-list="${name}"]`)!;
    const before = rowTops(list);
    onMove(from, to);
    show(editor, { message: say('moved', { item: rows[from]!.name, n: to + 1 }) });
    if (control) {
      list.querySelector<HTMLElement>(`:scope > :nth-child(${to + 1}) .${control}`)?.focus();
      glide(list, before);
    }
  };
  editor.drops.set(name, (from, to) => move(from, to));
  return (
    <ol class="order" data-list={name}>
      {rows.map(({ key, name: item, head, body }, place) => {
        const arrow = (direction: 'up' | 'down', to: number) => (
          <button
            type="button"
            class={`icon ${direction}`}
            aria-label={say(direction, { item })}
            aria-disabled={to < fixed || place < fixed || to >= rows.length}
            onClick={() => move(place, to, direction)}
          >
            <Icon name={direction} />
          </button>
        );
        return (
          <li key={key} data-key={key}>
            <div class="line">
              <span class={place < fixed ? 'handle fixed' : 'handle'} aria-hidden="true">
                <span class="grip" />
                <span class="num">{place + 1}</span>
              </span>
              {head}
              {arrow('up', place - 1)}
              {arrow('down', place + 1)}
            </div>
            {body && (
              <div class="more">
                {body}
                <div class="field inline-field">
                  <label for={`p-${name}-${key}`}>{say('position')}</label>
                  <select
                    id={`p-${name}-${key}`}
                    class="place"
                    value={place + 1}
                    disabled={place < fixed}
                    onChange={({ currentTarget }) =>
                      move(place, Number(currentTarget.value) - 1, 'place')
                    }
                  >
                    {rows.map((other, index) => (
                      <option key={other.key} value={index + 1} disabled={index < fixed}>
                        {index + 1}
                      </option>
                    ))}
                  </select>
                </div>
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
