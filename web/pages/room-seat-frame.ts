import type { Context } from 'hono';
import type { Study } from '../../src/db/studies.ts';
import type { Env } from '../../src/http/env.ts';
import type { Language, Text } from '../../src/survey/language.ts';
import { textIn } from '../../src/survey/language.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { roomTexts, type SayRoom } from '../text/room/texts.ts';
import { studyVoice } from './joined-study.tsx';
import type { Voice } from './participant-page.tsx';

/** What every page of a phone in a room needs. */
export interface SeatFrame {
  study: Study;
  voice: Voice;
  language: Language;
  text: SayRoom;
  words: (wording: Text) => string;
  /** `/j/K7P-42M`, where everything about the study begins. */
  root: string;
}

/** The frame of a phone's page, in the reader's language if the study speaks it. */
export function seatFrame(c: Context<Env>, study: Study): SeatFrame {
  const voice = studyVoice(c, study);
  const { language } = voice;
  return {
    study,
    voice,
    language,
    text: roomTexts(language),
    words: (wording) => textIn(wording, language, study.definition.defaultLanguage),
    root: `/j/${formatJoinCode(study.joinCode)}`,
  };
}
