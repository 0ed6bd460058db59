import type { ComponentChildren, JSX } from 'preact';
import type { LocalQuestion } from '../../src/survey/local-study.ts';
import { type App, update } from './app-state.ts';
import { Icon } from './icon.tsx';
import { go, goBack } from './navigate.ts';
import { orderOf, toGo } from './pick.ts';
import { undoRanking } from './ranking-moves.ts';
import { RankingOrder } from './ranking-order.tsx';
import { RankingPick } from './ranking-pick.tsx';

export interface RankingProps {
  app: App;
  question: LocalQuestion;
}

/**
 * Ranks in two moves: things are picked in order, in place; then the order is checked. Nothing is
 * ranked beforehand, every change can be undone, and the focus stays where it was.
 */
export function RankingView(props: RankingProps & { children: ComponentChildren }): JSX.Element {
  const { app, question, children } = props;
  const { say, state } = app;
  const { place, undo } = state;
  const answer = state.draft.answers[question.id];
  const order = orderOf(answer);
  const missing = toGo(question, order);
  const done = place.checking || answer === 'no-opinion';
  const skips = order.length === 0 && !question.required;
  const waits = !done && !skips && missing > 0;
  const label = done
    ? say('continue')
    : skips
      ? say('skip')
      : waits
        ? say('choose', { count: missing })
        : say('checkOrder');
  return (
    <>
      <main class="main">
        {children}
        {place.checking ? <RankingOrder {...props} /> : <RankingPick {...props} />}
      </main>
      <div class="bar">
        <button type="button" class="btn ghost" onClick={() => goBack(app)}>
          <Icon name="back" />
          {say('back')}
        </button>
        <button
          type="button"
          class="btn ghost"
          aria-disabled={undo.length === 0}
          onClick={() => undoRanking(app, question)}
        >
          <Icon name="undo" />
          {say('undo')}
        </button>
        <button
          class="btn primary"
          aria-disabled={waits}
          onClick={(event) => {
            if (done || skips) return;
            event.preventDefault();
            if (waits) update(app, { message: label });
            else go(app, { ...place, checking: true });
          }}
        >
          {label}
        </button>
      </div>
    </>
  );
}
