import type { ComponentChildren, JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { Assets } from '../../src/http/assets.ts';
import { type Language, LANGUAGES, textIn } from '../../src/survey/language.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import { navigationTexts } from '../text/navigation/texts.ts';
import { AccountMenu } from './account-menu.tsx';
import { Page } from './layout.tsx';
import { STUDY_SECTIONS, type StudySection } from './study-sections.ts';

interface DesignerPageProps {
  language: Language;
  title: string;
  assets: Assets;
  /** The browser entry whose script and style the page has. */
  entry: string;
  say: SayDesigner;
  /** The page's own address, for the choice of language. */
  path: string;
  study?: Study;
  section?: StudySection;
  /** What stands under the header's bar, above the content. */
  head?: ComponentChildren;
  data?: unknown;
  /** Nobody is signed in: no navigation. */
  signedOut?: boolean;
  children: ComponentChildren;
}

/** The frame of every designer's page: bar, the study's head, content, choice of language. */
export function DesignerPage(props: DesignerPageProps): JSX.Element {
  const { language, title, assets, entry, say, path, study, section, head, data } = props;
  const name = study && textIn(study.definition.title, language, study.definition.defaultLanguage);
  return (
    <Page lang={language} title={title} assets={assets} entry={entry} data={data}>
      <div class="shell">
        <a class="skip" href="#main">
          {say('skip')}
        </a>
        <header class="top">
          <a class="brand" href={props.signedOut ? '/' : '/studies'}>
            Plenary
          </a>
          {!props.signedOut && (
            <>
              <nav aria-label={say('mainNavigation')}>
                <a href="/studies" aria-current={path === '/studies' ? 'page' : undefined}>
                  {say('studies')}
                </a>
              </nav>
              <AccountMenu language={language} say={say} />
            </>
          )}
        </header>
        <main id="main" tabIndex={-1}>
          {study && (
            <div class="head">
              <div class="head-title">
                <h1>{name}</h1>
                <StatusTag status={study.status} say={say} />
                {study.synthetic && <span class="tag synthetic">{say('synthetic')}</span>}
              </div>
              {study.synthetic && <p class="synthetic-lead">{say('syntheticLead')}</p>}
              <StudyTabs study={study.id} section={section} language={language} />
              {head}
            </div>
          )}
          {props.children}
        </main>
        <footer class="foot">
          <nav aria-label={say('language')}>
            {LANGUAGES.map((code) => (
              <a
                key={code}
                lang={code}
                hreflang={code}
                href={`${path}${path.includes('?') ? '&' : '?'}lang=${code}`}
                aria-current={code === language ? 'true' : undefined}
              >
                {LANGUAGE_NAMES[code]}
              </a>
            ))}
          </nav>
        </footer>
      </div>
    </Page>
  );
}

/** Links to the parts of one study; the present one is marked. */
function StudyTabs({
  study,
  section,
  language,
}: {
  study: string;
  section: StudySection | undefined;
  language: Language;
}): JSX.Element {
  const say = navigationTexts(language);
  return (
    <nav class="study-tabs" aria-label={say('sections')}>
      {STUDY_SECTIONS.map(({ key, path }) => (
        <a
          key={key}
          href={`/studies/${study}${path}`}
          aria-current={key === section ? 'page' : undefined}
        >
          {say(key)}
        </a>
      ))}
    </nav>
  );
}

/** Whether a study takes answers, as a word with a sign. */
export function StatusTag({
  status,
  say,
}: {
  status: Study['status'];
  say: SayDesigner;
}): JSX.Element {
  return <span class={`tag status-${status}`}>{say(status)}</span>;
}
