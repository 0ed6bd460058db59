import type { Kysely } from 'kysely';
import type { RoomEvent } from '../db/room/events.ts';
import { floorQuestions } from '../db/room/floor.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import type { RankingQuestion } from '../survey/definition.ts';
import { type Text, textIn } from '../survey/language.ts';
import { primaryQuestion } from '../survey/results-query.ts';
import { floorOrder } from '../survey/room/floor.ts';
import { roomInstructions } from '../survey/room/room-instructions.ts';
import { ENGLISH_NAMES } from '../survey/segment.ts';
import type { Reader } from './results-of.ts';
import type { ScreenDocument } from './room-screen-document.ts';
import { changedScreen, rankingScreen, type Shown } from './room-screen-figures.ts';
import { compareScreen, tableScreen } from './room-screen-tables.ts';

/**
 * What the big screen shows, as data. Figures only once they are revealed, of people only where
 * there are enough of them, questions only once they are accepted; never a name.
 *
 * @example
 * await screenOf(db, study, event) // { shows: 'join' }
 */
export async function screenOf(
  db: Kysely<Database>,
  study: Study,
  event: RoomEvent,
  reader: Reader = { language: study.definition.defaultLanguage, names: ENGLISH_NAMES },
): Promise<ScreenDocument> {
  const { definition } = study;
  const { screen, question: asked } = event.state;
  const words = (text: Text) => textIn(text, reader.language, definition.defaultLanguage);
  const question =
    definition.questions.find(
      (one): one is RankingQuestion => one.id === asked && one.kind === 'ranking',
    ) ?? primaryQuestion(definition);
  switch (screen) {
    case 'join':
      return { shows: 'join' };
    case 'instructions':
      return instructionsScreen(study, event, words);
    case 'questions':
      return questionsScreen(db, event);
  }
  const ranking = question.kind === 'ranking' ? question : null;
  const shown = { db, study, event, reader, words };
  if (screen === 'tables') return tableScreen({ ...shown, question: ranking });
  if (!ranking) return { shows: 'held', reason: 'few' };
  if (!event.state.revealed) return { shows: 'held', reason: 'hidden' };
  const figures: Shown = { ...shown, question: ranking };
  if (screen === 'compare') return compareScreen(figures);
  return screen === 'changed' ? changedScreen(figures) : rankingScreen(figures);
}

function instructionsScreen(
  { definition }: Study,
  { agenda, state }: RoomEvent,
  words: (text: Text) => string,
): ScreenDocument {
  const { part, brief, steps, back } = roomInstructions(definition, agenda, state.phase);
  return {
    shows: 'instructions',
    title: part && words(part.title),
    minutes: part?.minutes ?? null,
    back,
    brief: brief && words(brief),
    steps: steps.map((step) =>
      step.kind === 'together' ? { ...step, titles: step.titles.map(words) } : step,
    ),
  };
}

async function questionsScreen(db: Kysely<Database>, event: RoomEvent): Promise<ScreenDocument> {
  const questions = floorOrder(await floorQuestions(db, event));
  const shown = questions.find(({ status }) => status === 'shown');
  return {
    shows: 'questions',
    question: shown
      ? { id: shown.id, number: shown.number, text: shown.text, support: shown.support }
      : null,
    waiting: questions.filter(({ status }) => status === 'accepted').length,
    isOpen: event.state.floor && event.state.stage !== 'ended',
  };
}
