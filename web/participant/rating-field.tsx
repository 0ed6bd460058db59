import type { JSX } from 'preact';
import type { RatingAnswer } from '../../src/survey/answer.ts';
import { controlId, described, type FieldProps, Group } from './question-head.tsx';
import { DONT_KNOW } from './read-answer.ts';
import { inShownOrder } from './shown-order.ts';

/**
 * A rating matrix as one card a row. Up to four points carry their labels; more carry their
 * numbers, with the ends named beside them and the chosen one in words.
 */
export function RatingField(props: FieldProps): JSX.Element {
  const { question, answer, shown, study } = props;
  const { id, points = [], dontKnow } = question;
  const given = (answer ?? {}) as RatingAnswer;
  const numbered = points.length > 4;
  const choices = [
    ...points.map(({ value, ...point }) => ({ ...point, value: String(value) })),
    ...(dontKnow ? [{ value: DONT_KNOW, label: study.dontKnow, lang: study.langs?.dontKnow }] : []),
  ];
  return (
    <Group {...props}>
      {numbered && (
        <p class="ends">
          {points[0]!.value} = {points[0]!.label} · {points.at(-1)!.value} = {points.at(-1)!.label}
        </p>
      )}
      {inShownOrder(question, shown).map((row, index) => {
        const value = Object.hasOwn(given, row.id) ? String(given[row.id] ?? DONT_KNOW) : '';
        return (
          <fieldset key={row.id} class="rating">
            <legend lang={row.lang}>{row.label}</legend>
            {row.help && (
              <p class="hint" lang={row.lang}>
                {row.help}
              </p>
            )}
            <div class={numbered ? 'points numbered' : 'points'}>
              {choices.map((choice, place) => (
                <label
                  key={choice.value}
                  class={choice.value === DONT_KNOW ? 'unsure' : undefined}
                  lang={choice.lang}
                >
                  <input
                    type="radio"
                    class="sr"
                    name={`${id}.${row.id}`}
                    value={choice.value}
                    defaultChecked={value === choice.value}
                    {...(index + place === 0 ? { id: controlId(id), ...described(props) } : {})}
                  />
                  {numbered && choice.value !== DONT_KNOW ? (
                    <span>
                      {choice.value}
                      <i>{choice.label}</i>
                    </span>
                  ) : (
                    <span>{choice.label}</span>
                  )}
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
    </Group>
  );
}
