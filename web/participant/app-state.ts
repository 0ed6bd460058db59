import { answerIssues, type Issue } from '../../src/survey/answer.ts';
import type { LocalQuestion } from '../../src/survey/local-study.ts';
import type { Say } from '../text/participant/texts.ts';
import { type Draft, loadDraft, loadSent, saveDraft, type Sent } from './draft.ts';
import type { PageData } from './page-data.ts';
import { newResponseId } from './response-id.ts';
import { shownOrders } from './shown-order.ts';
import { shownSteps, type Step } from './steps.ts';

/** The page as the server made it: the consent, or on the page of a receipt the receipt. */
export const START = '';
export const REVIEW = 'review';
export const DONE = 'done';

/** A screen: a step's id or one of the names above, and what one came for. */
export interface Place {
  step: string;
  /** The second move of a ranking: the order is checked. */
  checking?: boolean;
  /** From the review, to change one step, and back to it. */
  changing?: boolean;
}

/** All that the screen depends on. */
export interface State {
  place: Place;
  draft: Draft;
  /** What went out from this phone; null while somebody is still answering. */
  sent: Sent | null;
  saved: boolean;
  /** The last attempt to send did not get through. */
  failed: boolean;
  issues: readonly Issue[];
  /** What went wrong as a whole. */
  problem: string;
  /** What a screen reader says. */
  message: string;
  /** The ranked item whose explanation is open. */
  open: string;
  /** Answers to this ranking before each change, the latest last. */
  undo: readonly unknown[];
  /** The write-ins that this ranking offers, picked or not. */
  own: readonly string[];
}

/** One page at work: where it started from, what it shows, and how it shows the next state. */
export interface App {
  readonly data: PageData;
  readonly say: Say;
  state: State;
  /** Draws `state`, at once. */
  readonly draw: () => void;
}

/**
 * What a page goes on with when it opens: a draft of this phone, else what was sent, else the
 * server's answers, else nothing yet.
 */
export function openingState(data: PageData): State {
  const { stored, code, study } = data;
  const kept = loadDraft(draftName(data));
  const draft = kept && kept.revision > (stored?.revision ?? 0) && fits(data, kept) ? kept : null;
  const sent = draft || stored ? null : loadSent(code);
  return {
    place: { step: sent ? DONE : (draft?.step ?? START) },
    draft:
      draft ??
      (stored ? { ...stored, revision: stored.revision + 1, step: START } : freshDraft(study)),
    sent,
    saved: true,
    failed: false,
    issues: [],
    problem: '',
    message: '',
    open: '',
    undo: [],
    own: [],
  };
}

/** Whether a draft is of the study as it is now: its designer may have changed it meanwhile. */
function fits({ study }: PageData, { shown }: Draft): boolean {
  return answerIssues(study, {}, shown).every(({ path }) => path[0] !== 'shown');
}

/** A response that nobody has begun, with its own start orders. */
export function freshDraft(study: PageData['study']): Draft {
  const shown = shownOrders(study, Math.random);
  return { id: newResponseId(), revision: 1, answers: {}, shown, begun: Date.now(), step: START };
}

/** Changes the state and draws it. */
export function update(app: App, change: Partial<State>): void {
  app.state = { ...app.state, ...change };
  app.draw();
}

/** Changes the draft, keeps it on the phone, and draws it. */
export function updateDraft(app: App, change: Partial<Draft>, more: Partial<State> = {}): void {
  const draft = { ...app.state.draft, ...change };
  update(app, { ...more, draft, saved: saveDraft(draftName(app.data), draft) });
}

/** The name under which a page's draft is kept: an edit never overwrites a fresh start. */
export function draftName({ code, stored }: PageData): string {
  return stored ? `${code}:${stored.id}` : code;
}

/** The steps that the answers so far lead through. */
export function stepsNow({ data, state }: App): Step[] {
  return shownSteps(data.study, state.draft.answers);
}

/** The step on the screen; undefined on the other screens. */
export function stepNow(app: App): Step | undefined {
  return stepsNow(app).find(({ id }) => id === app.state.place.step);
}

/** The ranking of a step that asks for one. */
export function rankingOfStep(step: Step | undefined): LocalQuestion | undefined {
  return step?.questions.find(({ kind }) => kind === 'ranking');
}
