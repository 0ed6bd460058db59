import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deepStatistics } from '../../src/deep-statistics.ts';
import { storeResponses } from '../../src/db/import-responses.ts';
import { createStudy, findStudy, setStudyStatus, type Study } from '../../src/db/studies.ts';
import { useDeepStatistics } from '../../src/http/sampled-results.ts';
import { ballotsIn, deepFigures, type DeepTask } from '../../src/survey/deep-figures.ts';
import { emptyQuestionTally, countCodes, tallyShape } from '../../src/survey/question-tally.ts';
import type { ResultsDocument } from '../../src/survey/results-document.ts';
import { answers, definition, seeded } from '../bench/survey.ts';
import { answerCoder } from '../../src/survey/answer-code.ts';
import { LANGUAGES } from '../../src/survey/language.ts';
import { resultsTexts } from '../../web/text/results/texts.ts';
import { freshApp, type FreshApp } from '../fresh-app.ts';

let fresh: FreshApp;
let study: Study;

beforeAll(async () => {
  fresh = await freshApp();
  const { db } = fresh;
  const { id } = await createStudy(db, { definition, now: new Date() });
  await setStudyStatus(db, id, 'open', new Date());
  study = (await findStudy(db, id))!;
  const random = seeded(3);
  const place = { locale: 'en', voice: 'individual' as const, table: null, round: 1, event: null };
  const responses = Array.from({ length: 2100 }, () => ({
    ...place,
    id: randomUUID(),
    answers: answers(random),
    shown: {},
    at: new Date(),
  }));
  await storeResponses(db, study, responses);
});
afterAll(() => fresh.close());

/** Rankings of one slice, each of them different. */
function task(size: number): DeepTask {
  const random = seeded(5);
  const { encode } = answerCoder(definition);
  const codes = Array.from({ length: size }, () => encode(answers(random)).split('\t')[0]!);
  const shape = tallyShape(definition, definition.questions[0]!);
  const tally = emptyQuestionTally(shape);
  countCodes(tally, shape, codes, 1);
  const counted = codes.map((code): [string, number] => [code, 1]);
  return { definition, question: 'topics', slices: [{ key: 'all', tally, codes: counted }] };
}

async function settled(where: string): Promise<ResultsDocument> {
  for (;;) {
    const answer = await fresh.designer(`/api/studies/${study.id}/results?${where}`);
    const document = (await answer.json()) as ResultsDocument;
    if (document.sample) return document;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('deep figures come from a thread of their own: requests are answered before they are there', async () => {
  const deep = deepStatistics();
  const own = task(4000);
  let isThere = false;
  const figures = deep(own).then((found) => {
    isThere = true;
    return found;
  });
  const health = await fresh.app.request('/healthz');
  expect(await health.text()).toBe('ok');
  expect(isThere).toBe(false);
  expect(ballotsIn(own.slices[0]!.codes)).toHaveLength(4000);
  expect(await figures).toEqual(deepFigures(own));
});

test('a task that takes too long is ended, and the next one is not kept from its turn', async () => {
  const deep = deepStatistics({ milliseconds: 1 });
  expect(await Promise.all([deep(task(4000)), deep(task(10))])).toContain('too-slow');
  expect(await deepStatistics()(task(10))).toHaveLength(1);
});

test('a document says from how many responses, when, and why figures are missing', async () => {
  useDeepStatistics(fresh.db, deepStatistics({ milliseconds: 1 }));
  const slow = await settled('question=topics&by=role');
  expect(slow.sample).toMatchObject({ responses: 2100, missing: 'too-slow' });
  expect(slow.slices[0]).toMatchObject({ n: 2100, plackettLuce: null, irv: null });
  for (const language of LANGUAGES) {
    const said = resultsTexts(language)('methodMissing', { n: 2100 });
    const page = async () => {
      const headers = { authorization: `Bearer ${fresh.token}`, 'accept-language': language };
      const path = `/studies/${study.id}/results?question=topics`;
      return (await (await fresh.app.request(path, { headers })).text()).includes(said);
    };
    await expect.poll(page).toBe(true);
  }
  useDeepStatistics(fresh.db, deepStatistics());
  const whole = await settled('question=topics');
  expect(whole.sample).toMatchObject({ responses: 2100 });
  expect(whole.sample).not.toHaveProperty('missing');
  expect(whole.slices[0]).toMatchObject({
    irv: { winners: ['topic-1'] },
    plackettLuce: { logWorth: expect.arrayContaining([expect.any(Number)]) },
  });
  const { at } = whole.sample!;
  expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(60_000);
});
