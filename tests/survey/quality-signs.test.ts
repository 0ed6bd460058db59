import { describe, expect, it } from 'vitest';
import { answerCoder } from '../../src/survey/answer-code.ts';
import { generate } from '../../src/survey/generator/generate.ts';
import {
  isFlagged,
  QUALITY_SIGNS,
  type QualitySign,
  qualitySigns,
  rankingTraces,
  type ReviewedResponse,
  signReader,
  signsTogether,
} from '../../src/survey/quality-signs.ts';
import { template } from '../../src/survey/templates.ts';

const definition = template('smart-city-programme-manager')!;
const { encode } = answerCoder(definition);
const generated = generate(definition, { n: 3000, tables: 0 }).filter(
  ({ finished, voice }) => finished && voice === 'individual',
);
const responses: ReviewedResponse[] = generated.map(
  ({ answers, shown, voice, round, seconds, sentAt }) => ({
    answers,
    code: encode(answers),
    shown,
    voice,
    round,
    seconds,
    at: sentAt * 1000,
  }),
);
const signs = qualitySigns(definition, responses);

/** How well a sign finds a flaw that the generator put in, by the hidden labels. */
function against(sign: QualitySign, ...flaws: string[]) {
  let [found, present, right] = [0, 0, 0];
  for (const [index, own] of signs.entries()) {
    const isFlawed = flaws.includes(generated[index]!.truth.flaw ?? '');
    if (isFlawed) present++;
    if (!own.includes(sign)) continue;
    found++;
    if (isFlawed) right++;
  }
  return { recall: right / present, precision: right / found };
}

describe('quality signs of generated answers', () => {
  it.each([
    // Whoever hurries gives one rating throughout and keeps the shown order, too.
    ['fast', 0.75, 0.95, ['speeder', 'test']],
    ['straight-line', 0.95, 0.95, ['straight-liner', 'speeder']],
    ['duplicate', 0.95, 0.95, ['duplicate']],
    ['test', 0.6, 0.95, ['test']],
  ] as const)(
    'find %s answers with a recall of %f and a precision of %f',
    (sign, low, high, of) => {
      const { recall, precision } = against(sign, ...of);
      expect(recall).toBeGreaterThanOrEqual(low);
      expect(precision).toBeGreaterThanOrEqual(high);
    },
  );

  it('find nine of ten who keep the order shown, and few others', () => {
    expect(against('shown-order', 'presented-order').recall).toBeGreaterThanOrEqual(0.9);
    const precision = against('shown-order', 'presented-order', 'speeder').precision;
    expect(precision).toBeGreaterThanOrEqual(0.9);
  });

  it('flag hardly anybody who answered honestly', () => {
    const honest = signs.filter((_, index) => generated[index]!.truth.flaw === null);
    expect(honest.filter(isFlagged).length / honest.length).toBeLessThan(0.005);
  });

  it('are in codes and texts alone: rankings and ratings need not be read', () => {
    const texts = definition.questions.filter(({ kind }) => kind.endsWith('-text'));
    const read = responses.map((response) => {
      const written = texts.map(({ id }) => [id, response.answers[id]]);
      return { ...response, answers: Object.fromEntries(written) };
    });
    expect(qualitySigns(definition, read)).toEqual(signs);
  });

  it('are the same where orders shown are read only until they are broken', () => {
    const [read, tracesOf] = [signReader(definition), rankingTraces(definition)];
    const kept = responses.map((response) =>
      read(
        response,
        tracesOf(response, () => false),
      ),
    );
    expect(signsTogether(definition, kept)).toEqual(signs);
  });

  it('do not depend on the order of the responses', () => {
    const back = qualitySigns(definition, responses.toReversed()).toReversed();
    expect(back).toEqual(signs);
    expect(new Set(signs.flat())).toEqual(new Set(QUALITY_SIGNS));
  });
});
