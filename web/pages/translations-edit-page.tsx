import type { JSX } from 'preact';
import { type Language, localeOf } from '../../src/survey/language.ts';
import {
  progressOf,
  type Translation,
  type TranslationState,
} from '../../src/survey/translation-state.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import { TranslationsFilter } from './translations-filter.tsx';
import { StateMark, TranslationsFrame } from './translations-frame.tsx';
import { partsOf, shownPart } from './translations-parts.ts';

type EditProps = TranslationsFrame & {
  target: Language;
  translations: readonly Translation[];
  filter: { state: TranslationState | null; part: string | null };
  /** Saving makes a new version, so nothing is saved by itself. */
  answered: boolean;
  /** What a form sent that was not taken, by id of the text. */
  typed?: Readonly<Record<string, string>>;
};

/** The texts of a study in one language, beside their sources, to be translated and reviewed. */
export function TranslationsEditPage(props: EditProps): JSX.Element {
  const { study, mayEdit, language, say, target, translations, filter, answered } = props;
  const { definition, id } = study;
  const path = `/studies/${id}/translations`;
  const shown = translations
    .filter(({ part }) => filter.part === null || shownPart(part) === filter.part)
    .filter(({ state }) => filter.state === null || state === filter.state);
  const query = new URLSearchParams({
    language: target,
    ...(filter.state && { state: filter.state }),
    ...(filter.part && { part: filter.part }),
  });
  const name = LANGUAGE_NAMES[target];
  return (
    <TranslationsFrame {...props} path={`${path}?${query.toString()}`}>
      <section class="card box" aria-labelledby="language-title">
        <h2 id="language-title">{say('translate', { language: name })}</h2>
        <p class="lead" id="counts">
          {say('counts', progressOf(translations))}
        </p>
        <TranslationsFilter {...{ study, language, say, filter }} chosen={target} />
        {answered && mayEdit && <p class="note">{say('versionNote')}</p>}
      </section>
      {shown.length === 0 && <p class="card box">{say('nothing')}</p>}
      {partsOf(definition, shown, language, say).map((part) => (
        <form
          key={part.id}
          class="card box units"
          method="post"
          action={`${path}?${query.toString()}#${part.id}`}
          id={part.id}
          aria-labelledby={`${part.id}-title`}
          {...(mayEdit &&
            !answered && {
              'data-autosave': `/api/studies/${id}/translations`,
              'data-language': target,
            })}
        >
          <h3 id={`${part.id}-title`}>{part.title}</h3>
          <ul>
            {part.units.map((unit) => (
              <Unit key={unit.id} {...props} unit={unit} />
            ))}
          </ul>
          {mayEdit && (
            <p class="actions">
              <button class="btn primary">{say('save')}</button>
            </p>
          )}
        </form>
      ))}
      <Files {...props} path={path} />
      <p
        class="save-state"
        role="status"
        data-saving={say('saving')}
        data-saved={say('saved')}
        data-failed={say('notSaved')}
      />
    </TranslationsFrame>
  );
}

function Unit(props: EditProps & { unit: Translation }): JSX.Element {
  const { study, mayEdit, language, say, target, unit, typed } = props;
  const { id, source, wording, state, review, limit } = unit;
  const date = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  const value = typed?.[id] ?? wording;
  return (
    <li class="unit" id={id} data-unit={id}>
      <p class="source" id={`s:${id}`} lang={study.definition.defaultLanguage}>
        {source}
      </p>
      <div class="wording">
        <textarea
          name={`text:${id}`}
          aria-labelledby={`s:${id}`}
          aria-describedby={`m:${id}`}
          lang={target}
          rows={Math.min(8, Math.max(1, Math.ceil(Math.max(source.length, value.length) / 48)))}
          maxLength={limit}
          readOnly={!mayEdit}
        >
          {value}
        </textarea>
        <input type="hidden" name={`was:${id}`} value={wording} />
        <p class="unit-foot">
          <span id={`m:${id}`}>
            <StateMark state={state} say={say} />
            {review && (
              <span class="note">
                {` ${say('reviewedBy', { name: review.by, date: date.format(review.at) })}`}
              </span>
            )}
          </span>
          {mayEdit && (
            <label class="review">
              <input
                type="checkbox"
                name={`reviewed:${id}`}
                checked={state === 'reviewed'}
                aria-describedby={`s:${id}`}
              />
              {say('markReviewed')}
            </label>
          )}
          {state === 'reviewed' && <input type="hidden" name={`is:${id}`} value="reviewed" />}
        </p>
      </div>
    </li>
  );
}

function Files({ study, mayEdit, say, target, path }: EditProps & { path: string }): JSX.Element {
  return (
    <section class="card box" id="files" aria-labelledby="files-title">
      <h2 id="files-title">{say('files')}</h2>
      <p class="lead">{say('filesLead')}</p>
      <p class="actions">
        {(['csv', 'xliff'] as const).map((format) => (
          <a
            key={format}
            class="btn ghost"
            download
            href={`/api/studies/${study.id}/translations/file?language=${target}&format=${format}`}
          >
            {say('download', { format: format.toUpperCase() })}
          </a>
        ))}
      </p>
      {mayEdit && (
        <form
          class="inline"
          method="post"
          enctype="multipart/form-data"
          action={`${path}/import?language=${target}`}
        >
          <label for="file">{say('upload')}</label>
          <input
            id="file"
            name="file"
            type="file"
            required
            accept=".csv,.xlf,.xliff,.xml,text/csv,application/xliff+xml"
          />
          <button class="btn ghost">{say('preview')}</button>
        </form>
      )}
    </section>
  );
}
