import type { JSX } from 'preact';
import type { StrategyComment } from '../../src/db/strategy/comments.ts';
import { LONGEST_TOLD } from '../../src/http/strategy-body.ts';
import type { StrategyChoice } from '../../src/http/generated-strategy.ts';
import type { Rounds } from '../../src/http/rounds-of.ts';
import type { StrategyView } from '../../src/http/strategy-draft.ts';
import { staleSentences } from '../../src/survey/strategy/edits.ts';
import { LONGEST } from '../../src/survey/strategy/strategy-edits.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import { resultsTexts } from '../text/results/texts.ts';
import { DesignerPage } from './designer-page.tsx';
import { QualityChoice } from './quality-choice.tsx';
import { GroupSelect, LanguageSelect } from './strategy-choose.tsx';
import { StrategyFiles } from './strategy-files.tsx';
import { Hidden, StrategyComments } from './strategy-comments.tsx';
import { StrategyDocumentView } from './strategy-document.tsx';
import {
  filterLabel,
  filterOfText,
  type OfferedGroup,
  roundsAsked,
  type StrategyFrame,
  strategyInRounds,
  strategyQuery,
} from './strategy-frame.ts';
import { RoundsNote } from './rounds-note.tsx';
import { StrategyNav } from './strategy-nav.tsx';
import { StrategySide } from './strategy-side.tsx';
import { sectionTools } from './strategy-section-tools.tsx';
import {
  blockTools,
  isOpen,
  openAt,
  type StrategyProblem,
  type StrategyToolsProps,
} from './strategy-tools.tsx';

/** What was typed about a version that was not frozen. */
export interface FreezeTyped {
  name: string;
  note: string;
  signedBy: string;
}

export interface StrategyPageProps {
  frame: StrategyFrame;
  choice: StrategyChoice;
  view: StrategyView;
  comments: readonly StrategyComment[];
  groups: readonly OfferedGroup[];
  rounds: Rounds;
  /** Strategies that somebody has worked on. */
  drafts: readonly { language: string; filter: string }[];
  problem: StrategyProblem | null;
  /** The place whose controls were asked for; '' for none. */
  open: string;
  freezeTyped: FreezeTyped | null;
  /** Something was just saved. */
  saved: boolean;
}

/** A study's strategy, with its controls beside each sentence. They work without script. */
export function StrategyPage(props: StrategyPageProps): JSX.Element {
  const { frame, choice, view, groups, problem, freezeTyped } = props;
  const { study, language, assets, say, tell } = frame;
  const root = `/studies/${study.id}/strategy`;
  const fields = {
    language: choice.language,
    ...choice.filter,
    ...(choice.rounds === 'all' && { round: choice.rounds }),
    revision: String(view.revision),
  };
  const tools: StrategyToolsProps = { ...props, action: root, fields, isHere: !freezeTyped };
  return (
    <DesignerPage
      {...{ language, assets, say, study }}
      title={tell('title')}
      entry="strategy"
      section="strategy"
      path={root + strategyQuery(choice)}
      head={<StrategyNav study={study.id} part="strategy" language={language} />}
    >
      <div class="wide strategy-page">
        <div class="strategy-lead">
          <p class="lead">{tell(frame.mayEdit ? 'lead' : 'readLead')}</p>
          <p class="strategy-links">
            <a href={`${root}/versions`}>{tell('versions')}</a>
            <a href={`${root}/reuse`}>{tell('reuse')}</a>
          </p>
        </div>
        <form class="filters strategy-choose" method="get" action={root}>
          <LanguageSelect label={tell('languageLabel')} chosen={choice.language} />
          <GroupSelect
            name="where"
            label={tell('ofWhom')}
            groups={groups}
            chosen={choice.filter['where'] ?? ''}
            chosenLabel={filterLabel(frame, choice.filter)}
          />
          {(study.status !== 'open' || study.synthetic) && (
            <QualityChoice isClean={choice.filter['quality'] === 'clean'} language={language} />
          )}
          <button class="btn ghost">{tell('show')}</button>
        </form>
        <RoundsNote
          rounds={props.rounds}
          query={roundsAsked(frame, choice)}
          of="study"
          addressOf={(round) => root + strategyInRounds(choice, round)}
          say={resultsTexts(language)}
        />
        <div
          role="status"
          class="strategy-status"
          data-saved={tell('saved')}
          data-failed={tell('failed')}
        >
          {props.saved && !problem && <p>{tell('saved')}</p>}
        </div>
        {problem?.place === '' && (
          <p class="problem" role="alert">
            {problem.message}
          </p>
        )}
        <div id="strategy-live" lang={language}>
          <StrategySide document={view.document} />
          <StrategyDocumentView
            document={view.document}
            definition={study.definition}
            acknowledgement={study.definition.source}
            blockTools={(block) => blockTools(tools, block)}
            openAt={(block) => (isOpen(tools, block) ? null : openAt(tools, block.id))}
            sectionTools={(part) => sectionTools(tools, part)}
            top={<State {...props} tools={tools} />}
          />
        </div>
      </div>
    </DesignerPage>
  );
}

