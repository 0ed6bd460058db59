import type { JSX } from 'preact';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import type { Say } from '../text/participant/texts.ts';

/** The address at which somebody finds their own answers again. */
export function receiptPath(code: string, receipt: string): string {
  return `/r/${formatJoinCode(code)}/${receipt}`;
}

/** The receipt code, the private link as text and as QR code. */
export function ReceiptCard(props: {
  code: string;
  receipt: string;
  /** Such as `https://plenary.example`. */
  origin: string;
  say: Say;
  /** No script is there to carry the button out. */
  still?: boolean;
}): JSX.Element {
  const { code, receipt, origin, say, still } = props;
  const path = receiptPath(code, receipt);
  return (
    <section class="card receipt">
      <div>
        <h2>{say('receipt')}</h2>
        <p class="code">{receipt}</p>
        <p>
          <a href={path}>{say('yourLink')}</a>
        </p>
        {!still && (
          <button type="button" class="btn ghost copy" data-copy={origin + path}>
            {say('copy')}
          </button>
        )}
      </div>
      <img src={`${path}/qr.svg`} alt={say('qr')} width="132" height="132" />
    </section>
  );
}
