import { Hono } from 'hono';
import { listEvents } from '../../src/db/room/events.ts';
import type { Env } from '../../src/http/env.ts';
import type { Reader } from '../../src/http/results-of.ts';
import { readRoomQuery } from '../../src/http/room-results-api.ts';
import { roomResultsOf } from '../../src/http/room-results-of.ts';
import { segmentValues } from '../../src/http/segment-values.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { unchanged } from '../../src/http/unchanged.ts';
import { textIn } from '../../src/survey/language.ts';
import { optionsOf } from '../../src/survey/question-options.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { resultsTexts } from '../text/results/texts.ts';
import { roomResultsTexts } from '../text/room-results/texts.ts';
import { designerLanguage } from './designer-language.ts';
import { figureWords } from './figure-words.ts';
import { html } from './html.ts';
import { segmentNames } from './results-pages.tsx';
import { RoomResultsPage } from './room-results-page.tsx';

/** The analysis of a room; like the API it answers 304 while nothing has changed. */
export const roomResultsPages = new Hono<Env>().get('/studies/:id/results/room', async (c) => {
  const study = await studyFor(c, 'read');
  const { definition } = study;
  const { db, config } = c.var;
  const query = readRoomQuery(definition, c.req.query());
  const language = designerLanguage(c);
  const say = resultsTexts(language);
  const names = segmentNames(say);
  const reader: Reader = { language, names };
  const { etag, document } = await roomResultsOf(db, study, query, reader);
  c.header('Vary', 'Cookie, Accept-Language');
  const same = unchanged(c, etag);
  if (same) return same;
  const found = await document();
  const question = definition.questions.find(({ id }) => id === found.question.id)!;
  const options = new Map(optionsOf(definition, question).map((option) => [option.id, option]));
  const wording = (id: string | number, isShort: boolean): string => {
    const option = options.get(String(id));
    if (!option) return String(id);
    return textIn((isShort && option.short) || option.label, language, definition.defaultLanguage);
  };
  return html(
    c,
    <RoomResultsPage
      {...{ study, query, language }}
      document={found}
      events={await listEvents(db, study.id)}
      values={await segmentValues(db, study, 'individual')}
      naming={{ definition, language, names }}
      words={{
        say,
        tell: roomResultsTexts(language),
        figures: figureWords(language),
        short: (id) => wording(id, true),
        name: (id) => wording(id, false),
      }}
      say={designerTexts(language)}
      assets={config.assets}
      now={config.now()}
    />,
  );
});
