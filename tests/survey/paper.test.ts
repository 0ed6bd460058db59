import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerIssues } from '../../src/survey/answer.ts';
import { generate } from '../../src/survey/generator/generate.ts';
import { localise, type LocalQuestion } from '../../src/survey/local-study.ts';
import {
  printedNumber,
  readSheetNumber,
  sheetNumber,
} from '../../src/survey/paper/sheet-number.ts';
import { readTyped, writeTyped } from '../../src/survey/paper/typed-answer.ts';
import { template } from '../../src/survey/templates.ts';

const sheets = fc.record({
  voice: fc.constantFrom('individual' as const, 'table' as const),
  round: fc.integer({ min: 1, max: 20 }),
  serial: fc.integer({ min: 1, max: 999 }),
});

describe('the number of a sheet', () => {
  it('is read as it was printed, with or without its dash', () => {
    expect(printedNumber({ voice: 'table', round: 2, serial: 3 })).toMatch(/^T2003-\d$/);
    fc.assert(
      fc.property(sheets, fc.constantFrom('-', '', ' ', ' – '), (sheet, dash) => {
        const typed = printedNumber(sheet).replace('-', dash).toLowerCase();
        expect(readSheetNumber(typed)).toEqual(sheet);
      }),
    );
  });

  it('is that of no sheet with one wrong digit, or with two neighbours changed round', () => {
    fc.assert(
      fc.property(sheets, fc.nat(), fc.integer({ min: 1, max: 9 }), (sheet, at, shift) => {
        const digits = [...printedNumber(sheet).replace(/\D/g, '')];
        const table = sheet.voice === 'table' ? 'T' : '';
        const place = at % digits.length;
        const wrong = digits.with(place, String((Number(digits[place]) + shift) % 10));
        expect(readSheetNumber(table + wrong.join(''))).toBeNull();
        const next = (place + 1) % digits.length;
        if (next === 0 || digits[place] === digits[next]) return;
        const turned = digits.with(place, digits[next]!).with(next, digits[place]!);
        expect(readSheetNumber(table + turned.join(''))).toBeNull();
      }),
    );
  });

  it('of a table is none of a person’s', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const own = printedNumber(sheet);
        expect(readSheetNumber(own.startsWith('T') ? own.slice(1) : `T${own}`)).toBeNull();
      }),
    );
    expect(sheetNumber({ voice: 'individual', round: 12, serial: 7 })).toBe('12007');
    for (const none of ['', '0', '17', '01017-0', '1000-0', '99999-9', 'X1017']) {
      expect(readSheetNumber(none)).toBeNull();
    }
  });
});

const ranking: LocalQuestion = {
  id: 'rank',
  kind: 'ranking',
  section: 's',
  required: false,
  title: 'Rank',
  options: ['a', 'b', 'c'].map((id) => ({ id, label: id })),
  ties: true,
  writeIns: 1,
  noOpinion: true,
};

describe('what is typed from a sheet', () => {
  it('is read in the numbers that the sheet prints, best first', () => {
    for (const [typed, answer] of [
      ['3 1 2', [['c'], ['a'], ['b']]],
      ['3,1', [['c'], ['a']]],
      ['3>1 = 2', [['c'], ['a', 'b']]],
      ['2 “Data ethics” 1', [['b'], [{ writeIn: 'Data ethics' }], ['a']]],
      ['-', 'no-opinion'],
      ['', undefined],
    ] as const) {
      expect(readTyped(ranking, typed)).toEqual({ answer });
    }
  });

  it('says which number or sign it cannot read', () => {
    expect(readTyped(ranking, '3 7')).toEqual({
      problem: { code: 'no-such-number', typed: '7', most: 3 },
    });
    for (const typed of ['3 x', '=1', '1=', '1==2', '0 - 1']) {
      expect(readTyped(ranking, typed)).toHaveProperty('problem');
    }
    const number: LocalQuestion = { ...ranking, kind: 'number' };
    expect(readTyped(number, '7,5')).toEqual({ answer: 7.5 });
    expect(readTyped(number, 'many')).toHaveProperty('problem.code', 'unreadable');
  });

  it('a number that stands twice is left to the checks that every answer passes', () => {
    const typed = readTyped(ranking, '2 2') as { answer: unknown };
    expect(answerIssues({ questions: [ranking] }, { rank: typed.answer })).toMatchObject([
      { code: 'repeated' },
    ]);
  });

  it('comes back as the answer it was written from, whatever the question', () => {
    for (const id of ['smart-city-programme-manager', 'local-digital-skills']) {
      const definition = template(id)!;
      const study = {
        individual: localise(definition, 'en', 'individual'),
        table: localise(definition, 'en', 'table'),
      };
      const kinds = new Set<string>();
      for (const { answers, voice } of generate(definition, { n: 40, seed: 7, tables: 5 })) {
        for (const question of study[voice].questions) {
          const answer = answers[question.id];
          if (answer === undefined) continue;
          kinds.add(question.kind);
          expect(readTyped(question, writeTyped(question, answer))).toEqual({ answer });
        }
      }
      expect(kinds).toContain('ranking');
      expect(kinds.size).toBeGreaterThan(4);
    }
  });
});
