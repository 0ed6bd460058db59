import type { JSX } from 'preact';
import { type Language, LANGUAGES } from '../../src/survey/language.ts';
import {
  progressOf,
  type Translation,
  type TranslationState,
} from '../../src/survey/translation-state.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import { TranslationsFilter } from './translations-filter.tsx';
import { StateMark, TranslationsFrame } from './translations-frame.tsx';
import { partsOf, shownPart } from './translations-parts.ts';

/** All languages of a study: how far each is, and every text's state in each. */
export function TranslationsPage(
  props: TranslationsFrame & {
    /** By language, without the one that the study is written in. */
    translations: ReadonlyMap<Language, readonly Translation[]>;
    filter: { state: TranslationState | null; part: string | null };
  },
): JSX.Element {
  const { study, mayEdit, language, say, translations, filter } = props;
  const { definition, id } = study;
  const path = `/studies/${id}/translations`;
  const others = LANGUAGES.filter((code) => !definition.languages.includes(code));
  const written = LANGUAGE_NAMES[definition.defaultLanguage];
  return (
    <TranslationsFrame {...props} path={path}>
      <section class="card box" aria-labelledby="progress-title">
        <h2 id="progress-title">{say('title')}</h2>
        <p class="lead">
          {translations.size > 0 ? say('lead', { language: written }) : say('oneLanguage')}
        </p>
        {translations.size > 0 && (
          <ul class="language-progress">
            {[...translations].map(([code, list]) => (
              <Progress key={code} {...{ code, list, path, language, say }} />
            ))}
          </ul>
        )}
        {mayEdit && others.length > 0 && (
          <form class="inline" method="post" action={`${path}/languages`}>
            <label for="language">{say('addLanguage')}</label>
            <select id="language" name="language">
              {others.map((code) => (
                <option key={code} value={code} lang={code}>
                  {LANGUAGE_NAMES[code]}
                </option>
              ))}
            </select>
            <button class="btn ghost">{say('add')}</button>
          </form>
        )}
      </section>
      {translations.size > 0 && (
        <section class="card box" aria-labelledby="grid-title">
          <h2 id="grid-title">{say('grid')}</h2>
          <p class="lead">{say('gridLead')}</p>
          <TranslationsFilter {...{ study, language, say, filter }} chosen={null} />
          <Grid {...props} path={path} />
        </section>
      )}
    </TranslationsFrame>
  );
}

function Progress(props: {
  code: Language;
  list: readonly Translation[];
  path: string;
  language: Language;
  say: TranslationsFrame['say'];
}): JSX.Element {
  const { code, list, path, language, say } = props;
  const progress = progressOf(list);
  const all = Math.max(1, list.length);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return (
    <li>
      <h3 lang={code}>{LANGUAGE_NAMES[code]}</h3>
      <svg class="progress-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect class="reviewed" width={(100 * progress.reviewed) / all} height="4" />
        <rect
          class="draft"
          x={(100 * progress.reviewed) / all}
          width={(100 * progress.draft) / all}
          height="4"
        />
      </svg>
      <p>
        <strong>{say('share', { percent: percent.format(progress.reviewed / all) })}</strong>
        {` · ${say('counts', progress)}`}
      </p>
      <a href={`${path}?language=${code}`}>
        {say('translate', { language: LANGUAGE_NAMES[code] })}
      </a>
    </li>
  );
}

function Grid(props: Parameters<typeof TranslationsPage>[0] & { path: string }): JSX.Element {
  const { study, language, say, translations, filter, path } = props;
  const codes = [...translations.keys()];
  const columns = codes.map((code) => translations.get(code)!);
  const rows = (columns[0] ?? [])
    .map((unit, index) => ({ ...unit, states: columns.map((list) => list[index]!.state) }))
    .filter(({ part }) => filter.part === null || shownPart(part) === filter.part)
    .filter(({ states }) => filter.state === null || states.includes(filter.state));
  if (rows.length === 0) return <p>{say('nothing')}</p>;
  return (
    <div class="grid-scroll" role="group" aria-labelledby="grid-title" tabIndex={0}>
      <table class="state-grid">
        <thead>
          <tr>
            <th scope="col">{say('text')}</th>
            {codes.map((code) => (
              <th key={code} scope="col" lang={code}>
                <abbr title={LANGUAGE_NAMES[code]}>{code}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        {partsOf(study.definition, rows, language, say).map((part) => (
          <tbody key={part.id}>
            <tr>
              <th class="part" colSpan={codes.length + 1} scope="rowgroup">
                {part.title}
              </th>
            </tr>
            {part.units.map(({ id, source, states }) => (
              <tr key={id}>
                <th scope="row" lang={study.definition.defaultLanguage}>
                  {source}
                </th>
                {states.map((state, index) => (
                  <td key={codes[index]!}>
                    <a href={`${path}?language=${codes[index]!}&part=${part.id}#${id}`}>
                      <StateMark state={state} say={say} short />
                    </a>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
