import type { JSX } from 'preact';
import type { Language } from '../../src/survey/language.ts';
import { TRANSLATION_STATES, type TranslationState } from '../../src/survey/translation-state.ts';
import { translationUnits } from '../../src/survey/translation-units.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import type { TranslationsFrame } from './translations-frame.tsx';
import { partsOf } from './translations-parts.ts';

/** Which texts are shown: in which language, state and part. A plain form. */
export function TranslationsFilter(
  props: Pick<TranslationsFrame, 'study' | 'language' | 'say'> & {
    chosen: Language | null;
    filter: { state: TranslationState | null; part: string | null };
  },
): JSX.Element {
  const { study, language, say, chosen, filter } = props;
  const { definition, id } = study;
  const targets = definition.languages.filter((code) => code !== definition.defaultLanguage);
  const parts = partsOf(definition, translationUnits(definition), language, say);
  return (
    <form class="filters" method="get" action={`/studies/${id}/translations`}>
      <label>
        <span>{say('translation')}</span>
        <select name="language" data-submit>
          <option value="">{say('allLanguages')}</option>
          {targets.map((code) => (
            <option key={code} value={code} lang={code} selected={code === chosen}>
              {LANGUAGE_NAMES[code]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say('state')}</span>
        <select name="state" data-submit>
          <option value="">{say('allStates')}</option>
          {TRANSLATION_STATES.map((state) => (
            <option key={state} value={state} selected={state === filter.state}>
              {say(state)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say('part')}</span>
        <select name="part" data-submit>
          <option value="">{say('allParts')}</option>
          {parts.map((part) => (
            <option key={part.id} value={part.id} selected={part.id === filter.part}>
              {part.title}
            </option>
          ))}
        </select>
      </label>
      <button class="btn ghost">{say('filter')}</button>
    </form>
  );
}
