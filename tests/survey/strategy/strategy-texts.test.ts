import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Plural } from '../../../src/survey/catalogue.ts';
import { LANGUAGES } from '../../../src/survey/language.ts';
import { STRATEGY_TEXTS } from '../../../src/survey/strategy/text/texts.ts';

const { en } = STRATEGY_TEXTS;
const keys = Object.keys(en) as (keyof typeof en)[];
const forms = (text: string | Plural): string[] =>
  typeof text === 'string' ? [text] : Object.values(text);
const names = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

/** Everything that a strategy is written with. */
const folder = new URL('../../../src/survey/strategy/', import.meta.url);
const sources = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  .join('\n');

describe.each(LANGUAGES)('the sentences of a strategy in %s', (language) => {
  const texts = STRATEGY_TEXTS[language];

  test('say the same things as the English ones', () => {
    expect(Object.keys(texts).toSorted()).toEqual(keys.toSorted());
    for (const key of keys) {
      const wanted = new Set(forms(en[key]).flatMap(names));
      const found = new Set(forms(texts[key]).flatMap(names));
      expect([...found].toSorted(), key).toEqual([...wanted].toSorted());
    }
  });

  test('leave the full stop to the sentence that they become', () => {
    const wrappers = ['stated', 'firm', 'tentative', 'open', 'columnNumber'];
    const stopped = keys.filter(
      (key) => !wrappers.includes(key) && forms(texts[key]).some((text) => text.endsWith('.')),
    );
    expect(stopped).toEqual([]);
  });

  test('are translated wherever they are sentences', () => {
    const long = keys.filter((key) => forms(en[key]).join().length > 40);
    const same = long.filter((key) => forms(texts[key]).join() === forms(en[key]).join());
    expect(language === 'en' ? [] : same).toEqual([]);
  });
});

test('every text of a strategy is said somewhere', () => {
  const unsaid = keys.filter(
    (key) =>
      !new RegExp(String.raw`['.]${key}\b`).test(sources) &&
      !new RegExp(String.raw`\b${key}:`).test(sources) &&
      !/^section\d+$/.test(key),
  );
  expect(unsaid).toEqual([]);
});
