import type { JSX } from 'preact';
import type { CompareScreen, TableScreen } from '../../src/http/room-screen-document.ts';
import type { SayPlenary } from '../text/plenary/texts.ts';
import type { SayRoom } from '../text/room/texts.ts';

interface Words {
  tell: SayPlenary;
  text: SayRoom;
}

/** One table that presents: its conclusions, and its order beside the room's. */
export function ScreenTable(props: Words & { shown: TableScreen }): JSX.Element {
  const { shown, tell, text } = props;
  const { conclusions, rows, reason, isRoomShown } = shown;
  return (
    <div class={`presents${conclusions.length > 0 ? '' : ' only-order'}`} id="presents">
      {conclusions.length > 0 ? (
        <ol class="conclusions" id="conclusions">
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
      {rows ? (
        <table class="own-order" id="own-order">
          <caption class="sr">{shown.title}</caption>
          <thead>
            <tr>
              <th scope="col">{tell('ownColumn')}</th>
              <td />
              <th scope="col">{isRoomShown ? tell('roomColumn') : ''}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, label, own, room }) => (
              <tr key={id} data-key={id} class={own === null ? 'low' : undefined}>
                <td class="place">{own ?? '–'}</td>
                <th scope="row">{label}</th>
                <td class="place room">{isRoomShown ? (room ?? '–') : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p class="instead" id="own-order">
          {reason === 'hidden' ? text('hiddenNow') : tell('noRanking')}
        </p>
      )}
    </div>
  );
}

/** Tables side by side, what they differ most about first. */
export function ScreenCompare(props: Words & { shown: CompareScreen }): JSX.Element {
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
