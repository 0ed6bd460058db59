import type { JSX } from 'preact';
import { WRITE_IN_LENGTH } from '../../src/survey/answer.ts';
import { update } from './app-state.ts';
import { Icon } from './icon.tsx';
import { most, orderOf } from './pick.ts';
import { QuestionHead } from './question-head.tsx';
import { answerRanking, itemLabel, tap, writeIn } from './ranking-moves.ts';
import type { RankingProps } from './ranking-view.tsx';
import { inShownOrder } from './shown-order.ts';

/** The first move: each tap gives the next number, a second tap takes it back. Nothing shifts. */
export function RankingPick({ app, question }: RankingProps): JSX.Element {
  const { say, state } = app;
  const { own, open, draft } = state;
  const { id, options = [], writeIns = 0, complete, min = 1 } = question;
  const answer = draft.answers[id];
  const order = orderOf(answer);
  const limit = most(question);
  const items = inShownOrder(question, draft.shown);
  const keys = [...items.map((option) => option.id), ...own];
  const count = options.length;
  const lead = complete
    ? say('tapAll', { count })
    : min === limit
      ? say('tapTop', { count: limit })
      : limit < count
        ? say('tapRange', { min, max: limit })
        : say('tapFrom', { min });
  const none = answer === 'no-opinion';
  return (
    <>
      <QuestionHead question={question} alone say={say} lead={lead} />
      <ul class="pool">
        {keys.map((key, index) => {
          const place = order.indexOf(key);
          const help = items[index]?.help;
          const item = itemLabel(question, key);
          return (
            <li key={key} lang={items[index]?.lang}>
              <div class="line">
                <button
                  type="button"
                  class="pick"
                  aria-pressed={place >= 0}
                  aria-disabled={place < 0 && order.length >= limit}
                  onClick={() => tap(app, question, key)}
                >
                  <span class="num" aria-hidden="true">
                    {place < 0 ? '' : place + 1}
                  </span>
                  <span>
                    {item}
                    {place >= 0 && <span class="sr">, {say('yourNumber', { n: place + 1 })}</span>}
                  </span>
                </button>
                {help && (
                  <button
                    type="button"
                    class="icon"
                    aria-label={say('explain', { item })}
                    aria-expanded={open === key}
                    onClick={() => update(app, { open: open === key ? '' : key })}
                  >
                    <Icon name="help" />
                  </button>
                )}
              </div>
              {help && open === key && <p class="more">{help}</p>}
            </li>
          );
        })}
      </ul>
      {own.length < writeIns && (
        <p class="own">
          <label for={`own-${id}`}>{say('ownItem')}</label>
          <span class="line">
            <input
              type="text"
              id={`own-${id}`}
              maxLength={WRITE_IN_LENGTH}
              autoComplete="off"
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                writeIn(app, question, event.currentTarget, keys);
              }}
            />
            <button
              type="button"
              class="btn ghost"
              onClick={({ currentTarget }) =>
                writeIn(app, question, currentTarget.previousSibling as HTMLInputElement, keys)
              }
            >
              {say('add')}
            </button>
          </span>
        </p>
      )}
      {question.noOpinion && (
        <button
          type="button"
          class="btn ghost wide"
          aria-pressed={none}
          onClick={() =>
            answerRanking(app, question, none ? undefined : 'no-opinion', say('noOpinion'))
          }
        >
          {none && <Icon name="tick" />}
          {say('noOpinion')}
        </button>
      )}
    </>
  );
}
