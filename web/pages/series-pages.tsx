import { Hono } from 'hono';
import { listEvents } from '../../src/db/room/events.ts';
import type { Env } from '../../src/http/env.ts';
import { readRoomQuery } from '../../src/http/room-results-api.ts';
import { roomResultsOf } from '../../src/http/room-results-of.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { designerLanguage } from './designer-language.ts';
import { html } from './html.ts';
import { roomReader } from './room-results-pages.tsx';
import { roomWords } from './room-results-words.ts';
import { seriesPanels } from './series-panels.ts';
import { SeriesPage } from './series-page.tsx';

/** The editions of a series: one study, many events, side by side and rolled up. */
export const seriesPages = new Hono<Env>().get('/studies/:id/series', async (c) => {
  const study = await studyFor(c, 'read');
  const { db, config } = c.var;
  const language = designerLanguage(c);
  const { name: wanted = '', question = '' } = c.req.query();
  const events = await listEvents(db, study.id);
  const names = [...new Set(events.flatMap(({ series }) => (series ? [series] : [])))];
  const name = names.find((one) => one === wanted) ?? names[0] ?? null;
  const query = readRoomQuery(study.definition, { question });
  const { document } = await roomResultsOf(db, study, query, roomReader(language));
  const found = await document();
  const words = roomWords(study.definition, found.question.id, language);
  const editions = events.filter(({ series }) => series !== null && series === name);
  return html(
    c,
    <SeriesPage
      {...{ study, name, names, language, words }}
      question={found.question.id}
      version={found.version}
      panels={
        name === null ? [] : seriesPanels(name, editions, { document: found, words, language })
      }
      say={designerTexts(language)}
      assets={config.assets}
      now={config.now()}
    />,
  );
});
