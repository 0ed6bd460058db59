import type { JSX } from 'preact';
import type { Answers } from '../../src/survey/answer.ts';
import type { LocalStudy } from '../../src/survey/local-study.ts';
import { Seal } from '../participant/done.tsx';
import { ReceiptCard, receiptPath } from '../participant/receipt-card.tsx';
import { Review } from '../participant/review.tsx';
import type { Voice } from './participant-page.tsx';

/** A person's own answers, found by the receipt: to see, and while the study is open to change. */
export function ReceiptPage(props: {
  study: LocalStudy;
  code: string;
  receipt: string;
  origin: string;
  answers: Answers;
  open: boolean;
  /** Just sent: thanks come first. */
  sent: boolean;
  voice: Voice;
  /** The form's state, for those without a script. */
  state: string;
}): JSX.Element {
  const { study, code, receipt, origin, answers, open, sent, voice, state } = props;
  const { say, sayPage, language } = voice;
  const path = receiptPath(code, receipt);
  return (
    <form class="flow" method="post" action={path}>
      <input type="hidden" name="state" value={state} />
      <input type="hidden" name="lang" value={language} />
      <main class="main">
        {sent && <Seal outcome="arrived" />}
        <h1>{sent ? say('arrived') : sayPage('yourAnswers')}</h1>
        <p class="hint" lang={open ? study.langs?.thanks : undefined}>
          {open ? study.thanks : sayPage('closedAnswers')}
        </p>
        <ReceiptCard code={code} receipt={receipt} origin={origin} say={say} still={!open} />
        <Review study={study} answers={answers} say={say} />
        {open && (
          <p class="actions">
            <a class="withdraw" href={`${path}/withdraw?lang=${language}`}>
              {say('withdraw')}
            </a>
          </p>
        )}
        {sent && (
          <p class="minor">
            <a href={`/j/${code}?lang=${language}`}>{say('next')}</a>
          </p>
        )}
      </main>
      {open && (
        <div class="bar">
          <button class="btn primary" name="go" value="review">
            {sayPage('changeMine')}
          </button>
        </div>
      )}
    </form>
  );
}
