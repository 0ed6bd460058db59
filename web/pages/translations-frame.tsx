import type { ComponentChildren, JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { Assets } from '../../src/http/assets.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import type { TranslationState } from '../../src/survey/translation-state.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import type { SayTranslations } from '../text/translations/texts.ts';
import { DesignerPage } from './designer-page.tsx';

/** What every page about translations gets. */
export interface TranslationsFrame {
  study: Study;
  mayEdit: boolean;
  language: Language;
  say: SayTranslations;
  sayDesigner: SayDesigner;
  assets: Assets;
  notice?: string | undefined;
  problems?: readonly string[];
}

/** The frame of the pages about translations, with what was done or went wrong. */
export function TranslationsFrame(
  props: TranslationsFrame & { path: string; children: ComponentChildren },
): JSX.Element {
  const { study, language, say, sayDesigner, assets, notice, problems = [], path } = props;
  const { title, defaultLanguage } = study.definition;
  return (
    <DesignerPage
      {...{ language, assets, study, path }}
      say={sayDesigner}
      title={textIn(title, language, defaultLanguage)}
      entry="translations"
      section="translations"
    >
      <div class="wide translations">
        {problems.length > 0 && (
          <div class="problem" role="alert">
            <p>{say('problems')}</p>
            <ul>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </div>
        )}
        {notice && (
          <p class="notice" role="status">
            {notice}
          </p>
        )}
        {props.children}
      </div>
    </DesignerPage>
  );
}

/** A state as a sign and a word; the word for screen readers only where there is no room. */
export function StateMark(props: {
  state: TranslationState;
  say: SayTranslations;
  short?: boolean;
}): JSX.Element {
  const { state, say, short } = props;
  return (
    <span class={`mark ${state}`}>
      <span class={short ? 'sr' : ''}>{say(state)}</span>
    </span>
  );
}
