import type { JSX } from 'preact';
import type { CompareScreen, TableScreen } from '../../src/http/room-screen-document.ts';
import type { SayPlenary } from '../text/plenary/texts.ts';

/** Conclusions with more letters in all are set smaller. */
const LONG = 260;
const VERY_LONG = 480;

/** One table that presents: its conclusions, and its order beside the room's once it is shown. */
export function ScreenTable(props: { shown: TableScreen; tell: SayPlenary }): JSX.Element {
  const { shown, tell } = props;
  const { conclusions, rows, reason } = shown;
  const letters = conclusions.join('').length;
  const size = letters > VERY_LONG ? ' very-long' : letters > LONG ? ' long' : '';
  return (
    <div class={`presents${reason === 'hidden' ? ' words-only' : ''}`} id="presents">
      {conclusions.length > 0 ? (
        <ol class={`conclusions${size}`} id="conclusions">
          {conclusions.map((conclusion, index) => (
            <li key={index} id={`conclusion-${index + 1}`}>
              {conclusion}
            </li>
          ))}
        </ol>
      ) : (
        <p class="instead" id="conclusions">
          {tell('noConclusions')}
        </p>
      )}
      {rows && <OwnOrder {...{ shown, rows, tell }} />}
      {reason === 'no-ranking' && (
        <p class="instead" id="own-order">
          {tell('noRanking')}
        </p>
      )}
    </div>
  );
}

function OwnOrder(props: {
  shown: TableScreen;
  rows: NonNullable<TableScreen['rows']>;
  tell: SayPlenary;
}): JSX.Element {
  const { shown, rows, tell } = props;
  const { isRoomShown } = shown;
  return (
    <table class="own-order" id="own-order">
      <caption class="sr">{shown.title}</caption>
      <thead>
        <tr>
          <th scope="col">{tell('ownColumn')}</th>
          <td />
          {isRoomShown && <th scope="col">{tell('roomColumn')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, own, room, far }) => (
          <tr key={id} data-key={id} class={own === null ? 'low' : undefined}>
            <td class="place">{own ?? '–'}</td>
            <th scope="row">{label}</th>
            {isRoomShown && (
              <td class="place room">
                <span class={far ? 'far' : undefined}>{room ?? '–'}</span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Tables side by side, what they differ most about first. */
export function ScreenCompare(props: { shown: CompareScreen; tell: SayPlenary }): JSX.Element {
  const { shown, tell } = props;
  const { tables, rows, isRoomShown } = shown;
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={shown.title}>
      <table class={`abreast of-${tables.length}`} id="abreast">
        <caption class="sr">{shown.title}</caption>
        <thead>
          <tr>
            <td />
            {isRoomShown && (
              <th scope="col" class="room" data-key="room">
                {tell('roomColumn')}
              </th>
            )}
            {tables.map(({ id, name }) => (
              <th scope="col" key={id} data-key={id}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, room, places, far }) => (
            <tr key={id} data-key={id}>
              <th scope="row">{label}</th>
              {isRoomShown && (
                <td class="room" data-key="room">
                  {room ?? '–'}
                </td>
              )}
              {places.map((place, index) => (
                <td
                  key={tables[index]!.id}
                  data-key={tables[index]!.id}
                  class={far[index] ? 'far' : undefined}
                >
                  {place ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
