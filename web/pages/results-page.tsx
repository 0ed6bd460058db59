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
        versions: `/api/studies/${study.id}/live`,
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
          <p class="live" data-stale={words.say('stale', { time: '%time%' })}>
            {isLive && <span class="live-dot">{words.say('live')}</span>}{' '}
            <AsOf now={now} words={words} />
            {isLive && <small>{words.say('steps', { count: definition.privacy.minCell })}</small>}
          </p>
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

/** When the figures were read; the time is an element of its own, so that the script can localise it. */
function AsOf({ now, words: { say, figures } }: { now: Date; words: Words }): JSX.Element {
  const [before, after] = say('updated', { time: '\n' }).split('\n');
  return (
    <span>
      {before}
      <time dateTime={now.toISOString()}>{figures.time(now)}</time>
      {after}
    </span>
  );
}
