import type { JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { Assets } from '../../src/http/assets.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import { webhookTexts } from '../text/webhooks/texts.ts';
import { DesignerPage } from './designer-page.tsx';
import { JoinCard } from './join-card.tsx';

export interface StudyPageProps {
  study: Study;
  responses: number;
  /** Languages whose wording nobody has vouched for. */
  unreviewed: readonly Language[];
  /** Where people join, and the QR code of it as SVG. */
  join: { url: string; short: string; qr: string };
  may: { run: boolean; export: boolean; delete: boolean };
  problem?: string;
  language: Language;
  say: SayDesigner;
  assets: Assets;
}

/** Formats of the export and what people call them, the same in every language. */
const EXPORTS = [
  ['xlsx', 'Excel (XLSX)'],
  ['csv', 'CSV'],
  ['r', 'R'],
  ['sps', 'SPSS'],
  ['json', 'JSON'],
] as const;

/** One study: whether it takes answers, how people get in, how many did, and what it asks. */
export function StudyPage(props: StudyPageProps): JSX.Element {
  const { study, unreviewed, join, may, problem, language, say, assets } = props;
  const { definition, status, id } = study;
  const text = (wording: typeof definition.title) =>
    textIn(wording, language, definition.defaultLanguage);
  const leads = { draft: 'draftLead', open: 'openLead', closed: 'closedLead' } as const;
  return (
    <DesignerPage
      {...{ language, say, assets, study }}
      title={text(definition.title)}
      entry="designer"
      section="study"
      path={`/studies/${id}`}
    >
      <div class="wide study">
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <section class="card box state" aria-labelledby="state-title">
          <h2 id="state-title">{say(status)}</h2>
          <p>{say(leads[status])}</p>
          {may.run && (
            <form method="post" action={`/studies/${id}/${status === 'open' ? 'close' : 'open'}`}>
              <button class={`btn ${status === 'open' ? 'ghost' : 'primary'}`}>
                {say(
                  { draft: 'openStudy', open: 'closeStudy', closed: 'openAgain' }[
                    status
                  ] as 'openStudy',
                )}
              </button>
            </form>
          )}
          <Progress {...props} />
        </section>
        <JoinCard code={formatJoinCode(study.joinCode)} join={join} say={say}>
          <button type="button" class="btn ghost" data-copy={join.url} data-copied={say('copied')}>
            {say('copyLink')}
          </button>
          <a class="btn ghost" href={`/studies/${id}/poster`}>
            {say('poster')}
          </a>
        </JoinCard>
        <section class="card box span" aria-labelledby="preview-title">
          <h2 id="preview-title">{say('preview')}</h2>
          <p>{say('previewLead')}</p>
          <ul class="languages">
            {definition.languages.map((code) => (
              <li key={code}>
                <a lang={code} href={`/j/${formatJoinCode(study.joinCode)}?lang=${code}`}>
                  {LANGUAGE_NAMES[code]}
                </a>
                {unreviewed.includes(code) && <span aria-hidden="true"> *</span>}
                {unreviewed.includes(code) && <span class="sr"> ({say('notReviewed')})</span>}
              </li>
            ))}
          </ul>
          {unreviewed.length > 0 && (
            <p class="facts" aria-hidden="true">
              * {say('notReviewed')}
            </p>
          )}
        </section>
        <section class="card box span" aria-labelledby="about-title">
          <h2 id="about-title">{say('aboutStudy')}</h2>
          <p>{text(definition.intro)}</p>
          <ol class="contents columns">
            {definition.sections.map((section) => (
              <li key={section.id}>
                <strong>{text(section.title)}</strong>
                <ul>
                  {definition.questions
                    .filter((question) => question.section === section.id)
                    .map((question) => (
                      <li key={question.id}>
                        <a href={`/studies/${id}/results?question=${question.id}`}>
                          {text(question.title)}
                        </a>
                      </li>
                    ))}
                </ul>
              </li>
            ))}
          </ol>
        </section>
        {may.export && (
          <section class="card box span" aria-labelledby="download-title">
            <h2 id="download-title">{say('download')}</h2>
            <p>{say('downloadLead')}</p>
            <ul class="languages">
              {EXPORTS.map(([format, name]) => (
                <li key={format}>
                  <a href={`/api/studies/${id}/export?format=${format}&lang=${language}`}>{name}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {may.delete && (
          <section class="card box span" aria-labelledby="webhooks-title">
            <h2 id="webhooks-title">
              <a href={`/studies/${id}/webhooks`}>{webhookTexts(language)('title')}</a>
            </h2>
            <p>{webhookTexts(language)('lead')}</p>
          </section>
        )}
        {may.delete && (
          <details class="card box span danger-zone" open={problem !== undefined}>
            <summary>{say('delete')}</summary>
            <p>{say('deleteLead')}</p>
            <form method="post" action={`/studies/${id}/delete`} class="inline">
              <label for="confirm">{say('joinCode')}</label>
              <input id="confirm" name="code" autocomplete="off" required maxLength={12} />
              <button class="btn danger">{say('delete')}</button>
            </form>
          </details>
        )}
      </div>
    </DesignerPage>
  );
}

function Progress({ study, responses, say }: StudyPageProps): JSX.Element {
  const { minCell } = study.definition.privacy;
  return (
    <div class="progress" id="progress" data-live={study.status === 'open' ? 'true' : undefined}>
      <p class="figure">
        <strong>{responses}</strong>{' '}
        <span>{responses === 0 ? say('noAnswers') : say('answersWord', { count: responses })}</span>
      </p>
      {responses < minCell && <p>{say('needed', { n: responses, count: minCell })}</p>}
      <a class="btn ghost" href={`/studies/${study.id}/results`}>
        {say('showResults')}
      </a>
    </div>
  );
}
