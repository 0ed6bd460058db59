import { answerIssues, type Issue, visibleAnswers } from '../../src/survey/answer.ts';
import { type App, DONE, type Place, rankingOfStep, REVIEW, START } from './app-state.ts';
import { stepNow, stepsNow, update, updateDraft } from './app-state.ts';
import { issueQuestion } from './issue-text.ts';
import { orderOf, toGo } from './pick.ts';
import { readAnswer } from './read-answer.ts';
import type { Step } from './steps.ts';

interface Entry {
  place: Place;
  /** How many screens the phone's own way back has. */
  depth: number;
}

const entry = () => history.state as Entry | null;

/** Takes over the phone's own way back and forward between screens. */
export function followHistory(app: App): void {
  history.scrollRestoration = 'manual';
  history.replaceState({ place: app.state.place, depth: 0 }, '');
  addEventListener('popstate', () => {
    const place = entry()?.place;
    if (place && !app.state.sent) enter(app, place);
  });
}

/** Shows a screen and keeps it as the place to come back to. */
export function enter(app: App, place: Place): void {
  const { place: from, draft } = app.state;
  const same = from.step === place.step;
  const change = {
    place,
    issues: [],
    problem: '',
    message: '',
    open: '',
    ...(!same && {
      undo: [],
      own: orderOf(draft.answers[place.step]).filter((key) => key.startsWith('+')),
    }),
  };
  if (place.step === DONE || place.step === START) update(app, change);
  else updateDraft(app, { step: place.step }, change);
  scrollTo(0, 0);
  document
    .querySelector<HTMLElement>('div:not([hidden]) > form h1')
    ?.focus({ preventScroll: true });
}

/** On to a screen, with a way back. */
export function go(app: App, place: Place): void {
  history.pushState({ place, depth: (entry()?.depth ?? 0) + 1 }, '');
  enter(app, place);
}

/** On to a step or the review; a ranking that is complete shows its order. */
export function goToStep(app: App, id: string, changing = false): void {
  const step = stepsNow(app).find((other) =>
    other.questions.some((question) => question.id === id),
  );
  const question = rankingOfStep(step);
  const order = orderOf(app.state.draft.answers[id]);
  const checking = question !== undefined && order.length > 0 && toGo(question, order) === 0;
  go(app, { step: step?.id ?? id, changing, checking });
}

/** Back to the screen one came from, or to the one before. */
export function goBack(app: App): void {
  const { place } = app.state;
  if (entry()?.depth) return history.back();
  return enter(app, place.checking ? { ...place, checking: false } : { step: beside(app, -1) });
}

/** Says what is wrong and brings it into view. */
export function showIssues(app: App, issues: readonly Issue[], problem = ''): void {
  update(app, { issues, problem });
  document.getElementById('problem')?.focus();
}

/** What is wrong with the answers to one step, or with all. */
export function issuesNow({ data, state }: App, step?: Step): Issue[] {
  const { answers, shown } = state.draft;
  const issues = answerIssues(
    data.study,
    step ? answers : visibleAnswers(data.study, answers),
    shown,
  );
  if (!step) return issues;
  return issues.filter((issue) => step.questions.some(({ id }) => id === issueQuestion(issue)));
}

/** Takes what the controls of the step say into the draft; rankings have no such controls. */
export function readStep(app: App, form: HTMLFormElement): void {
  const step = stepNow(app);
  if (!step || rankingOfStep(step)) return;
  const fields = new FormData(form);
  const read = step.questions.map((question) => [question.id, readAnswer(question, fields)]);
  updateDraft(app, { answers: { ...app.state.draft.answers, ...Object.fromEntries(read) } });
  const { issues } = app.state;
  if (issues.length === 0) return;
  const left = new Set(issuesNow(app, step).map(issueQuestion));
  update(app, { issues: issues.filter((issue) => left.has(issueQuestion(issue))) });
}

/** The step, or else the start or the review, before or after the one on the screen. */
export function beside(app: App, direction: -1 | 1): string {
  const ids = [START, ...stepsNow(app).map(({ id }) => id), REVIEW];
  return ids[ids.indexOf(app.state.place.step) + direction] ?? REVIEW;
}
