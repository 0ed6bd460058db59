import type { JSX } from 'preact';
import type { CompareDocument } from '../../src/http/compare-of.ts';
import type { Suppression } from '../../src/survey/small-cells.ts';
import { type GroupNames, notTested, wholeSentence } from './compare-panels.ts';
import { How } from './how.tsx';
import { countedWords, leftOutWords } from './left-out.ts';
import type { Words } from './ranking-slice.ts';

interface ComparedGroupsProps {
  document: CompareDocument;
  names: GroupNames;
  /** How many filters each group has. */
  filters: { a: number; b: number };
  minCell: number;
  isOpen: boolean;
  words: Words;
}

/** The two groups of a comparison, how many they are, and whether they differ as a whole. */
export function ComparedGroups(props: ComparedGroupsProps): JSX.Element {
  const { document, names, words } = props;
  const { say } = words;
  const { comparison } = document;
  const whole = comparison && (wholeSentence(comparison, words) ?? notTested(document, words));
  return (
    <div class="kpis kpis-3" id="kpis">
      <Group {...props} which="a" name={names.a} />
      <Group {...props} which="b" name={names.b} />
      {comparison && (
        <section class="kpi card">
          <h2>{say('against', { a: 'A', b: 'B' })}</h2>
          <p class="whole">{whole}</p>
          {comparison.orders && (
            <p>
              {say('compareOrders', {
                opposed: comparison.orders.opposed,
                pairs: comparison.orders.pairs,
              })}
            </p>
          )}
        </section>
      )}
    </div>
  );
}

function Group({
  document,
  which,
  name,
  filters,
  minCell,
  isOpen,
  words,
}: ComparedGroupsProps & { which: 'a' | 'b'; name: string }): JSX.Element {
  const { say, figures } = words;
  const slice = document[which];
  const reasonOf = (suppressed: Suppression): string => {
    if (suppressed === 'personal') return say('personalLead');
    if (suppressed === 'by-subtraction') return say('subtractLead', { count: minCell });
    return isOpen && filters[which] > 1 ? say('crossedLead', { count: minCell }) : say('fewLead');
  };
  return (
    <section class="kpi card">
      <h2>
        <b class={`side side-${which}`}>{which.toUpperCase()}</b> {name}
      </h2>
      {slice.suppressed ? (
        <p>
          {say('compareHeld', {
            reason: reasonOf(slice.suppressed),
          })}
        </p>
      ) : (
        <>
          <p class="figure">
            <strong data-group={which}>{figures.plain(slice.n)}</strong>
          </p>
          <p>{leftOutWords(slice.leftOut, words) || say('allAnswered')}</p>
          <How lines={countedWords(slice, words)} of={name} say={say} />
        </>
      )}
    </section>
  );
}
