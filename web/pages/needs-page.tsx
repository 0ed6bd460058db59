import type { JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { Rounds } from '../../src/http/rounds-of.ts';
import type { SegmentValues } from '../../src/http/segment-values.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import {
  type Filter,
  namedFilters,
  pageParameters,
  type ResultsQuery,
  resultsParameters,
} from '../../src/survey/results-query.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import type { Assets } from '../../src/http/assets.ts';
import { QUALITY } from '../../src/survey/segment.ts';
import { DesignerPage } from './designer-page.tsx';
import { ONLY } from './filter-form.ts';
import { FilterBoxes } from './filter-menu.tsx';
import { filterName, type Naming } from './filter-names.ts';
import { FiveAnswers } from './needs-answers.tsx';
import type { NeedsView } from './needs-frame.ts';
import { shareWords } from './needs-answers.tsx';
import { NeedsGaps } from './needs-gaps.tsx';
import { HoursByGroup, NeedsWeights } from './needs-weights.tsx';
import type { Words } from './ranking-slice.ts';
import { leftOutNote, QualityChoice } from './quality-choice.tsx';
import { RoundsNote } from './rounds-note.tsx';
import { StrategyNav } from './strategy-nav.tsx';

export interface NeedsPageProps {
  study: Study;
  view: NeedsView;
  /** With the round that the page takes by itself. */
  filter: Pick<ResultsQuery, 'where' | 'voice' | 'rounds'>;
  rounds: Rounds;
  values: SegmentValues;
  naming: Naming;
  words: Words;
  language: Language;
  sayDesigner: SayDesigner;
  assets: Assets;
}

/** The one-page answer about training needs. It has no script but that of every designer's page. */
export function NeedsPage(props: NeedsPageProps): JSX.Element {
  const { study, view, filter, language, sayDesigner, assets } = props;
  const { say, needs } = view;
  const { definition } = study;
  const asked = { ...filter, question: '', by: null };
  const path = `/studies/${study.id}/needs`;
  const inRounds = (round: number | 'all') => {
    const parameters = pageParameters(asked);
    parameters.delete('round');
    if (round !== props.rounds.taken) parameters.set('round', String(round));
    return withQuery(path, parameters);
  };
  const roles = Object.values(needs.roles).filter((id) => id !== null);
  return (
    <DesignerPage
      language={language}
      title={`${say('title')} · ${textIn(definition.title, language, definition.defaultLanguage)}`}
      assets={assets}
      entry="needs"
      say={sayDesigner}
      study={study}
      section="strategy"
      path={withQuery(path, pageParameters(asked))}
      head={<StrategyNav study={study.id} part="needs" language={language} />}
    >
      <div class="wide needs">
        <div class="needs-title">
          <div>
            <h2 class="asked">{say('title')}</h2>
            <p class="method">{say('lead')}</p>
          </div>
          <WhoseAnswers {...props} path={path} />
        </div>
        <RoundsNote
          {...{ rounds: props.rounds, query: filter }}
          of="study"
          addressOf={namedFilters(filter).some(isOfRound) ? null : inRounds}
          say={props.words.say}
        />
        {needs.leftOut && (
          <p class="method">{leftOutNote(needs.leftOut, needs.minCell, language)}</p>
        )}
        {roles.length === 0 ? (
          <section class="card empty">
            <p>{say('noPart')}</p>
            <a class="btn ghost" href={`/studies/${study.id}/plan`}>
              {say('toPlan')}
            </a>
          </section>
        ) : (
          <>
            <NotTraining view={view} />
            <FiveAnswers {...view} />
            <div class="needs-columns">
              <NeedsWeights view={view} plan={`/studies/${study.id}/plan`} />
              <HoursByGroup view={view} />
            </div>
            <NeedsGaps {...view} />
            <p class="needs-foot">
              <a href={withQuery(`/api${path}`, resultsParameters(asked))}>{say('json')}</a>
            </p>
          </>
        )}
      </div>
    </DesignerPage>
  );
}

function isOfRound({ segment }: Filter): boolean {
  return segment === '@round';
}

/** An address about no question of its own. */
function withQuery(path: string, parameters: URLSearchParams): string {
  parameters.delete('question');
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

/** Says so where training is not the answer, or where a notable minority says it is not. */
function NotTraining({ view }: { view: NeedsView }): JSX.Element | null {
  const { needs, say } = view;
  const found = needs.necessary.figures;
  if (!found) return null;
  if (found.verdict === 'not-a-training-problem') {
    return (
      <section class="card box warning" aria-labelledby="not-training">
        <h2 id="not-training">{say('notTraining')}</h2>
        <p>{say('notTrainingLead')}</p>
        <p class="method">{say('otherCausesLead', shareWords(view, found.otherCause))}</p>
      </section>
    );
  }
  if (!found.warning) return null;
  return (
    <section class="card box warning" aria-labelledby="not-training">
      <h2 id="not-training">{say('otherCauses')}</h2>
      <p>{say('otherCausesLead', shareWords(view, found.otherCause))}</p>
    </section>
  );
}

/** The filter as on the page of results, in a form whose address is the page's. */
function WhoseAnswers({
  study,
  language,
  filter,
  rounds,
  values,
  naming,
  words,
  view: { say },
  path,
}: NeedsPageProps & { path: string }): JSX.Element {
  const nameOf = (where: readonly Filter[]) =>
    where.map((one) => filterName(one, naming)).join(' · ');
  const own = filter.where.filter(({ segment }) => segment !== QUALITY);
  const chosen = nameOf(own);
  const named = nameOf(namedFilters(filter));
  const hasTables = naming.definition.questions.some(({ audience }) => audience.includes('table'));
  return (
    <form class="needs-filter" method="get" action={path}>
      <input type="hidden" name="form" value="1" />
      {hasTables && (
        <label>
          <span>{words.say('voice')}</span>
          <select name="voice">
            <option value="individual">{words.say('individuals')}</option>
            <option value="table" selected={filter.voice === 'table'}>
              {words.say('tables')}
            </option>
          </select>
        </label>
      )}
      <details class="menu" id="menu-who">
        <summary>
          <span>{say('whose')}</span> <b>{chosen || words.say('everyone')}</b>
        </summary>
        <div class="menu-body">
          <FilterBoxes
            prefix={ONLY}
            where={own}
            taken={rounds.taken}
            {...{ values, naming, words }}
          />
        </div>
      </details>
      {(study.status !== 'open' || study.synthetic) && (
        <QualityChoice isClean={own.length < filter.where.length} language={language} />
      )}
      <button class="btn primary">{words.say('show')}</button>
      {named && (
        <a class="chip" href={path}>
          {words.say('clear', { filter: named })} <span aria-hidden="true">×</span>
        </a>
      )}
    </form>
  );
}
