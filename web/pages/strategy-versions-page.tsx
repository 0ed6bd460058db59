import type { JSX } from 'preact';
import type { StrategyVersionHead } from '../../src/db/strategy/versions.ts';
import type { Language } from '../../src/survey/language.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import { DesignerPage } from './designer-page.tsx';
import { filterLabel, filterOfText, type StrategyFrame } from './strategy-frame.ts';
import { StrategyNav } from './strategy-nav.tsx';

/** The frozen versions of a study's strategies, and a form that compares two of them. */
export function StrategyVersionsPage({
  frame,
  versions,
}: {
  frame: StrategyFrame;
  versions: readonly StrategyVersionHead[];
}): JSX.Element {
  const { study, language, assets, say, tell } = frame;
  const root = `/studies/${study.id}/strategy`;
  return (
    <DesignerPage
      {...{ language, assets, say, study }}
      title={tell('versions')}
      entry="strategy"
      section="strategy"
      path={`${root}/versions`}
      head={<StrategyNav study={study.id} part="strategy" language={language} />}
    >
      <div class="wide strategy-page">
        <p class="strategy-links">
          <a href={root}>{tell('back')}</a>
        </p>
        <h2 class="section-title">{tell('versions')}</h2>
        {versions.length === 0 ? (
          <p class="lead">
            {tell('noVersions')} {tell('freezeLead')}
          </p>
        ) : (
          <ol class="versions">
            {versions.map((version) => (
              <li key={version.id} class="card box">
                <h3>
                  <a href={`${root}/versions/${version.id}`}>{version.name}</a>
                </h3>
                <VersionFacts frame={frame} version={version} />
              </li>
            ))}
          </ol>
        )}
        {versions.length > 0 && (
          <form class="filters" method="get" action={`${root}/differences`}>
            <label>
              <span>{tell('older')}</span>
              <VersionSelect name="from" {...{ frame, versions }} chosen={versions.at(1)?.id} />
            </label>
            <label>
              <span>{tell('newer')}</span>
              <VersionSelect name="to" {...{ frame, versions }} draft chosen="draft" />
            </label>
            <button class="btn ghost">{tell('compareVersions')}</button>
          </form>
        )}
      </div>
    </DesignerPage>
  );
}

/** When a version was frozen, by whom, for whom, and who signed it. */
export function VersionFacts({
  frame,
  version,
}: {
  frame: Pick<StrategyFrame, 'study' | 'language' | 'tell' | 'figures'>;
  version: StrategyVersionHead;
}): JSX.Element {
  const { tell, figures } = frame;
  const { frozenAt, frozenBy, signedBy, note, filter, language } = version;
  const date = figures.date(frozenAt);
  return (
    <>
      <p class="facts">
        <span>
          {frozenBy ? tell('versionLine', { date, name: frozenBy }) : tell('versionAt', { date })}
        </span>
        <span>{LANGUAGE_NAMES[language as Language]}</span>
        <span>{filterLabel(frame, filterOfText(filter)) ?? tell('everyone')}</span>
      </p>
      {signedBy && (
        <p class="signed">
          <Tick /> {tell('signed', { name: signedBy })}
        </p>
      )}
      {note !== '' && <p class="version-note">{note}</p>}
    </>
  );
}

function Tick(): JSX.Element {
  return (
    <svg class="tick" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M3 8.5l3.2 3.2L13 4.8" fill="none" stroke="currentColor" stroke-width="2.2" />
    </svg>
  );
}

function VersionSelect({
  name,
  frame: { tell, figures },
  versions,
  draft = false,
  chosen,
}: {
  name: string;
  frame: StrategyFrame;
  versions: readonly StrategyVersionHead[];
  draft?: boolean;
  chosen: string | undefined;
}): JSX.Element {
  return (
    <select name={name}>
      {draft && <option value="draft">{tell('presentDraft')}</option>}
      {versions.map(({ id, name: title, frozenAt }) => (
        <option key={id} value={id} selected={id === chosen}>
          {title}, {figures.date(frozenAt)}
        </option>
      ))}
    </select>
  );
}
