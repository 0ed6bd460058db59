import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStudyStatus } from '../../src/db/studies.ts';
import type { Answers } from '../../src/survey/answer.ts';
import type { NeedsDocument } from '../../src/survey/needs/needs-document.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { answeredStudy, type AnsweredStudy, peopleOf } from './needs-study.ts';

const SMART_CITY = 'smart-city-programme-manager';
const people = peopleOf(SMART_CITY, { n: 70 });

let fresh: FreshApp;
let study: AnsweredStudy;

beforeAll(async () => {
  fresh = await freshApp();
  study = await answeredStudy(fresh, SMART_CITY, people);
  await setStudyStatus(fresh.db, study.id, 'closed', new Date());
}, 60_000);
afterAll(() => fresh.close());

const read = async (id: string, query = ''): Promise<NeedsDocument> => {
  const answer = await fresh.designer(`/api/studies/${id}/needs${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as NeedsDocument;
};

/** Answers of as many people as told, all alike but for what is given. */
const alike = (n: number, own: (person: number) => Answers): Answers[] =>
  Array.from({ length: n }, (_, person) => ({ role: 'student', ...own(person) }));

const rating = (answers: Answers, question: string, item: string): number | null =>
  ((answers[question] as Record<string, number | null> | undefined) ?? {})[item] ?? null;

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('figures equal what the answers themselves give', () => {
  it('computes every gap from the complete pairs alone', async () => {
    const { gaps, items } = await read(study.id);
    if (gaps.figures?.kind !== 'rated') throw new Error('no gaps');
    expect(gaps.figures.rows.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    for (const { id, gap } of gaps.figures.rows) {
      const pairs = people.flatMap((answers) => {
        const importance = rating(answers, 'competency-importance', id);
        const level = rating(answers, 'competency-level', id);
        return importance === null || level === null ? [] : [[importance, level] as const];
      });
      const meanImportance = mean(pairs.map(([importance]) => importance));
      const meanGap = mean(pairs.map(([importance, level]) => importance - level));
      const below = pairs.filter(([importance, level]) => level < importance).length;
      const above = pairs.filter(([importance, level]) => level > importance).length;
      expect(gap.n).toBe(pairs.length);
      expect(gap.mwds).toBeCloseTo(meanGap * meanImportance, 9);
      expect(gap.rds).toBeCloseTo((100 * (above - below)) / pairs.length, 9);
      const all = people.flatMap((answers) => rating(answers, 'competency-importance', id) ?? []);
      expect(gap.meanImportanceAll).toBeCloseTo(mean(all), 9);
    }
    const tested = gaps.figures.rows.filter(({ direction }) => direction === 'lacking');
    for (const { gap, certainty } of tested) {
      expect(gap.signedRank!.adjustedP).toBeLessThanOrEqual(0.05);
      expect(gap.signedRank!.adjustedP).toBeGreaterThanOrEqual(gap.signedRank!.pValue);
      expect(certainty).toBe('firm');
    }
    expect(tested.length).toBeGreaterThan(0);
  });

  it('answers the five questions with the share, the median and n that were given', async () => {
    const document = await read(study.id);
    const said = people.map((answers) => answers['training-necessary']);
    const yes = said.filter((one) => one === 'yes-urgent' || one === 'yes-later').length;
    const known = said.filter((one) => one !== undefined && one !== 'dont-know').length;
    expect(document.necessary.figures?.necessary).toMatchObject({ count: yes, n: known });
    expect(document.necessary.figures?.dontKnow).toBe(
      said.filter((one) => one === 'dont-know').length,
    );
    const hoursOf: Record<string, number> = {
      '1-day': 8,
      '2-3-days': 20,
      '1-week': 40,
      '75-hours': 75,
      '150-hours': 150,
      '300-hours': 300,
      '750-hours': 750,
    };
    const hours = people
      .flatMap((answers) => hoursOf[String(answers['training-duration'])] ?? [])
      .sort((a, b) => a - b);
    const median = document.duration.figures!.summary.median!.values;
    expect(median).toEqual([hours[Math.ceil(hours.length / 2) - 1], hours[(hours.length / 2) | 0]]);
    expect(document.duration.n).toBe(hours.length);
    const online = people.flatMap((answers) => (answers['online-share'] as number) ?? []);
    expect(document.onlineShare.figures!.summary.n).toBe(online.length);
    expect(document.decision.answers.map(({ question }) => question)).toEqual([1, 2, 3, 4, 5]);
    expect(document.decision.answers[2]!.answer).toMatchObject({ hours: median });
  });

  it('weighs ranking and gap as the part says, and names what stands behind it', async () => {
    const { scores, worths, gaps, items } = await read(study.id);
    const { weights, worthShares, gapShares, rankingPart } = scores.figures!.scores;
    expect(rankingPart).toBe(0.6);
    if (gaps.figures?.kind !== 'rated') throw new Error('no gaps');
    const sizes = gaps.figures.rows.map(({ gap }) => Math.max(0, gap.mwds!));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    items.forEach((_, at) => {
      expect(gapShares![at]).toBeCloseTo(sizes[at]! / total, 9);
      expect(worthShares![at]).toBeCloseTo(worths.figures!.shares[at]!, 9);
      expect(weights![at]).toBeCloseTo(0.6 * worthShares![at]! + (0.4 * sizes[at]!) / total, 9);
    });
    expect(worths.figures?.basis).toBe('plackett-luce');
  });

  it('takes the same people as the results do, and says so in its evidence', async () => {
    const role = people.map((answers) => answers['role']);
    const chosen = [...new Set(role)].find((one) => role.filter((own) => own === one).length >= 8);
    const group = people.filter((answers) => answers['role'] === chosen);
    const document = await read(study.id, `?where=role:${String(chosen)}`);
    expect(document.filter).toEqual({ where: `role:${String(chosen)}` });
    expect(document.duration.n).toBe(group.filter((own) => own['training-duration']).length);
    expect(document.decision.filter).toEqual(document.filter);
    for (const { evidence } of document.statements)
      expect(evidence.filter).toEqual(document.filter);
    if (document.gaps.figures?.kind === 'rated') {
      for (const { gap, missing } of document.gaps.figures.rows) {
        if (missing) expect([gap.mwds, gap.rds]).toEqual([null, null]);
        else expect(gap.n).toBeGreaterThanOrEqual(5);
      }
    }
  });
});

describe('honest documents', () => {
  it('says of a study that nobody has answered that there is nothing, and why', async () => {
    const empty = await answeredStudy(fresh, SMART_CITY, []);
    const document = await read(empty.id);
    for (const finding of [document.necessary, document.gaps, document.scores, document.duration]) {
      expect(finding).toMatchObject({ figures: null, missing: 'no-answers', certainty: 'too-few' });
    }
    expect(document.decision.answers[0]!.answer).toEqual({ verdict: null, targets: [] });
    expect(document.decision.answers.every(({ certainty }) => certainty === 'too-few')).toBe(true);
  });

  it('claims nothing from three answers, and shows no figure of theirs', async () => {
    const tiny = await answeredStudy(fresh, SMART_CITY, people.slice(0, 3));
    const document = await read(tiny.id);
    for (const finding of [document.necessary, document.gaps, document.duration, document.mixing]) {
      expect(finding.figures).toBeNull();
      expect(finding.certainty).toBe('too-few');
    }
    expect(document.duration).toMatchObject({ missing: 'too-few', n: 3 });
    expect(document.statements.every(({ kind }) => kind === 'unanswered')).toBe(true);
  });

  it('says that the problem is not training when that is what people say', async () => {
    const no = await answeredStudy(
      fresh,
      SMART_CITY,
      alike(20, (person) => ({ 'training-necessary': person < 17 ? 'no-other' : 'yes-later' })),
    );
    const document = await read(no.id);
    expect(document.necessary.figures).toMatchObject({
      verdict: 'not-a-training-problem',
      warning: true,
      otherCause: { count: 17, n: 20 },
    });
    expect(document.statements.map(({ kind }) => kind)).toContain('other-causes');
  });

  it('names what divides people, and does not decide what they leave open', async () => {
    const camps = await answeredStudy(
      fresh,
      SMART_CITY,
      alike(24, (person) => ({
        'challenge-ranking': (person < 9
          ? ['funding', 'silos', 'privacy', 'small-scale', 'business-case']
          : ['vendor-lock-in', 'staff-shortage', 'political-change', 'interoperability', 'privacy']
        ).map((item) => [item]),
        'elearning-acceptable': person % 2 ? 'yes' : 'no',
      })),
    );
    const document = await read(camps.id);
    expect(document.rankings.challenges.figures!.polarised).toContain('funding');
    expect(document.statements.map(({ kind }) => kind)).toContain('divided');
    expect(document.acceptance.figures!.summary.median!.values).toEqual([1, 5]);
    expect(document.decision.answers[3]).toMatchObject({
      answer: { format: 'half-and-half' },
      certainty: 'open',
    });
  });

  it('uses rank and coverage where a study rates no importance, and asks for no more than it has', async () => {
    const rural = 'rural-innovation-gaps';
    const own = await answeredStudy(fresh, rural, peopleOf(rural, { n: 40 }));
    const document = await read(own.id);
    expect(document.roles).toMatchObject({
      contents: 'barrier-ranking',
      importance: null,
      level: 'sme-coverage',
      duration: null,
    });
    if (document.gaps.figures?.kind !== 'ranked') throw new Error('no gaps');
    const { rows, highest, lowest } = document.gaps.figures;
    expect([lowest, highest]).toEqual([0, 3]);
    for (const { meanRank, level, score } of rows) {
      const importance = 1 - (meanRank! - 1) / (rows.length - 1);
      expect(score).toBeCloseTo(importance * ((3 - level!) / 3), 9);
    }
    expect(document.duration.missing).toBe('not-asked');
    const asked = document.statements.flatMap(({ evidence }) => evidence.questions);
    expect(asked.every((id) => id !== '')).toBe(true);
  });

  it('shows of a running study no pair that its results hold back', async () => {
    const running = await answeredStudy(fresh, SMART_CITY, people.slice(0, 30));
    const before = await read(running.id);
    const answers = people[40]!;
    const told = await fresh.designer(`/api/studies/${running.id}`);
    const { joinCode } = (await told.json()) as { joinCode: string };
    const sent = await fresh.app.request(`/api/responses/${crypto.randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ joinCode, revision: 1, locale: 'en', answers }),
    });
    expect(sent.status).toBe(201);
    expect(await read(running.id)).toEqual(before);
    // Other settings make the document anew, from the responses as they are now.
    const settings = { rankingPart: 0.5 };
    const body = { revision: 0, settings };
    const saved = await fresh.designer(`/api/studies/${running.id}/plan`, { method: 'PUT', body });
    expect(saved.status).toBe(200);
    const anew = await read(running.id);
    expect(anew.scores.figures!.scores.rankingPart).toBe(0.5);
    expect(anew.gaps).toEqual(before.gaps);
    const crossed = await read(running.id, '?where=role:student;country:ES');
    expect(crossed.gaps.figures).toBeNull();
    expect(crossed.gaps.missing).toBe('until-closed');
  });
});

describe('the address', () => {
  it('answers 304 until something changes, and 422 for what the study does not have', async () => {
    const path = `/api/studies/${study.id}/needs`;
    const first = await fresh.designer(path);
    const etag = first.headers.get('etag')!;
    const again = await fresh.app.request(path, {
      headers: { authorization: `Bearer ${fresh.token}`, 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
    expect((await fresh.designer(`${path}?where=role:nobody`)).status).toBe(422);
    expect((await fresh.designer(`/api/studies/${crypto.randomUUID()}/needs`)).status).toBe(404);
  });

  it('shows a page without holes in its sentences, in the language asked for', async () => {
    for (const language of ['en', 'ca']) {
      const page = await fresh.designer(`/studies/${study.id}/needs?lang=${language}`);
      expect(page.status).toBe(200);
      const text = await page.text();
      expect(text).not.toMatch(/\{\w+\}|NaN|undefined|\[object/);
      expect(text).toContain(`<html lang="${language}"`);
    }
  });
});
