import type { JSX } from 'preact';
import type { RoomPerson } from '../../src/db/room/people.ts';
import { questionsFor } from '../../src/survey/room/agenda.ts';
import { localeOf } from '../../src/survey/language.ts';
import { GRACE } from '../../src/survey/room/closed-questions.ts';
import { labeller } from '../../src/survey/segment.ts';
import { PERSON_ROLES } from '../../src/survey/room/room-rights.ts';
import { MARK_TEXTS, MarkField } from './mark-field.tsx';
import { type ConsoleProps, Do } from './room-console-form.tsx';
import { speakersText } from './speaker-lines.ts';

/** Which questions are open to tables and to everybody alone. */
export function OpenPart(props: ConsoleProps): JSX.Element | null {
  const { overview, study, text, words } = props;
  const { event } = overview;
  const { open, stage, phase } = event.state;
  if (stage !== 'running') return null;
  const item = event.agenda.find(({ id }) => id === phase);
  return (
    <details class="box" id="open-part">
      <summary>{text('openNow')}</summary>
      <p class="hint">{text('closeLead')}</p>
      <div class="columns-2">
        {(['individual', 'table'] as const).map((to) => {
          const own = new Set(item ? questionsFor(study.definition, item, to) : []);
          const questions = study.definition.questions.filter(
            ({ hidden, audience }) => !hidden && audience.includes(to),
          );
          const ordered = [
            ...questions.filter(({ id }) => own.has(id)),
            ...questions.filter(({ id }) => !own.has(id)),
          ];
          return (
            <Do key={to} {...props} action="open">
              <input type="hidden" name="to" value={to} />
              <fieldset class="ticks long">
                <legend>{text(to === 'table' ? 'openTables' : 'openAlone')}</legend>
                {ordered.map(({ id, title }) => (
                  <label key={id}>
                    <input
                      type="checkbox"
                      name="questions"
                      value={id}
                      checked={open[to].includes(id)}
                    />
                    <span>
                      {words(title)}
                      {event.state.closed[to][id] !== undefined && (
                        <small class="closed-at">
                          {closedText(props, event.state.closed[to][id])}
                        </small>
                      )}
                    </span>
                  </label>
                ))}
              </fieldset>
              <button class="btn ghost">{text('apply')}</button>
            </Do>
          );
        })}
      </div>
    </details>
  );
}

/** When a question was closed, and until when answers that were on their way count. */
function closedText({ overview, language, text }: ConsoleProps, at: number): string {
  const { timeZone } = overview.event;
  const clock = new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short', timeZone });
  return text('closedAt', { time: clock.format(at), until: clock.format(at + GRACE) });
}

