import type { JSX } from 'preact';
import type { TextList } from '../../src/http/themes-of.ts';
import type { ChoiceFigures } from '../../src/survey/choice-results.ts';
import type { ResultsDocument, Slice } from '../../src/survey/results-document.ts';
import { segmentIds } from '../../src/survey/segment.ts';
import type { TextQuestion } from '../../src/survey/theme.ts';
import { plainText } from '../../src/survey/write-in-key.ts';
import { resultsTexts } from '../text/results/texts.ts';
import { type DataFrame, DataFramePage, DecisionLog, QuestionChoice } from './data-frame.tsx';
import { segmentName } from './segment-name.ts';

interface TextsProps {
  frame: DataFrame;
  questions: readonly TextQuestion[];
  list: TextList | null;
  /** How many named each theme; null where nothing is coded. */
  counts: ResultsDocument | null;
  search: string;
  only: 'all' | 'uncoded';
  by: string;
}

/** The texts of one question, and the themes that they were given. */
export function DataTextsPage(props: TextsProps): JSX.Element {
  const { frame, questions, list, counts, search, only, by } = props;
  const { study, tell, figures, mayEdit } = frame;
  const path = `/studies/${study.id}/data`;
  if (!list) {
    return (
      <DataFramePage frame={frame} part="texts">
        <p class="card box">{tell('noQuestions')}</p>
      </DataFramePage>
    );
  }
  const query = new URLSearchParams({ question: list.question });
  if (search !== '') query.set('search', search);
  if (only !== 'all') query.set('only', only);
  if (by !== '') query.set('by', by);
  const wanted = plainText(search);
  const shown = list.texts.filter(
    ({ text, themes }) =>
      plainText(text).includes(wanted) && (only === 'all' || themes.length === 0),
  );
  const groups = [...Map.groupBy(shown, ({ group }) => group).values()];
  const names = new Map(list.themes.map(({ id, name }) => [id, name]));
  return (
    <DataFramePage frame={frame} part="texts" query={query.toString()}>
      <p class="lead">{tell('textsLead')}</p>
      <QuestionChoice frame={frame} path={path} questions={questions} chosen={list.question}>
        <label>
          <span>{tell('search')}</span>
          <input type="search" name="search" value={search} />
        </label>
        <label>
          <span>{tell('only')}</span>
          <select name="only">
            <option value="all">{tell('allTexts')}</option>
            <option value="uncoded" selected={only === 'uncoded'}>
              {tell('uncodedTexts')}
            </option>
          </select>
        </label>
        <SegmentChoice frame={frame} by={by} />
      </QuestionChoice>
      {list.suppressed ? (
        <p class="card box">{tell('tooFew', { least: study.definition.privacy.minCell })}</p>
      ) : (
        <>
          {counts && <ThemeCounts frame={frame} counts={counts} />}
          <section class="card box" aria-labelledby="texts-title">
            <h2 id="texts-title">{tell('peopleAnswered', { count: list.answered ?? 0 })}</h2>
            {!mayEdit && <p class="facts">{tell('readOnly')}</p>}
            <form method="post" action={`${path}/code?${query}`} class="coding" data-coding>
              <input type="hidden" name="question" value={list.question} />
              {shown.length === 0 && <p class="facts">{tell('noneFound')}</p>}
              {groups.map((group) => (
                <TextGroup key={group[0]!.key} {...{ frame, group, names }} />
              ))}
              {mayEdit && shown.length > 0 && (
                <div class="coding-bar">
                  {list.themes.length > 0 && (
                    <label>
                      <span>{tell('theme')}</span>
                      <select name="theme">
                        <option value="" />
                        {list.themes.map(({ id, name }, place) => (
                          <option key={id} value={id}>
                            {place < 9 ? `${place + 1} · ${name}` : name}
                          </option>
                        ))}
                      </select>
                    </label>
                  )}
                  {list.mayAdd && (
                    <label>
                      <span>{tell(list.themes.length > 0 ? 'newTheme' : 'theme')}</span>
                      <input name="label" maxLength={120} autocomplete="off" />
                    </label>
                  )}
                  <button class="btn primary" name="do" value="give">
                    {tell('giveTheme')}
                  </button>
                  {list.themes.length > 0 && (
                    <button class="btn ghost" name="do" value="take">
                      {tell('takeTheme')}
                    </button>
                  )}
                  <p class="facts keys">{tell('keys')}</p>
                </div>
              )}
            </form>
          </section>
          <DecisionLog
            frame={frame}
            action={`${path}/code/undo`}
            hidden={{ question: list.question }}
            entries={list.log.map((step) => ({
              ...step,
              what: tell(step.adds ? 'gave' : 'took', { count: step.texts, theme: step.name }),
            }))}
          />
        </>
      )}
      <span class="sr">{figures.plain(shown.length)}</span>
    </DataFramePage>
  );
}

