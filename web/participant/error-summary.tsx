import type { JSX } from 'preact';
import type { Issue } from '../../src/survey/answer.ts';
import type { Say } from '../text/participant/texts.ts';
import { issueQuestion, issueText } from './issue-text.ts';
import { controlId } from './question-head.tsx';

interface ErrorSummaryProps {
  issues: readonly Issue[];
  /** What went wrong as a whole, in place of issues. */
  message?: string | undefined;
  say: Say;
  /** Leads to the question; without it the links lead to its first control on this page. */
  onJump?: (questionId: string) => void;
}

/** What has to be put right, above the page, each with the way to its question. */
export function ErrorSummary(props: ErrorSummaryProps): JSX.Element | null {
  const { issues, message, say, onJump } = props;
  if (issues.length === 0 && !message) return null;
  return (
    <div class="problem" role="alert" tabIndex={-1} id="problem">
      <h2>{say('problem')}</h2>
      {message && <p>{message}</p>}
      <ul>
        {firstOfEach(issues).map((issue) => {
          const id = issueQuestion(issue);
          const title = issue.params['title'];
          return (
            <li key={id}>
              <a
                href={`#${controlId(id)}`}
                onClick={(event) => {
                  event.preventDefault();
                  if (onJump) onJump(id);
                  else document.getElementById(controlId(id))?.focus();
                }}
              >
                {title ?? issueText(issue, say)}
              </a>
              {issue.code !== 'required' && <p>{issueText(issue, say)}</p>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The first issue of each question: one sentence at a time can be put right. */
export function firstOfEach(issues: readonly Issue[]): Issue[] {
  return issues.filter(
    (issue, index) =>
      issues.findIndex((other) => issueQuestion(other) === issueQuestion(issue)) === index,
  );
}
