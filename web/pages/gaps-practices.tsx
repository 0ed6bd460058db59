import type { JSX } from 'preact';
import type { Practice } from '../../src/db/gaps/practices.ts';
import { PRACTICE_STATUSES, type PracticeFacts } from '../../src/survey/gaps/practice.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import type { GapsFrame } from './gaps-frame.ts';

/** The register of good practice, with a form for each entry and for another one. */
export function GapsPractices({ frame }: { frame: GapsFrame }): JSX.Element {
  const { study, tell, practices, mayRun } = frame;
  const code = formatJoinCode(study.joinCode);
  return (
    <section class="card box" aria-labelledby="practices-title" id="practices">
      <h2 id="practices-title">{tell('practices')}</h2>
      <p>{tell('practicesLead')}</p>
      {practices.length === 0 && <p>{tell('noPractices')}</p>}
      {practices.map((practice) => (
        <article key={practice.id}>
          <h3>
            {practice.facts.title} <span class="tag">{tell(practice.status)}</span>
          </h3>
          <Facts frame={frame} facts={practice.facts} />
          {mayRun && (
            <details>
              <summary>
                {tell('edit')}
                <span class="sr">: {practice.facts.title}</span>
              </summary>
              <PracticeForm frame={frame} practice={practice} />
            </details>
          )}
        </article>
      ))}
      {mayRun && <Named frame={frame} />}
      {mayRun && (
        <details>
          <summary>{tell('add')}</summary>
          <PracticeForm frame={frame} practice={null} />
        </details>
      )}
      <p>
        <a href={`/api/join/${code}/practices.csv`}>{tell('csv')}</a>{' '}
        <a href={`/api/join/${code}/practices`}>JSON</a>
      </p>
    </section>
  );
}

/** What people named as good practice, to be taken over with one click. */
function Named({ frame }: { frame: GapsFrame }): JSX.Element | null {
  const { study, tell, named } = frame;
  if (named.length === 0) return null;
  const { minCell } = study.definition.privacy;
  const answers = named.flatMap(({ question, answers: all }) =>
    all.map((one) => ({ question, ...one })),
  );
  return (
    <details open={answers.length > 0 && answers.length <= MOST_OPEN}>
      <summary>
        {tell('takeOverLead')} ({answers.length})
      </summary>
      <p>{tell('takeOverHow')}</p>
      {answers.length === 0 && (
        <p class="facts">
          {named.every(({ held }) => held)
            ? tell('takeOverHeld', { least: minCell })
            : tell('takenNone')}
        </p>
      )}
      <ul class="practice-answers">
        {answers.slice(0, MOST_SHOWN).map(({ question, key, facts }) => (
          <li key={`${question}:${key}`}>
            <p>{facts.what}</p>
            <form method="post" action={`/studies/${study.id}/gaps/practices/take`}>
              <input type="hidden" name="question" value={question} />
              <input type="hidden" name="key" value={key} />
              <button class="btn ghost">
                {tell('takeOver')}
                <span class="sr">: {facts.title}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** More answers than these begin folded; more than the others wait until some are taken. */
const MOST_OPEN = 5;
const MOST_SHOWN = 100;

const TEXTS = [
  ['title', 'practiceTitle', 150],
  ['owner', 'owner', 150],
  ['place', 'place', 150],
  ['what', 'what', 2000],
  ['scaleNow', 'scaleNow', 300],
  ['factors', 'factors', 1000],
] as const;

const SCORES = [
  ['replicability', 'replicabilityEvidence'],
  ['scalability', 'scalabilityEvidence'],
] as const;

function Facts({ frame, facts }: { frame: GapsFrame; facts: PracticeFacts }): JSX.Element {
  const { tell, figures } = frame;
  const lines: [string, string][] = [
    ...TEXTS.slice(1).map(([key, label]): [string, string] => [tell(label), facts[key]]),
    [tell('reached'), facts.reached === null ? '' : figures.plain(facts.reached)],
    ...SCORES.map(([key, evidence]): [string, string] => [
      tell(key),
      [facts[key] ?? '', facts[evidence]].filter((part) => part !== '').join(' – '),
    ]),
  ];
  return (
    <dl class="gaps-facts">
      {lines
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function PracticeForm({
  frame,
  practice,
}: {
  frame: GapsFrame;
  practice: Practice | null;
}): JSX.Element {
  const { study, tell } = frame;
  const facts = practice?.facts;
  return (
    <form method="post" action={`/studies/${study.id}/gaps/practices`} class="merge">
      <input type="hidden" name="practice" value={practice?.id ?? ''} />
      <input type="hidden" name="revision" value={practice?.revision ?? 0} />
      {TEXTS.map(([key, label, most]) => (
        <label key={key}>
          <span>{tell(label)}</span>
          <input
            name={key}
            maxLength={most}
            value={facts?.[key] ?? ''}
            required={key === 'title' || key === 'owner'}
            autocomplete="off"
          />
        </label>
      ))}
      <label>
        <span>{tell('reached')}</span>
        <input type="number" name="reached" min={0} value={facts?.reached ?? ''} />
      </label>
      {SCORES.map(([key, evidence]) => (
        <fieldset key={key}>
          <legend>{tell(key)}</legend>
          <label>
            <span>1–5</span>
            <input type="number" name={key} min={1} max={5} value={facts?.[key] ?? ''} />
          </label>
          <label>
            <span>{tell('evidence')}</span>
            <input name={evidence} maxLength={1000} value={facts?.[evidence] ?? ''} />
          </label>
        </fieldset>
      ))}
      <label>
        <span>{tell('status')}</span>
        <select name="status">
          {PRACTICE_STATUSES.map((status) => (
            <option key={status} value={status} selected={status === practice?.status}>
              {tell(status)}
            </option>
          ))}
        </select>
      </label>
      <button class="btn primary">{tell('save')}</button>
    </form>
  );
}
