import type { ComponentChildren, JSX } from 'preact';
import type { Assets } from '../../src/http/assets.ts';
import type { Language } from '../../src/survey/language.ts';
import type { SayPaper } from '../text/paper/texts.ts';
import { Page } from './layout.tsx';

/** A page made to be printed: a way back and a button on the screen, nothing of them on paper. */
export function PrintPage(props: {
  language: Language;
  title: string;
  back: string;
  assets: Assets;
  tell: SayPaper;
  class: string;
  children: ComponentChildren;
}): JSX.Element {
  const { language, title, back, assets, tell, children } = props;
  return (
    <Page lang={language} title={title} assets={assets} entry="paper">
      <main class={`printed ${props.class}`}>
        <p class="poster-actions">
          <a href={back}>{tell('back')}</a>
          <button type="button" class="btn primary" data-print>
            {tell('print')}
          </button>
        </p>
        {children}
      </main>
    </Page>
  );
}
