import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/survey/language.ts';
import type { Message, Messages } from '../../src/survey/catalogue.ts';
import { ACCOUNT_TEXTS } from '../../web/text/accounts/texts.ts';
import { DATA_TEXTS } from '../../web/text/data/texts.ts';
import { DESIGNER_TEXTS } from '../../web/text/designer/texts.ts';
import { EDITOR_TEXTS } from '../../web/text/editor/texts.ts';
import { PAPER_TEXTS } from '../../web/text/paper/texts.ts';
import { REGISTRATION_TEXTS } from '../../web/text/registration/texts.ts';
import { RESULTS_TEXTS } from '../../web/text/results/texts.ts';
import { PLENARY_TEXTS } from '../../web/text/plenary/texts.ts';
import { ROOM_TEXTS } from '../../web/text/room/texts.ts';
import { ROOM_RESULTS_TEXTS } from '../../web/text/room-results/texts.ts';
import { SHARE_TEXTS } from '../../web/text/share/texts.ts';
import { STRATEGY_PAGE_TEXTS } from '../../web/text/strategy-page/texts.ts';
import { TRANSLATIONS_TEXTS } from '../../web/text/translations/texts.ts';

const forms = (message: Message) =>
  typeof message === 'string' ? [message] : (Object.values(message) as string[]);
const placeholders = (text: string) => new Set(text.match(/\{\w+\}/g));

describe.each([
  ['accounts', ACCOUNT_TEXTS],
  ['data', DATA_TEXTS],
  ['designer', DESIGNER_TEXTS],
  ['editor', EDITOR_TEXTS],
  ['plenary', PLENARY_TEXTS],
  ['registration', REGISTRATION_TEXTS],
  ['paper', PAPER_TEXTS],
  ['results', RESULTS_TEXTS],
  ['room', ROOM_TEXTS],
  ['room-results', ROOM_RESULTS_TEXTS],
  ['share', SHARE_TEXTS],
  ['strategy-page', STRATEGY_PAGE_TEXTS],
  ['translations', TRANSLATIONS_TEXTS],
])('the %s texts', (_, texts) => {
  const english: Messages = texts.en;

  test.each(LANGUAGES)('name the same things as in English: %s', (language) => {
    const own: Messages = texts[language];
    expect(Object.keys(own)).toEqual(Object.keys(english));
    for (const [key, message] of Object.entries(own)) {
      const all = placeholders(forms(english[key]!).join(' '));
      for (const form of forms(message)) {
        for (const name of placeholders(form)) expect(all, `${key} in ${language}`).toContain(name);
        expect(form.trim(), key).toBe(form);
        expect(form).not.toBe('');
      }
      const last = forms(message).at(-1)!;
      expect(placeholders(last), `${key} in ${language}`).toEqual(
        placeholders(forms(english[key]!).at(-1)!),
      );
    }
  });
});
