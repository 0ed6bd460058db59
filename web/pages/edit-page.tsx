import type { JSX } from 'preact';
import type { StudyVersion } from '../../src/db/change-study.ts';
import type { Study } from '../../src/db/studies.ts';
import type { Assets } from '../../src/http/assets.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import { optionsOf } from '../../src/survey/question-options.ts';
import type { EditorData } from '../editor/page-data.ts';
import { translator } from '../../src/survey/catalogue.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import type { EditorEnglish, EditorTexts } from '../text/editor/texts.ts';
import { DesignerPage } from './designer-page.tsx';
import { TestCard, VersionLog } from './edit-extras.tsx';
import { figureWords } from './figure-words.ts';

interface EditPageProps {
  study: Study;
  responses: number;
  /** Where the study can be tried out, and how often it was. */
  test: { url: string; answers: number };
  versions: readonly StudyVersion[];
  mayEdit: boolean;
  language: Language;
  say: SayDesigner;
  texts: EditorTexts;
  assets: Assets;
}

/** The questions of a study, to read; a script makes them a form. */
export function EditPage(props: EditPageProps): JSX.Element {
  const { study, responses, mayEdit, language, say, texts, assets } = props;
  const { id, definition, definitionRevision: revision, version } = study;
  const sayEditor = translator<EditorEnglish>(language, texts);
  const data: EditorData = {
    id,
    definition,
    revision,
    version,
    frozen: responses > 0,
    responses,
    language,
    texts,
    mayEdit,
  };
  return (
    <DesignerPage
      {...{ language, say, assets, study, data }}
      title={sayEditor('questions', { count: definition.questions.length })}
      entry="editor"
      path={`/studies/${id}/edit`}
      section="questions"
    >
      <div id="editor">
        <div class="wide">
          {mayEdit && <p class="note">{sayEditor('needsScript')}</p>}
          <Contents study={study} language={language} />
        </div>
      </div>
      <div class="extras">
        <TestCard
          study={id}
          {...props.test}
          copy={say('copyLink')}
          copied={say('copied')}
          say={sayEditor}
        />
        <VersionLog versions={props.versions} date={figureWords(language).date} say={sayEditor} />
      </div>
    </DesignerPage>
  );
}

/** All questions and their options, in one language. */
function Contents({ study, language }: { study: Study; language: Language }): JSX.Element {
  const { definition } = study;
  const { defaultLanguage } = definition;
  return (
    <ol class="contents">
      {definition.questions.map((question) => (
        <li key={question.id}>
          <strong>{textIn(question.title, language, defaultLanguage)}</strong>
          <ul>
            {optionsOf(definition, question)
              .filter((option) => Object.keys(option.label).length > 0)
              .map((option) => (
                <li key={option.id}>{textIn(option.label, language, defaultLanguage)}</li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
