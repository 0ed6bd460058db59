import type { Definition } from '../../src/survey/definition.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import { optionsOf } from '../../src/survey/question-options.ts';
import type { PersonMark } from '../../src/survey/room/room-rights.ts';
import { tableNameIn } from '../../src/survey/room/table-name.ts';
import { resultsTexts } from '../text/results/texts.ts';
import { roomResultsTexts, type SayRoomResults } from '../text/room-results/texts.ts';
import { figureWords } from './figure-words.ts';
import type { Words } from './ranking-slice.ts';

/** The words of results, and those of the analysis of a room. */
export interface RoomWords extends Words {
  tell: SayRoomResults;
  /** A table by what its answers carry. */
  table: (key: string) => string;
}

/** The words of a room's analysis by one ranking, in one language. */
export function roomWords(
  definition: Definition,
  questionId: string,
  language: Language,
): RoomWords {
  const question = definition.questions.find(({ id }) => id === questionId)!;
  const options = new Map(optionsOf(definition, question).map((option) => [option.id, option]));
  const wording = (id: string | number, isShort: boolean): string => {
    const option = options.get(String(id));
    if (!option) return String(id);
    return textIn((isShort && option.short) || option.label, language, definition.defaultLanguage);
  };
  return {
    say: resultsTexts(language),
    tell: roomResultsTexts(language),
    figures: figureWords(language),
    table: (key) => tableNameIn(language, key),
    short: (id) => wording(id, true),
    name: (id) => wording(id, false),
  };
}

/** What people came as, in the plural and in the middle of a sentence. */
export function markName(mark: PersonMark, tell: SayRoomResults): string {
  if (mark === 'expert') return tell('experts');
  return tell(mark === 'team' ? 'team' : 'audience');
}
