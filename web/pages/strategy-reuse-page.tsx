import type { JSX } from 'preact';
import type { Prior } from '../../src/survey/rounds/prior.ts';
import { textIn } from '../../src/survey/language.ts';
import { DesignerPage } from './designer-page.tsx';
import type { StrategyFrame } from './strategy-frame.ts';
import { StrategyNav } from './strategy-nav.tsx';
import { PriorList } from './strategy-prior.tsx';

interface StrategyReusePageProps {
  frame: StrategyFrame;
  /** What the results say now, as a template would carry it. */
  now: Prior;
  /** What the round before this one found. */
  last: { prior: Prior; shown: boolean } | null;
  published: boolean;
}

/** Publishes a study for the next round, and shows what the last one found. */
export function StrategyReusePage(props: StrategyReusePageProps): JSX.Element {
  const { frame, now, last, published } = props;
  const { study, language, assets, say, tell, figures, mayEdit } = frame;
  const { definition } = study;
  const root = `/studies/${study.id}/strategy`;
  const words = { definition, language, tell, figures };
  return (
    <DesignerPage
      {...{ language, assets, say, study }}
      title={tell('reuse')}
      entry="strategy"
      section="strategy"
      path={`${root}/reuse`}
      head={<StrategyNav study={study.id} part="strategy" language={language} />}
    >
      <div class="wide strategy-page">
        <p class="strategy-links">
          <a href={root}>{tell('back')}</a>
        </p>
        <h2 class="section-title">{tell('reuse')}</h2>
        <p class="lead">{tell('reuseLead')}</p>
        <div role="status">
          {published && (
            <p class="done">
              {tell('published')} <a href="/studies">{say('studies')}</a>
            </p>
          )}
        </div>
        {mayEdit && (
          <form class="card box tool-form" method="post" action={`${root}/reuse`}>
            <label>
              <span>{tell('templateName')}</span>
              <input
                name="name"
                required
                maxLength={120}
                value={textIn(definition.title, language, definition.defaultLanguage)}
              />
            </label>
            <p class="tool-actions">
              <button class="btn primary">{tell('publish')}</button>
            </p>
          </form>
        )}
        {last && (
          <section class="card box">
            <h3>{tell('lastRound')}</h3>
            <p class="facts">
              <span>
                {tell('lastRoundLead', {
                  title: textIn(last.prior.title, language, definition.defaultLanguage),
                  date: figures.date(new Date(last.prior.at)),
                })}
              </span>
              {last.prior.synthetic && <span class="tag synthetic">{say('synthetic')}</span>}
              <span>{tell(last.shown ? 'toldParticipants' : 'notTold')}</span>
            </p>
            <PriorList prior={last.prior} {...words} />
          </section>
        )}
        <section class="card box">
          <h3>{tell('willCarry')}</h3>
          {now.findings.length === 0 ? (
            <p>{tell('noFindings')}</p>
          ) : (
            <PriorList prior={now} {...words} />
          )}
        </section>
      </div>
    </DesignerPage>
  );
}
