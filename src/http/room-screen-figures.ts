import type { Kysely } from 'kysely';
import type { RoomEvent } from '../db/room/events.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import type { RankingQuestion } from '../survey/definition.ts';
import type { Text } from '../survey/language.ts';
import { optionsOf } from '../survey/question-options.ts';
import { movedItems } from '../survey/room-analysis/moved-items.ts';
import { liveRanking } from './live-ranking.ts';
import type { Reader } from './results-of.ts';
import { pairedOf } from './room-results-of.ts';
import type { ScreenDocument } from './room-screen-document.ts';

/** More rows could not be read from the back of the hall. */
export const MOST_ROWS = 8;

/** What the figures of a screen are worked out from. */
export interface Shown {
  db: Kysely<Database>;
  study: Study;
  event: RoomEvent;
  question: RankingQuestion;
  reader: Reader;
  words: (text: Text) => string;
}

/** What individuals of this event and round rank, by the share that has each item in their top. */
export async function rankingScreen(shown: Shown): Promise<ScreenDocument> {
  const { db, study, event, question, reader, words } = shown;
  const all = await liveRanking(db, study, event, { question, language: reader.language });
  if (!all) return { shows: 'held', reason: 'few' };
  const { items, topShare, topShareInterval, topCount, agreement, meanRank, n } = all;
  const labels = new Map(labelsOf(shown).map(({ id, label }) => [id, label]));
  const rows = items
    .map(({ id, name }, index) => {
      const [low, high] = topShareInterval[index] ?? [0, 0];
      return {
        id: String(id),
        label: labels.get(String(id)) ?? name,
        share: topShare[index] ?? 0,
        low,
        high,
        mean: meanRank?.[index] ?? 0,
      };
    })
    .toSorted((a, b) => b.share - a.share || a.mean - b.mean || (a.id < b.id ? -1 : 1))
    .map(({ id, label, share, low, high }, index) => {
      return { id, label, share, low, high, place: index + 1, isTop: index < topCount };
    });
  return {
    shows: 'ranking',
    title: words(question.title),
    rows,
    top: topCount,
    n,
    kendallW: agreement.kendallW,
  };
}

/** The room's place of each item, 1 the best; null where too few have answered. */
export async function roomPlaces(shown: Shown): Promise<number[] | null> {
  const ranking = await rankingScreen(shown);
  if (ranking.shows !== 'ranking') return null;
  const places = new Map(ranking.rows.map(({ id, place }) => [id, place]));
  return labelsOf(shown).map(({ id }) => places.get(id) ?? ranking.rows.length);
}

/** The latest two rounds, by those who were there in both. */
export async function changedScreen(shown: Shown): Promise<ScreenDocument> {
  const { db, study, event, question, words } = shown;
  const pairs = await pairedOf(db, study, event, question);
  const two = pairs.findLast(({ after }) => after <= event.state.round) ?? pairs.at(-1);
  if (!two) return { shows: 'held', reason: 'one-round' };
  const { before, after, n, leavers, newcomers, held, agreement, isCoarse } = two;
  if (held) return { shows: 'held', reason: 'few' };
  const labels = labelsOf(shown);
  return {
    shows: 'changed',
    title: words(question.title),
    before,
    after,
    n,
    leavers,
    newcomers,
    isCoarse,
    agreement: agreement && { before: agreement.before, after: agreement.after },
    rows: movedItems(two.items, MOST_ROWS).map(({ item, ...places }) => ({
      id: labels[item]!.id,
      label: labels[item]!.label,
      ...places,
    })),
  };
}

/** The items of the ranking with the short names that fit a screen. */
export function labelsOf({ study, question, words }: Shown): { id: string; label: string }[] {
  return optionsOf(study.definition, question).map(({ id, short, label }) => ({
    id,
    label: words(short ?? label),
  }));
}
