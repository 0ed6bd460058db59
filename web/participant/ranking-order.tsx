import type { JSX } from 'preact';
import { update } from './app-state.ts';
import { Icon } from './icon.tsx';
import { goBack } from './navigate.ts';
import { orderOf } from './pick.ts';
import { itemLabel, move } from './ranking-moves.ts';
import type { RankingProps } from './ranking-view.tsx';
import { inShownOrder } from './shown-order.ts';

/** The second move: the picked order, changed by arrows, by a menu of positions or by dragging. */
export function RankingOrder({ app, question }: RankingProps): JSX.Element {
  const { say, state } = app;
  const { open, draft } = state;
  const order = orderOf(draft.answers[question.id]);
  const rest = inShownOrder(question, draft.shown).filter(({ id }) => !order.includes(id));
  return (
    <>
      <h1 tabIndex={-1}>{say('rightOrder')}</h1>
      <p class="asked">{question.title}</p>
      <p class="hint">{say('orderLead')}</p>
      <ol class="order">
        {order.map((key, place) => {
          const item = itemLabel(question, key);
          const help = question.options?.find(({ id }) => id === key)?.help;
          const arrow = (name: 'up' | 'down', to: number) => (
            <button
              type="button"
              class={`icon ${name}`}
              aria-label={say(name, { item })}
              aria-disabled={to < 0 || to >= order.length}
              onClick={() => move(app, question, key, to, name)}
            >
              <Icon name={name} />
            </button>
          );
          return (
            <li key={key} data-key={key}>
              <div class="line">
                <span class="handle" aria-hidden="true">
                  <span class="grip" />
                  <span class="num">{place + 1}</span>
                </span>
                <button
                  type="button"
                  class="name"
                  aria-expanded={open === key}
                  onClick={() => update(app, { open: open === key ? '' : key })}
                >
                  <span class="sr">{place + 1}. </span>
                  {item}
                </button>
                {arrow('up', place - 1)}
                {arrow('down', place + 1)}
              </div>
              {open === key && (
                <div class="more">
                  {help && <p>{help}</p>}
                  <label>
                    {say('position')}{' '}
                    <select
                      class="place"
                      value={place + 1}
                      onChange={({ currentTarget }) =>
                        move(app, question, key, Number(currentTarget.value) - 1, 'place')
                      }
                    >
                      {order.map((other, index) => (
                        <option key={other} value={index + 1}>
                          {index + 1}
                        </option>
                      ))}
                    </select>
                  </label>
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {rest.length > 0 && (
        <p class="rest">
          <b>{say('notInTop', { count: order.length })}</b>{' '}
          {rest.map(({ label }) => label).join(' · ')}
        </p>
      )}
      <button type="button" class="btn ghost wide" onClick={() => goBack(app)}>
        {say('changeChoices')}
      </button>
    </>
  );
}
