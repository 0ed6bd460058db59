import type { JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { Assets } from '../../src/http/assets.ts';
import type { Rounds } from '../../src/http/rounds-of.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import { readResultsQuery, type ResultsQuery } from '../../src/survey/results-query.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import { resultsTexts } from '../text/results/texts.ts';
import type { PlanPageData } from '../plan/page-data.ts';
import { DesignerPage } from './designer-page.tsx';
import type { PlanPart } from './plan-frame.tsx';
import { MethodsCard } from './plan-methods.tsx';
import { ModuleTable, PlanSummary, StabilityCard, Variants } from './plan-result.tsx';
import { type Groups, ModuleRules, PlanRulesCard } from './plan-rules.tsx';
import { type Fitting, RolesCard, SheetsCard } from './plan-sheets.tsx';
import type { NeedRole } from '../../src/survey/needs/roles.ts';
import { RoundsNote } from './rounds-note.tsx';
import { StrategyNav } from './strategy-nav.tsx';

export interface PlanPageProps {
  study: Study;
  part: PlanPart;
  groups: Groups;
  rounds: Rounds;
  fitting: Fitting;
  found: Partial<Record<NeedRole, string>>;
  language: Language;
  sayDesigner: SayDesigner;
  assets: Assets;
  data: PlanPageData;
  notice?: string | undefined;
  problem?: string | undefined;
  /** The values shown are not those that are saved. */
  unsaved?: boolean;
}

/**
 * The curriculum: rules beside what they make. One form, so that everything is saved at once and
 * works without script; with it the plan follows each change before it is saved.
 */
export function PlanPage(props: PlanPageProps): JSX.Element {
  const { study, part, language, sayDesigner, assets, notice, problem } = props;
  const { say, plan, mayEdit } = part;
  const path = `/studies/${study.id}/plan`;
  const { definition } = study;
  return (
    <DesignerPage
      language={language}
      title={`${say('title')} · ${textIn(definition.title, language, definition.defaultLanguage)}`}
      assets={assets}
      entry="plan"
      say={sayDesigner}
      study={study}
      section="strategy"
      path={path}
      data={props.data}
      head={<StrategyNav study={study.id} part="plan" language={language} />}
    >
      <div class="wide needs">
        <div>
          <h2 class="asked">{say('title')}</h2>
          <p class="method">{say('lead')}</p>
          {!mayEdit && <p class="method">{say('readOnly')}</p>}
        </div>
        <RoundsNote
          rounds={props.rounds}
          query={roundsPlanned(props)}
          of="study"
          addressOf={() => '#rules'}
          say={resultsTexts(language)}
        />
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {notice && (
          <p class="note" role="status">
            {notice}
          </p>
        )}
        <form
          id="plan"
          class={`plan${props.unsaved ? ' is-changed' : ''}`}
          method="post"
          action={path}
          autocomplete="off"
        >
          <input type="hidden" name="revision" value={plan.revision} />
          <fieldset class="plan-columns" disabled={!mayEdit}>
            <PlanSummary part={part} />
            <div class="plan-left">
              <PlanRulesCard part={part} groups={props.groups} />
              <StabilityCard part={part} stale={props.unsaved === true} />
            </div>
            <div class="plan-right">
              <ModuleTable part={part}>
                <ModuleRules part={part} />
              </ModuleTable>
              <Variants part={part} />
              <MethodsCard part={part} />
              <SheetsCard part={part} />
              <RolesCard part={part} fitting={props.fitting} found={props.found} />
            </div>
          </fieldset>
          {mayEdit && (
            <div class="plan-save">
              <button class="btn primary">{say('save')}</button>
              <span class="plan-unsaved">{say('unsaved')}</span>
            </div>
          )}
        </form>
        <p class="needs-foot">
          <a href={`/api${path}`}>{say('json')}</a>
        </p>
      </div>
    </DesignerPage>
  );
}

/** Whom the plan counts; a plan that nobody has saved takes its round by itself. */
function roundsPlanned({
  study,
  rounds,
  part: { plan },
}: PlanPageProps): Pick<ResultsQuery, 'where' | 'rounds'> {
  const { where: written } = plan.settings;
  const read = readResultsQuery(study.definition, written === '' ? {} : { where: written });
  const where = typeof read === 'string' ? [] : read.where;
  const isTaken = plan.revision === 0 && written === `@round:${rounds.taken}`;
  return { where, ...(isTaken && { rounds: 'latest' }) };
}