/** How the strategy stands: changed by whom, what is stale, left out or lost; and what to do with it. */
function State(props: StrategyPageProps & { tools: StrategyToolsProps }): JSX.Element {
  const { frame, choice, view, comments, drafts, tools } = props;
  const { study, language, tell, figures } = frame;
  const root = `/studies/${study.id}/strategy`;
  const stale = staleSentences(view.document);
  const { changedAt, changedBy } = view;
  const others = drafts.filter(
    ({ language: other, filter }) =>
      other !== choice.language ||
      (filterOfText(filter)['where'] ?? '') !== (choice.filter['where'] ?? ''),
  );
  return (
    <aside class="strategy-state" lang={language} aria-label={tell('title')}>
      <StrategyFiles address={`/api${root}`} query={strategyQuery(choice)} tell={tell} />
      <p class="strategy-changed">
        {changedAt
          ? changedBy
            ? tell('changed', { name: changedBy, date: figures.date(changedAt) })
            : tell('changedAt', { date: figures.date(changedAt) })
          : tell('untouched')}
      </p>
      {others.length > 0 && (
        <p class="strategy-others">
          {tell('otherDrafts')}:{' '}
          {others.map(({ language: other, filter }) => (
            <a
              key={`${other} ${filter}`}
              href={`${root}${strategyQuery({ language: other as 'en', filter: filterOfText(filter) })}`}
            >
              {[
                LANGUAGE_NAMES[other as 'en'],
                filterLabel(frame, filterOfText(filter)) ?? tell('everyone'),
              ].join(', ')}
            </a>
          ))}
        </p>
      )}
      {stale > 0 && (
        <div class="stale-list">
          <p>{tell('staleCount', { count: stale })}</p>
          <ul>
            {view.document.sections.flatMap(({ blocks }) =>
              blocks.flatMap((block) =>
                block.kind === 'sentence' && block.stale
                  ? [
                      <li key={block.id} lang={view.document.language}>
                        <a href={`#block-${block.id}`}>{block.text}</a>
                      </li>,
                    ]
                  : [],
              ),
            )}
          </ul>
        </div>
      )}
      {frame.mayEdit && <Otherwise {...tools} />}
      {frame.mayEdit && <Lost {...tools} />}
      <div class="tools">
        {frame.mayEdit && (
          <>
            <TitleForm {...tools} />
            <FreezeForm {...props} stale={stale} />
          </>
        )}
        <StrategyComments
          comments={comments.filter(({ block }) => block === '')}
          block=""
          about={tell('onWhole')}
          action={frame.mayComment ? `${root}/comments` : null}
          resolveAt={frame.mayEdit ? root : null}
          fields={tools.fields}
          {...{ tell, figures }}
        />
        {frame.mayEdit && <SectionsOut {...tools} />}
      </div>
    </aside>
  );
}

function TitleForm({ frame, view, action, fields, problem }: StrategyToolsProps): JSX.Element {
  const { tell } = frame;
  const issue = problem?.place === 'title' ? problem : null;
  return (
    <details class="tool" data-key="title" open={issue !== null}>
      <summary>{tell('changeTitle')}</summary>
      <form class="tool-box tool-form" method="post" action={action} data-in-place>
        <Hidden fields={fields} />
        {issue && (
          <p class="problem" role="alert">
            {issue.message}
          </p>
        )}
        <label>
          <span>{tell('titleLabel')}</span>
          <input
            name="text"
            value={issue?.text ?? view.document.title}
            maxLength={LONGEST.title}
            aria-describedby="title-hint"
          />
        </label>
        <p class="tool-note" id="title-hint">
          {tell('ownTitle')}
        </p>
        <p class="tool-actions">
          <button class="btn primary" name="do" value="title">
            {tell('save')}
          </button>
        </p>
      </form>
    </details>
  );
}

