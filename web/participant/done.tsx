import type { JSX } from 'preact';
import type { App } from './app-state.ts';
import { Icon } from './icon.tsx';
import { pending } from './outbox.ts';
import { ReceiptCard, receiptPath } from './receipt-card.tsx';
import { changeSent, nextPerson } from './send.ts';

/** What became of the answers: on their way, waiting, refused, or there, with the receipt. */
export function Done({ app }: { app: App }): JSX.Element {
  const { data, say, state } = app;
  const { sent, failed, problem } = state;
  const receipt = sent?.receipt;
  const outcome = problem ? 'problem' : receipt ? 'arrived' : failed ? 'waiting' : 'sending';
  return (
    <main class="main end">
      <Seal outcome={outcome} />
      <h1 tabIndex={-1}>{say(outcome)}</h1>
      <p class="hint" lang={receipt && !problem ? data.study.langs?.thanks : undefined}>
        {problem || (receipt ? data.study.thanks : outcome === 'waiting' && say('waitingLead'))}
      </p>
      {receipt && (
        <ReceiptCard code={data.code} receipt={receipt} origin={location.origin} say={say} />
      )}
      <div class="actions">
        {receipt ? (
          <>
            <a class="btn ghost" href={receiptPath(data.code, receipt)}>
              {say('changeAnswers')}
            </a>
            <a class="withdraw" href={`${receiptPath(data.code, receipt)}/withdraw`}>
              {say('withdraw')}
            </a>
          </>
        ) : (
          sent &&
          pending(sent.id) && (
            <button type="button" class="btn ghost" onClick={() => changeSent(app)}>
              {say('changeAnswers')}
            </button>
          )
        )}
      </div>
      {data.seat ? (
        <a class="btn primary wide" href={data.seat.back.href}>
          {data.seat.back.label}
        </a>
      ) : (
        <>
          <p class="hint next">{say('nextLead')}</p>
          <button type="button" class="btn ghost" onClick={() => nextPerson(app)}>
            {say('next')}
          </button>
        </>
      )}
    </main>
  );
}

/** The sign above the last page. */
export function Seal({ outcome }: { outcome: string }): JSX.Element {
  return (
    <span class={`seal ${outcome}`}>
      <Icon name={outcome === 'arrived' ? 'tick' : 'alert'} size={34} />
    </span>
  );
}
