import { describe, expect, it } from 'vitest';
import { answerCoder } from '../../src/survey/answer-code.ts';
import { type CrossedGathering, gatherCrossed } from '../../src/survey/crossed-results.ts';
import { generate } from '../../src/survey/generator/generate.ts';
import { packQuestionTally } from '../../src/survey/question-tally.ts';
import { readResultsQuery } from '../../src/survey/results-query.ts';
import type { CodeGroup } from '../../src/survey/study-tally.ts';
import { template } from '../../src/survey/templates.ts';

const definition = template('smart-city-programme-manager')!;
const { encode } = answerCoder(definition);
const groups = generate(definition, { n: 600, tables: 0, seed: 9 })
  .filter(({ finished }) => finished)
  .map(({ answers, locale, voice, table, round, event }): CodeGroup => {
    return { sign: 1, locale, voice, table, round, event, codes: [encode(answers)] };
  });

function start(question: string, running: boolean): CrossedGathering {
  const asked = { question, where: 'area-type:city;@language:en,es', by: 'role' };
  const query = readResultsQuery(definition, asked);
  if (typeof query === 'string') throw new Error(query);
  return gatherCrossed(definition, query, running);
}

function packed(gathering: CrossedGathering) {
  const { all, beside, slices } = gathering.tallies();
  const own = [...slices].map(([value, slice]) => [value, packQuestionTally(slice.tally)]);
  return { all: packQuestionTally(all), beside, slices: new Map(own as never) };
}

describe.each(['competency-ranking', 'competency-importance', 'online-share'])(
  'a crossed result of %s',
  (question) => {
    const whole = start(question, false);
    whole.add(groups);
    whole.step(1);
    const expected = packed(whole);

    it.each([true, false])('is the same in whatever steps answers come: %s', (running) => {
      const stepped = start(question, running);
      for (const group of groups) {
        stepped.add([group]);
        stepped.step(1);
      }
      expect(packed(stepped)).toEqual(expected);
      expect(whole.tallies().all.n).toBeGreaterThan(20);
    });

    it('forgets what is taken back, whether it has been counted or not', () => {
      const edited = start(question, true);
      const gone = groups.filter((_, index) => index % 3 === 0);
      const left = groups.filter((_, index) => index % 3 !== 0);
      edited.add([...gone, ...gone, ...left]);
      edited.step(1);
      edited.add(gone.flatMap((group) => [{ ...group, sign: -1 as const }]));
      edited.step(1);
      expect(packed(edited)).toEqual(expected);
    });
  },
);
