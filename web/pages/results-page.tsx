import type { JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { Assets } from '../../src/http/assets.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import { type ResultsQuery, resultsParameters } from '../../src/survey/results-query.ts';
import type { ResultsDocument } from '../../src/survey/results-document.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import { DesignerPage } from './designer-page.tsx';
import type { Words } from './ranking-slice.ts';
import { ResultsControls } from './results-controls.tsx';
import { Kpis } from './results-kpis.tsx';
import { PanelCard } from './results-panel.tsx';
import { resultsPanels } from './results-panels.ts';
import { Withheld } from './withheld.tsx';

export interface ResultsPageProps {
  study: Study;
  query: ResultsQuery;
  document: ResultsDocument;
  /** Ratings of importance and level that belong to the question's list, if there are any. */
  gap: { importance: ResultsDocument; level: ResultsDocument } | null;
  /** How many take part in the study, whatever they answered. */
  participants: number;
  language: Language;
  words: Words;
  say: SayDesigner;
  assets: Assets;
  now: Date;
}

/**
 * The results of one question: headline figures and panels, each with its table. Everything is in
 * the page; the script adds charts and keeps the page current while the study is open.
 */
export function ResultsPage(props: ResultsPageProps): JSX.Element {
  const { study, query, document, language, words, say, assets, now } = props;
  const { definition } = study;
  const question = definition.questions.find(({ id }) => id === query.question)!;
  const text = (wording: Parameters<typeof textIn>[0]) =>
    textIn(wording, language, definition.defaultLanguage);
  const [all] = document.slices;
  const panels = resultsPanels(props);
  const isLive = study.status === 'open';
  return (
    <DesignerPage
      language={language}
      title={`${text(question.title)} · ${text(definition.title)}`}
      assets={assets}
      entry="results"
      say={say}
      study={study}
      section="results"
      path={`/studies/${study.id}/results?${resultsParameters(query)}`}
      data={{
        version: document.version,
        live: isLive,
        charts: Object.fromEntries(panels.map(({ id, chart }) => [id, chart])),
      }}
      head={
        <ResultsControls
          {...{ study, query, language, words }}
          held={document.slices.map(({ key, label }) => ({ key, label }))}
        />
      }
    >
      <div class="results" id="results">
        <div class="results-title">
          <h2 class="asked">{text(question.title)}</h2>
          {isLive ? (
            <p class="live" data-stale={words.say('stale', { time: words.figures.time(now) })}>
              <span class="live-dot">{words.say('live')}</span>{' '}
              <span>{words.say('updated', { time: words.figures.time(now) })}</span>
            </p>
          ) : (
            <p class="live is-still">{words.say('updated', { time: words.figures.time(now) })}</p>
          )}
        </div>
        {all.suppressed ? (
          <Withheld slice={all} minCell={definition.privacy.minCell} words={words} study={study} />
        ) : (
          <>
            <Kpis slice={all} isTable={query.voice === 'table'} words={words} />
            <div class="panels">
              {panels.map((panel) => (
                <PanelCard key={panel.id} panel={panel} say={words.say} />
              ))}
            </div>
          </>
        )}
      </div>
    </DesignerPage>
  );
}
