import type { JSX } from 'preact';
import type { RoomEvent } from '../../src/db/room/events.ts';
import type { RoomPerson } from '../../src/db/room/people.ts';
import type { RoomTable } from '../../src/db/room/tables.ts';
import type { RotationPlan, SeatingAsked, SeatingProposal } from '../../src/http/room-seating.ts';
import type { SayRegistration } from '../text/registration/texts.ts';
import type { RoomFrame } from './room-frame.ts';
import { RoomPlanningPage } from './room-planning-page.tsx';

export interface SeatingPageProps extends RoomFrame {
  event: RoomEvent;
  seats: SayRegistration;
  asked: SeatingAsked;
  /** The questions that people at a table can have in common. */
  mixable: { id: string; title: string }[];
  people: readonly RoomPerson[];
  /** Open tables by number. */
  tables: readonly RoomTable[];
  proposal: SeatingProposal | null;
  rotation: RotationPlan;
  notice?: string | undefined;
}

/** Seats for everybody: how to mix, the proposal, fixed seats, and the rounds to come. */
export function SeatingPage(props: SeatingPageProps): JSX.Element {
  const { seats, text, people, tables } = props;
  const isReady = people.length > 0 && tables.length > 0;
  return (
    <RoomPlanningPage
      {...props}
      part="seating"
      title={seats('seatEverybody')}
      lead={seats('seatingLead')}
    >
      {!isReady && (
        <p class="card box">{people.length === 0 ? seats('nobodyYet') : text('noTablesLead')}</p>
      )}
      {isReady && (
        <>
          <AskForm {...props} />
          {props.proposal && <Proposal {...props} proposal={props.proposal} />}
          <FixedSeats {...props} />
          <Rounds {...props} />
        </>
      )}
    </RoomPlanningPage>
  );
}