/** One text, or several that share most of their words, each with a box to choose it. */
function TextGroup({
  frame: { tell, mayEdit },
  group,
  names,
}: {
  frame: DataFrame;
  group: TextList['texts'];
  names: ReadonlyMap<string, string>;
}): JSX.Element {
  const isNear = group.length > 1;
  const items = group.map(({ key, text, n, themes }) => (
    <li key={key}>
      <label class="text">
        {mayEdit && <input type="checkbox" name="key" value={key} />}
        <span>
          <q>{text}</q> {n > 1 && <small class="tag">{tell('times', { count: n })}</small>}{' '}
          {themes.map((theme) => (
            <span class="tag theme" key={theme}>
              {names.get(theme) ?? theme}
            </span>
          ))}
        </span>
      </label>
    </li>
  ));
  if (!isNear) return <ul class="texts">{items}</ul>;
  return (
    <fieldset class="near">
      <legend>{tell('near', { n: group.length })}</legend>
      {mayEdit && (
        <button type="button" class="link scripted" data-choose-all>
          {tell('chooseNear')}
        </button>
      )}
      <ul class="texts">{items}</ul>
    </fieldset>
  );
}

function SegmentChoice({ frame, by }: { frame: DataFrame; by: string }): JSX.Element {
  const { study, language, tell } = frame;
  const { definition } = study;
  return (
    <label>
      <span>{tell('compareBy')}</span>
      <select name="by">
        <option value="">{tell('noGroups')}</option>
        {segmentIds(definition).map((id) => (
          <option key={id} value={id} selected={id === by}>
            {segmentName(definition, id, language, resultsTexts(language))}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Themes with their counts and intervals, and the share of each group beside them. */
function ThemeCounts({
  frame,
  counts,
}: {
  frame: DataFrame;
  counts: ResultsDocument;
}): JSX.Element | null {
  const { tell, figures } = frame;
  const [all, ...groups] = counts.slices;
  if (all.suppressed || !('counts' in all)) return null;
  const rows = (all as ChoiceFigures).counts.toSorted((a, b) => b.n - a.n);
  const shareIn = (slice: Slice, id: string): string => {
    if (slice.suppressed || !('counts' in slice)) return '–';
    const own = (slice as ChoiceFigures).counts.find((count) => count.id === id);
    return figures.share(own?.share ?? 0);
  };
  return (
    <section class="card panel theme-counts" aria-labelledby="themes-title">
      <h2 id="themes-title">{tell('themesTitle')}</h2>
      <p class="method">{tell('themesMethod')}</p>
      <div
        class="panel-table"
        tabIndex={0}
        role="region"
        aria-label={resultsTexts(frame.language)('tableOf', { title: tell('themesTitle') })}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{tell('theme')}</th>
              <th scope="col">{tell('people')}</th>
              <th scope="col">{tell('share')}</th>
              <th scope="col">{tell('interval')}</th>
              {groups.map(({ key, label, suppressed, n }) => (
                <th scope="col" key={key}>
                  {label}{' '}
                  <small>{suppressed ? tell('held') : `n = ${figures.plain(n ?? 0)}`}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, n, share, interval: [low, high] }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{figures.plain(n)}</td>
                <td>
                  {figures.share(share)}
                  <svg
                    class="bar"
                    viewBox="0 0 100 8"
                    preserveAspectRatio="none"
                    aria-hidden="true"
                  >
                    <rect width={Math.round(share * 1000) / 10} height="8" rx="2" />
                  </svg>
                </td>
                <td>
                  {figures.share(low)} – {figures.share(high)}
                </td>
                {groups.map((slice) => (
                  <td key={slice.key}>{shareIn(slice, id)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
