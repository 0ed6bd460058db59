import type { JSX } from 'preact';
import { localised } from '../../src/http/localised.ts';
import type { TableView } from '../../src/http/room-view.ts';
import type { LocalQuestion } from '../../src/survey/local-study.ts';
import { nextPhase } from '../../src/survey/room/room-state.ts';
import type { Seat } from '../../src/http/room-seat.ts';
import { answerField, isOwnField } from '../../src/survey/room/table-work.ts';
import { isAnswered } from '../../src/survey/answer.ts';
import { gapQuestions } from '../../src/survey/gaps/gap-questions.ts';
import { QuestionField } from '../participant/question-field.tsx';
import { gapsTexts } from '../text/gaps/texts.ts';
import { plenaryTexts } from '../text/plenary/texts.ts';
import { RoomClock } from './room-clock.tsx';
import { Hidden, NoticeAt, type SeatPageProps } from './room-seat-form.tsx';
import type { SeatFrame } from './room-seat-frame.ts';
import { TableRanking } from './room-table-ranking.tsx';
import { TableNotes } from './room-table-notes.tsx';
import { speakerLine } from './speaker-lines.ts';

/** What runs now, and what comes: on every phone in the room. */
export function PhaseHead(props: SeatFrame & { seat: Seat; left: number | null }): JSX.Element {
  const { seat, left, text, words, study } = props;
  const { state, agenda } = seat.event;
  const item = agenda.find(({ id }) => id === state.phase);
  const next = nextPhase(state, agenda);
  return (
    <section class="now" id="now" aria-label={text('now')}>
      <p class="now-line">
        <b>{item ? words(item.title) : text(state.stage === 'ended' ? 'hasEnded' : 'notBegun')}</b>
        {item && (
          <RoomClock left={left} paused={state.pausedAt !== null} label={text('timeLeft')} />
        )}
      </p>
      {state.lastCall && <p class="room-call">{text('lastCallOn')}</p>}
      {state.pausedAt !== null && <p class="room-call">{text('paused')}</p>}
      {next && (
        <p class="hint">
          {text('nextUp')}: {next.start} {words(next.title)}
        </p>
      )}
      {item && (item.brief || item.kind === 'tables') && (
        <details>
          <summary>{text('brief')}</summary>
          <p>{words(item.brief ?? study.definition.intro)}</p>
        </details>
      )}
    </section>
  );
}

/** For somebody who has joined and has no seat yet. */
export function WaitingPage(
  props: SeatPageProps & { seat: Seat; left: number | null },
): JSX.Element {
  const { seat, text } = props;
  return (
    <>
      <h1>{text('waiting')}</h1>
      <p class="hint">{text('waitingLead')}</p>
      <PhaseHead {...props} />
      <OwnPart {...props} hasSent={false} />
      <SeatFoot {...props} event={seat.event.id} number={seat.person.number} />
    </>
  );
}

/** A table on the phone of somebody who sits there. */
export function TablePage(
  props: SeatPageProps & {
    view: TableView;
    /** Where this person goes in the next round, in words; null to stay. */
    onward: string | null;
  },
): JSX.Element {
  const { view, text, notice } = props;
  const { table, person, event } = view;
  return (
    <>
      <p class="eyebrow">{event.name}</p>
      <h1>{table.name}</h1>
      {table.moderators.length > 0 && (
        <p class="hint">
          {text('moderators')}: {table.moderators.map((one) => speakerLine(one, '')).join(' · ')}
        </p>
      )}
      {table.link && (
        <p>
          <a class="btn ghost" href={table.link} rel="noreferrer">
            {text('toRoom')}
          </a>
        </p>
      )}
      {table.closedAt !== null && <p class="room-call">{text('closedHere')}</p>}
      {table.lockedAt !== null && <p class="room-call">{text('lockedHere')}</p>}
      <div id="notice" role="status" data-keep>
        {notice && <p class="room-call">{notice}</p>}
      </div>
      <PhaseHead {...props} seat={view} left={view.left} />
      {props.onward && (
        <p class="room-call" id="onward">
          {props.onward}
        </p>
      )}
      {event.state.stage === 'ended' ? (
        <p>{text('thanks')}</p>
      ) : (
        <>
          <OwnPart {...props} seat={view} hasSent={view.hasSentAlone} />
          <TableAnswers {...props} />
          <TableNotes {...props} />
        </>
      )}
      <SeatFoot {...props} event={event.id} number={person.number} code={table.code} />
    </>
  );
}

/** The way to one's own answers, while questions are open to everybody alone. */
function OwnPart(props: SeatPageProps & { seat: Seat; hasSent: boolean }): JSX.Element | null {
  const { seat, hasSent, text, path, me, language } = props;
  if (seat.event.state.open.individual.length === 0) return null;
  return (
    <section class="own-part" id="own">
      <h2>{text('ownFirst')}</h2>
      <p class="hint">{text(hasSent ? 'ownSent' : 'ownLead')}</p>
      <p>
        <a
          class={`btn ${hasSent ? 'ghost' : 'primary'} wide`}
          href={`${path}/alone?me=${me}&lang=${language}`}
        >
          {text(hasSent ? 'ownChange' : 'ownStart')}
        </a>
      </p>
    </section>
  );
}

