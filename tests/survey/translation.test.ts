import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../src/survey/definition.ts';
import type { Language } from '../../src/survey/language.ts';
import { template, templateIds } from '../../src/survey/templates.ts';
import { readTranslationCsv, translationCsv } from '../../src/survey/translation-csv.ts';
import { TranslationFileError } from '../../src/survey/translation-file.ts';
import { planImport } from '../../src/survey/translation-import.ts';
import {
  progressOf,
  reviewedTexts,
  tidyWording,
  translationsOf,
  wordingProblem,
} from '../../src/survey/translation-state.ts';
import { translationUnits, withTexts } from '../../src/survey/translation-units.ts';
import { readTranslationXliff, translationXliff } from '../../src/survey/translation-xliff.ts';

const definition = template('local-digital-skills')!;
const units = translationUnits(definition);
const german = (study: Definition = definition) => translationsOf(study, 'de', []);

const formats = [
  {
    format: 'CSV',
    write: (study: Definition, to: Language = 'de') =>
      translationCsv(translationsOf(study, to, []), to),
    read: readTranslationCsv,
  },
  {
    format: 'XLIFF',
    write: (study: Definition, to: Language = 'de') =>
      translationXliff(translationsOf(study, to, []), { study: 's', from: 'en', to }),
    read: readTranslationXliff,
  },
];

/** Wordings as people write them, and as nobody would: what files and spreadsheets trip over. */
const wording = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom(...'=+-@\'",;<>&\t\n ]éñ😀{}x&#;!-[', '&amp;', ']]>', '<!--', '%x;'),
      minLength: 1,
      maxLength: 12,
    }),
  )
  .map(tidyWording)
  .filter((text) => text !== '' && wordingProblem({ source: '', limit: 22 }, text) === null);

