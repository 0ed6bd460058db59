import type { JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { Assets } from '../../src/http/assets.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import {
  type Filter,
  namedFilters,
  pageParameters,
  type ResultsQuery,
} from '../../src/survey/results-query.ts';
import type { ResultsDocument } from '../../src/survey/results-document.ts';
import type { CompareDocument } from '../../src/http/compare-of.ts';
import type { Rounds } from '../../src/http/rounds-of.ts';
import type { SegmentValues } from '../../src/http/segment-values.ts';
import { compareParameter, type CompareWith } from '../../src/survey/compare-query.ts';
import type { Division } from '../../src/survey/divisions.ts';
import type { SegmentNames } from '../../src/survey/segment.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import { comparePanels } from './compare-panels.ts';
import { ComparedGroups } from './compared-groups.tsx';
import { DesignerPage } from './designer-page.tsx';
import { groupName, type Naming } from './filter-names.ts';
import { MarkedNote, type WithoutMarked } from './marked-note.tsx';
import type { Words } from './ranking-slice.ts';
import { ResultsControls } from './results-controls.tsx';
import { Kpis } from './results-kpis.tsx';
import { type Panel, PanelCard } from './results-panel.tsx';
import { resultsPanels } from './results-panels.ts';
import { RoundsNote } from './rounds-note.tsx';
import { Withheld } from './withheld.tsx';
import { WordsPanel } from './words-panel.tsx';

export interface ResultsPageProps {
  study: Study;
  /** With the round that the page takes by itself. */
  query: ResultsQuery;
  rounds: Rounds;
  document: ResultsDocument;
  /** Whom those who match are compared with, and what came of it. */
  compared: { with: CompareWith; query: ResultsQuery; document: CompareDocument } | null;
  /** What the tests between the groups of a division say. */
  division: Division | null;
  /** Values that people have, to choose from. */
  values: SegmentValues;
  names: SegmentNames;
  /** Whether the order holds without experts and the project team; null where nobody is marked. */
  marked: WithoutMarked | null;
  /** Ratings of importance and level that belong to the question's list, if there are any. */
  gap: { importance: ResultsDocument; level: ResultsDocument } | null;
  /** How many named each theme of a text question; null where nothing has been coded. */
  themes: ResultsDocument | null;
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
  const { study, query, document, compared, language, words, say, assets, now } = props;
  const { definition } = study;
  const question = definition.questions.find(({ id }) => id === query.question)!;
  const text = (wording: Parameters<typeof textIn>[0]) =>
    textIn(wording, language, definition.defaultLanguage);
  const [all] = document.slices;
  const naming: Naming = { definition, language, names: props.names };
  const groups = compared && {
    a: groupName(query, naming, words),
    b:
      compared.with === 'others'
        ? words.say('withOthers')
        : groupName(compared.query, naming, words),
  };
  const panels = groups ? comparePanels(compared.document, groups, words) : resultsPanels(props);
  const isLive = study.status === 'open';
  const path = `/studies/${study.id}/results`;
  const parameters = pageParameters(query);
  if (compared) parameters.set('compare', compareParameter(compared.with));
  const inRounds = (round: number | 'all') => {
    const own = new URLSearchParams(parameters);
    own.delete('round');
    if (round !== props.rounds.taken) own.set('round', String(round));
    return `${path}?${own}`;
  };
  return (
    <DesignerPage
      language={language}
      title={`${text(question.title)} · ${text(definition.title)}`}
      assets={assets}
      entry="results"
      say={say}
      study={study}
      section="results"
      path={`${path}?${parameters}`}
      data={{
        version: document.version,
        live: isLive,
        versions: `/api/studies/${study.id}/live`,
        source: `${text(definition.title)} · ${words.figures.date(now)}`,
        charts: Object.fromEntries(panels.map(({ id, chart }) => [id, chart])),
      }}
      head={
        <ResultsControls
          {...{ study, query, values: props.values, naming, words }}
          taken={props.rounds.taken}
          compare={compared?.with ?? null}
        />
      }
    >
      <p
        class="sr"
        role="status"
        id="shown"
        data-text={words.say('nowShown', { title: '%title%' })}
      />
      <div class="results" id="results">
        <div class="results-title">
          <h2 class="asked">{text(question.title)}</h2>
          <p class="live" data-stale={words.say('stale', { time: '%time%' })}>
            {isLive && <span class="live-dot">{words.say('live')}</span>}{' '}
            <AsOf now={now} words={words} />
            {isLive && <small>{words.say('steps', { count: definition.privacy.minCell })}</small>}
          </p>
        </div>
        <RoundsNote
          {...{ rounds: props.rounds, query }}
          of="question"
          addressOf={namedFilters(query).some(isOfRound) ? null : inRounds}
          say={words.say}
        />
        {groups ? (
          <>
            <ComparedGroups
              document={compared.document}
              names={groups}
              filters={{ a: query.where.length, b: compared.query.where.length }}
              minCell={definition.privacy.minCell}
              isOpen={isLive}
              words={words}
            />
            <Panels panels={panels} words={words} />
          </>
        ) : all.suppressed ? (
          <Withheld
            slice={all}
            minCell={definition.privacy.minCell}
            words={words}
            study={study}
            crossed={query.where.length + (query.by === null ? 0 : 1) > 1}
          />
        ) : (
          <>
            <Kpis slice={all} isTable={query.voice === 'table'} words={words} />
            {props.marked && (
              <MarkedNote found={props.marked} {...{ study, query, language, words }} />
            )}
            {'items' in all && <WordsPanel slice={all} words={words} />}
            <Panels panels={panels} words={words} />
          </>
        )}
      </div>
    </DesignerPage>
  );
}

function isOfRound({ segment }: Filter): boolean {
  return segment === '@round';
}

function Panels({ panels, words }: { panels: readonly Panel[]; words: Words }): JSX.Element {
  return (
    <div class="panels">
      {panels.map((panel) => (
        <PanelCard key={panel.id} panel={panel} say={words.say} />
      ))}
    </div>
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
