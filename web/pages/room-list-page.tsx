import type { JSX } from 'preact';
import type { RoomEvent } from '../../src/db/room/events.ts';
import { wallTime } from '../../src/survey/zoned-time.ts';
import { gapsTexts } from '../text/gaps/texts.ts';
import { DesignerPage } from './designer-page.tsx';
import { editionName, eventTime, type RoomFrame, seriesPath } from './room-frame.ts';

/** What somebody has typed into the form of an event. */
export interface EventFields {
  name: string;
  place: string;
  room: string;
  series: string;
  seriesNumber: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
}

/** The events of a study, and a form for another one. */
export function RoomListPage(
  props: RoomFrame & {
    events: readonly RoomEvent[];
    fields: EventFields;
    mayRun: boolean;
    problem?: string;
  },
): JSX.Element {
  const { study, events, fields, mayRun, problem, language, say, text, assets } = props;
  const path = `/studies/${study.id}/room`;
  const isShared = Object.keys(study.partners).length > 0;
  return (
    <DesignerPage
      {...{ language, say, assets, study, path }}
      title={text('events')}
      entry="room"
      section="room"
    >
      <div class="wide">
        <h2 class="section-title">{text('events')}</h2>
        <p class="lead">{text('eventsLead')}</p>
        <p>
          <a href={`/studies/${study.id}/gaps`}>{gapsTexts(language)('title')}</a>
        </p>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {events.length === 0 ? (
          <p class="card box">{text('noEvents')}</p>
        ) : (
          <ul class="studies">
            {events.map((event) => (
              <li key={event.id} class="card">
                <div class="study-title">
                  <h3>
                    <a href={`${path}/${event.id}`}>{event.name}</a>
                  </h3>
                  <span class={`tag${event.state.stage === 'running' ? ' status-open' : ''}`}>
                    {text(event.state.stage)}
                  </span>
                </div>
                <p class="study-facts">
                  <span>{eventTime(language, event)}</span>
                  {[event.place, event.room]
                    .filter((fact) => fact !== null)
                    .map((fact) => (
                      <span key={fact}>{fact}</span>
                    ))}
                  {event.series && (
                    <a href={seriesPath(study.id, event.series)}>{editionName(event)}</a>
                  )}
                  {isShared && event.organiser && (
                    <span>{text('organisedBy', { organisation: event.organiser })}</span>
                  )}
                </p>
                {mayRun && (
                  <a class="btn ghost" href={`${path}/${event.id}/edit`}>
                    {text('editEvent')}
                    <span class="sr">: {event.name}</span>
                  </a>
                )}
                <a class="btn primary" href={`${path}/${event.id}`}>
                  {text('openConsole')}
                  <span class="sr">: {event.name}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
        {mayRun && (
          <form class="card box" method="post" action={path}>
            <h3>{text('newEvent')}</h3>
            <p class="lead">{text('newEventLead')}</p>
            <FactFields fields={fields} text={text} />
            <p>
              <button class="btn primary">{text('createEvent')}</button>
            </p>
          </form>
        )}
      </div>
    </DesignerPage>
  );
}

/** The fields for an event's name, place and time. */
export function FactFields({
  fields,
  text,
}: Pick<RoomFrame, 'text'> & { fields: EventFields }): JSX.Element {
  const field = (
    key: keyof EventFields,
    label: string,
    more: { required?: true; type?: 'datetime-local' | 'number' } = {},
  ) => (
    <label class="room-field">
      <span>{label}</span>
      {more.type === 'datetime-local' ? (
        <input type="datetime-local" name={key} value={fields[key]} required />
      ) : more.type === 'number' ? (
        <input type="number" name={key} value={fields[key]} min={1} max={9999} />
      ) : (
        <input
          name={key}
          value={fields[key]}
          required={more.required ?? false}
          maxLength={200}
          autocomplete="off"
        />
      )}
    </label>
  );
  return (
    <div class="room-fields">
      {field('name', text('name'), { required: true })}
      {field('place', text('place'))}
      {field('room', text('roomName'))}
      {field('series', text('series'))}
      {field('seriesNumber', text('seriesNumber'), { type: 'number' })}
      {field('startsAt', text('startsAt'), { type: 'datetime-local', required: true })}
      {field('endsAt', text('endsAt'), { type: 'datetime-local', required: true })}
      <label class="room-field">
        <span>{text('timeZone')}</span>
        <select name="timeZone">
          {zones(fields.timeZone).map((zone) => (
            <option key={zone} value={zone} selected={zone === fields.timeZone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function zones(chosen: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(chosen) ? known : [chosen, ...known];
}

/** The fields of an event as it is. */
export function fieldsOf(event: RoomEvent): EventFields {
  return {
    name: event.name,
    place: event.place ?? '',
    room: event.room ?? '',
    series: event.series ?? '',
    seriesNumber: String(event.seriesNumber ?? ''),
    startsAt: wallTime(event.startsAt, event.timeZone),
    endsAt: wallTime(event.endsAt, event.timeZone),
    timeZone: event.timeZone,
  };
}
