import type { JSX } from 'preact';
import type {
  BlockDifference,
  DocumentDifferences,
  FigureChange,
} from '../../src/survey/strategy/document-differences.ts';
import type { Language } from '../../src/survey/language.ts';
import { figureNames } from './figure-names.ts';
import { DesignerPage } from './designer-page.tsx';
import type { StrategyFrame } from './strategy-frame.ts';
import { StrategyNav } from './strategy-nav.tsx';

interface StrategyDifferencesPageProps {
  frame: StrategyFrame;
  /** How the two are called. */
  names: { from: string; to: string };
  /** Of the documents. */
  wording: Language;
  differences: DocumentDifferences;
  path: string;
}

/** What differs between two versions of a strategy, section by section. */
export function StrategyDifferencesPage(props: StrategyDifferencesPageProps): JSX.Element {
  const { frame, names, wording, differences, path } = props;
  const { study, language, assets, say, tell } = frame;
  const { counts, sections, title } = differences;
  const places = counts.added + counts.removed + counts.changed + (title ? 1 : 0);
  return (
    <DesignerPage
      {...{ language, assets, say, study }}
      title={tell('differences')}
      entry="strategy"
      section="strategy"
      path={path}
      head={<StrategyNav study={study.id} part="strategy" language={language} />}
    >
      <div class="wide strategy-page">
        <p class="strategy-links">
          <a href={`/studies/${study.id}/strategy/versions`}>{tell('versions')}</a>
        </p>
        <h2 class="section-title">{tell('differences')}</h2>
        <p class="lead">
          {names.from} → {names.to}
        </p>
        <p>
          {places === 0
            ? tell('noDifferences')
            : [
                tell('differenceCount', { count: places }),
                ...(counts.figures > 0 ? [tell('figureCount', { count: counts.figures })] : []),
              ].join(', ')}
        </p>
        {title && (
          <section class="card box">
            <h3>{tell('titleLabel')}</h3>
            <Texts from={title.from} to={title.to} wording={wording} />
          </section>
        )}
        {sections.map(({ key, title: heading, differences: list }) => (
          <section key={key} class="card box">
            <h3 lang={wording}>
              {key === 'annex' ? '' : `${key} `}
              {heading}
            </h3>
            <ul class="changes">
              {list.map((difference) => (
                <li key={difference.id}>
                  <Change {...{ difference, wording, frame }} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </DesignerPage>
  );
}

function Change({
  difference,
  wording,
  frame: { study, tell },
}: {
  difference: BlockDifference;
  wording: Language;
  frame: StrategyFrame;
}): JSX.Element {
  const { change, from, to } = difference;
  const names = figureNames(study.definition, wording);
  const value = (figure: FigureChange, told: FigureChange['from']) =>
    told === null ? tell('none') : names.value(figure, told);
  return (
    <>
      <p class={`tag change-${change}`}>{tell(change === 'changed' ? 'reworded' : change)}</p>
      <Texts from={from} to={to} wording={wording} />
      {difference.figures.length > 0 && (
        <ul class="figure-changes">
          {difference.figures.map((figure) => (
            <li key={names.name(figure)} lang={wording}>
              {tell('numberChange', {
                name: names.name(figure),
                from: value(figure, figure.from),
                to: value(figure, figure.to),
              })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A text before and after; once where only its numbers changed. Of long ones, only lines that differ. */
function Texts({
  from,
  to,
  wording,
}: {
  from: string | null;
  to: string | null;
  wording: Language;
}): JSX.Element {
  if (from === to) return <p lang={wording}>{to}</p>;
  const [before, after] = [from, to].map((text) => text?.split('\n') ?? []);
  const gone = before!.filter((line) => !after!.includes(line));
  const come = after!.filter((line) => !before!.includes(line));
  return (
    <div class="texts" lang={wording}>
      {gone.length > 0 && (
        <del>
          {gone.map((line, k) => (
            <p key={k}>{line}</p>
          ))}
        </del>
      )}
      {come.length > 0 && (
        <ins>
          {come.map((line, k) => (
            <p key={k}>{line}</p>
          ))}
        </ins>
      )}
    </div>
  );
}
