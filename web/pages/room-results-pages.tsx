import { Hono } from 'hono';
import { listEvents } from '../../src/db/room/events.ts';
import type { Env } from '../../src/http/env.ts';
import type { Reader } from '../../src/http/results-of.ts';
import { readRoomQuery } from '../../src/http/room-results-api.ts';
import { roomResultsOf } from '../../src/http/room-results-of.ts';
import { segmentValues } from '../../src/http/segment-values.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { unchanged } from '../../src/http/unchanged.ts';
import type { Language } from '../../src/survey/language.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { resultsTexts } from '../text/results/texts.ts';
import { designerLanguage } from './designer-language.ts';
import { html } from './html.ts';
import { segmentNames } from './results-pages.tsx';
import { RoomResultsPage } from './room-results-page.tsx';
import { roomWords } from './room-results-words.ts';

/** The analysis of a room; like the API it answers 304 while nothing has changed. */
export const roomResultsPages = new Hono<Env>().get('/studies/:id/results/room', async (c) => {
  const study = await studyFor(c, 'read');
  const { definition } = study;
  const { db, config } = c.var;
  const query = readRoomQuery(definition, c.req.query());
  const language = designerLanguage(c);
  const reader = roomReader(language);
  const { etag, document } = await roomResultsOf(db, study, query, reader);
  c.header('Vary', 'Cookie, Accept-Language');
  const same = unchanged(c, etag);
  if (same) return same;
  const found = await document();
  return html(
    c,
    <RoomResultsPage
      {...{ study, query, language }}
      document={found}
      events={await listEvents(db, study.id)}
      values={await segmentValues(db, study, 'individual')}
      naming={{ definition, language, names: reader.names }}
      words={roomWords(definition, found.question.id, language)}
      say={designerTexts(language)}
      assets={config.assets}
      now={config.now()}
    />,
  );
});

/** Who reads the analysis of a room on a page: labels in the page's language. */
export function roomReader(language: Language): Reader {
  return { language, names: segmentNames(resultsTexts(language)) };
}
