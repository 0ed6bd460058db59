import { describe, expect, it } from 'vitest';
import { Definition, type RankingQuestion } from '../../../src/survey/definition.ts';
import { matchedQuestions } from '../../../src/survey/strategy/matched-questions.ts';
import { template } from '../../../src/survey/templates.ts';

const asked = template('smart-city-programme-manager')!;

/** The same study with one question, or its list, written otherwise. */
function changed(change: (copy: Definition) => void): Definition {
  const copy = structuredClone(asked);
  change(copy);
  return Definition.parse(copy);
}

const ranking = (definition: Definition) =>
  definition.questions.find(({ id }) => id === 'competency-ranking') as RankingQuestion;

const asksTies = ranking(asked).ties;

describe('the questions of two studies', () => {
  it('are all alike in two studies of one template, whatever their wording', () => {
    const worded = changed((copy) => {
      copy.lists['competencies']![0]!.label = { en: 'Worded anew' };
      ranking(copy).title = { en: 'Worded anew' };
    });
    const { alike, onlyA, onlyB, unlike } = matchedQuestions(asked, worded);
    const counted = asked.questions.filter(({ kind }) => !kind.endsWith('-text'));
    expect([...alike].toSorted()).toEqual(counted.map(({ id }) => id).toSorted());
    expect({ onlyA, onlyB, unlike }).toEqual({ onlyA: [], onlyB: [], unlike: [] });
  });

  it('are not alike where the options differ, and each names those without a partner', () => {
    const [gone] = asked.lists['competencies']!;
    const fewer = changed((copy) => {
      copy.lists['competencies'] = copy.lists['competencies']!.filter(({ id }) => id !== gone!.id);
      for (const guiding of copy.workshop.guidingQuestions) {
        guiding.competencies = guiding.competencies.filter((id) => id !== gone!.id);
      }
    });
    const { alike, unlike } = matchedQuestions(asked, fewer);
    expect(alike.has('competency-ranking')).toBe(false);
    expect(unlike).toContainEqual({
      question: 'competency-ranking',
      onlyA: [gone!.id],
      onlyB: [],
    });
    expect(matchedQuestions(fewer, asked).unlike).toContainEqual({
      question: 'competency-ranking',
      onlyA: [],
      onlyB: [gone!.id],
    });
  });

  it.each<[string, (copy: Definition) => void]>([
    [
      'order of options',
      ({ lists }) => lists['competencies']!.push(lists['competencies']!.shift()!),
    ],
    ['meaning of what is left out', (copy) => Object.assign(ranking(copy), { unranked: 'ignore' })],
    ['rule on ties', (copy) => Object.assign(ranking(copy), { ties: !asksTies })],
  ])('are not alike with another %s', (_, change) => {
    const { alike, unlike } = matchedQuestions(asked, changed(change));
    expect(alike.has('competency-ranking')).toBe(false);
    expect(unlike.map(({ question }) => question)).toContain('competency-ranking');
  });

  it('are told apart by study where only one asks them', () => {
    const without = changed((copy) => {
      copy.questions = copy.questions.filter(({ id }) => id !== 'training-spread');
      copy.analyses = [];
    });
    expect(matchedQuestions(asked, without)).toMatchObject({
      onlyA: ['training-spread'],
      onlyB: [],
    });
    expect(matchedQuestions(without, asked)).toMatchObject({
      onlyA: [],
      onlyB: ['training-spread'],
    });
  });
});
