import type { Kysely } from 'kysely';
import type { RoomEvent } from '../db/room/events.ts';
import { roomAnswers } from '../db/room/room-ballots.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import type { RankingQuestion } from '../survey/definition.ts';
import type { Language } from '../survey/language.ts';
import { gatherRankings, type RankingFigures } from '../survey/ranking-results.ts';

/** More answers than this are not read for a screen. */
const MOST_ANSWERS = 8000;

/**
 * What the people of one event have ranked in its present round, for the big screen; null while
 * there are fewer than `minCell` of them. Until the event has ended or the study is closed it moves
 * by whole steps of `minCell` people, in the order in which they came, whatever they said about
 * themselves and wherever they sit: a hall sees its ranking although no five people are alike.
 *
 * @example
 * (await liveRanking(db, study, event, { question, language: 'en' }))?.n // 45 of 48 who answered
 */
export async function liveRanking(
  db: Kysely<Database>,
  { id, definition, status, synthetic }: Study,
  { key, state }: RoomEvent,
  { question, language }: { question: RankingQuestion; language: Language },
): Promise<(RankingFigures & { n: number }) | null> {
  const asked = {
    question: question.id,
    event: key,
    voice: 'individual',
    most: MOST_ANSWERS,
  } as const;
  const gathering = gatherRankings(definition, question, language);
  const counted = (await roomAnswers(db, id, asked)).filter(
    ({ voice, round, answer }) =>
      voice === 'individual' && round === state.round && gathering.whyLeftOut(answer) === null,
  );
  const { minCell } = definition.privacy;
  const isStepped = status === 'open' && !synthetic && state.stage !== 'ended';
  const n = isStepped ? Math.floor(counted.length / minCell) * minCell : counted.length;
  if (n < minCell) return null;
  for (const { answer } of counted.slice(0, n)) gathering.add(answer);
  return { ...(gathering.figures() as RankingFigures), n };
}
