import type { ComponentChildren, JSX } from 'preact';
import type { Issue } from '../../src/survey/answer.ts';
import type { LocalStudy } from '../../src/survey/local-study.ts';
import { ErrorSummary } from '../participant/error-summary.tsx';
import { Icon } from '../participant/icon.tsx';
import { issueQuestion, issueText } from '../participant/issue-text.ts';
import { QuestionField } from '../participant/question-field.tsx';
import { Review } from '../participant/review.tsx';
import type { Step } from '../participant/steps.ts';
import type { Voice } from './participant-page.tsx';
import type { FormState } from './plain-form.ts';
import { PlainRanking } from './plain-ranking.tsx';

interface PlainFormProps {
  study: LocalStudy;
  state: FormState;
  voice: Voice;
  /** Where the form is sent: the page's own address. */
  action: string;
  issues: readonly Issue[];
  /** What went wrong as a whole. */
  problem?: string | undefined;
  progress: { n: number; of: number };
}

/** One step as a plain form; all earlier answers travel in it. */
export function PlainStep(props: PlainFormProps & { step: Step; changing: boolean }): JSX.Element {
  const { study, state, voice, issues, step, changing } = props;
  const { say } = voice;
  const alone = step.questions.length === 1;
  return (
    <PlainForm {...props} current={step.id} changing={changing} next="next" label={say('continue')}>
      {!alone && <h1 lang={step.lang}>{step.title}</h1>}
      {step.questions.map((question) => {
        const found = issues.find((issue) => issueQuestion(issue) === question.id);
        const issue = found && issueText(found, say);
        const answer = state.answers[question.id];
        const common = { question, answer, shown: state.shown, issue, say };
        return question.kind === 'ranking' ? (
          <PlainRanking key={question.id} {...common} sayPage={voice.sayPage} />
        ) : (
          <QuestionField key={question.id} {...common} study={study} alone={alone} live={false} />
        );
      })}
    </PlainForm>
  );
}

/** Everything answered so far, with a button back to each step and one that sends. */
export function PlainReview(props: PlainFormProps): JSX.Element {
  const { study, state, voice } = props;
  const { say } = voice;
  return (
    <PlainForm {...props} current="review" changing={false} next="send" label={say('send')}>
      <h1>{say('review')}</h1>
      <p class="hint">{say('reviewLead')}</p>
      <Review
        study={study}
        answers={state.answers}
        say={say}
        change={({ id, title }) => (
          <button class="change" name="go" value={`to:${id}`}>
            {say('change')}
            <span class="sr"> {title}</span>
          </button>
        )}
      />
    </PlainForm>
  );
}

function PlainForm(
  props: PlainFormProps & {
    current: string;
    changing: boolean;
    next: string;
    label: string;
    children: ComponentChildren;
  },
): JSX.Element {
  const { state, voice, action, issues, problem, progress, current, changing, next, label } = props;
  const { say, language } = voice;
  return (
    <form class="flow" method="post" action={action} noValidate>
      {/* Enter in a field presses the first button of a form: that must be the way on. */}
      <button class="sr" name="go" value={next} tabIndex={-1} aria-hidden="true">
        {label}
      </button>
      <input type="hidden" name="state" value={JSON.stringify(state)} />
      <input type="hidden" name="step" value={current} />
      <input type="hidden" name="lang" value={language} />
      {changing && <input type="hidden" name="changing" value="yes" />}
      <main class="main">
        <p class="eyebrow">{say('step', progress)}</p>
        <ErrorSummary issues={issues} message={problem} say={say} />
        {props.children}
      </main>
      <div class="bar">
        <button class="btn ghost" name="go" value="back">
          <Icon name="back" />
          {say('back')}
        </button>
        <button class="btn primary" name="go" value={next}>
          {label}
        </button>
      </div>
    </form>
  );
}
