import { describe, expect, it } from 'vitest';
import { answerCoder, FIELD } from '../../src/survey/answer-code.ts';
import { deepFigures } from '../../src/survey/deep-figures.ts';
import { Definition } from '../../src/survey/definition.ts';
import { localise } from '../../src/survey/local-study.ts';
import { optionsOf, withItemsWritten } from '../../src/survey/question-options.ts';
import { countCodes, emptyQuestionTally, tallyShape } from '../../src/survey/question-tally.ts';
import { nearTexts } from '../../src/survey/theme-groups.ts';
import { groupSpellings } from '../../src/survey/write-in-groups.ts';
import { newItem } from '../../src/survey/write-in-item.ts';
import { textKey } from '../../src/survey/write-in-key.ts';
import { mergedAnswer, withMerges } from '../../src/survey/write-in-merge.ts';
import { smallDefinition } from '../api/small-study.ts';

const definition = Definition.parse(smallDefinition);
const item = newItem(definition, definition.questions[0]!, 'Maps & GIS');
const targets = new Map([
  [textKey('GIS'), item.id],
  [textKey('streets'), 'roads'],
]);
const merged = withMerges(definition, new Map([['topics', { items: [item], targets }]]));
const topics = merged.questions[0]!;
const own = (writeIn: string) => [{ writeIn }];

describe('merged write-ins', () => {
  it('take the place of the words, the better one where both are there', () => {
    expect(mergedAnswer(topics, [['law'], own(' gis '), own('other')])).toEqual([
      ['law'],
      [item.id],
      own('other'),
    ]);
    expect(mergedAnswer(topics, [own('Streets'), ['law'], ['roads']])).toEqual([
      ['roads'],
      ['law'],
    ]);
    expect(mergedAnswer(topics, [['roads', 'law'], own('streets')])).toEqual([['roads', 'law']]);
    expect(mergedAnswer(topics, 'no-opinion')).toBe('no-opinion');
  });

  it('are no part of what is stored, copied, or offered to participants', () => {
    expect(JSON.parse(JSON.stringify(merged))).toEqual(JSON.parse(JSON.stringify(definition)));
    expect(localise(merged, 'en', 'individual')).toEqual(localise(definition, 'en', 'individual'));
    expect(optionsOf(merged, topics).at(-1)).toEqual(item);
  });

  it('count the same in another thread, which gets a copy', () => {
    const { encode, questions } = answerCoder(merged);
    const field = questions.findIndex(({ id }) => id === 'topics');
    const shape = tallyShape(merged, topics);
    const answers = [
      [['law'], own('GIS')],
      [own('gis'), ['data']],
      [['roads'], ['law']],
    ];
    const codes = answers.map((answer) => encode({ topics: answer }).split(FIELD)[field]!);
    const tally = emptyQuestionTally(shape);
    countCodes(tally, shape, codes, 1);
    const slices = [
      { key: 'all', tally, codes: codes.map((code) => [code, 1] as [string, number]) },
    ];
    const task = { definition: withItemsWritten(merged), question: 'topics', slices };
    const [here] = deepFigures({ ...task, definition: merged });
    const [there] = deepFigures(structuredClone(task));
    expect(there).toEqual(here);
    expect(there![1].plackettLuce!.logWorth).toHaveLength(6);
  });

  it('get ids that no option has, and that say what they are', () => {
    expect(item.id).toBe('written-maps-gis');
    expect(newItem(merged, topics, 'maps GIS').id).toBe('written-maps-gis-2');
    expect(newItem(merged, topics, '地図').id).toBe('written-item');
  });
});

describe('texts that look alike', () => {
  it('stand together by case, accents, punctuation and a wrong letter, and no further', () => {
    const groups = groupSpellings(
      [
        ['Cybersecurity', 3],
        ['cyber security', 2],
        ['Cyber-Secuirty', 1],
        ['Ciberseguridad', 4],
        ['GIS', 1],
        ['G.I.S.', 1],
        ['GPS', 1],
      ].map(([text, n]) => ({ text: String(text), n: Number(n) })),
    );
    expect(groups.map(({ n, spellings }) => [n, spellings.map(({ text }) => text)])).toEqual([
      [6, ['Cybersecurity', 'cyber security', 'Cyber-Secuirty']],
      [4, ['Ciberseguridad']],
      [2, ['G.I.S.', 'GIS']],
      [1, ['GPS']],
    ]);
  });

  it('are near when they share most of their longer words', () => {
    const texts = [
      'There is no money for sensors',
      'Nobody on the staff can do it',
      'No money for sensors there',
      'THERE IS NO MONEY FOR SENSORS!',
    ];
    expect(nearTexts(texts)).toEqual([[0, 2, 3], [1]]);
  });
});
