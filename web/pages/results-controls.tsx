import type { JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { SegmentValues } from '../../src/http/segment-values.ts';
import type { CompareWith } from '../../src/survey/compare-query.ts';
import { compareParameter, othersFilter } from '../../src/survey/compare-query.ts';
import { textIn } from '../../src/survey/language.ts';
import {
  type Filter,
  namedFilters,
  pageParameters,
  type ResultsQuery,
} from '../../src/survey/results-query.ts';
import { type DefaultView, defaultViews } from '../../src/survey/default-views.ts';
import { QUALITY, segmentIds } from '../../src/survey/segment.ts';
import { roomResultsTexts } from '../text/room-results/texts.ts';
import { ONLY, OTHER } from './filter-form.ts';
import { FilterBoxes } from './filter-menu.tsx';
import { filterName, type Naming } from './filter-names.ts';
import { QualityChoice } from './quality-choice.tsx';
import type { Words } from './ranking-slice.ts';
import { segmentName } from './segment-name.ts';

interface ControlsProps {
  study: Study;
  query: ResultsQuery;
  compare: CompareWith | null;
  values: SegmentValues;
  /** The round that the page takes where nobody chooses one. */
  taken: number | null;
  naming: Naming;
  words: Words;
}

/**
 * Which question, of whom, divided by what or compared with whom: rankings as links, everything
 * else in one form whose address is the page's, so that it works without script.
 */
export function ResultsControls(props: ControlsProps): JSX.Element {
  const { study, query, compare, values, taken, naming, words } = props;
  const { definition } = study;
  const { say } = words;
  const { language } = naming;
  const text = (wording: Parameters<typeof textIn>[0]) =>
    textIn(wording, language, definition.defaultLanguage);
  const rankings = definition.questions.filter(({ kind }) => kind === 'ranking');
  const path = `/studies/${study.id}/results`;
  const link = (changed: Partial<ResultsQuery>, compared: CompareWith | null = compare) => {
    const parameters = pageParameters({ ...query, ...changed });
    if (compared) parameters.set('compare', compareParameter(compared));
    return `${path}?${parameters}`;
  };
  const segments = segmentIds(definition).filter(
    (id) => id === '@voice' || (values.get(id)?.length ?? 0) > 1 || id === query.by,
  );
  const hasTables = definition.questions.some(({ audience }) => audience.includes('table'));
  const own = query.where.filter(({ segment }) => segment !== QUALITY);
  const named = namedFilters({ ...query, where: own });
  return (
    <div class="controls" id="controls">
      {rankings.length > 1 && (
        <nav class="pills" aria-label={say('rankingQuestions')}>
          {rankings.map(({ id, title }) => (
            <a
              key={id}
              class="pill"
              href={link({ question: id })}
              data-swap
              aria-current={id === query.question ? 'page' : undefined}
            >
              <span>{text(title)}</span>
            </a>
          ))}
        </nav>
      )}
      <form class="filters" id="filters" method="get" action={path}>
        <input type="hidden" name="form" value="1" />
        <label class="asks">
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
              <option key={id} value={id} selected={id === query.by && !compare}>
                {segmentName(definition, id, language, say)}
              </option>
            ))}
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
        {!compare && (study.status !== 'open' || study.synthetic) && (
          <QualityChoice isClean={own.length < query.where.length} language={language} />
        )}
        <details class="menu" id="menu-who">
          <summary>
            <span>{say('who')}</span>{' '}
            <b>
              {own.length === 0
                ? say(query.rounds === 'all' && taken !== null ? 'allRounds' : 'everyone')
                : own.map((filter) => filterName(filter, naming)).join(' · ')}
            </b>
          </summary>
          <div class="menu-body">
            <FilterBoxes prefix={ONLY} where={own} taken={taken} {...{ values, naming, words }} />
          </div>
        </details>
        <details class="menu" id="menu-with">
          <summary>
            <span>{say('compareWith')}</span> <b>{compareName(compare, props)}</b>
          </summary>
          <div class="menu-body">
            <CompareChoice
              {...props}
              hasTables={hasTables}
              canBeOthers={othersFilter(named) !== null}
            />
          </div>
        </details>
        <button class="btn primary">{say('show')}</button>
      </form>
      <Views {...props} hasFilters={named.length > 0} />
      <ul class="chips">
        {own.map((filter) => (
          <li key={filter.segment}>
            <a
              class="chip"
              data-swap
              href={link(without(query, filter))}
              aria-label={say('clear', { filter: filterName(filter, naming) })}
            >
              {filterName(filter, naming)} <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
        {compare && (
          <li>
            <a class="chip" data-swap href={link({}, null)}>
              {say('endComparison')} <span aria-hidden="true">×</span>
            </a>
          </li>
        )}
        <li>
          <a class="chip plain" href={`${path}/divides`}>
            {say('overview')}
          </a>
        </li>
        {hasTables && rankings.length > 0 && (
          <li>
            <a class="chip plain" href={`${path}/room`}>
              {roomResultsTexts(language)('link')}
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}

/** A query without one of its filters; without that of a round it counts all of them. */
function without({ where, rounds }: ResultsQuery, filter: Filter): Partial<ResultsQuery> {
  const left = { where: where.filter((other) => other !== filter) };
  return rounds === 'latest' && filter.segment === '@round' ? { ...left, rounds: 'all' } : left;
}

function compareName(compare: CompareWith | null, { naming, words }: ControlsProps): string {
  const { say } = words;
  if (!compare) return say('withNobody');
  if (compare === 'all') return say('withEveryone');
  if (compare === 'others') return say('withOthers');
  const names = compare.where.map((filter) => filterName(filter, naming));
  return [...(compare.voice === 'table' ? [say('tables')] : []), ...names].join(' · ');
}

/** Whom to compare with: everyone, everyone else, or those who are chosen with boxes. */
function CompareChoice({
  compare,
  values,
  naming,
  words,
  hasTables,
  canBeOthers,
}: ControlsProps & { hasTables: boolean; canBeOthers: boolean }): JSX.Element {
  const { say } = words;
  const chosen = typeof compare === 'string' ? compare : compare ? 'these' : '';
  const choices: [value: string, label: string][] = [
    ['', say('withNobody')],
    ...(canBeOthers || chosen === 'others'
      ? ([['others', say('withOthers')]] as [string, string][])
      : []),
    ['all', say('withEveryone')],
    ['these', say('withThese')],
  ];
  const these = typeof compare === 'object' && compare ? compare : null;
  return (
    <>
      <fieldset class="radios">
        <legend>{say('compareWith')}</legend>
        {choices.map(([value, label]) => (
          <label key={value} class="check">
            <input type="radio" name="with" value={value} checked={value === chosen} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="these">
        <legend class="sr">{say('withThese')}</legend>
        {hasTables && (
          <label class="check">
            <input
              type="checkbox"
              name={`${OTHER}@voice`}
              value="table"
              checked={these?.voice === 'table'}
            />
            <span>{say('tables')}</span>
          </label>
        )}
        <FilterBoxes prefix={OTHER} where={these?.where ?? []} {...{ values, naming, words }} />
      </fieldset>
    </>
  );
}

const VIEWS = {
  'city-size': 'viewCities',
  rural: 'viewRural',
  experts: 'viewExperts',
} as const satisfies Record<DefaultView['id'], string>;

/** Comparisons that the study offers by itself, while nothing else is chosen. */
function Views(props: ControlsProps & { hasFilters: boolean }): JSX.Element | null {
  const { study, query, compare, values, words, hasFilters } = props;
  const views = defaultViews(study.definition, values.get('@mark'));
  if (compare || hasFilters || query.voice === 'table' || views.length === 0) return null;
  return (
    <p class="views">
      <span>{words.say('views')}</span>
      {views.map(({ id, where, compare: other }) => {
        const parameters = pageParameters({ ...query, by: null, where });
        parameters.set('compare', compareParameter(other));
        return (
          <a key={id} data-swap href={`/studies/${study.id}/results?${parameters}`}>
            {words.say(VIEWS[id])}
          </a>
        );
      })}
    </p>
  );
}
