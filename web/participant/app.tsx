import type { JSX } from 'preact';
import { type App, DONE, rankingOfStep, REVIEW, stepNow, stepsNow } from './app-state.ts';
import { Done } from './done.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Header } from './header.tsx';
import { Icon } from './icon.tsx';
import { issueQuestion, issueText } from './issue-text.ts';
import { goOn } from './go-on.ts';
import { goBack, goToStep, readStep } from './navigate.ts';
import { QuestionField } from './question-field.tsx';
import { RankingView } from './ranking-view.tsx';
import { Review } from './review.tsx';

/** The screen for a state: a step, the review or what became of the answers. */
export function Screen({ app }: { app: App }): JSX.Element {
  const { data, say, state } = app;
  const { study } = data;
  const { place, draft, issues, problem } = state;
  const steps = stepsNow(app);
  const step = stepNow(app);
  const ranking = rankingOfStep(step);
  const reviewing = place.step === REVIEW;
  const of = steps.length + 1;
  const n = reviewing ? of : steps.findIndex(({ id }) => id === place.step) + 1;
  const alone = step?.questions.length === 1;
  const above = n > 0 && (
    <>
      <p class="eyebrow">{say('step', { n, of })}</p>
      <ErrorSummary
        issues={issues}
        message={problem}
        say={say}
        {...(reviewing && { onJump: (id) => goToStep(app, id, true) })}
      />
    </>
  );
  const read = (event: Event) => readStep(app, event.currentTarget as HTMLFormElement);
  return (
    <>
      <Header
        title={study.title}
        say={say}
        {...(n > 0 && { saved: state.saved, progress: { n, of } })}
        offline={!navigator.onLine}
      />
      <form
        key={place.step}
        class="flow"
        noValidate
        onInput={read}
        onChange={read}
        onSubmit={(event) => {
          event.preventDefault();
          goOn(app);
        }}
      >
        {ranking ? (
          <RankingView app={app} question={ranking}>
            {above}
          </RankingView>
        ) : place.step === DONE ? (
          <Done app={app} />
        ) : (
          <>
            <main class="main">
              {above}
              {!alone && (
                <h1 tabIndex={-1} lang={reviewing ? undefined : step?.lang}>
                  {reviewing ? say('review') : step?.title}
                </h1>
              )}
              {reviewing && (
                <>
                  <p class="hint">{say('reviewLead')}</p>
                  <Review
                    study={study}
                    answers={draft.answers}
                    say={say}
                    change={({ id, title }) => (
                      <button type="button" class="change" onClick={() => goToStep(app, id, true)}>
                        {say('change')}
                        <span class="sr"> {title}</span>
                      </button>
                    )}
                  />
                </>
              )}
              {step?.questions.map((question) => {
                const issue = issues.find((other) => issueQuestion(other) === question.id);
                return (
                  <QuestionField
                    key={question.id}
                    study={study}
                    question={question}
                    answer={draft.answers[question.id]}
                    shown={draft.shown}
                    issue={issue && issueText(issue, say)}
                    alone={alone}
                    live
                    say={say}
                  />
                );
              })}
            </main>
            <div class="bar">
              <button type="button" class="btn ghost" onClick={() => goBack(app)}>
                <Icon name="back" />
                {say('back')}
              </button>
              <button class="btn primary">{say(reviewing ? 'send' : 'continue')}</button>
            </div>
          </>
        )}
      </form>
      <p class="sr" role="status">
        {state.message}
      </p>
    </>
  );
}
