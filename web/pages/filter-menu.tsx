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
  /** The round that the page takes by itself: then one is chosen, or all; else any of them. */
  taken?: number | null;
}

/** More values than this are no choice for boxes. */
const MOST_BOXES = 60;

/** A group of boxes for every segment that has at least two values, events and rounds first. */
export function FilterBoxes(props: BoxesProps): JSX.Element {
  const { prefix, where, values, naming, words, taken = null } = props;
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
        if (id === '@round' && taken !== null) {
          return <RoundChoice key={id} {...props} taken={String(taken)} offered={offered} />;
        }
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

/**
 * Rounds are the same people again: one of them is chosen, or all. The one that the page takes by
 * itself is sent as nothing, so that another question takes its own.
 */
function RoundChoice({
  prefix,
  where,
  naming: { definition, language, names },
  words: { say },
  taken,
  offered,
}: Omit<BoxesProps, 'taken'> & { taken: string; offered: readonly string[] }): JSX.Element {
  const chosen = where.find(({ segment }) => segment === '@round')?.values ?? ['all'];
  const several = chosen.length > 1 ? [chosen.join()] : [];
  const segment = segmentOf(definition, '@round', language, names)!;
  const label = (value: string) =>
    value === 'all' ? say('allRounds') : value.split(',').map(segment.label).join(', ');
  return (
    <fieldset>
      <legend>{segmentName(definition, '@round', language, say)}</legend>
      {['all', ...offered, ...several].map((value) => (
        <label key={value} class="check">
          <input
            type="radio"
            name={`${prefix}@round`}
            value={value === taken ? '' : value}
            checked={value === chosen.join()}
          />
          <span>{label(value)}</span>
        </label>
      ))}
      <p class="method">
        {say('allRounds')}: {say('roundsRepeated')}
      </p>
    </fieldset>
  );
}
