import type { JSX } from 'preact';
import type { SayResults } from '../text/results/texts.ts';

interface HowProps {
  /** Sentences: the formula in words, who counts, what was left out and why, where it is from. */
  lines: readonly string[];
  /** What it explains, for those who hear the page. */
  of: string;
  say: SayResults;
}

/** How a figure is worked out, on demand: opens by keyboard and without script. */
export function How({ lines, of, say }: HowProps): JSX.Element {
  return (
    <details class="how">
      <summary>
        {say('how')} <span class="sr">{of}</span>
      </summary>
      <div class="how-text">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </details>
  );
}
