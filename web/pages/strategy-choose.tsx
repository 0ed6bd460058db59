import type { JSX } from 'preact';
import { LANGUAGES, type Language, type Text } from '../../src/survey/language.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import type { OfferedGroup } from './strategy-frame.ts';

/** The languages that a strategy can be written in. */
export function LanguageSelect({
  name = 'language',
  label,
  chosen,
}: {
  name?: string;
  label: string;
  chosen: Language;
}): JSX.Element {
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        {LANGUAGES.map((code) => (
          <option key={code} value={code} lang={code} selected={code === chosen}>
            {LANGUAGE_NAMES[code]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A study that can be chosen. */
export interface OfferedStudy {
  id: string;
  title: Text;
  joinCode: string;
  createdAt: Date;
}

/** Of which study a group is: the page's own, which sends nothing, or another one. */
export function StudySelect({
  name,
  label,
  own,
  studies,
  chosen,
  nameOf,
}: {
  name: string;
  label: string;
  own: string;
  studies: readonly OfferedStudy[];
  chosen: string;
  nameOf: (study: OfferedStudy) => string;
}): JSX.Element {
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        <option value="">{own}</option>
        {studies.map((study) => (
          <option key={study.id} value={study.id} selected={study.id === chosen}>
            {nameOf(study)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Whose answers: everyone, or one group; a filter that is none of these is offered as it is. */
export function GroupSelect({
  name,
  label,
  groups,
  chosen,
  chosenLabel,
}: {
  name: string;
  label: string;
  groups: readonly OfferedGroup[];
  chosen: string;
  chosenLabel: string | null;
}): JSX.Element {
  const segments = [...new Set(groups.flatMap(({ segment }) => segment ?? []))];
  const isKnown = groups.some(({ where }) => where === chosen);
  const option = ({ where, label: text }: OfferedGroup) => (
    <option key={where} value={where} selected={where === chosen}>
      {text}
    </option>
  );
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        {groups.filter(({ segment }) => segment === null).map(option)}
        {!isKnown && (
          <option value={chosen} selected>
            {chosenLabel ?? chosen}
          </option>
        )}
        {segments.map((segment) => (
          <optgroup key={segment} label={segment}>
            {groups.filter((group) => group.segment === segment).map(option)}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
