import type { JSX } from 'preact';
import { primaryQuestion } from '../../src/survey/results-query.ts';
import { presents } from '../../src/survey/room/presenting.ts';
import { type Screen, SCREENS, stepped } from '../../src/survey/room/room-state.ts';
import { plenaryTexts } from '../text/plenary/texts.ts';
import { type ConsoleProps, Do } from './room-console-form.tsx';

/** What the big screen shows, what it hides, and which table presents. */
export function ScreenPart(props: ConsoleProps): JSX.Element {
  const { study, overview, text, language, rankings, mayRun } = props;
  const { event } = overview;
  const { screen, revealed, question, round, stage, open } = event.state;
  const isIdle = stage === 'running' && open.individual.length + open.table.length === 0;
  const tell = plenaryTexts(language);
  const asked = question ?? primaryQuestion(study.definition).id;
  const names: Record<Screen, string> = {
    join: text('showJoin'),
    instructions: tell('showInstructions'),
    ranking: text('showRanking'),
    tables: tell('showTables'),
    compare: tell('showCompare'),
    changed: tell('showChanged'),
    questions: tell('showQuestions'),
  };
  return (
    <section class="card box screen-part" aria-labelledby="screen-title" id="screen-part">
      <h3 id="screen-title">{text('bigScreen')}</h3>
      <a class="btn ghost" href={`/studies/${study.id}/room/${event.id}/screen`}>
        {text('openScreen')}
      </a>
      {mayRun && (
        <>
          <Do {...props} action="screen" class="screen-choice">
            <label class="room-field">
              <span>{text('whichRanking')}</span>
              <select name="question">
                {rankings.map(({ id, title }) => (
                  <option key={id} value={id} selected={id === asked}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
            <div class="buttons">
              {SCREENS.map((one) => (
                <button
                  key={one}
                  id={`show-${one}`}
                  name="screen"
                  value={one}
                  class={`btn ${screen === one ? 'primary' : 'ghost'}`}
                  aria-pressed={screen === one}
                >
                  {names[one]}
                </button>
              ))}
            </div>
          </Do>
          {(screen === 'tables' || screen === 'compare') && <Presenting {...props} />}
          <Do {...props} action={revealed ? 'hide' : 'reveal'}>
            <button class="btn ghost">{text(revealed ? 'hide' : 'reveal')}</button>
          </Do>
        </>
      )}
      <p class="hint">{text(revealed ? 'revealedLead' : 'hiddenLead')}</p>
      <div class="round-line">
        <p class="facts">{text('roundNow', { n: round })}</p>
        {mayRun && (
          <Do {...props} action="round">
            <input type="hidden" name="round" value={round + 1} />
            <button class="btn ghost">{text('nextRound', { n: round + 1 })}</button>
          </Do>
        )}
      </div>
      {mayRun && round > 1 && (
        <Do {...props} action="round">
          <input type="hidden" name="round" value={round - 1} />
          <button class="text-button">{text('backToRound', { n: round - 1 })}</button>
        </Do>
      )}
      {mayRun && round > 1 && isIdle && (
        <p class="hint" id="nothing-open">
          {text('nothingOpen', { part: text('openNow') })}
        </p>
      )}
    </section>
  );
}

/** Stepping through the tables; only here the presenter's name is read. */
function Presenting(props: ConsoleProps): JSX.Element | null {
  const { overview, language, presenters } = props;
  const { state } = overview.event;
  const tell = plenaryTexts(language);
  const tables = overview.tables.filter(({ table }) => presents(table)).map(({ table }) => table);
  const ids = tables.map(({ id }) => id);
  const now = tables[Math.max(0, state.table === null ? 0 : ids.indexOf(state.table))];
  if (!now) return null;
  const isOne = state.screen === 'tables';
  const step = (by: 1 | -1) => (
    <Do {...props} action="step">
      <input type="hidden" name="by" value={by} />
      <button class="btn ghost" id={`step-${by}`} disabled={stepped(state, ids, by) === null}>
        {tell(by > 0 ? 'next' : 'previous')}
      </button>
    </Do>
  );
  const presenter = presenters.get(now.id);
  return (
    <div class="presenting" id="presenting">
      {isOne && (
        <p>
          <strong>{now.name}</strong>
          <small>{tell('presentsNow', { n: ids.indexOf(now.id) + 1, of: ids.length })}</small>
        </p>
      )}
      <div class="buttons">
        {step(-1)}
        {step(1)}
      </div>
      {!isOne && <p class="hint">{tell('compareLead', { button: tell('showCompare') })}</p>}
      {isOne && (
        <>
          <Do {...props} action="screen" class="inline-form">
            <input type="hidden" name="screen" value="tables" />
            {state.question && <input type="hidden" name="question" value={state.question} />}
            <label class="room-field">
              <span>{tell('whichTable')}</span>
              <select name="table">
                {tables.map(({ id, name }) => (
                  <option key={id} value={id} selected={id === now.id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <button class="btn ghost">{tell('show')}</button>
          </Do>
          <p class="presenter">
            {presenter ? tell('presents', { name: presenter }) : tell('nobodyPresents')}
            {presenter && <small>{tell('presentsLead')}</small>}
          </p>
          <p class="hint">{tell('tablesLead')}</p>
        </>
      )}
    </div>
  );
}
