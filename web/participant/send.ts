import { visibleAnswers } from '../../src/survey/answer.ts';
import { type App, DONE, draftName, freshDraft, REVIEW, START, update } from './app-state.ts';
import { updateDraft } from './app-state.ts';
import { loadSent, saveDraft, saveSent } from './draft.ts';
import { enter, go, issuesNow, showIssues } from './navigate.ts';
import { type Body, type Delivery, pending, post } from './outbox.ts';
import { newResponseId } from './response-id.ts';

/**
 * Hands the answers to the outbox and forgets the draft: a shared tablet keeps nothing. Where
 * another tab has sent the same draft before, these are a later revision of it.
 */
export function sendAnswers(app: App): void {
  const { data, state } = app;
  const { id, answers, shown, begun } = state.draft;
  const before = loadSent(data.code);
  const after = before?.id === id ? before.revision + 1 : 0;
  const revision = Math.max(state.draft.revision, after);
  const sent = { id, revision, receipt: data.preview ?? null };
  if (!data.preview && !data.seat) saveSent(data.code, sent);
  saveDraft(draftName(data), null);
  app.state = { ...state, sent, failed: !navigator.onLine };
  enter(app, { step: DONE });
  if (data.preview) return;
  post(id, {
    joinCode: data.code,
    revision,
    locale: data.study.language,
    answers: visibleAnswers(data.study, answers),
    shown,
    ...(data.table && { table: data.table }),
    ...(data.seat && seatOf(data.seat)),
    ...(data.invitation && { invitation: data.invitation }),
    ...(begun && { seconds: secondsSince(begun) }),
  });
}

function seatOf({ event, code, round }: { event: string; code: string; round: number }) {
  return { seat: { event, code }, round };
}

/** In whole seconds, at most a day; a clock that was set back gives none. */
function secondsSince(begun: number): number {
  return Math.min(86_400, Math.max(0, Math.round((Date.now() - begun) / 1000)));
}

/** Shows what became of a submission; null when an attempt has failed and will be repeated. */
export function receiveDelivery(app: App, delivery: Delivery | null): void {
  if (!delivery) return update(app, { failed: true });
  const { data, state } = app;
  const { id, body } = delivery;
  const { revision, joinCode } = body;
  const own = id === (state.sent ?? state.draft).id;
  if ('receipt' in delivery) {
    const sent = { id, revision, receipt: delivery.receipt };
    if (!body.seat) saveSent(joinCode, sent);
    if (!own || revision < (state.sent ?? state.draft).revision) return undefined;
    app.state = { ...app.state, sent };
    enter(app, { step: DONE });
    return delivery.late && keepLate(app, id, body);
  }
  saveSent(joinCode, null);
  const { status, places } = delivery;
  if (places[0] === 'late') return own ? keepLate(app, id, body) : undefined;
  if (status === 403 && own) return void open(`/j/${joinCode}/turned/${places[0]}`, '_top');
  if (status !== 422 || !own) {
    const closed = data.stored ? 'closedChange' : 'closed';
    const reason = status === 409 ? 'older' : status === 410 ? closed : 'gone';
    if (own && reason === 'closed' && revision === 1) keepClosed(app, body);
    return own ? update(app, { problem: app.say(reason) }) : undefined;
  }
  app.state = { ...app.state, sent: null };
  updateDraft(app, { ...body, revision: revision + 1, step: REVIEW });
  enter(app, { step: REVIEW });
  const found = issuesNow(app);
  const told = places.map((place) => ({
    path: place.split(/[.[]/),
    code: 'wrong-kind' as const,
    params: {
      title: data.study.questions.find(({ id: other }) => place.includes(other))?.title ?? '',
    },
  }));
  return showIssues(app, found.length > 0 ? found : told, app.say('refused'));
}

/** Keeps what came after the close, as answers of which nothing is stored: a study may open again. */
function keepClosed({ data }: App, { answers, shown }: Body): void {
  const id = newResponseId();
  saveDraft(draftName(data), { id, revision: 1, answers, shown, step: REVIEW });
}

/** Says that a question was closed meanwhile; what was answered stays, should it be opened again. */
function keepLate(app: App, id: string, { revision, answers, shown }: Body): void {
  saveDraft(draftName(app.data), { id, revision: revision + 1, answers, shown, step: START });
  update(app, { problem: `${app.say('late')} ${app.say('lateKept')}` });
}

/** Shows the receipt of answers that another tab has sent. */
export function receiveSent(app: App): void {
  const { sent } = app.state;
  const stored = sent && !sent.receipt ? loadSent(app.data.code) : null;
  if (!stored?.receipt || stored.id !== sent?.id) return;
  app.state = { ...app.state, sent: stored };
  enter(app, { step: DONE });
}

/** Back to answers that are still on the phone. They stay in the outbox until newer ones replace them. */
export function changeSent(app: App): void {
  const { sent } = app.state;
  const body = sent && pending(sent.id);
  if (!body) return;
  app.state = { ...app.state, sent: null };
  updateDraft(app, { ...body, id: sent.id, revision: body.revision + 1, step: REVIEW });
  go(app, { step: REVIEW });
}

/** Begins anew on a phone whose answers have been withdrawn, here or elsewhere. */
export async function forgetWithdrawn(app: App): Promise<void> {
  const { id, receipt } = app.state.sent ?? {};
  if (!receipt || app.data.preview) return;
  const own = await fetch(`/api/responses/${id}`, { headers: { receipt } }).catch(() => null);
  if (own?.status === 410 && app.state.sent?.id === id) nextPerson(app);
}

/** Clears the page for another person. */
export function nextPerson(app: App): void {
  const { code, study, stored } = app.data;
  saveSent(code, null);
  saveDraft(draftName(app.data), null);
  if (stored) return location.assign(`/j/${code}?lang=${study.language}`);
  app.state = { ...app.state, sent: null, draft: freshDraft(study) };
  history.replaceState({ place: { step: START }, depth: 0 }, '');
  return enter(app, { step: START });
}