/** Challenge cards: who has which, and how they are dealt. */
export function CardsPart(props: ConsoleProps): JSX.Element | null {
  const { overview, study, text, words } = props;
  const { challengeCards } = study.definition.workshop;
  const tables = overview.tables.filter(({ table }) => table.closedAt === null);
  if (challengeCards.length === 0 || tables.length === 0) return null;
  const titles = new Map(challengeCards.map(({ id, title }) => [id, words(title)]));
  return (
    <details class="box" id="cards-part">
      <summary>{text('cards')}</summary>
      <Do {...props} action="deal">
        <button class="btn ghost">{text('dealRound')}</button>
      </Do>
      <Do {...props} action="deal-to" class="inline-form">
        <label class="room-field">
          <span>{text('dealTo')}</span>
          <select name="table">
            {tables.map(({ table }) => (
              <option key={table.id} value={table.id}>
                {table.name}
              </option>
            ))}
          </select>
        </label>
        <label class="room-field wide-field">
          <span>{text('cards')}</span>
          <select name="cards" multiple size={Math.min(6, challengeCards.length)}>
            {challengeCards.map(({ id }) => (
              <option key={id} value={id}>
                {titles.get(id)}
              </option>
            ))}
          </select>
        </label>
        <button class="btn ghost">{text('deal')}</button>
      </Do>
      <dl class="dealt">
        {tables.map(({ table }) => (
          <div key={table.id} id={`c-${table.id}`}>
            <dt>{table.name}</dt>
            <dd>{table.cards.map((id) => titles.get(id) ?? id).join(' · ') || text('noCards')}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Who is present, as numbers with what they said on joining; moves and roles. */
export function PeoplePart(props: ConsoleProps): JSX.Element | null {
  const { overview, text } = props;
  const { people } = overview;
  if (people.length === 0) return null;
  const tables = overview.tables.filter(({ table }) => table.closedAt === null);
  return (
    <details class="box" id="people-part">
      <summary>
        {text('people')} ({people.length})
      </summary>
      <ul class="room-people">
        {people.map((person) => (
          <li key={person.id} id={`person-${person.id}`}>
            <Do {...props} action="person" class="inline-form">
              <input type="hidden" name="person" value={person.id} />
              <p class="who">
                <strong>{text('person', { n: person.number })}</strong>
                <small>{saidOf(props, person)}</small>
              </p>
              <label class="room-field">
                <span>{text('moveTo')}</span>
                <select name="table">
                  <option value="">{text('noSeat')}</option>
                  {tables.map(({ table }) => (
                    <option key={table.id} value={table.id} selected={table.id === person.tableId}>
                      {table.name}
                    </option>
                  ))}
                </select>
              </label>
              <label class="room-field">
                <span>{text('role')}</span>
                <select name="role">
                  {PERSON_ROLES.map((role) => (
                    <option key={role} value={role} selected={role === person.role}>
                      {text(role)}
                    </option>
                  ))}
                </select>
              </label>
              <MarkField text={text} chosen={person.mark} />
              <button class="btn ghost">
                {text('move')}
                <span class="sr">: {text('person', { n: person.number })}</span>
              </button>
            </Do>
          </li>
        ))}
      </ul>
    </details>
  );
}

function saidOf({ study, language, text }: ConsoleProps, person: RoomPerson): string {
  const said = study.definition.questions.flatMap((question) => {
    const answer = person.answers[question.id];
    if (typeof answer !== 'string' && typeof answer !== 'number') return [];
    return [labeller(study.definition, question, language)(String(answer))];
  });
  const mark = person.mark === 'participant' ? [] : [text(MARK_TEXTS[person.mark])];
  return [...mark, ...said].join(' · ');
}

/** New tables, and their names, merges and doors. */
export function TablesPart(props: ConsoleProps): JSX.Element {
  const { overview, text } = props;
  const shown = overview.tables.filter(({ table }) => table.mergedInto === null);
  const open = shown.filter(({ table }) => table.closedAt === null);
  return (
    <details class="box" id="tables-part" open={shown.length === 0}>
      <summary>{text(shown.length === 0 ? 'makeTables' : 'manageTables')}</summary>
      <Do {...props} action="tables" class="inline-form">
        <input type="hidden" name="seen" value={overview.tables.length} />
        <label class="room-field short">
          <span>{text('howMany')}</span>
          <input type="number" name="count" min={1} max={400} />
        </label>
        <label class="room-field short">
          <span>{text('orPeople')}</span>
          <input type="number" name="people" min={1} max={4000} />
        </label>
        <label class="room-field short">
          <span>{text('seats')}</span>
          <input type="number" name="size" min={2} max={50} value={6} />
        </label>
        <label class="tick">
          <input type="checkbox" name="kind" value="online" />
          {text('onlineRooms')}
        </label>
        <button class="btn ghost">{text('makeTables')}</button>
      </Do>
      {open.length > 0 && (
        <Do {...props} action="lock">
          <p class="hint">{text('lockLead')}</p>
          <p class="buttons">
            <button class="btn ghost" name="locked" value="yes">
              {text('lockAll')}
            </button>
            <button class="btn ghost" name="locked" value="no">
              {text('unlockAll')}
            </button>
          </p>
        </Do>
      )}
      <ul class="room-people">
        {shown.map(({ table }) => (
          <li key={table.id} id={`m-${table.id}`}>
            <p class="who">
              <strong>{table.name}</strong>
              <small>{table.code}</small>
            </p>
            <Do {...props} action="table" class="inline-form">
              <input type="hidden" name="table" value={table.id} />
              <label class="room-field">
                <span>{text('newName')}</span>
                <input name="name" value={table.name} maxLength={40} required />
              </label>
              {table.kind === 'online' && (
                <label class="room-field">
                  <span>{text('onlineLink')}</span>
                  <input name="link" type="url" value={table.link ?? ''} maxLength={300} />
                </label>
              )}
              <details class="wide-field">
                <summary>
                  {text('moderators')} ({table.moderators.length})
                  <span class="sr">: {table.name}</span>
                </summary>
                <label class="room-field">
                  <span class="sr">{text('moderators')}</span>
                  <textarea
                    name="moderators"
                    rows={Math.max(2, table.moderators.length)}
                    maxLength={2000}
                    aria-describedby={`moderators-${table.number}`}
                  >
                    {speakersText(table.moderators)}
                  </textarea>
                  <small id={`moderators-${table.number}`}>{text('moderatorsHint')}</small>
                </label>
                <button class="btn ghost">
                  {text('save')}
                  <span class="sr">
                    : {text('moderators')}, {table.name}
                  </span>
                </button>
              </details>
              <button class="btn ghost">
                {text('rename')}
                <span class="sr">: {table.name}</span>
              </button>
              <button
                class="btn ghost"
                name="closed"
                value={table.closedAt === null ? 'yes' : 'no'}
              >
                {text(table.closedAt === null ? 'close' : 'reopen')}
                <span class="sr">: {table.name}</span>
              </button>
            </Do>
            {table.closedAt === null && (
              <Do {...props} action="lock">
                <input type="hidden" name="table" value={table.id} />
                <button
                  class="btn ghost"
                  name="locked"
                  value={table.lockedAt === null ? 'yes' : 'no'}
                >
                  {text(table.lockedAt === null ? 'lock' : 'unlock')}
                  <span class="sr">: {table.name}</span>
                </button>
              </Do>
            )}
            {props.unused.has(table.id) && (
              <Do {...props} action="remove">
                <input type="hidden" name="table" value={table.id} />
                <button class="btn ghost">
                  {text('remove')}
                  <span class="sr">: {table.name}</span>
                </button>
              </Do>
            )}
            {table.closedAt === null && open.length > 1 && (
              <Do {...props} action="merge" class="inline-form">
                <input type="hidden" name="table" value={table.id} />
                <label class="room-field">
                  <span>{text('mergeInto')}</span>
                  <select name="into">
                    {open
                      .filter((other) => other.table.id !== table.id)
                      .map((other) => (
                        <option key={other.table.id} value={other.table.id}>
                          {other.table.name}
                        </option>
                      ))}
                  </select>
                </label>
                <button class="btn ghost">
                  {text('merge')}
                  <span class="sr">: {table.name}</span>
                </button>
              </Do>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
