import { type App, REVIEW, START, stepNow, stepsNow } from './app-state.ts';
import { beside, goToStep, issuesNow, showIssues } from './navigate.ts';
import { sendAnswers } from './send.ts';

/** What the button of a screen does: on, if nothing is wrong with the answers. */
export function goOn(app: App): void {
  const { place } = app.state;
  const first = stepsNow(app)[0]?.id ?? REVIEW;
  const hasAnswered = Object.keys(app.data.stored?.answers ?? {}).length > 0;
  if (place.step === START) return goToStep(app, hasAnswered ? REVIEW : first);
  const step = stepNow(app);
  const issues = issuesNow(app, step);
  if (issues.length > 0) return showIssues(app, issues);
  if (!step) return sendAnswers(app);
  return goToStep(app, place.changing ? REVIEW : beside(app, 1));
}
