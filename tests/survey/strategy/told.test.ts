import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Certainty } from '../../../src/needs/statement.ts';
import { LANGUAGES } from '../../../src/survey/language.ts';
import { type Reading, sentence } from '../../../src/survey/strategy/reading.ts';
import { STRATEGY_TEXTS } from '../../../src/survey/strategy/text/texts.ts';
import {
  between,
  hours,
  items,
  type Labels,
  number,
  percent,
  type Said,
  said,
  teller,
} from '../../../src/survey/strategy/told.ts';

const labels: Labels = {
  option: (_, id) => `item ${id}`,
  title: (id) => `question ${id}`,
  study: () => 'study',
  guiding: (id) => `guiding ${id}`,
};
const relabelled: Labels = { ...labels, option: (_, id) => `thing ${id}` };
const trace = { page: '', api: '', figures: [] };

/** A sentence as a document has it. */
function written(
  what: Said,
  language: (typeof LANGUAGES)[number],
  { n = 40, certainty = 'firm' as Certainty, names = labels } = {},
) {
  const telling = teller(language, STRATEGY_TEXTS[language], names) as Reading;
  return sentence(telling, { statement: 'gap', n, certainty, said: what, trace });
}

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 });
const sentences = fc.oneof(
  fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([share, low]) =>
      said('verdictNeeded', { share: percent(share), low: percent(low), high: percent(1) }),
    ),
  fc
    .tuple(
      ids,
      fc.double({ min: 1, max: 5, noNaN: true }),
      fc.double({ min: 1, max: 5, noNaN: true }),
    )
    .map(([own, importance, level]) =>
      said('gapLacking', {
        items: items('q', own),
        importance: number(importance, 1),
        level: number(level, 1),
        share: percent(0.5),
      }),
    ),
  fc.tuple(fc.constantFrom(8, 20, 40, 75), fc.constantFrom(8, 20, 40, 75)).map(([low, high]) =>
    said('duration', {
      median: between(hours(low), hours(high)),
      low: hours(low),
      high: hours(high),
    }),
  ),
  // Nobody is no participant: some languages say nought and one alike.
  fc.integer({ min: 1, max: 4 }).map((count) => said('participants', { count: number(count) })),
);
const drawn = fc.record({
  what: sentences,
  n: fc.integer({ min: 5, max: 8 }),
  certainty: fc.constantFrom<Certainty>('firm', 'tentative', 'open'),
});

describe('the fingerprint of a sentence', () => {
  test.each(LANGUAGES)('differs exactly when the sentence does, in %s', (language) => {
    fc.assert(
      fc.property(drawn, drawn, (one, two) => {
        const [a, b] = [written(one.what, language, one), written(two.what, language, two)];
        expect(a.fingerprint === b.fingerprint).toBe(a.text === b.text);
      }),
    );
  });

  test('is the same in every language and under every wording of the options', () => {
    fc.assert(
      fc.property(drawn, ({ what, ...rest }) => {
        const prints = LANGUAGES.flatMap((language) =>
          [labels, relabelled].map(
            (names) => written(what, language, { ...rest, names }).fingerprint,
          ),
        );
        expect(new Set(prints).size).toBe(1);
      }),
      { numRuns: 25 },
    );
  });

  test('does not notice what rounding hides', () => {
    const told = (share: number) =>
      written(said('otherCauses', { share: percent(share) }), 'en').fingerprint;
    expect(told(0.123)).toBe(told(0.1249));
    expect(told(0.123)).not.toBe(told(0.126));
  });
});

test('says how certain it is in words, and nothing of the kind where it follows from rules', () => {
  const what = said('otherCauses', { share: percent(0.2) });
  const texts = (['firm', 'tentative', 'open', 'computed'] as const).map(
    (certainty) => written(what, 'en', { certainty }).text,
  );
  expect(texts.map((text) => /certain at 95%|tentative|open/.exec(text)?.[0])).toEqual([
    'certain at 95%',
    'tentative',
    'open',
    undefined,
  ]);
});

test('writes numbers, units and lists as the language does', () => {
  const listed = items('q', ['a', 'b', 'c']);
  const write = (language: 'en' | 'de' | 'fr') => {
    const { write: tell } = teller(language, STRATEGY_TEXTS[language], labels);
    return [tell(number(1234.5, 1)), tell(percent(0.42)), tell(hours(2.5)), tell(listed)];
  };
  expect(write('en')).toEqual(['1,234.5', '42%', '2.5 hours', '“item a”, “item b” and “item c”']);
  expect(write('de')).toEqual([
    '1.234,5',
    '42\u00a0%',
    '2,5 Stunden',
    '„item a“, „item b“ und „item c“',
  ]);
  expect(write('fr')[2]).toBe('2,5\u00a0heures');
});
