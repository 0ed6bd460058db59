import type { JSX } from 'preact';
import type { Say } from '../text/participant/texts.ts';
import { Icon } from './icon.tsx';

interface HeaderProps {
  title: string;
  say: Say;
  /** Whether the phone keeps what is answered; undefined where there is nothing to keep. */
  saved?: boolean | undefined;
  offline?: boolean;
  progress?: { n: number; of: number } | undefined;
}

/** The study's name, whether the answers are safe, and how far they have come. */
export function Header({ title, say, saved, offline, progress }: HeaderProps): JSX.Element {
  return (
    <header class="top">
      <div class="row">
        <b>{title}</b>
        {saved !== undefined && (
          <span class="saved">
            <Icon name={saved ? 'tick' : 'alert'} size={16} />
            {say(saved ? 'saved' : 'notSaved')}
          </span>
        )}
      </div>
      {progress && (
        <div class="steps" aria-hidden="true">
          {Array.from({ length: progress.of }, (_, index) => (
            <i
              key={index}
              class={index + 1 < progress.n ? 'done' : index + 1 === progress.n ? 'now' : undefined}
            />
          ))}
        </div>
      )}
      {offline && (
        <p class="offline">
          <Icon name="alert" size={16} />
          {say('offline')}
        </p>
      )}
    </header>
  );
}
