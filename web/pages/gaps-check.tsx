import type { JSX } from 'preact';
import type { ValidationDocument } from '../../src/http/gap-figures.ts';
import type { GapQuestions } from '../../src/survey/gaps/gap-questions.ts';
import type { GapsFrame } from './gaps-frame.ts';

/** The verdicts on all gaps with the votes, the rule, and the list that is ranked. */
export function GapsCheck({
  frame,
  questions,
  validation,
  by,
  segments,
}: {
  frame: GapsFrame;
  questions: GapQuestions;
  validation: ValidationDocument;
  by: string;
  segments: { id: string; name: string }[];
}): JSX.Element {
  const { study, tell, figures, mayRun, mayEdit } = frame;
  const { rule, points, slices } = validation;
  const path = `/studies/${study.id}/gaps`;
  const label = (value: number) => points.find((point) => point.value === value)?.label ?? '';
  const lowest = Math.min(...points.map(({ value }) => value));
  const shown = questions.ranking?.optionsFilter?.shown;
  const confirmed = slices[0]!.gaps.filter(({ state }) => state === 'confirmed');
  return (
    <section class="card box" aria-labelledby="check-title" id="check">
      <h2 id="check-title">{tell('check')}</h2>
      <p>
        {tell('rule', {
          share: figures.share(rule.minShare),
          n: rule.minAnswers,
          point: label(rule.value),
          other: label(lowest),
        })}
      </p>
      {mayEdit && (
        <form method="post" action={`${path}/rule`} class="filters">
          <label>
            <span>{tell('ruleShare')}</span>
            <input
              type="number"
              name="share"
              min={1}
              max={100}
              value={Math.round(rule.minShare * 100)}
              required
            />
          </label>
          <label>
            <span>{tell('ruleVotes')}</span>
            <input type="number" name="votes" min={1} value={rule.minAnswers} required />
          </label>
          <button class="btn ghost">{tell('saveRule')}</button>
        </form>
      )}
      <form class="filters" method="get" action={`${path}#check`}>
        <label>
          <span>{tell('by')}</span>
          <select name="by">
            <option value="">{tell('everyone')}</option>
            {segments.map(({ id, name }) => (
              <option key={id} value={id} selected={id === by}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button class="btn ghost">{tell('show')}</button>
      </form>
      {slices.map((slice) => (
        <div
          class="gaps-scroll"
          key={slice.key}
          tabIndex={0}
          role="region"
          aria-label={slice.label}
        >
          <h3>{slice.label}</h3>
          {slice.suppressed ? (
            <p class="facts">{tell('heldGroup')}</p>
          ) : (
            <table class="gaps-table">
              <thead>
                <tr>
                  <th scope="col">{tell('gap')}</th>
                  <th scope="col">{tell('verdict')}</th>
                  <th scope="col">{tell('shareYes')}</th>
                  <th scope="col">{tell('votes')}</th>
                </tr>
              </thead>
              <tbody>
                {slice.gaps.map(({ id, name, state, share, n, counts }) => (
                  <tr key={id}>
                    <th scope="row">{name}</th>
                    <td>
                      <span class={`tag gap-${state}`}>{tell(state)}</span>
                    </td>
                    <td>{share === null ? '–' : figures.share(share)}</td>
                    <td>
                      {n === null
                        ? tell('heldGroup')
                        : `${figures.plain(n)} (${counts!.map(figures.plain).join(' / ')})`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      ))}
      {questions.ranking && (
        <form method="post" action={path} class="gaps-form">
          <h3>{tell('rank')}</h3>
          <p>{shown ? tell('fixedShown', { count: shown.length }) : tell('allShown')}</p>
          {mayRun && (
            <>
              <ul class="texts">
                {slices[0]!.gaps.map(({ id, name }) => (
                  <li key={id}>
                    <label class="text">
                      <input
                        type="checkbox"
                        name="item"
                        value={id}
                        checked={
                          shown ? shown.includes(id) : confirmed.some((gap) => gap.id === id)
                        }
                      />
                      <span>{name}</span>
                    </label>
                  </li>
                ))}
              </ul>
              <p class="actions">
                <button class="btn primary" name="do" value="freeze">
                  {tell('freeze')}
                </button>
                {shown && (
                  <button class="btn ghost" name="do" value="unfreeze">
                    {tell('unfreeze')}
                  </button>
                )}
              </p>
            </>
          )}
        </form>
      )}
    </section>
  );
}
