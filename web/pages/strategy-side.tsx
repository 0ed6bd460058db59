import type { JSX } from 'preact';
import { outlineOf } from '../../src/survey/strategy/document-outline.ts';
import { documentWords } from '../../src/survey/strategy/document-words.ts';
import type { StrategyDocument } from '../../src/survey/strategy/strategy-document.ts';

/** The contents of a strategy, which stay beside it on a wide screen. */
export function StrategySide({ document }: { document: StrategyDocument }): JSX.Element {
  const say = documentWords(document.language);
  return (
    <nav class="strategy-side" aria-labelledby="strategy-side" lang={document.language}>
      <p id="strategy-side">{say('contents')}</p>
      <ol>
        {outlineOf(document).parts.map(({ part, number, anchor }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>
              <span class="number">{number}</span> {part.title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
