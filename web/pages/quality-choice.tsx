import type { JSX } from 'preact';
import { MOST_REVIEWED } from '../../src/db/quality-of.ts';
import type { Language } from '../../src/survey/language.ts';
import type { FlaggedOut } from '../../src/survey/needs/needs-document.ts';
import { dataTexts } from '../text/data/texts.ts';
import { figureWords } from './figure-words.ts';

/** Whether flagged answers count, as a field of a form. */
export function QualityChoice({
  isClean,
  language,
}: {
  isClean: boolean;
  language: Language;
}): JSX.Element {
  const say = dataTexts(language);
  return (
    <label>
      <span>{say('quality')}</span>
      <select name="quality">
        <option value="all">{say('filterAll')}</option>
        <option value="clean" selected={isClean}>
          {say('filterClean')}
        </option>
      </select>
    </label>
  );
}

/** How many answers are left out because signs of quality speak against them. */
export function leftOutNote({ n }: FlaggedOut, minCell: number, language: Language): string {
  const say = dataTexts(language);
  if (n === null) return say('leftOutFew', { least: minCell });
  return n === 0 ? say('leftOutNone') : say('leftOut', { count: n });
}

/** Why flagged answers count although they are to be left out. */
export function notLeftOutNote(status: 'draft' | 'open' | 'closed', language: Language): string {
  const say = dataTexts(language);
  return status === 'closed'
    ? say('leftOutMany', { most: figureWords(language).plain(MOST_REVIEWED) })
    : say('leftOutLater');
}
