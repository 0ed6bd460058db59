import type { LocalQuestion } from '../../src/survey/local-study.ts';
import { type App, updateDraft } from './app-state.ts';
import { glide, rowTops } from './glide.ts';
import { most, moved, type Order, orderOf, pick, rankingOf, toGo } from './pick.ts';

const UNDO_DEPTH = 50;

/** The words for a ranked item: an option's label or what somebody wrote. */
export function itemLabel(question: LocalQuestion, key: string): string {
  return question.options?.find(({ id }) => id === key)?.label ?? key.slice(1);
}

/** A new answer to a ranking, which can be undone. */
export function answerRanking(
  app: App,
  { id }: LocalQuestion,
  answer: unknown,
  message: string,
): void {
  const { draft, undo } = app.state;
  updateDraft(
    app,
    { answers: { ...draft.answers, [id]: answer } },
    { message, undo: [...undo, draft.answers[id]].slice(-UNDO_DEPTH) },
  );
}

/** Takes the last change of the ranking on the screen back. */
export function undoRanking(app: App, { id }: LocalQuestion): void {
  const { draft, undo } = app.state;
  if (undo.length === 0) return;
  updateDraft(
    app,
    { answers: { ...draft.answers, [id]: undo.at(-1) } },
    { message: app.say('undone'), undo: undo.slice(0, -1) },
  );
}

/** The next number for an item, or its number taken back. */
export function tap(app: App, question: LocalQuestion, key: string): void {
  const { say } = app;
  const order = orderOf(app.state.draft.answers[question.id]);
  const item = itemLabel(question, key);
  const next = pick(question, order, key);
  if (!next) return updateDraft(app, {}, { message: say('full', { count: most(question) }) });
  const added = next
    .slice(order.length)
    .map((other, index) =>
      say('added', { item: itemLabel(question, other), n: order.length + index + 1 }),
    );
  const missing = toGo(question, next);
  if (missing > 0) added.push(say('choose', { count: missing }));
  const message = next.length < order.length ? say('removed', { item }) : added.join(' ');
  return answerRanking(app, question, rankingOf(next), message);
}

/** An own item beside the given ones, with the next number; not one that is there already. */
export function writeIn(
  app: App,
  question: LocalQuestion,
  input: HTMLInputElement,
  keys: Order,
): void {
  const text = input.value.trim();
  const known = keys.some((key) => itemLabel(question, key).toLowerCase() === text.toLowerCase());
  input.focus();
  if (!text || known) return;
  input.value = '';
  app.state = { ...app.state, own: [...app.state.own, `+${text}`] };
  tap(app, question, `+${text}`);
}

/**
 * An item to another place, counted from 0. The focus returns to `control` of its row, by its
 * class, since some browsers lose it when a row moves; a dropped row has no control to return to.
 */
export function move(
  app: App,
  question: LocalQuestion,
  key: string,
  place: number,
  control = '',
): void {
  const order = orderOf(app.state.draft.answers[question.id]);
  if (place < 0 || place >= order.length) return;
  const list = document.querySelector<HTMLElement>('.order')!;
  const before = rowTops(list);
  const message = app.say('moved', { item: itemLabel(question, key), n: place + 1 });
  answerRanking(app, question, rankingOf(moved(order, key, place)), message);
  if (!control) return;
  list.children[place]?.querySelector<HTMLElement>(`.${control}`)?.focus();
  glide(list, before);
}
