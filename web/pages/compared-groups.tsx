import type { JSX } from 'preact';
import type { CompareDocument } from '../../src/http/compare-of.ts';
import { type GroupNames, notTested, wholeSentence } from './compare-panels.ts';
import { How } from './how.tsx';
import { countedWords, leftOutWords } from './left-out.ts';
import type { Words } from './ranking-slice.ts';

interface ComparedGroupsProps {
  document: CompareDocument;
  names: GroupNames;
  minCell: number;
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
  minCell,
  words,
}: ComparedGroupsProps & { which: 'a' | 'b'; name: string }): JSX.Element {
  const { say, figures } = words;
  const slice = document[which];
  return (
    <section class="kpi card">
      <h2>
        <b class={`side side-${which}`}>{which.toUpperCase()}</b> {name}
      </h2>
      {slice.suppressed ? (
        <p>
          {say('compareHeld', {
            reason:
              slice.suppressed === 'by-subtraction'
                ? say('subtractLead', { count: minCell })
                : slice.suppressed === 'personal'
                  ? say('personalLead')
                  : say('fewLead'),
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
