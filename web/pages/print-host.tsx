import type { JSX } from 'preact';
import type { RoomTable } from '../../src/db/room/tables.ts';
import { printedNumber } from '../../src/survey/paper/sheet-number.ts';
import { questionsFor } from '../../src/survey/room/agenda.ts';
import type { PaperFrame } from './paper-frame.ts';
import { eventTime } from './room-frame.ts';

const PART = [
  'hostWelcome',
  'hostNeutral',
  'hostAlone',
  'hostWriter',
  'hostNames',
  'hostConclusions',
  'hostOffline',
] as const;

/** First people for themselves, then the table. */
const PARTS = ['individual', 'table'] as const;

/** One page for whoever hosts a table: what happens when, and what they do. */
export function HostSheet(props: PaperFrame): JSX.Element {
  const { study, event, language, tell, text, words } = props;
  const { definition } = study;
  const titles = new Map(definition.questions.map(({ id, title }) => [id, words(title)]));
  const { guidingQuestions } = definition.workshop;
  return (
    <article class="host-sheet">
      <header>
        <p class="event">{tell('host')}</p>
        <h1>{event.name}</h1>
        <p>{[eventTime(language, event), event.place, event.room].filter(Boolean).join(' · ')}</p>
      </header>
      <h2>{text('programme')}</h2>
      <table class="print-table">
        <thead>
          <tr>
            <th scope="col">{tell('time')}</th>
            <th scope="col">{tell('what')}</th>
            <th scope="col">{tell('whoAnswers')}</th>
          </tr>
        </thead>
        <tbody>
          {event.agenda.map((item) => {
            const open = PARTS.filter((to) => item.openTo.includes(to));
            const asked = new Set(open.flatMap((to) => questionsFor(definition, item, to)));
            const named = [...asked].flatMap((id) => titles.get(id) ?? []);
            return (
              <tr key={item.id} class={item.kind === 'tables' ? 'work' : undefined}>
                <td class="when">
                  <b>{item.start}</b>
                  <small>{tell('minutesShort', { n: item.minutes })}</small>
                </td>
                <td>
                  <b>{words(item.title)}</b>
                  {item.brief && <p>{words(item.brief)}</p>}
                </td>
                <td>
                  <b>{open.map((to) => tell(to === 'table' ? 'asTable' : 'alone')).join(' + ')}</b>
                  {named.length > 0 && (
                    <ul>
                      {named.map((title) => (
                        <li key={title}>{title}</li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <h2>{tell('yourPart')}</h2>
      <ol class="part">
        {PART.map((line) => (
          <li key={line}>{tell(line)}</li>
        ))}
      </ol>
      {guidingQuestions.length > 0 && (
        <>
          <h2>{text('guiding')}</h2>
          <ul class="guiding">
            {guidingQuestions.map(({ id, title }) => (
              <li key={id}>{words(title)}</li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

/** Every table with its code, for whoever walks from one to the next. */
export function CodesSheet(
  props: PaperFrame & { root: string; seated: ReadonlyMap<string, number> },
): JSX.Element {
  const { event, language, tell, tables, root, seated } = props;
  const sheetOf = ({ number }: RoomTable) =>
    printedNumber({ voice: 'table', round: event.state.round, serial: number });
  return (
    <article class="host-sheet">
      <header>
        <p class="event">{tell('codes')}</p>
        <h1>{event.name}</h1>
        <p>{eventTime(language, event)}</p>
      </header>
      <table class="print-table table-codes">
        <thead>
          <tr>
            <th scope="col">{tell('tableLine')}</th>
            <th scope="col">{tell('code')}</th>
            <th scope="col">{tell('address')}</th>
            <th scope="col">{tell('tableSheet')}</th>
            <th scope="col">{tell('people')}</th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={table.id}>
              <th scope="row">{table.name}</th>
              <td class="code">{table.code}</td>
              <td>{`${root}/t/${table.code}`}</td>
              <td class="code">{sheetOf(table)}</td>
              <td>{seated.get(table.id) ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
