import type { JSX } from 'preact';
import type { LocalQuestion } from '../../src/survey/local-study.ts';
import { MOST_SERIAL } from '../../src/survey/paper/sheet-number.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import { DesignerPage } from './designer-page.tsx';
import type { PaperFrame } from './paper-frame.ts';

/** So many sheets are made at once. */
export const MOST_SHEETS = 200;

/** Cards that fit on one page. */
export const PER_SHEET = [1, 2, 4, 8] as const;

/** What there is to print for an event. */
export function PrintHub(
  props: PaperFrame & {
    questions: readonly LocalQuestion[];
    asked: readonly LocalQuestion[];
    /** How many people are expected. */
    people: number;
    problem: string | undefined;
  },
): JSX.Element {
  const { study, event, language, say, tell, assets, path, tables, problem } = props;
  return (
    <DesignerPage
      {...{ language, say, assets, study }}
      path={`${path}/print`}
      title={`${tell('toPrint')} · ${event.name}`}
      entry="paper"
      section="room"
    >
      <div class="paper">
        <div class="room-title">
          <h2>{tell('toPrint')}</h2>
          <p class="facts">
            <a href={path}>{event.name}</a>
            <a href={`${path}/paper`}>{tell('paperTitle')}</a>
          </p>
        </div>
        <p class="lead">{tell('toPrintLead')}</p>
        {problem && (
          <div class="paper-problem" role="alert">
            <p>{problem}</p>
          </div>
        )}
        <div class="print-grid">
          <SheetChoice {...props} />
          <div class="print-others">
            <section class="card box">
              <h3>{tell('cards')}</h3>
              <p>{tell('cardsLead')}</p>
              {tables.length === 0 ? (
                <p class="hint">{tell('noTablesYet')}</p>
              ) : (
                <form method="get" action={`${path}/print/cards`} class="inline-form">
                  <label class="room-field short">
                    <span>{tell('perSheet')}</span>
                    <select name="per">
                      {PER_SHEET.map((per) => (
                        <option key={per} selected={per === 2}>
                          {per}
                        </option>
                      ))}
                    </select>
                  </label>
                  <LanguageChoice {...props} />
                  <button class="btn ghost">{tell('show')}</button>
                </form>
              )}
            </section>
            <section class="card box">
              <h3>{tell('host')}</h3>
              <p>{tell('hostLead')}</p>
              <form method="get" action={`${path}/print/host`} class="inline-form">
                <LanguageChoice {...props} />
                <button class="btn ghost">{tell('show')}</button>
              </form>
            </section>
            <section class="card box">
              <h3>{tell('codes')}</h3>
              <p>{tell('codesLead')}</p>
              {tables.length === 0 ? (
                <p class="hint">{tell('noTablesYet')}</p>
              ) : (
                <a class="btn ghost" href={`${path}/print/codes`}>
                  {tell('show')}
                </a>
              )}
            </section>
          </div>
        </div>
      </div>
    </DesignerPage>
  );
}

function SheetChoice(props: Parameters<typeof PrintHub>[0]): JSX.Element {
  const { path, tell, event, tables, questions, asked, people } = props;
  return (
    <section class="card box">
      <h3>{tell('sheets')}</h3>
      <p>{tell('sheetsLead')}</p>
      <form method="get" action={`${path}/print/sheets`} class="sheet-choice">
        <div class="room-fields">
          {tables.length > 0 && (
            <label class="room-field">
              <span>{tell('forWhom')}</span>
              <select name="for">
                <option value="people">{tell('forPeople')}</option>
                <option value="tables">{tell('forTables')}</option>
              </select>
            </label>
          )}
          <label class="room-field">
            <span>{tell('howManySheets')}</span>
            <input name="count" type="number" min={1} max={MOST_SHEETS} value={people} required />
          </label>
          <label class="room-field">
            <span>{tell('firstNumber')}</span>
            <input name="first" type="number" min={1} max={MOST_SERIAL} value={1} required />
          </label>
          <label class="room-field">
            <span>{tell('roundLabel')}</span>
            <input name="round" type="number" min={1} max={20} value={event.state.round} required />
          </label>
          <LanguageChoice {...props} />
        </div>
        <fieldset class="ticks long">
          <legend>{tell('questions')}</legend>
          {questions.map((question, k) =>
            question.personal ? null : (
              <label key={question.id}>
                <input type="checkbox" name="q" value={k + 1} checked={asked.includes(question)} />
                <span lang={question.lang}>{question.title}</span>
              </label>
            ),
          )}
        </fieldset>
        <p class="buttons">
          <button class="btn primary">{tell('showSheets')}</button>
        </p>
      </form>
    </section>
  );
}

function LanguageChoice({ study, say, language }: PaperFrame): JSX.Element | null {
  const { languages, defaultLanguage } = study.definition;
  if (languages.length < 2) return null;
  const own = languages.includes(language) ? language : defaultLanguage;
  return (
    <label class="room-field">
      <span>{say('language')}</span>
      <select name="in">
        {languages.map((code) => (
          <option key={code} value={code} lang={code} selected={code === own}>
            {LANGUAGE_NAMES[code]}
          </option>
        ))}
      </select>
    </label>
  );
}
