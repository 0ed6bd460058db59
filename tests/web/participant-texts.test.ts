import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/survey/language.ts';
import { type Message, type Messages, translator } from '../../src/survey/catalogue.ts';
import { type IslandEnglish, PARTICIPANT_TEXTS } from '../../web/text/participant/texts.ts';

const names = (message: Message) => {
  const texts = typeof message === 'string' ? [message] : Object.values(message);
  return texts.map((text) =>
    [...String(text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(),
  );
};
const GROUPS = ['island', 'page'] as const;
const english = PARTICIPANT_TEXTS.en;

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const texts = PARTICIPANT_TEXTS[language];

  test.each(GROUPS)('use the parameters of the English ones (%s)', (group) => {
    for (const [key, message] of Object.entries(texts[group] as Messages)) {
      const original = (english[group] as Messages)[key]!;
      expect([key, names(message).at(-1)]).toEqual([key, names(original).at(-1)]);
    }
  });

  test.each(GROUPS)('leave nothing empty, doubled or in two scripts (%s)', (group) => {
    for (const message of Object.values(texts[group] as Messages)) {
      for (const text of typeof message === 'string' ? [message] : Object.values(message)) {
        expect(text).toBe(String(text).trim());
        expect(text).toMatch(/\S/);
        expect(text).not.toMatch(/ {2}|[\u0400-\u04ff]/);
      }
    }
  });

  test('have a form for every plural that the language distinguishes', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(texts.island as Messages)) {
      if (typeof message === 'string') continue;
      expect([key, Object.keys(message).sort()]).toEqual([key, [...categories].sort()]);
    }
  });

  test('say one and many differently', () => {
    const say = translator<IslandEnglish>(language, texts.island);
    expect(say('choose', { count: 1 })).not.toBe(say('choose', { count: 2 }));
    expect(say('choose', { count: 2 })).toContain('2');
  });
});

test('numbers are written as the language writes them', () => {
  const say = translator<IslandEnglish>('de', PARTICIPANT_TEXTS.de.island);
  expect(say('tooLarge', { max: 10_000 })).toBe('Die Zahl darf höchstens 10.000 sein.');
});
