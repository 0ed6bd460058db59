import type { JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { HeldSlice } from '../../src/survey/results-document.ts';
import type { Words } from './ranking-slice.ts';

interface WithheldProps {
  slice: HeldSlice;
  minCell: number;
  words: Words;
  study: Study;
  /** Several filters at once, or a filter and a division. */
  crossed: boolean;
}

/** Why there are no figures, and what to do about it. */
export function Withheld({ slice, minCell, words, study, crossed }: WithheldProps): JSX.Element {
  const { say } = words;
  const { suppressed, n } = slice;
  const count = minCell;
  const [title, lead] =
    suppressed === 'personal'
      ? [say('personalTitle'), say('personalLead')]
      : suppressed === 'by-subtraction'
        ? [say('subtractTitle'), say('subtractLead', { count })]
        : crossed && study.status === 'open'
          ? [say('crossedTitle'), say('crossedLead', { count })]
          : n === null || study.status === 'closed'
            ? [say('fewTitle', { count }), say('fewLead')]
            : [say('neededTitle', { n, count }), say('neededLead', { count })];
  return (
    <section class="empty card">
      {n !== null && n < count && suppressed === 'too-few' && (
        <svg class="needed" viewBox={`0 0 ${count * 14} 12`} aria-hidden="true">
          {Array.from({ length: count }, (_, index) => (
            <circle
              key={index}
              class={index < n ? 'is-there' : undefined}
              cx={index * 14 + 6}
              cy="6"
              r="4.5"
            />
          ))}
        </svg>
      )}
      <h2>{title}</h2>
      <p>{lead}</p>
      {n === null && suppressed !== 'personal' && (
        <p>
          <a class="btn ghost" href={`/studies/${study.id}/results`}>
            {say('backToAll')}
          </a>
        </p>
      )}
    </section>
  );
}
