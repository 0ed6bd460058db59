import type { JSX } from 'preact';
import type { Scale } from '../../src/survey/option.ts';
import { changedAt, freshId, type Place, valueAt } from '../../src/survey/definition-edits.ts';
import { textIn } from '../../src/survey/language.ts';
import { edit, type Editor, set } from './editor.ts';
import { SelectField, TextField } from './fields.tsx';
import { Icon } from './icon.tsx';

/** The scale of a question: one that the study has, or a new one, and what its points are called. */
export function ScaleForm({ editor, place }: { editor: Editor; place: Place }): JSX.Element {
  const { say, state, data } = editor;
  const { definition, language } = state;
  const id = valueAt(definition, [...place, 'scale']);
  const at = definition.scales.findIndex((scale) => scale.id === id);
  const scale = definition.scales[at];
  const isFixed = data.frozen && state.stored.scales.some((old) => old.id === id);
  const nameOf = ({ points }: Scale) => {
    const words = [points[0]!, points.at(-1)!].map(({ label }) =>
      textIn(label, language, definition.defaultLanguage),
    );
    return `${words.join(' – ')} (${points.length})`;
  };
  const put = (points: Scale['points']) => set(editor, ['scales', at, 'points'], points);
  return (
    <fieldset class="options">
      <legend>{say('scale')}</legend>
      <SelectField
        editor={editor}
        place={[...place, 'scale']}
        label={say('scaleChoice')}
        options={[
          ...definition.scales.map((other): [string, string] => [other.id, nameOf(other)]),
          ['+', say('newScale')],
        ]}
        onPick={(value) => {
          if (value !== '+') return set(editor, [...place, 'scale'], value);
          const taken = definition.scales.map((other) => other.id);
          const fresh = freshId('scale', taken);
          const points = [1, 2, 3, 4, 5].map((n) => ({
            value: n,
            label: { [definition.defaultLanguage]: String(n) },
          }));
          const scales = [...definition.scales, { id: fresh, points }];
          return edit(editor, changedAt({ ...definition, scales }, [...place, 'scale'], fresh));
        }}
      />
      <div class="grid">
        {scale?.points.map(({ value }, point) => (
          <TextField
            key={value}
            editor={editor}
            place={['scales', at, 'points', point, 'label']}
            label={say('point', { n: value })}
          />
        ))}
      </div>
      {scale && !isFixed && (
        <div class="row-actions">
          <button
            type="button"
            class="btn ghost"
            aria-disabled={scale.points.length >= 11}
            onClick={() => {
              if (scale.points.length >= 11) return;
              const value = scale.points.at(-1)!.value + 1;
              const label = { [definition.defaultLanguage]: String(value) };
              put([...scale.points, { value, label }]);
            }}
          >
            <Icon name="add" />
            {say('addPoint')}
          </button>
          <button
            type="button"
            class="btn ghost"
            aria-disabled={scale.points.length <= 2}
            onClick={() => scale.points.length > 2 && put(scale.points.slice(0, -1))}
          >
            {say('removePoint')}
          </button>
        </div>
      )}
    </fieldset>
  );
}