function FreezeForm(props: StrategyPageProps & { stale: number }): JSX.Element {
  const { frame, choice, view, freezeTyped, stale } = props;
  const { study, tell } = frame;
  const { name = '', note = '', signedBy = '' } = freezeTyped ?? {};
  return (
    <details class="tool" id="freeze" data-key="freeze" open={freezeTyped !== null}>
      <summary>{tell('freeze')}</summary>
      <form
        class="tool-box tool-form"
        method="post"
        action={`/studies/${study.id}/strategy/versions`}
      >
        <Hidden
          fields={{
            language: choice.language,
            ...choice.filter,
            ...(choice.rounds === 'all' && { round: choice.rounds }),
            revision: String(view.revision),
          }}
        />
        {freezeTyped && (
          <p class="problem" role="alert">
            {tell('freezeConflict')}
          </p>
        )}
        <p class="tool-note">{tell('freezeLead')}</p>
        {stale > 0 && <p class="stale-note">{tell('freezeStale', { count: stale })}</p>}
        {view.otherwise.length > 0 && (
          <p class="stale-note">{tell('outStaleCount', { count: view.otherwise.length })}</p>
        )}
        <label>
          <span>{tell('versionName')}</span>
          <input
            name="name"
            value={name}
            required
            maxLength={LONGEST_TOLD.name}
            aria-describedby="version-hint"
          />
        </label>
        <p class="tool-note" id="version-hint">
          {tell('versionHint')}
        </p>
        <label>
          <span>
            {tell('signedBy')} ({tell('optional')})
          </span>
          <input name="signedBy" value={signedBy} maxLength={LONGEST_TOLD.name} />
        </label>
        <label>
          <span>
            {tell('note')} ({tell('optional')})
          </span>
          <textarea name="note" rows={2} maxLength={LONGEST_TOLD.note}>
            {note}
          </textarea>
        </label>
        <p class="tool-actions">
          <button class="btn primary">{tell('freezeButton')}</button>
        </p>
      </form>
    </details>
  );
}

function SectionsOut({ frame, view, action, fields }: StrategyToolsProps): JSX.Element | null {
  const { tell } = frame;
  const out = view.generated.sections.filter(({ key }) => view.edits.sectionsOut.includes(key));
  if (out.length === 0) return null;
  return (
    <details class="tool" data-key="sections-out">
      <summary>{tell('sectionsOut')}</summary>
      <ul class="tool-box left-out">
        {out.map(({ key, title }) => (
          <li key={key}>
            <p lang={view.document.language}>{title}</p>
            <form method="post" action={action} data-in-place>
              <Hidden fields={fields} />
              <input type="hidden" name="section" value={key} />
              <button class="link" name="do" value="bring-back-section">
                {tell('bringBack')}
                <span class="sr">: {title}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Left-out sentences that would say something else now; what to do about each stands in its section. */
function Otherwise({ frame, view }: StrategyToolsProps): JSX.Element | null {
  if (view.otherwise.length === 0) return null;
  return (
    <div class="stale-list">
      <p>{frame.tell('outStaleCount', { count: view.otherwise.length })}</p>
      <ul>
        {view.otherwise.map(({ block, says }) => (
          <li key={block} lang={view.document.language}>
            <a href={`#out-${block}`}>{says}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Lost({ frame, view, action, fields }: StrategyToolsProps): JSX.Element | null {
  const { tell } = frame;
  if (view.lost.length === 0) return null;
  return (
    <div class="stale-list">
      <p>
        <b>{tell('lostTitle')}</b> {tell('lostLead')}
      </p>
      <ul>
        {view.lost.map(({ block, section, text }) => (
          <li key={block}>
            <p lang={view.document.language}>{text}</p>
            <form class="tool-actions" method="post" action={action} data-in-place>
              <Hidden fields={fields} />
              <input type="hidden" name="block" value={block} />
              <input type="hidden" name="section" value={section} />
              <input type="hidden" name="paragraph" value={crypto.randomUUID()} />
              <input type="hidden" name="text" value={text} />
              <button class="btn ghost" name="do" value="keep-as-paragraph">
                {tell('keepAsParagraph')}
              </button>
              <button class="btn ghost" name="do" value="restore">
                {tell('drop')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}
