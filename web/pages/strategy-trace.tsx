import type { JSX } from 'preact';
import type { Language } from '../../src/survey/language.ts';
import type { SayDocument } from '../../src/survey/strategy/document-words.ts';
import type { SentenceBlock, TracedFigure } from '../../src/survey/strategy/strategy-document.ts';
import { FIGURE_NAMES } from '../../src/survey/strategy/figure-names/texts.ts';
import type { FigureNames } from './figure-names.ts';

/** What a sentence stands on: certainty and n, which open to each figure and its results. */
export function StrategyTrace({
  block: { certainty, n, trace, edited },
  say,
  names,
  language,
  links,
  at,
}: {
  block: SentenceBlock;
  say: SayDocument;
  names: FigureNames;
  language: Language;
  links: boolean;
  /** The page where they are open; null on that page. They are folded away here where missing. */
  at?: string | null | undefined;
}): JSX.Element {
  const numbers = new Intl.NumberFormat(language);
  const ground = (
    <>
      <span class={`certainty ${certainty}`}>{say(certainty)}</span>{' '}
      {n > 0 && <span class="n">n = {numbers.format(n)}</span>}
      <span class="sr">: {say('behind')}</span>
    </>
  );
  if (at) {
    return (
      <div class="trace">
        <a class="trace-link" href={at} data-open>
          {ground}
        </a>
      </div>
    );
  }
  return (
    <details class="trace" open={at === null}>
      <summary>{ground}</summary>
      <div class="trace-box" tabIndex={0}>
        {edited && (
          <p class="original">
            <b>{say('original')}:</b> {edited.original}
          </p>
        )}
        {trace.figures.length > 0 && (
          <Figures figures={trace.figures} {...{ say, names, language }} />
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

/** Figures by name; the question stands above where all are of the same. */
function Figures({
  figures,
  say,
  names,
  language,
}: {
  figures: readonly TracedFigure[];
  say: SayDocument;
  names: FigureNames;
  language: Language;
}): JSX.Element {
  const questions = figures.map((figure) => names.questions(figure).join(' · '));
  const [first = ''] = questions;
  const isOne = questions.every((question) => question === first);
  return (
    <>
      {isOne && first && <p class="trace-question">{first}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{say('figureName')}</th>
            {!isOne && <th scope="col">{FIGURE_NAMES[language].question}</th>}
            <th scope="col" class="num">
              {say('value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure, k) => (
            <tr key={k}>
              <th scope="row">{names.name(figure)}</th>
              {!isOne && <td>{questions[k] || '–'}</td>}
              <td class={typeof figure.value === 'string' ? undefined : 'num'}>
                {names.value(figure, figure.value)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