function AskForm({ asked, mixable, seats, proposal }: SeatingPageProps): JSX.Element {
  const { weights = {}, min, max, keep, seed } = asked;
  return (
    <form class="card box" method="get">
      <div class="room-fields">
        {mixable.map(({ id, title }) => (
          <label key={id} class="room-field">
            <span>{title}</span>
            <select name={`weight.${id}`}>
              {(
                [
                  ['0', 'weightNone'],
                  ['1', 'weightNormal'],
                  ['3', 'weightMore'],
                ] as const
              ).map(([weight, key]) => (
                <option key={weight} value={weight} selected={weight === String(weights[id] ?? 1)}>
                  {seats(key)}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label class="room-field short">
          <span>{seats('fewest')}</span>
          <input type="number" name="min" min={0} max={1000} value={min} />
        </label>
        <label class="room-field short">
          <span>{seats('most')}</span>
          <input type="number" name="max" min={1} max={1000} value={max} />
        </label>
      </div>
      <label class="tick">
        <input type="checkbox" name="keep" value="yes" checked={keep} />
        {seats('keepSeats')}
      </label>
      <p class="buttons">
        <button class={`btn ${proposal ? 'ghost' : 'primary'}`} name="seed" value={seed}>
          {seats('propose')}
        </button>
        {proposal && (
          <button class="btn ghost" name="seed" value={seed + 1}>
            {seats('another')}
          </button>
        )}
      </p>
    </form>
  );
}

function Proposal(props: SeatingPageProps & { proposal: SeatingProposal }): JSX.Element {
  const { proposal, study, event, seats, language } = props;
  const { seating, tables, people, asked, version } = proposal;
  const { mixing, experts, tableOf } = seating;
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const unseated = people.filter(({ id }) => tableOf.get(id) === null);
  return (
    <section class="card box" id="proposal" aria-labelledby="proposal-title">
      <h3 id="proposal-title">{seats('proposal')}</h3>
      <p id="mixing">
        {mixing === null
          ? seats('nothingShared')
          : seats('mixed', { percent: percent.format(mixing) })}
      </p>
      {people.some(({ mark }) => mark === 'expert') && (
        <p class="facts">{seats('experts', { fewest: experts[0], most: experts[1] })}</p>
      )}
      {unseated.length > 0 && (
        <p class="problem">
          {seats('unseated', { count: unseated.length })} (
          {unseated.map(({ number }) => number).join(', ')})
        </p>
      )}
      <form method="post" action={`/studies/${study.id}/room/${event.id}/seating`}>
        <input type="hidden" name="do" value="seat" />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="seed" value={asked.seed} />
        {asked.keep && <input type="hidden" name="keep" value="yes" />}
        {asked.min !== undefined && <input type="hidden" name="min" value={asked.min} />}
        {asked.max !== undefined && <input type="hidden" name="max" value={asked.max} />}
        {Object.entries(asked.weights ?? {}).map(([id, weight]) => (
          <input key={id} type="hidden" name={`weight.${id}`} value={weight} />
        ))}
        <button class="btn primary">{seats('applySeats')}</button>
      </form>
      <Groups
        {...props}
        tables={tables}
        people={people}
        tableOf={(person) => tableOf.get(person.id) ?? null}
      />
    </section>
  );
}

/** Tables with the numbers of those who sit there; experts carry a mark. */
function Groups(
  props: Pick<SeatingPageProps, 'text' | 'tables' | 'people'> & {
    tableOf: (person: RoomPerson) => string | null;
  },
): JSX.Element {
  const { text, tables, people, tableOf } = props;
  return (
    <ul class="seat-groups">
      {tables.map((table) => {
        const there = people.filter((person) => tableOf(person) === table.id);
        return (
          <li key={table.id}>
            <h4>
              {table.name} <small>{text('peopleCount', { count: there.length })}</small>
            </h4>
            <ul class="seat-numbers">
              {there.map(({ id, number, mark, role }) => (
                <li key={id} class={`tag${mark === 'expert' ? ' expert' : ''}`}>
                  {number}
                  {mark === 'expert' && ` ${text('markExpert')}`}
                  {mark === 'team' && ` ${text('markTeam')}`}
                  {role === 'host' && ` ${text('host')}`}
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

function FixedSeats(props: SeatingPageProps): JSX.Element {
  const { people, tables, seats, text, study, event } = props;
  const path = `/studies/${study.id}/room/${event.id}/seating`;
  const fixed = people.filter((person) => person.fixed && person.tableId !== null);
  const name = (id: string | null) => tables.find((table) => table.id === id)?.name ?? '–';
  return (
    <section class="card box" aria-labelledby="fixed-title">
      <h3 id="fixed-title">{seats('fixedSeats')}</h3>
      <p class="hint">{seats('fixedLead')}</p>
      <form class="inline-form" method="post" action={path}>
        <input type="hidden" name="do" value="fix" />
        <label class="room-field short">
          <span>{text('people')}</span>
          <select name="person">
            {people.map(({ id, number }) => (
              <option key={id} value={id}>
                {text('person', { n: number })}
              </option>
            ))}
          </select>
        </label>
        <label class="room-field short">
          <span>{text('moveTo')}</span>
          <select name="table">
            {tables.map((table) => (
              <option key={table.id} value={table.id}>
                {table.name}
              </option>
            ))}
          </select>
        </label>
        <button class="btn ghost">{seats('fixSeat')}</button>
      </form>
      {fixed.length === 0 ? (
        <p class="facts">{seats('noFixed')}</p>
      ) : (
        <ul class="fixed-seats">
          {fixed.map(({ id, number, tableId }) => (
            <li key={id}>
              <form class="inline-form" method="post" action={path}>
                <input type="hidden" name="do" value="release" />
                <input type="hidden" name="person" value={id} />
                <span>
                  {text('person', { n: number })}: {name(tableId)}
                </span>
                <button class="btn ghost">
                  {seats('release')}
                  <span class="sr">: {text('person', { n: number })}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Rounds(props: SeatingPageProps): JSX.Element {
  const { rotation, people, tables, seats, text, study, event } = props;
  const { kind, rounds, repeats } = rotation;
  return (
    <section class="card box" aria-labelledby="rounds-title" id="rounds">
      <h3 id="rounds-title">{seats('rounds')}</h3>
      <p class="hint">{seats('roundsLead')}</p>
      <form
        class="inline-form"
        method="post"
        action={`/studies/${study.id}/room/${event.id}/seating`}
      >
        <input type="hidden" name="do" value="rotate" />
        <label class="room-field">
          <span>{seats('rounds')}</span>
          <select name="kind">
            <option value="static" selected={kind === 'static'}>
              {seats('stay')}
            </option>
            <option value="travelling" selected={kind === 'travelling'}>
              {seats('travel')}
            </option>
          </select>
        </label>
        <label class="room-field short">
          <span>{seats('howManyRounds')}</span>
          <input
            type="number"
            name="rounds"
            min={1}
            max={20}
            value={Math.max(3, rounds.length)}
            required
          />
        </label>
        <button class="btn ghost">{seats('plan')}</button>
      </form>
      {kind === 'static' ? (
        <p class="facts">{seats('staysNow')}</p>
      ) : (
        <>
          <p id="repeats">
            {repeats === 0 ? seats('noRepeats') : seats('repeats', { count: repeats })}
          </p>
          <p class="facts">{seats('lateRounds')}</p>
        </>
      )}
      {rounds.map(({ round, seats: seatOf }, at) => (
        <details key={round} open={at === 0}>
          <summary>{text('roundNow', { n: round })}</summary>
          <Groups
            {...{ text, tables, people }}
            tableOf={(person) => seatOf.get(person.id) ?? null}
          />
        </details>
      ))}
    </section>
  );
}
