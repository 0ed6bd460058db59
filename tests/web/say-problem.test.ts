import { expect, test } from 'vitest';
import { Definition } from '../../src/survey/definition.ts';
import { changedAt, type Place } from '../../src/survey/definition-edits.ts';
import { LANGUAGES } from '../../src/survey/language.ts';
import { template } from '../../src/survey/templates.ts';
import { editorTexts } from '../../web/text/editor/texts.ts';
import { sayProblem } from '../../web/editor/say-problem.ts';

const study = template('smart-city-programme-manager')!;
const first = (kind: string) => study.questions.findIndex((question) => question.kind === kind);
const ranking = ['questions', first('ranking')];
const number = ['questions', first('number')];

/** What can be done wrong on the page of the editor. */
const MISTAKES: [place: Place, value: unknown][] = [
  [['title', 'en'], ''],
  [['estimatedMinutes', 'individual'], 0],
  [['estimatedMinutes', 'individual'], 1.5],
  [['estimatedMinutes', 'individual'], undefined],
  [[...ranking, 'title', 'en'], 'x'.repeat(500)],
  [[...ranking, 'max'], 40],
  [[...ranking, 'writeIns'], 50],
  [[...ranking, 'section'], 'gone'],
  [[...ranking, 'audience'], []],
  [[...number, 'min'], 1e6],
  [[...number, 'step'], 0],
  [['questions', first('long-text'), 'maxLength'], 9999],
  [['scales', 0, 'points', 1, 'value'], -99],
  [['privacy', 'minCell'], 1],
];

test.each(LANGUAGES)('mistakes are told in %s', (language) => {
  const say = editorTexts(language);
  for (const [place, value] of MISTAKES) {
    const issues = Definition.safeParse(changedAt(study, place, value)).error?.issues ?? [];
    expect(issues, place.join('.')).not.toEqual([]);
    for (const { message } of issues) {
      const said = sayProblem(message, say);
      expect(said, message).not.toBe(message);
      expect(said).not.toMatch(/[{}]|NaN/);
    }
  }
});
