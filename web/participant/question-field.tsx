import type { JSX } from 'preact';
import type { LocalOption } from '../../src/survey/local-study.ts';
import { countryOptions } from './country-options.ts';
import { controlId, described, type FieldProps, Group, QuestionHead } from './question-head.tsx';
import { RatingField } from './rating-field.tsx';
import { WRITE_IN } from './read-answer.ts';
import { inShownOrder } from './shown-order.ts';

/** A question with native controls, the same with and without a script; not for rankings. */
export function QuestionField(props: FieldProps): JSX.Element {
  const { question } = props;
  const { kind } = question;
  if (kind === 'rating-matrix') return <RatingField {...props} />;
  if (question.countries) return <CountryField {...props} />;
  if (kind === 'number' || kind.endsWith('text')) return <TextField {...props} />;
  return <ChoiceField {...props} />;
}

function ChoiceField(props: FieldProps): JSX.Element {
  const { question, answer, shown, say } = props;
  const { id, kind, points, writeIns } = question;
  const many = kind === 'multiple';
  const options: LocalOption[] = points
    ? points.map(({ value, ...point }) => ({ ...point, id: String(value) }))
    : inShownOrder(question, shown);
  const given = answer as { id?: string; writeIn?: string } | undefined;
  const written = given?.writeIn;
  const chosen = many
    ? ((answer as string[] | undefined) ?? [])
    : [written === undefined ? String(answer ?? '') : (given?.id ?? WRITE_IN)];
  const rows = writeIns && !many ? [...options, { id: WRITE_IN, label: say('other') }] : options;
  return (
    <Group {...props}>
      <ul class="options">
        {rows.map((option, index) => {
          const control = index === 0 ? controlId(id) : `${controlId(id)}-${index}`;
          const asks = option.id === WRITE_IN || ('writeIn' in option && option.writeIn);
          return (
            <li key={option.id} lang={'lang' in option ? option.lang : undefined}>
              <label class="option">
                <input
                  type={many ? 'checkbox' : 'radio'}
                  id={control}
                  name={id}
                  value={option.id}
                  defaultChecked={chosen.includes(option.id)}
                  {...(index === 0 ? described(props) : {})}
                />
                <span>
                  {option.label}
                  {'help' in option && option.help && <small>{option.help}</small>}
                </span>
              </label>
              {asks && (
                <label class="write-in">
                  {say('specify')}
                  <input
                    type="text"
                    name={`${id}.${option.id}`}
                    maxLength={80}
                    defaultValue={chosen.includes(option.id) ? (written ?? '') : ''}
                  />
                </label>
              )}
            </li>
          );
        })}
      </ul>
      {!many && !question.required && (answer !== undefined || !props.live) && (
        <button
          type={props.live ? 'button' : 'submit'}
          class="change"
          name="go"
          value={`clear:${id}`}
          onClick={props.live ? clear : undefined}
        >
          {say('clear')}
        </button>
      )}
    </Group>
  );
}

/** Takes the choice out of a button's group, and leads back to where another can be made. */
function clear({ currentTarget }: Event): void {
  const controls = (currentTarget as HTMLElement).parentElement!.querySelectorAll('input');
  for (const control of controls) {
    control.checked = false;
    if (control.type === 'text') control.value = '';
  }
  controls[0]?.focus();
  controls[0]?.dispatchEvent(new Event('change', { bubbles: true }));
}

function CountryField(props: FieldProps): JSX.Element {
  const { question, answer, study, say } = props;
  const { likely, all } = countryOptions(study.language);
  const option = ({ code, name }: { code: string; name: string }) => (
    <option key={code} value={code}>
      {name}
    </option>
  );
  return (
    <div class="question">
      <QuestionHead {...props} label />
      <select
        id={controlId(question.id)}
        name={question.id}
        value={typeof answer === 'string' ? answer : ''}
        {...described(props)}
      >
        <option value="">{say('country')}</option>
        <optgroup label={say('suggested')}>{likely.map(option)}</optgroup>
        <optgroup label={say('allCountries')}>
          {all.filter(({ code }) => likely.every((other) => other.code !== code)).map(option)}
        </optgroup>
      </select>
    </div>
  );
}

const UNITS = ['hours', 'weeks', 'percent', 'people'] as const;

function TextField(props: FieldProps): JSX.Element {
  const { question, answer, live, say } = props;
  const { id, kind, maxLength, repeat = 1, step = 1, min = -1 } = question;
  const texts = Array.isArray(answer) ? answer.map(String) : [String(answer ?? '')];
  const filled = texts.findLastIndex((text) => text.trim()) + 1;
  const count = live ? Math.min(repeat, filled + 1) : repeat;
  const unit = UNITS.find((name) => name === question.unit);
  return (
    <div class="question" lang={question.lang}>
      <QuestionHead {...props} label />
      {Array.from({ length: count }, (_, index) => {
        const text = texts[index] ?? '';
        const common = {
          id: index === 0 ? controlId(id) : `${controlId(id)}-${index}`,
          name: id,
          defaultValue: text,
          ...described(props),
          ...(index > 0 && { 'aria-label': say('answerNumber', { n: index + 1 }) }),
        };
        if (kind === 'number') {
          const inputMode = step % 1 || min % 1 ? 'decimal' : 'numeric';
          return (
            <span key={index} class="number">
              <input type="text" inputMode={inputMode} autoComplete="off" {...common} />
              {unit && <span>{say(unit)}</span>}
            </span>
          );
        }
        return (
          <div key={index} class="text">
            {kind === 'long-text' ? (
              <textarea rows={repeat > 1 ? 2 : 4} {...common} />
            ) : (
              <input type="text" autoComplete="off" {...common} />
            )}
            {maxLength && (live || index === 0) && (
              <p class="hint">{say('left', { count: maxLength - text.trim().length })}</p>
            )}
          </div>
        );
      })}
    </div>
  );
}
