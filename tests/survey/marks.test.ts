import { describe, expect, it } from 'vitest';
import { answerCoder } from '../../src/survey/answer-code.ts';
import { packWaiting, unpackWaiting } from '../../src/survey/packed-slices.ts';
import { readResultsQuery } from '../../src/survey/results-query.ts';
import { segmentOf } from '../../src/survey/segment.ts';
import { addEntries, steppedStudy } from '../../src/survey/stepped-tally.ts';
import { type CodeGroup, codedSegment } from '../../src/survey/study-tally.ts';
import { template } from '../../src/survey/templates.ts';

const definition = template('smart-city-programme-manager')!;
const { encode, questions } = answerCoder(definition);
const code = encode({ role: 'student' });
const from = { locale: 'en', table: null, round: 1, event: null, voice: 'individual' } as const;
const group = (size: number, mark?: 'team' | 'expert', sign: 1 | -1 = 1): CodeGroup => ({
  ...from,
  ...(mark && { mark }),
  sign,
  codes: Array.from({ length: size }, () => code),
});

const shown = (groups: CodeGroup[][]) => {
  const study = steppedStudy(definition);
  for (const some of groups) addEntries(definition, study, some, 5);
  const slices = study.get('role')!.segments.get('@mark')!;
  return Object.fromEntries([...slices].map(([value, slice]) => [value, slice.shown.n]));
};

describe('marks', () => {
  it('are read from codes as they are from answers; a table has none', () => {
    const coded = codedSegment(definition, questions, '@mark');
    const { valuesOf } = segmentOf(definition, '@mark', 'en')!;
    for (const voice of ['individual', 'table'] as const) {
      for (const mark of [undefined, null, 'team', 'expert'] as const) {
        const person = { ...from, voice, ...(mark !== undefined && { mark }) };
        const values = valuesOf({ ...person, answers: {} });
        expect(coded([code], { ...person, sign: 1 })).toEqual(values);
        expect(values).toEqual([voice === 'table' ? '' : (mark ?? 'participant')]);
      }
    }
  });

  it('stay with answers that wait to be shown', () => {
    const entry = { ...from, sign: 1, code } as const;
    const waiting = [entry, { ...entry, mark: 'expert' as const }];
    expect(unpackWaiting(packWaiting(waiting))).toEqual(waiting);
  });

  it('move from one slice to another in steps, as answers do', () => {
    const before = [group(10), group(6, 'expert')];
    expect(shown([before])).toMatchObject({
      'individual:participant': 10,
      'individual:expert': 6,
    });
    // One person with another mark: what is shown waits until as many moved as protect each of them.
    const few = [group(1, undefined, -1), group(1, 'team')];
    expect(shown([before, few])).toMatchObject({
      'individual:participant': 10,
      'individual:expert': 6,
    });
    const many = [group(5, undefined, -1), group(5, 'team')];
    expect(shown([before, many])).toMatchObject({
      'individual:participant': 5,
      'individual:expert': 6,
      'individual:team': 5,
    });
  });

  it('are asked for by the name that templates use, too', () => {
    const query = readResultsQuery(definition, {
      by: '@invited-expert',
      where: '@invited-expert:expert',
    });
    expect(query).toMatchObject({ by: '@mark', where: [{ segment: '@mark', values: ['expert'] }] });
    expect(readResultsQuery(definition, { where: '@mark:mayor' })).toContain('no value "mayor"');
  });
});
