import type { ComponentChildren, JSX } from 'preact';
import type { SayDesigner } from '../text/designer/texts.ts';

interface JoinCardProps {
  /** As people read it: `K7P-42M`. */
  code: string;
  join: { url: string; short: string; qr: string };
  say: SayDesigner;
  children?: ComponentChildren;
}

/** How people get into a study: QR code, address and join code, large enough for a room. */
export function JoinCard({ code, join, say, children }: JoinCardProps): JSX.Element {
  const [first, second] = code.split('-');
  return (
    <section class="card box join" aria-labelledby="join-title">
      <div
        class="qr"
        role="img"
        aria-label={say('qrLabel', { address: join.url })}
        dangerouslySetInnerHTML={{ __html: join.qr }}
      />
      <div class="join-words">
        <h2 id="join-title">{say('join')}</h2>
        <p>{say('joinLead', { address: join.short })}</p>
        <p class="code">
          <span class="sr">{`${say('joinCode')}: ${[...code].join(' ')}`}</span>
          <span aria-hidden="true">
            {first}
            <span class="dash">-</span>
            {second}
          </span>
        </p>
        {children && <p class="actions">{children}</p>}
      </div>
    </section>
  );
}
