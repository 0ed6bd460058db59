import type { JSX } from 'preact';
import type { TableProgress } from '../../src/http/room-view.ts';
import type { AgendaItem } from '../../src/survey/room/agenda.ts';
import { nextPhase } from '../../src/survey/room/room-state.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { paperTexts } from '../text/paper/texts.ts';
import { registrationTexts } from '../text/registration/texts.ts';
import { DesignerPage } from './designer-page.tsx';
import { RoomClock } from './room-clock.tsx';
import { type ConsoleProps, Do } from './room-console-form.tsx';
import { FloorPart } from './room-console-floor.tsx';
import { CardsPart, OpenPart, PeoplePart, TablesPart } from './room-console-parts.tsx';
import { ScreenPart } from './room-console-screen.tsx';
import { eventTime } from './room-frame.ts';
import { speakerLine } from './speaker-lines.ts';

/**
 * The facilitator's console: the programme, the clock, each table's progress in counts, and what can
 * be done. Every button is a form with the revision that its facilitator saw.
 */
export function RoomConsole(props: ConsoleProps): JSX.Element {
  const { study, overview, language, say, text, assets, notice } = props;
  const { event } = overview;
  const path = `/studies/${study.id}/room/${event.id}`;
  const seats = registrationTexts(language);
  const paper = paperTexts(language);
  return (
    <DesignerPage
      {...{ language, say, assets, study, path }}
      title={event.name}
      entry="room"
      section="room"
    >
      <div
        class="room"
        id="room"
        data-room-live={`/api/studies/${study.id}/events/${event.id}/live`}
      >
        <p class="room-offline" role="status" hidden data-offline>
          {text('offline')}
        </p>
        <div class="console-head">
          <div class="room-title">
            <h2>{event.name}</h2>
            <p class="facts">
              <span>{eventTime(language, event)}</span>
              {event.room && <span>{event.room}</span>}
            </p>
            {props.mayRun && (
              <p class="facts" id="event-links">
                <a href={`${path}/edit`}>{text('editEvent')}</a>
                <a href={`${path}/seating`}>{seats('seatEverybody')}</a>
                <a href={`${path}/registration`}>{seats('registration')}</a>
                <a href={`${path}/paper`}>{paper('paperTitle')}</a>
                <a href={`${path}/print`}>{paper('toPrint')}</a>
              </p>
            )}
          </div>
          <JoinPart {...props} />
        </div>
        <div id="notice" role="status" data-keep>
          {notice && <p class="room-notice">{notice}</p>}
        </div>
        {study.status !== 'open' && event.state.stage !== 'ended' && (
          <p class="room-notice" id="not-open">
            {text(study.status === 'draft' ? 'notOpenYet' : 'studyClosed')}{' '}
            <a href={`/studies/${study.id}`}>{text('toStudy')}</a>
          </p>
        )}
        <div class="room-grid">
          <section class="card box phase" aria-labelledby="phase-title" id="phase">
            <Phase {...props} />
          </section>
          <Programme {...props} />
          <ScreenPart {...props} />
          {props.mayRun && (
            <div class="card room-tools" id="tools">
              <OpenPart {...props} />
              <CardsPart {...props} />
              <PeoplePart {...props} />
              <TablesPart {...props} />
            </div>
          )}
          {props.mayRun && <FloorPart {...props} />}
        </div>
      </div>
    </DesignerPage>
  );
}

