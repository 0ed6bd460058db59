import type { JSX } from 'preact';
import type { RoomEvent } from '../../src/db/room/events.ts';
import type { RoomTable } from '../../src/db/room/tables.ts';
import { localised } from '../../src/http/localised.ts';
import type { LocalQuestion } from '../../src/survey/local-study.ts';
import { PERSON_MARKS } from '../../src/survey/room/room-rights.ts';
import { countryOptions } from '../participant/country-options.ts';
import { plenaryTexts } from '../text/plenary/texts.ts';
import { MARK_TEXTS } from './mark-field.tsx';
import { eventTime } from './room-frame.ts';
import type { SeatFrame } from './room-seat-frame.ts';

/** The events that run, and the tables that one may sit down at. */
export function ChooseTable(
  props: SeatFrame & {
    rooms: { event: RoomEvent; tables: RoomTable[] }[];
    /** Somebody came with a return code that no seat has. */
    isUnknown: boolean;
  },
): JSX.Element {
  const { rooms, text, root, language } = props;
  if (rooms.length === 0) {
    return (
      <>
        <h1>{text('noEventNow')}</h1>
        <p class="hint">{text('noEventNowLead')}</p>
        <p class="actions">
          <a class="btn primary wide" href={`${root}?alone&lang=${language}`}>
            {text('answerAlone')}
          </a>
        </p>
      </>
    );
  }
  return (
    <>
      <h1>{text('chooseTable')}</h1>
      {props.isUnknown && (
        <p class="room-call" role="alert">
          {text('codeUnknown')}
        </p>
      )}
      {rooms.map(({ event, tables }) => (
        <section key={event.id} class="choose">
          <h2>{event.name}</h2>
          <p class="hint">{eventTime(language, event)}</p>
          <ul class="doors">
            {tables.map((table) => (
              <li key={table.id}>
                <a class="btn ghost" href={`${root}/t/${table.code}?lang=${language}`}>
                  {table.name}
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a href={`${root}/e/${event.id}?lang=${language}`}>{text('joinWithout')}</a>
          </p>
          <p>
            <a href={`${root}/floor/${event.id}?lang=${language}`}>
              {plenaryTexts(language)('askTitle')}
            </a>
          </p>
        </section>
      ))}
      <ComeBack {...props} />
      <p>
        <a href={`${root}?alone&lang=${language}`}>{text('answerAlone')}</a>
      </p>
    </>
  );
}

/** For those who have a seat and come with another phone, or with one that forgets. */
function ComeBack({ root, language, text }: SeatFrame): JSX.Element {
  return (
    <details class="come-back">
      <summary>{text('haveCode')}</summary>
      <form method="get" action={`${root}/room`} class="table-note">
        <input type="hidden" name="lang" value={language} />
        <label for="back-me">{text('returnCode')}</label>
        <input
          id="back-me"
          name="me"
          type="text"
          required
          maxLength={30}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
        <button class="btn ghost">{text('backToSeat')}</button>
      </form>
    </details>
  );
}

/** So many questions about oneself stand open at the door; the others unfold. */
const OPEN_QUESTIONS = 4;

/** At the door: as whom somebody comes, a few optional facts for mixed tables, and the way in. */
export function JoinForm(
  props: SeatFrame & { event: RoomEvent; table: RoomTable | null; me: string },
): JSX.Element {
  const { event, table, me, study, text, language, root, words } = props;
  const local = localised(study.definition, language, 'individual');
  const divides = new Set<string>(study.definition.segments);
  const questions = local.questions.filter(({ id, kind, personal, segment }) => {
    const isChoice = (kind === 'single' || kind === 'scale') && !personal;
    return isChoice && (segment === true || divides.has(id));
  });
  const more = questions.slice(OPEN_QUESTIONS);
  return (
    <>
      <form class="at-door" method="post" action={`${root}/room`}>
        <input type="hidden" name="me" value={me} data-me={event.id} />
        <input type="hidden" name="event" value={event.id} />
        {table && <input type="hidden" name="table" value={table.code} />}
        <input type="hidden" name="lang" value={language} />
        <p class="eyebrow">{event.name}</p>
        <h1>{table ? table.name : text('takeSeat')}</h1>
        <fieldset class="question">
          <legend>
            <h2>{text('youComeAs')}</h2>
          </legend>
          <ul class="options">
            {PERSON_MARKS.map((mark) => (
              <li key={mark}>
                <label class="option">
                  <input
                    type="radio"
                    name="mark"
                    value={mark}
                    defaultChecked={mark === 'participant'}
                  />
                  <span>{text(MARK_TEXTS[mark])}</span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        {questions.length > 0 && (
          <section>
            <h2>{text('aboutYou')}</h2>
            <p class="hint">{text('aboutYouLead')}</p>
            {questions.slice(0, OPEN_QUESTIONS).map((question) => (
              <DoorQuestion key={question.id} {...{ question, language, text }} />
            ))}
            {more.length > 0 && (
              <details>
                <summary>{text('moreAboutYou')}</summary>
                {more.map((question) => (
                  <DoorQuestion key={question.id} {...{ question, language, text }} />
                ))}
              </details>
            )}
          </section>
        )}
        <p class="actions">
          <button class="btn primary wide">
            {table ? text('sitDown', { table: table.name }) : text('joinIn')}
          </button>
        </p>
        <p class="hint">{words(study.definition.consent)}</p>
      </form>
      <ComeBack {...props} />
    </>
  );
}

function DoorQuestion({
  question: { id, title, options = [], countries },
  language,
  text,
}: Pick<SeatFrame, 'language' | 'text'> & { question: LocalQuestion }): JSX.Element {
  const { likely, all } = countries ? countryOptions(language) : { likely: [], all: [] };
  const rest = all.filter(({ code }) => !likely.some((one) => one.code === code));
  const shown = countries
    ? [...likely, ...rest].map(({ code, name }) => ({ id: code, label: name }))
    : options;
  return (
    <div class="question">
      <label for={`q-${id}`}>{title}</label>
      <select id={`q-${id}`} name={`q.${id}`}>
        <option value="">{text('choose')}</option>
        {shown.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
