import type { JSX } from 'preact';
import type { LocalQuestion } from '../../src/survey/local-study.ts';
import type { TypedProblem } from '../../src/survey/paper/typed-answer.ts';
import type { SayPaper } from '../text/paper/texts.ts';

/** One question of a sheet as it is typed in: one field, and the numbers that stand on the paper. */
export function PaperQuestion(props: {
  question: LocalQuestion;
  value: string;
  problem: string | undefined;
  tell: SayPaper;
}): JSX.Element {
  const { question, value, problem, tell } = props;
  const { id, title, kind, lang } = question;
  const field = `a-${id}`;
  const described = [`${field}-how`, ...(problem ? [`${field}-problem`] : [])].join(' ');
  const common = {
    id: field,
    name: `a.${id}`,
    'aria-describedby': described,
    'aria-invalid': problem ? ('true' as const) : undefined,
    autocomplete: 'off',
    'data-typed': id,
  };
  const isLong = kind === 'long-text' || question.repeat !== undefined;
  return (
    <div class="typed">
      <label for={field} lang={lang}>
        {title}
      </label>
      <p class="hint" id={`${field}-how`}>
        {howTyped(question, tell)}
      </p>
      {isLong ? (
        <textarea {...common} rows={3} maxLength={20_000}>
          {value}
        </textarea>
      ) : (
        <input {...common} value={value} maxLength={2000} spellcheck={kind === 'short-text'} />
      )}
      {problem && (
        <p class="typed-problem" id={`${field}-problem`}>
          {problem}
        </p>
      )}
      <p class="echo" data-echo={id} aria-live="polite" />
      <Numbers question={question} />
    </div>
  );
}

/** What the numbers of the paper stand for. */
function Numbers({ question }: { question: LocalQuestion }): JSX.Element | null {
  const { id, kind, options = [], rows = [], points = [] } = question;
  if (kind === 'rating-matrix') {
    return (
      <>
        <ol class="numbers">
          {rows.map((row) => (
            <li key={row.id} lang={row.lang}>
              {row.label}
            </li>
          ))}
        </ol>
        <p class="points">{points.map(({ value, label }) => `${value} = ${label}`).join(' · ')}</p>
      </>
    );
  }
  if (points.length > 0) {
    return (
      <p class="points">{points.map(({ value, label }) => `${value} = ${label}`).join(' · ')}</p>
    );
  }
  if (options.length === 0) return null;
  return (
    <ol class="numbers" data-pick={id}>
      {options.map((option) => (
        <li key={option.id} lang={option.lang}>
          {option.label}
        </li>
      ))}
    </ol>
  );
}

function howTyped(question: LocalQuestion, tell: SayPaper): string {
  const { kind, ties, writeIns, noOpinion, countries, options = [], dontKnow, repeat } = question;
  const own = Boolean(writeIns) || options.some((option) => option.writeIn);
  switch (kind) {
    case 'ranking':
      return [
        tell('howRanking'),
        ...(ties ? [tell('howTies')] : []),
        ...(own ? [tell('howOwn')] : []),
        ...(noOpinion ? [tell('howNone')] : []),
      ].join(' · ');
    case 'single':
      if (countries) return tell('howCountry');
      return [tell('howSingle'), ...(own ? [tell('howOwn')] : [])].join(' · ');
    case 'multiple':
      return tell('howMultiple');
    case 'scale':
      return tell('howSingle');
    case 'rating-matrix':
      return [tell('howRating'), ...(dontKnow ? [tell('howUnknown')] : [])].join(' · ');
    case 'number':
      return tell('howNumber');
    case 'short-text':
    case 'long-text':
      return repeat ? tell('howLines') : tell('ownWords');
  }
}

/** Why what was typed is no answer, in words. */
export function typedProblem(problem: TypedProblem, tell: SayPaper): string {
  switch (problem.code) {
    case 'no-such-number':
      return tell('noSuchNumber', { typed: problem.typed, most: problem.most });
    case 'unreadable':
      return tell('unreadable', { typed: problem.typed });
    case 'too-many-rows':
      return tell('tooManyRows', { most: problem.most });
  }
}
