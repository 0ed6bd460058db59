import type { JSX } from 'preact';
import type { DefinitionWarning } from '../../src/survey/definition-warnings.ts';
import type { Place } from '../../src/survey/definition-edits.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import type { Editor } from './editor.ts';
import { Icon } from './icon.tsx';
import { findingsOf } from './problems.ts';

/** The sentence of a warning. */
export function warningText(editor: Editor, { kind, language, count = 0 }: DefinitionWarning) {
  const { say } = editor;
  const name = language ? LANGUAGE_NAMES[language] : '';
  switch (kind) {
    case 'many-items':
      return say('warnMany', { count });
    case 'double-barrelled':
      return say('warnDouble', { language: name });
    case 'negated':
      return say('warnNegated', { language: name });
    case 'long-label':
      return say('warnLong', { n: count, language: name });
    case 'long-short':
      return say('warnLongShort', { n: count, language: name });
    case 'missing-short':
      return say('warnShort', { language: name });
    case 'missing-translation':
      return say('warnTranslation', { count, language: name });
    case 'long-study':
      return say('warnMinutes', { n: count });
  }
}

/** The warnings about what stands at a place, or directly within it, each kind once. */
export function Warnings({ editor, place }: { editor: Editor; place: Place }): JSX.Element | null {
  const key = place.join('.');
  const { language } = editor.state;
  const found = findingsOf(editor).warnings.filter(
    (warning) =>
      (warning.path.join('.') === key || warning.path.slice(0, -1).join('.') === key) &&
      (warning.language === undefined || warning.language === language),
  );
  if (found.length === 0) return null;
  return (
    <ul class="warnings">
      {found.map((warning) => (
        <li key={warning.kind}>
          <Icon name="alert" />
          {warningText(editor, warning)}
        </li>
      ))}
    </ul>
  );
}
