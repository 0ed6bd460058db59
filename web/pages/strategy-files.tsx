import type { JSX } from 'preact';
import type { SayStrategy } from '../text/strategy-page/texts.ts';

/** Links to a strategy as files. */
export function StrategyFiles({
  address,
  query = '',
  tell,
}: {
  /** Without the ending: `/api/studies/…/strategy`. */
  address: string;
  query?: string;
  tell: SayStrategy;
}): JSX.Element {
  return (
    <p class="tool-actions strategy-files">
      <span>{tell('files')}:</span>
      {(['docx', 'md', 'json'] as const).map((ending) => (
        <a key={ending} href={`${address}.${ending}${query}`}>
          {tell(NAMES[ending])}
        </a>
      ))}
    </p>
  );
}

const NAMES = { docx: 'word', md: 'markdown', json: 'json' } as const;
