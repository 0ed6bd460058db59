import type { JSX } from 'preact';
import type { TypedSheet } from '../../src/db/room/sheets.ts';
import { printedOf } from '../../src/http/room-paper-api.ts';
import { type Language, localeOf } from '../../src/survey/language.ts';
import type { LocalStudy } from '../../src/survey/local-study.ts';
import type { PersonMark } from '../../src/survey/room/room-rights.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import { DesignerPage } from './designer-page.tsx';
import { MarkField } from './mark-field.tsx';
import type { PaperFrame } from './paper-frame.ts';
import { PaperQuestion } from './paper-question.tsx';

/** What stands in the fields. */
export interface PaperFields {
  /** As it was typed or printed. */
  sheet: string;
  table: string;
  mark: PersonMark;
  locale: Language;
  /** The revision that was seen; 0 for a sheet that nobody has typed in. */
  revision: number;
  /** By question. */
  typed: Readonly<Record<string, string>>;
}

interface PaperPageProps extends PaperFrame {
  local: LocalStudy;
  /** Ids of the questions that the sheets have; the others are behind a fold. */
  asked: readonly string[];
  /** `asked` as addresses carry it. */
  places: string;
  voice: 'individual' | 'table';
  fields: PaperFields;
  /** By question. */
  problems: Readonly<Record<string, string>>;
  /** Above the form: what was done, or what is wrong. */
  notice?: { text: string; isProblem: boolean; lines: { title: string; answer: string[] }[] };
  sheets: readonly TypedSheet[];
}

/** Where a facilitator types in sheets of paper, one after the other. */
export function PaperPage(props: PaperPageProps): JSX.Element {
  const { study, event, language, say, text, tell, assets, path, notice } = props;
  return (
    <DesignerPage
      {...{ language, say, assets, study }}
      path={`${path}/paper`}
      title={`${tell('paperTitle')} · ${event.name}`}
      entry="paper"
      section="room"
      data={{ questions: props.local.questions }}
    >
      <div class="paper">
        <div class="room-title">
          <h2>{tell('paperTitle')}</h2>
          <p class="facts">
            <a href={path}>{event.name}</a>
            <a href={`${path}/print`}>{tell('toPrint')}</a>
          </p>
        </div>
        <p class="lead">{tell('paperLead')}</p>
        <div id="notice" role="status">
          {notice && (
            <div class={notice.isProblem ? 'paper-problem' : 'paper-done'}>
              <p>{notice.text}</p>
              {notice.lines.length > 0 && (
                <dl>
                  {notice.lines.map(({ title, answer }) => (
                    <div key={title}>
                      <dt>{title}</dt>
                      <dd>{answer.join(' › ')}</dd>
                    </div>
                  ))}
                </dl>
              )}
            </div>
          )}
        </div>
        {study.status === 'open' ? (
          <div class="paper-grid">
            <SheetForm {...props} />
            <SheetList {...props} />
          </div>
        ) : (
          <section class="card box">
            <p>{tell(study.status === 'closed' ? 'studyClosed' : 'notOpen')}</p>
            <p>
              <a class="btn primary" href={`/studies/${study.id}`}>
                {tell('toStudy')}
              </a>
            </p>
          </section>
        )}
        <p>
          <a href={path}>{text('openConsole')}</a>
        </p>
      </div>
    </DesignerPage>
  );
}

function SheetForm(props: PaperPageProps): JSX.Element {
  const { path, local, asked, places, voice, fields, problems, tables, tell, text } = props;
  const { sheet, revision, typed } = fields;
  const isKnown = revision > 0;
  const kept = local.questions.filter(({ personal }) => !personal);
  const [first, more] = [
    kept.filter(({ id }) => asked.includes(id)),
    kept.filter(({ id }) => !asked.includes(id)),
  ];
  const hasMore = more.some(({ id }) => typed[id] || problems[id]);
  const field = (question: (typeof kept)[number]) => (
    <PaperQuestion
      key={question.id}
      question={question}
      value={typed[question.id] ?? ''}
      problem={problems[question.id]}
      tell={tell}
    />
  );
  return (
    <form method="post" action={`${path}/paper`} class="card box sheet-form" id="sheet-form">
      <button class="sr" name="do" value="save" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="q" value={places} />
      <input type="hidden" name="voice" value={voice} />
      <input type="hidden" name="revision" value={revision} />
      <div class="sheet-head">
        <div class="typed number">
          <label for="sheet">{tell('sheetNumber')}</label>
          <p class="hint" id="sheet-how">
            {tell('sheetHint')}
          </p>
          <p class="number-line">
            <input
              id="sheet"
              name="sheet"
              value={sheet}
              required
              maxLength={20}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              aria-describedby="sheet-how"
              autofocus={!isKnown && sheet === ''}
            />
            <button class="btn ghost" name="do" value="open">
              {tell('openSheet')}
            </button>
          </p>
        </div>
        {voice === 'individual' && (
          <>
            <label class="room-field">
              <span>{tell('atTable')}</span>
              <select name="table">
                <option value="">{tell('noTable')}</option>
                {tables.map(({ id, name }) => (
                  <option key={id} value={id} selected={id === fields.table}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <MarkField text={text} chosen={fields.mark} />
          </>
        )}
        {local.languages.length > 1 && (
          <label class="room-field">
            <span>{tell('sheetLanguage')}</span>
            <select name="locale">
              {local.languages.map((code) => (
                <option key={code} value={code} selected={code === fields.locale} lang={code}>
                  {LANGUAGE_NAMES[code]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {first.map(field)}
      {more.length > 0 && (
        <details class="more" open={hasMore}>
          <summary>{tell('moreQuestions')}</summary>
          {more.map(field)}
        </details>
      )}
      <p class="buttons">
        <button class="btn primary" name="do" value="save">
          {tell(isKnown ? 'saveCorrection' : 'saveNext')}
        </button>
      </p>
      {isKnown && (
        <div class="take-back">
          <button class="btn ghost" name="do" value="take-back">
            {tell('takeBack')}
          </button>
          <p class="hint">{tell('takeBackLead')}</p>
        </div>
      )}
    </form>
  );
}

/** So many of the latest are listed. */
const MOST_LISTED = 30;

function SheetList(props: PaperPageProps): JSX.Element | null {
  const { sheets, tables, path, places, language, event, tell } = props;
  if (sheets.length === 0) return null;
  const when = new Intl.DateTimeFormat(localeOf(language), {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: event.timeZone,
  });
  const names = new Map(tables.map(({ key, name }) => [key, name]));
  return (
    <section class="card box" aria-labelledby="typed-title">
      <h3 id="typed-title">{tell('typedIn', { count: sheets.length })}</h3>
      <ul class="typed-sheets">
        {sheets.slice(0, MOST_LISTED).map(({ sheet, table, by, at }) => {
          const number = printedOf(sheet);
          return (
            <li key={sheet}>
              <span>
                <strong>{number}</strong>
                {table !== null && <span>{names.get(table) ?? table}</span>}
              </span>
              <small>
                {by ?? tell('byAuthor')} · {when.format(at)}
              </small>
              <a href={`${path}/paper?sheet=${number}${places && `&q=${places}`}`}>
                {tell('correct')}
                <span class="sr"> {number}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
