import type { JSX } from 'preact';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import type { LocalStudy } from '../../src/survey/local-study.ts';
import type { Say } from '../text/participant/texts.ts';

/** What the study is about, what happens to the answers, and the button that agrees to it. */
export function Welcome(props: {
  study: LocalStudy;
  code: string;
  say: Say;
  /** A warning above everything, such as that the study is an example. */
  note?: string | undefined;
  /** Until when answers are taken, or how a personal link works. */
  facts?: readonly string[];
  /** Events that have a public page. */
  events?: readonly { name: string; path: string }[];
}): JSX.Element {
  const { study, code, say, note, facts = [], events = [] } = props;
  const { language, title, intro, consent, acknowledgement, langs } = study;
  return (
    <>
      <main class="main">
        {note && <p class="note">{note}</p>}
        <h1 tabIndex={-1} lang={langs?.title}>
          {title}
        </h1>
        <p class="hint" lang={langs?.intro}>
          {intro}
        </p>
        <p class="card consent" lang={langs?.consent}>
          {consent}
        </p>
        {facts.map((fact) => (
          <p key={fact} class="minor">
            {fact}
          </p>
        ))}
        {events.map(({ name, path }) => (
          <p key={path} class="minor">
            <a href={`${path}?lang=${language}`}>{name}</a>
          </p>
        ))}
        {acknowledgement && <p class="minor">{acknowledgement}</p>}
        <p class="minor">
          <a href={`/j/${formatJoinCode(code)}/receipt?lang=${language}`}>{say('haveReceipt')}</a>
        </p>
      </main>
      <div class="bar">
        <button class="btn primary" name="go" value="start">
          {say('start')}
        </button>
      </div>
    </>
  );
}
