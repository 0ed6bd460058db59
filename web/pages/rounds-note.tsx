import type { JSX } from 'preact';
import type { Rounds } from '../../src/http/rounds-of.ts';
import { countedRounds } from '../../src/survey/default-round.ts';
import type { ResultsQuery } from '../../src/survey/results-query.ts';
import type { SayResults } from '../text/results/texts.ts';

interface RoundsNoteProps {
  rounds: Rounds;
  /** What is shown: with the round that the page takes by itself. */
  query: Pick<ResultsQuery, 'where' | 'rounds'>;
  /** Of one question, or of the whole study. */
  of: 'question' | 'study';
  /** Addresses of the same page for all rounds, and for one; null where the page has no such link. */
  addressOf: ((round: number | 'all') => string) | null;
  say: SayResults;
}

/**
 * Which round is counted, or that people are counted once a round; nothing where people answered
 * only once, or where somebody has chosen one round.
 */
export function RoundsNote(props: RoundsNoteProps): JSX.Element | null {
  const { rounds, query, of, addressOf, say } = props;
  const counted = countedRounds(rounds.rounds, query.where);
  if (query.rounds === 'latest') {
    const n = counted[0] ?? rounds.taken!;
    return (
      <p class="rounds-note">
        {say(of === 'question' ? 'roundOfQuestion' : 'roundOfStudy', { n })}{' '}
        {addressOf && (
          <a href={addressOf('all')} data-swap={of === 'question'}>
            {say('allRounds')}
          </a>
        )}
      </p>
    );
  }
  if (counted.length < 2) return null;
  return (
    <p class="rounds-note">
      {say('roundsRepeated')}{' '}
      {addressOf && rounds.latest !== null && (
        <a href={addressOf(rounds.latest)} data-swap={of === 'question'}>
          {say('onlyRound', { n: rounds.latest })}
        </a>
      )}
    </p>
  );
}
