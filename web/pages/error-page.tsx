import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { JSX } from 'preact';
import type { Assets } from '../../src/http/assets.ts';
import type { Env } from '../../src/http/env.ts';
import type { Language } from '../../src/survey/language.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { errorTexts, type SayErrors } from '../text/errors/texts.ts';
import { designerLanguage } from './designer-language.ts';
import { DesignerPage } from './designer-page.tsx';
import { html } from './html.ts';

/** What went wrong, by the texts that say it. */
type Kind =
  | 'notFound'
  | 'signIn'
  | 'forbidden'
  | 'refused'
  | 'gone'
  | 'tooMany'
  | 'broken'
  | 'away';

const KINDS: Record<number, Kind> = {
  401: 'signIn',
  403: 'forbidden',
  404: 'notFound',
  410: 'gone',
  429: 'tooMany',
  503: 'away',
};

/** Those whose own sentence adds something to the page's. */
const DETAILED: ReadonlySet<Kind> = new Set(['refused', 'forbidden', 'gone']);

/**
 * Answers with a page that says in the reader's language what went wrong and where to go from here.
 *
 * @param sentence the server's own, in English
 */
export function errorPage(
  c: Context<Env>,
  status: ContentfulStatusCode,
  sentence: string,
): Response {
  const language = designerLanguage(c);
  const kind = KINDS[status] ?? (status >= 500 ? 'broken' : 'refused');
  const page = (
    <ErrorPage
      {...{ language, kind, sentence }}
      seconds={Number(c.res.headers.get('retry-after')) || 1}
      path={c.req.method === 'GET' ? safePath(c.req.path) : null}
      isSignedIn={!!c.var.principal}
      assets={c.var.config.assets}
    />
  );
  return html(c, page, status);
}

/** The address itself, unless browsers would take it for another host's. */
function safePath(path: string): string {
  return path.startsWith('/') && !/^\/[/\\]/.test(path) ? path : '/';
}

interface ErrorPageProps {
  language: Language;
  kind: Kind;
  sentence: string;
  seconds: number;
  /** Where to try again; null for what a form had sent. */
  path: string | null;
  isSignedIn: boolean;
  assets: Assets;
}

function ErrorPage(props: ErrorPageProps): JSX.Element {
  const { language, kind, sentence, seconds, path, isSignedIn, assets } = props;
  const tell = errorTexts(language);
  const lead =
    kind === 'tooMany' ? tell('tooManyLead', { count: seconds }) : tell(`${kind}Lead` as const);
  return (
    <DesignerPage
      {...{ language, assets }}
      title={tell(kind)}
      say={designerTexts(language)}
      entry="designer"
      path={path ?? '/'}
      signedOut={!isSignedIn}
    >
      <section class="wide error-page">
        <Picture kind={kind} />
        <h1>{tell(kind)}</h1>
        <p class="lead">{lead}</p>
        {DETAILED.has(kind) && <p lang="en">{sentence}</p>}
        <NextSteps {...{ kind, path, isSignedIn, tell }} />
      </section>
    </DesignerPage>
  );
}

function NextSteps(props: {
  kind: Kind;
  path: string | null;
  isSignedIn: boolean;
  tell: SayErrors;
}) {
  const { kind, path, isSignedIn, tell } = props;
  const retry = path !== null && ['tooMany', 'broken', 'away'].includes(kind);
  const main = retry ? 'ghost' : 'primary';
  return (
    <p class="error-steps">
      {retry && (
        <a class="btn primary" href={path}>
          {tell('again')}
        </a>
      )}
      {isSignedIn || kind === 'signIn' ? (
        <a class={`btn ${main}`} href="/studies">
          {tell('studies')}
        </a>
      ) : (
        <a class={`btn ${main}`} href="/">
          {tell('join')}
        </a>
      )}
    </p>
  );
}

/** A path that stops, a shut door or a broken line: the meaning stands beside it in words. */
function Picture({ kind }: { kind: Kind }) {
  const shut = kind === 'forbidden' || kind === 'signIn' || kind === 'gone';
  const broken = kind === 'broken' || kind === 'away' || kind === 'refused';
  return (
    <svg class="error-art" viewBox="0 0 120 80" aria-hidden="true">
      <circle class="c" cx="24" cy="56" r="10" />
      <path class="l" d={broken ? 'M34 56h16l4-8 6 16 4-8' : 'M34 56h30'} />
      {shut ? (
        <>
          <rect class="a" x="76" y="18" width="32" height="52" rx="4" />
          <circle class="d" cx="84" cy="46" r="3" />
        </>
      ) : (
        <>
          <circle class="b" cx="92" cy="56" r="10" />
          <path class="l dots" d="M68 56h10" />
        </>
      )}
    </svg>
  );
}