function TableAnswers(props: SeatPageProps & { view: TableView }): JSX.Element {
  const { view, study, language, text, path, me, asked, voice } = props;
  const { event, writer, mayAnswer, work, isSent, person, table } = view;
  const local = localised(study.definition, language, 'table');
  const open = new Set(event.state.open.table);
  const questions = local.questions.filter(
    ({ id }) => open.has(id) && !isOwnField(study.definition, id),
  );
  if (questions.length === 0) {
    return (
      <section id="table-work">
        <h2>{text('tableAnswers')}</h2>
        <p class="hint">{text('notYourPhase')}</p>
      </section>
    );
  }
  const question = questions.find(({ id }) => id === asked) ?? questions[0]!;
  const field = answerField(question.id);
  const { value = null, revision = 0 } = work[field] ?? {};
  const isDone = (one: LocalQuestion) => isAnswered(one, work[answerField(one.id)]?.value);
  const place = questions.indexOf(question);
  const next = questions[place + 1];
  const address = (id: string) => `${path}?me=${me}&q=${id}&lang=${language}`;
  return (
    <section id="table-work" class="table-work">
      <h2>{text('tableAnswers')}</h2>
      <div class="who-writes">
        <p>
          {writer === person.number
            ? text('youWrite')
            : writer === null
              ? text('nobodyWrites')
              : text('otherWrites', { n: writer })}
        </p>
        {writer !== person.number && table.closedAt === null && (
          <form method="post" action={path}>
            <Hidden {...props} question={question.id} act="take-over" />
            <button class="btn ghost">{text('takeOver')}</button>
          </form>
        )}
      </div>
      <nav class="asked-list" aria-label={text('linkedQuestions')}>
        {questions.map((one, index) => (
          <a
            key={one.id}
            id={`go-${one.id}`}
            href={address(one.id)}
            aria-current={one === question ? 'step' : undefined}
            class={isDone(one) ? 'done' : undefined}
          >
            <span aria-hidden="true">{isDone(one) ? '✓' : index + 1}</span>
            <span class="sr">
              {one.title}
              {isDone(one) ? ` (${text('done')})` : ''}
            </span>
          </a>
        ))}
      </nav>
      <div id={`q-${question.id}`} class="one-question">
        <NoticeAt {...props} at={question.id} />
        {question.kind === 'ranking' ? (
          <TableRanking {...props} question={question} value={value} />
        ) : (
          <form method="post" action={path} data-autosave={mayAnswer ? 'yes' : undefined}>
            <Hidden {...props} question={question.id} act="answer" />
            <input type="hidden" name="revision" value={revision} />
            <fieldset disabled={!mayAnswer}>
              <QuestionField
                study={local}
                question={{ ...question, required: true }}
                answer={value ?? undefined}
                shown={{}}
                alone={false}
                live={false}
                say={voice.say}
              />
            </fieldset>
            {mayAnswer && <button class="btn ghost">{text('save')}</button>}
          </form>
        )}
      </div>
      {next && (
        <p>
          <a class="btn ghost wide" href={address(next.id)}>
            {text('nextUp')}: {next.title}
          </a>
        </p>
      )}
      {mayAnswer && (
        <form method="post" action={path} class="send-table">
          <Hidden {...props} question={question.id} act="send" />
          <button class={`btn ${isSent ? 'ghost' : 'primary'} wide`}>{text('sendTable')}</button>
        </form>
      )}
      <p id="sent" class="hint" role="status">
        {isSent ? text('tableSent') : ''}
      </p>
    </section>
  );
}

function SeatFoot(
  props: SeatPageProps & { event: string; number: number; code?: string },
): JSX.Element {
  const { event, number, code, me, study, root, language, text } = props;
  const table = code === undefined ? {} : { table: code };
  const query = new URLSearchParams({ ...table, event, me, lang: language });
  return (
    <footer class="seat-foot">
      <p>
        <a class="btn ghost wide" href={`${root}/floor/${event}?me=${me}&lang=${language}`}>
          {plenaryTexts(language)('askTitle')}
        </a>
      </p>
      {gapQuestions(study.definition) && (
        <p>
          <a class="btn ghost wide" href={`${root}/ideas?${query}`}>
            {gapsTexts(language)('ideaTitle')}
          </a>
        </p>
      )}
      <p>{text('youAre', { n: number })}</p>
      <p class="hint">
        {text('returnCode')}: <code>{me}</code>. {text('returnCodeLead')}
      </p>
    </footer>
  );
}
