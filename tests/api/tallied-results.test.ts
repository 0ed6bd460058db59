import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoStudy } from '../../src/cli/demo-study.ts';
import { answersOf } from '../../src/db/answers.ts';
import { setStudyStatus, type Study } from '../../src/db/studies.ts';
import { resultsOf } from '../../src/http/results-of.ts';
import { readResultsQuery, type ResultsParameters } from '../../src/survey/results-query.ts';
import { gatherResults } from '../../src/survey/results.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';

let fresh: FreshApp;
let study: Study;
beforeAll(async () => {
  fresh = await freshApp();
  ({ study } = await demoStudy(fresh.db, {
    preset: 'demo',
    seed: 5,
    templateId: 'smart-city-programme-manager',
    now: new Date('2026-11-20T09:00:00Z'),
  }));
});
afterAll(() => fresh.close());

/** The document of stored tallies and of codes, and the one of all answers one by one. */
async function both(parameters: ResultsParameters) {
  const query = readResultsQuery(study.definition, parameters);
  if (typeof query === 'string') throw new Error(query);
  const { document } = await resultsOf(fresh.db, study, query);
  const { version: _, ...tallied } = await document();
  const direct = gatherResults(study.definition, query, study.definition.defaultLanguage);
  for await (const rows of answersOf(fresh.db, study.id)) for (const row of rows) direct.add(row);
  const { version: __, ...counted } = direct.document(study.id, '');
  return { tallied, counted };
}

const kinds = () => [
  ...new Map(study.definition.questions.map((question) => [question.kind, question.id])).values(),
];

describe('results from tallies are those of the answers one by one, to the last digit', () => {
  it('for every question', async () => {
    for (const { id } of study.definition.questions) {
      for (const voice of ['individual', 'table']) {
        const { tallied, counted } = await both({ question: id, voice });
        expect(tallied, `${id} of ${voice}`).toEqual(counted);
      }
    }
  });

  it('for every kind of question by every segment', async () => {
    for (const question of kinds()) {
      for (const by of [...study.definition.segments, '@table', '@round', '@event', '@voice']) {
        if (by === '@invited-expert') continue;
        const { tallied, counted } = await both({ question, by });
        expect(tallied, `${question} by ${by}`).toEqual(counted);
      }
    }
  });

  it('for filters of one segment and of several, once the study is closed', async () => {
    await setStudyStatus(fresh.db, study.id, 'closed', new Date());
    for (const question of kinds()) {
      for (const where of ['role:student', 'role:student,', crossing, '@round:1']) {
        for (const by of ['', '@language']) {
          const { tallied, counted } = await both({ question, where, by });
          expect(tallied, `${question} by ${by} where ${where}`).toEqual(counted);
        }
      }
    }
  });

  it('also when it is opened again: crossed filters go on from what the closed study showed', async () => {
    await setStudyStatus(fresh.db, study.id, 'open', new Date());
    const { tallied, counted } = await both({
      question: 'training-necessary',
      where: 'role:student;@round:1',
    });
    expect(tallied).toEqual(counted);
    expect(tallied.slices[0].suppressed).toBe(undefined);
  });
});

const crossing = 'role:student;@language:en,es';
