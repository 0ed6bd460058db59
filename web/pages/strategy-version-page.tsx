import type { JSX } from 'preact';
import type { StrategyComment } from '../../src/db/strategy/comments.ts';
import { isAlive, type StrategyLink } from '../../src/db/strategy/links.ts';
import type { StrategyVersion } from '../../src/db/strategy/versions.ts';
import type { ChangedSince } from '../../src/http/strategy-freeze.ts';
import { textOfBlock } from '../../src/survey/strategy/document-differences.ts';
import { DesignerPage } from './designer-page.tsx';
import { StrategyComments } from './strategy-comments.tsx';
import { StrategyDocumentView } from './strategy-document.tsx';
import { StrategyFiles } from './strategy-files.tsx';
import type { StrategyFrame } from './strategy-frame.ts';
import { StrategyNav } from './strategy-nav.tsx';
import { StrategySide } from './strategy-side.tsx';
import { brief } from './strategy-tools.tsx';
import { VersionFacts } from './strategy-versions-page.tsx';

export interface StrategyVersionPageProps {
  frame: StrategyFrame;
  version: StrategyVersion;
  since: ChangedSince;
  comments: readonly StrategyComment[];
  links: readonly StrategyLink[];
  /** The address of a link that was just made: it is shown once. */
  madeLink: string | null;
  now: Date;
}

/** A frozen strategy: as it was signed, whether the data moved since, its links and comments. */
export function StrategyVersionPage(props: StrategyVersionPageProps): JSX.Element {
  const { frame, version, since, comments } = props;
  const { study, language, assets, say, tell, figures } = frame;
  const root = `/studies/${study.id}/strategy`;
  const action = `${root}/versions/${version.id}`;
  const talk = (block: string, about: string) => (
    <StrategyComments
      comments={comments.filter((comment) => comment.block === block)}
      action={frame.mayComment ? `${root}/comments` : null}
      resolveAt={frame.mayEdit ? action : null}
      fields={{ version: version.id }}
      {...{ block, about, tell, figures }}
    />
  );
  return (
    <DesignerPage
      {...{ language, assets, say, study }}
      title={version.name}
      entry="strategy"
      section="strategy"
      path={action}
      head={<StrategyNav study={study.id} part="strategy" language={language} />}
    >
      <div class="wide strategy-page">
        <p class="strategy-links">
          <a href={`${root}/versions`}>{tell('versions')}</a>
        </p>
        <section class="card box version-head">
          <h2>{version.name}</h2>
          <VersionFacts frame={frame} version={version} />
          <p class={since.sentences > 0 ? 'stale-note' : 'facts'}>
            {since.data
              ? since.sentences > 0
                ? tell('dataChanged', { count: since.sentences })
                : tell('dataMoved')
              : tell('current')}{' '}
            {since.data && (
              <a href={`${root}/differences?from=${version.id}&to=draft`}>{tell('differences')}</a>
            )}
          </p>
          <p class="hash">
            {tell(version.isIntact ? 'intact' : 'broken')} · {tell('hash')}{' '}
            <code>{version.hash}</code>
          </p>
          <StrategyFiles
            address={`/api/studies/${study.id}/strategy`}
            query={`?version=${version.id}`}
            tell={tell}
          />
          {frame.mayEdit && <Links {...props} action={action} />}
          {frame.mayDelete && (
            <details class="tool danger-zone">
              <summary>{tell('deleteVersion')}</summary>
              <form class="tool-box tool-form" method="post" action={action}>
                <p>{tell('deleteSure')}</p>
                <p class="tool-actions">
                  <button class="btn danger" name="do" value="delete">
                    {tell('delete')}
                  </button>
                </p>
              </form>
            </details>
          )}
        </section>
        <div
          role="status"
          class="strategy-status"
          data-saved={tell('saved')}
          data-failed={tell('failed')}
        />
        <div id="strategy-live" lang={language}>
          <StrategySide document={version.document} />
          <StrategyDocumentView
            document={version.document}
            definition={study.definition}
            acknowledgement={study.definition.source}
            top={<div class="tools">{talk('', tell('onWhole'))}</div>}
            sectionTools={(part) => (
              <div class="tools section-tools">{talk(`section:${part.key}`, part.title)}</div>
            )}
            blockTools={(block) => (
              <div class="tools">{talk(block.id, brief(textOfBlock(block)))}</div>
            )}
          />
        </div>
      </div>
    </DesignerPage>
  );
}

function Links(props: StrategyVersionPageProps & { action: string }): JSX.Element {
  const { frame, links, madeLink, now, action } = props;
  const { tell, figures } = frame;
  return (
    <details class="tool" open={madeLink !== null} id="links">
      <summary>{tell('links')}</summary>
      <div class="tool-box">
        <p class="tool-note">{tell('linksLead')}</p>
        {madeLink && (
          <div class="made-link" role="status">
            <p>{tell('newLink')}</p>
            <p>
              <code>{madeLink}</code>
            </p>
            <button
              type="button"
              class="btn ghost"
              data-copy={madeLink}
              data-copied={tell('copied')}
            >
              {tell('copy')}
            </button>
          </div>
        )}
        {links.length === 0 ? (
          <p class="facts">{tell('noLinks')}</p>
        ) : (
          <ul class="left-out">
            {links.map((link) => (
              <li key={link.id}>
                <p>
                  {[
                    tell(link.kind === 'review' ? 'linkReview' : 'linkRead'),
                    ...(link.files ? [tell('withFiles')] : []),
                    isAlive(link, now)
                      ? tell('linkUntil', { date: figures.date(link.expiresAt) })
                      : tell('linkEnded'),
                  ].join(' · ')}
                </p>
                {isAlive(link, now) && (
                  <form method="post" action={action}>
                    <input type="hidden" name="link" value={link.id} />
                    <button class="link" name="do" value="end-link">
                      {tell('endLink')}
                      <span class="sr">: {figures.date(link.madeAt)}</span>
                    </button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        )}
        <form class="filters" method="post" action={action}>
          <label>
            <span>{tell('linkKind')}</span>
            <select name="kind">
              <option value="read">{tell('linkRead')}</option>
              <option value="review">{tell('linkReview')}</option>
            </select>
          </label>
          <label>
            <span>{tell('linkDays')}</span>
            <input name="days" type="number" min={1} max={366} value={30} required />
          </label>
          <label class="check">
            <input name="files" type="checkbox" value="yes" />
            <span>{tell('linkFiles')}</span>
          </label>
          <button class="btn ghost" name="do" value="link">
            {tell('makeLink')}
          </button>
        </form>
      </div>
    </details>
  );
}
