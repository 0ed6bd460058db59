import type { JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import {
  type Filter,
  type ResultsQuery,
  resultsParameters,
} from '../../src/survey/results-query.ts';
import { segmentIds, segmentOf } from '../../src/survey/segment.ts';
import type { Words } from './ranking-slice.ts';
import { segmentName } from './segment-name.ts';

interface ControlsProps {
  study: Study;
  query: ResultsQuery;
  language: Language;
  words: Words;
  /** Groups of the current division, so that they can be chosen one by one. */
  held: readonly { key: string; label: string }[];
}

/** More values than this do not go into the choice of a filter. */
const MOST_VALUES = 20;

/**
 * Which question, compared by what, of whom: rankings as links, everything else in one form that
 * is the page's address and works without script.
 */
export function ResultsControls({ study, query, language, words }: ControlsProps): JSX.Element {
  const { definition } = study;
  const { say } = words;
  const text = (wording: Parameters<typeof textIn>[0]) =>
    textIn(wording, language, definition.defaultLanguage);
  const rankings = definition.questions.filter(({ kind }) => kind === 'ranking');
  const link = (changed: Partial<ResultsQuery>) =>
    `/studies/${study.id}/results?${resultsParameters({ ...query, ...changed })}`;
  const segments = segmentIds(definition);
  const hasTables = definition.questions.some(({ audience }) => audience.includes('table'));
  return (
    <div class="controls">
      {rankings.length > 1 && (
        <nav class="pills" aria-label={say('rankingQuestions')}>
          {rankings.map(({ id, title }) => (
            <a
              key={id}
              class="pill"
              href={link({ question: id })}
              aria-current={id === query.question ? 'page' : undefined}
            >
              <span>{text(title)}</span>
            </a>
          ))}
        </nav>
      )}
      <form class="filters" method="get" action={`/studies/${study.id}/results`}>
        <label>
          <span>{say('question')}</span>
          <select name="question">
            {definition.sections.map((section) => (
              <optgroup key={section.id} label={text(section.title)}>
                {definition.questions
                  .filter((question) => question.section === section.id)
                  .map(({ id, title }) => (
                    <option key={id} value={id} selected={id === query.question}>
                      {text(title)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label>
          <span>{say('divideBy')}</span>
          <select name="by">
            <option value="">{say('notDivided')}</option>
            {segments.map((id) => (
              <option key={id} value={id} selected={id === query.by}>
                {segmentName(definition, id, language, say)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{say('who')}</span>
          <select name="where">
            <option value="">{say('everyone')}</option>
            {query.where.length > 0 && (
              <option value={whereOf(query.where)} selected>
                {query.where.map((filter) => filterName(filter, definition, language)).join(' + ')}
              </option>
            )}
            {segments.map((id) => {
              const segment = segmentOf(definition, id, language);
              if (!segment?.values || segment.values.length > MOST_VALUES) return null;
              if (id === '@voice') return null;
              const values =
                id === '@language'
                  ? segment.values.filter((value) =>
                      definition.languages.some((known) => known === value),
                    )
                  : segment.values;
              return (
                <optgroup key={id} label={segmentName(definition, id, language, say)}>
                  {values.map((value) => (
                    <option key={value} value={whereOf([{ segment: id, values: [value] }])}>
                      {segment.label(value)}
                    </option>
                  ))}
                </optgroup>
              );
            })}
          </select>
        </label>
        {hasTables && (
          <label>
            <span>{say('voice')}</span>
            <select name="voice">
              <option value="individual">{say('individuals')}</option>
              <option value="table" selected={query.voice === 'table'}>
                {say('tables')}
              </option>
            </select>
          </label>
        )}
        <button class="btn primary">{say('show')}</button>
      </form>
      {query.where.length > 0 && (
        <ul class="chips">
          {query.where.map((filter, index) => (
            <li key={filter.segment}>
              <a
                class="chip"
                href={link({ where: query.where.filter((_, other) => other !== index) })}
                aria-label={say('clear', { filter: filterName(filter, definition, language) })}
              >
                {filterName(filter, definition, language)} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function whereOf(where: readonly Filter[]): string {
  const query = { question: '', by: null, where, voice: 'individual' as const };
  return resultsParameters(query).get('where') ?? '';
}

function filterName(
  { segment: id, values }: Filter,
  definition: Study['definition'],
  language: Language,
): string {
  const segment = segmentOf(definition, id, language);
  return values.map((value) => segment?.label(value) ?? value).join(', ');
}
