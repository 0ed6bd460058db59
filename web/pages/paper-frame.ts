import type { Context } from 'hono';
import type { RoomEvent } from '../../src/db/room/events.ts';
import type { RoomTable } from '../../src/db/room/tables.ts';
import type { Study } from '../../src/db/studies.ts';
import type { Env } from '../../src/http/env.ts';
import type { Language } from '../../src/survey/language.ts';
import { isLanguage } from '../../src/survey/language.ts';
import { namedIn } from '../../src/survey/room/table-name.ts';
import { paperTexts, type SayPaper } from '../text/paper/texts.ts';
import { type RoomFrame, roomFrame } from './room-frame.ts';

/** What every page about an event on paper needs. */
export interface PaperFrame extends RoomFrame {
  event: RoomEvent;
  /** The tables that are not merged into others, by number. */
  tables: RoomTable[];
  tell: SayPaper;
  /** Of the event: `/studies/…/room/…`. */
  path: string;
}

/** The frame of a page about an event on paper. */
export function paperFrame(
  c: Context<Env>,
  study: Study,
  event: RoomEvent,
  tables: readonly RoomTable[],
): PaperFrame {
  const frame = roomFrame(c, study);
  return {
    ...frame,
    event,
    tables: tables
      .filter(({ mergedInto }) => mergedInto === null)
      .map((table) => namedIn(frame.language, table)),
    tell: paperTexts(frame.language),
    path: `/studies/${study.id}/room/${event.id}`,
  };
}

/** The language of the study that is asked for; its default language otherwise. */
export function sheetLanguage({ definition }: Study, asked: string | undefined): Language {
  return isLanguage(asked) && definition.languages.includes(asked)
    ? asked
    : definition.defaultLanguage;
}
