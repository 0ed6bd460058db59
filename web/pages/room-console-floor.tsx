import type { JSX } from 'preact';
import type { FloorQuestion } from '../../src/db/room/floor.ts';
import {
  floorOrder,
  type FloorStatus,
  nextStatuses,
  statusNow,
} from '../../src/survey/room/floor.ts';
import { plenaryTexts, type SayPlenary } from '../text/plenary/texts.ts';
import { type ConsoleProps, Do } from './room-console-form.tsx';

const GROUPS = {
  shown: 'groupShown',
  accepted: 'groupAccepted',
  new: 'groupNew',
  answered: 'groupAnswered',
  aside: 'groupAside',
} as const;

const TURNS = {
  accepted: 'accept',
  shown: 'putOnScreen',
  answered: 'markAnswered',
  aside: 'putAside',
} as const;

/** What is under way, and what has to be decided or is over. */
const COLUMNS: readonly (readonly FloorStatus[])[] = [
  ['shown', 'accepted'],
  ['new', 'answered', 'aside'],
];

/** Groups that are over: they are folded away. */
const OVER = new Set<FloorStatus>(['answered', 'aside']);

/** The queue of questions from the floor, as its moderators go through it. */
export function FloorPart(props: ConsoleProps): JSX.Element {
  const { overview, language, floor } = props;
  const tell = plenaryTexts(language);
  const { floor: isOpen } = overview.event.state;
  const questions = floorOrder(floor);
  const count = (status: FloorStatus) => floor.filter((one) => one.status === status).length;
  return (
    <section class="card box floor-part" id="floor-part" aria-labelledby="floor-title">
      <div class="floor-head">
        <h3 id="floor-title">{tell('floorTitle')}</h3>
        <p role="status" id="floor-new">
          {count('new') > 0 && (
            <span class="tag call">{tell('newCount', { count: count('new') })}</span>
          )}
        </p>
        <Do {...props} action="floor">
          <input type="hidden" name="open" value={isOpen ? 'no' : 'yes'} />
          <button class="btn ghost">{tell(isOpen ? 'closeFloor' : 'openFloor')}</button>
        </Do>
      </div>
      <p class="hint">
        {questions.length === 0
          ? tell('noQuestions', { link: tell('askTitle') })
          : tell(isOpen ? 'floorLead' : 'floorClosed')}
      </p>
      <div class="floor-groups">
        {COLUMNS.map((column, index) => (
          <div key={index} id={`floor-column-${index}`}>
            {column.filter(count).map((status) => (
              <Group
                key={status}
                {...props}
                {...{ status, tell }}
                questions={questions.filter((one) => one.status === status)}
              />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function Group(
  props: ConsoleProps & {
    status: FloorStatus;
    questions: FloorQuestion[];
    tell: SayPlenary;
  },
): JSX.Element {
  const { status, questions, tell } = props;
  const { screen, question: ranking } = props.overview.event.state;
  const isElsewhere = status !== statusNow(status, screen);
  const title = `${tell(isElsewhere ? 'groupChosen' : GROUPS[status])} (${questions.length})`;
  const list = (
    <ul class="floor-list">
      {questions.map((question, index) => (
        <Question
          key={question.id}
          {...props}
          {...{ question, tell }}
          at={[index, questions.length]}
        />
      ))}
    </ul>
  );
  return OVER.has(status) ? (
    <details id={`floor-${status}`}>
      <summary>{title}</summary>
      {list}
    </details>
  ) : (
    <div id={`floor-${status}`}>
      <h4>{title}</h4>
      {list}
      {isElsewhere && (
        <Do {...props} action="screen">
          <input type="hidden" name="screen" value="questions" />
          {ranking && <input type="hidden" name="question" value={ranking} />}
          <button class="btn primary">{tell('putOnScreen')}</button>
        </Do>
      )}
    </div>
  );
}

function Question(
  props: ConsoleProps & { question: FloorQuestion; tell: SayPlenary; at: [number, number] },
): JSX.Element {
  const { question, tell, at } = props;
  const { id, number, text, status, support, revision } = question;
  const [place, length] = at;
  const turn = (to: Exclude<FloorStatus, 'new'>) => (
    <button
      key={to}
      name="to"
      value={to}
      class={`btn ${to === 'shown' || (to === 'accepted' && status === 'new') ? 'primary' : 'ghost'}`}
    >
      {tell(to === 'accepted' && status !== 'new' ? 'putBack' : TURNS[to])}
      <span class="sr">: {text}</span>
    </button>
  );
  return (
    <li id={`floor-${id}`} class={statusNow(status, props.overview.event.state.screen)}>
      <p class="asked">
        <span>{text}</span>
        <small>
          #{number}
          {support > 0 && ` · ${tell('supportCount', { count: support })}`}
        </small>
      </p>
      <Do {...props} action="floor-question" class="buttons">
        <input type="hidden" name="question" value={id} />
        <input type="hidden" name="seen" value={revision} />
        {nextStatuses(status).map((to) => turn(to as Exclude<FloorStatus, 'new'>))}
        {status === 'accepted' && length > 1 && (
          <span class="moves">
            {(['up', 'down'] as const).map((move) => (
              <button
                key={move}
                name="move"
                value={move}
                class="btn ghost"
                disabled={move === 'up' ? place === 0 : place === length - 1}
              >
                {tell(move === 'up' ? 'earlier' : 'later')}
                <span class="sr">: {text}</span>
              </button>
            ))}
          </span>
        )}
      </Do>
    </li>
  );
}
