import type { JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { Assets } from '../../src/http/assets.ts';
import type { Language } from '../../src/survey/language.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import type { SayResults } from '../text/results/texts.ts';
import { DesignerPage } from './designer-page.tsx';

interface CountingPageProps {
  study: Study;
  language: Language;
  /** Of the results that are being counted. */
  path: string;
  words: SayResults;
  say: SayDesigner;
  assets: Assets;
}

/** In place of results that take a while to count; the answer has the browser ask again. */
export function CountingPage(props: CountingPageProps): JSX.Element {
  const { study, language, path, words, say, assets } = props;
  const title = words('countingTitle');
  return (
    <DesignerPage
      {...{ language, say, assets, path, study, title }}
      entry="results"
      section="results"
    >
      <section class="empty card" role="status">
        <h2>{title}</h2>
        <p>{words('countingLead')}</p>
        <p>
          <a class="btn" href={path}>
            {words('countingAgain')}
          </a>
        </p>
      </section>
    </DesignerPage>
  );
}
