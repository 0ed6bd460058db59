import type { JSX } from 'preact';
import type { RoomEvent } from '../../src/db/room/events.ts';
import type { AgendaItem } from '../../src/survey/room/agenda.ts';
import { DesignerPage } from './designer-page.tsx';
import type { RoomFrame } from './room-frame.ts';
import { type EventFields, FactFields } from './room-list-page.tsx';
import { speakersText } from './speaker-lines.ts';

interface EditProps extends RoomFrame {
  event: RoomEvent;
  fields: EventFields;
  mayDelete: boolean;
  problem?: string;
  saved: boolean;
}

/** What is said about an event, its agenda part by part, and how to delete it. */
export function RoomEditPage(props: EditProps): JSX.Element {
  const { study, event, fields, mayDelete, problem, saved, language, say, text, assets } = props;
  const path = `/studies/${study.id}/room/${event.id}`;
  return (
    <DesignerPage
      {...{ language, say, assets, study }}
      path={`${path}/edit`}
      title={event.name}
      entry="room"
      section="room"
    >
      <div class="wide">
        <p>
          <a href={path}>{text('openConsole')}</a>
        </p>
        <h2 class="section-title">{text('editEvent')}</h2>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {saved && (
          <p class="room-good" role="status">
            {text('saved')}
          </p>
        )}
        <form method="post" action={`${path}/edit`} class="edit-event">
          <input type="hidden" name="edition" value={event.edition} />
          <div class="card box">
            <FactFields fields={fields} text={text} />
          </div>
          <h3>{text('agenda')}</h3>
          {event.agenda.map((item, index) => (
            <AgendaFields key={item.id} {...props} item={item} index={index} />
          ))}
          <p class="actions">
            <button class="btn primary">{text('save')}</button>
            <button class="btn ghost" name="add" value="yes">
              {text('addPart')}
            </button>
          </p>
        </form>
        {mayDelete && (
          <details class="card box danger-zone">
            <summary>{text('deleteEvent')}</summary>
            <p>{text('deleteEventLead')}</p>
            <form method="post" action={`${path}/delete`}>
              <button class="btn danger">{text('deleteEvent')}</button>
            </form>
          </details>
        )}
      </div>
    </DesignerPage>
  );
}

const KINDS = ['plenary', 'tables', 'break'] as const;

function AgendaFields(props: EditProps & { item: AgendaItem; index: number }): JSX.Element {
  const { item, index, text, words, study } = props;
  const name = (field: string) => `item.${index}.${field}`;
  return (
    <fieldset class="card box room-part">
      <legend>{words(item.title)}</legend>
      <input type="hidden" name={name('id')} value={item.id} />
      <div class="room-fields">
        <label class="room-field">
          <span>{text('title')}</span>
          <input name={name('title')} value={words(item.title)} maxLength={200} required />
        </label>
        <label class="room-field short">
          <span>{text('startsAt')}</span>
          <input type="time" name={name('start')} value={item.start} required />
        </label>
        <label class="room-field short">
          <span>{text('minutes')}</span>
          <input
            type="number"
            name={name('minutes')}
            value={item.minutes}
            min={1}
            max={1440}
            required
          />
        </label>
        <label class="room-field short">
          <span>{text('kind')}</span>
          <select name={name('kind')}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind} selected={kind === item.kind}>
                {text(kind)}
              </option>
            ))}
          </select>
        </label>
        <label class="room-field whole">
          <span>{text('brief')}</span>
          <textarea name={name('brief')} rows={2} maxLength={2000}>
            {item.brief ? words(item.brief) : ''}
          </textarea>
        </label>
        <label class="room-field whole">
          <span>{text('speakers')}</span>
          <textarea
            name={name('speakers')}
            rows={Math.max(1, item.speakers.length)}
            aria-describedby={`speakers-${index}`}
          >
            {speakersText(item.speakers)}
          </textarea>
          <small id={`speakers-${index}`}>{text('speakersHint')}</small>
        </label>
      </div>
      <fieldset class="ticks">
        <legend>{text('openTo')}</legend>
        {(['individual', 'table'] as const).map((to) => (
          <label key={to}>
            <input
              type="checkbox"
              name={name('openTo')}
              value={to}
              checked={item.openTo.includes(to)}
            />
            {text(to === 'table' ? 'tables' : 'individuals')}
          </label>
        ))}
      </fieldset>
      <details>
        <summary>
          {text('linkedQuestions')} ({item.questions.length})
        </summary>
        <div class="ticks long">
          {study.definition.questions
            .filter(({ hidden }) => !hidden)
            .map((question) => (
              <label key={question.id}>
                <input
                  type="checkbox"
                  name={name('questions')}
                  value={question.id}
                  checked={item.questions.includes(question.id)}
                />
                {words(question.title)}
              </label>
            ))}
        </div>
      </details>
      <label class="remove">
        <input type="checkbox" name={name('remove')} value="yes" />
        {text('removePart')}
      </label>
    </fieldset>
  );
}
