import type { JSX } from 'preact';
import type { Language } from '../../src/survey/language.ts';
import type { ImportPlan } from '../../src/survey/translation-import.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import { TranslationsFrame } from './translations-frame.tsx';

/** What a translator's file would change, before anybody decides. */
export function TranslationsImportPage(
  props: TranslationsFrame & {
    target: Language;
    plan: ImportPlan;
    /** Why something cannot be taken. */
    reasonOf: (refused: ImportPlan['refused'][number]) => string;
  },
): JSX.Element {
  const { study, say, target, plan, reasonOf } = props;
  const path = `/studies/${study.id}/translations`;
  const { changes, outdated, unknown, refused, same } = plan;
  const from = study.definition.defaultLanguage;
  const rows = [...changes, ...outdated].map(({ id, after }) => [id, after]);
  return (
    <TranslationsFrame {...props} path={`${path}?language=${target}`}>
      <form class="card box" method="post" action={`${path}/import/apply?language=${target}`}>
        <h2>{`${say('importTitle')}: ${LANGUAGE_NAMES[target]}`}</h2>
        <p>
          <strong>{say('importChanges', { count: changes.length })}</strong>{' '}
          {say('importSame', { count: same })}
        </p>
        <Differences {...{ say, target, from }} rows={changes} />
        {outdated.length > 0 && (
          <>
            <h3>{say('importOutdated')}</h3>
            <p class="check">
              <input id="outdated" type="checkbox" name="outdated" />
              <label for="outdated">{say('importOutdatedLead')}</label>
            </p>
            <Differences {...{ say, target, from }} rows={outdated} />
          </>
        )}
        {refused.length > 0 && (
          <>
            <h3>{say('importRefused')}</h3>
            <ul class="plain">
              {refused.map((one) => (
                <li key={one.id}>
                  <code>{one.id}</code>: {reasonOf(one)}
                </li>
              ))}
            </ul>
          </>
        )}
        {unknown.length > 0 && (
          <>
            <h3>{say('importUnknown')}</h3>
            <ul class="plain">
              {unknown.map((id) => (
                <li key={id}>
                  <code>{id || '–'}</code>
                </li>
              ))}
            </ul>
          </>
        )}
        <input type="hidden" name="rows" value={JSON.stringify(rows)} />
        <input type="hidden" name="old" value={JSON.stringify(outdated.map(({ id }) => id))} />
        <p class="actions">
          {rows.length > 0 && <button class="btn primary">{say('apply')}</button>}
          <a class="btn ghost" href={`${path}?language=${target}`}>
            {say('cancel')}
          </a>
        </p>
      </form>
    </TranslationsFrame>
  );
}

function Differences(props: {
  rows: readonly { id: string; source: string; before: string; after: string }[];
  target: Language;
  from: Language;
  say: TranslationsFrame['say'];
}): JSX.Element | null {
  const { rows, target, from, say } = props;
  if (rows.length === 0) return null;
  return (
    <ul class="differences">
      {rows.map(({ id, source, before, after }) => (
        <li key={id}>
          <dl>
            <dt>{say('source')}</dt>
            <dd lang={from}>{source}</dd>
            <dt>{say('before')}</dt>
            <dd lang={target}>{before === '' ? '–' : <del>{before}</del>}</dd>
            <dt>{say('after')}</dt>
            <dd lang={target}>
              <ins>{after}</ins>
            </dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}
