import type { ComponentChildren, JSX } from 'preact';
import type { StrategyComment } from '../../src/db/strategy/comments.ts';
import type { Assets } from '../../src/http/assets.ts';
import type { Shared } from '../../src/http/strategy-link.ts';
import type { Language } from '../../src/survey/language.ts';
import { textOfBlock } from '../../src/survey/strategy/document-differences.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { strategyPageTexts } from '../text/strategy-page/texts.ts';
import { figureWords } from './figure-words.ts';
import { Page } from './layout.tsx';
import { StrategyComments } from './strategy-comments.tsx';
import { StrategyDocumentView } from './strategy-document.tsx';
import { StrategyFiles } from './strategy-files.tsx';
import { brief } from './strategy-tools.tsx';
import { VersionFacts } from './strategy-versions-page.tsx';

interface SharedStrategyPageProps {
  shared: Shared;
  comments: readonly StrategyComment[];
  /** The link's own address. */
  path: string;
  /** What a guest typed before, and what was not taken. */
  author: string;
  refused: { block: string; text: string; message: string } | null;
  sent: boolean;
  assets: Assets;
}

/** A frozen strategy for somebody with a link and no account, in the strategy's own language. */
export function SharedStrategyPage(props: SharedStrategyPageProps): JSX.Element {
  const { shared, comments, path, author, refused, sent, assets } = props;
  const { link, study, version } = shared;
  const { language } = version.document;
  const tell = strategyPageTexts(language);
  const figures = figureWords(language);
  const isReview = link.kind === 'review';
  const talk = (block: string, about: string) =>
    isReview ? (
      <div class="tools">
        <StrategyComments
          comments={comments.filter((comment) => comment.block === block)}
          action={path}
          resolveAt={null}
          guest={author}
          typed={refused?.block === block ? refused.text : undefined}
          {...{ block, about, tell, figures }}
        />
      </div>
    ) : null;
  return (
    <PublicPage {...{ language, assets }} title={version.document.title}>
      <div class="wide strategy-page is-shared">
        <section class="card box version-head">
          <p class="facts">
            <span>{tell(isReview ? 'sharedReview' : 'sharedBy')}</span>
            <span>{tell('sharedUntil', { date: figures.date(link.expiresAt) })}</span>
          </p>
          <p class="version-name">{version.name}</p>
          <VersionFacts frame={{ study, language, tell, figures }} version={version} />
          {link.files && <StrategyFiles address={`${path}/strategy`} tell={tell} />}
          {isReview && <p>{tell('reviewLead')}</p>}
        </section>
        <div role="status">{sent && !refused && <p class="done">{tell('sent')}</p>}</div>
        {refused && (
          <p class="problem" role="alert">
            {refused.message}
          </p>
        )}
        <StrategyDocumentView
          document={version.document}
          definition={study.definition}
          acknowledgement={study.definition.source}
          level={1}
          links={false}
          top={talk('', tell('onWhole'))}
          sectionTools={(part) => talk(`section:${part.key}`, part.title)}
          blockTools={(block) => talk(block.id, brief(textOfBlock(block)))}
        />
      </div>
    </PublicPage>
  );
}

/** What somebody sees whose link leads nowhere any more, or never did. */
export function NoStrategyPage({
  language,
  assets,
  gone,
}: {
  language: Language;
  assets: Assets;
  gone: boolean;
}): JSX.Element {
  const tell = strategyPageTexts(language);
  return (
    <PublicPage {...{ language, assets }} title={tell(gone ? 'gone' : 'missing')}>
      <div class="narrow">
        <h1>{tell(gone ? 'gone' : 'missing')}</h1>
        <p>{tell(gone ? 'goneLead' : 'missingLead')}</p>
      </div>
    </PublicPage>
  );
}

/** The frame of pages that anybody with a link sees: no account, no navigation, no search engine. */
function PublicPage({
  language,
  assets,
  title,
  children,
}: {
  language: Language;
  assets: Assets;
  title: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <Page lang={language} title={title} assets={assets} entry="strategy">
      <div class="shell">
        <a class="skip" href="#main">
          {designerTexts(language)('skip')}
        </a>
        <header class="top">
          <span class="brand">Plenary</span>
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer class="foot" />
      </div>
    </Page>
  );
}
