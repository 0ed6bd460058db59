import type { JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { Assets } from '../../src/http/assets.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import { JoinCard } from './join-card.tsx';
import { Page } from './layout.tsx';

/** One sheet to hang up or to put on tables: title, QR code, address, join code. */
export function PosterPage(props: {
  study: Study;
  join: { url: string; short: string; qr: string };
  language: Language;
  say: SayDesigner;
  assets: Assets;
}): JSX.Element {
  const { study, join, language, say, assets } = props;
  const { definition } = study;
  const title = textIn(definition.title, language, definition.defaultLanguage);
  return (
    <Page lang={language} title={title} assets={assets} entry="designer">
      <main class="poster">
        <p class="poster-actions">
          <a href={`/studies/${study.id}`}>{say('backToStudy')}</a>
          <button type="button" class="btn primary" data-print>
            {say('print')}
          </button>
        </p>
        <p class="poster-lead">{say('posterTitle')}</p>
        <h1>{title}</h1>
        <JoinCard code={formatJoinCode(study.joinCode)} join={join} say={say} />
        <p class="poster-foot">
          {say('minutes', { count: definition.estimatedMinutes.individual })}
        </p>
      </main>
    </Page>
  );
}