function Programme(props: ConsoleProps): JSX.Element {
  const { overview, text, words, mayRun } = props;
  const { event } = overview;
  const { state, agenda } = event;
  return (
    <section class="card box programme" aria-labelledby="programme-title" id="programme">
      <h3 id="programme-title">{text('programme')}</h3>
      <ol>
        {agenda.map((item, index) => {
          const isNow = item.id === state.phase;
          const isDone = state.done.includes(item.id) && !isNow;
          return (
            <li key={item.id} id={`p-${item.id}`} aria-current={isNow ? 'step' : undefined}>
              <span class={`step-dot${isDone ? ' is-done' : ''}`} aria-hidden="true">
                {isDone ? '✓' : index + 1}
              </span>
              <span class="what">
                {words(item.title)}
                {isDone && <span class="sr"> ({text('done')})</span>}
                <Speakers item={item} text={text} />
              </span>
              <time>{item.start}</time>
              {mayRun && state.stage === 'running' && !isNow && (
                <Do {...props} action="go-to" class="go">
                  <input type="hidden" name="phase" value={item.id} />
                  <button class="text-button">
                    {text('goTo')}
                    <span class="sr">: {words(item.title)}</span>
                  </button>
                </Do>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Speakers({ item, text }: { item: AgendaItem } & Pick<ConsoleProps, 'text'>) {
  if (item.speakers.length === 0) return null;
  return (
    <small>
      {item.speakers.map((speaker) => speakerLine(speaker, text('toBeDecided'))).join(' · ')}
    </small>
  );
}

function Phase(props: ConsoleProps): JSX.Element {
  const { overview, text, words, mayRun } = props;
  const { event, left, tables } = overview;
  const { state, agenda } = event;
  const item = agenda.find(({ id }) => id === state.phase);
  const next = nextPhase(state, agenda);
  if (state.stage !== 'running' || !item) {
    return (
      <>
        <h3 id="phase-title">{text(state.stage === 'ended' ? 'hasEnded' : 'notBegun')}</h3>
        {mayRun && (
          <Do {...props} action="start" class="buttons">
            <button class="btn primary">
              {text(state.stage === 'ended' ? 'startAgain' : 'start')}
            </button>
          </Do>
        )}
        <Tables {...props} tables={tables} />
      </>
    );
  }
  const paused = state.pausedAt !== null;
  return (
    <>
      <h3 id="phase-title">{words(item.title)}</h3>
      <div class="phase-clock">
        <p>
          <RoomClock left={left} paused={paused} label={text('timeLeft')} />
          {paused && <span class="tag">{text('paused')}</span>}
          {state.lastCall && <span class="tag call">{text('lastCall')}</span>}
        </p>
        {mayRun && (
          <div class="buttons">
            <Do {...props} action="add">
              <button class="btn ghost">{text('addTwo')}</button>
            </Do>
            <Do {...props} action={paused ? 'resume' : 'pause'}>
              <button class="btn ghost">{text(paused ? 'resume' : 'pause')}</button>
            </Do>
            <Do {...props} action="last-call">
              <button class="btn ghost" disabled={state.lastCall}>
                {text('lastCall')}
              </button>
            </Do>
            <Do {...props} action="next">
              <button class="btn primary">{text(next ? 'closeGoOn' : 'endEvent')}</button>
            </Do>
          </div>
        )}
      </div>
      {next && (
        <p class="facts">
          {text('nextUp')}: {next.start} {words(next.title)}
        </p>
      )}
      <Tables {...props} tables={tables} />
      <Quiet {...props} tables={tables} />
    </>
  );
}

function Tables({ tables, text }: ConsoleProps & { tables: TableProgress[] }): JSX.Element {
  const shown = tables.filter(({ table }) => table.mergedInto === null);
  if (shown.length === 0) {
    return (
      <div class="no-tables">
        <h4>{text('noTables')}</h4>
        <p>{text('noTablesLead')}</p>
      </div>
    );
  }
  return (
    <ul class="room-tables">
      {shown.map((progress) => {
        const { table, people, answered, asked, isSent, hasWriter, sentAlone, quiet } = progress;
        const isClosed = table.closedAt !== null;
        return (
          <li key={table.id} id={`t-${table.id}`} class={quiet ? 'quiet' : undefined}>
            <div class="line">
              <strong>{table.name}</strong>
              {isClosed ? (
                <span class="far">{text('closedTable')}</span>
              ) : table.lockedAt !== null ? (
                <span class="far sent">{text('lockedTable')}</span>
              ) : isSent ? (
                <span class="far sent">{text('sent')}</span>
              ) : (
                asked > 0 && (
                  <span class={`far${quiet ? ' slow' : ''}`}>
                    {text('ofAsked', { n: answered, of: asked })}
                  </span>
                )
              )}
            </div>
            {asked > 0 && (
              <span class="done-steps" aria-hidden="true">
                {Array.from({ length: asked }, (_, index) => (
                  <i key={index} class={isSent || index < answered ? 'in' : undefined} />
                ))}
              </span>
            )}
            <small>
              {text('peopleCount', { count: people })}
              {' · '}
              {text(hasWriter ? 'writerReady' : 'noWriter')}
              {sentAlone > 0 && ` · ${text('aloneCount', { count: sentAlone })}`}
            </small>
          </li>
        );
      })}
    </ul>
  );
}

function Quiet({ tables, text }: ConsoleProps & { tables: TableProgress[] }): JSX.Element {
  const quiet = tables.filter((one) => one.quiet);
  return (
    <div id="quiet" role="status">
      {quiet.map(({ table, quiet: found }) => {
        const { minutes, why } = found!;
        return (
          <p key={table.id} class="quiet-note">
            {why === 'empty'
              ? text('quietEmpty', { table: table.name })
              : text(why === 'silent' ? 'quietSilent' : 'quietNoWriter', {
                  table: table.name,
                  minutes,
                })}
          </p>
        );
      })}
    </div>
  );
}

function JoinPart({ study, join, overview, text, say, mayRun }: ConsoleProps): JSX.Element {
  const code = formatJoinCode(study.joinCode);
  const { joined, active, event } = overview;
  const hasTables = overview.tables.some(({ table }) => table.closedAt === null);
  const seatless = overview.people.filter(({ tableId }) => tableId === null).length;
  return (
    <section class="card box join-part" aria-labelledby="join-title">
      <h3 id="join-title" class="sr">
        {text('joinIn')}
      </h3>
      <p class="address">{join.short}</p>
      <p class="join-code">
        <span class="sr">{`${say('joinCode')}: ${[...code].join(' ')}`}</span>
        <span aria-hidden="true">{code}</span>
      </p>
      <div
        class="qr"
        role="img"
        aria-label={say('qrLabel', { address: join.url })}
        dangerouslySetInnerHTML={{ __html: join.qr }}
      />
      <p id="present">{text('joinedActive', { joined, active })}</p>
      {mayRun && hasTables && seatless > 0 && event.state.stage !== 'ended' && (
        <p id="seatless">
          <a href={`/studies/${study.id}/room/${event.id}/seating`}>
            {text('seatless', { count: seatless })}
          </a>
        </p>
      )}
    </section>
  );
}
