import type { Kysely } from 'kysely';
import type { RoomEvent } from '../../src/db/room/events.ts';
import type { Database } from '../../src/db/schema.ts';
import { resultsOf } from '../../src/http/results-of.ts';
import { agreementLevel } from '../../src/ranking/agreement-level.ts';
import { optionsOf } from '../../src/survey/question-options.ts';
import { primaryQuestion } from '../../src/survey/results-query.ts';
import { ENGLISH_NAMES } from '../../src/survey/segment.ts';
import { resultsTexts } from '../text/results/texts.ts';
import type { RoomFrame } from './room-frame.ts';
import type { ScreenRanking } from './room-screen.tsx';

/** More rows could not be read from the back of the hall. */
const MOST_ROWS = 8;

const AGREEMENT = {
  none: 'wVeryWeak',
  'very-weak': 'wVeryWeak',
  weak: 'wWeak',
  moderate: 'wModerate',
  strong: 'wStrong',
  'very-strong': 'wVeryStrong',
} as const;

/**
 * The ranking for the big screen: what individuals of this event and round have answered, by the
 * share that has each item in their top. Held back as the results are when there are too few.
 */
export async function screenRanking(
  db: Kysely<Database>,
  { study, words, language }: RoomFrame,
  event: RoomEvent,
): Promise<ScreenRanking> {
  const { state } = event;
  if (!state.revealed) return { reason: 'hidden' };
  const { definition } = study;
  const question =
    definition.questions.find(({ id, kind }) => id === state.question && kind === 'ranking') ??
    primaryQuestion(definition);
  const where = [
    { segment: '@event', values: [event.key] },
    { segment: '@round', values: [String(state.round)] },
  ];
  const query = { question: question.id, by: null, where, voice: 'individual' as const };
  const { document } = await resultsOf(db, study, query, { language, names: ENGLISH_NAMES });
  const [all] = (await document()).slices;
  if (all.suppressed !== undefined || !('items' in all)) return { reason: 'few' };
  const { items, topShare, topShareInterval, topCount, agreement, n } = all;
  const options = new Map<string, string>(
    optionsOf(definition, question).map(({ id, short, label }) => [id, words(short ?? label)]),
  );
  const rows = items
    .map(({ id, name }, index) => {
      const [low, high] = topShareInterval[index] ?? [0, 0];
      return {
        id: String(id),
        label: options.get(String(id)) ?? name,
        share: topShare[index] ?? 0,
        low,
        high,
      };
    })
    .toSorted((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_ROWS)
    .map((row, index) => ({ ...row, place: index + 1, isTop: index < topCount }));
  const w = agreement.kendallW;
  const say = resultsTexts(language);
  return {
    rows,
    top: topCount,
    n,
    title: words(question.title),
    agreement: w === null ? null : { w, word: say(AGREEMENT[agreementLevel(w)]) },
  };
}
