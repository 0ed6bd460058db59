import type { JSX } from 'preact';
import type { StudyTemplate } from '../../src/db/strategy/templates.ts';
import type { Language } from '../../src/survey/language.ts';
import { strategyPageTexts } from '../text/strategy-page/texts.ts';
import { figureWords } from './figure-words.ts';
import { PriorList } from './strategy-prior.tsx';

/** The templates that an organisation has made of its studies, to start the next round from. */
export function OwnTemplates({
  templates,
  language,
}: {
  templates: readonly StudyTemplate[];
  language: Language;
}): JSX.Element | null {
  if (templates.length === 0) return null;
  const tell = strategyPageTexts(language);
  const figures = figureWords(language);
  return (
    <ul class="templates">
      {templates.map(({ id, name, definition, prior, madeAt }) => (
        <li key={id} class="card template">
          <h3>{name}</h3>
          <p class="facts">
            <span class="tag">{tell('ownTemplate')}</span>
            <span>{figures.date(madeAt)}</span>
          </p>
          {prior.findings.length > 0 && (
            <details>
              <summary>{tell('lastRound')}</summary>
              <PriorList {...{ prior, definition, language, tell, figures }} />
            </details>
          )}
          <form method="post" action="/studies/from-template">
            <input type="hidden" name="template" value={id} />
            {prior.findings.some(({ kind }) => kind === 'order') && (
              <label class="check">
                <input type="checkbox" name="lastTime" value="yes" />
                <span>{tell('tellLast')}</span>
              </label>
            )}
            <button class="btn primary" name="do" value="start">
              {tell('startFrom')}
              <span class="sr">: {name}</span>
            </button>
            <button class="link" name="do" value="delete">
              {tell('deleteTemplate')}
              <span class="sr">: {name}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
