import type { JSX } from 'preact';
import type { StudyVersion } from '../../src/db/change-study.ts';
import type { SayEditor } from '../text/editor/texts.ts';

/** A link under which the study can be tried out, and the answers that came through it. */
export function TestCard(props: {
  study: string;
  url: string;
  answers: number;
  copy: string;
  copied: string;
  say: SayEditor;
}): JSX.Element {
  const { study, url, answers, copy, copied, say } = props;
  return (
    <section class="card box" id="try">
      <h2>{say('testTitle')}</h2>
      <p>{say('testLead')}</p>
      <p class="inline">
        <a href={url} class="btn ghost">
          {say('testLink')}
        </a>
        <button type="button" class="btn ghost" data-copy={url} data-copied={copied}>
          {copy}
        </button>
      </p>
      <p>{answers === 0 ? say('testNone') : say('testAnswers', { count: answers })}</p>
      {answers > 0 && (
        <form method="post" action={`/studies/${study}/test-answers/delete`}>
          <button class="btn danger">{say('testDelete')}</button>
        </form>
      )}
    </section>
  );
}

/** The log of a study's versions: when, who, and what changed. */
export function VersionLog(props: {
  versions: readonly StudyVersion[];
  date: (moment: Date) => string;
  say: SayEditor;
}): JSX.Element | null {
  const { versions, date, say } = props;
  if (versions.length === 0) return null;
  return (
    <section class="card box">
      <h2>{say('versions')}</h2>
      <ol class="contents">
        {versions.map(({ version, madeAt, madeBy, changes, responses }) => (
          <li key={version}>
            <strong>{say('versionOf', { n: version, date: date(new Date(madeAt)) })}</strong>{' '}
            {madeBy && say('versionBy', { name: madeBy })} ·{' '}
            {say('versionAnswers', { count: responses })}
            <ul>
              {version === 1 && <li>{say('firstVersion')}</li>}
              {changes.map(({ kind, path, question = '', option }) => (
                <li key={`${kind} ${path.join('.')} ${option ?? ''}`}>
                  {say(kind === 'unranked' ? 'unrankedChange' : kind)}{' '}
                  {option ? `${question}: ${option}` : question || path.join('.')}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
