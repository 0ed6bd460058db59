import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { askedResults } from '../../src/http/asked-results.ts';
import type { Database } from '../../src/db/schema.ts';
import type { Study } from '../../src/db/studies.ts';
import { codingVersion } from '../../src/db/themes.ts';
import { compareOf } from '../../src/http/compare-of.ts';
import { dividesOf, mayDivideRound } from '../../src/http/divides-of.ts';
import { divisionOfResults } from '../../src/http/division-of.ts';
import type { Env } from '../../src/http/env.ts';
import { isMoving } from '../../src/http/quality-results-of.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { type Reader, resultsOf } from '../../src/http/results-of.ts';
import { roundsOf } from '../../src/http/rounds-of.ts';
import { segmentValues } from '../../src/http/segment-values.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { unchanged } from '../../src/http/unchanged.ts';
import { themeDocument } from '../../src/http/themes-of.ts';
import { compareInRound } from '../../src/survey/compare-in-round.ts';
import { readCompare } from '../../src/survey/compare-query.ts';
import { inRound } from '../../src/survey/default-round.ts';
import type { Option } from '../../src/survey/option.ts';
import { optionsOf } from '../../src/survey/question-options.ts';
import { asksQuality, pageParameters, type ResultsQuery } from '../../src/survey/results-query.ts';
import { QUALITY } from '../../src/survey/segment.ts';
import { isCodable } from '../../src/survey/theme.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import { dataTexts } from '../text/data/texts.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { type SayResults, resultsTexts } from '../text/results/texts.ts';
import { CountingPage } from './counting-page.tsx';
import { designerLanguage } from './designer-language.ts';
import { DividesPage } from './divides-page.tsx';
import { figureWords } from './figure-words.ts';
import { formAddress } from './filter-form.ts';
import { html } from './html.ts';
import { withoutMarked } from './marked-note.tsx';
import type { Words } from './ranking-slice.ts';
import { ResultsPage, type ResultsPageProps } from './results-page.tsx';

