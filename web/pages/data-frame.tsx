import type { ComponentChildren, JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { Assets } from '../../src/http/assets.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import type { SayData } from '../text/data/texts.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import { gapsTexts } from '../text/gaps/texts.ts';
import { DesignerPage } from './designer-page.tsx';
import type { FigureWords } from './figure-words.ts';

/** What every page about a study's data needs. */
export interface DataFrame {
  study: Study;
  language: Language;
  assets: Assets;
  say: SayDesigner;
  tell: SayData;
  figures: FigureWords;
  /** Whether the reader may decide, or only look. */
  mayEdit: boolean;
}

const PARTS = [
  ['texts', ''],
  ['writeIns', '/write-ins'],
  ['quality', '/quality'],
] as const;

export type DataPart = (typeof PARTS)[number][0];

/** The frame of the three pages: the study's head, and links to the parts of its data. */
export function DataFramePage({
  frame,
  part,
  query = '',
  children,
}: {
  frame: DataFrame;
  part: DataPart;
  /** The page's own parameters, for the choice of language. */
  query?: string;
  children: ComponentChildren;
}): JSX.Element {
  const { study, language, assets, say, tell } = frame;
  const { definition, id } = study;
  const path = PARTS.find(([key]) => key === part)![1];
  const title = textIn(definition.title, language, definition.defaultLanguage);
  return (
    <DesignerPage
      {...{ language, assets, say, study }}
      title={`${tell(part)} · ${title}`}
      entry="data"
      section="data"
      path={`/studies/${id}/data${path}${query === '' ? '' : `?${query}`}`}
    >
      <div class="wide data">
        <nav class="data-parts" aria-label={tell('parts')}>
          {PARTS.map(([key, end]) => (
            <a
              key={key}
              href={`/studies/${id}/data${end}`}
              aria-current={key === part ? 'page' : undefined}
            >
              {tell(key)}
            </a>
          ))}
          <a href={`/studies/${id}/gaps`}>{gapsTexts(language)('title')}</a>
        </nav>
        {children}
      </div>
    </DesignerPage>
  );
}

/** The choice of a question, as a form that is the page's address. */
export function QuestionChoice({
  frame,
  path,
  questions,
  chosen,
  children,
}: {
  frame: DataFrame;
  path: string;
  questions: readonly { id: string; title: Study['definition']['title'] }[];
  chosen: string;
  children?: ComponentChildren;
}): JSX.Element {
  const { study, language, tell } = frame;
  return (
    <form class="filters" method="get" action={path}>
      <label>
        <span>{tell('question')}</span>
        <select name="question">
          {questions.map(({ id, title }) => (
            <option key={id} value={id} selected={id === chosen}>
              {textIn(title, language, study.definition.defaultLanguage)}
            </option>
          ))}
        </select>
      </label>
      {children}
      <button class="btn primary">{tell('show')}</button>
    </form>
  );
}

/** One decision of the log with its undo. */
export interface LogEntry {
  id: string;
  what: string;
  madeAt: string;
  madeBy: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
}

/** Who decided what and when, the latest first. */
export function DecisionLog({
  frame,
  entries,
  action,
  hidden,
}: {
  frame: DataFrame;
  entries: readonly LogEntry[];
  /** Where undoing goes to. */
  action: string;
  hidden: Readonly<Record<string, string>>;
}): JSX.Element {
  const { tell, figures, mayEdit } = frame;
  const by = (name: string | null) => name ?? tell('somebody');
  return (
    <section class="card box data-log" aria-labelledby="log-title" id="log">
      <h2 id="log-title">{tell('log')}</h2>
      {entries.length === 0 && <p class="facts">{tell('logEmpty')}</p>}
      <ol>
        {entries.map(({ id, what, madeAt, madeBy, undoneAt, undoneBy }) => (
          <li key={id} class={undoneAt ? 'is-undone' : undefined}>
            <span>
              {undoneAt ? <s>{what}</s> : what}
              <small>
                {tell('byOn', { name: by(madeBy), date: moment(figures, madeAt) })}
                {undoneAt &&
                  ` · ${tell('undoneBy', {
                    name: by(undoneBy),
                    date: moment(figures, undoneAt),
                  })}`}
              </small>
            </span>
            {!undoneAt && mayEdit && (
              <form method="post" action={action}>
                <input type="hidden" name="decision" value={id} />
                {Object.entries(hidden).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <button class="link" aria-label={tell('undoWhat', { what })}>
                  {tell('undo')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function moment(figures: FigureWords, time: string): string {
  const date = new Date(time);
  return `${figures.date(date)}, ${figures.time(date)}`;
}
