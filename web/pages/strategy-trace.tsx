import type { JSX } from 'preact';
import type { Language } from '../../src/survey/language.ts';
import type { SayDocument } from '../../src/survey/strategy/document-words.ts';
import type { SentenceBlock } from '../../src/survey/strategy/strategy-document.ts';

/** What a sentence stands on: certainty and n, which open to each figure and its results. */
export function StrategyTrace({
  block: { certainty, n, trace, edited },
  say,
  language,
  links,
}: {
  block: SentenceBlock;
  say: SayDocument;
  language: Language;
  links: boolean;
}): JSX.Element {
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  return (
    <details class="trace">
      <summary>
        <span class={`certainty ${certainty}`}>{say(certainty)}</span>{' '}
        {n > 0 && <span class="n">n = {numbers.format(n)}</span>}
        <span class="sr">: {say('behind')}</span>
      </summary>
      <div class="trace-box" tabIndex={0}>
        {edited && (
          <p class="original">
            <b>{say('original')}:</b> {edited.original}
          </p>
        )}
        {trace.figures.length > 0 && (
          <table>
            <thead>
              <tr>
                <th scope="col">{say('figureName')}</th>
                <th scope="col" class="num">
                  {say('value')}
                </th>
                <th scope="col">{say('method')}</th>
              </tr>
            </thead>
            <tbody>
              {trace.figures.map(({ name, value, method, item }, k) => (
                <tr key={k}>
                  <th scope="row">{item && item !== name ? `${name} (${item})` : name}</th>
                  <td class="num">
                    {typeof value === 'number' ? numbers.format(value) : (value ?? '–')}
                  </td>
                  <td>{method}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {links && trace.page && (
          <p class="trace-links">
            <a href={trace.page}>{say('openPage')}</a>
            {trace.api && <a href={trace.api}>{say('asData')}</a>}
          </p>
        )}
      </div>
    </details>
  );
}
