import type { ComponentChildren, JSX } from 'preact';
import type { Answers } from '../../src/survey/answer.ts';
import type { LocalStudy } from '../../src/survey/local-study.ts';
import type { Say } from '../text/participant/texts.ts';
import { answerLines } from './answer-text.ts';
import { shownSteps, type Step } from './steps.ts';

interface ReviewProps {
  study: LocalStudy;
  answers: Answers;
  say: Say;
  /** The control that leads back to a step; none where answers can only be read. */
  change?: (step: Step) => ComponentChildren;
}

/** Everything that has been answered, a block a step, each with the way to change it. */
export function Review({ study, answers, say, change }: ReviewProps): JSX.Element {
  return (
    <>
      {shownSteps(study, answers).map((step) => (
        <section key={step.id} class="card block">
          <div class="block-head">
            <h2 lang={step.lang}>{step.title}</h2>
            {change?.(step)}
          </div>
          <dl>
            {step.questions.map((question) => {
              const lines = answerLines(study, question, answers[question.id], say);
              const List = question.kind === 'ranking' ? 'ol' : 'ul';
              return (
                <div key={question.id}>
                  {step.questions.length > 1 && <dt>{question.title}</dt>}
                  {step.questions.length === 1 && <dt class="sr">{question.title}</dt>}
                  <dd>
                    {lines.length > 1 ? (
                      <List>
                        {lines.map((line) => (
                          <li key={line}>{line}</li>
                        ))}
                      </List>
                    ) : (
                      (lines[0] ?? <span class="none">{say('notAnswered')}</span>)
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
    </>
  );
}
