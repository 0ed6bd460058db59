import type { JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { Assets } from '../../src/http/assets.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import { DesignerPage } from './designer-page.tsx';
import { type Panel, PanelCard } from './results-panel.tsx';
import type { RoomWords } from './room-results-words.ts';

interface SeriesPageProps {
  study: Study;
  /** The series that is shown; null while no event belongs to one. */
  name: string | null;
  names: readonly string[];
  question: string;
  version: string;
  panels: readonly Panel[];
  language: Language;
  words: RoomWords;
  say: SayDesigner;
  assets: Assets;
  now: Date;
}

/** A series: its editions with how many answered, and what they ranked alone and together. */
export function SeriesPage(props: SeriesPageProps): JSX.Element {
  const { study, name, question, panels, language, words, say, assets } = props;
  const { definition, id } = study;
  const { tell, figures } = words;
  const title = textIn(definition.title, language, definition.defaultLanguage);
  const address = new URLSearchParams({ ...(name !== null && { name }), question });
  return (
    <DesignerPage
      {...{ language, say, assets, study }}
      title={`${name ?? tell('series')} · ${title}`}
      entry="results"
      section="room"
      path={`/studies/${id}/series?${address}`}
      data={{
        version: props.version,
        live: false,
        source: `${title} · ${figures.date(props.now)}`,
        charts: Object.fromEntries(panels.map((panel) => [panel.id, panel.chart])),
      }}
      head={name === null ? undefined : <Controls {...props} />}
    >
      <div class="results" id="results">
        <div class="results-title">
          <h2 class="asked">{tell('series')}</h2>
          <a href={`/studies/${id}/results/room?question=${encodeURIComponent(question)}`}>
            {tell('link')}
          </a>
        </div>
        <p
          class="sr"
          role="status"
          id="shown"
          data-text={words.say('nowShown', { title: '%title%' })}
        />
        {name === null ? (
          <section class="empty card">
            <h2>{tell('noSeries')}</h2>
            <p>{tell('noSeriesLead')}</p>
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

/** Which series, and which ranking: one form that works without script. */
function Controls({ study, name, names, question, language, words }: SeriesPageProps): JSX.Element {
  const { definition } = study;
  const { say, tell } = words;
  return (
    <div class="controls" id="controls">
      <form class="filters" id="filters" method="get" action={`/studies/${study.id}/series`}>
        <label>
          <span>{tell('series')}</span>
          <select name="name">
            {names.map((one) => (
              <option key={one} value={one} selected={one === name}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <label class="asks">
          <span>{say('question')}</span>
          <select name="question">
            {definition.questions
              .filter(({ kind }) => kind === 'ranking')
              .map(({ id, title }) => (
                <option key={id} value={id} selected={id === question}>
                  {textIn(title, language, definition.defaultLanguage)}
                </option>
              ))}
          </select>
        </label>
        <button class="btn primary">{say('show')}</button>
      </form>
    </div>
  );
}
