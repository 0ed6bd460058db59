import { Hono } from 'hono';
import { askedResults } from '../../src/http/asked-results.ts';
import type { Env } from '../../src/http/env.ts';
import { needsOf } from '../../src/http/needs-of.ts';
import { roundsOf } from '../../src/http/rounds-of.ts';
import { segmentValues } from '../../src/http/segment-values.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { unchanged } from '../../src/http/unchanged.ts';
import { countedRounds, inRound } from '../../src/survey/default-round.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { needsTexts } from '../text/needs/texts.ts';
import { resultsTexts } from '../text/results/texts.ts';
import { designerLanguage } from './designer-language.ts';
import { figureWords } from './figure-words.ts';
import { formAddress } from './filter-form.ts';
import { html } from './html.ts';
import { NeedsPage } from './needs-page.tsx';
import { segmentNames } from './results-pages.tsx';

/** The page about training needs; like the API it answers 304 while nothing has changed. */
export const needsPages = new Hono<Env>().get('/studies/:id/needs', async (c) => {
  const study = await studyFor(c, 'read');
  const { definition } = study;
  const url = new URL(c.req.url);
  const sent = formAddress(definition, url.searchParams);
  if (sent !== null) return c.redirect(address(url.pathname, new URLSearchParams(sent)), 303);
  const asked = askedResults(definition, c.req.query());
  const rounds = await roundsOf(c.var.db, study, { where: asked.where, voice: asked.voice });
  const filter = inRound({ ...asked, by: null }, rounds.taken);
  const language = designerLanguage(c);
  const say = resultsTexts(language);
  const names = segmentNames(say);
  const { db, config } = c.var;
  const { etag, document } = await needsOf(db, study, filter, { language, names });
  c.header('Vary', 'Cookie, Accept-Language');
  const same = unchanged(c, etag);
  if (same) return same;
  const figures = figureWords(language);
  const isRepeated = countedRounds(rounds.rounds, filter.where).length > 1;
  return html(
    c,
    <NeedsPage
      {...{ study, filter, rounds, language }}
      view={{ needs: await document(), say: needsTexts(language), figures, isRepeated }}
      values={await segmentValues(db, study, filter.voice)}
      naming={{ definition, language, names }}
      words={{ say, figures, short: String, name: String }}
      sayDesigner={designerTexts(language)}
      assets={config.assets}
    />,
  );
});

/** The page's own address for what the form of filters was sent with. */
function address(path: string, parameters: URLSearchParams): string {
  for (const other of ['question', 'by', 'compare']) parameters.delete(other);
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}