describe('the texts of a definition', () => {
  it.each(templateIds)('have ids of their own and lead back to themselves: %s', (id) => {
    const study = template(id)!;
    const all = translationUnits(study);
    expect(new Set(all.map((unit) => unit.id)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(50);
    const wordings = new Map(all.map((unit) => [unit.id, unit.text.de!]));
    expect(withTexts(study, 'de', wordings)).toEqual(study);
  });

  it('keep their ids when questions and options move', () => {
    const moved = structuredClone(definition);
    moved.questions.reverse();
    for (const list of Object.values(moved.lists)) list.reverse();
    const ids = (study: Definition) =>
      translationUnits(study)
        .map(({ id }) => id)
        .toSorted();
    expect(ids(moved)).toEqual(ids(definition));
  });

  it('are a copy when they change', () => {
    const changed = withTexts(definition, 'de', new Map([['title', 'Neu']]));
    expect(changed.title.de).toBe('Neu');
    expect(definition.title.de).not.toBe('Neu');
    expect(withTexts(changed, 'de', new Map([['title', '']])).title.de).toBeUndefined();
  });
});

describe('a translation', () => {
  const [first] = german();
  const review = {
    unit: first!.id,
    language: 'de',
    fingerprint: reviewedTexts(first!.source, first!.wording),
    by: 'Ada',
    at: new Date(),
  };
  const stateIn = (study: Definition) => translationsOf(study, 'de', [review])[0]!.state;

  it('is reviewed until its source or itself changes, and again when the change is undone', () => {
    expect(stateIn(definition)).toBe('reviewed');
    expect(stateIn(withTexts(definition, 'en', new Map([[first!.id, 'Other']])))).toBe('draft');
    expect(stateIn(withTexts(definition, 'de', new Map([[first!.id, 'Anders']])))).toBe('draft');
    expect(stateIn(withTexts(definition, 'de', new Map([[first!.id, '']])))).toBe('missing');
    expect(stateIn(withTexts(definition, 'fr', new Map([[first!.id, 'Autre']])))).toBe('reviewed');
  });

  it('counts in one state', () => {
    const without = withTexts(definition, 'de', new Map([['intro', '']]));
    const progress = progressOf(translationsOf(without, 'de', [review]));
    expect(progress).toEqual({ missing: 1, draft: units.length - 2, reviewed: 1 });
  });

  it('needs the placeholders of its source, and room', () => {
    const at = { source: 'From {a} to {b}', limit: 20 };
    expect(wordingProblem(at, 'Von {b} bis {a}')).toBeNull();
    expect(wordingProblem(at, 'Von {a} bis {c}')).toBe('placeholders');
    expect(wordingProblem(at, 'Von {a}')).toBe('placeholders');
    expect(wordingProblem(at, `{a} {b} ${'x'.repeat(20)}`)).toBe('too-long');
    expect(wordingProblem({ source: '', limit: 9 }, 'a\u0000')).toBe('control-character');
  });
});

describe.each(formats)('a file for translators as $format', ({ write, read }) => {
  it('that comes back as it went changes nothing', () => {
    for (const id of templateIds) {
      const study = template(id)!;
      const file = read(write(study, 'ca'));
      expect(file.language).toBe('ca');
      const plan = planImport(translationsOf(study, 'ca', []), file.rows);
      const same = translationUnits(study).length;
      expect(plan).toEqual({ changes: [], outdated: [], unknown: [], refused: [], same });
    }
  });

  it('carries any wording there and back', () => {
    fc.assert(
      fc.property(fc.array(wording, { minLength: 1, maxLength: 30 }), wording, (texts, source) => {
        const chosen = new Map(texts.map((text, index) => [units[index]!.id, text]));
        const study = withTexts(
          withTexts(definition, 'de', chosen),
          'en',
          new Map([[units[0]!.id, source]]),
        );
        const { rows } = read(write(study));
        const back = new Map(rows.map((row) => [row.id, row.wording]));
        for (const [id, text] of chosen) expect(back.get(id)).toBe(text);
        expect(planImport(german(study), rows).changes).toEqual([]);
        expect(planImport(german(study), rows).outdated).toEqual([]);
        // The same file finds every one of these wordings to be new to the study as it was.
        const plan = planImport(german(), rows.slice(1));
        const found = new Map(
          [...plan.changes, ...plan.refused].map(({ id, after }) => [id, after]),
        );
        for (const [id, text] of [...chosen].slice(1)) {
          if (text !== german().find((other) => other.id === id)!.wording) {
            expect(found.get(id)).toBe(text);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('names ids that there are not, and texts whose source has changed meanwhile', () => {
    const edited = withTexts(
      definition,
      'de',
      new Map([
        ['intro', 'Neu'],
        ['title', 'Auch neu'],
      ]),
    );
    const { rows } = read(write(edited));
    const now = withTexts(definition, 'en', new Map([['title', 'Another title']]));
    const stray = { id: 'questions.none.title', source: null, wording: 'Weg' };
    const plan = planImport(german(now), [...rows, stray]);
    expect(plan.changes.map(({ id, after }) => [id, after])).toEqual([['intro', 'Neu']]);
    expect(plan.outdated.map(({ id, source }) => [id, source])).toEqual([
      ['title', 'Another title'],
    ]);
    expect(plan.unknown).toEqual(['questions.none.title']);
  });

  it('refuses what is no such file', () => {
    for (const text of ['', 'id\n1', '<a></a>', '{"a":1}', '<xliff', 'translation,x\na,b']) {
      expect(() => read(text), text).toThrow(TranslationFileError);
    }
  });
});

describe('a spreadsheet', () => {
  it('gets no formula from a text', () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', "'=1"];
    const chosen = new Map(texts.map((text, index) => [units[index]!.id, text]));
    const csv = translationCsv(german(withTexts(definition, 'de', chosen)), 'de');
    expect(csv).not.toMatch(/(^|,|\n)"?[=+\-@]/);
  });

  it('may save with semicolons, without a byte order mark, and with columns moved', () => {
    const text = 'translation;note;id\r\n"Neu; ganz neu";x;title\r\n\r\n;;intro\r\n';
    expect(readTranslationCsv(text).rows).toEqual([
      { id: 'title', source: null, wording: 'Neu; ganz neu' },
      { id: 'intro', source: null, wording: '' },
    ]);
  });
});

describe('hostile XML', () => {
  const around = (body: string, before = '') =>
    `<?xml version="1.0"?>${before}<xliff version="1.2"><file target-language="de"><body>` +
    `<trans-unit id="title"><source>x</source><target>${body}</target></trans-unit></body></file></xliff>`;

  it('is refused: entities that expand without end', () => {
    const bomb = Array.from(
      { length: 9 },
      (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
    ).join('');
    const text = around('&l9;', `<!DOCTYPE x [<!ENTITY l0 "lol">${bomb}]>`);
    // Expanded, it would not end within the time of a test.
    expect(() => readTranslationXliff(text)).toThrow(TranslationFileError);
  });

  it('is refused: entities of files and addresses, twice declared, or not at all', () => {
    const external = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>';
    for (const before of [external, external + external, '<!doctype x>', '']) {
      expect(() => readTranslationXliff(around('&e;', before))).toThrow(TranslationFileError);
    }
    const reference = '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">';
    expect(() => readTranslationXliff(around('x', reference))).toThrow(TranslationFileError);
  });

  it('is refused: references to characters that there are not', () => {
    for (const text of ['&#0;', '&#x110000;', '&#xD800000;', '&nbsp;', '&constructor;']) {
      expect(() => readTranslationXliff(around(text)), text).toThrow(TranslationFileError);
    }
  });

  it('is refused or read within the time of a test: tags within tags', () => {
    const deep = around('<g>'.repeat(20_000) + '</g>'.repeat(20_000));
    try {
      readTranslationXliff(deep);
    } catch (error) {
      expect(error).toBeInstanceOf(TranslationFileError);
    }
  });

  it('is text where it stands in a text', () => {
    const { rows } = readTranslationXliff(
      around('&lt;script&gt;<![CDATA[<b>&amp;]]>&#x41;<g id="1">B</g>'),
    );
    expect(rows[0]!.wording).toBe('<script><b>&amp;AB');
  });
});

it('XLIFF 2.0 is read too', () => {
  const text =
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de-AT">' +
    '<file id="f"><group id="g"><unit id="title"><segment><source>A</source><target>Eins. </target></segment>' +
    '<segment><source>B</source><target>Zwei.</target></segment></unit></group></file></xliff>';
  expect(readTranslationXliff(text)).toEqual({
    language: 'de',
    rows: [{ id: 'title', source: 'AB', wording: 'Eins. Zwei.' }],
  });
});
