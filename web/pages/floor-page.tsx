import type { JSX } from 'preact';
import type { RoomEvent } from '../../src/db/room/events.ts';
import type { SeenQuestion } from '../../src/db/room/floor.ts';
import { FLOOR_LENGTH, type FloorStatus, isPublicQuestion } from '../../src/survey/room/floor.ts';
import { plenaryTexts, type SayPlenary } from '../text/plenary/texts.ts';
import type { SeatFrame } from './room-seat-frame.ts';

interface FloorProps extends SeatFrame {
  event: RoomEvent;
  /** The code that the phone's questions and supports are kept under. */
  me: string;
  /** What was written and not taken. */
  asked: string;
  notice: string | undefined;
  isOpen: boolean;
  questions: SeenQuestion[];
  hasSeat: boolean;
  /** Only a seat's code, or one that was given out here, counts for one person. */
  maySupport: boolean;
  /** The code was made for this visit: a phone that has one of its own takes that. */
  isFresh: boolean;
}

const OWN = {
  new: 'ownNew',
  accepted: 'ownAccepted',
  shown: 'ownShown',
  answered: 'ownAnswered',
  aside: 'ownAside',
} as const satisfies Record<FloorStatus, string>;

/** The floor on a phone: asking, what became of it, and what others ask. */
export function FloorPage(props: FloorProps): JSX.Element {
  const { event, me, asked, notice, isOpen, questions, hasSeat, isFresh, text, language } = props;
  const tell = plenaryTexts(language);
  const path = `${props.root}/floor/${event.id}`;
  const own = questions.filter(({ isOwn }) => isOwn).toReversed();
  const others = questions
    .filter(({ isOwn, status }) => !isOwn && isPublicQuestion(status) && status !== 'answered')
    .toSorted(
      (a, b) =>
        Number(b.status === 'shown') - Number(a.status === 'shown') ||
        b.support - a.support ||
        a.number - b.number,
    );
  return (
    <>
      <p class="eyebrow">{event.name}</p>
      <h1>{tell('askTitle')}</h1>
      <div id="notice" role="status">
        {notice && <p class="room-call">{notice}</p>}
      </div>
      {isOpen ? (
        <form method="post" action={path} class="table-note ask" id={`ask-${own.length}`}>
          <Hidden {...{ me, language }} act="ask" fresh={isFresh ? event.id : undefined} />
          <input type="hidden" name="id" value={crypto.randomUUID()} />
          <p class="hint" id="ask-lead">
            {tell('askLead')}
          </p>
          <label for="ask-text">{tell('askLabel')}</label>
          <textarea
            id="ask-text"
            name="text"
            rows={3}
            minLength={3}
            maxLength={FLOOR_LENGTH}
            required
            aria-describedby="ask-lead"
          >
            {asked}
          </textarea>
          <button class="btn primary wide">{tell('askSend')}</button>
        </form>
      ) : (
        <p class="room-call">{tell('floorClosed')}</p>
      )}
      {own.length > 0 && (
        <section id="own-questions">
          <h2>{tell('ownQuestions')}</h2>
          <ul class="asked-questions">
            {own.map((question) => (
              <li key={question.id} id={`own-${question.id}`} class={question.status}>
                <p>{question.text}</p>
                <p class="hint">
                  {tell(OWN[question.status])}
                  {question.support > 0 &&
                    ` · ${tell('supportCount', { count: question.support })}`}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section id="room-questions">
        <h2>{tell('roomQuestions')}</h2>
        {others.length === 0 && <p class="hint">{tell('noneYet')}</p>}
        {others.length > 0 && !props.maySupport && (
          <p class="hint">{tell('meTooSeat', { button: tell('meToo') })}</p>
        )}
        <ul class="asked-questions">
          {others.map((question) => (
            <Other
              key={question.id}
              {...{ question, tell, path, me, language }}
              maySupport={props.maySupport}
            />
          ))}
        </ul>
      </section>
      <p>
        <a
          class="btn ghost wide"
          href={
            hasSeat
              ? `${props.root}/seat/${event.id}?me=${me}&lang=${language}`
              : `${props.root}/room?lang=${language}`
          }
        >
          {text(hasSeat ? 'atYourTable' : 'takeSeat')}
        </a>
      </p>
    </>
  );
}

function Other(props: {
  question: SeenQuestion;
  tell: SayPlenary;
  path: string;
  me: string;
  language: string;
  maySupport: boolean;
}): JSX.Element {
  const { question, tell, path, me, language, maySupport } = props;
  const { id, text, status, support, isSupported } = question;
  return (
    <li id={`asked-${id}`} class={status}>
      <p>{text}</p>
      <div class="support">
        <p class="hint">
          {status === 'shown' && <b>{tell('ownShown')}</b>}
          {status === 'shown' && support > 0 && ' · '}
          {support > 0 && tell('supportCount', { count: support })}
        </p>
        {isSupported ? (
          <p class="hint">✓ {tell('meTooDone')}</p>
        ) : (
          maySupport && (
            <form method="post" action={path}>
              <Hidden {...{ me, language }} act="support" />
              <input type="hidden" name="question" value={id} />
              <button class="btn ghost">
                {tell('meToo')}
                <span class="sr">: {text}</span>
              </button>
            </form>
          )
        )}
      </div>
    </li>
  );
}

function Hidden(props: {
  me: string;
  language: string;
  act: string;
  fresh?: string | undefined;
}): JSX.Element {
  const { me, language, act, fresh } = props;
  return (
    <>
      <input type="hidden" name="me" value={me} data-fresh={fresh} />
      <input type="hidden" name="lang" value={language} />
      <input type="hidden" name="do" value={act} />
    </>
  );
}
