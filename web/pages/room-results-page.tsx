import type { JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { Assets } from '../../src/http/assets.ts';
import type { RoomQuery, RoomResultsDocument } from '../../src/http/room-results-of.ts';
import type { SegmentValues } from '../../src/http/segment-values.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import { segmentOf } from '../../src/survey/segment.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import { DesignerPage } from './designer-page.tsx';
import { filterName, type Naming } from './filter-names.ts';
import { PanelCard } from './results-panel.tsx';
import { roomResultsPanels } from './room-results-panels.ts';
import type { RoomWords } from './room-results-words.ts';
import { segmentName } from './segment-name.ts';

interface RoomResultsPageProps {
  study: Study;
  query: RoomQuery;
  document: RoomResultsDocument;
  /** Events by key, with their names. */
  events: readonly { key: string; name: string }[];
  values: SegmentValues;
  naming: Naming;
  language: Language;
  words: RoomWords;
  say: SayDesigner;
  assets: Assets;
  now: Date;
}

/** What a room says: people beside their tables, rounds, marked people, events. */
export function RoomResultsPage(props: RoomResultsPageProps): JSX.Element {
  const { study, query, document, naming, language, words, say, assets, now } = props;
  const { definition } = study;
  const { tell } = words;
  const text = (wording: Parameters<typeof textIn>[0]) =>
    textIn(wording, language, definition.defaultLanguage);
  const question = definition.questions.find(({ id }) => id === document.question.id)!;
  const own = query.own ? filterName(query.own, naming) : '';
  const panels = roomResultsPanels(document, own, words);
  const isHeld = document.benchmark !== null && document.benchmark.comparison === null;
  const path = `/studies/${study.id}/results`;
  return (
    <DesignerPage
      language={language}
      title={`${tell('title')} · ${text(definition.title)}`}
      assets={assets}
      entry="results"
      say={say}
      study={study}
      section="results"
      path={`${path}/room?${addressOf(query)}`}
      data={{
        version: document.version,
        live: false,
        source: `${text(definition.title)} · ${words.figures.date(now)}`,
        charts: Object.fromEntries(panels.map(({ id, chart }) => [id, chart])),
      }}
      head={<Controls {...props} />}
    >
      <div class="results" id="results">
        <div class="results-title">
          <h2 class="asked">{tell('title')}</h2>
          <a href={`${path}?question=${encodeURIComponent(question.id)}`}>
            {words.say('backToResults')}
          </a>
        </div>
        <p
          class="sr"
          role="status"
          id="shown"
          data-text={words.say('nowShown', { title: '%title%' })}
        />
        <p>{text(question.title)}</p>
        <p class="method">
          {tell('lead')} {document.isStepped && tell('stepped', { n: document.minCell })}
        </p>
        {isHeld && (
          <section class="empty card">
            <p>{tell('ownHeld')}</p>
          </section>
        )}
        {panels.length === 0 && !isHeld ? (
          <section class="empty card">
            <h2>{tell('nothing')}</h2>
            <p>{tell('nothingLead')}</p>
          </section>
        ) : (
          <div class="panels">
            {panels.map((panel) => (
              <PanelCard key={panel.id} panel={panel} say={words.say} />
            ))}
          </div>
        )}
      </div>
    </DesignerPage>
  );
}

/** The address parameters of what was asked; the inverse of `readRoomQuery`. */
export function addressOf({ question, event, own }: RoomQuery): URLSearchParams {
  const parameters = new URLSearchParams();
  if (question) parameters.set('question', question);
  if (event) parameters.set('event', event);
  if (own) parameters.set('own', ownOf(own.segment, own.values.join(',')));
  return parameters;
}

function ownOf(segment: string, value: string): string {
  return `${segment}:${value.replace(/[%,;:]/g, encodeURIComponent)}`;
}

/** Which ranking, which event, which group: one form that works without script. */
function Controls({
  study,
  query,
  document,
  events,
  values,
  naming,
  language,
  words,
}: RoomResultsPageProps): JSX.Element {
  const { definition } = study;
  const { say, tell } = words;
  const rankings = definition.questions.filter(({ kind }) => kind === 'ranking');
  const groups = [...values]
    .filter(([id, own]) => !id.startsWith('@') && own.length > 1)
    .map(([id, own]) => ({ id, own, segment: segmentOf(definition, id, language, naming.names) }));
  return (
    <div class="controls" id="controls">
      <form class="filters" id="filters" method="get" action={`/studies/${study.id}/results/room`}>
        <label class="asks">
          <span>{say('question')}</span>
          <select name="question">
            {rankings.map(({ id, title }) => (
              <option key={id} value={id} selected={id === document.question.id}>
                {textIn(title, language, definition.defaultLanguage)}
              </option>
            ))}
          </select>
        </label>
        {events.length > 1 && (
          <label>
            <span>{tell('event')}</span>
            <select name="event">
              <option value="">{tell('allEvents')}</option>
              {events.map(({ key, name }) => (
                <option key={key} value={key} selected={key === query.event}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          <span>{tell('own')}</span>
          <select name="own">
            <option value="">{say('withNobody')}</option>
            {groups.map(({ id, own, segment }) => (
              <optgroup key={id} label={segmentName(definition, id, language, say)}>
                {own.map((value) => (
                  <option
                    key={value}
                    value={ownOf(id, value)}
                    selected={query.own?.segment === id && query.own.values[0] === value}
                  >
                    {segment?.label(value) ?? value}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <button class="btn primary">{say('show')}</button>
      </form>
    </div>
  );
}
