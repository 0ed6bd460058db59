import type { JSX } from 'preact';
import { WRITE_IN_LENGTH } from '../../src/survey/answer.ts';
import type { LocalQuestion } from '../../src/survey/local-study.ts';
import { most } from '../participant/pick.ts';
import { controlId, described, QuestionHead } from '../participant/question-head.tsx';
import { inShownOrder, type Shown } from '../participant/shown-order.ts';
import type { Say, SayPage } from '../text/participant/texts.ts';

type Item = string | { writeIn: string };

/** A ranking without a script: a menu of numbers beside each item, in the respondent's own order. */
export function PlainRanking(props: {
  question: LocalQuestion;
  answer: unknown;
  shown: Shown;
  issue: string | undefined;
  say: Say;
  sayPage: SayPage;
}): JSX.Element {
  const { question, answer, shown, issue, say, sayPage } = props;
  const { id, writeIns = 0 } = question;
  const groups = (Array.isArray(answer) ? answer : []) as Item[][];
  const written = groups.flat().filter((item) => typeof item !== 'string');
  const numbers = Array.from({ length: most(question) }, (_, index) => index + 1);
  const placeOf = (test: (item: Item) => boolean) =>
    groups.findIndex((group) => group.some(test)) + 1;
  const menu = (name: string, place: number, more: object) => (
    <select name={name} value={place > 0 ? String(place) : ''} {...more}>
      <option value="">–</option>
      {numbers.map((number) => (
        <option key={number} value={String(number)}>
          {number}
        </option>
      ))}
    </select>
  );
  return (
    <>
      <QuestionHead
        question={question}
        issue={issue}
        alone
        say={say}
        lead={sayPage('numberEach')}
      />
      <ul class="pool plain">
        {inShownOrder(question, shown).map((option, index) => {
          const control = index === 0 ? controlId(id) : `${controlId(id)}-${index}`;
          const first = index === 0 ? described({ question, issue, say }) : {};
          return (
            <li key={option.id} class="line" lang={option.lang}>
              {menu(
                `${id}.${option.id}`,
                placeOf((item) => item === option.id),
                {
                  id: control,
                  ...first,
                },
              )}
              <label for={control}>
                {option.label}
                {option.help && <small>{option.help}</small>}
              </label>
            </li>
          );
        })}
        {Array.from({ length: writeIns }, (_, index) => {
          const text = written[index];
          const name = `${id}.+${index + 1}`;
          return (
            <li key={name} class="line">
              {menu(`${name}.number`, text ? placeOf((item) => item === text) : 0, {
                'aria-label': sayPage('ownItemNumber'),
              })}
              <label>
                {say('ownItem')}
                <input
                  type="text"
                  name={name}
                  maxLength={WRITE_IN_LENGTH}
                  value={text ? text.writeIn : ''}
                />
              </label>
            </li>
          );
        })}
      </ul>
      {question.noOpinion && (
        <label class="option">
          <input
            type="checkbox"
            name={id}
            value="no-opinion"
            defaultChecked={answer === 'no-opinion'}
          />
          {say('noOpinion')}
        </label>
      )}
    </>
  );
}
