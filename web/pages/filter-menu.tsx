import type { JSX } from 'preact';
import type { SegmentValues } from '../../src/http/segment-values.ts';
import type { Filter } from '../../src/survey/results-query.ts';
import { segmentOf } from '../../src/survey/segment.ts';
import type { Naming } from './filter-names.ts';
import type { Words } from './ranking-slice.ts';
import { segmentName } from './segment-name.ts';

interface BoxesProps {
  /** Of the boxes' names. */
  prefix: string;
  where: readonly Filter[];
  values: SegmentValues;
  naming: Naming;
  words: Words;
}

/** More values than this are no choice for boxes. */
const MOST_BOXES = 60;

/** A group of boxes for every segment that has at least two values, events and rounds first. */
export function FilterBoxes({ prefix, where, values, naming, words }: BoxesProps): JSX.Element {
  const { definition, language, names } = naming;
  const first = ['@event', '@round'];
  const segments = [...first, ...[...values.keys()].filter((id) => !first.includes(id))];
  return (
    <div class="boxes">
      {segments.map((id) => {
        const segment = segmentOf(definition, id, language, names);
        const chosen = where.find((filter) => filter.segment === id)?.values ?? [];
        const offered = [...new Set([...(values.get(id) ?? []), ...chosen])];
        if (!segment || (offered.length < 2 && chosen.length === 0)) return null;
        const hidden = offered.length > MOST_BOXES;
        return (
          <fieldset key={id} hidden={hidden}>
            <legend>{segmentName(definition, id, language, words.say)}</legend>
            {offered
              .filter((value) => !hidden || chosen.includes(value))
              .map((value) => (
                <label key={value} class="check">
                  <input
                    type="checkbox"
                    name={prefix + id}
                    value={value}
                    checked={chosen.includes(value)}
                  />
                  <span>{segment.label(value)}</span>
                </label>
              ))}
          </fieldset>
        );
      })}
    </div>
  );
}
