import type { JSX } from 'preact';
import type { RoomEvent } from '../../src/db/room/events.ts';
import type { Registration } from '../../src/db/room/registrations.ts';
import { later } from '../../src/survey/room/agenda.ts';
import {
  MOST_WISHES,
  PARTNER_ROLES,
  type PublicEvent,
  type Session,
} from '../../src/survey/room/public-event.ts';
import type { SayRegistration } from '../text/registration/texts.ts';
import { editionName, eventTime } from './room-frame.ts';
import type { SeatFrame } from './room-seat-frame.ts';
import { speakerLine } from './speaker-lines.ts';

export const ROLE_TEXTS = {
  organiser: 'organiser',
  'side-event': 'sideEvent',
  partner: 'partner',
  sponsor: 'sponsor',
} as const;

export const HALF_TEXTS = { morning: 'morning', afternoon: 'afternoon', either: 'allDay' } as const;
export const WAY_TEXTS = { 'on-site': 'onSite', online: 'online', either: 'both' } as const;

export interface EventPageProps extends SeatFrame {
  event: RoomEvent;
  about: PublicEvent;
  say: SayRegistration;
  /** The page's own address. */
  path: string;
}

/** An event for everybody: when and where, the programme, who is behind it, and registration. */
export function EventPage(props: EventPageProps): JSX.Element {
  const { event, about, say, text, words, language } = props;
  const places = [event.room, event.place, editionName(event)].filter((fact) => fact !== null);
  return (
    <div class="event-page">
      <h1>{event.name}</h1>
      <p class="event-facts">
        <span>{eventTime(language, event)}</span>
        {places.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <section>
        <h2>{text('programme')}</h2>
        <ol class="event-programme">
          {event.agenda.map(({ id, kind, start, minutes, title, brief, speakers }) => (
            <li key={id} class={kind === 'break' ? 'pause' : undefined}>
              <time>
                {start}–{later(start, minutes)}
              </time>
              <div>
                <b>{words(title)}</b>
                {brief && <p>{words(brief)}</p>}
                {speakers.map((speaker, at) => (
                  <p key={at} class="hint">
                    {speakerLine(speaker, text('toBeDecided'))}
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ol>
      </section>
      {about.sessions.length > 0 && (
        <section>
          <h2>{say('sessions')}</h2>
          <ul class="event-sessions">
            {about.sessions.map((session) => (
              <li key={session.id}>
                <b>{session.title}</b>
                <span class="hint">{sessionFacts(session, say)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Partners {...props} />
      {about.isOpen ? <RegisterForm {...props} /> : <p class="hint">{say('registrationClosed')}</p>}
    </div>
  );
}

function sessionFacts({ half, way }: Session, say: SayRegistration): string {
  return `${say(HALF_TEXTS[half])} · ${say(WAY_TEXTS[way])}`;
}

function Partners({ about, say }: EventPageProps): JSX.Element | null {
  if (about.partners.length === 0) return null;
  return (
    <section>
      <h2>{say('partners')}</h2>
      <dl class="event-partners">
        {PARTNER_ROLES.map((role) => {
          const named = about.partners.filter((partner) => partner.role === role);
          if (named.length === 0) return null;
          return (
            <div key={role}>
              <dt>{say(ROLE_TEXTS[role])}</dt>
              {named.map(({ name, url }) => (
                <dd key={name}>
                  {url ? (
                    <a href={url} rel="noreferrer">
                      {name}
                    </a>
                  ) : (
                    name
                  )}
                </dd>
              ))}
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function RegisterForm({ about, say, text, path, language }: EventPageProps): JSX.Element {
  const { sessions } = about;
  const choices = Math.min(MOST_WISHES, sessions.length);
  return (
    <form class="at-door" method="post" action={path} id="register">
      <h2>{say('register')}</h2>
      <p class="hint">{say('registerLead')}</p>
      <input type="hidden" name="lang" value={language} />
      {Array.from({ length: choices }, (_, at) => at + 1).map((n) => (
        <div key={n} class="question">
          <label for={`wish-${n}`}>{say('choice', { n })}</label>
          <select id={`wish-${n}`} name={`wish.${n}`}>
            <option value="">{text('choose')}</option>
            {sessions.map((session) => (
              <option key={session.id} value={session.id}>
                {session.title} ({sessionFacts(session, say)})
              </option>
            ))}
          </select>
        </div>
      ))}
      <Options
        name="way"
        legend={say('howTakePart')}
        options={[
          ['either', say('eitherWay')],
          ['on-site', say('onSite')],
          ['online', say('online')],
        ]}
      />
      <Options
        name="half"
        legend={say('whenFree')}
        options={[
          ['either', say('allDay')],
          ['morning', say('morning')],
          ['afternoon', say('afternoon')],
        ]}
      />
      <div class="question">
        <label for="contact">{say('contactLabel')}</label>
        <input
          id="contact"
          name="contact"
          type="text"
          maxLength={200}
          autocomplete="email"
          aria-describedby="contact-hint"
        />
        <p class="hint" id="contact-hint">
          {say('contactHint')}
        </p>
      </div>
      <p class="actions">
        <button class="btn primary wide">{say('register')}</button>
      </p>
    </form>
  );
}

function Options(props: {
  name: string;
  legend: string;
  options: readonly (readonly [string, string])[];
}): JSX.Element {
  const { name, legend, options } = props;
  return (
    <fieldset class="question">
      <legend>{legend}</legend>
      <ul class="options">
        {options.map(([value, label], at) => (
          <li key={value}>
            <label class="option">
              <input type="radio" name={name} value={value} defaultChecked={at === 0} />
              <span>{label}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** What somebody who has registered sees by their private link. */
export function OwnSpotPage(
  props: EventPageProps & { own: Registration; me: string },
): JSX.Element {
  const { own, me, event, about, say, text, path, language } = props;
  const titles = new Map(about.sessions.map((session) => [session.id, session]));
  const place = own.session === null ? undefined : titles.get(own.session);
  return (
    <div class="event-page">
      <p class="eyebrow">{event.name}</p>
      <h1>{say('youRegistered')}</h1>
      <p class="event-place" id="place">
        {place ? say('yourPlace', { session: place.title }) : say('undecided')}
      </p>
      {place && <p>{sessionFacts(place, say)}</p>}
      <p class="event-facts">
        <span>{eventTime(language, event)}</span>
        {event.room && <span>{event.room}</span>}
        {event.place && <span>{event.place}</span>}
      </p>
      <section>
        <h2>{say('yourWishes')}</h2>
        {own.preferences.length === 0 ? (
          <p>{say('noWishes')}</p>
        ) : (
          <ol class="event-wishes">
            {own.preferences.map((id) => (
              <li key={id}>{titles.get(id)?.title ?? id}</li>
            ))}
          </ol>
        )}
      </section>
      <p class="hint">
        {say('keepLink')} {text('youAre', { n: own.number })}.
      </p>
      <p>
        <a href={`${path}?lang=${language}`}>{text('programme')}</a>
      </p>
      <form method="post" action={`${path}/mine`}>
        <input type="hidden" name="me" value={me} />
        <input type="hidden" name="lang" value={language} />
        <button class="btn ghost">{say('withdraw')}</button>
      </form>
    </div>
  );
}
