import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../src/db/schema.ts';
import type { Study } from '../../src/db/studies.ts';
import type { Env } from '../../src/http/env.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { isCurrent, type Reader, resultsOf } from '../../src/http/results-of.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { optionsOf } from '../../src/survey/question-options.ts';
import { readResultsQuery, type ResultsQuery } from '../../src/survey/results-query.ts';
import { textIn } from '../../src/survey/language.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { type SayResults, resultsTexts } from '../text/results/texts.ts';
import { designerLanguage } from './designer-language.ts';
import { figureWords } from './figure-words.ts';
import { html } from './html.ts';
import { ResultsPage, type ResultsPageProps } from './results-page.tsx';

/** The results page; like the API it answers 304 while nothing has changed. */
export const resultsPages = new Hono<Env>().get('/studies/:id/results', async (c) => {
  const study = await studyFor(c, 'read');
  const { definition } = study;
  const query = readResultsQuery(definition, c.req.query());
  if (typeof query === 'string') throw new Refusal(422, query);
  const language = designerLanguage(c);
  const say = resultsTexts(language);
  const reader: Reader = { language, names: segmentNames(say) };
  const { etag, document } = await resultsOf(c.var.db, study, query, reader);
  c.header('ETag', etag);
  c.header('Cache-Control', 'private, no-cache');
  c.header('Vary', 'Cookie, Accept-Language');
  if (isCurrent(c.req.header('if-none-match'), etag)) return c.body(null, 304);
  const question = definition.questions.find(({ id }) => id === query.question)!;
  const options = new Map(optionsOf(definition, question).map((option) => [option.id, option]));
  const wording = (id: string | number, isShort: boolean): string => {
    const option = options.get(String(id));
    if (!option) return String(id);
    const text = (isShort && option.short) || option.label;
    return textIn(text, language, definition.defaultLanguage);
  };
  return html(
    c,
    <ResultsPage
      study={study}
      query={query}
      document={await document()}
      gap={await gapOf(c.var.db, study, query, reader)}
      language={language}
      words={{
        say,
        figures: figureWords(language),
        short: (id) => wording(id, true),
        name: (id) => wording(id, false),
      }}
      say={designerTexts(language)}
      assets={c.var.config.assets}
      now={c.var.config.now()}
    />,
  );
});

/** The ratings of importance and level that the study's gap analysis pairs with this question. */
async function gapOf(
  db: Kysely<Database>,
  study: Study,
  query: ResultsQuery,
  reader: Reader,
): Promise<ResultsPageProps['gap']> {
  const { definition } = study;
  const asked = definition.questions.find(({ id }) => id === query.question);
  const list = asked && 'optionsFrom' in asked ? asked.optionsFrom : null;
  for (const analysis of definition.analyses) {
    if (analysis.kind !== 'gap' || !analysis.importance || !analysis.level) continue;
    const { importance, level } = analysis;
    const own = [importance, level].includes(query.question);
    if (!own && analysis.list !== list) continue;
    const read = async (question: string) =>
      (await resultsOf(db, study, { ...query, question, by: null }, reader)).document();
    return { importance: await read(importance), level: await read(level) };
  }
  return null;
}

function segmentNames(say: SayResults): Reader['names'] {
  return {
    all: say('everyone'),
    notStated: say('notStated'),
    writeIn: say('writtenIn'),
    individual: say('individuals'),
    table: say('tables'),
    round: (n) => say('round', { n }),
  };
}
