import type { JSX } from 'preact';
import type { StudyTemplate } from '../../src/db/strategy/templates.ts';
import type { StudySummary } from '../../src/db/studies.ts';
import type { Assets } from '../../src/http/assets.ts';
import type { Definition } from '../../src/survey/definition.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import { editorTexts, type SayEditor } from '../text/editor/texts.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import { shareTexts } from '../text/share/texts.ts';
import { resultsTexts } from '../text/results/texts.ts';
import { DesignerPage, StatusTag } from './designer-page.tsx';
import { OwnTemplates } from './strategy-templates.tsx';
import type { FigureWords } from './figure-words.ts';

interface StudiesPageProps {
  studies: readonly StudySummary[];
  next: string | null;
  templates: readonly Definition[];
  /** What the organisation has published of its own studies. */
  ownTemplates: readonly StudyTemplate[];
  mayCreate: boolean;
  /** The organisation that looks at the list. */
  organisation: string;
  language: Language;
  say: SayDesigner;
  figures: FigureWords;
  assets: Assets;
}

/** All studies, and the templates to start another one with. */
export function StudiesPage(props: StudiesPageProps): JSX.Element {
  const { studies, next, templates, mayCreate, organisation, language, say, figures, assets } =
    props;
  const sayShare = shareTexts(language);
  const sayEditor = editorTexts(language);
  const sayResults = resultsTexts(language);
  return (
    <DesignerPage
      {...{ language, say, assets }}
      title={say('studies')}
      entry="designer"
      path="/studies"
    >
      <div class="wide">
        <h1>{say('yourStudies')}</h1>
        {studies.length === 0 ? (
          <section class="empty card">
            <svg class="empty-art" viewBox="0 0 96 72" aria-hidden="true">
              <rect class="a" x="6" y="10" width="60" height="14" rx="7" />
              <rect class="b" x="6" y="30" width="42" height="14" rx="7" />
              <rect class="c" x="6" y="50" width="26" height="14" rx="7" />
              <circle class="d" cx="80" cy="17" r="9" />
            </svg>
            <h2>{say('noStudies')}</h2>
            <p>{say('noStudiesLead')}</p>
          </section>
        ) : (
          <ul class="studies">
            {studies.map((study) => (
              <li key={study.id} class="card">
                <div class="study-title">
                  <h2>
                    <a href={`/studies/${study.id}`}>{textIn(study.title, language, 'en')}</a>
                  </h2>
                  <StatusTag status={study.status} say={say} />
                  {study.synthetic && <span class="tag synthetic">{say('synthetic')}</span>}
                  {study.organisationId !== organisation && (
                    <span class="tag">{sayShare('sharedBy', { organisation: study.owner })}</span>
                  )}
                </div>
                <p class="study-facts">
                  <code>{formatJoinCode(study.joinCode)}</code>
                  <span>
                    {study.responses === 0
                      ? say('noAnswers')
                      : say('answers', { count: study.responses - study.tables })}
                    {study.tables > 0 && ` ${sayResults('tablesToo', { count: study.tables })}`}
                  </span>
                  <span>{say('created', { date: figures.date(study.createdAt) })}</span>
                </p>
                <a class="btn ghost" href={`/studies/${study.id}/results`}>
                  {say('showResults')}
                  <span class="sr">: {textIn(study.title, language, 'en')}</span>
                </a>
                {mayCreate && (
                  <form method="post" action={`/studies/${study.id}/copy`}>
                    <button class="btn ghost">
                      {sayEditor('copyOf')}
                      <span class="sr">: {textIn(study.title, language, 'en')}</span>
                    </button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        )}
        {next && (
          <p>
            <a href={`/studies?cursor=${next}`}>{say('older')}</a>
          </p>
        )}
        {mayCreate && (
          <>
            <h2 class="section-title">{say('newStudy')}</h2>
            <p class="lead">{say('newStudyLead')}</p>
            <StartCards say={sayEditor} />
            <OwnTemplates templates={props.ownTemplates} language={language} />
            <ul class="templates">
              {templates.map((definition) => (
                <TemplateCard key={definition.id} {...{ definition, language, say }} />
              ))}
            </ul>
          </>
        )}
      </div>
    </DesignerPage>
  );
}

/** Two ways to start without a template. */
function StartCards({ say }: { say: SayEditor }): JSX.Element {
  return (
    <ul class="templates starts">
      <li class="card template">
        <h3>{say('startBlank')}</h3>
        <p class="intro">{say('startBlankLead')}</p>
        <form method="post" action="/studies/blank">
          <button class="btn primary">{say('startBlankButton')}</button>
        </form>
      </li>
      <li class="card template">
        <h3>{say('startFile')}</h3>
        <p class="intro">{say('startFileLead')}</p>
        <form class="stack" method="post" action="/studies/file" encType="multipart/form-data">
          <label for="study-file">{say('file')}</label>
          <input id="study-file" name="file" type="file" accept=".json,.csv,.txt" required />
          <button class="btn ghost">{say('startFileButton')}</button>
        </form>
      </li>
    </ul>
  );
}

function TemplateCard(props: { definition: Definition; language: Language; say: SayDesigner }) {
  const { definition, language, say } = props;
  const text = (wording: Definition['title']) =>
    textIn(wording, language, definition.defaultLanguage);
  const rankings = definition.questions.filter(({ kind }) => kind === 'ranking');
  return (
    <li class="card template">
      <h3>{text(definition.title)}</h3>
      <p class="facts">
        <span>{say('questions', { count: definition.questions.length })}</span>
        <span>{say('rankings', { count: rankings.length })}</span>
        <span>{say('minutes', { count: definition.estimatedMinutes.individual })}</span>
        <span>{say('languages', { count: definition.languages.length })}</span>
      </p>
      <p class="intro">{text(definition.intro)}</p>
      <details>
        <summary>{say('contains')}</summary>
        <ol class="contents">
          {definition.sections.map((section) => (
            <li key={section.id}>
              <strong>{text(section.title)}</strong>
              <ul>
                {definition.questions
                  .filter((question) => question.section === section.id)
                  .map((question) => (
                    <li key={question.id}>{text(question.title)}</li>
                  ))}
              </ul>
            </li>
          ))}
        </ol>
        <p class="facts">{definition.languages.map((code) => LANGUAGE_NAMES[code]).join(' · ')}</p>
        <p class="facts">{definition.source}</p>
      </details>
      <form method="post" action="/studies">
        <button class="btn primary" name="template" value={definition.id}>
          {say('createFrom')}
          <span class="sr">: {text(definition.title)}</span>
        </button>
      </form>
    </li>
  );
}