/** The results page; like the API it answers 304 while nothing has changed. */
export const resultsPages = new Hono<Env>()
  .get('/studies/:id/results/divides', async (c) => {
    const study = await studyFor(c, 'read');
    const language = designerLanguage(c);
    const words = wordsOf(language, new Map(), study.definition.defaultLanguage);
    const voice = c.req.query('voice') === 'table' ? 'table' : 'individual';
    const reader: Reader = { language, names: segmentNames(words.say) };
    const { db } = c.var;
    const rounds = await roundsOf(db, study, { voice });
    const query = inRound(askedRounds(study, c.req.query('round')), rounds.taken);
    const one = (await mayDivideRound(db, study)) ? roundIn(query) : null;
    const { document } = await dividesOf(db, study, voice, reader, one);
    return html(
      c,
      <DividesPage
        {...{ study, language, words, rounds }}
        query={one === null ? { where: [] } : query}
        document={await document()}
        say={designerTexts(language)}
        assets={c.var.config.assets}
      />,
    );
  })
  .get('/studies/:id/results', async (c) => {
    const study = await studyFor(c, 'read');
    const { definition } = study;
    const { db } = c.var;
    const url = new URL(c.req.url);
    const sent = formAddress(definition, url.searchParams);
    if (sent !== null) return c.redirect(`${url.pathname}?${sent}`, 303);
    const asked = askedResults(definition, c.req.query());
    const compare = readCompare(definition, asked, c.req.query('compare'));
    if (compare !== null && typeof compare === 'object' && 'problem' in compare) {
      throw new Refusal(422, compare.problem);
    }
    if (asksQuality(asked) && isMoving(study)) {
      const where = asked.where.filter(({ segment }) => segment !== QUALITY);
      const parameters = pageParameters({ ...asked, where });
      const compared = c.req.query('compare');
      if (compared) parameters.set('compare', compared);
      return c.redirect(`${url.pathname}?${parameters}`, 303);
    }
    const language = designerLanguage(c);
    const say = resultsTexts(language);
    const tell = dataTexts(language);
    const names = { ...segmentNames(say), unflagged: tell('filterClean') };
    const reader: Reader = { language, names };
    const counting = roundsOf(db, study, asked).then(async (rounds) => {
      const query = inRound(asked, rounds.taken);
      return { rounds, query, results: await resultsOf(db, study, query, reader) };
    });
    // The script that keeps a page current waits; a person sees that something happens.
    const isScript = c.req.header('sec-fetch-dest') === 'empty';
    const patience = c.var.config.resultsPatience ?? PATIENCE;
    const counted = isScript ? await counting : await soon(counting, patience);
    if (!counted) {
      c.header('Refresh', '2');
      const path = `${url.pathname}${url.search}`;
      const { assets } = c.var.config;
      return html(
        c,
        <CountingPage
          {...{ study, language, path, assets }}
          words={say}
          say={designerTexts(language)}
        />,
      );
    }
    const { rounds, query, results } = counted;
    const values = await segmentValues(db, study, query.voice);
    const other = compare && compareInRound(compare, asked, { values, round: rounds.taken });
    const two = other && (await compareOf(db, study, query, other, reader));
    const question = definition.questions.find(({ id }) => id === query.question)!;
    const isText = !two && isCodable(question);
    const coding = isText ? `-${await codingVersion(db, study.id, question.id)}"` : '"';
    const etag = (two?.etag ?? results.etag).replace(/"$/, coding);
    c.header('Vary', 'Cookie, Accept-Language');
    const same = unchanged(c, etag);
    if (same) return same;
    const themes = isText ? await themeDocument(db, study, query, reader, tell('notCoded')) : null;
    const options = new Map(optionsOf(definition, question).map((option) => [option.id, option]));
    const compared = two && {
      with: compare!,
      query: two.other,
      document: await two.document(),
    };
    const document = await results.document();
    const marked = two ? null : await withoutMarked(db, study, query, { values, reader });
    return html(
      c,
      <ResultsPage
        study={study}
        query={query}
        rounds={rounds}
        document={document}
        division={two ? null : await divisionOfResults(db, study, query, document)}
        compared={compared}
        values={values}
        marked={marked}
        names={reader.names}
        themes={themes}
        gap={two ? null : await gapOf(db, study, query, reader)}
        language={language}
        words={wordsOf(language, options, definition.defaultLanguage)}
        say={designerTexts(language)}
        assets={c.var.config.assets}
        now={c.var.config.now()}
      />,
    );
  });

/** All answers, as far as an address says which rounds it means. */
function askedRounds({ definition }: Study, round: string | undefined): ResultsQuery {
  return { ...askedResults(definition, round ? { round } : {}), by: null };
}

/** The one round that a query lets pass. */
function roundIn({ where }: ResultsQuery): number | null {
  const filter = where.find(({ segment }) => segment === '@round');
  return filter ? Number(filter.values[0]) : null;
}

const PATIENCE = 4000;

/** What comes within so many milliseconds, else null. */
async function soon<T>(coming: Promise<T>, milliseconds: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, milliseconds, null);
  });
  return Promise.race([coming, late]).finally(() => clearTimeout(timer));
}

/** The words of a page about one question. */
function wordsOf(
  language: Language,
  options: ReadonlyMap<string, Option>,
  fallback: Language,
): Words {
  const wording = (id: string | number, isShort: boolean): string => {
    const option = options.get(String(id));
    if (!option) return String(id);
    return textIn((isShort && option.short) || option.label, language, fallback);
  };
  return {
    say: resultsTexts(language),
    figures: figureWords(language),
    short: (id) => wording(id, true),
    name: (id) => wording(id, false),
  };
}

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

/** What segments call values that no definition holds, in the language of a page. */
export function segmentNames(say: SayResults): Reader['names'] {
  return {
    all: say('everyone'),
    notStated: say('notStated'),
    writeIn: say('writtenIn'),
    individual: say('individuals'),
    table: say('tables'),
    round: (n) => say('round', { n }),
    marks: {
      participant: say('markParticipants'),
      team: say('markTeam'),
      expert: say('markExperts'),
    },
  };
}
