import type { JSX } from 'preact';
import type { RoomEvent } from '../../src/db/room/events.ts';
import type { Registration } from '../../src/db/room/registrations.ts';
import type { SpotProposal } from '../../src/http/room-registration.ts';
import { HALVES, WAYS } from '../../src/survey/room/best-spot.ts';
import { PARTNER_ROLES, type PublicEvent } from '../../src/survey/room/public-event.ts';
import type { SayRegistration } from '../text/registration/texts.ts';
import { HALF_TEXTS, ROLE_TEXTS, WAY_TEXTS } from './event-page.tsx';
import type { RoomFrame } from './room-frame.ts';
import { RoomPlanningPage } from './room-planning-page.tsx';

export interface RegistrationPageProps extends RoomFrame {
  event: RoomEvent;
  seats: SayRegistration;
  /** As it is stored, or as somebody has just typed it. */
  about: PublicEvent;
  proposal: SpotProposal;
  anew: boolean;
  contacts: ReadonlyMap<string, string>;
  /** The address of the public page. */
  publicPath: string;
  notice?: string | undefined;
  problem?: string | undefined;
}

/** So many empty rows are there to fill in. */
const MORE_ROWS = 3;

/** Organisers’ page: the public page, the sessions, and the best spot for everybody. */
export function RegistrationPage(props: RegistrationPageProps): JSX.Element {
  const { study, event, seats, text, language, about } = props;
  const path = `/studies/${study.id}/room/${event.id}`;
  return (
    <RoomPlanningPage
      {...props}
      part="registration"
      title={seats('registration')}
      lead={seats('registrationLead')}
    >
      {about.isPublic && (
        <p>
          <a class="btn ghost" href={`${props.publicPath}?lang=${language}`}>
            {seats('openPublic')}
          </a>
        </p>
      )}
      <Spots {...props} />
      <form class="edit-event" method="post" action={`${path}/registration`}>
        <input type="hidden" name="do" value="save" />
        <input type="hidden" name="revision" value={about.revision} />
        <div class="card box">
          <label class="tick">
            <input type="checkbox" name="isPublic" value="yes" checked={about.isPublic} />
            {seats('isPublic')}
          </label>
          <label class="tick">
            <input type="checkbox" name="isOpen" value="yes" checked={about.isOpen} />
            {seats('isOpen')}
          </label>
        </div>
        <Sessions {...props} />
        <Partners {...props} />
        <p class="hint">{seats('rowsHint')}</p>
        <p>
          <button class="btn primary">{text('save')}</button>
        </p>
      </form>
    </RoomPlanningPage>
  );
}

function Sessions({ about, seats }: RegistrationPageProps): JSX.Element {
  const rows = [...about.sessions, ...Array.from({ length: MORE_ROWS }, () => null)];
  return (
    <section class="card box">
      <h3>{seats('sessions')}</h3>
      {rows.map((session, at) => {
        const name = (field: string) => `session.${at}.${field}`;
        return (
          <div key={at} class="room-fields row-fields">
            <input type="hidden" name={name('id')} value={session?.id ?? ''} />
            <label class="room-field">
              <span>{seats('sessionTitle')}</span>
              <input name={name('title')} value={session?.title ?? ''} maxLength={120} />
            </label>
            <label class="room-field short">
              <span>{seats('when')}</span>
              <select name={name('half')}>
                {HALVES.map((half) => (
                  <option key={half} value={half} selected={half === session?.half}>
                    {seats(HALF_TEXTS[half])}
                  </option>
                ))}
              </select>
            </label>
            <label class="room-field short">
              <span>{seats('where')}</span>
              <select name={name('way')}>
                {WAYS.map((way) => (
                  <option key={way} value={way} selected={way === session?.way}>
                    {seats(WAY_TEXTS[way])}
                  </option>
                ))}
              </select>
            </label>
            <label class="room-field short">
              <span>{seats('capacity')}</span>
              <input
                type="number"
                name={name('capacity')}
                min={0}
                max={10_000}
                value={session?.capacity ?? ''}
              />
            </label>
          </div>
        );
      })}
    </section>
  );
}

