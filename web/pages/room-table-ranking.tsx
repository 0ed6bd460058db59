import type { JSX } from 'preact';
import type { TableView } from '../../src/http/room-view.ts';
import type { LocalQuestion } from '../../src/survey/local-study.ts';
import { Icon } from '../participant/icon.tsx';
import { most, orderOf, toGo } from '../participant/pick.ts';
import { Hidden, type SeatPageProps } from './room-seat-form.tsx';

/**
 * The table's one order: its writer picks, moves and takes out, each button a form of its own, so
 * that two who press at once both get what they asked for. The others see the same list.
 */
export function TableRanking(
  props: SeatPageProps & { view: TableView; question: LocalQuestion; value: unknown },
): JSX.Element {
  const { view, question, value, text, path } = props;
  const { mayAnswer } = view;
  const { id, title, help, options = [] } = question;
  const order = orderOf(value);
  const rest = options.filter((option) => !order.includes(option.id));
  const missing = toGo(question, order);
  const isFull = order.length >= most(question);
  const label = (key: string) =>
    key.startsWith('+')
      ? key.slice(1)
      : (options.find((option) => option.id === key)?.label ?? key);
  const move = (name: 'up' | 'down', key: string, isOff: boolean) => (
    <button
      class={`icon ${name}`}
      name="op"
      value={`${name}:${key}`}
      id={`${name}-${id}-${key}`}
      aria-label={text(name, { item: label(key) })}
      disabled={isOff}
    >
      <Icon name={name} />
    </button>
  );
  return (
    <form method="post" action={path} class="table-ranking" data-question={id}>
      <Hidden {...props} question={id} act="rank" />
      <h3>{title}</h3>
      {help && <p class="hint">{help}</p>}
      {order.length === 0 ? (
        <p class="hint">{text('nothingRanked')}</p>
      ) : (
        <ol class="order" aria-label={text('yourList')}>
          {order.map((key, place) => (
            <li key={key} data-key={key} id={`row-${id}-${key}`}>
              <div class="line">
                <span class="handle" aria-hidden="true">
                  {mayAnswer && <span class="grip" />}
                  <span class="num">{place + 1}</span>
                </span>
                <span class="name">
                  <span class="sr">{place + 1}. </span>
                  {label(key)}
                </span>
                {mayAnswer && (
                  <>
                    {move('up', key, place === 0)}
                    {move('down', key, place === order.length - 1)}
                    <button
                      class="icon"
                      name="op"
                      value={`out:${key}`}
                      id={`out-${id}-${key}`}
                      aria-label={text('takeOut', { item: label(key) })}
                    >
                      <span aria-hidden="true">×</span>
                    </button>
                  </>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
      <p class="hint" role="status" id={`left-${id}`}>
        {missing > 0 ? text('stillToRank', { count: missing }) : ''}
      </p>
      {mayAnswer && !isFull && rest.length > 0 && (
        <ul class="pool">
          {rest.map((option) => (
            <li
              key={option.id}
              data-key={option.id}
              id={`pool-${id}-${option.id}`}
              lang={option.lang}
            >
              <div class="line">
                <button
                  class="pick"
                  name="op"
                  value={`add:${option.id}`}
                  aria-label={text('addTo', { item: option.label })}
                >
                  <span class="num" aria-hidden="true" />
                  <span>{option.label}</span>
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
