import type { JSX } from 'preact';
import { textIn } from '../../src/survey/language.ts';
import { optionsOf } from '../../src/survey/question-options.ts';
import type { QualityReview, SignSummary } from '../../src/survey/quality-review.ts';
import type { QualitySign } from '../../src/survey/quality-signs.ts';
import { type DataFrame, DataFramePage } from './data-frame.tsx';

/** The title and the meaning of each sign. */
const SIGN_TEXTS = {
  fast: ['fast', 'fastMeans'],
  'straight-line': ['straight', 'straightMeans'],
  'shown-order': ['order', 'orderMeans'],
  duplicate: ['copy', 'copyMeans'],
  test: ['test', 'testMeans'],
} as const satisfies Record<QualitySign, readonly [string, string]>;

/** Signs that answers may not have been considered: how many, what each means, what it changes. */
export function DataQualityPage({
  frame,
  review,
  most,
  onPaper,
}: {
  frame: DataFrame;
  /** Null for more answers than are looked at. */
  review: QualityReview | null;
  most: number;
  /** Answers that somebody else has typed in. */
  onPaper: number;
}): JSX.Element {
  const { study, tell, figures } = frame;
  const least = study.definition.privacy.minCell;
  const results = `/studies/${study.id}/results`;
  if (!review || review.n === 0) {
    return (
      <DataFramePage frame={frame} part="quality">
        <p class="card box">{review ? tell('qualityNone') : tell('qualityMany', { n: most })}</p>
      </DataFramePage>
    );
  }
  const { n, flagged } = review;
  const count = flagged.n ?? 0;
  return (
    <DataFramePage frame={frame} part="quality">
      <p class="lead">{tell('qualityLead')}</p>
      {onPaper > 0 && <p class="lead">{tell('onPaper', { count: onPaper })}</p>}
      <section class="card box flagged" aria-labelledby="flagged-title">
        <h2 id="flagged-title">
          {flagged.n === null
            ? tell('flaggedFew', { least, n })
            : count === 0
              ? tell('flaggedNone', { n })
              : tell('flaggedTitle', { count, n })}
        </h2>
        <p>{tell('flaggedLead')}</p>
        <Effect frame={frame} review={review} summary={flagged} />
        <p class="actions">
          <a class="btn ghost" href={results}>
            {tell('resultsWith')}
          </a>
          <a class="btn primary" href={`${results}?quality=clean`}>
            {tell('resultsWithout')}
          </a>
        </p>
      </section>
      <div class="signs">
        {review.signs.map(({ sign, ...summary }) => {
          const [title, meaning] = SIGN_TEXTS[sign];
          return (
            <section class="card box" key={sign} aria-labelledby={`sign-${sign}`}>
              <h2 id={`sign-${sign}`}>{tell(title)}</h2>
              <p class="figure">
                {summary.n === null ? (
                  <strong class="word">{tell('foundFew', { least })}</strong>
                ) : summary.n === 0 ? (
                  <strong class="word">{tell('foundNone')}</strong>
                ) : (
                  <>
                    <strong>{figures.plain(summary.n)}</strong>{' '}
                    <small>{tell('ofAll', { share: figures.share(summary.n / n), n })}</small>
                  </>
                )}
              </p>
              <p>{meaning === 'fastMeans' ? tell(meaning, { n: review.timed }) : tell(meaning)}</p>
              <Effect frame={frame} review={review} summary={summary} />
            </section>
          );
        })}
      </div>
      {review.shownOrder.length > 0 && <PositionBias frame={frame} review={review} />}
    </DataFramePage>
  );
}

/** What the order would be without some answers, in words. */
function Effect({
  frame: { study, language, tell, figures },
  review,
  summary,
}: {
  frame: DataFrame;
  review: QualityReview;
  summary: SignSummary;
}): JSX.Element | null {
  const { definition } = study;
  const question = definition.questions.find(({ id }) => id === review.ranking);
  if (!question || summary.n === 0) return null;
  if (!summary.effect) return <p class="facts">{tell('effectFew')}</p>;
  const say = (text: Parameters<typeof textIn>[0]) =>
    textIn(text, language, definition.defaultLanguage);
  const title = say(question.title);
  const moved = summary.effect.items.filter(({ place, without }) => place !== without);
  if (moved.length === 0) return <p>{tell('effectSame', { question: title })}</p>;
  const names = new Map(
    optionsOf(definition, question).map(({ id, label, short }) => [id, say(short ?? label)]),
  );
  return (
    <>
      <p>{tell('effectMoves', { question: title })}</p>
      <ul class="moves">
        {moved.map(({ id, place, without }) => (
          <li key={id}>
            {tell('move', {
              item: names.get(id) ?? id,
              place: figures.plain(place),
              without: figures.plain(without),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

const SIGNIFICANT = 0.05;

/** Per ranking, whether items fare better when they are shown earlier. */
function PositionBias({
  frame: { study, language, tell, figures },
  review,
}: {
  frame: DataFrame;
  review: QualityReview;
}): JSX.Element {
  const { definition } = study;
  const verdict = (test: QualityReview['shownOrder'][number]['test']): string => {
    if (!test) return tell('biasFew');
    const p =
      test.pValue < 0.001
        ? `< ${figures.decimal(0.001, 3)}`
        : `= ${figures.decimal(test.pValue, 3)}`;
    if (test.pValue >= SIGNIFICANT) return tell('biasNone', { n: test.n, p });
    const r = figures.decimal(Math.abs(test.meanCorrelation));
    return tell(test.meanCorrelation > 0 ? 'biasSome' : 'biasReverse', { r, n: test.n, p });
  };
  return (
    <section class="card box" aria-labelledby="bias-title">
      <h2 id="bias-title">{tell('biasTitle')}</h2>
      <p>{tell('biasLead')}</p>
      <dl class="bias">
        {review.shownOrder.map(({ question: id, test }) => {
          const question = definition.questions.find((candidate) => candidate.id === id)!;
          return (
            <div key={id}>
              <dt>{textIn(question.title, language, definition.defaultLanguage)}</dt>
              <dd>{verdict(test)}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