function Partners({ about, seats }: RegistrationPageProps): JSX.Element {
  const rows = [...about.partners, ...Array.from({ length: MORE_ROWS }, () => null)];
  return (
    <section class="card box">
      <h3>{seats('partners')}</h3>
      {rows.map((partner, at) => (
        <div key={at} class="room-fields row-fields">
          <label class="room-field">
            <span>{seats('organisation')}</span>
            <input name={`partner.${at}.name`} value={partner?.name ?? ''} maxLength={120} />
          </label>
          <label class="room-field short">
            <span>{seats('organisationRole')}</span>
            <select name={`partner.${at}.role`}>
              {PARTNER_ROLES.map((role) => (
                <option key={role} value={role} selected={role === partner?.role}>
                  {seats(ROLE_TEXTS[role])}
                </option>
              ))}
            </select>
          </label>
          <label class="room-field">
            <span>{seats('webAddress')}</span>
            <input
              name={`partner.${at}.url`}
              type="url"
              value={partner?.url ?? ''}
              maxLength={300}
            />
          </label>
        </div>
      ))}
    </section>
  );
}

function Spots(props: RegistrationPageProps): JSX.Element | null {
  const { proposal, seats, study, event, anew } = props;
  const { about, registrations, placement, version } = proposal;
  if (registrations.length === 0) {
    return about.isOpen ? <p class="card box">{seats('noRegistrations')}</p> : null;
  }
  const { spotOf, wishes } = placement;
  const titles = new Map(about.sessions.map(({ id, title }) => [id, title]));
  const path = `/studies/${study.id}/room/${event.id}/registration`;
  const isSettled = registrations.every(({ id, session }) => session === (spotOf.get(id) ?? null));
  return (
    <section class="card box" id="spots" aria-labelledby="spots-title">
      <h3 id="spots-title">{seats('findSpot')}</h3>
      <p class="hint">{seats('findLead')}</p>
      <p class="facts">
        <span>{seats('registered', { count: registrations.length })}</span>
        {wishes.map(
          (count, at) =>
            count > 0 && (
              <span key={at}>
                {at === wishes.length - 1 ? seats('notAsked') : seats('wish', { n: at + 1 })}:{' '}
                {count}
              </span>
            ),
        )}
      </p>
      {registrations.map((one) => {
        const why = placement.unplaced.get(one.id);
        if (!why) return null;
        const sessions =
          why.why === 'full' ? why.spots.map((id) => titles.get(id) ?? id).join(', ') : '';
        return (
          <p key={one.id} class="problem">
            {why.why === 'full'
              ? seats('whyFull', { n: one.number, sessions })
              : seats('whyNothing', { n: one.number })}
          </p>
        );
      })}
      <ul class="seat-groups">
        {about.sessions.map(({ id, title, capacity }) => {
          const there = registrations.filter((one) => spotOf.get(one.id) === id);
          return (
            <li key={id}>
              <h4>
                {title} <small>{seats('ofCapacity', { n: there.length, of: capacity })}</small>
              </h4>
              <ul class="seat-numbers">
                {there.map((one) => (
                  <li key={one.id} class={`tag${one.session === id ? ' status-open' : ''}`}>
                    {one.number} {seats(one.session === id ? 'confirmed' : 'proposed')}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
      <form class="inline-form" method="get" action={path}>
        <label class="tick">
          <input type="checkbox" name="anew" value="yes" checked={anew} />
          {seats('anew')}
        </label>
        <button class="btn ghost">{seats('findSpot')}</button>
      </form>
      <form method="post" action={path}>
        <input type="hidden" name="do" value="confirm" />
        <input type="hidden" name="version" value={version} />
        {anew && <input type="hidden" name="anew" value="yes" />}
        <button class={`btn ${isSettled ? 'ghost' : 'primary'}`}>{seats('confirm')}</button>
      </form>
      <Wishes {...props} registrations={registrations} titles={titles} />
    </section>
  );
}

function Wishes(
  props: RegistrationPageProps & {
    registrations: readonly Registration[];
    titles: ReadonlyMap<string, string>;
  },
): JSX.Element {
  const { registrations, titles, seats, contacts } = props;
  return (
    <details>
      <summary>{seats('registered', { count: registrations.length })}</summary>
      <ul class="fixed-seats">
        {registrations.map(({ id, number, preferences, way, half }) => (
          <li key={id}>
            <b>
              {seats('number')} {number}
            </b>
            {': '}
            {[
              preferences.map((wish) => titles.get(wish) ?? wish).join(' > ') || seats('noWishes'),
              seats(WAY_TEXTS[way]),
              seats(HALF_TEXTS[half]),
              contacts.get(id),
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
