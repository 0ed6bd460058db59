import type { Context } from 'hono';
import type { Assets } from '../../src/http/assets.ts';
import type { Env } from '../../src/http/env.ts';
import { type Language, localeOf, type Text, textIn } from '../../src/survey/language.ts';
import type { Study } from '../../src/db/studies.ts';
import { designerTexts, type SayDesigner } from '../text/designer/texts.ts';
import { roomTexts, type SayRoom } from '../text/room/texts.ts';
import { designerLanguage } from './designer-language.ts';

/** What every page about a room needs. */
export interface RoomFrame {
  study: Study;
  language: Language;
  say: SayDesigner;
  text: SayRoom;
  assets: Assets;
  /** A wording of the study in the page's language. */
  words: (wording: Text) => string;
}

/** The frame of a facilitator's page. */
export function roomFrame(c: Context<Env>, study: Study): RoomFrame {
  const language = designerLanguage(c);
  const { defaultLanguage } = study.definition;
  return {
    study,
    language,
    say: designerTexts(language),
    text: roomTexts(language),
    assets: c.var.config.assets,
    words: (wording) => textIn(wording, language, defaultLanguage),
  };
}

/**
 * Seconds as a clock shows them: `04:32`, and `-01:05` when the time is over.
 *
 * @example
 * clock(272) // '04:32'
 */
export function clock(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  const parts = [Math.floor(whole / 60), whole % 60].map((part) => String(part).padStart(2, '0'));
  return `${seconds < 0 ? '-' : ''}${parts.join(':')}`;
}

/**
 * An event's series with the number of the edition; null without a series.
 *
 * @example
 * editionName({ series: 'Focus Sessions', seriesNumber: 1 }) // 'Focus Sessions #1'
 */
export function editionName({
  series,
  seriesNumber,
}: {
  series: string | null;
  seriesNumber?: number | null;
}): string | null {
  return series && seriesNumber ? `${series} #${seriesNumber}` : series;
}

/** Where the editions of a series stand side by side. */
export function seriesPath(studyId: string, series: string): string {
  return `/studies/${studyId}/series?name=${encodeURIComponent(series)}`;
}

/** When an event is, in its own time zone, as readers of a language write it. */
export function eventTime(
  language: Language,
  { startsAt, endsAt, timeZone }: { startsAt: Date; endsAt: Date; timeZone: string },
): string {
  const locale = localeOf(language);
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone,
  });
  const zone = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' })
    .formatToParts(startsAt)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return `${format.formatRange(startsAt, endsAt)} (${zone ?? timeZone})`;
}
